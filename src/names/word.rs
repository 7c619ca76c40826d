//! One word of a name, with what is known of it.

use std::cell::OnceCell;

use super::lexicon::Entry;
use super::sound;

/// One word of a name.
#[derive(Debug, Clone)]
pub struct Word<'l> {
    /// As it was written.
    pub shown: String,
    /// Folded forms, the plain one first.
    pub forms: Vec<String>,
    /// What the lexicon knows of it.
    pub entry: Option<&'l Entry>,
    /// Its facts.
    pub facts: u32,
    /// It is written in a script that no table here can fold.
    pub foreign: bool,
    /// A period stands right behind it.
    pub dotted: bool,
    /// It stands in a box that is surely the surname's.
    pub in_surname: bool,
    /// Its keys of sound, once they were needed: western, romanized.
    pub(super) keys: OnceCell<(String, String)>,
}

impl Word<'_> {
    /// The plain folded form.
    pub fn plain(&self) -> &str {
        self.forms.first().map_or("", String::as_str)
    }

    /// Its keys of sound: western, romanized.
    pub fn keys(&self) -> &(String, String) {
        self.keys.get_or_init(|| (sound::spelling(self.plain()), sound::romanized(self.plain())))
    }

    /// Whether the lexicon says so.
    pub fn is(&self, facts: u32) -> bool {
        self.facts & facts != 0
    }

    /// Whether it is a single letter, and no word of its own as the Irish `Ó`.
    pub fn is_initial(&self) -> bool {
        self.plain().len() == 1 && !is_irish_particle(&self.shown)
    }
}

/// `Ó`, `Ní` and `Uí` are no initials and no syllables where they carry their mark.
pub fn is_irish_particle(shown: &str) -> bool {
    matches!(shown, "Ó" | "ó" | "Ní" | "NÍ" | "ní" | "Uí" | "UÍ" | "uí")
}
