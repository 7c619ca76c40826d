//! What a person takes along to the video call, and the texts that leave the window: what to do, to be copied, and the
//! report, to be saved. Both are written where all reports are.

use precheck::checks::CLAIM;
use precheck::fields::FieldKind;
use precheck::report::{self, Applicant, Judged, NotWritten, Options, Pictures};
use precheck::words::{Arg, Message, Words};

use super::State;
use super::naming::{country_name, short_kind};

/// An original to show in the call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Original {
    /// Which document.
    pub name: String,
    /// When it expires, or of what day it is, if that was read for sure.
    pub date: Option<String>,
}

impl State {
    /// The originals to show in the call: the documents that fill a place.
    pub fn originals(&self) -> Vec<Original> {
        let Some(report) = self.report.as_ref().filter(|_| !self.is_working()) else { return Vec::new() };
        let documents = report.set.bring.iter().filter_map(|at| report.set.documents.get(*at));
        let original = |document: &precheck::checks::SetDocument| {
            let kind = short_kind(document.kind, &self.words);
            let country = document.country.as_deref().map(|code| country_name(code, &self.words));
            let name = country.map_or_else(|| kind.clone(), |country| format!("{kind} · {country}"));
            Original { name, date: self.date_of(document) }
        };
        documents.map(original).collect()
    }

    fn date_of(&self, document: &precheck::checks::SetDocument) -> Option<String> {
        let pages = || document.pages.iter().filter_map(|page| self.set.pages.get(page.index)?.examined());
        let read = |kind| {
            let sure = |page: &precheck::examined::Examined| {
                page.facts.date(kind).filter(|(_, field)| field.confidence >= CLAIM).map(|(date, _)| date)
            };
            pages().find_map(sure)
        };
        let expires = read(FieldKind::ExpiryDate).filter(|_| document.kind.traits().expires);
        let (key, date) = match expires {
            Some(date) => ("app-call-expires", date),
            None => ("app-call-dated", read(FieldKind::StatementDate).or_else(|| read(FieldKind::IssueDate))?),
        };
        Some(self.words.say(&Message::new(key).with("date", Arg::Date(date))))
    }

    /// What to do, in some language, ready to be sent; `None` before all pages were looked at.
    pub fn what_to_do(&self, words: &Words) -> Option<String> {
        Some(report::message(self.applicant()?, Options { words, timings: false }))
    }

    /// The report as a page for the browser, without pictures; `None` before all pages were looked at.
    pub fn html(&self) -> Option<Result<String, NotWritten>> {
        let options = Options { words: &self.words, timings: false };
        Some(report::html(self.applicant()?, &Pictures::new(), options))
    }

    fn applicant(&self) -> Option<Applicant<'_>> {
        let report = self.report.as_ref().filter(|_| !self.is_working() && !self.pages.is_empty())?;
        Some(Applicant { judged: Judged { set: &self.set, report }, record: &self.record })
    }
}
