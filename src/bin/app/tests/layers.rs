//! Layers over the page, findings pointed out, places cut out: by keys and clicks, without a display.

use eframe::egui::{Color32, ColorImage};
use precheck::arrangement::Panel;
use precheck::checks::Severity::{Blocker, Warning};
use precheck::checks::{CLAIM, Report};
use precheck::fields::Disagreement;
use precheck::geometry::{Quad, Rotation};
use precheck::quality::{GlarePatch, Stroke};

use super::*;
use crate::state::Magnifier;

const KEYS: [Key; 9] =
    [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];

fn cell(left: f32) -> Quad {
    Region::new(left, 200.0, 100.0, 100.0).into()
}

/// A page that has every map.
pub fn with_everything(file: &str) -> PageRecord {
    let mut page = blurred(file).outcome.unwrap();
    let place = Region::new(300.0, 300.0, 200.0, 100.0);
    let outline = Quad::from(place).corners.to_vec();
    page.quality.glare_letters = Some(90.0);
    page.quality.glare = Some(0.1);
    page.quality.covers = Some(vec![(Region::new(2000.0, 100.0, 300.0, 300.0), 0.1)]);
    page.quality.strokes =
        Some(vec![Stroke { region: Region::new(2000.0, 1000.0, 300.0, 300.0), length: 0.9, strikes: false }]);
    page.quality.regions = DefectRegions {
        glare: vec![place],
        glare_patches: vec![GlarePatch { region: place, outline, letters: 9.0 }],
        shadow: Some(Region::new(100.0, 200.0, 200.0, 100.0)),
        shadow_cells: vec![cell(100.0), cell(200.0)],
        blur_map: vec![(place, 0.1), (Region::new(1200.0, 900.0, 300.0, 60.0), 0.4)],
        ..page.quality.regions
    };
    page.layout.panels = vec![Panel {
        outline: Region::new(50.0, 50.0, 2900.0, 1900.0).into(),
        role: precheck::arrangement::Role::Document,
        languages: Vec::new(),
    }];
    page.codes.mrz_fragment = Some(Region::new(100.0, 1700.0, 2500.0, 150.0));
    page.lines = vec![precheck::text::Reading {
        text: "NAME".to_owned(),
        region: place,
        outline: place.into(),
        confidence: 0.9,
        weakest: 0.9,
        letters: Vec::new(),
        reader: precheck::text::Reader::Ppocr,
    }];
    record(file, page)
}

fn drawn(harness: &Harness<Desk>) -> Vec<Overlay> {
    harness.state().state.drawn().into_iter().collect()
}

fn legend(harness: &Harness<Desk>) -> Vec<Overlay> {
    let words = &harness.state().state.words;
    let named = |(overlay, key): (Overlay, usize)| {
        let label = format!("{key} {}", words.get(overlay.word()));
        harness.query_by_label(&label).map(|_| overlay)
    };
    Overlay::ALL.into_iter().zip(1..).filter_map(named).collect()
}

fn report<'a>(harness: &'a Harness<'_, Desk>) -> &'a Report {
    harness.state().state.report.as_ref().unwrap()
}

#[test]
fn the_legend_names_the_layers_of_the_page_and_no_others() {
    let harness = Desk::with(vec![blurred("a.jpg")]).open();
    assert_eq!(legend(&harness), [Overlay::Findings]);
    let harness = Desk::with(vec![with_everything("a.jpg")]).open();
    assert_eq!(legend(&harness), Overlay::ALL);
}

#[test]
fn each_layer_goes_on_and_off_by_its_key_and_by_its_button() {
    let mut harness = Desk::with(vec![with_everything("a.jpg")]).open();
    for (number, (overlay, key)) in (1..).zip(Overlay::ALL.into_iter().zip(KEYS)) {
        let label = format!("{number} {}", harness.state().state.words.get(overlay.word()));
        let before = drawn(&harness).contains(&overlay);
        press(&mut harness, key);
        assert_ne!(drawn(&harness).contains(&overlay), before, "{overlay:?}");
        click(&mut harness, &label);
        assert_eq!(drawn(&harness).contains(&overlay), before, "{overlay:?}");
        harness.get_by_label(&label).focus();
        harness.run();
        press(&mut harness, Key::Space);
        assert_ne!(drawn(&harness).contains(&overlay), before, "{overlay:?} by tab and space");
    }
}

#[test]
fn one_key_draws_all_maps_and_takes_them_off() {
    let mut harness = Desk::with(vec![with_everything("a.jpg")]).open();
    let before = drawn(&harness);
    press(&mut harness, Key::M);
    assert!(Overlay::MAPS.iter().all(|map| drawn(&harness).contains(map)));
    press(&mut harness, Key::M);
    assert_eq!(drawn(&harness), before);
}

#[test]
fn a_layer_that_the_page_lacks_cannot_be_drawn_by_its_key() {
    let mut harness = Desk::with(vec![blurred("a.jpg")]).open();
    let before = harness.state().state.overlays.clone();
    press(&mut harness, Key::Num9);
    press(&mut harness, Key::M);
    assert_eq!(harness.state().state.overlays, before);
}

#[test]
fn sharp_lines_are_no_part_of_the_map_and_it_agrees_with_the_finding() {
    let blurry = |blur: f32| {
        let mut page = examined();
        page.quality.blur_of_text = true;
        page.quality.sharpness = Some(100.0 * (1.0 - blur / 0.5));
        page.quality.regions.blur_map = vec![(Region::new(0.0, 0.0, 90.0, 9.0), blur)];
        let harness = Desk::with(vec![record("a.jpg", page)]).open();
        let finding = report(&harness).pages[0].findings.iter().find(|f| f.id == "blurry").map(|f| f.severity);
        (harness.state().state.layers().contains(&Overlay::Blur), finding)
    };
    for (blur, severity) in [(0.1, None), (0.26, Some(Warning)), (0.4, Some(Blocker))] {
        assert_eq!(blurry(blur), (severity.is_some(), severity));
    }
}

#[test]
fn a_single_letter_is_no_part_of_the_map() {
    let layers = |width: f32| {
        let mut page = examined();
        page.quality.regions.blur_map = vec![(Region::new(0.0, 0.0, width, 20.0), 0.4)];
        Desk::with(vec![record("a.jpg", page)]).open().state().state.layers()
    };
    assert!(!layers(22.0).contains(&Overlay::Blur));
    assert!(layers(90.0).contains(&Overlay::Blur));
}

#[test]
fn keys_go_through_the_findings_and_bring_each_close_with_its_map() {
    let mut harness = Desk::with(vec![with_everything("a.jpg")]).open();
    let findings = report(&harness).pages[0].findings.clone();
    assert!(findings.len() > 3);
    for finding in &findings {
        press(&mut harness, Key::N);
        let state = &harness.state().state;
        assert_eq!(state.pointed_out.as_ref(), Some(finding));
        assert_eq!(state.view.zoom > 1.0, finding.region.is_some_and(|region| region.width < 1000.0));
        assert!(finding.map.is_none_or(|map| state.drawn().contains(&Overlay::of_map(map))), "{}", finding.id);
    }
    press(&mut harness, Key::P);
    assert_eq!(harness.state().state.pointed_out.as_ref(), findings.get(findings.len() - 2));
    press(&mut harness, Key::Escape);
    let state = &harness.state().state;
    assert!(state.pointed_out.is_none() && state.view == View::default());
}

/// With a picture, so that all layers over it are drawn, too.
fn with_picture(page: PageRecord) -> Harness<'static, Desk> {
    with_pictures(vec![page], [1500.0, 2200.0])
}

fn with_pictures(pages: Vec<PageRecord>, size: [f32; 2]) -> Harness<'static, Desk> {
    let ids: Vec<PageId> = pages.iter().map(|page| page.id.clone()).collect();
    let mut harness = Desk::with(pages).open_at(size);
    let picture = || ColorImage::filled([30, 20], Color32::WHITE);
    let ctx = harness.ctx.clone();
    for id in ids {
        harness.state_mut().textures.add(&ctx, id, picture(), picture());
    }
    harness.run();
    harness
}

#[test]
fn a_click_on_the_picture_points_out_the_finding_there_and_its_card_leads_back() {
    let mut harness = with_picture(with_everything("a.jpg"));
    press(&mut harness, Key::M); // all maps are drawn as well
    let finding = report(&harness).pages[0].findings.iter().find(|f| f.id == "covered").unwrap().clone();
    let large = format!("{}: a.jpg, page 1", harness.state().state.words.get("app-page-large"));
    let screen = harness.get_by_label(&large).rect();
    let placement = panels::Placement::new(&View::default(), Size::new(3000, 2000), Rotation::None, screen);
    let spot = placement.screen(finding.region.unwrap().center());
    harness.hover_at(spot);
    harness.drag_at(spot);
    harness.drop_at(spot);
    harness.run();
    assert_eq!(harness.state().state.pointed_out, Some(finding));
    let back = harness.state().state.words.get("app-show-all");
    click(&mut harness, &back);
    assert!(harness.state().state.pointed_out.is_none());
}

#[test]
fn a_sentence_says_what_lies_in_the_picture() {
    let harness = with_picture(with_everything("a.jpg"));
    let desk = harness.state();
    let page = desk.state.shown().unwrap().0.examined().unwrap();
    assert!(shows(&harness, &desk.state.words.say(&precheck::arrangement::sentence(&page.layout))));
}

fn unsure_name(confidence: f32) -> Examined {
    let mut page = examined();
    page.facts.fields.push(Field {
        kind: FieldKind::FullName,
        value: "ANA NUNEZ".to_owned(),
        source: Source::Text,
        confidence,
        region: Some(Region::new(900.0, 700.0, 400.0, 50.0)),
        readers: Vec::new(),
        but_for_a_digit: None,
    });
    page
}

#[test]
fn what_was_hard_to_read_is_called_so_and_cut_out() {
    let state = |confidence| Desk::with(vec![record("a.jpg", unsure_name(confidence))]).open();
    let says = |harness: &Harness<Desk>, key: &str| shows(harness, &harness.state().state.words.get(key));
    let sure = state(CLAIM);
    assert!(sure.state().state.crops().is_none() && !says(&sure, "app-field-unsure"));
    let unsure = state(CLAIM - 0.1);
    assert!(unsure.state().state.crops().is_some() && says(&unsure, "app-field-unsure"));
    assert!(shows(&unsure, "ANA NUNEZ"));
    let unreadable = state(0.2);
    assert!(unreadable.state().state.crops().is_some() && says(&unreadable, "app-field-unreadable"));
    assert!(!shows(&unreadable, "ANA NUNEZ"), "what could not be read is not shown as if it had been");
}

#[test]
fn two_readings_stand_below_each_other_with_the_place() {
    let mut page = unsure_name(CLAIM);
    page.facts.disagreements =
        vec![Disagreement { kind: FieldKind::FullName, first: "ANA NUNEZ".to_owned(), second: "ANA NUNES".to_owned() }];
    let region = page.facts.fields[0].region.unwrap();
    let harness = Desk::with(vec![record("a.jpg", page)]).open();
    assert_eq!(harness.state().state.crops().map(|(regions, _)| regions), Some(vec![region]));
    assert!(harness.query_by_label("ANA NUNEZ").is_some() && harness.query_by_label("ANA NUNES").is_some());
}

#[test]
fn a_number_that_identifies_a_person_is_not_cut_out_until_numbers_are_shown() {
    let mut page = unsure_name(0.6);
    page.facts.fields[0].kind = FieldKind::Itin;
    let mut harness = Desk::with(vec![record("a.jpg", page)]).open();
    assert!(harness.state().state.crops().is_none());
    let show = harness.state().state.words.get("app-show-numbers");
    click(&mut harness, &show);
    assert!(harness.state().state.crops().is_some());
}

#[test]
fn a_finding_that_is_measured_names_its_limit_in_its_sentence_or_below_it() {
    let harness = Desk::with(vec![with_everything("a.jpg")]).open();
    for language in Language::ALL {
        let words = Words::load(&Assets::find(), language).unwrap();
        let findings = &report(&harness).pages[0].findings;
        let measured = findings.iter().filter_map(|finding| Some((finding, f64::from(finding.limit?))));
        for (finding, limit) in measured {
            // as messages show it: two decimals at most, with a comma or a point
            let number = format!("{}", (limit * 100.0).round() / 100.0);
            let below = precheck::report::measured(&words, finding).unwrap_or_default();
            let said = format!("{} {below}", words.say(&finding.message)).replace(',', ".");
            assert!(said.contains(&number), "{}: {said}", finding.id);
        }
    }
}

#[test]
fn the_page_is_turned_shown_in_its_sizes_and_stays_so_for_the_next_page() {
    let mut harness = with_pictures(["a.jpg", "b.jpg"].map(blurred).to_vec(), [1280.0, 800.0]);
    let zoom = |harness: &Harness<Desk>| harness.state().state.view.zoom;
    press(&mut harness, Key::W);
    let width = zoom(&harness);
    press(&mut harness, Key::Z);
    let pixels = zoom(&harness);
    assert!(width > 1.0 && pixels > width, "{width} {pixels}");
    press(&mut harness, Key::J);
    assert!((zoom(&harness) - pixels).abs() < 1e-3, "the next page is shown in the same size");
    press(&mut harness, Key::T);
    let state = &harness.state().state;
    let id = state.selected.clone().unwrap();
    assert_eq!((state.turn_of(&id), state.view), (Rotation::Cw90, View::default()));
    let other = &state.pages[0].id;
    assert_eq!(state.turn_of(other), Rotation::None, "only the shown page is turned");
    press(&mut harness, Key::N);
    let middle = harness.state().state.view.middle;
    // the place of the finding, at (1350, 950) of 3000 by 2000 pixels, after a quarter turn clockwise
    assert!(
        (middle.x - (1.0 - 950.0 / 2000.0)).abs() < 0.01 && (middle.y - 1350.0 / 3000.0).abs() < 0.01,
        "{middle:?}"
    );
}

#[test]
fn a_magnifier_is_there_while_its_key_is_held() {
    let mut harness = with_picture(blurred("a.jpg"));
    harness.key_down(Key::L);
    harness.run();
    assert_eq!(harness.state().state.magnifier, Magnifier::Held);
    harness.key_up(Key::L);
    harness.run();
    assert_eq!(harness.state().state.magnifier, Magnifier::Away);
}
