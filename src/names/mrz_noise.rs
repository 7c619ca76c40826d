//! Fillers of the machine readable zone that were misread as letters.
//!
//! The field that the record would give is laid beside the field that was read; every difference must be a filler read
//! as one of the letters that fillers are mistaken for. A letter of the name itself never differs.

use super::parse::{RecordWords, Word};

/// Whether the field is that of the record with fillers misread as `K`, `C`, `L` or `E`.
pub fn is_record_with_noise(record: &RecordWords, field: &str) -> bool {
    if record.plain {
        return false;
    }
    let field: Vec<u8> = field.bytes().filter(|b| !b.is_ascii_whitespace()).take(64).collect();
    (0..3).any(|form| {
        let mut wanted = block(&record.surname, form);
        wanted.push_str("<<");
        wanted.push_str(&block(&record.given, form));
        is_noise(wanted.as_bytes(), &field)
    })
}

fn block(words: &[Word], form: usize) -> String {
    let texts = words.iter().filter_map(|w| w.forms.get(form.min(w.forms.len().saturating_sub(1))));
    texts.map(String::as_str).collect::<Vec<_>>().join("<")
}

fn is_noise(wanted: &[u8], field: &[u8]) -> bool {
    if field.len() + 2 < wanted.len() {
        return false;
    }
    field.iter().enumerate().all(|(at, read)| {
        let expected = wanted.get(at).copied().unwrap_or(b'<');
        expected == *read || expected == b'<' && matches!(read, b'K' | b'C' | b'L' | b'E')
    }) && wanted.len() <= field.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_fillers_may_be_misread() {
        assert!(is_noise(b"RUIZ<<ANA", b"RUIZK<ANA<<<KK<<"));
        assert!(is_noise(b"RUIZ<<ANA", b"RUIZ<<ANAKKKKKC<"));
        assert!(!is_noise(b"RUIZ<<ANA", b"RUIZ<<EVA<<<<<<<"));
        assert!(!is_noise(b"RUIZ<<ANA", b"RUIZ<<AN"));
    }
}
