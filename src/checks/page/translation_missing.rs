//! The document is in another language and no translation lies beside it.
//!
//! *Why:* ID.me asks for original and translation in one photograph. *Fix:* lay them side by side. Passports and cards
//! carry English captions already, so there it is only noted.

use crate::checks::{Check, PageContext, Run, Severity};
use crate::layout::LayoutKind;
use crate::page::Examined;

pub static CHECK: Check =
    Check { id: "translation-missing", severity: Severity::Warning, limits: &[], run: Run::Content(run) };

fn run(page: &Examined, cx: &mut PageContext) {
    if matches!(page.layout.kind, LayoutKind::SideBySideTranslation | LayoutKind::StackedTranslation) {
        return;
    }
    let languages: Vec<&str> = page.layout.panels.iter().flat_map(|p| &p.languages).map(String::as_str).collect();
    if languages.is_empty() || languages.contains(&"en") {
        return;
    }
    let mut finding = cx.finding();
    if page.facts.document.kind.has_english_captions() {
        finding.severity = Severity::Note;
    }
    cx.find(finding.with("language", crate::words::Arg::Word(format!("language-{}", languages[0]))));
}
