//! All opinions of the program. A check sees facts and numbers, never a pixel.
//!
//! To add one: a file in `page/` or `set/` with a `CHECK`, its name in the list below, and its words in
//! `assets/locales/*/checks.ftl` (`title`, `why`, `found`, `advice`). Tests fail while one of the three is missing.

mod context;
mod documents;
mod facts;
mod finding;
mod important;
mod judge;
mod reports;
#[cfg(test)]
mod tests;

pub use context::{Judging, PageContext, SetContext};
pub use documents::CLAIM;
pub use finding::{Action, Finding, Limit, Map, NotAssessed, Severity, Subject, Unit};
pub(crate) use important::portrait;
pub use judge::judge_page;
pub(crate) use judge::judge_set;
pub use reports::{
    Cause, DocumentPage, NameMatch, PageReport, PageVerdict, Report, Rules, SetDocument, SetReport, SetVerdict,
    SlotReport, SlotStatus, Todo,
};

use crate::examined::{Examined, ReadingState};
use crate::record::Record;

/// One check: what it is called, how bad its findings usually are, its limits, and how it is made.
pub struct Check {
    /// Its id, one of the contract's finding ids; names the defect.
    pub id: &'static str,
    /// The severity of its findings, unless one says otherwise.
    pub severity: Severity,
    /// What it cannot be made without, besides the page.
    pub needs: &'static [Need],
    /// The limits it uses.
    pub limits: &'static [&'static Limit],
    /// How it is made.
    pub run: Run,
}

/// What a check cannot be made without: where it is missing, the check is not assessed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// The page was read, however much was found on it.
    Reading,
    /// The name on the record.
    RecordName,
    /// The date of birth on the record.
    RecordBirthDate,
    /// The home address on the record.
    RecordAddress,
}

impl Need {
    /// Why a check with this need cannot be made on a page; `None` where it can be.
    fn missing(self, page: &Examined, record: &Record) -> Option<&'static str> {
        let (is_there, reason) = match self {
            Self::Reading => (page.reading == ReadingState::Done, "reason-not-read"),
            Self::RecordName => (record.name.is_some(), "reason-no-record-name"),
            Self::RecordBirthDate => (record.birth_date.is_some(), "reason-no-record-birth-date"),
            Self::RecordAddress => (record.address.is_some(), "reason-no-record-address"),
        };
        (!is_there).then_some(reason)
    }
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
    (page: $($page:ident)*; missing: $($missing:ident)*; set: $($set:ident)*;) => {
        mod page { $(pub(super) mod $page;)* }
        mod set { pub(super) mod missing; $(pub(super) mod $set;)* }

        /// Every check, in the order in which they are made and listed.
        pub static CHECKS: &[&Check] =
            &[$(&page::$page::CHECK,)* $(&set::missing::$missing,)* $(&set::$set::CHECK,)*];
    };
}

checks! {
    page:
        no_document
        cut_off
        text_cut_off
        blurry
        glare
        too_dark
        too_bright
        uneven_light
        faint
        noisy
        text_too_small
        covered
        tilted
        sideways
        mirrored
        photo_of_screen
        photocopy
        written_on
        several_documents
        upload_format
        unknown_document
        expired
        expires_soon
        too_old
        mrz_incomplete
        mrz_digit_wrong
        front_and_barcode_differ
        name_unreadable
        fact_unreadable
        letters_unsure
        name_differs
        birth_date_differs
        address_differs
        itin_differs
        itin_masked
        not_an_itin
        translation_missing
        translation_not_beside
        translation_unclear;
    missing:
        ITIN_PROOF
        PRIMARY
        SECOND_DOCUMENT
        ADDRESS_PROOF;
    set:
        back_missing
        front_missing
        same_document_twice
        same_picture_twice
        names_disagree
        linking_document_needed
        birth_dates_disagree
        renewal_paper
        not_this_path
        home_is_po_box;
}
