//! What the reader, or the alphabet of the machine readable zone, makes of a word.

use super::Relation::{FormatOnly, Mismatch, Review};
use super::difference::Difference;
use super::lexicon::{Kinship, NameLexicon, fact, kinship};
use super::ocr;
use super::parse;
use super::verdict::{Part, Setting, Verdict, different, verdict};
use super::word::Word;

/// Words of which one has a digit. `judge` judges them as they are without it.
pub fn with_digits(
    lexicon: &NameLexicon,
    part: Part,
    record: &Word,
    document: &Word,
    judge: impl Fn(&Word, &Word) -> Verdict,
) -> Verdict {
    let read = |word: &Word| parse::word(lexicon, &ocr::without_digits(word.plain())).shown;
    if record.forms.iter().any(|form| document.forms.iter().any(|other| ocr::equal_but_for_digits(form, other))) {
        return misread_digit(lexicon, record.plain(), document.plain());
    }
    let (a, b) = (read(record), read(document));
    let (a, b) = (parse::word(lexicon, &a), parse::word(lexicon, &b));
    if ocr::has_digit(a.plain()) || ocr::has_digit(b.plain()) {
        return verdict(0.9, Mismatch, different(part));
    }
    let resolved = judge(&a, &b);
    if resolved.relation == Mismatch {
        return verdict(resolved.cost, Mismatch, Difference::OcrResolvesToOther);
    }
    verdict(
        resolved.cost.max(0.1),
        resolved.relation.max(Review),
        if resolved.code == Difference::Nothing { Difference::Typo } else { resolved.code },
    )
}

/// A digit was read for a letter of the record's word: `MAR1A` is MARIA. For MARLA it is not, since a 1 is rather an I
/// and then the word is another name.
pub fn misread_digit(lexicon: &NameLexicon, record: &str, document: &str) -> Verdict {
    let likely = ocr::without_digits(document);
    if likely != ocr::without_digits(record) && lexicon.facts(&likely) & fact::NAME != 0 {
        return verdict(0.15, Review, Difference::OcrAmbiguous);
    }
    verdict(0.03, FormatOnly, Difference::OcrConfusion)
}

/// Letters that look alike in print.
pub fn alike(part: Part, record: &Word, document: &Word) -> Option<Verdict> {
    let (a, b) = (record.plain(), document.plain());
    if ocr::eszett_as_b(a, b) && (record.shown.contains(['ß', 'ẞ']) || !document.is(part.names())) {
        return Some(verdict(0.15, Review, Difference::OcrAmbiguous));
    }
    if ocr::look_alike(a, b) {
        // a short word may be a name that no list has
        let surely = record.is(fact::NAME) && !document.is(fact::NAME) && a.len().min(b.len()) > 3;
        return Some(if surely {
            verdict(0.05, FormatOnly, Difference::OcrConfusion)
        } else {
            verdict(0.15, Review, Difference::OcrAmbiguous)
        });
    }
    None
}

/// A record without marks (`KOHLER`) beside a passport that spells its umlaut out (`KOEHLER`).
pub fn umlaut_spelt_out(setting: Setting, part: Part, record: &Word, document: &Word) -> Option<Verdict> {
    let (a, b) = (record.plain(), document.plain());
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    if short.len() == long.len() || short.len() + 2 < long.len() || !long.contains("OE") && !long.contains("UE") {
        return None;
    }
    if long.replace("OE", "O").replace("UE", "U") != short {
        return None;
    }
    // Simons and Simoens are two surnames; Kohler and Koehler are listed as one
    let other = document.is(fact::SURNAME)
        && record.entry.zip(document.entry).is_none_or(|(a, b)| kinship(a, b) != Some(Kinship::Spelling));
    let known = record.is(fact::SURNAME) && !other;
    let certain = setting.mrz && part == Part::Surname && short == a && a.len() > 4 && known;
    Some(verdict(0.05, if certain { FormatOnly } else { Review }, Difference::Transliteration))
}
