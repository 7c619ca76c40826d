//! The answer about all documents as the window tells it: one sentence, each thing to do, and the place that it leads
//! to. The set was judged elsewhere; here it is only put in order for a person.

use precheck::checks::{Action, SetVerdict, Todo};
use precheck::error::FileError;
use precheck::page::PageId;
use precheck::report::answer::{self, Said};
use precheck::words::{Arg, Message};

use super::{GoTo, PageState, RecordBox, Stage, State, Tab, View};

/// How far the answer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// Pages are still looked at.
    Working,
    /// The person stopped before this many pages were looked at.
    Stopped(usize),
    /// All pages were looked at.
    Told(SetVerdict),
}

impl State {
    /// How far the answer is; `None` without pages.
    pub fn answer(&self) -> Option<Answer> {
        if self.pages.is_empty() {
            return None;
        }
        let Some(report) = self.report.as_ref().filter(|_| !self.is_working()) else { return Some(Answer::Working) };
        let stopped = self.pages.iter().filter(|entry| self.page_state(entry) == PageState::Stopped).count();
        Some(if stopped > 0 { Answer::Stopped(stopped) } else { Answer::Told(report.set.verdict) })
    }

    /// The answer in one sentence.
    pub fn headline(&self) -> Option<String> {
        let counted =
            |key: &str, count: usize| self.words.say(&Message::new(key).with("count", Arg::Number(count as f64)));
        let things = self.things();
        let blocking = things.iter().filter(|todo| todo.blocks).count();
        Some(match self.answer()? {
            Answer::Working => self.words.get("app-answer-working"),
            Answer::Stopped(count) => counted("app-answer-stopped", count),
            Answer::Told(SetVerdict::Ready) => counted("app-answer-ready", self.pages.len()),
            Answer::Told(SetVerdict::Review) => counted("app-answer-look", things.len()),
            Answer::Told(SetVerdict::Fix) if blocking == 0 => counted("app-answer-fix", things.len()),
            Answer::Told(SetVerdict::Fix) => counted("app-answer-fix", blocking),
        })
    }

    /// What to do, worst first, once all pages were looked at. Nothing is asked about pages that were not looked at
    /// because the person stopped.
    pub fn things(&self) -> Vec<&Todo> {
        let Some(Answer::Stopped(_) | Answer::Told(_)) = self.answer() else { return Vec::new() };
        let Some(report) = &self.report else { return Vec::new() };
        let stopped = |id: &PageId| {
            self.judged(id).is_some_and(|(page, _)| page.outcome.as_ref().err() == Some(&FileError::Stopped))
        };
        let asked = |todo: &&Todo| todo.pages.is_empty() || !todo.pages.iter().all(stopped);
        report.set.todo.iter().filter(asked).collect()
    }

    /// A thing to do in words. What its sentence says already is not said again by its advice.
    pub fn said(&self, todo: &Todo) -> Option<Said> {
        let words = &self.words;
        let mut said = answer::said(todo, &self.report.as_ref()?.set, words);
        let told = match todo.action {
            Action::Retake => Some("verdict-retake"),
            Action::Replace => Some("verdict-replace"),
            Action::Add | Action::Look => None,
        };
        let told = told.map(|key| format!("{}. ", words.get(key)));
        if let Some(rest) = told.and_then(|told| said.advice.strip_prefix(&told).map(str::to_owned)) {
            said.advice = rest;
        }
        Some(said)
    }

    /// Shows the page and the place that a thing to do is about; where it is about none, what else it is about.
    pub(super) fn go_to_thing(&mut self, index: usize) {
        let Some(todo) = self.things().get(index).copied().cloned() else { return };
        let Some(id) = todo.pages.first() else {
            // nothing but the details can be missing without a document
            let about_record = todo.causes.iter().all(|cause| cause.finding.is_none());
            (self.tab, self.go_to) = if about_record {
                (Tab::Details, Some(GoTo::Box(RecordBox::Given)))
            } else {
                (Tab::Call, Some(GoTo::Places))
            };
            return;
        };
        self.select(id.clone());
        self.view = View::default();
        self.pointed_out = None;
        self.go_to = Some(GoTo::Page);
        let causes: Vec<&str> = todo.causes.iter().filter_map(|cause| cause.finding).collect();
        let finding = self.shown().and_then(|(_, report)| {
            causes.iter().find_map(|id| report.findings.iter().find(|finding| finding.id == *id)).cloned()
        });
        if let Some(finding) = finding {
            self.point_out(finding);
        }
    }

    /// Number of pages done, and number of pages on the list.
    pub fn progress(&self) -> (usize, usize) {
        (self.pages.iter().filter(|entry| entry.stage == Stage::Done).count(), self.pages.len())
    }
}
