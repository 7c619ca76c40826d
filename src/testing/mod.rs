//! Made-up examined pages for tests: the good set, from which a test spoils one thing.

pub mod readings;

use std::sync::{Arc, LazyLock};

use jiff::civil::{Date, date};

use crate::addresses::AddressLexicon;
use crate::arrangement::{Layout, LayoutKind, Panel, Role};
use crate::assets::Assets;
use crate::checks::{Finding, PageReport, Rules, judge_page};
use crate::codes::{Codes, Mrz, MrzFormat};
use crate::examined::{DocumentSet, Examined, PageRecord, ReadingState, Timings};
use crate::fields::{DocumentGuess, Facts, Field, FieldKind, Holder, Source};
use crate::geometry::{Quad, Region, Size, Turn};
use crate::kinds::{DocumentKind, Side};
use crate::names::NameLexicon;
use crate::page::{Capture, Format, PageId};
use crate::pixels::Fingerprint;
use crate::quality::{DefectRegions, Quality, Stroke};
use crate::record::{Address, Name, Record};
use crate::requirements::{Fact, IssuedBy, MustRead, Recent, Renewable, Requirements, Slot, SlotId};
use crate::set::judge;
use crate::text::{Reader, Reading};

/// Read once: judging is tested many thousands of times.
static ADDRESSES: LazyLock<Arc<AddressLexicon>> =
    LazyLock::new(|| Arc::new(AddressLexicon::load(&Assets::find()).unwrap()));

/// The day on which the good set is judged.
pub fn today() -> Date {
    date(2026, 11, 22)
}

/// The applicant of the good set.
pub fn record() -> Record {
    let name = Name { given: "ANA".into(), middle: String::new(), surname: "RUIZ SOTO".into() };
    Record {
        name: Some(name),
        itin: Some("912701234".into()),
        birth_date: Some(date(1990, 4, 12)),
        address: Address::parse("12 Elm St|Reno|NV|89501|US"),
        ..Record::default()
    }
}

/// The rules of the plain case.
pub fn rules() -> Rules {
    use DocumentKind::{DriversLicense, ItinLetter, Passport, UtilityBill};
    let slot = |id, kinds: &[DocumentKind], one_of: &[SlotId]| Slot {
        id,
        kinds: kinds.to_vec(),
        kinds_with_itin: vec![],
        unsure_kinds: vec![],
        one_of: one_of.to_vec(),
    };
    let slots = vec![
        Slot { kinds_with_itin: vec![DocumentKind::BankStatement], ..slot(SlotId::ItinProof, &[ItinLetter], &[]) },
        slot(SlotId::Primary, &[Passport, DriversLicense], &[]),
        slot(SlotId::SecondDocument, &[DriversLicense, UtilityBill], &[]),
        slot(SlotId::AddressProof, &[DriversLicense, UtilityBill], &[SlotId::Primary, SlotId::SecondDocument]),
    ];
    let requirements = Requirements {
        name: "plain".into(),
        slots,
        recent: vec![
            Recent { kinds: vec![DocumentKind::BankStatement], look_from_days: 90, refused_from_days: 90 },
            Recent { kinds: vec![UtilityBill], look_from_days: 90, refused_from_days: 366 },
        ],
        issued_by: vec![IssuedBy { kinds: vec![DriversLicense], countries: vec!["USA".into(), "CAN".into()] }],
        renewable: vec![Renewable { kinds: vec![DriversLicense], country: "USA".into(), days: 365 }],
        linking: vec![DocumentKind::MarriageCertificate],
        without_itin: false,
        sources: Vec::new(),
        both_sides: vec![DriversLicense],
        must_read: must_read(),
        limits: std::collections::BTreeMap::new(),
    };
    Rules { requirements, names: NameLexicon::load(&Assets::find()).unwrap(), addresses: ADDRESSES.clone() }
}

/// What must be read on the documents of the plain case.
fn must_read() -> Vec<MustRead> {
    use Fact::{Address, BirthDate, DocumentNumber, ExpiryDate, Itin, Name, StatementDate, Zone};
    let must = |kinds: &[DocumentKind], facts: &[Fact]| MustRead {
        kinds: kinds.to_vec(),
        facts: facts.to_vec(),
        without_expiry: vec!["COL".into()],
        without_birth_date: vec!["COL".into()],
    };
    vec![
        must(&[DocumentKind::Passport], &[Name, BirthDate, ExpiryDate, DocumentNumber, Zone]),
        must(&[DocumentKind::DriversLicense, DocumentKind::NationalId], &[Name, BirthDate, ExpiryDate, DocumentNumber]),
        must(&[DocumentKind::UtilityBill, DocumentKind::BankStatement], &[Name, Address, StatementDate]),
        must(&[DocumentKind::ItinLetter], &[Name, Itin]),
    ]
}

/// A field that was read from print with high confidence.
pub fn field(kind: FieldKind, value: &str) -> Field {
    Field {
        kind,
        value: value.to_owned(),
        source: Source::Text,
        confidence: 0.95,
        region: Some(Region::new(100.0, 100.0, 200.0, 30.0)),
        readers: vec![Reader::Ppocr],
        but_for_a_digit: None,
    }
}

/// A line that was read with high confidence.
pub fn line(text: &str) -> Reading {
    let region = Region::new(100.0, 100.0, 200.0, 30.0);
    Reading {
        text: text.to_owned(),
        region,
        outline: region.into(),
        confidence: 0.98,
        weakest: 0.95,
        letters: Vec::new(),
        reader: Reader::Ppocr,
    }
}

/// A stroke of a pen across half of the page.
pub fn stroke() -> Stroke {
    Stroke { region: Region::new(300.0, 400.0, 800.0, 120.0), length: 0.8, strikes: false }
}

/// A faultless page of a kind, without fields.
pub fn page(kind: DocumentKind, side: Option<Side>) -> Examined {
    let outline = Quad::from(Region::new(50.0, 50.0, 1500.0, 1000.0));
    let quality = Quality {
        capture: Capture::Photo,
        blur: Some(0.1),
        text_height: Some(24.0),
        paper_luma: Some(200.0),
        ink_luma: Some(40.0),
        contrast: Some(0.6),
        clipped: Some(0.01),
        glare_on_text: Some(0.0),
        glare: Some(0.0),
        unevenness: Some(0.1),
        noise: Some(3.0),
        regions: DefectRegions::default(),
        sharpness: Some(90.0),
        lighting: Some(90.0),
        legibility: Some(90.0),
        blur_of_text: true,
        text_paper_luma: Some(200.0),
        glare_letters: Some(0.0),
        blocks: Some(0.1),
        color_spread: Some(0.5),
        screen_pattern: Some(0.0),
        covers: Some(Vec::new()),
        objects: Vec::new(),
        strokes: Some(Vec::new()),
        ..Quality::default()
    };
    let layout = Layout {
        kind: LayoutKind::Single,
        panels: vec![Panel { outline, role: Role::Document, languages: vec!["en".into()] }],
        tilt_degrees: Some(3.0),
        skew_degrees: Some(0.5),
        ..Layout::default()
    };
    let holder = (side != Some(Side::Back)).then(|| Holder {
        surname: "RUIZ SOTO".into(),
        given_names: "ANA".into(),
        full_name: "ANA RUIZ SOTO".into(),
        confidence: 0.95,
        source: Source::Text,
        may_be_cut: false,
        region: Some(Region::new(400.0, 200.0, 300.0, 40.0)),
        letters: Vec::new(),
    });
    let document = DocumentGuess { kind, side, country: Some("USA".into()), confidence: 0.95 };
    Examined {
        format: Format::Jpeg,
        size: Size::new(1600, 1100),
        turn: Turn { confidence: 1.0, given: Size::new(1600, 1100), ..Turn::default() },
        fingerprint: Fingerprint::default(),
        quality,
        layout,
        lines: Vec::new(),
        codes: Codes::default(),
        facts: Facts { document, holder, ..Facts::default() },
        mirrored: false,
        reading: ReadingState::Done,
        timings: Timings::default(),
    }
}

/// A faultless passport.
pub fn passport() -> Examined {
    let mut page = page(DocumentKind::Passport, Some(Side::Front));
    page.facts.fields = vec![
        field(FieldKind::ExpiryDate, "2031-05-01"),
        field(FieldKind::BirthDate, "1990-04-12"),
        field(FieldKind::DocumentNumber, "X1234567"),
    ];
    page.codes.mrz = Some(Mrz {
        format: MrzFormat::Td3,
        lines: vec!["P<UTO".into(), "X1234567".into()],
        valid: true,
        failed: Vec::new(),
        repaired: false,
        document_code: "P".into(),
        issuing_state: "UTO".into(),
        surname: "RUIZ SOTO".into(),
        given_names: "ANA".into(),
        name_may_be_cut: false,
        document_number: "X1234567".into(),
        nationality: "UTO".into(),
        birth_date: Some(date(1990, 4, 12)),
        expiry_date: Some(date(2031, 5, 1)),
        sex: Some('F'),
        region: Region::new(60.0, 900.0, 1400.0, 100.0),
        confidence: 0.95,
    });
    page
}

/// A faultless ITIN letter.
pub fn itin_letter() -> Examined {
    let mut page = page(DocumentKind::ItinLetter, None);
    page.facts.fields = vec![field(FieldKind::Itin, "912-70-1234")];
    page
}

/// A faultless electricity bill.
pub fn bill() -> Examined {
    let mut page = page(DocumentKind::UtilityBill, None);
    page.facts.fields =
        vec![field(FieldKind::StatementDate, "2026-10-28"), field(FieldKind::Address, "12 ELM ST, RENO, NV 89501")];
    page
}

/// ITIN letter, passport and bill, without a fault.
pub fn good_set() -> DocumentSet {
    let pages = [("letter.jpg", itin_letter()), ("passport.jpg", passport()), ("bill.jpg", bill())];
    DocumentSet { pages: pages.into_iter().map(|(file, page)| record_of(file, page)).collect() }
}

/// The record of an examined page in a set.
pub fn record_of(file: &str, examined: Examined) -> PageRecord {
    PageRecord { id: PageId { file: file.into(), page: 1 }, outcome: Ok(examined) }
}

/// Judges one page alone, for the applicant of the good set.
pub fn judged(page: Examined) -> PageReport {
    judge_page(&record_of("page.jpg", page), &record(), &rules(), today())
}

/// The findings of one check on a page.
pub fn found(id: &str, page: Examined) -> Vec<Finding> {
    judged(page).findings.into_iter().filter(|f| f.id == id).collect()
}

/// Whether a check reported a page as not assessed.
pub fn was_not_assessed(id: &str, page: Examined) -> bool {
    judged(page).not_assessed.iter().any(|n| n.id == id)
}

/// How often a check on sets finds something in a set, for the applicant of the good set.
pub fn found_on_set(id: &str, set: &DocumentSet) -> usize {
    judge(set, &record(), &rules(), today()).set.findings.iter().filter(|f| f.id == id).count()
}
