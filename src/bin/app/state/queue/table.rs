//! The clients as a table for a spreadsheet: what the program said, and what somebody decided.

use precheck::checks::SetVerdict;

use super::Status;
use crate::state::State;

impl State {
    /// The table of all clients; `None` without a list of clients.
    pub fn table_of_clients(&self) -> Option<String> {
        let queue = self.queue.as_ref()?;
        let words = &self.words;
        let titles = [
            "report-client",
            "report-name",
            "report-verdict",
            "report-first-thing",
            "app-decision",
            "app-decision-when",
            "app-decision-why",
        ];
        let mut table = precheck::report::csv_table(&titles.map(|key| words.get(key)));
        for person in &queue.people {
            let decided = person.decided.as_ref();
            let verdict = person.report.as_ref().map_or(Status::Waiting, |report| match report.set.verdict {
                SetVerdict::Ready => Status::Ready,
                SetVerdict::Review => Status::Look,
                SetVerdict::Fix => Status::Fix,
            });
            let cells = [
                person.label.clone(),
                person.name.clone(),
                words.get(verdict.word()),
                self.first_thing(person).unwrap_or_default(),
                decided
                    .map(|decided| words.get(&format!("app-decided-{}.word", decided.choice.word())))
                    .unwrap_or_default(),
                decided.map(|decided| decided.when.clone()).unwrap_or_default(),
                decided.and_then(|decided| decided.why.clone()).unwrap_or_default(),
            ];
            table += &precheck::report::csv_line(&cells, &person.set, &person.record, words);
        }
        Some(table)
    }
}
