//! The report at a terminal: wrapped at its width, with its signs in color. Color says nothing that the signs do not.

use console::{Style, Term};

/// Narrower terminals are not wrapped for, and wider lines than this are hard to read.
const WIDTHS: std::ops::RangeInclusive<usize> = 40..=110;

/// A report for standard output: as it is for a file or a program; wrapped for a terminal; in color where that is
/// wanted.
pub fn shown(report: &str, colors: bool) -> String {
    let terminal = Term::stdout();
    match terminal.size_checked() {
        Some((_, width)) if terminal.is_term() => fitted(report, usize::from(width), colors),
        _ if colors => fitted(report, 0, colors),
        _ => report.to_owned(),
    }
}

/// The lines of a report, none longer than a width, where words allow it.
fn fitted(report: &str, width: usize, colors: bool) -> String {
    let width = width.min(*WIDTHS.end());
    let mut out = String::with_capacity(report.len() + report.len() / 8);
    for line in report.lines() {
        for part in if WIDTHS.contains(&width) { wrapped(line, width) } else { vec![line.to_owned()] } {
            out.push_str(&if colors { colored(&part) } else { part });
            out.push('\n');
        }
    }
    out
}

/// Breaks a line between words. What follows stands under the line's first word after its sign or number.
fn wrapped(line: &str, width: usize) -> Vec<String> {
    let indent = line.len() - line.trim_start().len();
    let first = line.trim_start().split(' ').next().unwrap_or_default();
    let is_mark = first.chars().count() <= 3 && !first.chars().all(char::is_alphabetic);
    let hang = " ".repeat(indent + if is_mark { first.chars().count() + 1 } else { 0 });
    let (mut parts, mut now) = (Vec::new(), " ".repeat(indent));
    let mut is_start = true;
    for word in line.trim_start().split(' ') {
        if !is_start && console::measure_text_width(&now) + 1 + console::measure_text_width(word) > width {
            parts.push(std::mem::replace(&mut now, hang.clone()));
            is_start = true;
        }
        if !is_start {
            now.push(' ');
        }
        now.push_str(word);
        is_start = false;
    }
    parts.push(now);
    parts
}

/// Colors the sign with which a line begins.
fn colored(line: &str) -> String {
    let start = line.len() - line.trim_start().len();
    let (indent, rest) = line.split_at(start);
    let style = match rest.chars().next() {
        Some('✗') => Style::new().red().bold(),
        Some('!') => Style::new().yellow().bold(),
        Some('✓') => Style::new().green().bold(),
        Some('→') => Style::new().cyan(),
        _ => return line.to_owned(),
    };
    let sign: String = rest.chars().take(1).collect();
    format!("{indent}{}{}", style.force_styling(true).apply_to(&sign), &rest[sign.len()..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_is_wider_than_the_terminal_and_no_word_is_lost() {
        let report = "✗ All your documents — Not ready yet\n    1. Passport (passport.jpg): Take a new photo. The text is blurry.\n";
        let shown = fitted(report, 44, false);
        assert!(shown.lines().all(|line| console::measure_text_width(line) <= 44), "{shown}");
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(words(&shown), words(report));
        assert!(shown.lines().nth(2).unwrap().starts_with("       "), "{shown}");
    }

    #[test]
    fn only_signs_are_colored() {
        let shown = fitted("✓ Ready\nplain\n", 80, true);
        assert!(shown.starts_with("\u{1b}["));
        assert_eq!(console::strip_ansi_codes(&shown), "✓ Ready\nplain\n");
    }
}
