//! The cells of a row → values. A value that is not certain is none, with the reason.

pub(super) mod address;
pub(super) mod dates;
pub(super) mod fold;
pub(super) mod numbers;
pub(super) mod path;
pub(super) mod people;
pub(super) mod plain;
