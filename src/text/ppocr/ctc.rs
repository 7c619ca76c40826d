//! Turns the recognizer's probabilities into text: connectionist temporal classification, greedy.
//!
//! For every column of the strip the network gives a probability for each letter and for "nothing here" (the blank,
//! label 0). The likeliest label of each column is taken, and repeats and blanks are dropped (Graves and others 2006).
//!
//! This loses two kinds of letters that a person sees. The network sees a letter that it does not know (most of
//! Vietnamese) as "nothing, perhaps an i": such a low-confidence blank is emitted as its runner-up letter, with that
//! letter's low confidence. The network knows another letter but hardly ever gives it (the Turkish Ğ): it is restored
//! if the other letters of the line rule out the letter given instead.

use unicode_normalization::UnicodeNormalization;

/// The letters that a recognizer knows, by label. Label 0 is the blank, and the last label is the space.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Alphabet {
    letters: Vec<String>,
    /// Labels of Ğ and ğ.
    breve: Vec<usize>,
}

/// Probability of the blank below which a column may hold a letter after all, and least probability of that letter.
const SURELY_NOTHING: f32 = 0.9;
const PERHAPS: f32 = 0.1;
/// Most such letters in a line, and least mean probability of its other letters.
const MOST_MISSED: usize = 2;
const OTHERWISE_SURE: f32 = 0.9;
/// Latin letters beyond those of English.
const WITH_MARKS: std::ops::RangeInclusive<char> = '\u{C0}'..='\u{24F}';
/// Letters that the network gives instead of a capital Ğ, least probability of Ğ in the same column, and highest
/// confidence of a corrected letter.
const BREVE_TAKEN_FOR: [&str; 2] = ["Č", "Ć"];
const LEAST_BREVE: f32 = 0.01;
const REPAIRED: f32 = 0.75;
/// Turkish letters that no language with Č or Ć has.
const ONLY_TURKISH: &str = "ŞşİıÇçĞğ";

/// The text of a strip.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Decoded {
    /// The text, without spaces at its ends.
    pub(super) text: String,
    /// Mean probability of its letters, 0–1; 0 without letters.
    pub(super) confidence: f32,
    /// Probability of its least certain letter, 0–1; 0 without letters.
    pub(super) weakest: f32,
    /// Probability of each character of the text, 0–1.
    pub(super) letters: Vec<f32>,
}

impl Alphabet {
    /// From a list with one letter per line, as in the network's metadata.
    pub(super) fn parse(list: &str) -> Self {
        let list = list.strip_suffix('\n').unwrap_or(list);
        let mut letters: Vec<String> = list.split('\n').map(|l| l.trim_end_matches('\r').to_owned()).collect();
        letters.push(" ".to_owned());
        let breve = ["Ğ", "ğ"].iter().filter_map(|l| letters.iter().position(|known| known == l));
        let breve = breve.map(|i| i + 1).collect();
        Self { letters, breve }
    }

    /// Number of labels: letters, blank and space.
    pub(super) fn labels(&self) -> usize {
        self.letters.len() + 1
    }

    fn letter(&self, label: usize) -> &str {
        label.checked_sub(1).and_then(|i| self.letters.get(i)).map_or("", String::as_str)
    }

    /// The letter that a column may hold although the blank is likelier, if the blank is not certain. A column beside
    /// the same letter, or beside the same letter with another diacritic, is only the edge of that letter.
    fn missed(&self, column: &[f32], nothing: f32, beside: [usize; 2]) -> Option<(char, f32)> {
        if nothing >= SURELY_NOTHING {
            return None;
        }
        let (label, probability) = likeliest(column.get(1..)?);
        let letter = self.letter(label + 1);
        let is_edge = || beside.iter().any(|n| base(self.letter(*n)) == base(letter));
        let c = letter.chars().next().filter(|c| c.is_alphabetic() && probability >= PERHAPS)?;
        (!is_edge()).then_some((c, probability))
    }

    /// Probability that a column holds the letter Ğ or ğ.
    fn probability_of_breve(&self, column: &[f32]) -> f32 {
        self.breve.iter().filter_map(|label| column.get(*label)).sum()
    }

    /// Reads the probabilities of one strip: for each column, in order, one for every label.
    pub(super) fn decode(&self, probabilities: &[f32]) -> Decoded {
        let columns: Vec<&[f32]> = probabilities.chunks_exact(self.labels()).collect();
        let seen: Vec<(usize, f32)> = columns.iter().map(|column| likeliest(column)).collect();
        let mut letters: Vec<(char, f32)> = Vec::new();
        let mut turkish: Vec<(usize, f32)> = Vec::new();
        let mut missed: Vec<(usize, (char, f32))> = Vec::new();
        for (at, &(label, probability)) in seen.iter().enumerate() {
            let before = at.checked_sub(1).map_or(0, |n| seen[n].0);
            if label == 0 {
                let after = seen.get(at + 1).map_or(0, |s| s.0);
                missed.extend(self.missed(columns[at], probability, [before, after]).map(|l| (letters.len(), l)));
            } else if label != before {
                if BREVE_TAKEN_FOR.contains(&self.letter(label)) {
                    turkish.push((letters.len(), self.probability_of_breve(columns[at])));
                }
                letters.extend(self.letter(label).chars().map(|c| (c, probability.clamp(0.0, 1.0))));
            }
        }
        if letters.iter().any(|(c, _)| ONLY_TURKISH.contains(*c)) {
            for (at, _) in turkish.into_iter().filter(|(_, p)| *p >= LEAST_BREVE) {
                letters[at] = ('Ğ', letters[at].1.min(REPAIRED));
            }
        }
        // if all letters are doubtful, the print is blurred or small; and a letter that the network does not know has a
        // diacritic, so other letters of the line should have one, too
        let mean = letters.iter().map(|l| l.1).sum::<f32>() / letters.len().max(1) as f32;
        let marked = letters.iter().any(|l| WITH_MARKS.contains(&l.0));
        if marked && missed.len() <= MOST_MISSED && mean >= OTHERWISE_SURE {
            missed.into_iter().rev().for_each(|(at, letter)| letters.insert(at, letter));
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

/// A letter without its diacritic, in lowercase.
fn base(letter: &str) -> Option<char> {
    letter.nfd().next().and_then(|c| c.to_lowercase().next())
}

/// The label with the highest probability, the first one of several equal ones.
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

    /// Columns of a few letters each, with their probabilities; all other labels get a small one.
    fn mixed(alphabet: &Alphabet, columns: &[&[(&str, f32)]]) -> Vec<f32> {
        let n = alphabet.labels();
        let label = |l: &str| if l == "_" { 0 } else { (1..n).find(|i| alphabet.letter(*i) == l).unwrap() };
        let one = |column: &&[(&str, f32)]| {
            let mut values = vec![0.001; n];
            column.iter().for_each(|(l, p)| values[label(l)] = *p);
            values
        };
        columns.iter().flat_map(one).collect()
    }

    #[test]
    fn a_blank_that_is_not_sure_is_the_letter_that_it_may_be() {
        let alphabet = Alphabet::parse("T\nĐ\nh\ni\nó\no\n1");
        let read = |first: &str, last: &[(&str, f32)]| {
            let columns: [&[(&str, f32)]; 5] = [&[(first, 0.95)], &[("_", 0.99)], &[("h", 0.95)], last, &[("_", 0.99)]];
            alphabet.decode(&mixed(&alphabet, &columns))
        };
        let perhaps = [("_", 0.7), ("i", 0.22)];
        let doubtful = read("Đ", &perhaps);
        assert_eq!((doubtful.text.as_str(), doubtful.weakest), ("Đhi", 0.22));
        assert_eq!(read("T", &perhaps).text, "Th", "no other letter has a mark");
        for other in [&[("_", 0.95), ("i", 0.04)][..], &[("_", 0.6), ("h", 0.3)], &[("_", 0.6), ("1", 0.3)]] {
            assert_eq!(read("Đ", other).text, "Đh");
        }
        let edge: [&[(&str, f32)]; 3] = [&[("T", 0.95)], &[("_", 0.7), ("o", 0.2)], &[("ó", 0.95)]];
        assert_eq!(alphabet.decode(&mixed(&alphabet, &edge)).text, "Tó");
    }

    #[test]
    fn a_letter_that_the_others_rule_out_is_put_right_and_never_sure() {
        let alphabet = Alphabet::parse("A\nÇ\nČ\nĞ\nğ\nC");
        let read = |first: &str, breve: f32| {
            let columns: [&[(&str, f32)]; 3] = [&[(first, 0.99)], &[("A", 0.99)], &[("Č", 0.9), ("ğ", breve)]];
            alphabet.decode(&mixed(&alphabet, &columns))
        };
        let turkish = read("Ç", 0.03);
        assert_eq!(turkish.text, "ÇAĞ");
        assert!(turkish.weakest <= REPAIRED);
        assert_eq!(read("C", 0.03).text, "CAČ", "nothing says that it is Turkish");
        assert_eq!(read("Ç", 0.0).text, "ÇAČ", "nothing says that it may be Ğ");
    }

    #[test]
    fn numbers_that_are_none_do_no_harm() {
        let decoded = abc().decode(&[f32::NAN; 10]);
        assert_eq!(decoded, Decoded::default());
    }
}
