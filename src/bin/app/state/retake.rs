//! A new photo compared with the one before it, by what the checks found on both.

use precheck::checks::{PageReport, PageVerdict};
use precheck::page::PageId;
use precheck::words::{Arg, Message};

/// Largest change of what is too much or too little, as a share, that nobody would see.
const ALIKE: f32 = 0.15;
/// Findings with sentences of their own about a photo that is better, as bad, or worse.
const TOLD: [&str; 6] = ["blurry", "glare", "text-too-small", "too-bright", "too-dark", "uneven-light"];

/// How a new photo compares with the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// Nothing is wrong with it.
    Fine,
    /// It is better, and something is still to be done.
    Better,
    /// It is the same, or as bad.
    Same,
    /// It is worse.
    Worse,
    /// There is nothing to compare.
    Unknown,
}

/// What was known of a page.
#[derive(Debug, Clone)]
pub(super) struct Was {
    /// Which page of its file.
    pub(super) page: u32,
    verdict: PageVerdict,
    /// Its findings, worst first, each with its number and limit.
    findings: Vec<Measure>,
}

#[derive(Debug, Clone, PartialEq)]
struct Measure {
    id: &'static str,
    /// The number and its limit.
    figures: Option<(f32, f32)>,
}

impl Was {
    pub(super) fn of(id: &PageId, report: &PageReport) -> Self {
        let measure =
            |finding: &precheck::checks::Finding| Measure { id: finding.id, figures: finding.value.zip(finding.limit) };
        Self { page: id.page, verdict: report.verdict, findings: report.findings.iter().map(measure).collect() }
    }
}

/// A page compared with what it was before.
pub(super) fn compared(was: &Was, now: &Was) -> (Change, Message) {
    let was_fine = was.verdict == PageVerdict::Ready;
    let before = was.findings.first().filter(|_| !was_fine);
    let with =
        |message: Message, name, measure: &Measure| message.with(name, Arg::Word(format!("{}.title", measure.id)));
    let say = |key: &str| Message::new(format!("app-photo-{key}"));
    match (now.verdict, before, now.findings.first()) {
        (PageVerdict::Ready, None, _) => (Change::Fine, say("fine")),
        (PageVerdict::Ready, Some(before), _) => (Change::Fine, with(say("now-fine"), "before", before)),
        (PageVerdict::Unreadable, ..) => (Change::Worse, say("unreadable")),
        (_, _, None) => (Change::Unknown, say("look")),
        (_, None, Some(worst)) if was_fine => (Change::Worse, with(say("still.worse"), "now", worst)),
        (_, None, Some(worst)) => (Change::Unknown, with(say("now"), "now", worst)),
        (_, Some(before), Some(worst)) => match now.findings.iter().find(|measure| measure.id == before.id) {
            None => (Change::Better, with(with(say("fixed"), "before", before), "now", worst)),
            Some(again) => {
                let (change, word) = tendency(before, again);
                let told = if TOLD.contains(&again.id) { again.id } else { "still" };
                (change, with(say(&format!("{told}.{word}")), "now", again))
            }
        },
    }
}

/// Whether the same finding is less bad than before, and the word for it in the language files.
fn tendency(before: &Measure, now: &Measure) -> (Change, &'static str) {
    let beyond = |(value, limit): (f32, f32)| (value - limit).abs();
    let Some((before, now)) = before.figures.map(beyond).zip(now.figures.map(beyond)) else {
        return (Change::Same, "same");
    };
    if now < before * (1.0 - ALIKE) {
        (Change::Better, "better")
    } else if now > before * (1.0 + ALIKE) {
        (Change::Worse, "worse")
    } else {
        (Change::Same, "same")
    }
}
