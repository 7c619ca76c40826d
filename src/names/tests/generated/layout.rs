//! How a made-up name is printed: on a line, surname first, with a comma, in a code line, in two boxes.

use super::*;

/// A name in words.
#[derive(Debug, Clone, Default)]
pub(super) struct Person {
    pub(super) given: Vec<String>,
    pub(super) middle: Vec<String>,
    pub(super) surname: Vec<String>,
    pub(super) suffix: &'static str,
}

impl Person {
    /// A person of these given names and surnames.
    pub(super) fn of(given: &[&str], surname: &[&str]) -> Self {
        let own = |words: &[&str]| words.iter().map(|w| (*w).to_owned()).collect();
        Self { given: own(given), surname: own(surname), ..Self::default() }
    }

    fn names(&self) -> String {
        [self.given.join(" "), self.middle.join(" ")].join(" ").trim().to_owned()
    }

    fn with_suffix(&self, text: String) -> String {
        if self.suffix.is_empty() { text } else { format!("{text} {}", self.suffix) }
    }

    /// The record: mostly in boxes, now and then as one plain line.
    fn record(&self, plain: bool) -> RecordName {
        let surname = self.with_suffix(self.surname.join(" "));
        if plain {
            return RecordName { surname: format!("{} {surname}", self.names()), ..RecordName::default() };
        }
        RecordName { given: self.given.join(" "), middle: self.middle.join(" "), surname }
    }
}

/// What stands on the document.
pub(super) enum Shown {
    /// A name, to be laid out in any way.
    Name(Person),
    /// A line as it was read.
    Line(String),
    /// Surname and given names, of which the field has cut some.
    Cut(String, String),
}

/// A record, and a document that must not pass for it.
pub(super) struct Pair {
    pub(super) record: Person,
    pub(super) shown: Shown,
    /// The change is one only where the record tells the surname from the given names.
    pub(super) boxes: bool,
    /// Joined words and misread letters on top of the change make the names no more alike.
    pub(super) noise: bool,
}

impl Pair {
    pub(super) fn new(record: Person, document: Person) -> Self {
        Self { record, shown: Shown::Name(document), boxes: false, noise: false }
    }

    /// A line as it was read, beside a record in boxes.
    pub(super) fn line(record: Person, line: String) -> Self {
        Self { record, shown: Shown::Line(line), boxes: true, noise: false }
    }

    pub(super) fn with_noise(self) -> Self {
        Self { noise: true, ..self }
    }

    pub(super) fn in_boxes(self) -> Self {
        Self { boxes: true, ..self }
    }

    /// The pair as the comparison gets it; `None` where the layout has no room for the name.
    pub(super) fn laid_out(self, random: &mut Random) -> Option<(RecordName, DocumentName)> {
        let plain = !self.boxes && random.below(8) == 0;
        let document = match self.shown {
            Shown::Line(line) => DocumentName::Line(line),
            Shown::Cut(surname, given_names) => DocumentName::Split { surname, given_names, may_be_cut: true },
            Shown::Name(person) if self.noise => misread(print(&joined(person, random), plain, random)?, random),
            Shown::Name(person) => print(&person, plain, random)?,
        };
        Some((self.record.record(plain), document))
    }
}

fn print(person: &Person, plain: bool, random: &mut Random) -> Option<DocumentName> {
    let (names, surname) = (person.names(), person.surname.join(" "));
    let line = match random.below(if plain { 2 } else { 6 }) {
        0 => person.with_suffix(format!("{names} {surname}")),
        1 => person.with_suffix(format!("{surname} {names}")),
        2 => format!("{}, {names}", person.with_suffix(surname)),
        3 => {
            let given_names = person.with_suffix(names);
            return Some(DocumentName::Split { surname, given_names, may_be_cut: false });
        }
        _ => return field(&surname, &person.with_suffix(names), [30, 31, 39][random.below(3)]).map(DocumentName::Line),
    };
    Some(DocumentName::Line(dressed(line, random)))
}

/// A name field that has room left.
pub(super) fn field(surname: &str, given: &str, length: usize) -> Option<String> {
    let text = format!("{}<<{}", surname.replace([' ', '-'], "<"), given.replace([' ', '-'], "<"));
    (text.len() < length).then(|| format!("{text:<<length$}"))
}

/// Now and then in small letters, with accents, or with a title; all of it is one name still.
fn dressed(line: String, random: &mut Random) -> String {
    match random.below(6) {
        0 => {
            let word = |word: &str| format!("{}{}", &word[..1], word[1..].to_lowercase());
            line.split(' ').map(word).collect::<Vec<_>>().join(" ")
        }
        1 => line.replace('A', "Á").replace('O', "Ó"),
        2 => format!("MR. {line}"),
        _ => line,
    }
}

/// Now and then all given names in one word, or all surnames.
fn joined(mut person: Person, random: &mut Random) -> Person {
    let long = |words: &[String]| words.iter().all(|word| word.len() > 1);
    let block = match random.below(6) {
        0 => &mut person.given,
        1 => &mut person.surname,
        _ => return person,
    };
    if long(block) {
        *block = vec![block.concat()];
    }
    person
}

/// Now and then the letters and fillers that readers take for others.
fn misread(document: DocumentName, random: &mut Random) -> DocumentName {
    let DocumentName::Line(line) = document else { return document };
    let filled = line.ends_with("<<<");
    DocumentName::Line(match random.below(8) {
        0 => line.replace('O', "0"),
        1 => line.replace('S', "5"),
        2 if filled => line.replacen("<<", "K<", 1),
        3 if filled => format!("{}KK", &line[..line.len() - 2]),
        4 if filled => line.replace("<<<", "KKK"),
        _ => line,
    })
}
