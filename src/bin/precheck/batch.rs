//! `precheck batch`: a list of clients and their folders, one set per client; or only what was understood of both
//! (`--dry-run`).

mod output;
mod run;

use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use anyhow::{Context as _, bail};
use precheck::assets::Assets;
use precheck::batch::folders::{Folders, assign, listing};
use precheck::batch::{MAX_LIST_BYTES, Remark, Roster, RosterLexicon, read};
use precheck::confinement;
use precheck::report::{Understood, roster_json, roster_text};
use precheck::words::{Arg, Message, Words};

use crate::args::{Batch, ListFormat};
use crate::{Outcome, Streams};

/// Reads the list, finds the folders, and examines them or says what was understood.
pub fn run(wanted: &Batch, streams: &mut Streams) -> anyhow::Result<Outcome> {
    let assets = Assets::find();
    let words = Words::load(&assets, wanted.run.lang)?.showing_numbers(wanted.run.show_numbers);
    let lexicon = RosterLexicon::load(&assets)?;
    if wanted.dry_run {
        // nothing is written; if the system cannot enforce it, the code still keeps to it
        let _ = confinement::allow_writing(&[]);
    }
    let today = wanted.run.today.unwrap_or_else(|| jiff::Zoned::now().date());
    let roster = read(&list(&wanted.roster)?, &lexicon, today)
        .map_err(|error| anyhow::anyhow!("{}: {}", wanted.roster.display(), words.say(&error.message())))?;
    if !wanted.folder.is_dir() {
        bail!("{}: there is no such folder", wanted.folder.display());
    }
    let listing = listing::list(&wanted.folder, &wanted.roster);
    for folder in &listing.unreadable {
        let folder = Arg::Text(folder.display().to_string());
        streams.tell(&words.say(&Message::new("batch-unreadable-folder").with("folder", folder)));
    }
    let folders = assign(&roster.clients, &listing.paths, &lexicon);
    let understood = Understood { roster: &roster, folders: &folders };
    let clear = listing.unreadable.is_empty() && is_clear(&roster, &folders);
    let outcome = if clear { Outcome::Ready } else { Outcome::Findings };
    if !wanted.dry_run {
        let judged = run::run(wanted, understood, ((&assets, &lexicon.names), &words, today), streams)?;
        return Ok(outcome.max(judged));
    }
    let text = match wanted.format {
        ListFormat::Text | ListFormat::Csv | ListFormat::Html => roster_text(understood, &words),
        ListFormat::Json | ListFormat::Jsonl => roster_json(understood, &words),
    };
    streams.out.write_all(text.as_bytes()).and_then(|()| streams.out.flush()).context("writing the report")?;
    Ok(outcome)
}

/// The bytes of a list, one more than are allowed at most.
fn list(path: &Path) -> anyhow::Result<Vec<u8>> {
    let shown = || format!("{}: cannot be read", path.display());
    let mut bytes = Vec::new();
    let file = File::open(path).with_context(shown)?;
    file.take(MAX_LIST_BYTES as u64 + 1).read_to_end(&mut bytes).with_context(shown)?;
    Ok(bytes)
}

/// Whether there is nothing to look at.
fn is_clear(roster: &Roster, folders: &Folders) -> bool {
    let asks = |remark: &Remark| remark.code.asks();
    !roster.remarks.iter().any(asks)
        && folders.unclear.is_empty()
        && folders.unmatched.is_empty()
        && folders.unmatched_clients.is_empty()
}
