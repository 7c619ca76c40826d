//! Client lists of tax preparers: what a list says of each client, and which folder of documents is whose.
//!
//! ```text
//! bytes ─decode─▶ text ─delimited─▶ ┐
//!       └─workbook (XLSX, ODS)────▶ Table ─columns─▶ header ─cells─▶ clients + remarks ─folders─▶ matches
//! ```
//!
//! Lists: plain data in, plain data out; nothing is guessed. Only [`cache`], [`run`] and the listing of folders touch
//! files, and nothing here knows a picture. What a list does not say for
//! certain stays empty, with a [`Remark`] that names the line; nothing is left out without one. What is read must
//! never belong to another client.

pub mod cache;
mod cells;
mod clients;
mod columns;
mod duplicates;
pub mod folders;
mod lexicon;
mod records;
mod roster;
mod rows;
pub mod run;
pub mod shared;
mod sheets;
mod table;
#[cfg(test)]
mod tests;
mod workbook;

pub use clients::read;
pub use lexicon::RosterLexicon;
pub use records::labels;
pub use roster::{Client, ClientAddress, ClientName, ClientNumber, Code, Remark, Roster, RosterError};
pub use table::MAX_BYTES as MAX_LIST_BYTES;
