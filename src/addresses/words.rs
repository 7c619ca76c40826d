//! Are two words, or two rows of words, the same name?
//!
//! It looks at words only; numbers are never put right here.

use super::lexicon::AddressLexicon;
use super::token::{Token, joined};

/// How two names relate, from same to different.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// The same words.
    Same,
    /// The same with an abbreviation, or words joined or divided.
    Form,
    /// One is the other's beginning.
    Cut,
    /// A slip of one letter that makes no other name.
    Typo,
    /// A small word, an initial or a first name is on one side only.
    Part,
    /// Another name of the same street or town.
    Alias,
    /// Other words.
    Different,
}

/// Shortest word in which a slip is told from another word.
const SHORTEST_TYPO: usize = 4;

/// Whether two words are written the same, marks and umlauts aside.
pub fn equal(a: &Token, b: &Token) -> bool {
    let long = |t: &Token| t.long.clone().unwrap_or_else(|| t.text.clone());
    a.text == b.text
        || (a.long.is_some() || b.long.is_some()) && {
            let (x, y) = (long(a), long(b));
            x == y || x == b.text || y == a.text
        }
}

/// Whether one word is a usual abbreviation of the other, or both are of one word.
fn abbreviated(lexicon: &AddressLexicon, a: &Token, b: &Token) -> bool {
    let full = |t: &Token| lexicon.abbreviations.get(&t.text).map_or(&[][..], Vec::as_slice);
    full(a).contains(&b.text) || full(b).contains(&a.text)
}

/// How two words relate.
pub fn word(lexicon: &AddressLexicon, a: &Token, b: &Token) -> Likeness {
    if equal(a, b) {
        return Likeness::Same;
    }
    if a.has_digit() || b.has_digit() {
        return Likeness::Different;
    }
    if abbreviated(lexicon, a, b) {
        return Likeness::Form;
    }
    if is_typo(lexicon, &a.text, &b.text) {
        return Likeness::Typo;
    }
    let (short, long) = if a.text.len() < b.text.len() { (a, b) } else { (b, a) };
    if short.text.len() >= 3 && long.text.starts_with(&short.text) && !lexicon.known.contains(&short.text) {
        return Likeness::Cut;
    }
    Likeness::Different
}

/// Whether `printed` is `recorded` with one slip, and no name of its own.
fn is_typo(lexicon: &AddressLexicon, recorded: &str, printed: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (recorded.chars().collect(), printed.chars().collect());
    if a.len().min(b.len()) < SHORTEST_TYPO || !one_slip(&a, &b) || lexicon.known.contains(printed) {
        return false;
    }
    // another first letter, or another last one of words that are no longer, is mostly another name
    a.first() == b.first()
}

/// Whether one letter is added, missing, another, or two neighbors are swapped.
pub fn one_slip(a: &[char], b: &[char]) -> bool {
    let head = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let tail = a[head..].iter().rev().zip(b[head..].iter().rev()).take_while(|(x, y)| x == y).count();
    let (x, y) = (&a[head..a.len() - tail], &b[head..b.len() - tail]);
    match (x, y) {
        ([] | [_], [_]) | ([_], []) => true,
        ([p, q], [r, s]) => p == s && q == r,
        _ => false,
    }
}

/// How two rows of words relate.
pub fn names(lexicon: &AddressLexicon, a: &[Token], b: &[Token]) -> Likeness {
    if a.len() == b.len() {
        let each = || a.iter().zip(b).map(|(x, y)| word(lexicon, x, y));
        let worst = each().max().unwrap_or(Likeness::Same);
        let doubtful = each().filter(|likeness| *likeness > Likeness::Form).count();
        if worst <= Likeness::Form || worst < Likeness::Part && doubtful == 1 {
            return worst;
        }
    }
    if respaced(a, b) {
        return Likeness::Form;
    }
    if same_group(&lexicon.aliases, a, b) {
        return Likeness::Alias;
    }
    if joined(a, "") == joined(b, "") {
        return Likeness::Typo;
    }
    if is_part(lexicon, a, b) || is_part(lexicon, b, a) {
        return Likeness::Part;
    }
    let (x, y) = (joined(a, ""), joined(b, ""));
    let digits = |text: &str| text.bytes().any(|b| b.is_ascii_digit());
    if a.len() != b.len() && !digits(&x) && !digits(&y) && is_typo(lexicon, &x, &y) {
        Likeness::Typo
    } else {
        Likeness::Different
    }
}

/// Whether the words are the same once short words and single letters are joined to their neighbors: `F D` and `FD`,
/// `De Soto` and `DeSoto`, `O Dell` and `ODell`, or what a hyphen joins.
fn respaced(a: &[Token], b: &[Token]) -> bool {
    if joined(a, "") != joined(b, "") {
        return false;
    }
    let (long, short) = if a.len() > b.len() { (a, b) } else { (b, a) };
    let borders = |tokens: &[Token]| -> Vec<usize> {
        tokens
            .iter()
            .scan(0, |at, t| {
                *at += t.text.len();
                Some(*at)
            })
            .collect()
    };
    let kept = borders(short);
    let mut ends = borders(long).into_iter().zip(long);
    ends.all(|(end, token)| kept.contains(&end) || token.text.len() <= 3 && token.is_word())
}

/// Whether two rows of words stand in one group.
pub fn same_group(groups: &rustc_hash::FxHashMap<String, Vec<usize>>, a: &[Token], b: &[Token]) -> bool {
    let of = |tokens: &[Token]| groups.get(&joined(tokens, " "));
    matches!((of(a), of(b)), (Some(x), Some(y)) if x.iter().any(|group| y.contains(group)))
}

/// Whether the words of `short` all stand in `long` in their order, and what is left over is small, or two words at
/// least agree. An initial stands for its word.
fn is_part(lexicon: &AddressLexicon, short: &[Token], long: &[Token]) -> bool {
    if short.is_empty() || short.len() > long.len() {
        return false;
    }
    let (mut at, mut agree, mut left) = (0, 0, Vec::new());
    for token in long {
        match short.get(at) {
            Some(next) if word(lexicon, next, token) <= Likeness::Form => {
                agree += usize::from(next.text.len() > 2 && !lexicon.small.contains(&next.text));
                at += 1;
            }
            Some(next)
                if next.is_letter() && token.text.starts_with(&next.text)
                    || token.is_letter() && next.is_word() && next.text.starts_with(&token.text) =>
            {
                at += 1;
            }
            _ => left.push(token),
        }
    }
    let small = |token: &&Token| lexicon.small.contains(&token.text) || token.is_letter();
    at == short.len() && agree >= 1 && left.iter().all(|t| t.is_word()) && (agree >= 2 || left.iter().all(small))
}
