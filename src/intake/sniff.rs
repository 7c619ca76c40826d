//! Tells the format of a file from its first bytes.
//!
//! Names and extensions are never looked at here: people rename files, and mail programs do too.

use crate::page::Format;

/// Number of bytes at the start of a file that are enough to tell its format. The header of a PDF may be anywhere in
/// them.
pub(super) const HEAD: usize = 1024;

/// What the first bytes say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A format that is read here.
    Known(Format),
    /// A picture in a format that is not read here; holds the format's common name.
    Foreign(&'static str),
}

/// Sizes of the second header of a Windows bitmap, from OS/2 1 to version 5. By the two letters "BM" alone, many texts
/// would be taken for pictures.
const BMP_HEADERS: [u32; 9] = [12, 16, 40, 52, 56, 64, 108, 124, 240];

/// Tells the format from the first [`HEAD`] bytes of a file, or from all of a shorter one.
pub(super) fn kind(bytes: &[u8]) -> Option<Kind> {
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    let format = match head {
        [0xff, 0xd8, 0xff, ..] => Format::Jpeg,
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Format::Png,
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Format::Webp,
        [b'I', b'I', 42 | 43, 0, ..] | [b'M', b'M', 0, 42 | 43, ..] => Format::Tiff,
        [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Format::Gif,
        _ if is_bmp(head) => Format::Bmp,
        _ => return heif(head).or_else(|| is_pdf(head).then_some(Kind::Known(Format::Pdf))),
    };
    Some(Kind::Known(format))
}

fn is_bmp(head: &[u8]) -> bool {
    let [b'B', b'M', rest @ ..] = head else { return false };
    let size = rest.get(12..16).and_then(|s| s.try_into().ok()).map(u32::from_le_bytes);
    size.is_some_and(|s| BMP_HEADERS.contains(&s))
}

fn is_pdf(head: &[u8]) -> bool {
    head.windows(5).any(|w| w == b"%PDF-")
}

/// The brands of the `ftyp` box (ISO/IEC 14496-12) say what is inside: `heic` and its relatives hold HEVC, `avif` AV1.
/// `mif1` and `msf1` alone promise a picture without saying how it is coded.
fn heif(head: &[u8]) -> Option<Kind> {
    if head.get(4..8)? != b"ftyp" {
        return None;
    }
    let size = u32::from_be_bytes(head.get(..4)?.try_into().ok()?) as usize;
    let compatible = head.get(16..size.min(head.len())).unwrap_or_default();
    let brands = || head.get(8..12).into_iter().chain(compatible.chunks_exact(4));
    let any = |wanted: &[&[u8; 4]]| brands().any(|b| wanted.iter().any(|w| b == w.as_slice()));
    if any(&[b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx"]) {
        Some(Kind::Known(Format::Heic))
    } else if any(&[b"avif", b"avis"]) {
        Some(Kind::Foreign("AVIF"))
    } else if any(&[b"mif1", b"msf1"]) {
        Some(Kind::Known(Format::Heic))
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(bytes: &[u8]) -> Option<Format> {
        match kind(bytes) {
            Some(Kind::Known(format)) => Some(format),
            _ => None,
        }
    }

    #[test]
    fn every_signature_is_told() {
        let mut bmp = b"BM".to_vec();
        bmp.resize(14, 0);
        bmp.extend(40_u32.to_le_bytes());
        let table: [(&[u8], Format); 10] = [
            (b"\xff\xd8\xff\xe0", Format::Jpeg),
            (b"\x89PNG\r\n\x1a\n", Format::Png),
            (b"RIFF\x10\0\0\0WEBPVP8 ", Format::Webp),
            (b"II*\0\x08\0\0\0", Format::Tiff),
            (b"MM\0+\0\x08\0\0", Format::Tiff),
            (b"GIF89a", Format::Gif),
            (&bmp, Format::Bmp),
            (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", Format::Heic),
            (b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic", Format::Heic),
            (b"%PDF-1.7\n", Format::Pdf),
        ];
        for (bytes, format) in table {
            assert_eq!(known(bytes), Some(format), "{format:?}");
        }
    }

    #[test]
    fn a_pdf_may_begin_late_but_not_too_late() {
        let late = |at: usize| [vec![b' '; at], b"%PDF-1.4".to_vec()].concat();
        assert_eq!(known(&late(1000)), Some(Format::Pdf));
        assert_eq!(known(&late(1020)), None);
    }

    #[test]
    fn text_and_films_are_no_documents_and_avif_is_named() {
        assert_eq!(kind(b""), None);
        assert_eq!(kind(b"BMW sells cars, and this is a text about them"), None);
        assert_eq!(kind(b"\0\0\0\x14ftypisom\0\0\0\0mp42"), None);
        assert_eq!(kind(b"\0\0\0\x18ftypavif\0\0\0\0mif1avif"), Some(Kind::Foreign("AVIF")));
    }
}
