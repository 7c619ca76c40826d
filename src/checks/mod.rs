//! All opinions of the program. A check sees facts and numbers, never a pixel.
//!
//! To add one: a file in `page/` or `set/` with a `CHECK`, its name in the list below, and its words in
//! `assets/locales/*/checks.ftl` (`title`, `why`, `found`, `advice`). Tests fail while one of the three is missing.

mod context;
mod finding;
mod judge;
mod slots;

pub use context::{PageContext, SetContext};
pub use finding::{Finding, Limit, NotAssessed, Severity};
pub use judge::{NameMatch, PageReport, PageVerdict, Report, Rules, SetReport, SetVerdict, judge};
pub use slots::{SlotReport, SlotStatus};

use crate::page::Examined;

/// One check: what it is called, how bad its findings usually are, its limits, and how it is made.
pub struct Check {
    /// Its id, one of the contract's finding ids; names the defect.
    pub id: &'static str,
    /// The severity of its findings, unless one says otherwise.
    pub severity: Severity,
    /// The limits it uses.
    pub limits: &'static [&'static Limit],
    /// How it is made.
    pub run: Run,
}

/// What a check looks at.
pub enum Run {
    /// One examined page, for its picture: a blocker means that a new picture is needed.
    Image(fn(&Examined, &mut PageContext)),
    /// One examined page, for what it says: a blocker means that a person must look.
    Content(fn(&Examined, &mut PageContext)),
    /// The whole set.
    Set(fn(&mut SetContext)),
}

/// Names the modules of the checks and lists them in one place.
macro_rules! checks {
    ($($group:ident: $($name:ident)*;)*) => {
        $(mod $group { $(pub(super) mod $name;)* })*

        /// Every check, in the order in which they are made and listed.
        pub static CHECKS: &[&Check] = &[$($(&$group::$name::CHECK,)*)*];
    };
}

checks! {
    page:
        blurry
        too_dark;
    set:
        itin_proof_missing;
}
