//! Fillers of the machine readable zone that were misread as letters.
//!
//! The field that the record would give is laid beside the field that was read; every difference must be a filler read
//! as one of the letters that fillers are mistaken for. A letter of the name itself never differs, and what may be a name
//! of its own is none of the record's with noise on it: SIMONE is not SIMON with a filler read as E.

use super::lexicon::NameLexicon;
use super::parse::Word;

/// So many equal letters in a row stand in no name; misread fillers behind one do.
const SURELY_NOISE: usize = 3;

/// Whether the field is that of the record with fillers misread as `K`, `C`, `L` or `E`.
pub fn is_record_with_noise(lexicon: &NameLexicon, given: &[Word], surname: &[Word], field: &str) -> bool {
    let field: Vec<u8> = field.bytes().filter(|b| !b.is_ascii_whitespace()).take(64).collect();
    (0..3).any(|form| {
        let mut wanted = block(surname, form);
        wanted.push_str("<<");
        wanted.push_str(&block(given, form));
        let wanted = wanted.as_bytes();
        is_noise(wanted, &field) && !is_longer_name(lexicon, wanted, &field) && !adds_a_word(wanted, &field)
    })
}

/// Whether a name of its own comes about where misread fillers touch the letters of a word, or of the fillers alone.
fn is_longer_name(lexicon: &NameLexicon, wanted: &[u8], field: &[u8]) -> bool {
    let is_name = |piece: &[u8]| std::str::from_utf8(piece).is_ok_and(|word| lexicon.get(word).is_some());
    let letter = |at: usize| wanted.get(at).is_some_and(|b| *b != b'<');
    let noise = |at: usize| field.get(at).is_some_and(|b| *b != b'<') && !letter(at);
    let filler = |at: usize| field.get(at).is_none_or(|b| *b == b'<');
    // a word may begin or end beside any misread filler: SU<HONG is read as SUKHONG, and so is SUK<HONG without one
    let border = |at: usize| at == 0 || filler(at - 1) || filler(at) || noise(at - 1) || noise(at);
    (0..field.len()).filter(|from| border(*from)).any(|from| {
        let end = from + field[from..].iter().take_while(|b| **b != b'<').count();
        (from + 2..=end).filter(|to| border(*to)).any(|to| {
            let misread = (from..to).any(noise) && ((from..to).any(letter) || to - from >= SURELY_NOISE);
            misread && is_name(&field[from..to])
        })
    })
}

/// Whether misread fillers right behind the name, or behind one filler, may be its last letter, an initial or a name.
fn adds_a_word(wanted: &[u8], field: &[u8]) -> bool {
    let tail = field.get(wanted.len()..).unwrap_or_default();
    let tail = if tail.first() == Some(&b'<') && tail.get(1) != Some(&b'<') { &tail[1..] } else { tail };
    let run = tail.iter().take_while(|b| **b != b'<').count();
    run > 0 && !tail[..run].windows(SURELY_NOISE).any(|letters| letters.iter().all(|b| *b == letters[0]))
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
        && (0..field.len()).any(|at| field[at] != b'<' && wanted.get(at).is_none_or(|b| *b == b'<'))
}

#[cfg(test)]
mod tests {
    use super::super::parse::words;
    use super::*;
    use crate::assets::Assets;

    #[test]
    fn only_fillers_may_be_misread() {
        assert!(is_noise(b"RUIZ<<ANA", b"RUIZK<ANA<<<KK<<"));
        assert!(is_noise(b"RUIZ<<ANA", b"RUIZ<<ANAKKKKKC<"));
        assert!(!is_noise(b"RUIZ<<ANA", b"RUIZ<<EVA<<<<<<<"));
        assert!(!is_noise(b"RUIZ<<ANA", b"RUIZ<<AN"));
    }

    #[test]
    fn a_longer_name_or_another_initial_is_no_noise() {
        let lexicon = NameLexicon::load(&Assets::at(concat!(env!("CARGO_MANIFEST_DIR"), "/assets"))).expect("whole");
        let noisy = |given: &str, surname: &str, field: &str| {
            is_record_with_noise(&lexicon, &words(&lexicon, given), &words(&lexicon, surname), field)
        };
        assert!(noisy("SIMON", "RUIZ", "RUIZ<<SIMONKKKKKK<<<<"));
        assert!(noisy("SIMON", "RUIZ", "RUIZK<SIMON<<<K<<C<<<"));
        assert!(!noisy("SIMON", "RUIZ", "RUIZ<<SIMONE<<<<<<<<<"));
        assert!(!noisy("SIMON", "RUIZ", "RUIZ<<SIMONEKKKK<<<<<"));
        assert!(!noisy("LARA", "RUIZ", "RUIZ<CLARA<<<<<<<<<<<"));
        assert!(!noisy("SIMON", "RUIZ", "RUIZ<<SIMON<E<<<<<<<<"));
        assert!(!noisy("SIMON", "RUIZ", "RUIZ<<SIMON<KELEK<<<<"));
        assert!(!noisy("SU HONG", "TANG", "TANG<<SUKHONG<<<<<<<<"));
    }
}
