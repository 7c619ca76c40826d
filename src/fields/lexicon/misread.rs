//! Captions that were misread: letters that readers take for one another, and one letter wrong or lost in the captions of
//! the parts of a name.
//!
//! What is found here is worth a caption and never a value, so only long words count: `Horne` looks like `Nome` and
//! `Humber` like `Number`, and both are names.

use std::collections::HashMap;

use crate::fields::caption::Caption;
use crate::fields::fold::lookalikes;

/// Shortest caption that is known by what it looks like, in letters, and the shortest of a name. Every name of the name
/// lexicon was tried against the captions that are as long.
const SHORTEST: usize = 7;
const SHORTEST_OF_NAMES: usize = 6;
/// Captions of the parts of a name of this length are known with one letter wrong or lost; the lexicon does so for longer
/// ones.
const ONE_WRONG: usize = 7;

/// The captions by what they look like.
#[derive(Debug, Clone, Default)]
pub(super) struct Misread {
    /// `None` where captions of several kinds look alike.
    alike: HashMap<String, Option<Caption>>,
    parts: Vec<(String, Caption)>,
}

impl Misread {
    pub(super) fn add(&mut self, plain: &str, caption: Caption) {
        let length = plain.chars().count();
        if length >= SHORTEST || caption.is_name() && length >= SHORTEST_OF_NAMES {
            let known = self.alike.entry(lookalikes(plain)).or_insert(Some(caption));
            *known = known.filter(|k| *k == caption);
        }
        if matches!(caption, Caption::Surname | Caption::GivenNames) && length == ONE_WRONG {
            self.parts.push((plain.to_owned(), caption));
        }
    }

    /// The caption that letters look like.
    pub(super) fn caption(&self, joined: &str) -> Option<Caption> {
        let length = joined.chars().count();
        let alike = || self.alike.get(&lookalikes(joined)).copied().flatten();
        let near = |(label, _): &&(String, Caption)| {
            length.abs_diff(ONE_WRONG) <= 1 && strsim::levenshtein(label, joined) <= 1
        };
        alike().or_else(|| self.parts.iter().find(near).map(|(_, caption)| *caption))
    }
}

#[cfg(test)]
mod tests {
    use crate::assets::Assets;
    use crate::fields::lexicon::{Caption, FieldLexicon};

    fn lexicon() -> FieldLexicon {
        FieldLexicon::load(&Assets::at(concat!(env!("CARGO_MANIFEST_DIR"), "/assets"))).unwrap()
    }

    #[test]
    fn captions_are_known_by_their_look_alikes() {
        use Caption::{GivenNames, Name, Surname};
        for (misread, caption) in [
            ("SUMAME", Surname),
            ("SURIIAME", Surname),
            ("SURAME", Surname),
            ("VOMAME", GivenNames),
            ("NORNBRE", Name),
            ("GIVEHHAMES", GivenNames),
        ] {
            assert_eq!(lexicon().nearly(misread), Some(caption), "{misread}");
        }
    }

    #[test]
    fn no_name_is_taken_for_a_misread_caption() {
        let lexicon = lexicon();
        for file in ["given", "surnames"] {
            let path = format!("{}/assets/lexicon/names/{file}.toml", env!("CARGO_MANIFEST_DIR"));
            let words = std::fs::read_to_string(path).unwrap();
            let names = words.split(|c: char| !c.is_alphabetic()).filter(|w| w.len() >= 3 && w.to_uppercase() == *w);
            let taken: Vec<&str> =
                names.filter(|n| lexicon.label(n, false).is_none() && lexicon.nearly(n).is_some()).collect();
            assert!(taken.is_empty(), "{taken:?}");
        }
        for name in ["HUMBER", "HORNE", "HORN", "HUME", "NAIR", "TENNANT", "PAGE"] {
            assert_eq!(lexicon.nearly(name), None, "{name}");
        }
    }
}
