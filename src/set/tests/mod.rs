//! Applicants: a record and what is known of their pages → the verdict and the findings that it must rest on.

mod applicants;
mod laws;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use jiff::civil::Date;

use crate::assets::Assets;
use crate::checks::{Report, Rules, Severity};
use crate::examined::{DocumentSet, Examined, PageRecord};
use crate::fields::{Field, FieldKind, Holder};
use crate::kinds::{DocumentKind, Side};
use crate::names::NameLexicon;
use crate::record::{Address, Path, Record};
use crate::requirements::Requirements;
use crate::testing::{self, field};

/// The requirement files that come along.
static RULES: LazyLock<BTreeMap<String, Rules>> = LazyLock::new(|| {
    let assets = Assets::find();
    let rules = |name: String| {
        let requirements = Requirements::load(&assets, &name).unwrap();
        (
            name,
            Rules {
                requirements,
                names: NameLexicon::load(&assets).unwrap(),
                addresses: std::sync::Arc::new(crate::addresses::AddressLexicon::load(&assets).unwrap()),
            },
        )
    };
    Requirements::names(&assets).unwrap().into_iter().map(rules).collect()
});

/// An applicant whose papers are all right until a test spoils one thing.
pub(super) struct Applicant {
    pub(super) record: Record,
    pub(super) pages: Vec<PageRecord>,
    pub(super) requirements: &'static str,
    pub(super) today: Date,
}

impl Applicant {
    /// ITIN letter, passport and electricity bill of somebody who lives in the United States.
    pub(super) fn with_passport() -> Self {
        let pages =
            [("letter.jpg", testing::itin_letter()), ("passport.jpg", testing::passport()), ("bill.jpg", bill())];
        Self::with(pages)
    }

    /// ITIN letter, license from both sides and electricity bill.
    pub(super) fn with_license() -> Self {
        Self::with([
            ("letter.jpg", testing::itin_letter()),
            ("front.jpg", license()),
            ("back.jpg", back()),
            ("bill.jpg", bill()),
        ])
    }

    pub(super) fn with(pages: impl IntoIterator<Item = (&'static str, Examined)>) -> Self {
        let pages = pages.into_iter().map(|(file, page)| testing::record_of(file, page)).collect();
        let address = Address {
            line1: "12 Elm St".into(),
            city: "Reno".into(),
            region: "NV".into(),
            postal_code: "89501".into(),
            country: "US".into(),
        };
        let record = Record { address: Some(address), path: Some(Path::Us), ..testing::record() };
        Self { record, pages, requirements: "idme-itin-us", today: testing::today() }
    }

    pub(super) fn page(&mut self, file: &str) -> &mut Examined {
        let page = self.pages.iter_mut().find(|p| p.id.file.as_os_str() == file);
        page.and_then(|p| p.outcome.as_mut().ok()).unwrap_or_else(|| panic!("no page {file}"))
    }

    pub(super) fn add(&mut self, file: &'static str, page: Examined) {
        self.pages.push(testing::record_of(file, page));
    }

    pub(super) fn remove(&mut self, file: &str) {
        self.pages.retain(|p| p.id.file.as_os_str() != file);
    }

    pub(super) fn judged(&self) -> Report {
        let rules = &RULES[self.requirements];
        super::judge(&DocumentSet { pages: self.pages.clone() }, &self.record, rules, self.today)
    }
}

/// All ids that a report raises as blocker or warning.
pub(super) fn alarms(report: &Report) -> Vec<&'static str> {
    let pages = report.pages.iter().flat_map(|p| &p.findings);
    pages.chain(&report.set.findings).filter(|f| f.severity > Severity::Note).map(|f| f.id).collect()
}

pub(super) fn set(page: &mut Examined, kind: FieldKind, value: &str) {
    match page.facts.fields.iter_mut().find(|f| f.kind == kind) {
        Some(field) => value.clone_into(&mut field.value),
        None => page.facts.fields.push(field(kind, value)),
    }
}

pub(super) fn name(page: &mut Examined, given: &str, surname: &str) {
    let holder: &mut Holder = page.facts.holder.as_mut().unwrap();
    (holder.given_names, holder.surname) = (given.into(), surname.into());
    holder.full_name = format!("{given} {surname}");
}

fn dated(kind: DocumentKind, date: &str) -> Examined {
    let mut page = testing::page(kind, None);
    page.facts.fields =
        vec![field(FieldKind::StatementDate, date), field(FieldKind::Address, "12 ELM ST\nRENO, NV 89501")];
    page
}

pub(super) fn bill() -> Examined {
    dated(DocumentKind::UtilityBill, "2026-10-28")
}

pub(super) fn statement() -> Examined {
    dated(DocumentKind::BankStatement, "2026-10-28")
}

/// The front of a card with everything that must be read on it.
pub(super) fn card(kind: DocumentKind) -> Examined {
    let mut page = testing::page(kind, Some(Side::Front));
    page.facts.fields = vec![
        field(FieldKind::ExpiryDate, "2030-01-31"),
        field(FieldKind::BirthDate, "1990-04-12"),
        field(FieldKind::DocumentNumber, "D1234567"),
    ];
    page
}

pub(super) fn license() -> Examined {
    let mut page = card(DocumentKind::DriversLicense);
    set(&mut page, FieldKind::Address, "12 ELM ST\nRENO, NV 89501");
    page
}

pub(super) fn back() -> Examined {
    testing::page(DocumentKind::DriversLicense, Some(Side::Back))
}

pub(super) fn unsure(page: &mut Examined, kind: FieldKind) {
    let doubtful = |f: &mut Field| f.confidence = 0.5;
    page.facts.fields.iter_mut().filter(|f| f.kind == kind).for_each(doubtful);
}
