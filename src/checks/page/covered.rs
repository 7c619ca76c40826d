//! Something lies over the document: a finger, a thumb, a note, a bar.
//!
//! *Why:* what is under it cannot be read, and nothing may cover a document. *Fix:* lay it down instead of holding it.
//! Over the name, a number, a code or the portrait a finger is a blocker; anywhere else it is worth a look. A thing of one
//! color may be part of the design: it counts where lines end at it, where the value of a caption is missing under it, or
//! where it is black and a fact is missing.

use crate::checks::{Check, Limit, Map, PageContext, Run, Severity, Unit};
use crate::checks::{facts, important};
use crate::examined::{Examined, ReadingState};
use crate::geometry::Region;
use crate::quality::Object;

/// Share of the document that one finger covers. Good pictures have none; a fingertip on a card takes 2 to 8 %.
static SHARE: Limit = Limit { name: "covered.share", default: 0.008, unit: Unit::ShareOfDocument };

/// Share of a field's box that must be covered for the field to be hidden.
static FIELD: Limit = Limit { name: "covered.field", default: 0.15, unit: Unit::ShareOfField };

/// Lines of text that end at a thing of one color before it counts: one may do so by chance.
static LINES: Limit = Limit { name: "covered.lines", default: 2.0, unit: Unit::Lines };

/// Largest luma of a black thing. Designs have black stripes on backs, of which no fact is wanted.
static BLACK: Limit = Limit { name: "covered.black", default: 40.0, unit: Unit::Of255 };

/// Least share of the box around it that a bar fills; a dark coat fills less.
const BAR: f32 = 0.8;
/// Where the value of a caption stands: behind it or under it, so many heights of the caption long and deep.
const LONG: f32 = 8.0;
const DEEP: f32 = 2.2;
/// Share of that place that is hidden.
const HIDDEN: f32 = 0.5;

pub static CHECK: Check = Check {
    id: "covered",
    severity: Severity::Warning,
    needs: &[],
    limits: &[&SHARE, &FIELD, &LINES, &BLACK],
    run: Run::Image(run),
};

fn run(page: &Examined, cx: &mut PageContext) {
    let Some(covers) = &page.quality.covers else {
        return cx.not_assessed("reason-colour-of-skin");
    };
    let limit = cx.limit(&SHARE);
    let fingers = || covers.iter().filter(|(_, share)| *share > limit);
    if let Some(region) = fingers().map(|(region, _)| *region).reduce(Region::union) {
        let covered: f32 = fingers().map(|(_, share)| share).sum();
        let mut finding = cx
            .finding()
            .measured(covered * 100.0, limit * 100.0, Unit::PercentOfDocument)
            .at(Some(region))
            .on_map(Map::Cover)
            .sure(0.7);
        if important::hidden(page, &[region], cx.limit(&FIELD)).is_some() {
            finding.severity = Severity::Blocker;
        }
        return cx.find(finding);
    }
    let (lines, black) = (cx.limit(&LINES), cx.limit(&BLACK));
    let lacks_a_fact = page.reading == ReadingState::Done
        && cx.needed_facts(page).into_iter().any(|fact| !facts::is_read(page, fact, cx.record, cx.name_match));
    let counts = |o: &&Object| {
        o.cut_lines as f32 >= lines || lacks_a_fact && o.luma < black && o.filled > BAR || hides_a_value(page, o.region)
    };
    let thing = page.quality.objects.iter().find(counts);
    if let Some(thing) = thing {
        cx.find(cx.finding().at(Some(thing.region)).sure(0.6));
    }
}

/// Whether the value that a caption announces was not found, and something lies where it should stand.
fn hides_a_value(page: &Examined, thing: Region) -> bool {
    let missing = page.facts.captions.iter().filter(|(kind, _)| page.facts.best(*kind).is_none());
    missing.map(|(_, caption)| caption).any(|caption| {
        let (long, deep) = (caption.height * LONG, caption.height * DEEP);
        let behind = Region::new(caption.right(), caption.top, long, caption.height);
        let under = Region::new(caption.left, caption.bottom(), long, deep);
        [behind, under].iter().any(|place| place.intersection(thing).area() > place.area() * HIDDEN)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fields::FieldKind;
    use crate::testing::{self, found, was_not_assessed};

    #[test]
    fn a_finger_is_found_and_a_clean_page_is_not() {
        let mut page = testing::passport();
        assert!(found("covered", page.clone()).is_empty());
        let corner = Region::new(0.0, 0.0, 20.0, 20.0);
        page.quality.covers = Some(vec![(corner, 0.05), (Region::new(900.0, 0.0, 20.0, 20.0), 0.002)]);
        let finding = found("covered", page.clone()).remove(0);
        assert_eq!((finding.severity, finding.region), (Severity::Warning, Some(corner)));
        let name = page.facts.holder.as_ref().and_then(|h| h.region).unwrap();
        page.quality.covers = Some(vec![(name, 0.05)]);
        assert_eq!(found("covered", page)[0].severity, Severity::Blocker);
    }

    #[test]
    fn a_thing_of_one_color_counts_by_what_ends_or_is_missing_at_it() {
        let mut page = testing::passport();
        let thing =
            |cut_lines| Object { region: Region::new(300.0, 200.0, 300.0, 60.0), cut_lines, luma: 200.0, filled: 0.95 };
        let is_found = |page: &Examined| !found("covered", page.clone()).is_empty();
        page.quality.objects = vec![thing(1)];
        assert!(!is_found(&page), "a box of the design");
        page.quality.objects = vec![thing(2)];
        assert!(is_found(&page));
        page.quality.objects = vec![thing(0)];
        page.facts.captions = vec![(FieldKind::BirthDate, Region::new(310.0, 180.0, 80.0, 20.0))];
        assert!(!is_found(&page), "the value was found");
        page.facts.fields.retain(|field| field.kind != FieldKind::BirthDate);
        assert!(is_found(&page));
        page.facts.captions.clear();
        assert!(!is_found(&page), "the caption may be hidden, too, but boxes have every color");
        page.quality.objects[0].luma = 12.0;
        assert!(is_found(&page), "black, and a fact is missing");
    }

    #[test]
    fn paper_of_the_color_of_skin_is_not_assessed() {
        let mut page = testing::passport();
        page.quality.covers = None;
        assert!(was_not_assessed("covered", page));
    }
}
