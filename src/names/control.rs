//! The name control by which the IRS files a surname: its first four characters.
//!
//! A hint only: equal controls do not make equal names. After Publication 1220 and its practice.

use super::parse::Word;
use super::{fold, parse};

/// The name control of a surname, padded to four characters with spaces.
///
/// Of two surnames the first one counts, a hyphen among the first four characters stays, blanks and other marks go.
pub fn name_control(surname: &str) -> String {
    let mut control = String::with_capacity(4);
    let tidy = parse::tidy(surname);
    let mut words = tidy.split(' ').peekable();
    while let Some(word) = words.next() {
        for c in word.chars() {
            if control.chars().count() < 4 {
                push(&mut control, c);
            }
        }
        let joins = PREFIXES.contains(&word.to_lowercase().as_str()) && words.peek().is_some();
        if !joins {
            break;
        }
    }
    while control.len() < 4 {
        control.push(' ');
    }
    control
}

/// The name control of a surname that is in words already, without padding.
pub fn control_of(words: &[Word]) -> String {
    let mut control = String::with_capacity(4);
    let mut words = words.iter().peekable();
    while let Some(word) = words.next() {
        control.extend(word.plain().chars().filter(char::is_ascii).take(4 - control.len().min(4)));
        let joins = words.peek().is_some() && PREFIXES.iter().any(|prefix| prefix.eq_ignore_ascii_case(word.plain()));
        if !joins {
            break;
        }
    }
    control
}

/// Words that a surname begins with; the word behind them still belongs to it.
const PREFIXES: [&str; 18] = [
    "de", "del", "la", "las", "los", "da", "do", "dos", "das", "di", "du", "van", "von", "der", "den", "el", "al", "st",
];

fn push(control: &mut String, c: char) {
    if parse::is_hyphen(c) && !control.is_empty() {
        control.push('-');
    } else if c.is_alphanumeric() {
        let form = fold::forms(&c.to_string()).swap_remove(0);
        control.extend(form.chars().filter(char::is_ascii).take(4 - control.len().min(4)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::names::NameLexicon;

    #[test]
    fn controls_follow_the_examples() {
        let lexicon = NameLexicon::default();
        for (surname, control) in [
            ("Torres-Lopes", "TORR"),
            ("Lopez Moreno", "LOPE"),
            ("De la Rosa", "DELA"),
            ("O'Neill", "ONEI"),
            ("Van Buren", "VANB"),
            ("McCarthy", "MCCA"),
            ("D'Allesandro", "DALL"),
            ("El-Roy", "EL-R"),
            ("Lee", "LEE "),
            ("Núñez", "NUNE"),
            ("", "    "),
        ] {
            assert_eq!(name_control(surname), control, "{surname}");
            let words = parse::words(&lexicon, surname);
            if !control.contains('-') {
                assert_eq!(control_of(&words), control.trim(), "{surname}");
            }
        }
    }
}
