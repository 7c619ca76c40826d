//! What panels about one page share.

use precheck::page::PageId;

use crate::state::State;
use crate::textures::Textures;

/// What stands around a finding of a page.
#[derive(Clone, Copy)]
pub struct OnPage<'a> {
    /// Everything.
    pub state: &'a State,
    /// Pictures.
    pub textures: &'a Textures,
    /// The page.
    pub id: &'a PageId,
}
