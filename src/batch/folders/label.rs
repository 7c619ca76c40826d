//! The name of a folder or file, cut into words and numbers.

use crate::batch::cells::fold::{folded, spaced_humps};
use crate::names::spellings;

/// Longest ending of a file name, in letters.
const MAX_ENDING: usize = 5;

/// A run of letters or a run of digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    /// Folded; a number without zeros in front.
    pub text: String,
    /// As it is written.
    pub written: String,
    pub is_number: bool,
    /// No sign stands between it and the piece before.
    pub joined: bool,
    /// It stands in brackets or behind `#`.
    pub marked: bool,
    /// The sign before it.
    pub sign: char,
}

/// A name in pieces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Label {
    pub pieces: Vec<Piece>,
}

impl Label {
    /// Cuts a name. The ending of a file is no part of it.
    pub(super) fn new(name: &str, is_folder: bool) -> Self {
        let bare = if is_folder { name } else { without_ending(name) };
        let mut pieces: Vec<Piece> = Vec::new();
        let (mut depth, mut sign) = (0_u32, ' ');
        let mut open = false;
        for c in bare.chars() {
            if is_joining(c) && open && pieces.last().is_some_and(|piece| !piece.is_number) {
                continue; // O'Brien is one word, and a mark belongs to its letter
            }
            if !c.is_alphanumeric() && !is_mark(c) {
                depth = match c {
                    '(' | '[' | '{' => depth + 1,
                    ')' | ']' | '}' => depth.saturating_sub(1),
                    _ => depth,
                };
                (open, sign) = (false, c);
                continue;
            }
            let is_number = c.is_ascii_digit();
            match pieces.last_mut().filter(|piece| open && (piece.is_number == is_number || is_mark(c))) {
                Some(piece) => piece.written.push(c),
                None => pieces.push(Piece {
                    text: String::new(),
                    written: c.to_string(),
                    is_number,
                    joined: open,
                    marked: depth > 0 || sign == '#',
                    sign,
                }),
            }
            open = true;
        }
        for piece in &mut pieces {
            piece.text = if piece.is_number { without_zeros(&piece.written) } else { folded(&piece.written) };
        }
        Self { pieces }
    }

    /// Whether a number or letters without a sign between follow a piece.
    pub(super) fn is_joined_behind(&self, at: usize) -> bool {
        self.pieces.get(at + 1).is_some_and(|next| next.joined)
    }

    /// The pieces before a place, without a year at the beginning: `2025_Garcia_passport` is filed by year.
    pub(super) fn before(&self, at: usize) -> &[Piece] {
        let is_year = |piece: &Piece| {
            piece.is_number
                && piece.written.len() == 4
                && piece.text.parse::<u16>().is_ok_and(|n| (1990..2100).contains(&n))
        };
        let from = usize::from(at > 0 && self.pieces.first().is_some_and(is_year));
        self.pieces.get(from..at).unwrap_or_default()
    }

    /// The words: letters that stand by themselves.
    pub(super) fn words(&self) -> Vec<Word> {
        let by_itself =
            |at: &usize| !self.pieces[*at].is_number && !self.pieces[*at].joined && !self.is_joined_behind(*at);
        let word = |at: usize| {
            let piece = &self.pieces[at];
            Word { at, folded: piece.text.clone(), forms: spellings(&piece.written), written: piece.written.clone() }
        };
        (0..self.pieces.len()).filter(by_itself).map(word).collect()
    }

    /// How many numbers stand in a row around a piece, with signs of dates between, and its place among them.
    pub(super) fn row_of_numbers(&self, at: usize) -> (usize, usize) {
        let next = |at: usize| {
            let piece = self.pieces.get(at)?;
            (piece.is_number && !piece.joined && matches!(piece.sign, '-' | '.' | '_' | ':')).then_some(())
        };
        let mut from = at;
        while from > 0 && next(from).is_some() && self.pieces[from - 1].is_number {
            from -= 1;
        }
        let mut end = at + 1;
        while next(end).is_some() {
            end += 1;
        }
        (end - from, at - from)
    }
}

/// A word of a name or of anything else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    /// Place among the pieces.
    pub at: usize,
    pub folded: String,
    /// Its spellings from A to Z.
    pub forms: Vec<String>,
    pub written: String,
}

impl Word {
    /// `GarciaMaria` as two words; a word without humps as it is.
    pub(super) fn humps(self) -> Vec<Self> {
        let spaced = spaced_humps(&self.written);
        if !spaced.contains(' ') {
            return vec![self];
        }
        let part = |written: &str| Self {
            at: self.at,
            folded: folded(written),
            forms: spellings(written),
            written: written.to_owned(),
        };
        spaced.split(' ').map(part).collect()
    }
}

pub(super) fn without_ending(name: &str) -> &str {
    let ending = |end: &str| !end.is_empty() && end.len() <= MAX_ENDING && end.chars().all(char::is_alphanumeric);
    name.rsplit_once('.').filter(|(stem, end)| !stem.is_empty() && ending(end)).map_or(name, |(stem, _)| stem)
}

pub(super) fn without_zeros(number: &str) -> String {
    let bare = number.trim_start_matches('0');
    if bare.is_empty() { "0".to_owned() } else { bare.to_owned() }
}

fn is_joining(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | '`' | '´')
}

fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(name: &str, is_folder: bool) -> String {
        let piece =
            |p: &Piece| format!("{}{}{}", if p.joined { "+" } else { "" }, p.text, if p.marked { "!" } else { "" });
        Label::new(name, is_folder).pieces.iter().map(piece).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn names_are_cut_into_words_and_numbers() {
        assert_eq!(shown("0042 - María", true), "42 maria");
        assert_eq!(shown("Lin Bo (C-7)", true), "lin bo c! 7!");
        assert_eq!(shown("nowak-ewa-cp565.jpg", false), "nowak ewa cp +565");
        assert_eq!(shown("Zoe\u{308} Mu\u{308}ller #12", true), "zoe muller 12!");
        assert_eq!(shown("O'Brien.Kevin.pdf", false), "obrien kevin");
    }

    #[test]
    fn numbers_in_a_row_are_counted() {
        let row = |name: &str, at| Label::new(name, false).row_of_numbers(at);
        assert_eq!(row("scan 2025-03-01.pdf", 1), (3, 0));
        assert_eq!(row("scan 2025-03-01.pdf", 3), (3, 2));
        assert_eq!(row("1042-2.jpg", 0), (2, 0));
        assert_eq!(row("1042 passport 2.jpg", 0), (1, 0));
    }
}
