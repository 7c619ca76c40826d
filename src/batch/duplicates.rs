//! What a list says twice. One name twice is nothing: two people may have it.

use std::collections::HashMap;
use std::hash::{BuildHasher as _, RandomState};

use super::cells::fold::folded;
use super::roster::{Client, ClientNumber};
use super::table::{Cell, Row};

/// What is in a row.
fn filled(row: &Row) -> impl Iterator<Item = &Cell> {
    row.cells.iter().filter(|cell| !cell.is_empty())
}

/// What was there before.
#[derive(Default)]
pub(super) struct Duplicates<'a> {
    hasher: RandomState,
    rows: HashMap<u64, Vec<&'a Row>>,
    ids: HashMap<String, u32>,
    numbers: HashMap<String, u32>,
}

impl<'a> Duplicates<'a> {
    /// The line of the same row, if it was there before.
    pub(super) fn same_row(&mut self, row: &'a Row) -> Option<u32> {
        let text: Vec<String> = filled(row).map(|cell| format!("{cell:?}")).collect();
        let like = self.rows.entry(self.hasher.hash_one(text)).or_default();
        let same = |before: &&&Row| filled(before).eq(filled(row));
        let first = like.iter().find(same).map(|before| before.line);
        like.push(row);
        first
    }

    /// What a client has in common with one of another row, and the line of that row.
    pub(super) fn again(&mut self, client: &Client) -> Option<(&'static str, u32)> {
        let before = |seen: &mut HashMap<String, u32>, key: String| {
            let first = *seen.entry(key).or_insert(client.row);
            (first != client.row).then_some(first)
        };
        let id = client.id.as_deref().map(folded).filter(|id| !id.is_empty());
        let id = id.and_then(|id| before(&mut self.ids, id)).map(|first| ("id", first));
        let number = match &client.itin {
            Some(ClientNumber::Whole(number)) => before(&mut self.numbers, number.clone()),
            _ => None,
        };
        id.or(number.map(|first| ("itin", first)))
    }
}
