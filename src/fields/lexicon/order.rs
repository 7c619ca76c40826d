//! Which of two names is the surname, where nothing but the names themselves tells.

use super::FieldLexicon;
use crate::fields::fold::tokens;
use crate::names::{Known, known};

impl FieldLexicon {
    /// Whether people are known by these names in these roles and not in the other ones: every word of the surname is a
    /// surname, every word of the given names a given name, and one of these is nobody's surname. Unknown words tell
    /// nothing, so that most pairs are left open.
    pub(in crate::fields) fn tells_order(&self, surname: &str, given: &str) -> bool {
        let (surnames, given) = (self.known_words(surname), self.known_words(given));
        let all = |words: &[Known], is: fn(&Known) -> bool| !words.is_empty() && words.iter().all(is);
        // `N SALEH` may be the rest of a longer name.
        let cut = tokens(surname).iter().any(|t| t.folded.chars().count() == 1);
        !cut && all(&surnames, |w| w.surname) && all(&given, |w| w.given) && given.iter().any(|w| w.only_given())
    }

    /// Whether words are somebody's name because people are called so: a given name first, a surname last, and nothing
    /// unknown between that is no particle.
    pub(in crate::fields) fn is_somebody(&self, name: &str) -> bool {
        let words = self.known_words(name);
        let (Some(first), Some(last)) = (words.first(), words.last()) else { return false };
        words.len() >= 2 && first.given && last.surname && words.iter().all(|w| w.given || w.surname)
    }

    /// What is known of each word of a name that is no particle and no initial.
    fn known_words(&self, name: &str) -> Vec<Known> {
        let words = tokens(name).into_iter().map(|t| t.folded);
        let told = words.filter(|w| w.chars().count() > 1).map(|w| (known(&self.names, &w), w));
        told.filter(|(known, word)| *known != Known::default() || !is_particle(word)).map(|(known, _)| known).collect()
    }
}

fn is_particle(word: &str) -> bool {
    crate::fields::line::PARTICLES.contains(&word.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assets::Assets;

    #[test]
    fn names_that_are_known_in_one_role_tell_the_order() {
        let lexicon = FieldLexicon::load(&Assets::at(concat!(env!("CARGO_MANIFEST_DIR"), "/assets"))).unwrap();
        assert!(lexicon.tells_order("GARCÍA", "MARÍA JOSÉ") && lexicon.tells_order("DE LA CRUZ", "JENNIFER ANN"));
        assert!(lexicon.is_somebody("María de la Cruz García") && !lexicon.is_somebody("Cruz Azul"));
        assert!(!lexicon.is_somebody("García") && !lexicon.is_somebody("Quimperlé García"));
        for (surname, given) in
            [("JENNIFER", "GARCIA"), ("JAMES", "THOMAS"), ("QUILLON", "JENNIFER"), ("N GARCIA", "JENNIFER"), ("", "")]
        {
            assert!(!lexicon.tells_order(surname, given), "{surname}, {given}");
        }
    }
}
