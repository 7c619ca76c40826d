//! Which words may be a name, by what says that one stands there: nothing, a caption, or the mark of a field.
//!
//! People are called Page, Bill and The. So a word of papers is no name on its own, and is one where the document says so.

use super::FieldLexicon;
use crate::fields::caption::Caption;
use crate::fields::fold::Token;

/// What says that a text is a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::fields) enum Proof {
    /// Its place at most.
    Place,
    /// The number of a license's field, or a caption beside it.
    Caption,
    /// That the words of a record are looked for.
    Record,
    /// `LN` or `FN` before it, which nothing but a license prints.
    Mark,
}

/// Small words that join the words of captions, and are no name without another word behind them.
const JOINING: [&str; 12] = ["DE", "DEL", "LA", "LAS", "LOS", "DU", "DES", "DO", "DA", "DI", "OF", "THE"];

impl FieldLexicon {
    /// Whether no word of a text speaks against its being a name.
    pub(in crate::fields) fn may_be_name(&self, words: &[Token], proof: Proof) -> bool {
        let (too, others): (Vec<_>, Vec<_>) =
            words.iter().filter(|w| self.is_no_name(&w.folded)).partition(|w| self.is_name_too(&w.folded));
        let allowed = match proof {
            Proof::Place => too.is_empty() && others.is_empty(),
            // `Power Bill` is none, whatever stands beside it.
            Proof::Caption => others.is_empty() && too.len() < words.len().max(2),
            Proof::Record => others.is_empty(),
            Proof::Mark => true,
        };
        allowed && !self.says_a_caption(words, proof)
    }

    /// Whether people are called by a word that papers use for something else.
    pub(in crate::fields) fn is_name_too(&self, folded: &str) -> bool {
        self.names_too.contains(folded)
    }

    /// Whether a text is a caption, well or badly read, or the rest of one: `DEL PADRE`.
    fn says_a_caption(&self, words: &[Token], proof: Proof) -> bool {
        let joined = |words: &[Token]| words.iter().map(|w| w.folded.as_str()).collect::<String>();
        let proven = |caption: Caption| match (proof, words) {
            (Proof::Mark, _) => !caption.is_name(),
            (Proof::Caption | Proof::Record, [word]) => self.is_name_too(&word.folded),
            _ => false,
        };
        let whole = joined(words);
        let first = words.iter().take_while(|w| JOINING.contains(&w.folded.as_str())).count();
        let rest = words.get(first..).filter(|_| first > 0).map(joined);
        let of_another = |rest: String| self.label(&rest, false) == Some(Caption::OtherPerson);
        let caption = self.label(&whole, false).or_else(|| self.misread.caption(&whole));
        caption.is_some_and(|c| !proven(c)) || rest.is_some_and(of_another)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assets::Assets;
    use crate::fields::fold::tokens;

    #[test]
    fn words_of_papers_are_names_where_something_says_so() {
        let lexicon = FieldLexicon::load(&Assets::at(concat!(env!("CARGO_MANIFEST_DIR"), "/assets"))).unwrap();
        let all = [Proof::Place, Proof::Caption, Proof::Record, Proof::Mark];
        let least = |text: &str| all.into_iter().find(|proof| lexicon.may_be_name(&tokens(text), *proof));
        for (text, proof) in [
            ("QUILLON", Some(Proof::Place)),
            ("SAMPLE", Some(Proof::Place)),
            ("DE LA CRUZ", Some(Proof::Place)),
            ("PAGE", Some(Proof::Caption)),
            ("BILL", Some(Proof::Caption)),
            ("Power", Some(Proof::Caption)),
            ("THE", Some(Proof::Caption)),
            ("BILL QUILLON", Some(Proof::Caption)),
            ("BILL PAGE", Some(Proof::Record)),
            ("WATER BILL", Some(Proof::Mark)),
            ("DRIVER", Some(Proof::Mark)),
            ("DEL PADRE", None),
            ("de la Madre", None),
            ("Surname", None),
            ("Sumame", None),
        ] {
            assert_eq!(least(text), proof, "{text}");
        }
    }
}
