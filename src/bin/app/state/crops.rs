//! Which places of the shown page are cut out and shown beside the words: those that were hard to read, and those on
//! which a finding about a reading is based.

use precheck::checks::{CLAIM, Finding, Subject};
use precheck::examined::Examined;
use precheck::fields::{Disagreement, Field, FieldKind, Source};
use precheck::geometry::{Region, Size, Turn};

use super::State;

/// Most places that are cut out of a page.
const MAX_CROPS: usize = 12;
/// Largest share of the page that is cut out: a larger place would look no larger beside the words than on the page.
const LARGEST: f32 = 0.15;
/// Confidence below which a value does not count as read: it is called unreadable, and only the picture is shown.
const READABLE: f32 = 0.5;

/// Margin around a place that is cut out, as a share of its shorter side.
const ROOM: f32 = 0.35;

/// The part of a page of this size that is cut out for a place.
pub fn crop_around(region: Region, page: Size) -> Region {
    region.grown(region.width.min(region.height) * ROOM).intersection(page.region())
}

impl State {
    /// The places to be cut out of the shown page, and how the page lay.
    pub fn crops(&self) -> Option<(Vec<Region>, Turn)> {
        let (page, report) = self.shown()?;
        let page = page.examined()?;
        let of_name = report.name_match.as_ref().and_then(|_| self.crop_of_name(page));
        let of_findings = report.findings.iter().filter_map(|finding| self.crop_of(finding));
        let mut regions: Vec<Region> = Vec::new();
        for region in
            of_findings.chain(of_name).chain(page.facts.fields.iter().filter_map(|field| self.crop_of_field(field)))
        {
            if !regions.contains(&region) {
                regions.push(region);
            }
        }
        regions.truncate(MAX_CROPS);
        Some((regions, page.turn)).filter(|(regions, _)| !regions.is_empty())
    }

    /// The place on which a finding is based, if that is something read and not a whole panel.
    pub fn crop_of(&self, finding: &Finding) -> Option<Region> {
        let region = finding.region.filter(|_| finding.subject == Subject::Content)?;
        let page = self.shown()?.0.examined()?;
        let all = page.size.region();
        let fits = region.width * region.height < all.width * all.height * LARGEST;
        (fits && (self.words.shows_numbers() || !holds_number(page, region))).then_some(region)
    }

    /// Where the name stands on a page in print, if that may be shown.
    pub fn crop_of_name(&self, page: &Examined) -> Option<Region> {
        let region = page.facts.holder.as_ref().filter(|holder| holder.source == Source::Text)?.region?;
        (self.words.shows_numbers() || !holds_number(page, region)).then_some(region)
    }

    /// The place of a field that was hard to read.
    pub fn crop_of_field(&self, field: &Field) -> Option<Region> {
        field.region.filter(|_| field.confidence < CLAIM && (self.words.shows_numbers() || !identifies(field.kind)))
    }

    /// The readings of two readers for the place of a finding, if they disagree and may be shown.
    pub fn readings_of<'f>(&self, finding: &'f Finding) -> Option<&'f Disagreement> {
        finding.readings.as_ref().filter(|readings| self.words.shows_numbers() || !identifies(readings.kind))
    }
}

/// Whether a field may hold a number that identifies a person: such fields are cut out only if the person asked to see
/// numbers.
const fn identifies(kind: FieldKind) -> bool {
    matches!(kind, FieldKind::Itin | FieldKind::DocumentNumber | FieldKind::Mrz | FieldKind::Barcode)
}

/// Whether a place contains such a number.
fn holds_number(page: &Examined, region: Region) -> bool {
    let fields = page.facts.fields.iter().filter(|field| identifies(field.kind)).filter_map(|field| field.region);
    let codes = page.codes.mrz.iter().map(|mrz| mrz.region).chain(page.codes.mrz_fragment);
    fields.chain(codes).any(|number| number.contains(region.center()) || region.contains(number.center()))
}

/// How far a field was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Readability {
    /// It counts as read.
    Sure,
    /// It may be wrong.
    Unsure,
    /// It does not count as read.
    Unreadable,
}

/// How far a field was read.
pub fn readability(field: &Field) -> Readability {
    match field.confidence {
        c if c >= CLAIM => Readability::Sure,
        c if c >= READABLE => Readability::Unsure,
        _ => Readability::Unreadable,
    }
}

/// Fields of a page that were hard to read.
pub fn hard_to_read(page: &Examined) -> usize {
    page.facts.fields.iter().filter(|field| readability(field) != Readability::Sure).count()
}
