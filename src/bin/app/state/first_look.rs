//! What is told of a page between the first look at its picture and its verdict.

use precheck::checks::{Finding, Rules, Severity, Subject};
use precheck::examined::{DocumentSet, PageRecord};
use precheck::page::PageId;
use precheck::record::Record;
use precheck::set::judge;
use precheck::words::{Arg, Message};

use super::State;

impl State {
    /// A picture was looked at and is still to be read. What is worst about it is told meanwhile.
    pub fn looked(&mut self, page: PageRecord, rules: &Rules) {
        let id = page.id.clone();
        let report = judge(&DocumentSet { pages: vec![page] }, &Record::default(), rules, self.today);
        let of_picture =
            |finding: &&Finding| finding.subject == Subject::Picture && finding.severity >= Severity::Warning;
        let worst = report.pages.iter().flat_map(|page| &page.findings).find(of_picture);
        self.first_looks.insert(id, worst.map(|finding| finding.id));
    }

    /// What is told of a picture that is still to be read.
    pub(super) fn at_first_sight(&self, id: &PageId) -> Option<String> {
        let words = &self.words;
        Some(match self.first_looks.get(id)? {
            Some(finding) => {
                let title = Arg::Text(words.get(&format!("{finding}.title")));
                words.say(&Message::new("app-first-look").with("what", title))
            }
            None => words.get("app-first-look-fine"),
        })
    }
}
