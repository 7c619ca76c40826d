//! Several words of one side that are one of the other: `DE LA ROSA` and `DELAROSA`.
//!
//! It is asked for words of one block only; letters that move from block to block are no matter of spaces.

use super::Relation::{FormatOnly, Mismatch, Review};
use super::lexicon::{NameLexicon, fact};
use super::pair::{Setting, Verdict};
use super::parse::Word;
use super::{ocr, sound, syllables};

/// Several words of one side that are one of the other.
pub fn judge(lexicon: &NameLexicon, setting: Setting, record: &[Word], document: &[Word]) -> Option<Verdict> {
    let ends = |words: &[Word]| {
        let first = words.first().and_then(|w| w.plain().bytes().next());
        (first, words.last().and_then(|w| w.plain().bytes().last()))
    };
    let (x, y) = (ends(record), ends(document));
    let one_form = record.iter().chain(document).all(|w| w.forms.len() == 1);
    if one_form && !setting.east_asian && x.0 != y.0 && x.1 != y.1 {
        return None;
    }
    let (a, b) = (length(record), length(document));
    let extra = 3 * (record.len() + document.len());
    if a.abs_diff(b) <= extra {
        let most = if one_form { 1 } else { 3 };
        for form in 0..most {
            for other in 0..most {
                if equal_joined(record, form, document, other) {
                    return Some(Verdict { cost: 0.01, relation: FormatOnly, code: "spacing" });
                }
            }
        }
    }
    nearly(lexicon, setting, record, document).or_else(|| initials(record, document))
}

fn nearly(lexicon: &NameLexicon, setting: Setting, record: &[Word], document: &[Word]) -> Option<Verdict> {
    let (a, b) = (length(record), length(document));
    let reach = if setting.east_asian { 3 } else { 1 };
    if a.abs_diff(b) > reach || a.min(b) < 4 || record.iter().chain(document).any(Word::is_initial) {
        return None;
    }
    let join = |words: &[Word]| words.iter().map(Word::plain).collect::<String>();
    let (x, y) = (join(record), join(document));
    if setting.east_asian
        && (syllables::same_korean(lexicon, &x, &y) || syllables::mandarin_key(&x) == syllables::mandarin_key(&y))
    {
        return Some(Verdict { cost: 0.2, relation: Review, code: "romanisation-variant" });
    }
    if ocr::equal_but_for_digits(&x, &y) {
        return Some(Verdict { cost: 0.04, relation: FormatOnly, code: "ocr-confusion" });
    }
    sound::slips(&x, &y, 1).filter(|_| a.min(b) > 5)?;
    Some(if setting.syllables == 0 {
        Verdict { cost: 0.35, relation: Review, code: "typo" }
    } else {
        Verdict { cost: 0.6, relation: Mismatch, code: "syllable-differs" }
    })
}

/// Letters of all words together.
fn length(words: &[Word]) -> usize {
    words.iter().map(|w| w.plain().len()).sum()
}

fn equal_joined(record: &[Word], form: usize, document: &[Word], other: usize) -> bool {
    let pick = |words: &[Word], at: usize| -> Option<usize> { words.iter().any(|w| w.forms.len() > at).then_some(at) };
    let (Some(form), Some(other)) = (pick(record, form), pick(document, other)) else { return false };
    let bytes = |word: &Word, at: usize| -> Vec<u8> {
        word.forms.get(at.min(word.forms.len().saturating_sub(1))).map(|f| f.as_bytes().to_vec()).unwrap_or_default()
    };
    if form == 0 && other == 0 {
        let x = record.iter().flat_map(|w| w.plain().bytes());
        return x.eq(document.iter().flat_map(|w| w.plain().bytes()));
    }
    let x = record.iter().flat_map(|w| bytes(w, form));
    x.eq(document.iter().flat_map(|w| bytes(w, other)))
}

/// `JC` for Juan Carlos.
fn initials(record: &[Word], document: &[Word]) -> Option<Verdict> {
    let (many, one) = if record.len() > 1 { (record, document.first()?) } else { (document, record.first()?) };
    let letters = one.plain();
    let equal = letters.len() == many.len()
        && !one.is(fact::NAME | fact::PARTICLE)
        && many
            .iter()
            .zip(letters.bytes())
            .all(|(w, b)| w.plain().len() > 1 && w.plain().as_bytes().first() == Some(&b));
    equal.then_some(Verdict { cost: 0.3, relation: Review, code: "initial" })
}
