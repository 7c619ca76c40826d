//! Postal codes: found by the record's own code or by its shape, compared digit by digit, never put right.

use super::repair::digit_for;
use super::setting::Setting;
use super::token::{Segment, Token, shown};

/// A postal code as printed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PostCode {
    /// Letters and digits only.
    pub plain: String,
    /// As printed.
    pub shown: String,
    /// The segment in which it stood.
    pub segment: Option<usize>,
}

/// How two postal codes relate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Agreement {
    /// The same code.
    Same,
    /// The same but for the four digits behind an American ZIP code, on one side only.
    Plus4Missing,
    /// The same but for other four digits behind an American ZIP code.
    Plus4Differs,
    /// A letter stands for a digit.
    LetterInside,
    /// One digit differs, or two neighbors are swapped.
    Slip,
    /// Another code.
    Different,
}

/// Letters and digits of a code, in capitals.
pub fn plain(code: &str) -> String {
    super::fold::fold(code).0.chars().filter(char::is_ascii_alphanumeric).collect()
}

/// Compares the record's code with the printed one.
pub fn compare(american: bool, record: &str, printed: &str) -> Agreement {
    if record == printed {
        return Agreement::Same;
    }
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let zip = |text: &str| american && matches!(text.len(), 5 | 9) && digits(text);
    if zip(record) && zip(printed) && record[..5] == printed[..5] {
        return if record.len() == printed.len() { Agreement::Plus4Differs } else { Agreement::Plus4Missing };
    }
    let (a, b): (Vec<char>, Vec<char>) = (record.chars().collect(), printed.chars().collect());
    let (a, b) =
        if zip(record) && a.len() != b.len() { (a[..5].to_vec(), b.iter().copied().take(5).collect()) } else { (a, b) };
    let alike = |x: char, y: char| x == y || digit_for(x, y) || digit_for(y, x);
    if a.len() == b.len() && a.iter().zip(&b).all(|(x, y)| alike(*x, *y)) {
        return Agreement::LetterInside;
    }
    if super::words::one_slip(&a, &b) { Agreement::Slip } else { Agreement::Different }
}

/// Takes the postal code out of the segments: the record's own, else one of its shape.
pub fn take(setting: &Setting, recorded: &str, segments: &mut Vec<Segment>) -> Option<PostCode> {
    divide(recorded, segments);
    // `D-50674` is one word; in `FL 33125` the letters are the state
    let own = |text: &str, one_word: bool| {
        let letters = text.bytes().take_while(u8::is_ascii_uppercase).count();
        let bare = if letters <= 3 && one_word { &text[letters..] } else { text };
        !recorded.is_empty() && (agrees(setting, recorded, text) || agrees(setting, recorded, bare) && !bare.is_empty())
    };
    let shaped = |text: &str, _: bool| is_code(setting, recorded, text);
    let before = setting.lexicon.list("before_code");
    let labeled = |tokens: &[Token]| {
        // FL is a floor and Florida
        let region = setting.regions().is_some_and(|list| list.at_end(tokens).is_some());
        let label = |t: &Token| setting.lexicon.is_label(&t.text) && before.code(&t.text).is_none() && !region;
        tokens.last().is_some_and(|last| last.text == "#" || label(last))
    };
    find(segments, labeled, own)
        .or_else(|| find(segments, labeled, shaped))
        .map(|(segment, start, length)| remove(setting, recorded, segments, segment, start, length))
}

/// `PO Box 3310 - 00100`: the code stands behind a box, and was read as a part of its number.
fn divide(recorded: &str, segments: &mut Vec<Segment>) {
    let Some(first) = segments.first_mut().filter(|_| recorded.len() >= 4) else { return };
    let Some(last) = first.last() else { return };
    let before = last.text.strip_suffix(recorded).and_then(|rest| rest.strip_suffix('-'));
    if before.is_none_or(str::is_empty) {
        return;
    }
    let Some((number, code)) = last.shown.rsplit_once('-') else { return };
    let [number, code] = [number, code].map(|part| Token::new(part, last.line));
    first.pop();
    first.push(number);
    segments.insert(1, vec![code]);
}

fn agrees(setting: &Setting, recorded: &str, text: &str) -> bool {
    matches!(compare(setting.is_american(), recorded, text), Agreement::Same | Agreement::Plus4Missing)
}

/// Whether a text has the shape of a postal code of the record's country.
fn is_code(setting: &Setting, recorded: &str, text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    if setting.country == "US" {
        let readable = text.bytes().all(|b| b.is_ascii_digit() || b"OILSB".contains(&b));
        return readable && matches!(text.len(), 5 | 9) && digits * 3 >= text.len() * 2;
    }
    let shape = |text: &str| -> Vec<bool> { text.bytes().map(|b| b.is_ascii_digit()).collect() };
    if recorded.is_empty() {
        return digits == text.len() && (4..=6).contains(&digits);
    }
    let letters = text.bytes().take_while(u8::is_ascii_uppercase).count();
    shape(text) == shape(recorded) || letters <= 2 && shape(&text[letters..]) == shape(recorded)
}

/// The last place where one or two tokens are a code: the segment, the first token, how many.
fn find(
    segments: &[Segment],
    is_labeled: impl Fn(&[Token]) -> bool,
    is_code: impl Fn(&str, bool) -> bool,
) -> Option<(usize, usize, usize)> {
    let only = segments.len() == 1;
    for (at, segment) in segments.iter().enumerate().rev() {
        for start in (0..segment.len()).rev() {
            for length in [2, 1] {
                let Some(tokens) = segment.get(start..start + length) else { continue };
                let last = start + length == segment.len();
                // a house number stands first, or in the only line
                if at == 0 && !(last && start > 0 && only) {
                    continue;
                }
                if at > 0 && !last && start > 0 && !only && segment.len() > start + length + 4 {
                    continue;
                }
                if !is_labeled(&segment[..start])
                    && is_code(&plain(&super::token::joined(tokens, "")), length == 1)
                    && tokens.iter().all(|t| !t.in_words)
                {
                    return Some((at, start, length));
                }
            }
        }
    }
    None
}

fn remove(
    setting: &Setting,
    recorded: &str,
    segments: &mut [Segment],
    at: usize,
    start: usize,
    length: usize,
) -> PostCode {
    let Some(segment) = segments.get_mut(at) else { return PostCode::default() };
    let tokens: Vec<Token> = segment.drain(start..start + length).collect();
    let before = setting.lexicon.list("before_code");
    let single = |tokens: &[Token], length: usize| length == 1 && tokens.last().is_some_and(Token::is_letter);
    if let Some((_, label)) = before.at_end(&segment[..start])
        && (start == label || !single(&segment[..start], label))
        && setting.regions().is_none_or(|list| list.at_end(&segment[..start]).is_none())
    {
        segment.drain(start - label..start);
    }
    let mut text = plain(&super::token::joined(&tokens, ""));
    let letters = text.bytes().take_while(u8::is_ascii_uppercase).count();
    let recorded = recorded.bytes().take_while(u8::is_ascii_uppercase).count();
    if letters > 0 && recorded == 0 && letters <= 3 && !(setting.country == "US" && text.len() == 5) {
        let prefix: String = text.drain(..letters).collect();
        // `NV89501`: a reader of pictures lost the space
        if setting.regions().is_some_and(|list| list.code(&prefix).is_some()) {
            segment.push(Token::new(&prefix, tokens.first().map_or(0, |token| token.line)));
        }
    }
    PostCode { plain: text, shown: shown(&tokens), segment: Some(at) }
}
