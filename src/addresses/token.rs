//! One word or number of an address, folded.

use super::fold::fold;

/// One word or number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// In capitals A to Z and digits; a number may hold hyphens, slashes and a point.
    pub text: String,
    /// The same with umlauts spelled out, where that differs.
    pub long: Option<String>,
    /// As printed.
    pub shown: String,
    /// Number of its line.
    pub line: usize,
    /// A number that counts: 5th, 3º, Fifth.
    pub ordinal: bool,
    /// A number that is printed in words.
    pub in_words: bool,
    /// A letter of the printed word was put right.
    pub misread: bool,
}

/// What stands between two commas or line breaks.
pub type Segment = Vec<Token>;

impl Token {
    /// A token that holds a folded text.
    pub fn new(shown: &str, line: usize) -> Self {
        let (text, long) = fold(shown);
        Self { text, long, shown: shown.to_owned(), line, ordinal: false, in_words: false, misread: false }
    }

    /// Whether it has a digit.
    pub fn has_digit(&self) -> bool {
        self.text.bytes().any(|b| b.is_ascii_digit())
    }

    /// Whether it is digits only.
    pub fn is_digits(&self) -> bool {
        !self.text.is_empty() && self.text.bytes().all(|b| b.is_ascii_digit())
    }

    /// Whether it begins with a digit and does not count.
    pub fn is_number(&self) -> bool {
        self.text.starts_with(|c: char| c.is_ascii_digit()) && !self.ordinal
    }

    /// Whether it is one letter.
    pub fn is_letter(&self) -> bool {
        self.text.len() == 1 && self.text.bytes().all(|b| b.is_ascii_uppercase())
    }

    /// Whether it has letters only.
    pub fn is_word(&self) -> bool {
        !self.text.is_empty() && self.text.chars().all(char::is_alphabetic)
    }

    /// Whether characters are hidden in it.
    pub fn is_masked(&self) -> bool {
        self.text.contains('*') || self.text.len() > 2 && self.text.bytes().all(|b| b == b'X')
    }
}

/// The folded texts, joined.
pub fn joined(tokens: &[Token], with: &str) -> String {
    tokens.iter().map(|token| token.text.as_str()).collect::<Vec<_>>().join(with)
}

/// The words as printed, joined by spaces.
pub fn shown(tokens: &[Token]) -> String {
    tokens.iter().map(|token| token.shown.as_str()).collect::<Vec<_>>().join(" ")
}
