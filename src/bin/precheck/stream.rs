//! Results of files that come in any order, written in the order of the files.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::sync::Mutex;

use anyhow::Context as _;
use precheck::examined::PageRecord;

/// Writes the pages as they are done, but in input order: a page that is done early waits.
pub struct Stream<'a> {
    line: &'a (dyn Fn(&PageRecord) -> String + Sync),
    state: Mutex<StreamState<'a>>,
}

struct StreamState<'a> {
    out: &'a mut (dyn Write + Send),
    next: usize,
    waiting: BTreeMap<usize, Vec<PageRecord>>,
    result: io::Result<()>,
}

impl<'a> Stream<'a> {
    /// Nothing yet. `line` is what is written of a page.
    pub fn new(out: &'a mut (dyn Write + Send), line: &'a (dyn Fn(&PageRecord) -> String + Sync)) -> Self {
        Self { line, state: Mutex::new(StreamState { out, next: 0, waiting: BTreeMap::new(), result: Ok(()) }) }
    }

    /// Takes the pages of a file; `false` when nothing can be written any more.
    pub fn done(&self, index: usize, pages: Vec<PageRecord>) -> bool {
        let Ok(mut state) = self.state.lock() else { return false };
        let state = &mut *state;
        state.waiting.insert(index, pages);
        while let Some(pages) = state.waiting.remove(&state.next) {
            state.next += 1;
            for page in &pages {
                if state.result.is_ok() {
                    state.result = state.out.write_all((self.line)(page).as_bytes()).and_then(|()| state.out.flush());
                }
            }
        }
        state.result.is_ok()
    }

    /// Ends it.
    ///
    /// # Errors
    /// The first error of writing.
    pub fn finish(self) -> anyhow::Result<()> {
        match self.state.into_inner() {
            Ok(state) => state.result.context("writing the report"),
            Err(_) => anyhow::bail!("writing the report stopped"),
        }
    }
}
