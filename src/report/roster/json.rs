//! As JSON: one object, as the contract has it.

use serde::Serialize;

use super::Understood;
use super::hidden::shown;
use crate::batch::{Client, ClientAddress, ClientNumber};
use crate::record::Path;
use crate::words::Words;

#[derive(Serialize)]
struct Object {
    clients: Vec<ClientObject>,
    reported: Vec<Reported>,
    folders: Vec<Matched>,
    unmatched_clients: Vec<Unmatched>,
    unmatched_folders: Vec<String>,
    ambiguous: Vec<Ambiguous>,
}

#[derive(Serialize)]
struct ClientObject {
    client: Option<String>,
    given: Option<String>,
    middle: Option<String>,
    surname: Option<String>,
    full_name: Option<String>,
    itin: Option<String>,
    birth_date: Option<String>,
    address: Option<AddressObject>,
    path: Option<Path>,
    call_date: Option<String>,
    row: u32,
}

#[derive(Serialize)]
#[serde(untagged)]
enum AddressObject {
    Parts {
        line1: Option<String>,
        city: Option<String>,
        region: Option<String>,
        postal_code: Option<String>,
        country: Option<String>,
    },
    Text {
        text: String,
    },
}

#[derive(Serialize)]
struct Reported {
    row: u32,
    code: &'static str,
    message: String,
}

#[derive(Serialize)]
struct Matched {
    client: Option<String>,
    row: u32,
    folder: String,
    how: &'static str,
}

#[derive(Serialize)]
struct Unmatched {
    client: Option<String>,
    row: u32,
}

#[derive(Serialize)]
struct Ambiguous {
    folder: String,
    rows: Vec<u32>,
    message: String,
}

/// What was understood, as one JSON object and a line end.
pub fn roster_json(understood: Understood, words: &Words) -> String {
    let Understood { roster, folders } = understood;
    let id = |at: usize| roster.clients[at].id.as_deref().map(|id| shown(id, words));
    let row = |at: usize| roster.clients[at].row;
    let matched = folders.matches.iter().map(|found| Matched {
        client: id(found.client),
        row: row(found.client),
        folder: shown(&found.folder, words),
        how: found.how.code(),
    });
    let ambiguous = folders.unclear.iter().map(|unclear| {
        let mut rows: Vec<u32> = unclear.clients.iter().map(|at| row(*at)).collect();
        rows.sort_unstable();
        rows.dedup();
        Ambiguous { folder: shown(&unclear.folder, words), rows, message: words.say(&unclear.message) }
    });
    let reported = roster.remarks.iter().map(|remark| {
        let message = shown(&words.say(&remark.message), words);
        Reported { row: remark.row, code: remark.code.code(), message }
    });
    let object = Object {
        clients: roster.clients.iter().map(|client| of_client(client, words)).collect(),
        reported: reported.collect(),
        folders: matched.collect(),
        unmatched_clients: folders
            .unmatched_clients
            .iter()
            .map(|at| Unmatched { client: id(*at), row: row(*at) })
            .collect(),
        unmatched_folders: folders.unmatched.iter().map(|folder| shown(folder, words)).collect(),
        ambiguous: ambiguous.collect(),
    };
    serde_json::to_string(&object).unwrap_or_default() + "\n"
}

fn of_client(client: &Client, words: &Words) -> ClientObject {
    let text = |text: &str| (!text.is_empty()).then(|| shown(text, words));
    let part = |part: &Option<String>| part.as_deref().and_then(text);
    let address = client.address.as_ref().map(|address| match address {
        ClientAddress::Text(text) => AddressObject::Text { text: shown(text, words) },
        ClientAddress::Parts(parts) => AddressObject::Parts {
            line1: text(&parts.line1),
            city: text(&parts.city),
            region: text(&parts.region),
            postal_code: text(&parts.postal_code),
            country: text(&parts.country),
        },
    });
    ClientObject {
        client: part(&client.id),
        given: part(&client.name.given),
        middle: part(&client.name.middle),
        surname: part(&client.name.surname),
        full_name: text(&client.name.full),
        itin: client.itin.as_ref().map(|number| number_shown(number, words)),
        birth_date: client.birth_date.map(|date| date.to_string()),
        address,
        path: client.path,
        call_date: client.call_date.map(|date| date.to_string()),
        row: client.row,
    }
}

/// A taxpayer number, as it may be shown.
pub(super) fn number_shown(number: &ClientNumber, words: &Words) -> String {
    match number {
        ClientNumber::Whole(number) => words.number(number),
        ClientNumber::LastFour(four) => format!("***-**-{four}"),
    }
}
