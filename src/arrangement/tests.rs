//! Laws of the arrangement.

use super::*;
use crate::geometry::{Point, Region};
use crate::text::{Foreign, Reader, Reading, Script};

fn line(text: &str, left: f32, top: f32) -> Reading {
    let region = Region::new(left, top, 12.0 * text.len() as f32, 20.0);
    Reading {
        text: text.into(),
        region,
        outline: region.into(),
        confidence: 0.9,
        weakest: 0.9,
        letters: Vec::new(),
        reader: Reader::Ppocr,
    }
}

#[test]
fn a_translation_needs_two_languages_and_shared_facts() {
    let left = [
        "El nombre y la fecha del acta",
        "RAMIREZ ORTEGA",
        "12 1990",
        "que consta por el registro",
        "para los efectos del acta 4471",
        "se expide la presente certificación a petición de la parte interesada",
        "en cumplimiento de los artículos aplicables del código de este estado",
        "los datos que anteceden concuerdan con el libro original del archivo",
    ];
    let right = [
        "The name and the date of this",
        "RAMIREZ ORTEGA",
        "12 1990",
        "that is on record for the",
        "and this is to certify 4471",
        "this certificate is issued at the request of the person concerned",
        "in accordance with the articles of the code of this state that apply",
        "the information above agrees with the original book of the archive",
    ];
    let page = |second: &[&str]| -> Vec<Reading> {
        let column = |texts: &[&str], x: f32| -> Vec<Reading> {
            texts.iter().enumerate().map(|(i, t)| line(t, x, 40.0 * i as f32)).collect()
        };
        [column(&left, 10.0), column(second, 1020.0)].concat()
    };
    let kind = |lines: Vec<Reading>| {
        let transcript = Transcript { lines, ..Transcript::default() };
        arrange(Size::new(2000, 400), &Outlines::default(), Some(&transcript), &Codes::default()).kind
    };
    assert_eq!(kind(page(&right)), LayoutKind::SideBySideTranslation);
    assert_eq!(kind(page(&left)), LayoutKind::Single);
    let unrelated =
        ["The name and the date of this", "WALKER", "77 1801", "that is on record for the", "and this is to certify 9"];
    assert_eq!(kind(page(&unrelated)), LayoutKind::Single);
}

#[test]
fn a_page_without_text_and_outline_shows_no_document() {
    let transcript = Transcript::default();
    let layout = arrange(Size::new(100, 100), &Outlines::default(), Some(&transcript), &Codes::default());
    assert_eq!(layout.kind, LayoutKind::NoDocument);
    let unread = arrange(Size::new(100, 100), &Outlines::default(), None, &Codes::default());
    assert_eq!(unread.kind, LayoutKind::Single);
}

#[test]
fn print_in_letters_that_cannot_be_read_makes_a_document_of_that_script() {
    let script = Script::of("und-Cyrl").unwrap();
    let foreign = (0..5).map(|i| Foreign { script, line: line("", 10.0, 40.0 * i as f32) });
    let foreign = foreign.map(|f| Foreign { line: Reading { region: f.line.region.grown(9.0), ..f.line }, ..f });
    let outline = Quad::from(Region::new(-50.0, -50.0, 600.0, 400.0));
    let outlines = Outlines { quads: vec![outline], ..Outlines::default() };
    let transcript = Transcript { foreign: foreign.collect(), ..Transcript::default() };
    let layout = arrange(Size::new(600, 400), &outlines, Some(&transcript), &Codes::default());
    assert_eq!((layout.kind, layout.panels[0].languages[0].as_str()), (LayoutKind::Single, "und-Cyrl"));
}

#[test]
fn the_slope_of_lines_is_told_also_where_their_boxes_are_nearly_square() {
    let (s, c) = 30.0_f32.to_radians().sin_cos();
    let slanted = |n: u8| {
        let (left, top) = (100.0, 100.0 + 60.0 * f32::from(n));
        let at = |along: f32, across: f32| Point::new(left + c * along - s * across, top + s * along + c * across);
        let outline = Quad::new([at(0.0, 0.0), at(200.0, 0.0), at(200.0, 30.0), at(0.0, 30.0)]);
        Reading { region: outline.bounds(), outline, ..crate::testing::line("GARCIA LOPEZ") }
    };
    let lines: Vec<Reading> = (0..4).map(slanted).collect();
    let skew = panels::skew_degrees(lines.iter()).unwrap();
    assert!((skew - 30.0).abs() < 0.1, "{skew}");
}
