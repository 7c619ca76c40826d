//! What pages are called: by the document that they show, by the file that they are in, and by what is worst about
//! them.

use std::path::Path;

use precheck::error::FileError;
use precheck::kinds::{DocumentKind, Side};
use precheck::page::PageId;
use precheck::report::answer;
use precheck::requirements::SlotId;
use precheck::words::{Arg, Message, Words};

use super::State;

impl State {
    /// Name of a page for people: the file's name and the number of the page.
    pub fn name(&self, id: &PageId) -> String {
        let page = Message::new("app-page-number").with("page", Arg::Text(id.page.to_string()));
        format!("{}, {}", file_name(id), self.words.say(&page))
    }

    /// The document that a page shows, as far as it was read: its kind, its side, and its country.
    pub fn document(&self, id: &PageId) -> Option<String> {
        let words = &self.words;
        let (page, _) = self.judged(id)?;
        let guess = &page.examined()?.facts.document;
        let of_page = |d: &&precheck::checks::SetDocument| d.pages.iter().any(|p| p.id == *id);
        let document = self.report.as_ref()?.set.documents.iter().find(of_page);
        let kind = document.map_or(guess.kind, |document| document.kind);
        let mut name = short_kind(kind, words);
        if kind == DocumentKind::Unknown {
            return Some(name);
        }
        if guess.side == Some(Side::Back) {
            name = format!("{name} ({})", words.get("app-side-back"));
        }
        let country = document.and_then(|document| document.country.clone()).or_else(|| guess.country.clone());
        let country = country.map(|code| country_name(&code, words));
        Some(country.map_or_else(|| name.clone(), |country| format!("{name} · {country}")))
    }

    /// The name of what a page is used as, once all pages were looked at.
    pub fn place_of(&self, id: &PageId) -> Option<String> {
        let report = self.report.as_ref().filter(|_| !self.is_working())?;
        let slot = report.set.slots.iter().find(|slot| slot.pages.contains(id))?;
        Some(self.words.get(slot_key(slot.id)))
    }

    /// What is worst about a page, in few words; `None` if nothing is.
    pub fn reason(&self, id: &PageId) -> Option<String> {
        let words = &self.words;
        let Some((page, report)) = self.judged(id) else { return self.at_first_sight(id) };
        match &page.outcome {
            Err(FileError::Stopped) => return None,
            Err(error) => return Some(words.say(&error.message())),
            Ok(_) => {}
        }
        let Some(worst) = report.findings.first() else {
            let unread = report.verdict == precheck::checks::PageVerdict::Review;
            return unread.then(|| words.get("todo-not-read"));
        };
        let title = words.get(&format!("{}.title", worst.id));
        let date = worst.message.args.iter().find_map(|(_, arg)| match arg {
            Arg::Date(date) => Some(*date),
            _ => None,
        });
        Some(match date {
            Some(date) if date.year() != self.today.year() => format!("{title} {}", date.year()),
            Some(date) => format!("{title} · {}", words.day(date)),
            None => title,
        })
    }
}

/// The name of the file that a page is in.
pub fn file_name(id: &PageId) -> String {
    file_name_of(&id.file)
}

/// The name of a file without its folders.
pub fn file_name_of(file: &Path) -> String {
    file.file_name().unwrap_or(file.as_os_str()).to_string_lossy().into_owned()
}

/// A name of at most this many letters: what is too much is left out of its middle, because the end of a file's name
/// tells as much as its beginning.
pub fn elided(name: &str, most: usize) -> String {
    let letters: Vec<char> = name.chars().collect();
    if letters.len() <= most || most < 3 {
        return name.to_owned();
    }
    let end = (most - 1) / 2;
    let (start, end) = (most - 1 - end, letters.len() - end);
    letters[..start].iter().chain(&['…']).chain(&letters[end..]).collect()
}

/// Key of the name of a place of the set.
pub const fn slot_key(id: SlotId) -> &'static str {
    match id {
        SlotId::ItinProof => "slot-itin-proof",
        SlotId::Primary => "slot-primary",
        SlotId::SecondDocument => "slot-second-document",
        SlotId::AddressProof => "slot-address-proof",
    }
}

/// The name of a kind of document without the examples in brackets.
pub fn short_kind(kind: DocumentKind, words: &Words) -> String {
    let name = answer::kind_word(kind, words);
    name.split(" (").next().unwrap_or(&name).to_owned()
}

/// The name of a country by its code in documents; the code itself if it has no name here.
pub fn country_name(code: &str, words: &Words) -> String {
    let key = format!("country-{code}");
    if words.has(&key) { words.get(&key) } else { code.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_name_loses_its_middle_and_keeps_its_ends() {
        assert_eq!(elided("passport.jpg", 20), "passport.jpg");
        assert_eq!(elided("Scan_20261122_101530_copy.jpg", 13), "Scan_2…py.jpg");
        assert_eq!(elided("ñandú-ñandú.jpg", 9).chars().count(), 9);
        assert_eq!(elided("abc", 0), "abc");
    }
}
