//! What was just done, told in the bar below for a while.

use std::path::PathBuf;

use super::State;

/// How long it is told, in seconds.
const SHOWN: f64 = 30.0;

/// Something that was just done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remark {
    /// A file of this name was taken off the list.
    Removed(String),
    /// Everything of a person was taken off the list.
    NewPerson,
    /// What the window keeps between two runs was removed.
    Forgotten,
    /// What to do was copied.
    Copied,
    /// The report was written to a file of this name.
    SavedReport(String),
    /// The table of clients was written to a file of this name.
    Saved(String),
    /// A file is another photo now, and is looked at.
    NewPhoto(PathBuf),
    /// A new photo was looked at.
    Looked(PathBuf),
    /// A file was written again with the same photo.
    SamePhoto(PathBuf),
    /// A photo appeared in a folder that was opened.
    Joined(PathBuf),
    /// So many photos appeared in folders that were opened.
    JoinedMany(usize),
    /// A file is no longer there.
    Gone(PathBuf),
    /// There is no other client about whom somebody has to decide.
    NobodyInNeed,
    /// The decision about this client was taken back.
    TakenBack(String),
    /// A file has another name now: the one before, and the new one.
    Moved(PathBuf, PathBuf),
}

impl State {
    /// Forgets what was done long ago. Tells in how many seconds to ask again.
    pub(super) fn fade(&mut self, now: f64) -> Option<f64> {
        let Some(remark) = &self.remark else {
            self.remarked = None;
            return None;
        };
        let since = match &self.remarked {
            Some((same, since)) if same == remark => *since,
            _ => now,
        };
        self.remarked = Some((remark.clone(), since));
        let left = since + SHOWN - now;
        if left <= 0.0 {
            (self.remark, self.remarked) = (None, None);
        }
        (left > 0.0).then_some(left)
    }
}
