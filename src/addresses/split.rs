//! What stands between two spaces → tokens: what points, slashes, and hyphens mean inside a word.

use super::token::{Segment, Token};

/// Divides what stands between two spaces.
pub fn words(word: &str, line: usize, out: &mut Segment) {
    for (at, part) in word.split('#').enumerate() {
        if at > 0 {
            out.push(Token::new("#", line));
        }
        let outer = |c: char| !c.is_alphanumeric() && c != '*' && c != 'º' && c != 'ª' && c != '〒';
        let part = part.trim_start_matches(outer);
        let kept = if part.to_ascii_uppercase().starts_with("C/") && part.len() == 2 {
            part
        } else {
            part.trim_end_matches(outer)
        };
        for piece in points(kept) {
            slashes(&piece, line, out);
        }
    }
}

/// Divides at points: `N.W.` is one word, `Av.Grau` two, `5.5` a number, `1.508` a thousand.
fn points(word: &str) -> Vec<String> {
    let word = word.replace(".º", "º").replace(".ª", "ª");
    let parts: Vec<&str> = word.split('.').filter(|part| !part.is_empty()).collect();
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    let mut found: Vec<String> = Vec::new();
    let mut letters = false; // the last piece is made of single letters
    for (at, part) in parts.iter().enumerate() {
        let single = part.chars().count() == 1 && part.chars().all(char::is_alphabetic);
        let before = at.checked_sub(1).and_then(|i| parts.get(i)).copied().unwrap_or_default();
        let last = found.last_mut().filter(|_| at > 0);
        match last {
            Some(last) if single && letters => last.push_str(part),
            Some(last) if digits(part) && !before.is_empty() && digits(before) => {
                if part.len() != 3 || before.len() > 3 {
                    last.push('.');
                }
                last.push_str(part);
            }
            _ => found.push((*part).to_owned()),
        }
        letters = single;
    }
    found
}

/// Keeps a slash between numbers, and in `C/`, `S/N`, `c/o`; elsewhere it divides.
fn slashes(word: &str, line: usize, out: &mut Segment) {
    if !word.contains('/') {
        return hyphens(word, line, out);
    }
    let upper = word.to_ascii_uppercase();
    if upper.starts_with("C/") && upper != "C/O" && !upper[2..].starts_with(|c: char| c.is_ascii_digit()) {
        out.push(Token::new(&word[..2], line));
        if let Some(rest) = word.get(2..).filter(|rest| !rest.is_empty()) {
            hyphens(rest, line, out);
        }
    } else if ["S/N", "C/O", "R/C", "A/C"].contains(&upper.as_str()) {
        out.push(Token::new(word, line));
    } else if word.split('/').all(|part| part.starts_with(|c: char| c.is_ascii_digit()) || part.chars().count() == 1) {
        hyphens(word, line, out);
    } else {
        word.split('/').filter(|part| !part.is_empty()).for_each(|part| hyphens(part, line, out));
    }
}

/// Divides words at hyphens; keeps them between numbers, and drops them between a number and a letter.
fn hyphens(word: &str, line: usize, out: &mut Segment) {
    let mut held = String::new();
    let mut left = "";
    for part in word.split('-').filter(|part| !part.is_empty()) {
        if !held.is_empty() {
            match seam(left, part) {
                Seam::Hyphen => held.push('-'),
                Seam::None => {}
                Seam::Space => ordinals(&std::mem::take(&mut held), line, out),
            }
        }
        held.push_str(part);
        left = part;
    }
    if !held.is_empty() {
        ordinals(&held, line, out);
    }
}

/// What a hyphen leaves between two parts.
enum Seam {
    Hyphen,
    None,
    Space,
}

fn seam(left: &str, right: &str) -> Seam {
    let number = |part: &str| part.starts_with(|c: char| c.is_ascii_digit());
    let short = |part: &str| part.chars().count() <= 1;
    let coordinate = |part: &str| part.len() > 1 && part[1..].bytes().all(|b| b.is_ascii_digit()) && !number(part);
    let has_digit = |part: &str| part.bytes().any(|b| b.is_ascii_digit());
    if number(left) && number(right) {
        Seam::Hyphen
    } else if number(left) && short(right)
        || short(left) && number(right)
        || left.is_ascii() && right.is_ascii() && has_digit(left) && coordinate(right)
    {
        Seam::None
    } else {
        Seam::Space
    }
}

/// Takes the ending of a number that counts off.
fn ordinals(word: &str, line: usize, out: &mut Segment) {
    if let Some(at) = word.find(['º', 'ª']) {
        let (number, rest) = word.split_at(at);
        let rest = rest.trim_start_matches(['º', 'ª']);
        if number.bytes().all(|b| b.is_ascii_digit()) && !number.is_empty() {
            out.push(Token { ordinal: true, ..Token::new(number, line) });
            if !rest.is_empty() {
                out.push(Token::new(rest, line));
            }
            return;
        }
        out.push(Token::new(&word.replace('º', "o").replace('ª', "a"), line));
        return;
    }
    let mut token = Token::new(word, line);
    let digits = token.text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, ending) = token.text.split_at(digits);
    if digits > 0 && ["BIS", "TER", "QUATER"].contains(&ending) {
        out.extend([Token::new(number, line), Token::new(ending, line)]);
        return;
    }
    if counts(number, ending) {
        token = Token { text: number.to_owned(), long: None, ordinal: true, ..token };
    }
    out.push(token);
}

fn counts(number: &str, ending: &str) -> bool {
    let Some(last) = number.chars().next_back() else { return false };
    match ending {
        "ST" | "ND" | "RD" | "TH" | "EME" | "ERE" => true,
        "RA" | "RO" | "ER" => matches!(last, '1' | '3'),
        "DA" | "DO" => last == '2',
        "TA" | "TO" => matches!(last, '4'..='6'),
        "MA" | "MO" => matches!(last, '7' | '0'),
        "VA" | "VO" => last == '8',
        "NA" => last == '9',
        _ => false,
    }
}
