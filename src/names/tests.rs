//! Laws of the comparison, and pairs labelled by its rules.
