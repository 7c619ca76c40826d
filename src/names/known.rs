//! What the lexicon knows of one word, for lists and folders that have names among other words.

use super::fold;
use super::lexicon::{NameLexicon, fact};

/// What a word is known as. Many words are several of these, most names none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Known {
    /// A given name.
    pub given: bool,
    /// A surname.
    pub surname: bool,
    /// What stands behind a name and is none: `Jr`, `PhD`.
    pub addition: bool,
}

impl Known {
    /// A given name that nobody has as a surname.
    pub fn only_given(self) -> bool {
        self.given && !self.surname
    }
}

/// What a word is known as.
pub fn known(lexicon: &NameLexicon, word: &str) -> Known {
    let forms = spellings(word);
    let Some(entry) = forms.iter().find_map(|form| lexicon.get(form)) else { return Known::default() };
    let is = |facts: u32| entry.facts & facts != 0;
    Known {
        given: is(fact::MALE | fact::FEMALE),
        surname: is(fact::SURNAME),
        addition: entry.suffix.is_some() || is(fact::DEGREE) && !is(fact::NAME),
    }
}

/// The ways to write a word with capitals from A to Z, the plain one first.
pub fn spellings(word: &str) -> Vec<String> {
    use unicode_normalization::UnicodeNormalization as _;
    if word.is_ascii() { fold::forms(word) } else { fold::forms(&word.nfc().collect::<String>()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assets::Assets;

    #[test]
    fn words_of_names_are_told_apart() {
        let lexicon = NameLexicon::load(&Assets::at(concat!(env!("CARGO_MANIFEST_DIR"), "/assets"))).unwrap();
        assert!(known(&lexicon, "Jennifer").only_given() && known(&lexicon, "JOSÉ").given);
        assert!(known(&lexicon, "García").surname && !known(&lexicon, "García").given);
        assert!(known(&lexicon, "Jr").addition && known(&lexicon, "III").addition);
        assert_eq!(known(&lexicon, "passport"), Known::default());
        assert_eq!(spellings("Mu\u{308}ller"), spellings("Müller"));
    }
}
