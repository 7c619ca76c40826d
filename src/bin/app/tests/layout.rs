//! Nothing is cut off: at every size of window, in both languages, in every part of the panel on the right.

use egui_kittest::kittest::NodeT;

use super::answer::SIZES;
use super::*;
use crate::state::{Remark, Tab};

/// What lies beyond the left or the right edge of a window, with its label.
pub fn beyond(harness: &Harness<Desk>, width: f32) -> Vec<String> {
    let nodes = harness.root().children_recursive();
    let out = nodes.filter(|node| {
        let Some(rect) = node.accesskit_node().raw_bounds().map(|_| node.rect()) else { return false };
        rect.is_finite() && rect.width() > 0.0 && (rect.left() < -0.5 || rect.right() > width + 0.5)
    });
    out.map(|node| format!("{:?} {:?}", node.accesskit_node().label(), node.rect())).collect()
}

/// A page with long values that were hard to read, so that they are shown with their places.
fn with_long_values(file: &str) -> PageRecord {
    let mut page = layers::with_everything(file).outcome.unwrap();
    for kind in [FieldKind::Address, FieldKind::FullName, FieldKind::StatementDate] {
        page.facts.fields.push(Field {
            kind,
            value: "4204 SOUTHEAST JUNIPER COURT APARTMENT 1204, SAN BUENAVENTURA, CALIFORNIA 93727-1204".to_owned(),
            source: Source::Text,
            confidence: 0.6,
            region: Some(Region::new(300.0, 700.0, 900.0, 60.0)),
            readers: Vec::new(),
            but_for_a_digit: None,
        });
    }
    record(file, page)
}

#[test]
fn nothing_is_wider_than_the_window() {
    for size in SIZES.into_iter().chain([theme::LEAST_ROOM]) {
        for language in Language::ALL {
            let words = || Words::load(&Assets::find(), language).unwrap();
            let mut desk = Desk::new();
            desk.state.speak(words());
            let harness = desk.open_at(size);
            assert_eq!(beyond(&harness, size[0]), [""; 0], "start, {size:?}, {language:?}");
            let pages = vec![with_long_values("IMG_20261122_101530_a_long_name_of_a_file.jpg"), with_number("b.jpg")];
            let mut desk = Desk::with(pages);
            desk.state.speak(words());
            desk.state.remark = Some(Remark::Removed("IMG_20261122_101530_a_long_name_of_a_file.jpg".to_owned()));
            for tab in Tab::ALL {
                desk.state.tab = tab;
                let harness = desk.open_at(size);
                assert_eq!(beyond(&harness, size[0]), [""; 0], "{tab:?}, {size:?}, {language:?}");
                desk = harness.into_state();
            }
        }
    }
}

#[test]
fn the_page_keeps_room_beside_the_panels() {
    for size in SIZES {
        let mut harness = Desk::with(vec![with_long_values("a.jpg")]).open_at(size);
        let large = format!("{}: ", harness.state().state.words.get("app-page-large"));
        let room = harness.get_by_label_contains(&large).rect();
        assert!(room.width() > size[0] * 0.3 && room.height() > size[1] * 0.25, "{size:?}: {room:?}");
        let tab = harness.get_by_label(&harness.state().state.words.get("app-tab-page")).rect();
        assert!(room.right() <= tab.left(), "{size:?}: {room:?} lies over the panel on the right");
        press(&mut harness, Key::A);
        assert!(harness.get_by_label_contains(&large).rect().height() > size[1] * 0.5, "{size:?}");
    }
}
