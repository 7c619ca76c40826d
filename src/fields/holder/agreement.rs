//! Whether the sources of a name say the same: a zone, a barcode and print, also where print has the whole name in one line.
//!
//! Compares letters and words and decides nothing about people: a source that says more or less than another does not
//! contradict it.

use super::DOUBTED;
use super::candidate::{Printed, clean, whole};
use crate::fields::fold::{compact, fold, same_name, tokens};
use crate::fields::{Holder, Source};

/// A code of this confidence or more has its name in print too.
const CONFIRMED: f32 = 0.96;
/// Print that is less sure speaks against nothing.
const SPEAKS: f32 = 0.5;
/// Fewest letters of a name that was cut, or lost a letter.
const CUT: usize = 4;

/// Lowers the sources that name different people, or spell one of them otherwise. A code whose name stands in print
/// elsewhere is not doubted, only what differs from it. `speaks`: whether a code is more than noise.
pub(super) fn doubt_different(found: &mut [Holder], speaks: impl Fn(&Holder) -> bool) {
    let confirmed = |h: &Holder| h.source != Source::Text && h.confidence >= CONFIRMED;
    let counts = |h: &Holder| if h.source == Source::Text { h.confidence >= SPEAKS } else { speaks(h) };
    let mut doubtful: Vec<usize> = Vec::new();
    for (i, a) in found.iter().enumerate() {
        for (j, b) in found.iter().enumerate().skip(i + 1) {
            if counts(a) && counts(b) && differ(a, b) {
                doubtful
                    .extend([(i, a, b), (j, b, a)].into_iter().filter(|(_, h, _)| !confirmed(h)).map(|(at, ..)| at));
            }
        }
    }
    for at in doubtful {
        found[at].confidence = found[at].confidence.min(DOUBTED);
    }
}

/// Whether two sources name two people, or spell one in two ways.
fn differ(a: &Holder, b: &Holder) -> bool {
    let cut = a.may_be_cut || b.may_be_cut;
    let in_parts = |h: &Holder| !h.surname.is_empty() || !h.given_names.is_empty();
    if in_parts(a) && in_parts(b) {
        let parts = [(&a.surname, &b.surname), (&a.given_names, &b.given_names)];
        let together = parts.iter().all(|(x, y)| parts_agree(x, y, cut));
        return !together && !parts_agree(&a.full_name, &b.full_name, cut);
    }
    !parts_agree(&a.full_name, &b.full_name, cut)
}

/// Whether one name has the words of the other, in any order; an empty one, one in other letters than Latin ones, and one
/// that was cut where the other goes on, contradict nothing.
pub(in crate::fields) fn parts_agree(a: &str, b: &str, cut: bool) -> bool {
    let (x, y) = (compact(a), compact(b));
    let latin = |name: &str| name.chars().any(|c| c.is_ascii_alphabetic());
    if !latin(&x) || !latin(&y) || same_name(a, b) {
        return true;
    }
    let begins = |long: &str, short: &str| short.len() >= CUT && long.starts_with(short);
    let has = |names: &[&str], word: &str| {
        let initial = |n: &str| word.chars().count() == 1 && fold(n).starts_with(fold(word).as_str());
        names.iter().any(|n| same_name(n, word) || initial(n))
    };
    let (mine, theirs) = (words(a), words(b));
    let within = mine.iter().all(|w| has(&theirs, w)) || theirs.iter().all(|w| has(&mine, w));
    within || cut && (begins(&x, &y) || begins(&y, &x))
}

fn words(name: &str) -> Vec<&str> {
    name.split(|c: char| c.is_whitespace() || ",.".contains(c)).filter(|w| !w.is_empty()).collect()
}

/// A zone's name with the letter that a reader of it lost, where print has it.
pub(super) fn with_lost_letters(zone: Holder, print: &Printed) -> Holder {
    let spelled = |print: &str, zone: String| if has_lost_letter(print, &zone) { print.to_owned() } else { zone };
    let surname = spelled(&print.surname, zone.surname);
    let given_names = spelled(&print.given, zone.given_names);
    Holder { full_name: whole(&given_names, &surname), surname, given_names, ..zone }
}

/// Whether a zone's name is the printed one without one of its letters.
fn has_lost_letter(print: &str, zone: &str) -> bool {
    let (print, zone) = (compact(print), compact(zone));
    print.chars().count() == zone.chars().count() + 1
        && zone.chars().count() >= CUT
        && strsim::levenshtein(&print, &zone) == 1
}

/// A printed name with the borders that a zone knows: between words that were read without a space, and between given
/// names and surname where print has both in one line. The letters stay those of print.
pub(super) fn with_borders_of(printed: Printed, surname: &str, given: &str) -> Printed {
    if !printed.surname.is_empty() || !printed.given.is_empty() {
        let surname = bordered(&printed.surname, surname);
        let given = bordered(&printed.given, given);
        return Printed { full: whole(&given, &surname), surname, given, ..printed };
    }
    let full = bordered(&printed.full, &whole(given, surname));
    let full = bordered(&full, &whole(surname, given));
    match parts(&full, surname, given) {
        Some((surname, given)) => Printed { surname, given, full, ..printed },
        None => Printed { full, ..printed },
    }
}

/// Surname and given names of a whole name, where one of them is a zone's.
fn parts(full: &str, surname: &str, given: &str) -> Option<(String, String)> {
    let starts = tokens(full).into_iter().skip(1).map(|t| t.start);
    starts.filter_map(|at| full.split_at_checked(at)).find_map(|(head, tail)| {
        let (head, tail) = (clean(head), clean(tail));
        if same_name(&tail, surname) || same_name(&head, given) {
            Some((tail, head))
        } else if same_name(&head, surname) || same_name(&tail, given) {
            Some((head, tail))
        } else {
            None
        }
    })
}

/// A name as it was read, with spaces where the same letters of a zone have a border and the reading has none.
pub(super) fn bordered(read: &str, zone: &str) -> String {
    if compact(read) != compact(zone) || read.is_empty() {
        return read.to_owned();
    }
    let letters = |text: &str| compact(text).chars().count();
    let mut borders: Vec<usize> = Vec::new();
    for word in zone.split_whitespace() {
        borders.push(letters(word) + borders.last().copied().unwrap_or(0));
    }
    let (mut out, mut seen) = (String::with_capacity(read.len() + borders.len()), 0);
    for c in read.chars() {
        let own = letters(c.encode_utf8(&mut [0; 4]));
        if own > 0 && borders.contains(&seen) && out.ends_with(char::is_alphabetic) {
            out.push(' ');
        }
        out.push(c);
        seen += own;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_that_says_more_or_less_contradicts_nothing() {
        for (a, b) in [
            ("MARÍA FERNANDA", "MARIA FERNANDA"),
            ("MARISOL ANN", "MARISOL"),
            ("MARISOL A", "MARISOL ANN"),
            ("ANN MARISOL", "MARISOL ANN"),
            ("Müller", "MUELLER"),
            ("MARIAFERNANDA", "MARIA FERNANDA"),
            ("林美華", "LIN"),
            ("", "QUILLON"),
        ] {
            assert!(parts_agree(a, b, false) && parts_agree(b, a, false), "{a} {b}");
        }
        for (a, b) in [("AFIFAH", "AFFAH"), ("QUILLON", "BRENNER"), ("MARISOL ANN", "MARISOL ELENA")] {
            assert!(!parts_agree(a, b, false), "{a} {b}");
        }
        assert!(parts_agree("MARISOL ELENA", "MARISOL EL", true) && !parts_agree("MARISOL ELENA", "MARISOL EL", false));
    }

    #[test]
    fn the_borders_of_a_zone_are_those_of_print() {
        for (read, zone, bordered_name) in [
            ("MARÍAFERNANDA", "MARIA FERNANDA", "MARÍA FERNANDA"),
            ("MARIA FERNANDA", "MARIA FERNANDA", "MARIA FERNANDA"),
            ("MARIE-CLAIRE", "MARIE CLAIRE", "MARIE-CLAIRE"),
            ("O'HARA", "OHARA", "O'HARA"),
            ("MARIAFERNANDO", "MARIA FERNANDA", "MARIAFERNANDO"),
        ] {
            assert_eq!(bordered(read, zone), bordered_name);
        }
    }

    #[test]
    fn a_whole_name_is_split_as_the_zone_splits_it() {
        let printed = |full: &str| Printed {
            full: full.to_owned(),
            surname: String::new(),
            given: String::new(),
            confidence: 0.8,
            region: None,
        };
        for full in ["MARISOL ELENA QUILLON ÁVILA", "QUILLON ÁVILA MARISOL ELENA", "QUILLONÁVILAMARISOLELENA"] {
            let found = with_borders_of(printed(full), "QUILLON AVILA", "MARISOL ELENA");
            assert_eq!((found.surname.as_str(), found.given.as_str()), ("QUILLON ÁVILA", "MARISOL ELENA"), "{full}");
        }
        let misread = with_borders_of(printed("AFIFAH QUILLON"), "QUILLON", "AFFAH");
        assert_eq!((misread.surname.as_str(), misread.given.as_str()), ("QUILLON", "AFIFAH"));
        assert_eq!(with_borders_of(printed("OTTO BRENNER"), "QUILLON", "MARISOL").surname, "");
    }
}
