//! Each check states its finding on a set made for it: the good set with one thing spoiled. On the good set none does.

use crate::arrangement::LayoutKind;
use crate::checks::{CHECKS, Check, Rules, Run};
use crate::codes::Codes;
use crate::examined::{DocumentSet, Examined};
use crate::fields::{Disagreement, Field, FieldKind, Source};
use crate::geometry::{Region, Rotation};
use crate::kinds::{DocumentKind, Side};
use crate::page::Format;
use crate::set::judge;
use crate::testing;

/// Where the pages of the good set stand in it.
const LETTER: usize = 0;
const PASSPORT: usize = 1;
const BILL: usize = 2;

#[test]
fn each_check_fires_on_its_made_page() {
    for check in CHECKS {
        let mut rules = testing::rules();
        rules.requirements.without_itin = check.id == "not-this-path";
        if check.id == "home-is-po-box" {
            "box".clone_into(&mut rules.requirements.name);
        }
        assert!(fires(check, &spoiled(check.id), &rules), "{} finds nothing on the set made for it", check.id);
    }
}

#[test]
fn each_check_is_silent_on_the_good_set() {
    let good = testing::good_set();
    for check in CHECKS {
        assert!(!fires(check, &good, &testing::rules()), "{} finds something on the good set", check.id);
    }
}

/// Whether a check states a finding: on any of the pages, or, of a check on sets, on the whole.
fn fires(check: &Check, set: &DocumentSet, rules: &Rules) -> bool {
    let mut record = testing::record();
    if let Some(address) = record.address.as_mut().filter(|_| rules.requirements.name == "box") {
        address.line1 = "PO BOX 17".to_owned();
    }
    let report = judge(set, &record, rules, testing::today());
    match check.run {
        Run::Set(_) => report.set.findings.iter().any(|f| f.id == check.id),
        Run::Image(_) | Run::Content(_) => report.pages.iter().flat_map(|p| &p.findings).any(|f| f.id == check.id),
    }
}

/// The set on which a check must state its finding.
fn spoiled(id: &str) -> DocumentSet {
    let made = picture(id).or_else(|| content(id)).or_else(|| whole(id));
    made.unwrap_or_else(|| panic!("{id} has no made page: add one here"))
}

/// For checks on the picture of a page.
fn picture(id: &str) -> Option<DocumentSet> {
    Some(match id {
        "no-document" => with(PASSPORT, |p| (p.layout.letters, p.codes) = (Some(2), Codes::default())),
        "cut-off" => with(PASSPORT, |p| p.layout.cut_edges[2] = true),
        "text-cut-off" => with(BILL, |p| p.quality.lines_cut[1] = 1),
        "blurry" => with(PASSPORT, |p| p.quality.sharpness = Some(20.0)),
        "glare" => with(PASSPORT, |p| p.quality.glare_letters = Some(40.0)),
        "too-dark" => with(PASSPORT, |p| p.quality.paper_luma = Some(60.0)),
        "too-bright" => with(PASSPORT, |p| p.quality.clipped = Some(0.9)),
        "uneven-light" => with(PASSPORT, |p| p.quality.unevenness = Some(0.9)),
        "faint" => with(PASSPORT, |p| p.quality.contrast = Some(0.1)),
        "noisy" => with(PASSPORT, |p| p.quality.noise = Some(30.0)),
        "text-too-small" => with(PASSPORT, |p| p.quality.text_height = Some(4.0)),
        "covered" => with(PASSPORT, |p| p.quality.covers = Some(vec![(Region::new(10.0, 10.0, 90.0, 90.0), 0.05)])),
        "tilted" => with(PASSPORT, |p| p.layout.tilt_degrees = Some(40.0)),
        "sideways" => with(PASSPORT, |p| p.turn.rotation = Rotation::Cw90),
        "mirrored" => with(PASSPORT, |p| p.mirrored = true),
        "photo-of-screen" => with(PASSPORT, |p| p.quality.screen_pattern = Some(0.9)),
        "photocopy" => with(PASSPORT, |p| p.quality.color_spread = Some(0.02)),
        "written-on" => with(PASSPORT, |p| p.quality.strokes = Some(vec![testing::stroke()])),
        "several-documents" => with(PASSPORT, |p| p.layout.kind = LayoutKind::SeveralDocuments),
        _ => return None,
    })
}

/// For checks on what a page says.
fn content(id: &str) -> Option<DocumentSet> {
    Some(match id {
        "upload-format" => with(PASSPORT, |p| p.format = Format::Heic),
        "unknown-document" => with(BILL, |p| p.facts.document.kind = DocumentKind::Unknown),
        "expired" => saying(PASSPORT, FieldKind::ExpiryDate, "2020-01-01"),
        "expires-soon" => saying(PASSPORT, FieldKind::ExpiryDate, "2026-12-01"),
        "too-old" => saying(BILL, FieldKind::StatementDate, "2026-08-01"),
        "mrz-incomplete" => with(PASSPORT, |p| p.codes.mrz = None),
        "mrz-digit-wrong" => with(PASSPORT, |p| p.codes.mrz.as_mut().unwrap().valid = false),
        "front-and-barcode-differ" => with(PASSPORT, |p| p.facts.fields.push(coded_expiry("2030-05-01"))),
        "name-unreadable" => with(PASSPORT, |p| p.facts.holder = None),
        "fact-unreadable" => with(PASSPORT, |p| p.facts.fields.retain(|f| f.kind != FieldKind::BirthDate)),
        "letters-unsure" => with(PASSPORT, |p| p.facts.disagreements.push(doubt("RUIZ SOTO", "RUIZ S0TO"))),
        "name-differs" => with(PASSPORT, name_somebody_else),
        "birth-date-differs" => saying(PASSPORT, FieldKind::BirthDate, "1991-04-12"),
        "address-differs" => saying(BILL, FieldKind::Address, "14 ELM ST, RENO, NV 89501"),
        "itin-differs" => saying(LETTER, FieldKind::Itin, "912-70-1235"),
        "itin-masked" => saying(LETTER, FieldKind::Itin, "***-**-1234"),
        "not-an-itin" => saying(LETTER, FieldKind::Itin, "912-93-1234"),
        "translation-missing" => with(BILL, |p| p.layout.panels[0].languages = vec!["es".into()]),
        "translation-not-beside" => with(BILL, |p| p.layout.kind = LayoutKind::StackedTranslation),
        "translation-unclear" => with(BILL, lay_translation_over_it),
        _ => return None,
    })
}

/// For checks on the whole set.
fn whole(id: &str) -> Option<DocumentSet> {
    Some(match id {
        "itin-proof-missing" => without(LETTER),
        "primary-missing" => without(PASSPORT),
        "second-document-missing" => without(BILL),
        "address-proof-missing" => without(BILL),
        "back-missing" => and(testing::page(DocumentKind::DriversLicense, Some(Side::Front))),
        "front-missing" => and(testing::page(DocumentKind::DriversLicense, Some(Side::Back))),
        "same-document-twice" => and(testing::passport()),
        "same-picture-twice" => one_picture_twice(),
        "linking-document-needed" => with(PASSPORT, |p| {
            let holder = p.facts.holder.as_mut().unwrap();
            (holder.surname, holder.full_name) = ("WALKER".into(), "ANA WALKER".into());
        }),
        "birth-dates-disagree" => and(born("1990-12-04")),
        "renewal-paper" => expired_beside_its_renewal(),
        "not-this-path" | "home-is-po-box" => testing::good_set(),
        "names-disagree" => with(PASSPORT, name_somebody_else),
        _ => return None,
    })
}

/// The good set with one of its pages spoiled.
fn with(page: usize, spoil: impl FnOnce(&mut Examined)) -> DocumentSet {
    let mut set = testing::good_set();
    spoil(set.pages[page].outcome.as_mut().unwrap());
    set
}

/// The good set with another value in one field of a page.
fn saying(page: usize, kind: FieldKind, value: &str) -> DocumentSet {
    with(page, |p| p.facts.fields.iter_mut().find(|f| f.kind == kind).unwrap().value = value.to_owned())
}

/// The good set without one of its pages.
fn without(page: usize) -> DocumentSet {
    let mut set = testing::good_set();
    set.pages.remove(page);
    set
}

/// The good set and one more page.
fn and(page: Examined) -> DocumentSet {
    let mut set = testing::good_set();
    set.pages.push(testing::record_of("more.jpg", page));
    set
}

fn one_picture_twice() -> DocumentSet {
    let words = ["CITY LIGHT", "BILL DATE", "AMOUNT DUE", "ACCOUNT", "SERVICE", "THANK YOU"];
    let mut set = with(BILL, |p| {
        p.lines = (0..)
            .zip(words)
            .map(|(i, text)| {
                let region = Region::new(100.0, 50.0 + 90.0 * i as f32, 200.0, 30.0);
                crate::text::Reading { region, ..testing::line(text) }
            })
            .collect();
    });
    let again = set.pages[BILL].outcome.clone().unwrap();
    set.pages.push(testing::record_of("again.jpg", again));
    set
}

fn born(date: &str) -> Examined {
    let mut page = testing::page(DocumentKind::NationalId, None);
    page.facts.fields = vec![testing::field(FieldKind::BirthDate, date)];
    page
}

fn expired_beside_its_renewal() -> DocumentSet {
    let mut license = testing::page(DocumentKind::DriversLicense, Some(Side::Front));
    license.facts.fields = vec![testing::field(FieldKind::ExpiryDate, "2026-05-01")];
    let mut paper = testing::page(DocumentKind::Other, None);
    paper.lines = vec![testing::line("TEMPORARY DRIVER LICENSE")];
    let mut set = and(license);
    set.pages.push(testing::record_of("paper.jpg", paper));
    set
}

fn coded_expiry(date: &str) -> Field {
    Field { source: Source::Mrz, ..testing::field(FieldKind::ExpiryDate, date) }
}

fn doubt(first: &str, second: &str) -> Disagreement {
    Disagreement { kind: FieldKind::Surname, first: first.to_owned(), second: second.to_owned() }
}

fn name_somebody_else(page: &mut Examined) {
    let holder = page.facts.holder.as_mut().unwrap();
    (holder.surname, holder.given_names) = ("WALKER".into(), "PETER".into());
    holder.full_name = "PETER WALKER".into();
}

fn lay_translation_over_it(page: &mut Examined) {
    page.layout.kind = LayoutKind::SideBySideTranslation;
    let translation = page.layout.panels[0].clone();
    page.layout.panels.push(translation);
}
