//! Turns the recogniser's probabilities into text: connectionist temporal classification, greedy.
//!
//! For every column of the strip the network gives a probability for each letter and for "nothing here" (the blank,
//! label 0). The likeliest label of each column is taken; repeats and blanks are dropped (Graves and others 2006).

/// The letters that a recogniser knows, by label. Label 0 is the blank, the last one is the space.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Alphabet {
    letters: Vec<String>,
}

/// What a strip says.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Decoded {
    /// The text, without space at its ends.
    pub(super) text: String,
    /// Mean probability of its letters, 0–1; 0 without letters.
    pub(super) confidence: f32,
    /// Probability of its least certain letter, 0–1; 0 without letters.
    pub(super) weakest: f32,
    /// Probability of each character of the text, 0–1.
    pub(super) letters: Vec<f32>,
}

impl Alphabet {
    /// From a list with one letter a line, as it stands in the network's metadata.
    pub(super) fn parse(list: &str) -> Self {
        let list = list.strip_suffix('\n').unwrap_or(list);
        let mut letters: Vec<String> = list.split('\n').map(|l| l.trim_end_matches('\r').to_owned()).collect();
        letters.push(" ".to_owned());
        Self { letters }
    }

    /// Number of labels: letters, blank and space.
    pub(super) fn labels(&self) -> usize {
        self.letters.len() + 1
    }

    fn letter(&self, label: usize) -> &str {
        label.checked_sub(1).and_then(|i| self.letters.get(i)).map_or("", String::as_str)
    }

    /// Reads the probabilities of one strip: for each column, in order, one for every label.
    pub(super) fn decode(&self, probabilities: &[f32]) -> Decoded {
        let mut letters: Vec<(char, f32)> = Vec::new();
        let mut before = 0;
        for column in probabilities.chunks_exact(self.labels()) {
            let (label, probability) = likeliest(column);
            if label != 0 && label != before {
                letters.extend(self.letter(label).chars().map(|c| (c, probability.clamp(0.0, 1.0))));
            }
            before = label;
        }
        let is_print = |(c, _): &(char, f32)| !c.is_whitespace();
        let (Some(first), Some(last)) = (letters.iter().position(is_print), letters.iter().rposition(is_print)) else {
            return Decoded::default();
        };
        let letters = &letters[first..=last];
        let printed = || letters.iter().filter(|l| is_print(l)).map(|(_, p)| *p);
        Decoded {
            text: letters.iter().map(|(c, _)| c).collect(),
            confidence: printed().sum::<f32>() / printed().count() as f32,
            weakest: printed().fold(1.0, f32::min),
            letters: letters.iter().map(|(_, p)| *p).collect(),
        }
    }
}

/// The label of the greatest probability, the first one of equals.
fn likeliest(column: &[f32]) -> (usize, f32) {
    let top = column.iter().copied().fold(0.0, f32::max);
    (column.iter().position(|p| *p >= top).unwrap_or(0), top)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Columns in which one label has the given probability and the others share the rest.
    fn columns(alphabet: &Alphabet, labels: &[(usize, f32)]) -> Vec<f32> {
        let n = alphabet.labels();
        let rest = |p: f32| (1.0 - p) / (n - 1) as f32;
        labels.iter().flat_map(|(label, p)| (0..n).map(move |i| if i == *label { *p } else { rest(*p) })).collect()
    }

    fn abc() -> Alphabet {
        Alphabet::parse("a\nb\nc\n")
    }

    #[test]
    fn the_list_is_followed_by_the_space() {
        assert_eq!(abc().labels(), 5);
        assert_eq!(abc().letter(4), " ");
        assert_eq!(abc(), Alphabet::parse("a\r\nb\r\nc"));
    }

    #[test]
    fn repeats_are_one_letter_unless_a_blank_stands_between() {
        let probabilities = columns(&abc(), &[(1, 0.9), (1, 0.8), (0, 0.9), (1, 0.9), (2, 0.9), (0, 0.9)]);
        assert_eq!(abc().decode(&probabilities).text, "aab");
    }

    #[test]
    fn confidence_is_the_mean_and_weakest_the_least_of_the_letters() {
        let decoded = abc().decode(&columns(&abc(), &[(1, 0.9), (4, 0.4), (2, 0.6), (0, 0.99), (4, 0.5)]));
        assert_eq!(decoded.text, "a b");
        assert!((decoded.confidence - 0.75).abs() < 1e-5);
        assert!((decoded.weakest - 0.6).abs() < 1e-5);
        assert_eq!(decoded.letters.len(), decoded.text.chars().count());
    }

    #[test]
    fn blanks_and_spaces_alone_are_no_text() {
        for labels in [&[][..], &[(0, 0.9)], &[(4, 0.9), (0, 0.9), (4, 0.9)]] {
            assert_eq!(abc().decode(&columns(&abc(), labels)), Decoded::default());
        }
    }

    #[test]
    fn numbers_that_are_none_do_no_harm() {
        let decoded = abc().decode(&[f32::NAN; 10]);
        assert_eq!(decoded, Decoded::default());
    }
}
