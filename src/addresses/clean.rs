//! From printed text to plain lines: one kind of hyphen, fractions spelled out, no control characters.

/// Most characters of an address that are looked at.
const MOST_CHARACTERS: usize = 2000;

/// The lines of a text, as printed or joined by ` / `, cleaned.
pub fn lines(text: &str) -> Vec<String> {
    let text: String = text.chars().take(MOST_CHARACTERS).collect();
    let parts = text.split(['\n', '\r']).flat_map(|line| line.split(" / "));
    parts.map(line).filter(|line| line.chars().any(|c| c.is_alphanumeric() || c == '*')).collect()
}

fn line(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' => out.push('-'),
            '½' => fraction(&mut out, "1/2"),
            '¼' => fraction(&mut out, "1/4"),
            '¾' => fraction(&mut out, "3/4"),
            '⅓' => fraction(&mut out, "1/3"),
            '⅔' => fraction(&mut out, "2/3"),
            '⅛' => fraction(&mut out, "1/8"),
            '№' => out.push_str(" No "),
            '⁄' | '∕' => out.push('/'),
            '＃' => out.push('#'),
            '°' | '˚' => out.push('º'),
            '\'' | '’' | '‘' | '´' | '`' | 'ʻ' | 'ʼ' | '"' | '“' | '”' => {}
            ':' => out.push_str(": "),
            c if c.is_control() || c == '_' || c == '\u{feff}' || c == '\u{ad}' || c == '\u{200b}' => out.push(' '),
            c => out.push(c),
        }
    }
    joined_numbers(&out)
}

/// A fraction that stands right behind a number is one of its own.
fn fraction(out: &mut String, text: &str) {
    out.push(' ');
    out.push_str(text);
    out.push(' ');
}

/// Takes the spaces out around a hyphen between two numbers, and the comma out of thousands.
fn joined_numbers(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let digit = |at: usize| chars.get(at).is_some_and(char::is_ascii_digit);
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(&c) = chars.get(at) {
        let before = out.trim_end().chars().next_back().is_some_and(|c| c.is_ascii_digit());
        let gap = chars[at + 1..].iter().take_while(|c| **c == ' ').count();
        if c == '-' && before && digit(at + 1 + gap) {
            out.truncate(out.trim_end().len());
            out.push('-');
            at += 1 + gap;
            continue;
        }
        let thousands = c == ',' && at > 0 && digit(at - 1) && (1..=3).all(|i| digit(at + i)) && !digit(at + 4);
        if !thousands {
            out.push(c);
        }
        at += 1;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_split_and_marks_made_plain() {
        assert_eq!(lines("12½ Elm / Reno"), ["12 1/2  Elm", "Reno"]);
        assert_eq!(lines("87 – 40 Larkin Rd\n\u{0}"), ["87-40 Larkin Rd"]);
        assert_eq!(lines("14,200 Larkin Rd, 4"), ["14200 Larkin Rd, 4"]);
        assert_eq!(lines("Rua Nova, 15 - ap. 8"), ["Rua Nova, 15 - ap. 8"]);
    }
}
