//! Numbers that were read in pieces, or as one with their neighbor.

use super::number;
use crate::fields::fold::Token;

/// The words and numbers of a line with its numbers put right.
pub(super) fn numbers(text: &str, tokens: &[Token]) -> Vec<Token> {
    parted_years(text, &merged_digits(text, tokens))
}

/// `2 5` between a month and a year is one number that was read in two pieces.
fn merged_digits(text: &str, tokens: &[Token]) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::new();
    for (i, token) in tokens.iter().enumerate() {
        let single = |t: &Token| t.folded.len() == 1 && t.folded.bytes().all(|b| b.is_ascii_digit());
        let year_next = tokens.get(i + 1).is_some_and(|t| t.folded.len() == 4 && number(t).is_some());
        let month_before = out.len() >= 2 && number(&out[out.len() - 2]).is_none();
        if let Some(last) = out.last_mut()
            && single(token)
            && single(last)
            && year_next
            && month_before
            && text.get(last.end..token.start) == Some(" ")
        {
            last.folded.push_str(&token.folded);
            last.end = token.end;
            continue;
        }
        out.push(token.clone());
    }
    out
}

/// `01/12/202401/12/1967` are two dates of neighboring columns: six digits between slashes, a year and a day or month.
fn parted_years(text: &str, tokens: &[Token]) -> Vec<Token> {
    let slash = |a: Option<&Token>, b: Option<&Token>| {
        a.zip(b).is_some_and(|(a, b)| matches!(text.get(a.end..b.start), Some("/" | "-" | ".")))
    };
    let mut out: Vec<Token> = Vec::with_capacity(tokens.len());
    for (i, token) in tokens.iter().enumerate() {
        let between =
            slash(i.checked_sub(1).and_then(|i| tokens.get(i)), Some(token)) && slash(Some(token), tokens.get(i + 1));
        let digits = token.folded.len() == 6 && token.folded.bytes().all(|b| b.is_ascii_digit());
        match token.folded.split_at_checked(4).filter(|_| between && digits && token.end - token.start == 6) {
            Some((year, next)) => {
                let middle = token.start + 4;
                out.push(Token { folded: year.to_owned(), start: token.start, end: middle });
                out.push(Token { folded: next.to_owned(), start: middle, end: token.end });
            }
            None => out.push(token.clone()),
        }
    }
    out
}
