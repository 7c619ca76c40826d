//! Look-ups of phrases of one to five words among the words of an address.

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::token::Token;

/// What a phrase stands for. Two phrases with one code mean the same.
pub type Code = Arc<str>;

/// Phrases, each with the code that it stands for.
#[derive(Debug, Clone, Default)]
pub struct Phrases {
    codes: FxHashMap<String, Code>,
    firsts: FxHashSet<String>,
    longest: usize,
}

impl Phrases {
    /// Reads lines of `CODE: form; form`; the first meaning of a form stays.
    pub fn read(text: &str) -> Self {
        let mut phrases = Self::default();
        phrases.add_lines(text, true);
        phrases
    }

    /// Adds more lines. `own` says whether the code is a form as well.
    pub fn add_lines(&mut self, text: &str, own: bool) {
        for (code, forms) in lines(text) {
            let shared: Code = code.into();
            let all = own.then_some(code).into_iter().chain(forms);
            all.for_each(|form| self.add(form, &shared));
        }
    }

    /// Adds one phrase.
    pub fn add(&mut self, form: &str, code: &Code) {
        let words: Vec<&str> = form.split_whitespace().collect();
        let Some(first) = words.first() else { return };
        self.firsts.insert((*first).to_owned());
        self.longest = self.longest.max(words.len());
        self.codes.entry(words.join(" ")).or_insert_with(|| code.clone());
    }

    /// The code of the longest phrase that begins at a place, and its number of words.
    pub fn at(&self, tokens: &[Token], start: usize) -> Option<(&Code, usize)> {
        if !self.firsts.contains(&tokens.get(start)?.text) {
            return None;
        }
        let most = self.longest.min(tokens.len() - start);
        (1..=most).rev().find_map(|length| self.exactly(tokens.get(start..start + length)?).map(|code| (code, length)))
    }

    /// The code of the longest phrase that ends where the tokens end, and its number of words.
    pub fn at_end(&self, tokens: &[Token]) -> Option<(&Code, usize)> {
        let most = self.longest.min(tokens.len());
        (1..=most).rev().find_map(|length| {
            let code = self.exactly(tokens.get(tokens.len() - length..)?)?;
            Some((code, length))
        })
    }

    /// The code of exactly these words.
    pub fn exactly(&self, tokens: &[Token]) -> Option<&Code> {
        match tokens {
            [] => None,
            [one] => self.codes.get(&one.text),
            many => self.codes.get(&super::token::joined(many, " ")),
        }
    }

    /// Whether a phrase of this code begins with a text.
    pub fn begins(&self, code: &str, text: &str) -> bool {
        self.codes.iter().any(|(phrase, found)| **found == *code && phrase.starts_with(text))
    }

    /// The code of a phrase in folded words.
    pub fn code(&self, phrase: &str) -> Option<&Code> {
        self.codes.get(phrase)
    }
}

/// The lines `CODE: form; form` of a text.
pub fn lines(text: &str) -> impl Iterator<Item = (&str, impl Iterator<Item = &str>)> {
    text.lines().filter_map(|line| {
        let (code, forms) = line.split_once(':')?;
        Some((code.trim(), forms.split(';').map(str::trim).filter(|form| !form.is_empty())))
    })
}
