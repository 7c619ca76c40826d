//! What has to be there before the first file is examined: the record, the rules, the engine.

use std::path::Path;
use std::sync::Arc;

use anyhow::Context as _;
use jiff::civil::Date;
use precheck::addresses::AddressLexicon;
use precheck::assets::Assets;
use precheck::checks::Rules;
use precheck::engine::Engine;
use precheck::names::NameLexicon;
use precheck::record::Record;
use precheck::text::Readers;

use crate::args::Running;
use crate::{Streams, requirements};

/// The program's own files, and what they say of names, which takes longest to load.
pub type Own<'a> = (&'a Assets, &'a NameLexicon);

/// What is known of the applicant: that of a file, with the day of the call if it is named.
pub fn record(path: Option<&Path>, call_date: Option<Date>) -> anyhow::Result<Record> {
    let record = path.map(read_record).transpose()?.unwrap_or_default();
    Ok(Record { call_date: call_date.or(record.call_date), ..record })
}

fn read_record(path: &Path) -> anyhow::Result<Record> {
    let text = std::fs::read_to_string(path).with_context(|| format!("{}: cannot be read", path.display()))?;
    Record::from_json(&text).map_err(|why| anyhow::anyhow!("{}: {why}", path.display()))
}

/// The rules by the requirements that are named, or else by those of the record's path.
pub fn rules(named: Option<&str>, record: &Record, (assets, names): Own) -> anyhow::Result<Rules> {
    let name = named.unwrap_or(record.path.unwrap_or_default().requirements());
    Ok(Rules {
        requirements: requirements::named(name, assets)?,
        names: names.clone(),
        addresses: Arc::new(AddressLexicon::load(assets)?),
    })
}

/// Who examines, and the readers it has if it reads. Says which are missing, if none is there.
pub fn engine(
    wanted: &Running,
    (assets, names): Own,
    streams: &mut Streams,
) -> anyhow::Result<(Engine, Option<Readers>)> {
    let (mut engine, readers) = if wanted.quick {
        (Engine::quick(assets, names)?, None)
    } else {
        let (engine, readers) = Engine::find(assets, names, std::env::current_exe().ok().as_deref())?;
        (engine, Some(readers))
    };
    engine.jobs = wanted.jobs;
    engine.memory = wanted.memory << 20;
    let states = readers.iter().flat_map(|readers| &readers.states).filter(|_| engine.reader.is_none());
    states.filter_map(|s| s.state.as_ref().err()).for_each(|missing| streams.complain(&format!("precheck: {missing}")));
    let at_a_time = if wanted.jobs == 0 { "one page per CPU core".to_owned() } else { wanted.jobs.to_string() };
    streams.detail("at a time", &at_a_time);
    streams.detail("memory", &format!("{} MB", wanted.memory));
    Ok((engine, readers))
}
