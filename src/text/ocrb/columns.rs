//! From the recognizer's columns to characters: without conditions, or as exactly one character of a given kind for
//! each place.
//!
//! A machine readable line has a fixed length, and most of its places hold only letters or only digits. Under these two
//! conditions, the likeliest line is found exactly: by the Viterbi algorithm over the columns, with the blanks of
//! connectionist temporal classification between the characters. This module knows no layouts and no check digits.

/// The characters of machine readable zones, in the order of the network's labels, which follow the blank.
pub const ALPHABET: [u8; 37] = *b"<0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
/// Number of labels: the blank and the characters.
const LABELS: usize = ALPHABET.len() + 1;
/// Longest line that can be asked for, in characters.
const MOST_CELLS: usize = 60;
/// Widest strip, in columns.
const MOST_COLUMNS: usize = 1200;
/// Least natural logarithm of a probability: a label that the network excludes is very unlikely, not impossible.
const FLOOR: f32 = -14.0;

/// Characters that may stand at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Allowed(u64);

impl Allowed {
    /// The filler `<`.
    pub const FILLER: Self = Self(1);
    /// 0 to 9.
    pub const DIGITS: Self = Self(((1 << 10) - 1) << 1);
    /// A to Z.
    pub const LETTERS: Self = Self(((1 << 26) - 1) << 11);
    /// Everything.
    pub const ANY: Self = Self((1 << 37) - 1);

    /// The characters of either set.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// These characters; characters outside of the alphabet are left out.
    pub fn of(characters: &str) -> Self {
        let bit = |c: u8| ALPHABET.iter().position(|a| *a == c).map_or(0, |i| 1 << i);
        Self(characters.bytes().map(bit).fold(0, |all, one: u64| all | one))
    }

    /// Whether a digit may stand here.
    pub const fn digits(self) -> bool {
        self.0 & Self::DIGITS.0 != 0
    }

    fn labels(self) -> impl Iterator<Item = usize> {
        (0..ALPHABET.len()).filter(move |i| self.0 >> i & 1 == 1).map(|i| i + 1)
    }
}

/// What the recognizer saw in a strip: for each column, from left to right, the natural logarithms of the probabilities
/// of the blank and of each character.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Columns(Vec<[f32; LABELS]>);

/// A line with exactly one character for each place.
#[derive(Debug, Clone, PartialEq)]
pub struct Cells {
    /// The characters.
    pub text: String,
    /// Confidence of each character, 0–1.
    pub letters: Vec<f32>,
    /// For each place, up to four other characters, likeliest first, with their probabilities.
    pub others: Vec<Vec<(char, f32)>>,
    /// How much less likely this line is than the free text of the columns, as a difference of natural logarithms,
    /// never negative: the cost of the fixed length and kinds of characters.
    pub strain: f32,
}

/// A character of a cell and its score.
#[derive(Clone, Copy)]
struct Best {
    score: f32,
    label: usize,
}

const NEVER: Best = Best { score: f32::NEG_INFINITY, label: 0 };

impl Columns {
    /// From the network's output: for each column [`LABELS`] logits. `None` if the shape differs or a value is not a
    /// number.
    pub(super) fn from_logits(values: &[f32]) -> Option<Self> {
        let shape = values.len().is_multiple_of(LABELS) && values.len() <= MOST_COLUMNS * LABELS;
        if !shape || !values.iter().all(|v| v.is_finite()) {
            return None;
        }
        let normal = |logits: &[f32; LABELS]| {
            let top = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
            let sum: f32 = logits.iter().map(|l| (l - top).exp()).sum();
            logits.map(|l| (l - top - sum.ln()).max(FLOOR))
        };
        Some(Self(values.as_chunks::<LABELS>().0.iter().map(normal).collect()))
    }

    /// The likeliest text without any condition.
    pub fn text(&self) -> String {
        let mut text = String::new();
        let mut before = 0;
        for column in &self.0 {
            let label = likeliest(column);
            if label != 0 && label != before {
                text.push(character(label));
            }
            before = label;
        }
        text
    }

    /// The likeliest line with one character for each entry of `allowed`; `None` where the strip is too short.
    pub fn cells(&self, allowed: &[Allowed]) -> Option<Cells> {
        let (columns, cells) = (self.0.len(), allowed.len());
        if cells == 0 || cells > MOST_CELLS || columns < cells {
            return None;
        }
        let paths = Paths::search(&self.0, allowed);
        let spans = paths.spans(columns, cells)?;
        let free: f32 = self.0.iter().map(|column| column[likeliest(column)]).sum();
        let strain = (free - paths.score).max(0.0);
        let mut line = Cells { text: String::new(), letters: Vec::new(), others: Vec::new(), strain };
        for (at, &(label, from, to)) in spans.iter().enumerate() {
            // another character may peak one column beside the likeliest one, if there is a blank
            let before = at.checked_sub(1).map_or(0, |b| spans[b].2);
            let after = spans.get(at + 1).map_or(columns, |s| s.1);
            let around = from.saturating_sub(1).max(before)..(to + 1).min(after);
            let strongest =
                |l: usize| self.0[around.clone()].iter().map(|column| column[l]).fold(FLOOR, f32::max).exp();
            let mut others: Vec<(char, f32)> =
                (1..LABELS).filter(|l| *l != label).map(|l| (character(l), strongest(l))).collect();
            others.sort_by(|a, b| b.1.total_cmp(&a.1));
            others.truncate(4);
            line.text.push(character(label));
            line.letters.push(strongest(label));
            line.others.push(others);
        }
        Some(line)
    }
}

fn likeliest(column: &[f32; LABELS]) -> usize {
    let top = column.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    column.iter().position(|p| *p >= top).unwrap_or(0)
}

fn character(label: usize) -> char {
    label.checked_sub(1).and_then(|i| ALPHABET.get(i)).map_or('<', |b| char::from(*b))
}

/// How a state was reached: from itself, from the blank before it, or from the character before it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Itself,
    Blank,
    Character(u8),
}

/// The likeliest path through the columns to every state. The states of a cell are its characters, followed by the
/// blank.
struct Paths {
    score: f32,
    cells: usize,
    /// For each column, cell and label: how that state was reached. Label 0 is the blank *after* the cell.
    steps: Vec<Step>,
    end: (usize, usize),
}

impl Paths {
    fn search(columns: &[[f32; LABELS]], allowed: &[Allowed]) -> Self {
        let cells = allowed.len();
        let mut steps = vec![Step::Itself; columns.len() * cells * LABELS];
        // scores of the states, and the score of only blanks before the first cell
        let mut now = vec![f32::NEG_INFINITY; cells * LABELS];
        let mut lead = 0.0_f32;
        for (at, column) in columns.iter().enumerate() {
            let steps = &mut steps[at * cells * LABELS..][..cells * LABELS];
            let mut next = vec![f32::NEG_INFINITY; cells * LABELS];
            for (cell, kinds) in allowed.iter().enumerate() {
                let before = cell.checked_sub(1).map(|c| &now[c * LABELS..][..LABELS]);
                let blank_before = before.map_or(lead, |b| b[0]);
                let (first, second) = before.map_or((NEVER, NEVER), two_best);
                let own = &now[cell * LABELS..][..LABELS];
                let (next, steps) = (&mut next[cell * LABELS..][..LABELS], &mut steps[cell * LABELS..][..LABELS]);
                for label in kinds.labels() {
                    // the same character twice in a row needs a blank in between
                    let entered = if first.label == label { second } else { first };
                    let (mut score, mut step) = (own[label], Step::Itself);
                    if blank_before > score {
                        (score, step) = (blank_before, Step::Blank);
                    }
                    if entered.score > score {
                        (score, step) = (entered.score, Step::Character(entered.label as u8));
                    }
                    next[label] = score + column[label];
                    steps[label] = step;
                }
                let left = two_best(own).0;
                let (score, step) = if left.score > own[0] {
                    (left.score, Step::Character(left.label as u8))
                } else {
                    (own[0], Step::Itself)
                };
                next[0] = score + column[0];
                steps[0] = step;
            }
            lead += column[0];
            now = next;
        }
        let last = &now[(cells - 1) * LABELS..];
        let ended = two_best(last).0;
        let (score, label) = if last[0] >= ended.score { (last[0], 0) } else { (ended.score, ended.label) };
        Self { score, cells, steps, end: (cells - 1, label) }
    }

    /// Each cell's label with its columns: from, and to (exclusive).
    fn spans(&self, columns: usize, cells: usize) -> Option<Vec<(usize, usize, usize)>> {
        if !self.score.is_finite() {
            return None;
        }
        let mut spans = vec![(0, 0, 0); cells];
        let (mut cell, mut label) = self.end;
        for at in (0..columns).rev() {
            if label != 0 {
                let span = &mut spans[cell];
                *span = if span.0 == 0 { (label, at, at + 1) } else { (label, at, span.2) };
            }
            match self.steps[(at * self.cells + cell) * LABELS + label] {
                Step::Itself => {}
                Step::Character(other) if label == 0 => label = usize::from(other),
                Step::Character(other) => (cell, label) = (cell.checked_sub(1)?, usize::from(other)),
                Step::Blank if cell == 0 => break,
                Step::Blank => (cell, label) = (cell - 1, 0),
            }
        }
        spans.iter().all(|(label, ..)| *label != 0).then_some(spans)
    }
}

/// The two best characters of a cell.
fn two_best(scores: &[f32]) -> (Best, Best) {
    let (mut first, mut second) = (NEVER, NEVER);
    for (label, &score) in scores.iter().enumerate().skip(1) {
        if score > first.score {
            second = first;
            first = Best { score, label };
        } else if score > second.score {
            second = Best { score, label };
        }
    }
    (first, second)
}

#[cfg(test)]
impl Columns {
    /// Columns in which these characters (`_` is the blank) are seen, each with its probability.
    pub(crate) fn seen(letters: impl IntoIterator<Item = (char, f32)>) -> Self {
        let column = |(c, probability): (char, f32)| {
            let label = ALPHABET.iter().position(|a| char::from(*a) == c).map_or(0, |i| i + 1);
            let mut column = [((1.0 - probability) / (LABELS - 1) as f32).ln(); LABELS];
            column[label] = probability.ln();
            column
        };
        Self(letters.into_iter().map(column).collect())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn seen(text: &str, probability: f32) -> Columns {
        Columns::seen(text.chars().map(|c| (c, probability)))
    }

    #[test]
    fn the_free_text_drops_blanks_and_repeats() {
        assert_eq!(seen("__AA_A_B<<_<", 0.9).text(), "AAB<<");
    }

    #[test]
    fn a_line_has_its_length_even_where_a_filler_was_missed() {
        let columns = seen("_A_B_<___<_", 0.9);
        assert_eq!(columns.text(), "AB<<");
        let cells = columns.cells(&[Allowed::ANY; 4]).unwrap();
        assert_eq!((cells.text.as_str(), cells.strain), ("AB<<", 0.0));
        let longer =
            columns.cells(&[Allowed::LETTERS, Allowed::LETTERS, Allowed::FILLER, Allowed::FILLER, Allowed::FILLER]);
        let longer = longer.unwrap();
        assert_eq!(longer.text, "AB<<<");
        assert!(longer.strain > 1.0);
    }

    #[test]
    fn a_place_for_digits_takes_the_likeliest_digit() {
        let mut columns = seen("O_B", 0.6);
        columns.0[0][2] = 0.3_f32.ln(); // the label of 0
        let cells = columns.cells(&[Allowed::DIGITS, Allowed::LETTERS]).unwrap();
        assert_eq!(cells.text, "0B");
        assert!((cells.letters[0] - 0.3).abs() < 1e-3);
        assert_eq!(cells.others[0][0].0, 'O');
    }

    #[test]
    fn what_is_too_short_or_no_number_is_nothing() {
        assert_eq!(seen("AB", 0.9).cells(&[Allowed::ANY; 3]), None);
        assert_eq!(seen("AA", 0.9).cells(&[]), None);
        assert_eq!(Columns::from_logits(&[0.0; LABELS + 1]), None);
        assert_eq!(Columns::from_logits(&[f32::NAN; LABELS]), None);
    }

    proptest! {
        #[test]
        fn a_clearly_seen_line_is_read_as_it_is(text in "[A-Z0-9<]{1,44}") {
            let columns = seen(&text.chars().flat_map(|c| [c, c, '_']).collect::<String>(), 0.9);
            prop_assert_eq!(columns.text(), text.clone());
            let cells = columns.cells(&vec![Allowed::ANY; text.len()]).unwrap();
            prop_assert_eq!(cells.text, text);
            prop_assert!(cells.strain < 1e-3);
        }

        #[test]
        fn any_numbers_give_a_line_of_the_length_or_nothing(
            logits in proptest::collection::vec(-9.0_f32..9.0, 12 * LABELS), length in 1_usize..16,
        ) {
            let columns = Columns::from_logits(&logits).unwrap();
            if let Some(cells) = columns.cells(&vec![Allowed::ANY; length]) {
                prop_assert_eq!(cells.text.len(), length);
                prop_assert!(cells.letters.iter().all(|p| (0.0..=1.0).contains(p)));
                prop_assert!(cells.strain >= 0.0);
            }
        }
    }
}
