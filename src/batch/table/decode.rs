//! Bytes to text: UTF-8 and UTF-16 with and without their marks, and the code page of Windows for Western Europe.

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::batch::roster::RosterError;

/// Bytes that are looked at to tell UTF-16 without a mark.
const SAMPLE: usize = 4096;
/// One control character in this many is too much for text.
const MOST_CONTROLS: usize = 100;

/// The text of a file, without control characters.
///
/// # Errors
/// [`RosterError::NotAList`] when this is no text.
pub(in crate::batch) fn decode(bytes: &[u8]) -> Result<String, RosterError> {
    let text = match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => mixed(rest),
        [0xff, 0xfe, rest @ ..] => by(UTF_16LE, rest),
        [0xfe, 0xff, rest @ ..] => by(UTF_16BE, rest),
        _ => utf16_without_mark(bytes).map_or_else(|| mixed(bytes), |encoding| by(encoding, bytes)),
    };
    let is_control = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t') || c == '\u{feff}';
    let controls = text.chars().filter(|c| is_control(*c)).count();
    if controls == 0 {
        return Ok(text);
    }
    if controls * MOST_CONTROLS > text.len() + MOST_CONTROLS {
        return Err(RosterError::NotAList("binary".to_owned()));
    }
    Ok(text.chars().filter(|c| !is_control(*c)).collect())
}

fn by(encoding: &'static Encoding, bytes: &[u8]) -> String {
    encoding.decode_without_bom_handling(bytes).0.into_owned()
}

/// UTF-8, and what is not UTF-8 in it by the code page of Windows: files that several programs wrote hold both.
fn mixed(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len() + bytes.len() / 16);
    for chunk in bytes.utf8_chunks() {
        out.push_str(chunk.valid());
        out.push_str(&by(WINDOWS_1252, chunk.invalid()));
    }
    out
}

/// Western text in UTF-16 has a zero in nearly every second byte.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(SAMPLE) & !1];
    let zeros = |parity: usize| sample.iter().skip(parity).step_by(2).filter(|b| **b == 0).count();
    let (even, odd, pairs) = (zeros(0), zeros(1), sample.len() / 2);
    match (even, odd) {
        _ if pairs < 2 => None,
        (few, many) if many * 3 > pairs && few * 20 < pairs => Some(UTF_16LE),
        (many, few) if many * 3 > pairs && few * 20 < pairs => Some(UTF_16BE),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utf16(text: &str, little: bool) -> Vec<u8> {
        text.encode_utf16().flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() }).collect()
    }

    #[test]
    fn every_encoding_gives_the_same_text() {
        let text = "Nombre;Apellidos\r\nIñigo;Peña\r\n";
        let marked = |mark: &[u8], rest: Vec<u8>| [mark, &rest].concat();
        for bytes in [
            text.as_bytes().to_vec(),
            marked(&[0xef, 0xbb, 0xbf], text.as_bytes().to_vec()),
            marked(&[0xff, 0xfe], utf16(text, true)),
            marked(&[0xfe, 0xff], utf16(text, false)),
            utf16(text, true),
            utf16(text, false),
            text.chars().map(|c| c as u8).collect(), // these letters have the same numbers in the code page
        ] {
            assert_eq!(decode(&bytes).unwrap(), text, "{bytes:02x?}");
        }
    }

    #[test]
    fn a_file_of_two_encodings_keeps_both() {
        assert_eq!(decode(b"Pe\xc3\xb1a, Mu\xf1oz \x93x\x94").unwrap(), "Peña, Muñoz “x”");
    }

    #[test]
    fn a_stray_zero_goes_and_a_picture_is_refused() {
        let text = "name,itin\nAna,900-70-1111\n".repeat(20);
        assert_eq!(decode(format!("{text}\0").as_bytes()).unwrap(), text);
        assert!(decode(&(0..=255).collect::<Vec<u8>>()).is_err());
    }
}
