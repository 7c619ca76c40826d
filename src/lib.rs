//! Looks at photos and scans of identity and proof-of-address documents before they are uploaded.
#![allow(missing_docs)]

pub mod geometry;
pub mod error;
pub mod page;

pub mod intake;
pub mod quality;
pub mod layout;
pub mod text;
pub mod codes;
pub mod fields;
pub mod engine;

pub mod record;
pub mod names;
pub mod requirements;
pub mod checks;

pub mod assets;
pub mod words;
pub mod report;

#[cfg(test)]
mod testing;
