//! Text to words: what is a name, what is a title, a suffix or a mark, and where the surname block ends if that shows.
//!
//! Opinions on differences do not belong here. Every input gets words; the work is bounded.

use std::cell::OnceCell;

use unicode_normalization::UnicodeNormalization;

use super::extras::{self, Extras};
use super::fold;
use super::lexicon::{NameLexicon, fact};
pub use super::word::Word;
use super::word::is_irish_particle;
use super::{DocumentName, RecordName};

/// Characters of one name that are looked at. The longest name of the standards has 39, of real registers about 150.
const MOST_CHARS: usize = 400;
/// Words of one name that are looked at.
pub const MOST_WORDS: usize = 16;
/// Lengths of the name field in the machine readable zones TD1, TD2 and TD3.
const FIELD_LENGTHS: [usize; 3] = [30, 31, 39];

/// A record in words.
#[derive(Debug, Clone)]
pub struct RecordWords<'l> {
    /// Given names, then middle names.
    pub given: Vec<Word<'l>>,
    /// Surnames; all words if the record is plain.
    pub surname: Vec<Word<'l>>,
    /// How many of the given names, the last ones, are middle names in a box of their own.
    pub middle: usize,
    /// The record does not say where the surname begins.
    pub plain: bool,
    /// What is no name.
    pub extras: Extras,
}

/// A document's name in words.
#[derive(Debug, Clone)]
pub struct DocumentWords<'l> {
    /// The words; the surname block first if a border is known.
    pub words: Vec<Word<'l>>,
    /// How many words the surname block has, if the document shows it.
    pub border: Option<usize>,
    /// It is a field of the machine readable zone.
    pub mrz: bool,
    /// The field is completely full: the name may be cut.
    pub cut: bool,
    /// All words stand in one of the boxes for surname and given names, the other one is empty.
    pub one_box: bool,
    /// What is no name.
    pub extras: Extras,
}

/// Composed form, bounded, runs of spaces collapsed.
pub fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len().min(MOST_CHARS * 4));
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        if word.is_ascii() {
            out.push_str(word.get(..MOST_CHARS).unwrap_or(word));
        } else {
            out.extend(word.nfc().take(MOST_CHARS));
        }
        if out.len() > MOST_CHARS * 4 {
            break;
        }
    }
    out
}

/// Whether a character is an apostrophe, whichever of its many codes was used; such a mark joins.
pub fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | '`' | 'ʻ' | '´' | 'ʹ' | 'ʿ' | 'ʾ' | '′' | '＇')
}

/// Whether a character is a hyphen or dash.
pub fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '−' | '\u{ad}' | '﹣' | '－')
}

/// Splits a text into words.
pub fn words<'l>(lexicon: &'l NameLexicon, text: &str) -> Vec<Word<'l>> {
    let composed;
    let text = if text.is_ascii() && text.len() <= MOST_CHARS {
        text
    } else {
        composed = tidy(text);
        &composed
    };
    let between = |c: char| !c.is_alphanumeric() && !is_apostrophe(c) && !is_mark(c);
    let mut found: Vec<Word<'l>> = Vec::with_capacity(6);
    for piece in text.split_inclusive(between) {
        let bare = piece.strip_suffix(between).unwrap_or(piece);
        if !bare.chars().any(char::is_alphanumeric) {
            continue;
        }
        if found.len() > MOST_WORDS {
            break;
        }
        let mut word = word(lexicon, bare);
        word.dotted = piece.ends_with('.');
        found.push(word);
    }
    found
}

fn is_mark(c: char) -> bool {
    !c.is_ascii() && unicode_normalization::char::is_combining_mark(c)
}

/// One word with what the lexicon knows of it.
pub fn word<'l>(lexicon: &'l NameLexicon, piece: &str) -> Word<'l> {
    let forms = fold::forms(piece);
    let entry = forms.iter().find_map(|form| lexicon.get(form));
    let foreign = !piece.is_ascii() && piece.chars().any(fold::is_foreign_letter);
    let irish = if is_irish_particle(piece) { fact::PARTICLE } else { 0 };
    let facts = entry.map_or(0, |e| e.facts) | irish;
    Word {
        shown: piece.to_owned(),
        forms,
        entry,
        facts,
        foreign,
        dotted: false,
        in_surname: false,
        keys: OnceCell::new(),
    }
}

/// The record in words.
pub fn record<'l>(lexicon: &'l NameLexicon, record: &RecordName) -> RecordWords<'l> {
    let mut extras = Extras::default();
    let mut given = words(lexicon, &record.given);
    let first = given.len();
    given.extend(words(lexicon, &record.middle));
    let mut surname = words(lexicon, &record.surname);
    let plain = given.is_empty();
    extras::take(&mut given, &mut extras, 2);
    extras::take(&mut surname, &mut extras, if plain { 3 } else { 2 });
    given.truncate(MOST_WORDS);
    surname.truncate(MOST_WORDS);
    for word in &mut surname {
        word.in_surname = !plain;
    }
    let middle = if first == 0 { 0 } else { given.len().saturating_sub(first) };
    RecordWords { given, surname, middle, plain, extras }
}

/// The document's name in words.
pub fn document<'l>(lexicon: &'l NameLexicon, document: &DocumentName) -> DocumentWords<'l> {
    match document {
        DocumentName::Split { surname, given_names, may_be_cut } => {
            let mut parsed = blocks(lexicon, surname, given_names);
            parsed.cut = *may_be_cut;
            parsed
        }
        DocumentName::Line(line) if line.contains('<') => field(lexicon, line),
        DocumentName::Line(line) => self::line(lexicon, line),
    }
}

fn line<'l>(lexicon: &'l NameLexicon, line: &str) -> DocumentWords<'l> {
    if let Some((surname, given)) = line.split_once([',', '，']) {
        let behind = words(lexicon, given);
        let only_extras = behind.iter().all(|w| w.entry.is_some_and(|e| e.suffix.is_some()) || w.is(fact::DEGREE));
        if !behind.is_empty() && !only_extras && surname.chars().any(char::is_alphanumeric) {
            return blocks(lexicon, surname, given);
        }
    }
    let mut all = words(lexicon, line);
    let mut extras = Extras::default();
    extras::take(&mut all, &mut extras, 3);
    all.truncate(MOST_WORDS);
    DocumentWords { words: all, border: None, mrz: false, cut: false, one_box: false, extras }
}

fn blocks<'l>(lexicon: &'l NameLexicon, surname: &str, given: &str) -> DocumentWords<'l> {
    let mut extras = Extras::default();
    let mut words_ = words(lexicon, surname);
    extras::take(&mut words_, &mut extras, 2);
    words_.truncate(MOST_WORDS);
    let count = words_.len();
    let mut given = words(lexicon, given);
    extras::take(&mut given, &mut extras, 2);
    given.truncate(MOST_WORDS);
    let border = if given.is_empty() || count == 0 { None } else { Some(count) };
    for word in &mut words_ {
        word.in_surname = border.is_some();
    }
    words_.extend(given);
    DocumentWords { words: words_, border, mrz: false, cut: false, one_box: border.is_none(), extras }
}

/// A name field of the machine readable zone, with or without its fillers.
fn field<'l>(lexicon: &'l NameLexicon, text: &str) -> DocumentWords<'l> {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).take(MOST_CHARS).collect();
    let text = text.as_str();
    let full = FIELD_LENGTHS.contains(&text.chars().count()) && !text.ends_with('<');
    let kept = without_noise(lexicon, text);
    let (surname, given) = kept.trim_start_matches('<').split_once("<<").unwrap_or((kept, ""));
    let mut parsed = blocks(lexicon, surname, given);
    parsed.mrz = true;
    parsed.cut = full && kept.len() == text.len();
    parsed
}

/// Cuts what is only filler, or filler misread as K, C, L or E, off the end; not what is a name.
fn without_noise<'t>(lexicon: &NameLexicon, text: &'t str) -> &'t str {
    let is_name = |piece: &str| piece.len() > 2 && lexicon.facts(piece) & fact::NAME != 0;
    let after_surname = text.find("<<").map_or(0, |at| at + 2);
    let mut from = after_surname;
    while let Some(at) = text.get(from..).and_then(|rest| rest.find("<<")) {
        let cut = from + at;
        let tail = text.get(cut..).unwrap_or("");
        let noise = tail.chars().all(|c| matches!(c, '<' | 'K' | 'C' | 'L' | 'E' | 'S'));
        if cut > after_surname && noise && !tail.split('<').any(is_name) {
            return text.get(..cut).unwrap_or(text);
        }
        from = cut + 2;
    }
    let tail_start = text.trim_end_matches(['<', 'K']).len();
    let (kept, tail) = text.split_at(tail_start);
    let longer = kept.rsplit('<').next().map(|last| format!("{last}K"));
    if tail.contains("KKK") && !longer.is_some_and(|name| is_name(&name)) { kept } else { text }
}
