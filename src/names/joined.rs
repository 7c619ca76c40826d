//! Several words of one side that are one of the other: `DE LA ROSA` and `DELAROSA`.
//!
//! It is asked for words of one block only; letters that move from block to block are no matter of spaces.

use super::Relation::{FormatOnly, Mismatch, Review};
use super::difference::Difference;
use super::lexicon::{NameLexicon, fact};
use super::pair::{self, Part, Setting, Verdict};
use super::parse::{self, Word};
use super::{misread, ocr, sound, syllables};

/// Words that may stand for each other differ in length by so many letters at most, but for initials and for letters
/// that the standards write in several ways.
const MOST_APART: usize = 3;

/// Several words of one side that are one of the other.
pub fn judge(
    lexicon: &NameLexicon,
    setting: Setting,
    part: Part,
    record: &[Word],
    document: &[Word],
) -> Option<Verdict> {
    let apart = length(record).abs_diff(length(document));
    let one_form = record.iter().chain(document).all(|w| w.forms.len() == 1);
    let (many, one) = sides(record, document)?;
    if one_form && apart > MOST_APART && one.plain().len() != many.len() {
        return None;
    }
    let ends = |words: &[Word]| {
        let first = words.first().and_then(|w| w.plain().bytes().next());
        (first, words.last().and_then(|w| w.plain().bytes().last()))
    };
    let (x, y) = (ends(record), ends(document));
    if one_form && !setting.east_asian && x.0 != y.0 && x.1 != y.1 {
        return None;
    }
    let extra = 3 * (record.len() + document.len());
    let most = if apart > extra {
        0
    } else if one_form {
        1
    } else {
        3
    };
    let equal = (0..most).any(|form| (0..most).any(|other| equal_joined(record, form, document, other)));
    if equal {
        return Some(spaces(setting, part, many, one));
    }
    nearly(lexicon, setting, record, document).or_else(|| initials(record, document))
}

/// The side with several words, and the one word of the other.
fn sides<'a, 'l>(record: &'a [Word<'l>], document: &'a [Word<'l>]) -> Option<(&'a [Word<'l>], &'a Word<'l>)> {
    if record.len() > 1 { Some((record, document.first()?)) } else { Some((document, record.first()?)) }
}

/// The letters are equal, and only spaces differ: is it one name?
fn spaces(setting: Setting, part: Part, many: &[Word], one: &Word) -> Verdict {
    if (0..many.len()).any(|at| many[at].plain().len() == 1 && !is_elided(part, many, at, one)) {
        // in an East Asian name a single vowel may be a syllable
        let other_name = one.is(fact::NAME) && setting.syllables == 0;
        let relation = if other_name { Mismatch } else { Review };
        return Verdict { cost: 0.3, relation, code: Difference::JoinedInitial };
    }
    // Xi'an and Xian: two syllables, and one other
    if setting.east_asian && one.is(fact::PINYIN | fact::KOREAN | fact::VIETNAMESE) {
        return Verdict { cost: 0.1, relation: Review, code: Difference::OtherBorders };
    }
    Verdict { cost: 0.01, relation: FormatOnly, code: Difference::Spacing }
}

/// Whether a single letter belongs to the word behind it, as in `O'Brien`: an apostrophe shows it, or it is one of the
/// letters of such particles and begins a surname.
fn is_elided(part: Part, many: &[Word], at: usize, one: &Word) -> bool {
    let letter = &many[at];
    let behind = length(&many[..=at]);
    let mut letters = 0;
    let marked = one.shown.chars().any(|c| {
        letters += usize::from(c.is_alphanumeric());
        letters == behind && parse::is_apostrophe(c)
    });
    let known = letter.in_surname || one.is(fact::ELIDED);
    let particle = part == Part::Surname && at == 0 && matches!(letter.plain(), "O" | "D" | "L");
    marked || letter.shown.chars().any(parse::is_apostrophe) || particle && known
}

fn together(words: &[Word]) -> String {
    words.iter().map(Word::plain).collect()
}

/// A form that the lexicon lists with the word of the other side: `Abu Bakr` and `Aboubacar`.
fn listed(lexicon: &NameLexicon, record: &[Word], document: &[Word]) -> Option<Verdict> {
    let (many, one) = sides(record, document)?;
    let known = one.entry.filter(|entry| entry.has_forms())?;
    if many.len() > 2 || many.iter().any(Word::is_initial) || length(many).abs_diff(one.plain().len()) > MOST_APART {
        return None;
    }
    pair::kin(lexicon.get(&together(many))?, known)
}

fn nearly(lexicon: &NameLexicon, setting: Setting, record: &[Word], document: &[Word]) -> Option<Verdict> {
    let (a, b) = (length(record), length(document));
    if let Some(listed) = listed(lexicon, record, document) {
        return Some(listed);
    }
    let reach = if setting.east_asian { 3 } else { 1 };
    if a.abs_diff(b) > reach || a.min(b) < 4 || record.iter().chain(document).any(Word::is_initial) {
        return None;
    }
    let (x, y) = (together(record), together(document));
    if setting.east_asian
        && (syllables::same_korean(lexicon, &x, &y) || syllables::mandarin_key(&x) == syllables::mandarin_key(&y))
    {
        return Some(Verdict { cost: 0.2, relation: Review, code: Difference::RomanisationVariant });
    }
    if ocr::equal_but_for_digits(&x, &y) {
        return Some(misread::misread_digit(lexicon, &x, &y));
    }
    sound::slips(&x, &y, 1).filter(|_| a.min(b) > 5)?;
    Some(if setting.syllables == 0 {
        Verdict { cost: 0.35, relation: Review, code: Difference::Typo }
    } else {
        Verdict { cost: 0.6, relation: Mismatch, code: Difference::SyllableDiffers }
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
    let (many, one) = sides(record, document)?;
    let letters = one.plain();
    let equal = letters.len() == many.len()
        && !one.is(fact::NAME | fact::PARTICLE)
        && many
            .iter()
            .zip(letters.bytes())
            .all(|(w, b)| w.plain().len() > 1 && w.plain().as_bytes().first() == Some(&b));
    equal.then_some(Verdict { cost: 0.3, relation: Review, code: Difference::Initial })
}
