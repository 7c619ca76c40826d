//! How sure the reader was of each letter of a name, and what follows from it.
//!
//! Certainty can take away an acceptance or a contradiction, never give one: a letter that was hardly read cannot prove
//! that two names differ, and one that was read for sure is no slip of the reader. The rules on names are elsewhere.

use super::Relation::{Exact, FormatOnly, Mismatch, Review};
use super::difference::Difference;
use super::{Comparison, NameReason, fold, ocr};

/// Below this confidence a letter is rather misread than read: the reader gives another one more than half.
const DOUBTFUL: f32 = 0.5;
/// From this confidence a letter counts as printed so: the reader leaves all others together less than a tenth.
const SURE: f32 = 0.9;
/// More differing letters than this are another name, however badly it was read.
const MOST_SLIPS: usize = 2;
/// Longest word that is laid beside another letter by letter.
const LONGEST: usize = 40;
/// Letters of a name that are looked at.
const MOST_LETTERS: usize = 400;

/// A reader's confidence in each letter of a document's name.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct LetterConfidence {
    /// Folded letters in the order of the text, with their confidences, 0–1.
    letters: Vec<(u8, f32)>,
}

impl LetterConfidence {
    /// The confidences of a text, one for each character, blanks included; those that are missing count as 1.
    pub fn new(text: &str, confidences: &[f32]) -> Self {
        let known = confidences.iter().copied().chain(std::iter::repeat(1.0));
        let letters = text.chars().zip(known).filter(|(c, _)| c.is_alphanumeric());
        let folded = letters.flat_map(|(c, sure)| {
            let plain = fold::forms(c.encode_utf8(&mut [0; 4])).into_iter().next().unwrap_or_default();
            plain.into_bytes().into_iter().map(move |letter| (letter, sure))
        });
        Self { letters: folded.take(MOST_LETTERS).collect() }
    }

    /// One confidence for all letters of a text, for readers that do not tell more.
    pub fn all(text: &str, confidence: f32) -> Self {
        Self::new(text, &vec![confidence; text.chars().count().min(MOST_LETTERS)])
    }

    /// The confidences of a word's letters, where it stands in the text.
    fn of(&self, word: &[u8]) -> Option<&[(u8, f32)]> {
        if word.is_empty() || word.len() > self.letters.len() {
            return None;
        }
        self.letters.windows(word.len()).find(|window| window.iter().map(|(letter, _)| letter).eq(word))
    }

    /// The least certain letter of the whole text.
    fn weakest(&self) -> f32 {
        self.letters.iter().map(|(_, sure)| *sure).fold(1.0, f32::min)
    }
}

/// The comparison as it stands once the letters' confidences are known.
pub fn weigh(mut found: Comparison, letters: &LetterConfidence) -> Comparison {
    for reason in &mut found.reasons {
        weigh_reason(reason, letters);
    }
    if found.relation <= FormatOnly && letters.weakest() < DOUBTFUL {
        found.reasons.push(NameReason {
            code: Difference::LetterDoubtful,
            record: String::new(),
            document: String::new(),
            relation: FormatOnly,
        });
    }
    found.reasons.sort_by_key(|reason| std::cmp::Reverse(reason.relation));
    let relation = found.reasons.first().map_or(found.relation, |reason| reason.relation);
    if relation != found.relation {
        found.relation = relation;
        found.score = match relation {
            Exact | FormatOnly => found.score.clamp(0.9, 0.99),
            Review => found.score.clamp(0.45, 0.9),
            Mismatch => found.score,
        };
    }
    found
}

fn weigh_reason(reason: &mut NameReason, letters: &LetterConfidence) {
    let Some(differing) = differing(&reason.record, &reason.document, letters) else { return };
    let doubtful = !differing.is_empty() && differing.len() <= MOST_SLIPS && differing.iter().all(|c| *c < DOUBTFUL);
    let sure = differing.iter().all(|c| *c >= SURE);
    match reason.relation {
        Mismatch if doubtful => (reason.relation, reason.code) = (Review, Difference::LetterDoubtful),
        Review if doubtful && matches!(reason.code, Difference::Typo | Difference::OcrAmbiguous) => {
            reason.code = Difference::LetterDoubtful;
        }
        FormatOnly if sure && reason.code == Difference::OcrConfusion && !ocr::has_digit(&reason.document) => {
            (reason.relation, reason.code) = (Review, Difference::Typo);
        }
        _ => {}
    }
}

/// The confidences of the document's letters that differ from the record's; `None` where the words cannot be found.
fn differing(record: &str, document: &str, letters: &LetterConfidence) -> Option<Vec<f32>> {
    let plain = |text: &str| -> Vec<u8> {
        let folded = text.split_whitespace().map(|word| fold::forms(word).into_iter().next().unwrap_or_default());
        folded.flat_map(String::into_bytes).collect()
    };
    let (a, b) = (plain(record), plain(document));
    if a.is_empty() || a.len() > LONGEST || b.len() > LONGEST {
        return None;
    }
    let read = letters.of(&b)?;
    Some(slips(&a, &b).into_iter().filter_map(|at| read.get(at).map(|(_, sure)| *sure)).collect())
}

/// Places in `b` where it differs from `a`, by a shortest row of slips (Wagner and Fischer 1974); a letter that is
/// missing counts at the one behind it, or at the last.
fn slips(a: &[u8], b: &[u8]) -> Vec<usize> {
    let width = b.len() + 1;
    let mut cost = vec![0_usize; (a.len() + 1) * width];
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            cost[i * width + j] = match (i, j) {
                (0, j) => j,
                (i, 0) => i,
                (i, j) => {
                    let change = cost[(i - 1) * width + j - 1] + usize::from(a[i - 1] != b[j - 1]);
                    change.min(cost[(i - 1) * width + j] + 1).min(cost[i * width + j - 1] + 1)
                }
            };
        }
    }
    let (mut i, mut j, mut places) = (a.len(), b.len(), Vec::new());
    while i > 0 || j > 0 {
        let here = cost[i * width + j];
        if i > 0 && j > 0 && here == cost[(i - 1) * width + j - 1] + usize::from(a[i - 1] != b[j - 1]) {
            (i, j) = (i - 1, j - 1);
            if a[i] != b[j] {
                places.push(j);
            }
        } else if j > 0 && here == cost[i * width + j - 1] + 1 {
            j -= 1;
            places.push(j);
        } else {
            i -= 1;
            places.push(j.min(b.len().saturating_sub(1)));
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assets::Assets;
    use crate::names::{DocumentName, NameLexicon, RecordName, Relation, compare_as_read};

    /// Reads the document with one letter at another confidence than the rest.
    fn read(record: &str, document: &str, at: usize, sure: f32, rest: f32) -> Comparison {
        let assets = Assets::at(concat!(env!("CARGO_MANIFEST_DIR"), "/assets"));
        let lexicon = NameLexicon::load(&assets).expect("the lexicon is whole");
        let mut confidences = vec![rest; document.chars().count()];
        confidences[at] = sure;
        let letters = LetterConfidence::new(document, &confidences);
        let document = DocumentName::Line(document.to_owned());
        compare_as_read(&lexicon, &RecordName::parse(record), &document, &letters)
    }

    #[test]
    fn a_letter_that_was_hardly_read_contradicts_nothing() {
        assert_eq!(read("Mario||Ruiz", "MARIA RUIZ", 4, 0.98, 0.98).relation, Relation::Mismatch);
        let doubtful = read("Mario||Ruiz", "MARIA RUIZ", 4, 0.3, 0.98);
        assert_eq!((doubtful.relation, doubtful.reasons[0].code), (Relation::Review, Difference::LetterDoubtful));
        assert_eq!(read("Mario||Ruiz", "MARIA RUIZ", 1, 0.3, 0.98).relation, Relation::Mismatch);
    }

    #[test]
    fn another_name_stays_another_name_however_badly_it_was_read() {
        assert_eq!(read("Pedro||Ruiz", "LUCIA RUIZ", 0, 0.1, 0.1).relation, Relation::Mismatch);
    }

    #[test]
    fn what_was_read_for_sure_is_no_slip_of_the_reader() {
        assert_eq!(read("Fernando||Ruiz", "FEMANDO RUIZ", 2, 0.4, 0.98).relation, Relation::FormatOnly);
        assert_eq!(read("Fernando||Ruiz", "FEMANDO RUIZ", 2, 0.98, 0.98).relation, Relation::Review);
    }

    #[test]
    fn an_equal_name_with_a_doubtful_letter_stays_accepted_and_asks_to_be_checked() {
        assert!(read("Ana||Ruiz", "Ana Ruiz", 0, 0.99, 0.99).reasons.is_empty());
        let doubtful = read("Ana||Ruiz", "Ana Ruiz", 2, 0.2, 0.99);
        assert_eq!((doubtful.relation, doubtful.reasons[0].code), (Relation::FormatOnly, Difference::LetterDoubtful));
    }

    #[test]
    fn slips_are_found_where_they_are() {
        assert_eq!(slips(b"MARIO", b"MARIA"), [4]);
        assert_eq!(slips(b"ANNA", b"ANA").len(), 1);
        assert!(slips(b"", b"").is_empty());
        assert_eq!(LetterConfidence::all("ANA", 0.2), LetterConfidence::new("ANA", &[0.2; 3]));
    }
}
