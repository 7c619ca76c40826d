//! The pages of one file ⇄ bytes.
//!
//! An entry begins with a mark and a hash of the rest, and names its key, so that one that is damaged, foreign or was
//! renamed is not taken for another. The path of the file is not in it.

use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::error::FileError;
use crate::examined::{Examined, PageRecord, ReadingState};
use crate::page::PageId;

/// First bytes of every entry.
const MARK: &[u8; 8] = b"precheck";
/// Bytes of a hash.
const HASH: usize = 32;

/// What stands behind the hash.
#[derive(Serialize, Deserialize)]
struct Entry<P> {
    key: [u8; HASH],
    pages: Vec<P>,
}

/// A page and what is known of it.
type Kept = (u32, Result<Examined, FileError>);

/// The bytes to be kept. `None` where they cannot be made.
pub(super) fn bytes(key: &blake3::Hash, pages: &[PageRecord]) -> Option<Vec<u8>> {
    let pages: Vec<(u32, &Result<Examined, FileError>)> = pages.iter().map(|p| (p.id.page, &p.outcome)).collect();
    let rest = postcard::to_extend(&Entry { key: *key.as_bytes(), pages }, Vec::new()).ok()?;
    Some([MARK.as_slice(), blake3::hash(&rest).as_bytes(), &rest].concat())
}

/// The pages of an entry, as those of the file at `path`. `None` where it is damaged or of another key.
pub(super) fn read(bytes: &[u8], key: &blake3::Hash, path: &Path) -> Option<Vec<PageRecord>> {
    let (hash, rest) = bytes.strip_prefix(MARK)?.split_at_checked(HASH)?;
    if blake3::hash(rest).as_bytes() != hash {
        return None;
    }
    let entry: Entry<Kept> = postcard::from_bytes(rest).ok()?;
    if entry.key != *key.as_bytes() {
        return None;
    }
    let record = |(page, outcome)| PageRecord { id: PageId { file: path.to_owned(), page }, outcome };
    Some(entry.pages.into_iter().map(record).collect())
}

/// Whether another try would say the same: nothing was stopped, missing or out of time.
pub(super) fn is_lasting(pages: &[PageRecord]) -> bool {
    pages.iter().all(|page| match &page.outcome {
        Ok(examined) => !matches!(examined.reading, ReadingState::Failed(_)) && !examined.facts.unconfirmed,
        Err(FileError::Internal(_) | FileError::Stopped) => false,
        Err(FileError::Missing | FileError::NotAllowed | FileError::NoFile | FileError::CannotOpen(_)) => false,
        Err(_) => true,
    })
}
