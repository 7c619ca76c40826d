//! The list of the clients of a batch: what needs a person first, with totals.

use serde::Serialize;

use super::super::answer::said;
use super::super::applicant::set_verdict;
use super::super::hidden::{Numbers, without_marks};
use super::shown::Verdict;
use crate::checks::{SetReport, SetVerdict};
use crate::words::{Arg, Message, Words};

/// A client in the list.
#[derive(Debug, Clone)]
pub struct Client<'a> {
    /// Its id in the roster; empty if it has none.
    pub id: &'a str,
    /// Its name in the roster; empty if it has none.
    pub name: &'a str,
    /// The answer about its documents.
    pub report: &'a SetReport,
    /// Where its own report is: the name of a file beside the list. Empty if there is none.
    pub link: String,
}

impl Client<'_> {
    /// What needs a person most comes first.
    pub(super) fn rank(&self) -> u8 {
        set_verdict(self.report.verdict).rank
    }

    /// The same client with another link.
    pub(super) fn linked_to(&self, link: String) -> Self {
        Self { link, ..self.clone() }
    }

    /// Id and name, whichever there are.
    pub(super) fn heading(&self) -> String {
        [self.id, self.name].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    }
}

/// The list as the template places it.
#[derive(Serialize)]
pub(super) struct IndexView {
    all: String,
    totals: Vec<Total>,
    rows: Vec<Row>,
    remarks: Vec<String>,
}

#[derive(Serialize)]
struct Total {
    verdict: Verdict,
    count: usize,
}

#[derive(Serialize)]
struct Row {
    id: String,
    name: String,
    link: Option<String>,
    verdict: Verdict,
    first: Option<String>,
    count: usize,
}

impl IndexView {
    /// The clients, those that need a person first, otherwise in their order.
    pub(super) fn new(clients: &[Client], remarks: &[String], words: &Words) -> Self {
        let mut order: Vec<&Client> = clients.iter().collect();
        order.sort_by_key(|client| client.rank());
        let count = |verdict| clients.iter().filter(|client| client.report.verdict == verdict).count();
        let total = |verdict| Total { verdict: Verdict::new(set_verdict(verdict), words), count: count(verdict) };
        Self {
            all: words.say(&Message::new("report-clients-all").with("count", Arg::Number(clients.len() as f64))),
            totals: [SetVerdict::Fix, SetVerdict::Review, SetVerdict::Ready].map(total).into(),
            rows: order.into_iter().map(|client| row(client, words)).collect(),
            remarks: remarks.iter().map(|remark| without_marks(remark)).collect(),
        }
    }
}

fn row(client: &Client, words: &Words) -> Row {
    let first = client.report.todo.first().map(|todo| said(todo, client.report, words).message);
    Row {
        id: without_marks(client.id),
        name: without_marks(client.name),
        link: (!client.link.is_empty()).then(|| client.link.clone()),
        verdict: Verdict::new(set_verdict(client.report.verdict), words),
        first: first.map(|first| Numbers::default().shortened_in(&without_marks(&first))),
        count: client.report.todo.len(),
    }
}
