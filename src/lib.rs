//! Looks at photos and scans of identity and proof-of-address documents before they are uploaded.
#![allow(missing_docs)]

pub mod error;
pub mod geometry;
pub mod page;

pub mod codes;
pub mod engine;
pub mod fields;
pub mod intake;
pub mod layout;
pub mod quality;
pub mod text;

pub mod checks;
pub mod names;
pub mod record;
pub mod requirements;

pub mod assets;
pub mod report;
pub mod words;
