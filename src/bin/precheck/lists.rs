//! `precheck checks` and `precheck explain`.

use std::fmt::Write as _;
use std::io::Write;

use anyhow::{Context as _, bail};
use precheck::assets::Assets;
use precheck::checks::{CHECKS, Check, Run};
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
    let words = Words::load(&Assets::find(), language)?;
    let text = explanation(check, &words);
    out.write_all(text.as_bytes()).context("writing the explanation")?;
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
