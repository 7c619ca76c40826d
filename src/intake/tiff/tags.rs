//! Tags and values of TIFF 6.0 that are looked at here.

pub(super) const NEW_SUBFILE_TYPE: u16 = 254;
pub(super) const IMAGE_WIDTH: u16 = 256;
pub(super) const IMAGE_LENGTH: u16 = 257;
pub(super) const BITS_PER_SAMPLE: u16 = 258;
pub(super) const COMPRESSION: u16 = 259;
pub(super) const PHOTOMETRIC: u16 = 262;
pub(super) const FILL_ORDER: u16 = 266;
pub(super) const STRIP_OFFSETS: u16 = 273;
pub(super) const SAMPLES_PER_PIXEL: u16 = 277;
pub(super) const ROWS_PER_STRIP: u16 = 278;
pub(super) const STRIP_BYTE_COUNTS: u16 = 279;
pub(super) const X_RESOLUTION: u16 = 282;
pub(super) const Y_RESOLUTION: u16 = 283;
pub(super) const PLANAR_CONFIGURATION: u16 = 284;
pub(super) const T4_OPTIONS: u16 = 292;
pub(super) const PREDICTOR: u16 = 317;
pub(super) const COLOR_MAP: u16 = 320;
pub(super) const TILE_WIDTH: u16 = 322;
pub(super) const EXTRA_SAMPLES: u16 = 338;
pub(super) const JPEG_STREAM: u16 = 513;
pub(super) const JPEG_STREAM_LENGTH: u16 = 514;
pub(super) const CHROMA_SUBSAMPLING: u16 = 530;

/// Photometric interpretations (TIFF 6.0, section 8).
pub(super) const WHITE_IS_ZERO: u64 = 0;
pub(super) const BLACK_IS_ZERO: u64 = 1;
pub(super) const RGB: u64 = 2;
pub(super) const PALETTE: u64 = 3;
pub(super) const YCBCR: u64 = 6;

/// Ways of compression: none, the three of fax machines, JPEG as TIFF 6.0 had it, and as its Technical Note 2 has it.
pub(super) const UNCOMPRESSED: u64 = 1;
pub(super) const FAX_RUNS: u64 = 2;
pub(super) const FAX_3: u64 = 3;
pub(super) const FAX_4: u64 = 4;
pub(super) const LZW: u64 = 5;
pub(super) const OLD_JPEG: u64 = 6;
pub(super) const JPEG: u64 = 7;

/// The bits of a byte are written from the lowest to the highest.
pub(super) const LOWEST_FIRST: u64 = 2;
/// An alpha channel by which the colors are multiplied already.
pub(super) const ASSOCIATED_ALPHA: u64 = 1;
