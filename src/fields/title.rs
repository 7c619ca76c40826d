//! Lines as the titles of documents are looked for in them, and what makes a line a title rather than a sentence.
//!
//! Whole words only: `NONRESIDENT ALIEN` does not say `RESIDENT ALIEN`.

use super::fold::{letters_in, tokens};
use super::lexicon::FieldLexicon;
use super::line::is_prose;
use crate::geometry::Region;
use crate::text::Reading;

/// Lines with more words are running text: what they mention is no title, and no hint.
const MAX_WORDS: usize = 24;
/// Up to so many words a line may be a title that says more than what the document is.
const MAX_TITLE_WORDS: usize = 8;
/// Shorter phrases must be spelled exactly.
const SHORTEST_LONG: usize = 10;
/// A long phrase may have one wrong letter in so many.
const LETTERS_A_SLIP: usize = 12;
/// Most lines that are looked at, and most short ones that are tried on top of each other.
const MOST_LINES: usize = 600;
const MOST_SHORT: usize = 200;

/// A line as titles are looked for in it.
pub(super) struct Title {
    /// Folded words with single spaces around each.
    spaced: String,
    /// The same without spaces.
    squeezed: String,
    words: Vec<String>,
    /// Reads like a sentence.
    prose: bool,
    /// Begins with a small letter: the rest of a sentence that began on another line.
    continued: bool,
}

impl Title {
    fn of(text: &str, words: Vec<String>) -> Self {
        let continued = text.trim_start().starts_with(char::is_lowercase);
        Self {
            spaced: format!(" {} ", words.join(" ")),
            squeezed: words.concat(),
            prose: is_prose(text),
            continued,
            words,
        }
    }

    /// Whether a phrase stands here in a line that has the shape of a title: short, or mostly this phrase, and neither
    /// a sentence nor a part of one.
    pub(super) fn is_titled(&self, phrase: &str, lexicon: &FieldLexicon) -> bool {
        let letters = phrase.bytes().filter(|b| *b != b' ').count();
        let share = letters as f32 / self.squeezed.len().max(1) as f32;
        let shaped = if self.prose { share >= 0.5 } else { self.words.len() <= MAX_TITLE_WORDS || share >= 0.33 };
        !self.continued && shaped && self.says(phrase, lexicon)
    }

    /// Whether a number is announced behind a phrase, so that it is the caption of that number.
    pub(super) fn is_numbered(&self, phrase: &str) -> bool {
        let behind = self.spaced.find(phrase).and_then(|at| self.spaced.get(at + phrase.len()..));
        let next = behind.and_then(|rest| rest.split(' ').next());
        next.is_some_and(|word| matches!(word, "NO" | "N" | "NR" | "NUM" | "NUMBER" | "NUMERO" | "№"))
    }

    /// Whether the line holds a phrase as whole words; long phrases may have lost their spaces or one letter in twelve.
    pub(super) fn says(&self, phrase: &str, lexicon: &FieldLexicon) -> bool {
        if self.spaced.contains(phrase) {
            return true;
        }
        // Bytes bound letters from above: most phrases are too short or too long for the line.
        if phrase.len() < SHORTEST_LONG || self.squeezed.len() + 2 < phrase.len() - 1 - phrase.split(' ').count() {
            return false;
        }
        let plain: String = phrase.split_whitespace().collect();
        plain.chars().count() >= SHORTEST_LONG
            && (self.says_joined(&plain, lexicon) || self.nearly_says(phrase, &plain, lexicon))
    }

    /// Whether words that were read as one, or in pieces, are the phrase, perhaps with the name of a state before or
    /// behind it: `TEXASDRIVERLICENSE`.
    fn says_joined(&self, plain: &str, lexicon: &FieldLexicon) -> bool {
        if !self.squeezed.contains(plain) {
            return false;
        }
        let mut starts = vec![0];
        for word in &self.words {
            starts.push(starts.last().copied().unwrap_or(0) + word.len());
        }
        self.squeezed.match_indices(plain).any(|(at, _)| {
            let end = at + plain.len();
            let before = starts.iter().rev().find(|s| **s <= at).map(|s| &self.squeezed[*s..at]);
            let behind = starts.iter().find(|s| **s >= end).map(|s| &self.squeezed[end..*s]);
            [before, behind].into_iter().flatten().all(|rest| rest.is_empty() || lexicon.is_place(rest))
        })
    }

    /// Whether some words spell the phrase but for a letter, and are no caption: a cut `DATE DE NAISSANCE` is as near
    /// to `ACTE DE NAISSANCE`.
    fn nearly_says(&self, phrase: &str, plain: &str, lexicon: &FieldLexicon) -> bool {
        let most = plain.chars().count() / LETTERS_A_SLIP;
        let count = phrase.split_whitespace().count();
        let letters = letters_in(plain);
        self.words.windows(count.min(self.words.len()).max(1)).any(|w| {
            if w.iter().map(String::len).sum::<usize>().abs_diff(plain.len()) > 2 {
                return false;
            }
            let joined = w.concat();
            let differing = (letters ^ letters_in(&joined)).count_ones() as usize;
            differing <= 2 * most && strsim::levenshtein(&joined, plain) <= most && lexicon.nearly(&joined).is_none()
        })
    }
}

/// Lines that may be titles, and short ones together with the line right under them: `DRIVER` over `LICENSE`.
pub(super) fn all(lines: &[Reading]) -> Vec<Title> {
    let lines: Vec<(&Reading, Vec<String>)> = lines
        .iter()
        .take(MOST_LINES)
        .map(|l| (l, tokens(&l.text).into_iter().map(|t| t.folded).collect::<Vec<_>>()))
        .filter(|(_, t)| t.len() <= MAX_WORDS)
        .collect();
    let short: Vec<&(&Reading, Vec<String>)> =
        lines.iter().filter(|(_, w)| (1..=2).contains(&w.len())).take(MOST_SHORT).collect();
    let mut out = Vec::new();
    for (upper, words) in &short {
        let under = short.iter().filter(|(lower, _)| is_stacked(upper.region, lower.region));
        let joined = |(lower, more): &&(&Reading, Vec<String>)| {
            Title::of(&format!("{} {}", upper.text, lower.text), [words.as_slice(), more.as_slice()].concat())
        };
        out.extend(under.map(joined));
    }
    out.extend(lines.into_iter().map(|(line, words)| Title::of(&line.text, words)));
    out
}

/// One right under the other.
fn is_stacked(upper: Region, lower: Region) -> bool {
    let height = upper.height.max(lower.height).max(1.0);
    let down = lower.center().y - upper.center().y;
    let shared = upper.right().min(lower.right()) - upper.left.max(lower.left);
    down > 0.5 * height && down < 1.6 * height && shared > 0.6 * upper.width.min(lower.width)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assets::Assets;
    use crate::testing::readings::line;

    fn titled(text: &str, phrase: &str) -> bool {
        let lexicon = FieldLexicon::load(&Assets::at(concat!(env!("CARGO_MANIFEST_DIR"), "/assets"))).unwrap();
        all(&[line(text, 0.0, 0.0, 300.0, 20.0)]).iter().any(|t| t.is_titled(phrase, &lexicon))
    }

    #[test]
    fn a_title_is_a_title_with_a_state_with_a_slip_and_without_its_spaces() {
        for text in ["TEXAS DRIVER LICENSE USA", "TEXASDRIVERLICENSE", "DRIVERLICENSE", "Driver license"] {
            assert!(titled(text, " DRIVER LICENSE "), "{text}");
        }
        assert!(titled("CERTIFLCATE OF LIVE BIRTH", " CERTIFICATE OF LIVE BIRTH "));
        assert!(titled("Your consolidated statement", " CONSOLIDATED STATEMENT "));
    }

    #[test]
    fn running_text_and_parts_of_words_are_no_title() {
        for text in [
            "You checked: U.S. resident alien filing a U.S. federal tax return",
            "U.S. Nonresident Alien Income Tax Return",
            "NONRESIDENTALIEN",
            "resident alien for tax purposes",
            "CHECK THIS BOX IF YOU ARE A CITIZEN OR A RESIDENT ALIEN OF THE UNITED STATES",
        ] {
            assert!(!titled(text, " RESIDENT ALIEN "), "{text}");
        }
        assert!(!titled("ATE DE NAISSANCE", " ACTE DE NAISSANCE "));
    }
}
