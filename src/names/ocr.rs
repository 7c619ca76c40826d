//! What readers of pictures take for another letter. Only whole words are judged, never single letters alone.

/// Whether the word holds a digit; no name does.
pub fn has_digit(word: &str) -> bool {
    word.bytes().any(|b| b.is_ascii_digit())
}

/// The letters that a digit is read for.
fn letters_of(digit: u8) -> &'static [u8] {
    match digit {
        b'0' => b"OQD",
        b'1' => b"IL",
        b'2' => b"Z",
        b'5' => b"S",
        b'6' | b'9' => b"G",
        b'8' => b"B",
        _ => b"",
    }
}

/// Whether the words are equal once each digit may stand for a letter that it looks like.
pub fn equal_but_for_digits(a: &str, b: &str) -> bool {
    a.len() == b.len()
        && a.bytes().zip(b.bytes()).all(|(x, y)| x == y || letters_of(x).contains(&y) || letters_of(y).contains(&x))
}

/// The word with each digit replaced by the letter that it most often stands for.
pub fn without_digits(word: &str) -> String {
    word.chars()
        .map(|c| match c {
            '0' => 'O',
            '1' => 'I',
            '2' => 'Z',
            '3' => 'E',
            '4' => 'A',
            '5' => 'S',
            '6' | '9' => 'G',
            '7' => 'T',
            '8' => 'B',
            other => other,
        })
        .collect()
}

/// Whether the words are equal once the pairs that look alike in print are one: `RN` and `M`, `I` and `L`, `VV` and
/// `W`, `CL` and `D`.
pub fn look_alike(a: &str, b: &str) -> bool {
    if a.len().abs_diff(b.len()) > 2 {
        return false;
    }
    let (mut x, mut y) = (Glyphs(a.as_bytes()), Glyphs(b.as_bytes()));
    loop {
        match (x.next(), y.next()) {
            (None, None) => return true,
            (left, right) if left == right => {}
            _ => return false,
        }
    }
}

/// Whether a sharp s, SS in plain letters, was read as B: `WEIß` and `WEIB`.
pub fn eszett_as_b(a: &str, b: &str) -> bool {
    if a.len() != b.len() + 1 || b.len() < 4 || !b.contains('B') {
        return false;
    }
    a.match_indices("SS").any(|(at, _)| {
        let rest = a.get(..at).and_then(|before| b.strip_prefix(before)).and_then(|rest| rest.strip_prefix('B'));
        rest.is_some() && rest == a.get(at + 2..)
    })
}

struct Glyphs<'a>(&'a [u8]);

impl Iterator for Glyphs<'_> {
    type Item = u8;

    fn next(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        let (glyph, used) = match (first, rest.first()) {
            (b'R', Some(b'N')) => (b'M', 2),
            (b'V', Some(b'V')) => (b'W', 2),
            (b'C', Some(b'L' | b'I')) => (b'D', 2),
            (b'L', _) => (b'I', 1),
            (other, _) => (*other, 1),
        };
        self.0 = self.0.get(used..).unwrap_or_default();
        Some(glyph)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_stand_for_the_letters_that_they_look_like() {
        assert!(equal_but_for_digits("MARI0", "MARIO"));
        assert!(!equal_but_for_digits("MARI0", "MARIA"));
        assert_eq!(without_digits("GARC1A"), "GARCIA");
    }

    #[test]
    fn a_sharp_s_is_read_as_b() {
        assert!(eszett_as_b("STRAUSS", "STRAUB"));
        assert!(!eszett_as_b("STRAUSS", "STRAUS"));
        assert!(!eszett_as_b("STRAUSS", "STRAUBE"));
    }

    #[test]
    fn pairs_that_look_alike() {
        assert!(look_alike("FEMANDO", "FERNANDO"));
        assert!(look_alike("CLAUDIA", "DAUDIA"));
        assert!(!look_alike("MARIA", "MARIO"));
    }
}
