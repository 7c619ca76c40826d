//! What panels about one page share.

use precheck::page::PageId;

use crate::state::State;
use crate::textures::Textures;

/// The context of a finding of a page.
#[derive(Clone, Copy)]
pub struct OnPage<'a> {
    /// Everything that the window shows.
    pub state: &'a State,
    /// The pictures.
    pub textures: &'a Textures,
    /// The page.
    pub id: &'a PageId,
}
