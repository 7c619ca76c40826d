//! What was found, in words: a label for each panel, and one sentence for the whole page.
//!
//! This module repeats what [`Layout`] says and adds only the side of a card. The words themselves are in
//! `assets/locales/<language>/layout.ftl`. Left, right, above and below refer to the upright page.

use super::{Layout, LayoutKind, Panel, Role};
use crate::codes::{Codes, MrzFormat};
use crate::words::{Arg, Message};

/// A label for each panel, in their order: "original, Spanish", "translation, English", "document", "front", "back".
/// `codes` are those of the same page: the side of a card that carries one is its back.
pub fn labels(layout: &Layout, codes: &Codes) -> Vec<Message> {
    let label = |panel: &Panel| {
        let role = Arg::Word(format!("layout-role-{}", role(layout.kind, panel, codes)));
        match panel.languages.first() {
            Some(language) if layout.kind != LayoutKind::FrontAndBack => {
                Message::new("layout-label").with("role", role).with("language", named(Some(language)))
            }
            _ => Message::new("layout-label-plain").with("role", role),
        }
    };
    layout.panels.iter().map(label).collect()
}

/// One sentence about what was found.
pub fn sentence(layout: &Layout) -> Message {
    let count = layout.panels.len();
    match layout.kind {
        LayoutKind::SideBySideTranslation => translation(layout, "beside"),
        LayoutKind::StackedTranslation => translation(layout, "stacked"),
        LayoutKind::BookletSpread => Message::new("layout-booklet-spread"),
        LayoutKind::FrontAndBack => Message::new("layout-front-and-back"),
        LayoutKind::SeveralDocuments if count > 1 => {
            Message::new("layout-several-documents").with("count", Arg::Number(count as f64))
        }
        LayoutKind::SeveralDocuments => Message::new("layout-several-uncounted"),
        LayoutKind::NoDocument => Message::new("layout-no-document"),
        LayoutKind::Single => single(layout),
    }
}

fn single(layout: &Layout) -> Message {
    let Some(panel) = layout.panels.first() else { return Message::new("layout-single-without-edges") };
    match panel.languages.first() {
        Some(language) => Message::new("layout-single-language").with("language", named(Some(language))),
        None => Message::new("layout-single"),
    }
}

/// Original and translation, in the order in which they lie.
fn translation(layout: &Layout, way: &str) -> Message {
    let of = |role: Role| layout.panels.iter().find(|p| p.role == role);
    let language = |role: Role| named(of(role).and_then(|p| p.languages.first()));
    let first = if original_is_first(layout) { "original" } else { "translation" };
    let message = Message::new(format!("layout-{way}-{first}-first"));
    message.with("from", language(Role::Original)).with("to", language(Role::Translation))
}

/// Whether the original lies left of its translation, or above it, on the upright page.
fn original_is_first(layout: &Layout) -> bool {
    let middle = |role: Role| layout.panels.iter().find(|p| p.role == role).map(|p| p.outline.bounds().center());
    let (Some(original), Some(translation)) = (middle(Role::Original), middle(Role::Translation)) else { return true };
    let (right, down) = (translation.x - original.x, translation.y - original.y);
    if layout.kind == LayoutKind::StackedTranslation { down >= 0.0 } else { right >= 0.0 }
}

/// The last part of the key of a panel's role.
fn role(kind: LayoutKind, panel: &Panel, codes: &Codes) -> &'static str {
    match (panel.role, kind) {
        (Role::Original, _) => "original",
        (Role::Translation, _) => "translation",
        (Role::Document, LayoutKind::FrontAndBack) if is_back(panel, codes) => "back",
        (Role::Document, LayoutKind::FrontAndBack) => "front",
        (Role::Document, LayoutKind::BookletSpread) => "booklet",
        (Role::Document, _) => "document",
    }
}

/// Cards carry barcodes, and zones of three lines, on their backs.
fn is_back(panel: &Panel, codes: &Codes) -> bool {
    let zone = codes.mrz.iter().filter(|m| m.format == MrzFormat::Td1).map(|m| m.region);
    codes.barcodes.iter().map(|b| b.region).chain(zone).any(|r| panel.outline.contains(r.center()))
}

/// The name of a language, or the words for an unknown one.
fn named(code: Option<&String>) -> Arg {
    Arg::Word(format!("language-{}", code.map_or("unknown", String::as_str)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assets::Assets;
    use crate::geometry::{Quad, Region};
    use crate::text::Script;
    use crate::words::{Language, Words};

    const KINDS: [LayoutKind; 7] = [
        LayoutKind::Single,
        LayoutKind::SideBySideTranslation,
        LayoutKind::StackedTranslation,
        LayoutKind::BookletSpread,
        LayoutKind::FrontAndBack,
        LayoutKind::SeveralDocuments,
        LayoutKind::NoDocument,
    ];

    /// A Spanish original and its English translation at two places of an upright page of 1000 x 1000.
    fn pair(kind: LayoutKind, original: (f32, f32), translation: (f32, f32)) -> Layout {
        let panel = |(left, top): (f32, f32), role, language: &str| {
            let outline = Quad::from(Region::new(left, top, 300.0, 300.0));
            Panel { outline, role, languages: vec![language.to_owned()] }
        };
        let panels = vec![panel(original, Role::Original, "es"), panel(translation, Role::Translation, "en")];
        Layout { kind, panels, ..Layout::default() }
    }

    #[test]
    fn every_kind_has_a_sentence_and_every_panel_a_label_in_both_languages() {
        for language in Language::ALL {
            let words = Words::load(&Assets::find(), language).unwrap();
            for kind in KINDS {
                let full = pair(kind, (0.0, 0.0), (500.0, 0.0));
                for layout in [full.clone(), Layout { panels: Vec::new(), ..full }] {
                    let said = words.say(&sentence(&layout));
                    assert!(said.ends_with('.') && !said.contains("layout-") && !said.contains("language-"), "{said}");
                    let labels = labels(&layout, &Codes::default());
                    assert_eq!(labels.len(), layout.panels.len());
                    assert!(labels.iter().all(|l| !words.say(l).contains('-')));
                }
            }
        }
    }

    #[test]
    fn every_script_that_cannot_be_read_has_its_words() {
        for language in Language::ALL {
            let words = Words::load(&Assets::find(), language).unwrap();
            for script in Script::all() {
                let said = words.say(
                    &Message::new("layout-single-language")
                        .with("language", named(Some(&script.language().to_owned()))),
                );
                assert!(!said.contains("und-"), "{said}");
            }
        }
    }

    #[test]
    fn the_order_is_that_in_which_they_lie() {
        let key = |kind, a, b| sentence(&pair(kind, a, b)).key;
        let (beside, stacked) = (LayoutKind::SideBySideTranslation, LayoutKind::StackedTranslation);
        assert_eq!(key(beside, (0.0, 0.0), (500.0, 9.0)), "layout-beside-original-first");
        assert_eq!(key(beside, (500.0, 0.0), (0.0, 9.0)), "layout-beside-translation-first");
        assert_eq!(key(stacked, (9.0, 0.0), (0.0, 500.0)), "layout-stacked-original-first");
        assert_eq!(key(stacked, (9.0, 500.0), (0.0, 0.0)), "layout-stacked-translation-first");
    }

    #[test]
    fn the_side_of_a_card_with_a_barcode_is_its_back() {
        let mut layout = pair(LayoutKind::FrontAndBack, (0.0, 0.0), (500.0, 0.0));
        layout.panels.iter_mut().for_each(|p| p.role = Role::Document);
        let region = Region::new(550.0, 50.0, 100.0, 40.0);
        let barcode = crate::codes::Barcode { text: "ANSI".to_owned(), aamva: None, region };
        let codes = Codes { barcodes: vec![barcode], ..Codes::default() };
        let words = Words::load(&Assets::find(), Language::English).unwrap();
        let said: Vec<String> = labels(&layout, &codes).iter().map(|l| words.say(l)).collect();
        assert_eq!(said, ["front", "back"]);
    }
}
