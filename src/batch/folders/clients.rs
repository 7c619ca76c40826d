//! What of a client may stand in the name of a folder.

use super::label::{Label, without_zeros};
use crate::batch::roster::{Client, ClientName};
use crate::names::RecordName;

/// The id of a client in pieces, and the words of the name.
pub(super) struct Sought {
    /// Pieces of the id, numbers without zeros in front.
    pub id: Vec<String>,
    pub kind: IdKind,
    /// Spellings of each word of the name.
    pub words: Vec<Vec<String>>,
    /// Surnames written as one word.
    pub joined: Vec<String>,
    /// Spellings of the given names.
    given: Vec<Vec<String>>,
    pub name: RecordName,
    /// Year of birth.
    pub born: Option<i16>,
    pub row: u32,
}

/// What an id is made of, which decides where it is believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum IdKind {
    /// There is none.
    None,
    /// Digits, so many without zeros in front.
    Number(usize),
    /// Digits that may be a year.
    Year,
    /// Letters and digits.
    Mixed,
    /// Letters alone.
    Letters,
}

impl Sought {
    pub(super) fn new(client: &Client) -> Self {
        let label = Label::new(client.id.as_deref().unwrap_or_default(), true);
        let id: Vec<String> = label.pieces.iter().map(|piece| piece.text.clone()).collect();
        let (numbers, letters) = (label.pieces.iter().any(|p| p.is_number), label.pieces.iter().any(|p| !p.is_number));
        let kind = match (numbers, letters) {
            (false, false) => IdKind::None,
            (true, true) => IdKind::Mixed,
            (false, true) => IdKind::Letters,
            (true, false) if id.len() > 1 => IdKind::Mixed,
            (true, false) => number_kind(&label.pieces[0].written),
        };
        Self {
            id,
            kind,
            words: words_of(&client.name.full),
            joined: client.name.surname.as_deref().map(joined).unwrap_or_default(),
            given: client.name.given.as_deref().map(words_of).unwrap_or_default(),
            name: record_name(&client.name),
            born: client.birth_date.map(jiff::civil::Date::year),
            row: client.row,
        }
    }

    /// Whether a word is a given name; any word is where the list does not tell.
    pub(super) fn is_given(&self, forms: &[String]) -> bool {
        let names = if self.given.is_empty() { &self.words } else { &self.given };
        names.iter().any(|word| word.iter().any(|form| forms.contains(form)))
    }

    /// Whether a word is one of the name.
    pub(super) fn has(&self, forms: &[String]) -> bool {
        self.words.iter().any(|word| word.iter().any(|form| forms.contains(form)))
    }
}

fn number_kind(written: &str) -> IdKind {
    let bare = without_zeros(written);
    let year = written.len() == 4 && bare.parse::<u16>().is_ok_and(|n| (1900..2100).contains(&n));
    if year { IdKind::Year } else { IdKind::Number(bare.len()) }
}

fn words_of(name: &str) -> Vec<Vec<String>> {
    Label::new(name, true).words().into_iter().map(|word| word.forms).collect()
}

fn record_name(name: &ClientName) -> RecordName {
    let own = |part: &Option<String>| part.clone().unwrap_or_default();
    if name.given.is_none() && name.surname.is_none() {
        return RecordName { surname: name.full.clone(), ..RecordName::default() };
    }
    RecordName { given: own(&name.given), middle: own(&name.middle), surname: own(&name.surname) }
}

/// `De la Cruz` as `DELACRUZ`, where there are several words.
fn joined(surname: &str) -> Vec<String> {
    let words = words_of(surname);
    let whole: String = words.iter().filter_map(|forms| forms.first()).map(String::as_str).collect();
    if words.len() > 1 { vec![whole] } else { Vec::new() }
}
