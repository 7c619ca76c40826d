//! The part of a report about one applicant, as data: the answer first, then the places of the requirements, the pages,
//! what could not be checked, and the message to the client.

use std::collections::BTreeMap;

use serde::Serialize;

use super::super::answer::{self, FIRST, file_names};
use super::super::applicant::{Applicant, set_verdict};
use super::super::{Options, key, message};
use super::Pictures;
use super::page::PageView;
use super::shown::{FindingView, NotAssessedView, Verdict, finding, not_assessed};
use crate::checks::{Finding, SetReport, SetVerdict, Severity, SlotReport, SlotStatus};
use crate::examined::DocumentSet;
use crate::page::PageId;
use crate::words::{Arg, Message, Words};

#[derive(Serialize)]
struct TodoView {
    message: String,
    advice: String,
}

#[derive(Serialize)]
struct PlaceView {
    name: String,
    state: Verdict,
    document: Option<String>,
    files: String,
}

/// The part about one applicant.
#[derive(Serialize)]
pub(super) struct SectionView {
    /// In a report on many: the place that its row links to, and its heading.
    anchor: Option<String>,
    heading: Option<String>,
    verdict: Verdict,
    means: Option<String>,
    first: Vec<TodoView>,
    rest: Vec<TodoView>,
    bring: Vec<String>,
    days: Vec<String>,
    requirements: String,
    places: Vec<PlaceView>,
    findings: Vec<FindingView>,
    pages: Vec<PageView>,
    not_assessed: Vec<NotAssessedView>,
    message: String,
}

impl SectionView {
    pub(super) fn new(
        applicant: Applicant,
        pictures: &Pictures,
        options: Options,
        of_many: Option<(String, String)>,
    ) -> Self {
        let (words, set) = (options.words, &applicant.judged.report.set);
        let mut first: Vec<TodoView> = set.todo.iter().map(|todo| to_do(todo, set, words)).collect();
        let rest = first.split_off(first.len().min(FIRST));
        let names = shown_names(applicant.judged.set);
        let notes: Vec<&Finding> = set.findings.iter().filter(|f| f.severity == Severity::Note).collect();
        let pages = applicant.judged.set.pages.iter().zip(&applicant.judged.report.pages).enumerate();
        let (anchor, heading) = of_many.unzip();
        let prefix = anchor.clone().map_or_else(String::new, |anchor| format!("{anchor}-"));
        Self {
            verdict: Verdict::new(set_verdict(set.verdict), words),
            means: means(set.verdict, words),
            first,
            rest,
            bring: answer::bring(set, words),
            days: days(set, words),
            requirements: requirements(&set.requirements, words),
            places: set.slots.iter().map(|slot| place(slot, set, words)).collect(),
            findings: notes.into_iter().enumerate().map(|(n, f)| finding(n + 1, f, false, words)).collect(),
            pages: pages
                .map(|(n, (record, report))| {
                    let picture = pictures.get(&record.id);
                    PageView::new(
                        format!("{prefix}page-{}", n + 1),
                        &names[n],
                        (record, report),
                        applicant,
                        picture,
                        words,
                    )
                })
                .collect(),
            not_assessed: set.not_assessed.iter().map(|one| not_assessed(one, words)).collect(),
            message: message(applicant, options),
            anchor,
            heading,
        }
    }
}

/// What a verdict means; that there is something to do is said by the list of things to do.
fn means(verdict: SetVerdict, words: &Words) -> Option<String> {
    match verdict {
        SetVerdict::Ready => Some(words.get("app-set-ready")),
        SetVerdict::Review => Some(words.get("app-set-review")),
        SetVerdict::Fix => None,
    }
}

fn to_do(todo: &crate::checks::Todo, set: &SetReport, words: &Words) -> TodoView {
    let said = answer::said(todo, set, words);
    TodoView { message: said.message, advice: said.advice }
}

/// The days that matter: until when the documents stay recent enough, and when the call is planned.
fn days(set: &SetReport, words: &Words) -> Vec<String> {
    let said = |key: &str, date| words.say(&Message::new(key).with("date", Arg::Text(words.day(date))));
    let until = set.good_until.map(|date| said("report-good-until", date));
    until.into_iter().chain(set.call_date.map(|date| said("report-call-on", date))).collect()
}

/// What a list of requirements is called; a list of a person's own is called by its name.
fn requirements(name: &str, words: &Words) -> String {
    let key = format!("requirements-{name}");
    if words.has(&key) { words.get(&key) } else { name.to_owned() }
}

fn place(slot: &SlotReport, set: &SetReport, words: &Words) -> PlaceView {
    let (sign, class) = match slot.status {
        SlotStatus::Met => ("✓", "good"),
        SlotStatus::Unsure => ("!", "look"),
        SlotStatus::Problem | SlotStatus::Missing => ("✗", "stop"),
    };
    PlaceView {
        name: words.get(&key("slot", &slot.id)),
        state: Verdict { sign, word: words.say(&slot.reason), class },
        document: slot.document.map(|at| answer::kind_word(set.documents[at].kind, words)),
        files: file_names(&slot.pages).join(", "),
    }
}

/// The names of the files of the pages; with their folders where two files of the set have one name.
fn shown_names(set: &DocumentSet) -> Vec<String> {
    let name = |id: &PageId| file_names(std::slice::from_ref(id)).concat();
    let mut files: BTreeMap<String, Vec<&PageId>> = BTreeMap::new();
    for page in &set.pages {
        files.entry(name(&page.id)).or_default().push(&page.id);
    }
    let shown = |id: &PageId| {
        let own = name(id);
        let alone = files[&own].iter().all(|other| other.file == id.file);
        let folder = id.file.parent().and_then(|p| p.file_name()).filter(|_| !alone);
        folder.map_or_else(|| own.clone(), |folder| format!("{}/{own}", folder.to_string_lossy()))
    };
    set.pages.iter().map(|page| shown(&page.id)).collect()
}
