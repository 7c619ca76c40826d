//! What stands before a name and is no part of it: `Mrs`, `Herrn`, `MME OU MR`, `Sr.`.
//!
//! Takes away only what is known to be a title: a word that may be a name stays, because a name that is cut is worse
//! than one with a title too many.

use crate::fields::fold::{Token, tokens};
use crate::fields::lexicon::{FieldLexicon, Title};
use crate::fields::line::Line;

/// Words by which a paper is known to be French, where `M.` before a name is no initial.
const FRENCH: [&str; 9] =
    [" FACTURE ", " RELEVE ", " COMPTE ", " VOTRE ", " MONTANT ", " TITULAIRE ", " ADRESSE ", " FRANCAISE ", " AVIS "];
/// Titles before one name: `Herrn Prof. Dr.`, `MME OU MR`.
const MOST: usize = 4;

/// Whether the lines are those of a French paper.
pub(in crate::fields) fn is_french(lines: &[Line]) -> bool {
    lines.iter().any(|l| FRENCH.iter().any(|w| l.words.contains(w)))
}

/// A name without the titles before it. At least one word stays.
pub(in crate::fields) fn without<'a>(text: &'a str, lexicon: &FieldLexicon, french: bool) -> &'a str {
    let words = tokens(text);
    let mut at = 0;
    let mut found = 0;
    while found < MOST && at + 1 < words.len() {
        let used = title_at(text, &words, at, lexicon, french);
        if used == 0 {
            break;
        }
        at += used;
        found += 1;
        // `MME OU MR`: what joins two titles goes with them.
        let joins = words.get(at).is_some_and(|w| lexicon.joins(&w.folded));
        if joins && at + 2 < words.len() && title_at(text, &words, at + 1, lexicon, french) > 0 {
            at += 1;
        }
    }
    words.get(at).and_then(|w| text.get(w.start..)).filter(|_| at > 0).unwrap_or(text)
}

/// How many words at a place are a title; `Sig.ra` are two.
fn title_at(text: &str, words: &[Token], at: usize, lexicon: &FieldLexicon, french: bool) -> usize {
    let stop = |i: usize| words.get(i).is_some_and(|w| text.get(w.end..).is_some_and(|rest| rest.starts_with('.')));
    let of = |used: usize| {
        let joined: String = words.get(at..at + used).unwrap_or_default().iter().map(|w| w.folded.as_str()).collect();
        match lexicon.title(&joined) {
            Some(Title::Whole) => true,
            Some(Title::Shortened) => stop(at + used - 1) || used > 1 && stop(at),
            Some(Title::French) => french,
            None => false,
        }
    };
    let spelled_together = |used: usize| used == 1 || stop(at);
    [2, 1].into_iter().find(|used| at + used < words.len() && spelled_together(*used) && of(*used)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assets::Assets;

    fn bare(text: &str, french: bool) -> &str {
        let lexicon = FieldLexicon::load(&Assets::at(concat!(env!("CARGO_MANIFEST_DIR"), "/assets"))).unwrap();
        without(text, &lexicon, french)
    }

    #[test]
    fn titles_go() {
        for (text, name) in [
            ("MME OU MR VALMONT CLAIRE", "VALMONT CLAIRE"),
            ("Mr. & Mrs. Otto Brenner", "Otto Brenner"),
            ("MR AND MRS OTTO BRENNER", "OTTO BRENNER"),
            ("Herrn Prof. Dr. Karl Brenner", "Karl Brenner"),
            ("Sr. Luis Quintero", "Luis Quintero"),
            ("Sig.ra Teresa Bellini", "Teresa Bellini"),
            ("Mrs Iris Holloway", "Iris Holloway"),
        ] {
            assert_eq!(bare(text, false), name, "{text}");
        }
        assert_eq!(bare("M. LÉON VALMONT", true), "LÉON VALMONT");
        assert_eq!(bare("M. ET MME VALMONT LÉON", true), "VALMONT LÉON");
    }

    #[test]
    fn what_may_be_a_name_stays() {
        for text in
            ["M. NIGHT OBERLIN", "SR OKAFOR", "Ing Sok Chea", "MISS", "MARIE VALMONT", "Lic Tran", "M O'HARA", ""]
        {
            assert_eq!(bare(text, false), text);
        }
    }
}
