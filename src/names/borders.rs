//! Names whose letters are one row: do their words begin at the same places?
//!
//! `DE LA ROSA` and `DELAROSA` are one name, and so are `LUIS ACOSTA` and `ACOSTA LUIS`. `GABRIEL ACOSTA` and `GABRIELA
//! COSTA` are two people, though every letter is there: no letter moves from the given names to the surname or back, and
//! as many words with other borders are other words. Looked at before any arrangement is sought; where the words are
//! joined or split within one block only, the arrangement decides.

use super::Relation::{self, Mismatch, Review};
use super::difference::Difference;
use super::lexicon::fact;
use super::parse::{DocumentWords, RecordWords, Word};

/// Most letters of a name that are laid beside each other, so that its borders fit the bits of one number.
const MOST_LETTERS: usize = 127;

/// What the borders of two names say whose letters are one row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Borders {
    /// The words are the same; the code is `order` if the surname block moved.
    Same(Difference),
    /// The words begin at other places: how bad that is, and its code.
    Other(Relation, Difference),
}

/// A name as it is spoken: one block of words behind the other.
#[derive(Clone, Copy)]
struct Spoken<'a, 'l>(&'a [Word<'l>], &'a [Word<'l>]);

impl<'a, 'l> Spoken<'a, 'l> {
    fn words(self) -> impl Iterator<Item = &'a Word<'l>> + Clone {
        self.0.iter().chain(self.1)
    }

    fn letters(self) -> impl Iterator<Item = u8> + 'a {
        self.0.iter().chain(self.1).flat_map(|word| word.plain().bytes())
    }

    /// One bit for each place where a word begins, but for the first.
    fn borders(self) -> u128 {
        let mut at = 0;
        let begins = self.words().map(|word| {
            let from = at;
            at += word.plain().len();
            1_u128.checked_shl(from as u32).unwrap_or(0)
        });
        begins.skip(1).fold(0, |all, bit| all | bit)
    }

    /// The bit of the border between the blocks.
    fn block(self) -> u128 {
        let at = length(self.0);
        if at == 0 || self.1.is_empty() { 0 } else { 1_u128.checked_shl(at as u32).unwrap_or(0) }
    }

    /// The word that goes over a place, and where it begins.
    fn over(self, place: u128) -> Option<(&'a Word<'l>, usize)> {
        let mut from = 0;
        self.words().find_map(|word| {
            let begins = from;
            from += word.plain().len();
            let inside = bits(begins + 1, from) & place != 0;
            inside.then_some((word, begins))
        })
    }

    /// Whether a single letter stands as a word of its own within these letters of the row.
    fn has_initial(self, from: usize, to: usize) -> bool {
        let mut at = 0;
        self.words().any(|word| {
            let begins = at;
            at += word.plain().len();
            word.plain().len() == 1 && begins >= from && at <= to
        })
    }
}

fn length(words: &[Word]) -> usize {
    words.iter().map(|word| word.plain().len()).sum()
}

/// Bits from one place to before another.
fn bits(from: usize, to: usize) -> u128 {
    (from..to.min(MOST_LETTERS + 1)).fold(0, |all, at| all | 1 << at)
}

/// Compares the borders; `None` where the letters are no row, or where the arrangement must decide.
pub fn compare(left: &RecordWords, right: &DocumentWords) -> Option<Borders> {
    let letters = length(&left.given) + length(&left.surname);
    if letters == 0 || letters > MOST_LETTERS || letters != length(&right.words) {
        return None;
    }
    let (surname, given) = right.words.split_at(right.border.unwrap_or(0).min(right.words.len()));
    let document = Spoken(given, surname);
    let forth = (Spoken(&left.given, &left.surname), Difference::Nothing);
    let back = (Spoken(&left.surname, &left.given), Difference::Order);
    let orders = if left.plain || right.border.is_some() { &[forth][..] } else { &[forth, back] };
    if let Some((record, code)) = orders.iter().find(|(record, _)| record.letters().eq(document.letters())) {
        return judge(*record, left.plain, document, *code);
    }
    // a line that may begin with the surname: Carlo Sanchez and ANCHEZ CARLOS
    let turns = if left.plain || right.border.is_some() { 0 } else { right.words.len() };
    let mut turned = (1..turns).map(|at| right.words.split_at(at)).map(|(surname, given)| Spoken(given, surname));
    turned
        .find(|turned| forth.0.letters().eq(turned.letters()))
        .and_then(|turned| judge(forth.0, false, turned, Difference::Nothing))
}

fn judge(record: Spoken, plain: bool, document: Spoken, code: Difference) -> Option<Borders> {
    let (ours, theirs) = (record.borders(), document.borders());
    let (block, shown) = (record.block(), document.block());
    if ours == theirs {
        return (shown == 0).then_some(Borders::Same(code));
    }
    let nested = ours & theirs == ours || ours & theirs == theirs;
    let one_word = plain && (ours == 0 || theirs == 0);
    if block & !theirs == 0 && shown & !ours == 0 && !one_word {
        return if nested { None } else { within_blocks(record, document, block) };
    }
    if !nested {
        return Some(Borders::Other(Mismatch, Difference::OtherBorders));
    }
    Some(joined_over(record, document, if one_word { ours | theirs } else { block & !theirs | shown & !ours }))
}

/// The border between the blocks is the same: words may be joined or split in each of them, not both in one.
fn within_blocks(record: Spoken, document: Spoken, block: u128) -> Option<Borders> {
    let (ours, theirs) = (record.borders(), document.borders());
    let given = block.wrapping_sub(1);
    let crossed = [given, !given].into_iter().find(|part| ours & !theirs & part != 0 && theirs & !ours & part != 0)?;
    let changed = (ours ^ theirs) & crossed;
    let mut at = 0;
    let named = document.words().any(|word| {
        let span = bits(at, at + word.plain().len() + 1);
        at += word.plain().len();
        span & changed != 0 && word.plain().len() > 1 && word.is(fact::NAME)
    });
    Some(Borders::Other(if named { Mismatch } else { Review }, Difference::OtherBorders))
}

/// A word of one side goes over the border of the other: joined words, unless a single letter is among them.
fn joined_over(record: Spoken, document: Spoken, place: u128) -> Borders {
    let (one, many) = if document.over(place).is_some() { (document, record) } else { (record, document) };
    let Some((word, from)) = one.over(place) else { return Borders::Other(Review, Difference::OtherBorders) };
    if many.has_initial(from, from + word.plain().len()) {
        let other_name = word.is(fact::NAME) && !word.is(fact::ELIDED);
        return Borders::Other(if other_name { Mismatch } else { Review }, Difference::JoinedInitial);
    }
    if shows_borders(word, many.borders() >> from) {
        Borders::Same(Difference::Spacing)
    } else {
        Borders::Other(Review, Difference::OtherBorders)
    }
}

/// Whether a word shows by capitals where the words in it begin: `AlisherUsmanov`.
fn shows_borders(word: &Word, borders: u128) -> bool {
    let mut before = ' ';
    let capitals = word.shown.chars().filter(|c| c.is_alphanumeric()).enumerate().filter_map(|(at, c)| {
        let begins = before.is_lowercase() && c.is_uppercase();
        before = c;
        begins.then_some(at)
    });
    let shown = capitals.filter(|at| *at <= MOST_LETTERS).fold(0, |all, at| all | 1_u128 << at);
    shown != 0 && shown == borders & bits(1, word.plain().len())
}
