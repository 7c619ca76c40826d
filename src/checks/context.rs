//! What a check may ask for while it runs, and where it puts what it has to say.

use jiff::civil::Date;

use super::finding::{Action, Finding, Limit, NotAssessed, Severity, Subject};
use super::reports::{NameMatch, PageReport, Rules, SetDocument, SlotReport, SlotStatus};
use super::{documents, facts};
use crate::addresses::{self, AddressLexicon};
use crate::examined::{DocumentSet, Examined};
use crate::fields::Holder;
use crate::geometry::Region;
use crate::kinds::DocumentKind;
use crate::names::NameLexicon;
use crate::page::PageId;
use crate::record::{Address, Record};
use crate::requirements::{Fact, Recent, Requirements, SlotId};
use crate::words::Message;

/// Where a check puts its results.
pub(super) struct Sink {
    pub(super) id: &'static str,
    pub(super) subject: Subject,
    pub(super) severity: Severity,
    pub(super) findings: Vec<Finding>,
    pub(super) not_assessed: Vec<NotAssessed>,
    pub(super) soft_lines: Vec<(Region, Severity)>,
}

impl Sink {
    /// The same, with its blockers as warnings where no published and undisputed rule stands behind the check.
    pub(super) fn capped(mut self, rules: &Rules) -> Self {
        if !rules.requirements.may_block(self.id) {
            for finding in &mut self.findings {
                finding.severity = finding.severity.min(Severity::Warning);
            }
        }
        self
    }
}

/// For a check on one page.
pub struct PageContext<'a> {
    /// The page.
    pub page: &'a PageId,
    /// What is known of the applicant.
    pub record: &'a Record,
    /// The day for which the set is judged.
    pub today: Date,
    /// How the name on the page relates to the record, where both are known.
    pub name_match: Option<&'a NameMatch>,
    pub(super) rules: &'a Rules,
    pub(super) sink: Sink,
}

/// A set and what is known of it before it is judged as a whole.
#[derive(Clone, Copy)]
pub struct Judging<'a> {
    /// The pages.
    pub set: &'a DocumentSet,
    /// What was found on each, in the same order.
    pub pages: &'a [PageReport],
    /// The documents that they make up.
    pub documents: &'a [SetDocument],
    /// Which place is filled by what.
    pub slots: &'a [SlotReport],
    /// Findings on pages that something else in the set makes good.
    pub answered: &'a [(PageId, &'static str)],
}

/// For a check on a whole set.
pub struct SetContext<'a> {
    /// The pages.
    pub set: &'a DocumentSet,
    /// What was found on each, in the same order.
    pub reports: &'a [PageReport],
    /// The documents that they make up.
    pub documents: &'a [SetDocument],
    /// Which place is filled by what.
    pub slots: &'a [SlotReport],
    /// Findings on pages that something else in the set makes good.
    pub answered: &'a [(PageId, &'static str)],
    /// What is known of the applicant.
    pub record: &'a Record,
    /// The day for which the set is judged.
    pub today: Date,
    pub(super) rules: &'a Rules,
    pub(super) sink: Sink,
}

/// The methods that both contexts share.
macro_rules! context_methods {
    ($($context:ident)*) => {$(
        impl $context<'_> {
            /// The value of a limit: the requirements' own, else its default.
            pub fn limit(&self, limit: &Limit) -> f32 {
                self.rules.requirements.limits.get(limit.name).copied().unwrap_or(limit.default)
            }

            /// A finding of this check, still to be filled.
            pub fn finding(&self) -> Finding {
                Finding::new(self.sink.id, self.sink.subject, self.sink.severity)
            }

            /// States a finding.
            pub fn find(&mut self, finding: Finding) {
                self.sink.findings.push(finding);
            }

            /// Says that the check could not be made, and why: `reason` is a message of the language files.
            pub fn not_assessed(&mut self, reason: &str) {
                self.sink.not_assessed.push(NotAssessed { id: self.sink.id, reason: Message::new(reason) });
            }
        }
    )*};
}

context_methods! { PageContext SetContext }

impl PageContext<'_> {
    /// Marks a line of text that is too soft on the map of blur: hard to read, or not to be read.
    pub fn soft_line(&mut self, line: Region, severity: Severity) {
        self.sink.soft_lines.push((line, severity));
    }

    /// How recent a document of a kind must be; `None` where its age does not matter.
    pub fn must_be_recent(&self, kind: DocumentKind) -> Option<&Recent> {
        self.rules.requirements.recent_of(kind)
    }

    /// For how many days after its expiry a document counts beside its renewal paper; `None` if it does not.
    pub fn renewable_days(&self, kind: DocumentKind, country: Option<&str>) -> Option<u16> {
        self.rules.requirements.renewable_days(kind, country)
    }

    /// The holder whose name was compared with the record, or the one that was read where there is no record.
    pub fn holder<'p>(&self, page: &'p Examined) -> Option<&'p Holder> {
        documents::holder(page, self.record)
    }

    /// What the comparison of addresses knows.
    pub fn addresses(&self) -> &AddressLexicon {
        &self.rules.addresses
    }

    /// The facts that must be read on a page before it is ready.
    pub fn needed_facts(&self, page: &Examined) -> Vec<Fact> {
        facts::needed(page, self.rules)
    }
}

impl SetContext<'_> {
    /// States the finding of this check when nothing in the set fills a place that the requirements have.
    pub fn find_if_missing(&mut self, slot: SlotId) {
        if self.slots.iter().any(|s| s.id == slot && s.status == SlotStatus::Missing) {
            self.find(self.finding().asking(Action::Add));
        }
    }

    /// Kinds of document that are asked for from both sides.
    pub fn kinds_with_two_sides(&self) -> Vec<DocumentKind> {
        self.rules.requirements.both_sides.clone()
    }

    /// The requirements.
    pub fn requirements(&self) -> &Requirements {
        &self.rules.requirements
    }

    /// Whether an address is a post office box.
    pub fn is_post_box(&self, address: &Address) -> bool {
        addresses::is_post_box(&self.rules.addresses, address)
    }

    /// The pages of a document that could be opened, with what is known of them.
    pub fn pages_of(&self, document: &SetDocument) -> impl Iterator<Item = (&PageId, &Examined)> {
        document.pages.iter().filter_map(|p| Some((&self.set.pages[p.index].id, self.set.pages[p.index].examined()?)))
    }

    /// What the comparison of names knows.
    pub fn names(&self) -> &NameLexicon {
        &self.rules.names
    }
}
