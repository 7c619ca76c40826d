//! Lists as offices have them, and folders beside them. Everybody in them is invented.

mod books;
mod folders;
mod laws;
mod lists;

use std::sync::OnceLock;

use jiff::civil::{Date, date};

use super::*;
use crate::assets::Assets;

/// The lexicon, read once.
pub(crate) fn lexicon() -> &'static RosterLexicon {
    static LEXICON: OnceLock<RosterLexicon> = OnceLock::new();
    LEXICON.get_or_init(|| RosterLexicon::load(&Assets::at(concat!(env!("CARGO_MANIFEST_DIR"), "/assets"))).unwrap())
}

fn today() -> Date {
    date(2026, 11, 29)
}

/// A list that is read, as text in UTF-8 or as the bytes of a file.
fn roster(bytes: impl AsRef<[u8]>) -> Roster {
    read(bytes.as_ref(), lexicon(), today()).unwrap()
}

/// Each client in one line: row, id, name in its parts, number, birth, address, path, call. What is unknown is left out.
fn shown(roster: &Roster) -> Vec<String> {
    let of = |client: &Client| {
        let name = &client.name;
        let parts = match (&name.given, &name.surname) {
            (None, None) => name.full.clone(),
            (given, surname) => [given, &name.middle, surname].map(|part| part.clone().unwrap_or_default()).join("|"),
        };
        let number = client.itin.as_ref().map(|number| match number {
            ClientNumber::Whole(number) => number.clone(),
            ClientNumber::LastFour(four) => format!("...{four}"),
        });
        let address = client.address.as_ref().map(|address| match address {
            ClientAddress::Text(text) => text.clone(),
            ClientAddress::Parts(a) => {
                let parts = [&a.line1, &a.city, &a.region, &a.postal_code, &a.country];
                parts.into_iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join("; ")
            }
        });
        let path = client.path.map(|path| format!("{path:?}"));
        let (born, call) = (client.birth_date.map(|d| d.to_string()), client.call_date.map(|d| format!("call {d}")));
        let fields = [Some(client.row.to_string()), client.id.clone(), Some(parts), number, born, address, path, call];
        fields.into_iter().flatten().filter(|field| !field.is_empty()).collect::<Vec<_>>().join(" / ")
    };
    roster.clients.iter().map(of).collect()
}

/// Row and code of what is said of a list.
fn said(roster: &Roster) -> Vec<(u32, &'static str)> {
    roster.remarks.iter().map(|remark| (remark.row, remark.code.code())).collect()
}
