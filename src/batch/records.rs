//! A client of a list → the record to compare with, and the words by which the client is told from others.

use std::collections::HashMap;

use super::roster::{Client, ClientAddress, ClientNumber};
use crate::record::{Name, Record};

impl Client {
    /// What the list says of the client, as far as it can be compared. The last four digits of an ITIN and an address
    /// in one piece cannot.
    pub fn record(&self) -> Record {
        let own = |part: &Option<String>| part.clone().unwrap_or_default();
        let (parts, full) = (&self.name, self.name.full.clone());
        let name = if parts.given.is_none() && parts.surname.is_none() {
            Name { surname: full, ..Name::default() }
        } else {
            Name { given: own(&parts.given), middle: own(&parts.middle), surname: own(&parts.surname) }
        };
        let itin = self.itin.as_ref().and_then(|number| match number {
            ClientNumber::Whole(number) => Some(number.clone()),
            ClientNumber::LastFour(_) => None,
        });
        let address = self.address.as_ref().and_then(|address| match address {
            ClientAddress::Parts(parts) => Some(parts.clone()),
            ClientAddress::Text(_) => None,
        });
        Record {
            name: (name != Name::default()).then_some(name),
            itin,
            birth_date: self.birth_date,
            address,
            path: self.path,
            call_date: self.call_date,
        }
    }

    /// The words by which somebody may ask for the client: the id and the whole name.
    pub fn handles(&self) -> Vec<&str> {
        let handles = self.id.as_deref().into_iter().chain([self.name.full.as_str()]);
        handles.filter(|handle| !handle.trim().is_empty()).collect()
    }
}

/// How each client is called in reports: by the id, else by the name; by both, and at last by the line, where others
/// are called the same.
pub fn labels(clients: &[Client]) -> Vec<String> {
    let short = |client: &Client| client.handles().first().map_or_else(String::new, |handle| (*handle).to_owned());
    let long = |client: &Client| client.handles().join(" ");
    let (shorts, longs) = (counted(clients.iter().map(short)), counted(clients.iter().map(long)));
    let label = |client: &Client| {
        let (short, long) = (short(client), long(client));
        if !short.is_empty() && shorts[&short] == 1 {
            short
        } else if !long.is_empty() && longs[&long] == 1 {
            long
        } else {
            format!("{long} ({})", client.row).trim().to_owned()
        }
    };
    clients.iter().map(label).collect()
}

fn counted(texts: impl Iterator<Item = String>) -> HashMap<String, usize> {
    let mut counts = HashMap::new();
    texts.for_each(|text| *counts.entry(text).or_default() += 1);
    counts
}
