//! The letters have too few pixels.
//!
//! *Why:* below about ten pixels no reader, person or program, can tell letters apart. *Fix:* move closer, keep all
//! corners in view.
//!
//! Where the true size of something is known, the resolution of the document is told as well: code lines have ten
//! characters an inch (ICAO 9303), cards are 85.6 mm long, a passport page 125 mm, a letter 11 inches or a little more.
//! A picture so small that not even a card that fills it has that resolution is useless, whatever it shows: a thumbnail.
//! Where a small document lies in a large picture and hardly anything on it could be read, its size is the reason.

use crate::arrangement::Panel;
use crate::checks::{Check, Finding, Limit, PageContext, Run, Severity, Unit};
use crate::codes::MrzFormat;
use crate::examined::{Examined, ReadingState};
use crate::kinds::DocumentKind;

/// Height of the capitals of typical text. Published advice is 12 to 15 pixels and more (Azure, Oracle, Tesseract); the
/// reader here errs on every tenth letter at 7 and on every second at 5.
static HEIGHT: Limit = Limit { name: "text-too-small.height", default: 7.0, unit: Unit::Pixels };
/// Resolution of the document. Captions of cards are 1 mm high: at 90 dots per inch that is 3.5 pixels.
static DPI: Limit = Limit { name: "text-too-small.dpi", default: 90.0, unit: Unit::Dpi };

/// Length of a document, of whatever kind, on which nothing could be read: a letter page has 70 dots per inch at it,
/// and capitals of 7 pixels.
static LENGTH: Limit = Limit { name: "text-too-small.length", default: 770.0, unit: Unit::Pixels };
/// Height of the capitals in a document that lies far away, below which it is worth a step closer although it can be
/// read: what a reviewer sees of it is as small.
static FAR_HEIGHT: Limit = Limit { name: "text-too-small.far-height", default: 10.0, unit: Unit::Pixels };
/// Share of the picture that a document takes at most for it to be called far away.
static FAR: Limit = Limit { name: "text-too-small.far", default: 0.25, unit: Unit::ShareOfPicture };
/// Length of a picture in which no document can be read: a card, the smallest of them, has 90 dots per inch where it
/// fills it.
static PICTURE: Limit = Limit { name: "text-too-small.picture", default: 300.0, unit: Unit::Pixels };

pub static CHECK: Check = Check {
    id: "text-too-small",
    severity: Severity::Warning,
    needs: &[],
    limits: &[&HEIGHT, &DPI, &LENGTH, &FAR, &FAR_HEIGHT, &PICTURE],
    run: Run::Image(run),
};

/// Millimeters of an inch.
const INCH: f32 = 25.4;
/// How far the sides of an outline may be from those of the document it is taken for, as a share.
const SHAPE: f32 = 0.12;

fn run(page: &Examined, cx: &mut PageContext) {
    let (longest, least) = (page.size.width.max(page.size.height) as f32, cx.limit(&PICTURE));
    if longest < least {
        let finding = cx.finding().saying("thumbnail").advising("thumbnail-advice");
        cx.find(Finding { severity: Severity::Blocker, ..finding.measured(longest, least, PICTURE.unit) });
        return;
    }
    let (height_limit, dpi_limit) = (cx.limit(&HEIGHT), cx.limit(&DPI));
    let dpi = zone_dpi(page).or_else(|| outline_dpi(page));
    match page.quality.text_height {
        Some(height) if height < height_limit => {
            cx.find(cx.finding().measured(height, height_limit, HEIGHT.unit));
        }
        _ if dpi.is_some_and(|d| d < dpi_limit) => {
            let dpi = dpi.unwrap_or_default();
            cx.find(cx.finding().saying("coarse").measured(dpi, dpi_limit, DPI.unit));
        }
        height if page.reading == ReadingState::Done && is_small(height, cx) && far_away(page, cx) => {
            let (length, limit) = (length(page).unwrap_or_default(), cx.limit(&LENGTH));
            let region = page.layout.panels.first().map(|p| p.outline.bounds());
            cx.find(cx.finding().saying("far-away").measured(length, limit, LENGTH.unit).at(region).sure(0.6));
        }
        None if dpi.is_none() => cx.not_assessed("reason-no-text-found"),
        _ => {}
    }
}

/// Whether print is too small to tell its height, or smaller than print of a document that lies far away should be.
fn is_small(height: Option<f32>, cx: &PageContext) -> bool {
    height.is_none_or(|height| height < cx.limit(&FAR_HEIGHT))
}

/// Whether the largest document is small in pixels and takes a small part of a large picture.
fn far_away(page: &Examined, cx: &PageContext) -> bool {
    let picture = page.size.region().area();
    let taken: f32 = page.layout.panels.iter().map(|p| p.outline.area()).sum();
    length(page).is_some_and(|l| l < cx.limit(&LENGTH)) && taken < picture * cx.limit(&FAR)
}

/// Length of the longest document in pixels.
fn length(page: &Examined) -> Option<f32> {
    let sides =
        |p: &Panel| (0..4).map(|i| p.outline.corners[i].distance(p.outline.corners[(i + 1) % 4])).fold(0.0, f32::max);
    page.layout.panels.iter().map(sides).reduce(f32::max)
}

/// Dots per inch by the pitch of the machine readable zone.
fn zone_dpi(page: &Examined) -> Option<f32> {
    let zone = page.codes.mrz.as_ref()?;
    let characters = match zone.format {
        MrzFormat::Td1 | MrzFormat::License => 30.0,
        MrzFormat::Td2 | MrzFormat::MrvB => 36.0,
        MrzFormat::Td3 | MrzFormat::MrvA => 44.0,
    };
    Some(10.0 * zone.region.width.max(zone.region.height) / characters)
}

/// Dots per inch by the outline, where it has the shape that documents of this kind have.
fn outline_dpi(page: &Examined) -> Option<f32> {
    use DocumentKind as K;
    let (long_mm, short_mm) = match page.facts.document.kind {
        K::DriversLicense
        | K::StateId
        | K::PassportCard
        | K::PermanentResidentCard
        | K::EmploymentAuthorization
        | K::ConsularId
        | K::NationalId => (85.6, 54.0),
        K::Passport => (125.0, 88.0),
        _ => return None,
    };
    let c = &page.layout.panels.first()?.outline.corners;
    let (across, down) = (
        f32::midpoint(c[0].distance(c[1]), c[3].distance(c[2])),
        f32::midpoint(c[1].distance(c[2]), c[0].distance(c[3])),
    );
    let (long, short) = (across.max(down), across.min(down).max(1.0));
    let like = (long / short) / (long_mm / short_mm);
    ((1.0 - SHAPE..1.0 + SHAPE).contains(&like)).then(|| long / long_mm * INCH)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::{Quad, Region};
    use crate::testing::{self, found, was_not_assessed};

    #[test]
    fn small_letters_are_found() {
        let mut page = testing::passport();
        page.quality.text_height = Some(4.0);
        assert_eq!(found("text-too-small", page)[0].message.key, "text-too-small.found");
    }

    #[test]
    fn a_coarse_zone_or_card_is_found_by_its_known_size() {
        let mut page = testing::passport();
        page.codes.mrz.as_mut().unwrap().region.width = 44.0 * 7.0;
        assert_eq!(found("text-too-small", page)[0].value, Some(70.0));
        let mut card = testing::page(DocumentKind::DriversLicense, None);
        card.layout.panels[0].outline = Quad::from(Region::new(10.0, 10.0, 240.0, 151.0));
        assert_eq!(found("text-too-small", card.clone())[0].message.key, "text-too-small.coarse");
        // a crop of another shape tells nothing of the resolution
        card.layout.panels[0].outline = Quad::from(Region::new(10.0, 10.0, 240.0, 240.0));
        assert!(found("text-too-small", card).is_empty());
    }

    #[test]
    fn a_small_unread_document_in_a_large_picture_is_found() {
        let mut page = testing::bill();
        page.quality.text_height = None;
        page.size = crate::geometry::Size::new(4000, 3000);
        page.layout.panels[0].outline = Quad::from(Region::new(1000.0, 1000.0, 420.0, 540.0));
        assert_eq!(found("text-too-small", page.clone())[0].message.key, "text-too-small.far-away");
        // one that fills its picture is not far away
        page.size = crate::geometry::Size::new(1500, 1600);
        page.layout.panels[0].outline = Quad::from(Region::new(10.0, 10.0, 1400.0, 1500.0));
        assert!(was_not_assessed("text-too-small", page));
    }

    #[test]
    fn a_thumbnail_is_no_picture_of_a_document() {
        let mut page = testing::passport();
        page.size = crate::geometry::Size::new(299, 200);
        let finding = &found("text-too-small", page.clone())[0];
        assert_eq!((finding.message.key.as_str(), finding.severity), ("text-too-small.thumbnail", Severity::Blocker));
        page.size = crate::geometry::Size::new(301, 200);
        assert!(found("text-too-small", page).is_empty());
    }

    #[test]
    fn without_a_measure_it_is_not_assessed() {
        let mut page = testing::bill();
        page.quality.text_height = None;
        assert!(was_not_assessed("text-too-small", page));
    }
}
