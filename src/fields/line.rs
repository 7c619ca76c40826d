//! A reading with its words and the captions in it.

use super::dates::{self, Order};
use super::fold::{Token, compact, tokens};
use super::lexicon::proof::Proof;
use super::lexicon::{Caption, FieldLexicon};
use crate::geometry::Region;
use crate::text::Reading;

/// Longest caption, in tokens.
const MAX_CAPTION: usize = 8;
/// Lines with more tokens are running text, whose words are no captions.
const MAX_TOKENS: usize = 14;

/// Small words that stand in names.
pub(super) const PARTICLES: [&str; 43] = [
    "de", "del", "dal", "la", "las", "los", "y", "e", "i", "da", "das", "do", "dos", "di", "du", "des", "della",
    "dello", "degli", "van", "den", "der", "von", "vom", "zu", "zum", "zur", "ter", "ten", "te", "af", "av", "al",
    "el", "as", "an", "bin", "ibn", "ben", "bint", "abu", "um", "ould",
];
/// `Srta.`, `Fco.`: an abbreviation with its full stop.
const LONGEST_ABBREVIATION: usize = 5;

/// A caption inside a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Span {
    pub caption: Caption,
    /// First token.
    pub first: usize,
    /// Token after the last one.
    pub end: usize,
}

/// A reading, prepared for the search.
#[derive(Debug, Clone)]
pub(super) struct Line<'a> {
    pub reading: &'a Reading,
    pub tokens: Vec<Token>,
    pub spans: Vec<Span>,
    /// Folded words with single spaces around each.
    pub words: String,
}

impl<'a> Line<'a> {
    /// Prepares a reading. `on_license`: short and numbered captions of licenses count too.
    pub(super) fn of(reading: &'a Reading, lexicon: &FieldLexicon, on_license: bool) -> Self {
        let tokens = tokens(&reading.text);
        let words = format!(" {} ", tokens.iter().map(|t| t.folded.as_str()).collect::<Vec<_>>().join(" "));
        let mut line = Self { reading, tokens, spans: Vec::new(), words };
        line.spans = line.captions(lexicon, on_license);
        line.forget_words_of_periods(lexicon);
        line
    }

    pub(super) fn region(&self) -> Region {
        self.reading.region
    }

    /// The text between two tokens, without the punctuation around it.
    pub(super) fn text(&self, first: usize, end: usize) -> &'a str {
        let (Some(a), Some(b)) = (self.tokens.get(first), self.tokens.get(end.wrapping_sub(1))) else { return "" };
        let stop = if end == self.tokens.len() { self.reading.text.len() } else { b.end };
        let text = self.reading.text.get(a.start..stop).unwrap_or_default();
        text.trim_matches(|c: char| c.is_whitespace() || ":;,/|#=".contains(c))
    }

    /// What follows a caption up to the next one.
    pub(super) fn after(&self, span: Span) -> &'a str {
        let next = self.spans.iter().find(|s| s.first >= span.end).map_or(self.tokens.len(), |s| s.first);
        if next > span.end { self.text(span.end, next) } else { "" }
    }

    /// Nothing but captions, numbers of one or two digits and single letters: never a value.
    pub(super) fn is_only_captions(&self) -> bool {
        let covered = |i: usize| self.spans.iter().any(|s| (s.first..s.end).contains(&i));
        let small =
            |t: &Token| t.folded.chars().count() <= 2 || matches!(t.folded.as_str(), "AND" | "THE" | "DES" | "DEL");
        !self.spans.is_empty() && self.tokens.iter().enumerate().all(|(i, t)| covered(i) || small(t))
    }

    /// `through` announces nothing where it joins the two ends of a period.
    fn forget_words_of_periods(&mut self, lexicon: &FieldLexicon) {
        if self.spans.iter().all(|s| s.first == 0) {
            return;
        }
        let periods: Vec<_> = dates::find(&self.reading.text, lexicon, Order::Unknown);
        let tokens = &self.tokens;
        let inside = |s: &Span| {
            let mut periods = periods.iter().filter(|p| p.begins.is_some());
            tokens.get(s.first).is_some_and(|t| periods.any(|p| (p.start..p.end).contains(&t.start)))
        };
        self.spans.retain(|s| !inside(s));
    }

    fn captions(&self, lexicon: &FieldLexicon, on_license: bool) -> Vec<Span> {
        let mut spans: Vec<Span> = Vec::new();
        let mut at = 0;
        while at < self.tokens.len() {
            match self.caption_at(at, lexicon, on_license) {
                Some(span) if self.may_stand(&span, &spans) && !self.is_called(&span, &spans, lexicon) => {
                    spans.push(span);
                    at = span.end;
                }
                _ => at += 1,
            }
        }
        spans
    }

    /// The longest caption that begins at a token.
    fn caption_at(&self, at: usize, lexicon: &FieldLexicon, on_license: bool) -> Option<Span> {
        let most = MAX_CAPTION.min(self.tokens.len() - at);
        let joined = |n: usize| self.tokens[at..at + n].iter().map(|t| t.folded.as_str()).collect::<String>();
        for n in (1..=most).rev() {
            let text = joined(n);
            let numbered = on_license && (at <= 2 || text.len() > 1) && !self.is_in_a_date(at, at + n);
            if let Some(caption) = lexicon.label(&text, numbered) {
                // `First` before a name is a caption, and behind the number of a house a street.
                let word = caption.is_name() && text.len() > 2 && lexicon.label(&text, false).is_none();
                if at > 0 && word {
                    continue;
                }
                return Some(Span { caption, first: at, end: at + n });
            }
        }
        for n in (1..=most).rev() {
            let text = joined(n);
            let misread = || digits_as_letters(&text).filter(|_| self.is_one_word(at, at + n));
            let caption = lexicon.nearly(&text).or_else(|| lexicon.label(&misread()?, on_license));
            if let Some(caption) = caption {
                return Some(Span { caption, first: at, end: at + n });
            }
        }
        None
    }

    /// Whether nothing stands between the tokens: `du 1` is no misread `DUI`.
    fn is_one_word(&self, first: usize, end: usize) -> bool {
        self.tokens[first..end].windows(2).all(|pair| pair[0].end == pair[1].start)
    }

    /// Whether the tokens are a part of something like `12/31/2031`, and so not the number of a license's field.
    fn is_in_a_date(&self, first: usize, end: usize) -> bool {
        let joins = |i: usize| {
            let (Some(a), Some(b)) = (self.tokens.get(i), self.tokens.get(i + 1)) else { return false };
            let digits = [a, b].iter().all(|t| t.folded.chars().all(|c| c.is_ascii_digit()));
            digits && matches!(self.reading.text.get(a.end..b.start), Some("/" | "-" | "."))
        };
        joins(end - 1) || first.checked_sub(1).is_some_and(joins)
    }

    /// Captions stand at the start of a line (behind a number), behind another caption, or before a colon; captions of
    /// dates and numbers also elsewhere in short lines.
    fn may_stand(&self, span: &Span, before: &[Span]) -> bool {
        if self.tokens.len() > MAX_TOKENS && span.first > 1 {
            return false;
        }
        let covered = |i: usize| before.iter().any(|s| (s.first..s.end).contains(&i));
        let led =
            self.tokens[..span.first].iter().enumerate().all(|(i, t)| covered(i) || t.folded.chars().count() <= 2);
        let end = self.tokens.get(span.end - 1).map_or(0, |t| t.end);
        let colon = self
            .reading
            .text
            .get(end..)
            .is_some_and(|rest| rest.trim_start_matches(['.', ' ', ')', '°', 's']).starts_with(':'));
        let slash = self.reading.text[..self.tokens[span.first].start].trim_end().ends_with('/');
        led || colon
            || slash && !self.digits_before(span.first)
            || span.caption.is_date()
                && span.end - span.first >= 1
                && self.tokens.len() <= 10
                && self.letters(span) >= 3
    }

    /// Whether a caption in the middle of a line without a number is a word that people are called by, as in `ANA DO
    /// NASCIMENTO`.
    fn is_called(&self, span: &Span, before: &[Span], lexicon: &FieldLexicon) -> bool {
        let word = &self.tokens[span.first].folded;
        let inner = span.first > 0 && before.is_empty() && span.end - span.first == 1;
        let numbered = self.reading.text.contains(|c: char| c.is_ascii_digit() || c == ':' || c == '/');
        inner && !numbered && span.caption.is_date() && lexicon.is_name_too(word)
    }

    fn letters(&self, span: &Span) -> usize {
        self.tokens[span.first..span.end].iter().map(|t| t.folded.len()).sum()
    }

    fn digits_before(&self, at: usize) -> bool {
        at > 0 && self.tokens[at - 1].folded.chars().all(char::is_numeric)
    }
}

/// A caption whose letters were read as digits: `D0B`, `D08`.
fn digits_as_letters(text: &str) -> Option<String> {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    if digits == 0 || text.chars().count() < 3 || text.len() - digits == 0 {
        return None;
    }
    Some(
        text.chars()
            .map(|c| match c {
                '0' => 'O',
                '1' => 'I',
                '5' => 'S',
                '8' => 'B',
                c => c,
            })
            .collect(),
    )
}

/// Whether a text can be a person's name: the shape of one, and not the name of a country or state.
pub(super) fn is_name_like(text: &str, lexicon: &FieldLexicon) -> bool {
    is_name_shaped(text, lexicon) && !lexicon.is_place(&compact(text))
}

/// Whether a text has the shape of a person's name: words of letters, none of them known for something else, not all of
/// them in small letters. `VIRGINIA` has it, so ask only where the text's own line says that it is a name.
pub(super) fn is_name_shaped(text: &str, lexicon: &FieldLexicon) -> bool {
    is_name_by(text, lexicon, Proof::Place)
}

/// Whether a text has the shape of a person's name, words of papers among them where something proves it to be one.
pub(super) fn is_name_by(text: &str, lexicon: &FieldLexicon, proof: Proof) -> bool {
    let allowed = |c: char| {
        c.is_alphabetic()
            || c.is_whitespace()
            || "-'’.,·`".contains(c)
            || unicode_normalization::char::is_combining_mark(c)
    };
    let words = tokens(text);
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let small = text.chars().any(char::is_lowercase) && !text.chars().any(char::is_uppercase);
    letters >= 2
        && !small
        && text.chars().count() <= 70
        && text.chars().all(allowed)
        && (1..=8).contains(&words.len())
        && words.iter().any(|w| w.folded.chars().count() >= 2)
        && !is_prose(text)
        && lexicon.may_be_name(&words, proof)
}

/// Reads like a sentence: begins with a small word that is no particle of names, has more such words than capitalized
/// ones, or a full stop behind a word that is too long for an abbreviation.
pub(super) fn is_prose(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().filter(|w| w.chars().any(char::is_alphabetic)).collect();
    // Readers take the dotted capital I for a small one: `iBRAHIM`.
    let small = |w: &str| {
        let particle = PARTICLES.contains(&w) || w.contains(['\'', '’', '-']);
        !w.chars().any(char::is_uppercase) && w.chars().any(char::is_lowercase) && !particle
    };
    let inner = words.len().saturating_sub(1);
    let stopped = words[..inner].iter().any(|w| w.ends_with('.') && w.chars().count() > LONGEST_ABBREVIATION);
    let first = words.first().is_some_and(|w| small(w));
    first || stopped || 2 * words.iter().filter(|w| small(w)).count() > words.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assets::Assets;

    #[test]
    fn names_have_the_shape_of_names_and_sentences_do_not() {
        let lexicon = FieldLexicon::load(&Assets::at(concat!(env!("CARGO_MANIFEST_DIR"), "/assets"))).unwrap();
        for text in [
            "Ana de la Cruz",
            "MARÍA JOSÉ",
            "d'Aubréville Hélène",
            "J. Quintero",
            "Otto van der Berg",
            "van der Zwaluwen",
            "iBRAHIM IŞIK",
            "Ma. Luz Soto",
        ] {
            assert!(is_name_shaped(text, &lexicon), "{text}");
        }
        for text in [
            "voir ci-dessus. Conservez ce",
            "Lorem ipsum dolor sit amet",
            "see the back of this page",
            "Thank you kindly. Goodbye",
        ] {
            assert!(!is_name_shaped(text, &lexicon), "{text}");
        }
    }
}
