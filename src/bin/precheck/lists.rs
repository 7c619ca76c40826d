//! `precheck checks`, `precheck explain` and `precheck schema`.

use std::fmt::Write as _;
use std::io::Write;

use anyhow::{Context as _, bail};
use precheck::assets::Assets;
use precheck::checks::{CHECKS, Check, Run};
use precheck::report;
use precheck::requirements::{Known, Requirements, RuleSource};
use precheck::words::{Language, Words};

use crate::Outcome;

/// Lists the checks.
pub fn checks(language: Language, out: &mut dyn Write) -> anyhow::Result<Outcome> {
    let words = Words::load(&Assets::find(), language)?;
    let width = CHECKS.iter().map(|c| c.id.len()).max().unwrap_or(0);
    for check in CHECKS {
        writeln!(out, "{:width$}  {}", check.id, words.get(&format!("{}.why", check.id)))
            .context("writing the list")?;
    }
    Ok(Outcome::Ready)
}

/// Explains one check.
pub fn explain(id: &str, language: Language, out: &mut dyn Write) -> anyhow::Result<Outcome> {
    let Some(check) = CHECKS.iter().find(|c| c.id == id) else {
        bail!("there is no check named {id:?}; `precheck checks` lists them");
    };
    let assets = Assets::find();
    let words = Words::load(&assets, language)?;
    let mut text = explanation(check, &words);
    for source in sources(check, &assets)? {
        let _ = write!(text, "\n{}", origin(&source, &words));
    }
    out.write_all(text.as_bytes()).context("writing the explanation")?;
    Ok(Outcome::Ready)
}

/// Prints the description of the output.
pub fn schema(out: &mut dyn Write) -> anyhow::Result<Outcome> {
    out.write_all(report::JSON_SCHEMA.as_bytes()).context("writing the schema")?;
    Ok(Outcome::Ready)
}

fn explanation(check: &Check, words: &Words) -> String {
    let say = |attribute: &str| words.get(&format!("{}.{attribute}", check.id));
    let looks_at = match check.run {
        Run::Image(_) => "picture",
        Run::Content(_) => "content",
        Run::Set(_) => "set",
    };
    let mut text = format!("{} ({}, {looks_at})\n\n{}\n→ {}\n", say("title"), check.id, say("why"), say("advice"));
    for limit in check.limits {
        let _ = write!(text, "\n{} = {} {}", limit.name, limit.default, limit.unit);
    }
    if !check.limits.is_empty() {
        text.push('\n');
    }
    text
}

/// Where the rules behind a check are from, by all requirement files that come along; each once.
fn sources(check: &Check, assets: &Assets) -> anyhow::Result<Vec<RuleSource>> {
    let mut out: Vec<RuleSource> = Vec::new();
    for name in Requirements::names(assets)? {
        let requirements = Requirements::load(assets, &name)?;
        for source in requirements.sources_of(check.id) {
            if !out.iter().any(|known| known.rule == source.rule) {
                out.push(source.clone());
            }
        }
    }
    Ok(out)
}

/// A rule, its source, and how sure it is.
fn origin(source: &RuleSource, words: &Words) -> String {
    let known = match source.known {
        Known::Published => "rule-published",
        Known::Secondhand => "rule-secondhand",
        Known::Remembered => "rule-remembered",
        Known::Inferred => "rule-inferred",
    };
    let blocks = if source.may_block() { "rule-may-block" } else { "rule-only-asks" };
    let mut text = format!("§ {}\n  {} ({})\n  {}. ", source.rule, source.source, source.seen, words.get(known));
    if source.disputed {
        let _ = write!(text, "{} ", words.get("rule-disputed"));
    }
    format!("{text}{}\n", words.get(blocks))
}
