//! Every place of a page where somebody's name may stand, for the search with a record: bills and statements often
//! print the holder's name without any caption.
//!
//! Leaves out what a caption gives to somebody else. Decides nothing: a mention is no holder until a record's words are
//! found in it, and then the comparison of names has the last word.

use super::candidate::{Page, clean, unnumbered};
use super::{spouses, titles};
use crate::fields::fold::{fold, tokens};
use crate::fields::labels::Value;
use crate::fields::lexicon::Caption;
use crate::fields::lexicon::proof::Proof;
use crate::fields::line::{Line, is_name_by};
use crate::fields::{Holder, Source, letters};
use crate::geometry::Region;
use crate::text::Reading;

/// Most mentions of a page.
const MOST: usize = 60;
/// A mention is never a claim.
const CONFIDENCE: f32 = 0.75;
/// Readings below this are no name.
const LEGIBLE: f32 = 0.75;
/// Shorter ones are no name, or none that could be found again.
const SHORTEST: usize = 4;
/// Fewest letters of a word that may be found inside of words that were joined.
const JOINED: usize = 5;
/// How far below a caption its block reaches, in heights of the caption.
const BLOCK: f32 = 4.5;

/// The names of a page, in reading order.
pub(in crate::fields) fn find(page: &Page) -> Vec<Holder> {
    let lines = page.lines.iter().filter(|l| l.reading.confidence >= LEGIBLE && !belongs_to_another(page, l));
    lines.flat_map(|l| names_in(page, l)).take(MOST).map(|(name, at)| mention(name, at)).collect()
}

fn mention(name: String, (region, reading): (Region, &Reading)) -> Holder {
    Holder {
        surname: String::new(),
        given_names: String::new(),
        confidence: CONFIDENCE.min(reading.confidence),
        source: Source::Text,
        may_be_cut: name.ends_with("..."),
        region: Some(region),
        letters: letters::of_name(&name, std::slice::from_ref(reading)),
        full_name: name,
    }
}

/// The name on a line, and each of two names that are joined.
fn names_in<'a>(page: &Page, line: &'a Line) -> Vec<(String, (Region, &'a Reading))> {
    let start = line.spans.iter().map(|s| s.end).max().unwrap_or(0);
    let text = if line.spans.is_empty() { line.reading.text.as_str() } else { line.text(start, line.tokens.len()) };
    let whole = clean(unnumbered(text));
    let parts: Vec<&str> = whole.split(" & ").flat_map(|p| p.split(" AND ")).flat_map(|p| p.split(" OR ")).collect();
    let all = parts.iter().copied().chain((parts.len() > 1).then_some(whole.as_str()));
    let bare = all.map(|p| clean(titles::without(p, page.lexicon, page.french)));
    // Some people have one name.
    let named = bare.filter(|n| n.chars().count() >= SHORTEST && is_name_by(n, page.lexicon, Proof::Record));
    named.map(|n| (n, (line.region(), line.reading))).collect()
}

/// Whether a caption says that the line is a parent's, a spouse's or an official's: on the line itself, beside it, or
/// over it with nothing else announced between.
pub(super) fn belongs_to_another(page: &Page, line: &Line) -> bool {
    let of_other = |l: &Line| l.spans.iter().any(|s| s.caption == Caption::OtherPerson) && !spouses::announces(page, l);
    if of_other(line) {
        return true;
    }
    let at = page.lines.iter().position(|l| std::ptr::eq(l, line));
    let is_others = |v: &&Value| v.caption == Caption::OtherPerson && of_other(&page.lines[v.label]);
    if page.values.iter().filter(is_others).any(|v| Some(v.line) == at) {
        return true;
    }
    let r = line.region();
    page.lines.iter().filter(|l| of_other(l)).any(|label| {
        let c = label.region();
        let height = c.height.max(1.0);
        let down = r.center().y - c.center().y;
        let beside = down.abs() < 0.6 * height && r.left > c.left && r.left - c.right() < 14.0 * height;
        let shared = r.right().min(c.right().max(c.left + 8.0 * height)) - r.left.max(c.left - 2.0 * height);
        let below = down > 0.0 && down < BLOCK * height && shared > 0.0;
        let announced = || {
            page.lines.iter().any(|l| {
                let y = l.region().center().y;
                let between = y > c.center().y + 0.4 * height && y < r.center().y;
                between && !l.spans.is_empty() && !of_other(l)
            })
        };
        beside || below && !announced()
    })
}

/// The mention in which most words of a record stand: at least one of the surname and one of the given names, or the
/// only word of a record that has but one. Of two alike the one with fewer other words, then the first.
pub(in crate::fields) fn best<'a>(mentions: &'a [Holder], surname: &str, given: &str) -> Option<&'a Holder> {
    let words = |text: &str| tokens(text).into_iter().map(|t| t.folded).collect::<Vec<_>>();
    let (surname, given) = (words(surname), words(given));
    let score = |h: &Holder| {
        let own = words(&h.full_name);
        let joined: String = own.concat();
        let has = |w: &String| own.contains(w) || w.chars().count() >= JOINED && joined.contains(&fold(w));
        let found = |part: &[String]| part.iter().filter(|w| has(w)).count();
        let (s, g) = (found(&surname), found(&given));
        let enough =
            if surname.is_empty() || given.is_empty() { s + g >= 1 && own.len() == 1 } else { s >= 1 && g >= 1 };
        let together = s + g;
        (enough && together >= 1).then(|| (together, usize::MAX - own.len()))
    };
    // The last of equals is taken, so the search begins at the end.
    let scored = mentions.iter().rev().filter_map(|h| score(h).map(|s| (s, h)));
    scored.max_by_key(|(s, _)| *s).map(|(_, h)| h)
}

/// Lines of a page in which the parts of one name stand together: a card gives each part a line of its own, with a
/// caption between.
const LINES_OF_A_NAME: usize = 5;

/// Whether a whole name stands on a page: every word of the surname and the first given name, near each other, each as a
/// word of its own, or for longer ones inside of words that a reader joined. Says nothing of whose name it is.
pub(in crate::fields) fn stands_on(lines: &[Reading], surname: &str, given: &str) -> bool {
    let words = |text: &str| tokens(text).into_iter().map(|t| t.folded).collect::<Vec<_>>();
    let wanted: Vec<String> = words(surname).into_iter().chain(words(given).into_iter().take(1)).collect();
    if words(surname).is_empty() || words(given).is_empty() {
        return false;
    }
    let lines: Vec<Vec<String>> = lines.iter().filter(|l| l.confidence >= LEGIBLE).map(|l| words(&l.text)).collect();
    let near = |first: usize| &lines[first..(first + LINES_OF_A_NAME).min(lines.len())];
    let has = |lines: &[Vec<String>], word: &String| {
        let joined = || lines.iter().any(|line| line.concat().contains(word.as_str()));
        lines.iter().flatten().any(|w| w == word) || word.chars().count() >= JOINED && joined()
    };
    (0..lines.len()).any(|first| wanted.iter().all(|word| has(near(first), word)))
}

#[cfg(test)]
mod tests {
    use crate::assets::Assets;
    use crate::codes::Codes;
    use crate::fields::{Facts, FieldLexicon, extract};
    use crate::geometry::Size;
    use crate::testing::readings::page;

    fn read(text: &str) -> Facts {
        let lexicon = FieldLexicon::load(&Assets::at(concat!(env!("CARGO_MANIFEST_DIR"), "/assets"))).unwrap();
        extract(&lexicon, &page(text), &Codes::default(), Size::new(1200, 900))
    }

    fn found(facts: &Facts) -> Option<&str> {
        facts.holder_for("Quintero Ávila", "Marisol Elena").map(|h| h.full_name.as_str())
    }

    #[test]
    fn the_name_of_a_record_is_found_where_no_caption_announces_it() {
        let facts =
            read("Harbor Light\nMonthly summary\n\n\nMrs MARISOL QUINTERO AVILA\nThank you for being a customer");
        assert_eq!(found(&facts), Some("MARISOL QUINTERO AVILA"));
        assert!(facts.holder_for("Quintero", "Marisol").is_some_and(|h| h.confidence < 0.8));
    }

    #[test]
    fn a_record_finds_a_name_of_words_that_papers_use() {
        let facts = read("Harbor Light\nMonthly summary\n\nBILL PAGE\nThank you for being a customer");
        assert_eq!(facts.holder, None);
        assert_eq!(facts.holder_for("Page", "Bill").map(|h| h.full_name.as_str()), Some("BILL PAGE"));
    }

    #[test]
    fn what_stands_there_is_not_made_the_record() {
        let facts = read("Harbor Light\nMonthly summary\n\nMARISOL QUINTERO\nThank you");
        assert_eq!(found(&facts), Some("MARISOL QUINTERO"));
    }

    #[test]
    fn a_parent_or_a_spouse_is_not_the_holder() {
        for text in [
            "Registro\nMadre MARISOL ELENA QUINTERO AVILA",
            "Registro\nSpouse\nMARISOL ELENA QUINTERO AVILA",
            "CARTEIRA\nFILIAÇÃO\nJORGE SOUSA\nMARISOL ELENA QUINTERO AVILA",
            "Registro\nMother's name|MARISOL ELENA QUINTERO AVILA",
        ] {
            assert_eq!(found(&read(text)), None, "{text}");
        }
    }

    #[test]
    fn of_two_owners_the_one_of_the_record_is_taken() {
        let facts = read("Harbor Light\nMonthly summary\n\nOTTO BRENNER & MARISOL QUINTERO AVILA\nThank you");
        assert_eq!(found(&facts), Some("MARISOL QUINTERO AVILA"));
    }

    #[test]
    fn words_of_one_part_alone_are_not_enough() {
        assert_eq!(found(&read("Harbor Light\n\nMARISOL BRENNER\nThank you")), None);
        assert_eq!(found(&read("Harbor Light\n\nOTTO QUINTERO\nThank you")), None);
    }
}
