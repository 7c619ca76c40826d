//! Tells the format of a file from its first bytes.
//!
//! Names and extensions are never looked at here: people rename files, and mail programs do too.

use memchr::memmem;

use crate::error::Foreign;
use crate::page::Format;

/// Number of bytes at the start of a file that are enough to tell its format. The header of a PDF may be anywhere in
/// them.
pub(super) const HEAD: usize = 1024;

/// What the first bytes say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A format that is read here.
    Known(Format),
    /// Something that is known and not read here.
    Foreign(Foreign),
}

/// Sizes of the second header of a Windows bitmap, from OS/2 1 to version 5. By the two letters "BM" alone, many texts
/// would be taken for pictures.
const BMP_HEADERS: [u32; 9] = [12, 16, 40, 52, 56, 64, 108, 124, 240];

/// First bytes of files that are not read here.
const FOREIGN: [(&[u8], Foreign); 19] = [
    (b"\xff\x0a", Foreign::JpegXl),
    (b"\0\0\0\x0cJXL \r\n\x87\n", Foreign::JpegXl),
    (b"\0\0\0\x0cjP  \r\n\x87\n", Foreign::Jpeg2000),
    (b"\xff\x4f\xff\x51", Foreign::Jpeg2000),
    (b"8BPS", Foreign::Photoshop),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Foreign::OldOffice),
    (b"{\\rtf", Foreign::Rtf),
    (b"%!PS", Foreign::PostScript),
    (b"PK\x05\x06", Foreign::Archive),
    (b"Rar!\x1a\x07", Foreign::Archive),
    (b"7z\xbc\xaf\x27\x1c", Foreign::Archive),
    (b"\x1f\x8b\x08", Foreign::Archive),
    (b"\x1a\x45\xdf\xa3", Foreign::Film),
    (b"\0\0\x01\xba", Foreign::Film),
    (b"\0\0\x01\xb3", Foreign::Film),
    (b"<!DOCTYPE html", Foreign::WebPage),
    (b"<!doctype html", Foreign::WebPage),
    (b"<html", Foreign::WebPage),
    (b"<svg", Foreign::Svg),
];
/// Names of files that tell what an archive is: the documents of office programs are ZIP archives (ECMA-376, part 2; ODF
/// 1.3, part 2).
const IN_ARCHIVES: [(&[u8], Foreign); 4] = [
    (b"word/document.xml", Foreign::Word),
    (b"xl/workbook.", Foreign::Excel),
    (b"ppt/presentation.xml", Foreign::PowerPoint),
    (b"mimetypeapplication/vnd.oasis.opendocument", Foreign::OpenDocument),
];

/// Tells the format from the first [`HEAD`] bytes of a file, or from all of a shorter one. What an archive is may need
/// all bytes.
pub(super) fn kind(bytes: &[u8]) -> Option<Kind> {
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    let format = match head {
        [0xff, 0xd8, 0xff, ..] => Format::Jpeg,
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Format::Png,
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Format::Webp,
        [b'I', b'I', 42 | 43, 0, ..] | [b'M', b'M', 0, 42 | 43, ..] => Format::Tiff,
        [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Format::Gif,
        _ if is_bmp(head) => Format::Bmp,
        _ if is_pdf(head) => Format::Pdf,
        _ => return boxed(head).or_else(|| foreign(bytes).map(Kind::Foreign)),
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
/// `mif1` and `msf1` alone promise a picture without saying how it is coded; all other brands are films.
fn boxed(head: &[u8]) -> Option<Kind> {
    if head.get(4..8)? != b"ftyp" {
        return None;
    }
    let size = u32::from_be_bytes(head.get(..4)?.try_into().ok()?) as usize;
    let compatible = head.get(16..size.min(head.len())).unwrap_or_default();
    let brands = || head.get(8..12).into_iter().chain(compatible.chunks_exact(4));
    let any = |wanted: &[&[u8; 4]]| brands().any(|b| wanted.iter().any(|w| b == w.as_slice()));
    Some(if any(&[b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx"]) {
        Kind::Known(Format::Heic)
    } else if any(&[b"avif", b"avis"]) {
        Kind::Foreign(Foreign::Avif)
    } else if any(&[b"mif1", b"msf1"]) {
        Kind::Known(Format::Heic)
    } else {
        Kind::Foreign(Foreign::Film)
    })
}

fn foreign(bytes: &[u8]) -> Option<Foreign> {
    if bytes.starts_with(b"PK\x03\x04") {
        let inside = IN_ARCHIVES.iter().find(|(name, _)| memmem::find(bytes, name).is_some());
        return Some(inside.map_or(Foreign::Archive, |(_, kind)| *kind));
    }
    let is_avi = bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"AVI ".as_slice());
    // a mark of the byte order and white space may stand before the tags of a page
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    let begins = |(first, _): &&(&[u8], Foreign)| bytes.starts_with(first) || text.starts_with(first);
    FOREIGN.iter().find(begins).map(|(_, kind)| *kind).or(is_avi.then_some(Foreign::Film)).or_else(|| xml(text))
}

/// What the first tag of an XML text says.
fn xml(text: &[u8]) -> Option<Foreign> {
    let head = text.starts_with(b"<?xml").then(|| text.get(..HEAD).unwrap_or(text))?;
    let holds = |tag: &[u8]| memmem::find(head, tag).is_some();
    if holds(b"<svg") { Some(Foreign::Svg) } else { holds(b"<html").then_some(Foreign::WebPage) }
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
    fn text_is_nothing_and_files_of_other_kinds_are_named() {
        assert_eq!(kind(b""), None);
        assert_eq!(kind(b"BMW sells cars, and this is a text about them"), None);
        let docx = b"PK\x03\x04\x14\0\0\0\x08\0........[Content_Types].xml....word/document.xml";
        let odt = b"PK\x03\x04\x14\0\0\0........mimetypeapplication/vnd.oasis.opendocument.textPK";
        let table: [(&[u8], Foreign); 12] = [
            (b"\0\0\0\x14ftypisom\0\0\0\0mp42", Foreign::Film),
            (b"RIFF\0\0\0\0AVI LIST", Foreign::Film),
            (b"\0\0\0\x18ftypavif\0\0\0\0mif1avif", Foreign::Avif),
            (b"\xff\x0a\x12\x34", Foreign::JpegXl),
            (docx, Foreign::Word),
            (odt, Foreign::OpenDocument),
            (b"PK\x03\x04\x14\0\0\0passport.jpg", Foreign::Archive),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Foreign::OldOffice),
            (b"{\\rtf1\\ansi", Foreign::Rtf),
            (b"\xef\xbb\xbf\n<!DOCTYPE html>", Foreign::WebPage),
            (b"<?xml version=\"1.0\"?>\n<svg xmlns=\"\">", Foreign::Svg),
            (b"\x1f\x8b\x08\0", Foreign::Archive),
        ];
        for (bytes, foreign) in table {
            assert_eq!(kind(bytes), Some(Kind::Foreign(foreign)), "{foreign:?}");
        }
    }
}
