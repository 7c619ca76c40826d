//! Print, zone and barcode that agree, differ, or are noise.

use crate::assets::Assets;
use crate::codes::{Codes, Mrz};
use crate::fields::{Facts, FieldKind, FieldLexicon, Source, extract};
use crate::geometry::{Region, Size};
use crate::testing::readings::page;

fn read(text: &str, zone: Option<Mrz>) -> Facts {
    let lexicon = FieldLexicon::load(&Assets::at(concat!(env!("CARGO_MANIFEST_DIR"), "/assets"))).unwrap();
    let codes = Codes { mrz: zone, ..Codes::default() };
    extract(&lexicon, &page(text), &codes, Size::new(1200, 900))
}

/// A zone below the lines of the page.
fn zone(surname: &str, given: &str, valid: bool, confidence: f32) -> Option<Mrz> {
    let mrz = crate::testing::passport().codes.mrz?;
    let (surname, given_names) = (surname.to_owned(), given.to_owned());
    let region = Region::new(0.0, 800.0, 400.0, 40.0);
    Some(Mrz { surname, given_names, valid, confidence, region, name_may_be_cut: false, ..mrz })
}

fn claims(facts: &Facts, kind: FieldKind) -> Vec<&str> {
    facts.of(kind).filter(|f| f.confidence >= 0.8).map(|f| f.value.as_str()).collect()
}

#[test]
fn noise_that_looks_like_a_zone_does_not_beat_print() {
    let holder = read("PASSPORT\nName: JANE QUILLON", zone("CK", "WHANE", false, 0.01)).holder.unwrap();
    assert_eq!((holder.full_name.as_str(), holder.source), ("JANE QUILLON", Source::Text));
    assert_eq!(read("PASSPORT\nPHOTO", zone("CK", "WHANE", false, 0.01)).holder, None);
}

#[test]
fn a_whole_name_in_one_line_is_compared_with_the_zone() {
    for (print, sure) in [
        ("AFIFAH QUILLON", false),
        ("OTTO BRENNER", false),
        ("AFFAH QUILLON", true),
        ("QUILLON AFFAH", true),
        ("AFFAHQUILLON", true),
    ] {
        let facts = read(&format!("PASSPORT\nName\n{print}"), zone("QUILLON", "AFFAH", true, 0.98));
        let holder = facts.holder.as_ref().unwrap();
        assert_eq!(holder.confidence >= 0.8, sure, "{print} {holder:?}");
        if !sure {
            for kind in [FieldKind::FullName, FieldKind::GivenNames] {
                assert!(claims(&facts, kind).is_empty(), "{print} {:?}", facts.fields);
            }
        }
    }
    let facts = read("PASSPORT\nName\nAFIFAH QUILLON", zone("QUILLON", "AFFAH", true, 0.98));
    assert_eq!(facts.holder.map(|h| h.given_names).as_deref(), Some("AFIFAH"));
}

#[test]
fn two_spellings_in_print_and_zone_are_no_claims() {
    let facts = read("PASSPORT\nSurname\nROSSI\nGiven names\nELENA", zone("RSSI", "ELENA", true, 0.98));
    assert_eq!(facts.holder.as_ref().map(|h| h.surname.as_str()), Some("ROSSI"));
    assert!(facts.holder.as_ref().is_some_and(|h| h.confidence < 0.8));
    assert!(claims(&facts, FieldKind::Surname).is_empty());
}

#[test]
fn the_words_of_a_zone_divide_those_of_print() {
    let facts =
        read("PASSPORT\nSurname\nQUILLON\nGiven names\nMARÍAFERNANDA", zone("QUILLON", "MARIA FERNANDA", true, 0.98));
    let holder = facts.holder.as_ref().unwrap();
    assert_eq!(holder.full_name, "MARÍA FERNANDA QUILLON");
    assert!(holder.confidence >= 0.95);
    let printed = facts.of(FieldKind::GivenNames).find(|f| f.source == Source::Text).unwrap();
    assert_eq!(printed.value, "MARÍA FERNANDA");
}

#[test]
fn a_zone_whose_name_stands_in_print_is_not_doubted_for_a_caption_that_was_misread() {
    let facts = read("PASSPORT\nSurname\nCIMEN\nGiven names\nELENA\nQUILLON", zone("QUILLON", "ELENA", true, 0.98));
    assert_eq!(facts.holder.as_ref().map(|h| h.surname.as_str()), Some("QUILLON"));
    assert!(facts.holder.as_ref().is_some_and(|h| h.confidence >= 0.95));
    assert_eq!(claims(&facts, FieldKind::Surname), ["QUILLON"]);
}

#[test]
fn marks_that_were_read_with_doubt_are_left_to_the_zone() {
    let lexicon = FieldLexicon::load(&crate::assets::Assets::find()).unwrap();
    let surname = |sure: f32| {
        let mut lines = crate::testing::readings::page("PASSPORT\nSurname\nDÃNG\nGiven names\nBAO");
        for line in &mut lines {
            line.letters = line.text.chars().map(|c| if c.is_ascii() { 0.99 } else { sure }).collect();
        }
        let codes = Codes { mrz: zone("DANG", "BAO", true, 0.98), ..Codes::default() };
        extract(&lexicon, &lines, &codes, Size::new(1200, 900)).holder.map(|h| h.surname)
    };
    assert_eq!(surname(0.99).as_deref(), Some("DÃNG"));
    assert_eq!(surname(0.3).as_deref(), Some("DANG"));
}
