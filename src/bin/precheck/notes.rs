//! A line on standard error for each page as it is done, for those who want to know. It says how long the page took and
//! nothing that was read from it.

use std::io::Write;
use std::sync::Mutex;

use precheck::examined::PageRecord;
use precheck::words::printable;

use crate::manners::Voice;

/// Where the lines go, if anywhere.
pub struct Notes<'a>(Option<Mutex<&'a mut (dyn Write + Send)>>);

impl<'a> Notes<'a> {
    /// Lines for those who asked for more.
    pub fn new(err: &'a mut (dyn Write + Send), voice: Voice) -> Self {
        Self((voice >= Voice::Verbose).then(|| Mutex::new(err)))
    }

    /// The pages of a file are done.
    pub fn done(&self, pages: &[PageRecord]) {
        let Some(mut err) = self.0.as_ref().and_then(|err| err.lock().ok()) else { return };
        for page in pages {
            let took = match &page.outcome {
                Ok(examined) => format!("{:.0} ms", examined.timings.total),
                Err(error) => error.code().to_owned(),
            };
            let line = format!("done: {}, page {}: {took}", page.id.file.display(), page.id.page);
            let _ = writeln!(err, "{}", printable(&line));
        }
    }
}
