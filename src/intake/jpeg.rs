//! Walks the segments of a JPEG up to its pixels: reads the stated size, resolution and EXIF, and whether the file is
//! complete.
//!
//! No pixel is decoded here. Each step of the walk moves forward, so it ends with the bytes.

use super::exif::plausible_dpi;

/// What comes before the pixels.
#[derive(Debug, Default)]
pub(super) struct Header<'a> {
    /// The EXIF block, without its prefix.
    pub exif: Option<&'a [u8]>,
    /// Dots per inch as the JFIF segment states them.
    pub dpi: Option<f32>,
    /// Width and height in pixels.
    pub size: Option<(u32, u32)>,
    /// Whether it is a JPEG as scanners of the nineties wrote it, which the decoder reads wrongly: each color in a pass of
    /// its own, or the brightness coarser than the colors.
    pub unusual: bool,
    /// Whether the picture comes in several passes, each one sharper.
    pub progressive: bool,
    /// Whether the marker that ends a picture is present.
    pub complete: bool,
    components: usize,
}

impl<'a> Header<'a> {
    /// Reads the segments of a JPEG. Broken ones are left out.
    pub fn read(bytes: &'a [u8]) -> Self {
        let mut header = Self::default();
        let mut at = 2;
        while let Some((marker, next)) = marker(bytes, at) {
            if matches!(marker, 0x01 | 0xd0..=0xd8) {
                at = next;
                continue;
            }
            let Some(length) = bytes.get(next..next + 2).map(|b| usize::from(u16::from_be_bytes([b[0], b[1]]))) else {
                break;
            };
            let payload = bytes.get(next + 2..next + length.max(2)).unwrap_or_default();
            header.take(marker, payload);
            at = next + length.max(2);
            if matches!(marker, 0xd9 | 0xda) {
                break;
            }
        }
        header.complete = bytes.get(at..).is_some_and(|rest| rest.windows(2).rev().any(|w| w == [0xff, 0xd9]));
        header
    }

    fn take(&mut self, marker: u8, payload: &'a [u8]) {
        match (marker, payload) {
            (0xe0, [b'J', b'F', b'I', b'F', 0, _, _, unit, high, low, ..]) => {
                let density = f64::from(u16::from_be_bytes([*high, *low]));
                self.dpi = match unit {
                    1 => plausible_dpi(density),
                    2 => plausible_dpi(density * 2.54),
                    _ => None,
                };
            }
            (0xe1, [b'E', b'x', b'i', b'f', 0, _, block @ ..]) if self.exif.is_none() => self.exif = Some(block),
            (0xc0..=0xcf, [_, high, low, wide, narrow, ..]) if !matches!(marker, 0xc4 | 0xc8 | 0xcc) => {
                let number = |high: &u8, low: &u8| u32::from(u16::from_be_bytes([*high, *low]));
                self.size = Some((number(wide, narrow), number(high, low)));
                self.progressive = matches!(marker, 0xc2 | 0xc6 | 0xca | 0xce);
                let sampling: Vec<u8> = payload.get(6..).unwrap_or_default().chunks_exact(3).map(|c| c[1]).collect();
                self.components = sampling.len();
                let (across, down) = (|s: &u8| s >> 4, |s: &u8| s & 15);
                let finest = |of: fn(&u8) -> u8| sampling.iter().map(of).max();
                self.unusual = sampling.first().is_some_and(|first| {
                    finest(across).is_some_and(|f| across(first) < f) || finest(down).is_some_and(|f| down(first) < f)
                });
            }
            (0xda, [in_pass, ..]) => self.unusual |= !self.progressive && usize::from(*in_pass) < self.components,
            _ => {}
        }
    }
}

/// The next marker from a position on, skipping fill bytes and junk, and the position after it.
fn marker(bytes: &[u8], from: usize) -> Option<(u8, usize)> {
    let rest = bytes.get(from..)?;
    let at = rest.windows(2).position(|w| w[0] == 0xff && !matches!(w[1], 0 | 0xff))?;
    Some((rest[at + 1], from + at + 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stated_resolution_and_the_end_are_found() {
        let whole = b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x02\x01\x01\x2c\x01\x2c\0\0\xff\xda\0\x02\x12\x34\xff\xd9";
        let header = Header::read(whole);
        assert_eq!(header.dpi, Some(300.0));
        assert!(header.complete && !header.progressive);
        assert!(!Header::read(&whole[..whole.len() - 2]).complete);
    }

    #[test]
    fn the_size_is_width_then_height() {
        let header = Header::read(b"\xff\xd8\xff\xc2\0\x08\x08\x01\x02\x03\x04\x01\xff\xda\0\x02");
        assert_eq!(header.size, Some((0x0304, 0x0102)));
        assert!(header.progressive);
    }

    #[test]
    fn any_bytes_come_to_an_end() {
        for length in 0..64_usize {
            let bytes: Vec<u8> = (0..length).map(|i| if i % 3 == 0 { 0xff } else { (i * 37) as u8 }).collect();
            let _ = Header::read(&bytes);
        }
    }
}
