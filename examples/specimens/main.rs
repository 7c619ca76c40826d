//! Draws the specimens.
fn main() {}
