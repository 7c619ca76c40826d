//! A cell without what programs wrap around its text: guards of Excel, formulas, hard spaces, the `.0` of numbers.

use crate::batch::table::Cell;

/// What is in a cell.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::batch) enum Plain {
    Nothing,
    Text(String),
    /// A formula whose result is not known, or an error.
    Formula,
}

/// The text of a cell. Line breaks are kept, all other white space becomes single spaces.
pub(in crate::batch) fn plain(cell: &Cell) -> Plain {
    match cell {
        Cell::Empty => Plain::Nothing,
        Cell::Text(text) => of_text(text),
        Cell::Number { value, digits } => Plain::Text(number(*value, *digits)),
        Cell::Date(date) => Plain::Text(date.to_string()),
        Cell::Bool(value) => Plain::Text(value.to_string()),
        Cell::Error | Cell::Formula => Plain::Formula,
    }
}

fn of_text(text: &str) -> Plain {
    let text = tidy(text);
    if text.is_empty() || is_dash(&text) {
        return Plain::Nothing;
    }
    if is_error(&text) {
        return Plain::Formula;
    }
    if let Some(inner) = text.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"')).filter(|t| !t.contains('"')) {
        return if inner.trim().is_empty() { Plain::Nothing } else { Plain::Text(inner.trim().to_owned()) };
    }
    if let Some(shown) = link_text(&text) {
        return Plain::Text(tidy(&shown));
    }
    if is_formula(&text) {
        return Plain::Formula;
    }
    let guarded = |rest: &&str| rest.starts_with(|c: char| c.is_ascii_digit() || "=+-@".contains(c));
    Plain::Text(text.strip_prefix('\'').filter(guarded).map_or(text.clone(), str::to_owned))
}

/// Without invisible characters; white space within a line single, around it none.
pub(in crate::batch) fn tidy(text: &str) -> String {
    let invisible = |c: char| matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
    let mut out = String::with_capacity(text.len());
    for line in text.split(['\n', '\r']) {
        let kept: String =
            line.chars().filter(|c| !invisible(*c)).map(|c| if c.is_control() { ' ' } else { c }).collect();
        for (i, word) in kept.split_whitespace().enumerate() {
            if i > 0 {
                out.push(' ');
            } else if !out.is_empty() {
                out.push('\n');
            }
            out.push_str(word);
        }
    }
    out
}

/// A dash alone stands for nothing.
fn is_dash(text: &str) -> bool {
    text.chars().all(|c| matches!(c, '-' | '–' | '—' | '.' | '/' | '_'))
}

/// `#N/A`, `#NAME?`, and `####` for a column that is too narrow.
pub(in crate::batch) fn is_error(text: &str) -> bool {
    const ERRORS: [&str; 9] = ["#N/A", "#NA", "#NAME?", "#REF!", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!"];
    let upper = text.to_ascii_uppercase();
    ERRORS.contains(&upper.as_str()) || upper.starts_with("ERR:") || text.len() > 2 && text.bytes().all(|b| b == b'#')
}

/// Text that a spreadsheet would calculate. It is never calculated here, nor handed on.
fn is_formula(text: &str) -> bool {
    let mut chars = text.chars();
    let (first, second) = (chars.next(), chars.next());
    let goes_on = second.is_some_and(|c| c.is_alphabetic() || c == '(' || c == '@' || c == '=');
    match first {
        Some('=') => true,
        Some('@' | '+' | '-') => goes_on && text.contains(['(', '!', '|']),
        _ => false,
    }
}

/// The text that `=HYPERLINK("address","text")` shows.
fn link_text(text: &str) -> Option<String> {
    let head = text.get(..11).filter(|head| head.eq_ignore_ascii_case("=HYPERLINK("))?;
    let inside = text.get(head.len()..)?.trim().strip_suffix(')')?;
    let (address, rest) = quoted(inside)?;
    let rest = rest.trim_start().strip_prefix([',', ';'])?.trim_start();
    let (shown, rest) = quoted(rest)?;
    (!address.is_empty() && rest.trim().is_empty()).then_some(shown)
}

/// A text in quotation marks, doubled inside, and what follows.
fn quoted(text: &str) -> Option<(String, &str)> {
    let text = text.trim_start().strip_prefix('"')?;
    let (mut out, mut rest) = (String::new(), text);
    loop {
        let at = rest.find('"')?;
        out.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        match rest.strip_prefix('"') {
            Some(more) => {
                out.push('"');
                rest = more;
            }
            None => return Some((out, rest)),
        }
    }
}

/// A number as it would be typed, filled with zeros to what its format shows.
pub(in crate::batch) fn number(value: f64, digits: u8) -> String {
    if value.fract() == 0.0 && value.abs() < 1e15 {
        format!("{:0width$}", value as i64, width = usize::from(digits))
    } else {
        value.to_string()
    }
}

/// An id or a postal code without the `.0` that a program made of a whole number.
pub(in crate::batch) fn without_point_zero(text: &str) -> &str {
    let bare =
        text.strip_suffix(".0").or_else(|| text.strip_suffix(".00")).filter(|t| t.bytes().all(|b| b.is_ascii_digit()));
    bare.filter(|t| !t.is_empty()).unwrap_or(text)
}

/// The part of a cell that is that of one of two people: `900-70-0001 / 900-70-0002`. What stands there once is the
/// first one's.
pub(in crate::batch) fn of_one(cell: &Cell, person: usize) -> Cell {
    const BETWEEN: [&str; 6] = [" / ", "&", ";", "\n", " and ", " y "];
    let text = tidy(cell.text());
    let parts = BETWEEN.iter().map(|between| text.split(between).map(str::trim).collect::<Vec<_>>());
    match parts.into_iter().find(|parts| parts.len() == 2) {
        Some(parts) => Cell::Text(parts[person.min(1)].to_owned()),
        None if person == 0 => cell.clone(),
        None => Cell::Empty,
    }
}

/// `9.00781E+08`: digits are lost.
pub(in crate::batch) fn is_scientific(text: &str) -> bool {
    let Some((mantissa, exponent)) = text.split_once(['e', 'E']) else { return false };
    let exponent = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
    let digits = |t: &str| !t.is_empty() && t.bytes().all(|b| b.is_ascii_digit());
    digits(exponent) && digits(&mantissa.replacen(['.', ','], "", 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Plain {
        plain(&Cell::Text(text.to_owned()))
    }

    #[test]
    fn guards_and_hard_spaces_go() {
        for (written, want) in [
            ("=\"0042\"", "0042"),
            ("'0042", "0042"),
            ("'t Hooft", "'t Hooft"),
            ("\u{a0}Bich\u{a0} Ngoc ", "Bich Ngoc"),
            ("12 Elm St\r\n Apt 4\r\n", "12 Elm St\nApt 4"),
            ("=HYPERLINK(\"https://example.com/a\",\"Ana \"\"A\"\"\")", "Ana \"A\""),
            ("=hyperlink(\"x\"; \"Ana\")", "Ana"),
            ("+52 55 1234", "+52 55 1234"),
        ] {
            assert_eq!(text(written), Plain::Text(want.to_owned()), "{written}");
        }
        for nothing in ["", " \t", "-", "—", "=\"\""] {
            assert_eq!(text(nothing), Plain::Nothing, "{nothing}");
        }
    }

    #[test]
    fn formulas_and_errors_are_no_values() {
        for written in [
            "=A1&B1",
            "=cmd|' /C calc'!A0",
            "@SUM(A1)",
            "+A1(2)",
            "-A(1)",
            "#N/A",
            "#ref!",
            "####",
            "=HYPERLINK(A1,\"Ana\")",
        ] {
            assert_eq!(text(written), Plain::Formula, "{written}");
        }
    }

    #[test]
    fn numbers_are_written_as_typed() {
        assert_eq!(number(900_861_901.0, 0), "900861901");
        assert_eq!(number(7.0, 4), "0007");
        assert_eq!(number(0.5, 0), "0.5");
        assert_eq!(without_point_zero("1001.0"), "1001");
        assert_eq!(without_point_zero("1.5"), "1.5");
        assert!(
            is_scientific("9.00781E+08") && is_scientific("9E8") && !is_scientific("9008") && !is_scientific("E-1")
        );
    }
}
