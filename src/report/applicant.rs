//! An applicant as reports see one, and the words for verdicts.

use super::Judged;
use crate::checks::{PageVerdict, SetVerdict};
use crate::record::Record;

/// A judged set, and what is known about its applicant.
#[derive(Clone, Copy)]
pub struct Applicant<'a> {
    /// Facts and judgment.
    pub judged: Judged<'a>,
    /// The record with which the set was compared.
    pub record: &'a Record,
}

impl Applicant<'_> {
    /// The whole name on the record; `None` if there is none.
    pub(super) fn full_name(&self) -> Option<String> {
        let name = self.record.name.as_ref()?;
        let parts = [&name.given, &name.middle, &name.surname].map(|part| part.trim());
        let full = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
        (!full.is_empty()).then_some(full)
    }

    /// The first of the first names on the record, as one writes it in a letter; `None` if there is none.
    pub(super) fn first_name(&self) -> Option<String> {
        let name = self.record.name.as_ref()?;
        let first = name.given.split_whitespace().next()?;
        let shouted = first.chars().count() > 1 && !first.chars().any(char::is_lowercase);
        let mut letters = first.chars();
        let initial: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
        Some(if shouted { initial + &letters.as_str().to_lowercase() } else { first.to_owned() })
    }
}

/// How a verdict is said and shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Said {
    /// A sign that says it without color.
    pub sign: &'static str,
    /// Key of its words.
    pub key: &'static str,
    /// Class of its color.
    pub class: &'static str,
    /// What needs a person most comes first.
    pub rank: u8,
}

/// How the verdict on a page is said.
pub(super) const fn page_verdict(verdict: PageVerdict) -> Said {
    match verdict {
        PageVerdict::Unreadable => Said { sign: "✗", key: "verdict-unreadable", class: "stop", rank: 0 },
        PageVerdict::Replace => Said { sign: "✗", key: "verdict-replace", class: "stop", rank: 1 },
        PageVerdict::Retake => Said { sign: "✗", key: "verdict-retake", class: "stop", rank: 2 },
        PageVerdict::Review => Said { sign: "!", key: "verdict-review", class: "look", rank: 3 },
        PageVerdict::Ready => Said { sign: "✓", key: "verdict-ready", class: "good", rank: 4 },
    }
}

/// How the verdict on a set is said.
pub(super) const fn set_verdict(verdict: SetVerdict) -> Said {
    match verdict {
        SetVerdict::Fix => Said { sign: "✗", key: "verdict-fix", class: "stop", rank: 0 },
        SetVerdict::Review => Said { sign: "!", key: "verdict-review", class: "look", rank: 1 },
        SetVerdict::Ready => Said { sign: "✓", key: "verdict-ready", class: "good", rank: 2 },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::Report;
    use crate::examined::DocumentSet;
    use crate::record::Name;
    use crate::testing;

    fn names(given: &str, middle: &str, surname: &str) -> (Option<String>, Option<String>) {
        let name = Name { given: given.into(), middle: middle.into(), surname: surname.into() };
        let record = Record { name: Some(name), ..Record::default() };
        let set = DocumentSet::default();
        let report: Report = crate::set::judge(&set, &record, &testing::rules(), testing::today());
        let applicant = Applicant { judged: Judged { set: &set, report: &report }, record: &record };
        (applicant.first_name(), applicant.full_name())
    }

    #[test]
    fn the_first_name_is_written_as_in_a_letter() {
        let own = |text: &str| Some(text.to_owned());
        assert_eq!(names("ÁNGELA MARÍA", "", "RUIZ"), (own("Ángela"), own("ÁNGELA MARÍA RUIZ")));
        assert_eq!(names("Li-Ann", "", "O’Dea").0, own("Li-Ann"));
        assert_eq!(names(" ", "", ""), (None, None));
    }
}
