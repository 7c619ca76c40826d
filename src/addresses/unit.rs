//! Parts of a building: apartment, floor, building, lot. What counts is the identifier; the word before it matters
//! only where it names another kind of thing.

use super::number::letter_inside;
use super::phrases::Code;

/// A part of a building.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// What it is, a code of the lexicon: `APARTMENT`, `FLOOR` … `HASH` for `#`, `BARE` for no word at all.
    pub kind: Code,
    /// Its identifier; empty for `Rear` and the like.
    pub id: String,
    /// As printed.
    pub shown: String,
}

/// How two units relate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Agreement {
    /// The same.
    Same,
    /// The same identifier behind another word for the same kind of thing.
    Word,
    /// Zeros in front.
    Zeros,
    /// O for 0 or a letter inside a number.
    LetterInside,
    /// A rented mailbox that the other side gives as a plain number.
    Mailbox,
    /// The same identifier of another kind of thing.
    Level,
    /// Another kind and another identifier: nothing to compare.
    Apart,
    /// Another identifier.
    Different,
}

/// Groups of kinds that are one kind of thing.
const ALIKE: [&[&str]; 5] = [
    &["APARTMENT", "UNIT", "HASH", "BARE", "SUITE", "ROOM", "OFFICE", "HOUSE", "SHOP", "DEPARTMENT"],
    &["SPACE", "TRAILER", "HASH", "BARE", "PLOT", "PARCEL"],
    &["BUILDING", "TOWER", "RESIDENCE"],
    &["HOUSE-UNIT", "HASH", "BARE", "HOUSE"],
    &["GROUP", "BLOCK"],
];
/// Kinds of the first group that are not quite an apartment: only a word that says nothing can stand for them.
const OWN: [&str; 4] = ["ROOM", "OFFICE", "SHOP", "DEPARTMENT"];

/// Compares two units.
pub fn compare(a: &Unit, b: &Unit) -> Agreement {
    let mailbox = |unit: &Unit| &*unit.kind == "MAILBOX";
    let same_id = a.id == b.id;
    if mailbox(a) != mailbox(b) {
        return if same_id { Agreement::Mailbox } else { Agreement::Apart };
    }
    if a.kind == b.kind && same_id {
        return Agreement::Same;
    }
    if !alike(&a.kind, &b.kind) {
        return match (same_id && !a.id.is_empty(), a.id.is_empty() || b.id.is_empty()) {
            (true, _) => Agreement::Level,
            (false, _) => Agreement::Apart,
        };
    }
    if same_id {
        return Agreement::Word;
    }
    let zeros = |id: &str| id.trim_start_matches('0').to_owned();
    if zeros(&a.id) == zeros(&b.id) && !zeros(&a.id).is_empty() || a.id.replace('-', "") == b.id.replace('-', "") {
        return Agreement::Zeros;
    }
    let round = |id: &str| id.replace('O', "0");
    let letters = letter_inside(&a.id, &b.id) || letter_inside(&b.id, &a.id);
    let ends_in_letter = |id: &str| id.ends_with(|c: char| c.is_ascii_uppercase() && c != 'O');
    if round(&a.id) == round(&b.id) || letters && !ends_in_letter(&a.id) && !ends_in_letter(&b.id) {
        return Agreement::LetterInside;
    }
    Agreement::Different
}

fn alike(a: &str, b: &str) -> bool {
    let open = |kind: &str| matches!(kind, "HASH" | "BARE");
    let own = |kind: &str| OWN.contains(&kind);
    if a == b {
        return true;
    }
    if (own(a) || own(b)) && !open(a) && !open(b) {
        return false;
    }
    ALIKE.iter().any(|group| group.contains(&a) && group.contains(&b))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unit(kind: &str, id: &str) -> Unit {
        Unit { kind: kind.into(), id: id.into(), shown: String::new() }
    }

    #[test]
    fn another_word_before_the_same_identifier_is_no_difference_unless_it_names_another_thing() {
        let said = |a: (&str, &str), b: (&str, &str)| compare(&unit(a.0, a.1), &unit(b.0, b.1));
        assert_eq!(said(("APARTMENT", "4B"), ("HASH", "4B")), Agreement::Word);
        assert_eq!(said(("SPACE", "4"), ("HASH", "4")), Agreement::Word);
        assert_eq!(said(("APARTMENT", "4"), ("BUILDING", "4")), Agreement::Level);
        assert_eq!(said(("APARTMENT", "4"), ("FLOOR", "2")), Agreement::Apart);
        assert_eq!(said(("APARTMENT", "4"), ("UNIT", "5")), Agreement::Different);
        assert_eq!(said(("APARTMENT", "212"), ("APARTMENT", "221")), Agreement::Different);
        assert_eq!(said(("APARTMENT", "8"), ("APARTMENT", "B")), Agreement::Different);
        assert_eq!(said(("APARTMENT", "O"), ("APARTMENT", "0")), Agreement::LetterInside);
        assert_eq!(said(("APARTMENT", "05"), ("APARTMENT", "5")), Agreement::Zeros);
        assert_eq!(said(("MAILBOX", "118"), ("HASH", "118")), Agreement::Mailbox);
    }
}
