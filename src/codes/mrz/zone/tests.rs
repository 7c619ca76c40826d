//! Specimens are ICAO's and other public ones; noise is added by the tests.

use super::*;

const SPECIMENS: [(&str, &str, &str); 11] = [
    (
        "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10",
        "ERIKSSON",
        "ANNA MARIA",
    ),
    ("I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD231458907UTO7408122F1204159<<<<<<<6", "ERIKSSON", "ANNA MARIA"),
    (
        "I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<",
        "ERIKSSON",
        "ANNA MARIA",
    ),
    (
        "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL8988901C4XXX4009078F96121096ZE184226B<<<<<<",
        "ERIKSSON",
        "ANNA MARIA",
    ),
    ("V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nL8988901C4XXX4009078F9612109<<<<<<<<", "ERIKSSON", "ANNA MARIA"),
    ("P<CANMARTIN<<SARAH<<<<<<<<<<<<<<<<<<<<<<<<<<\nZE000509<9CAN8501019F2301147<<<<<<<<<<<<<<08", "MARTIN", "SARAH"),
    (
        "P<D<<MUSTERMANN<<ERIKA<<<<<<<<<<<<<<<<<<<<<<\nC01X00T478D<<6408125F2702283<<<<<<<<<<<<<<<4",
        "MUSTERMANN",
        "ERIKA",
    ),
    (
        "IDD<<T220001293<<<<<<<<<<<<<<<\n6408125<2010315D<<<<<<<<<<<<<4\nMUSTERMANN<<ERIKA<<<<<<<<<<<<<",
        "MUSTERMANN",
        "ERIKA",
    ),
    (
        "IDESPBAA000589599999999R<<<<<<\n8001014F2501017ESP<<<<<<<<<<<7\nESPANOLA<ESPANOLA<<CARMEN<<<<<",
        "ESPANOLA ESPANOLA",
        "CARMEN",
    ),
    (
        "IDLIEID98754015<<<<<<<<<<<<<<<\n8205122M1906224LIE<<<<<<<<<<<6\nOSPELT<BECK<<MARISA<<<<<<<<<<<",
        "OSPELT BECK",
        "MARISA",
    ),
    ("P<CZESPECIMEN<<VZOR<<<<<<<<<<<<<<<<<<<<<<<<<\n99003853<1CZE1101018M1207046110101111<<<<<94", "SPECIMEN", "VZOR"),
];

fn read(text: &str) -> Option<Mrz> {
    parse(&text.lines().collect::<Vec<_>>(), Region::default(), 1.0)
}

#[test]
fn every_specimen_is_valid_and_keeps_its_lines() {
    for (text, surname, given) in SPECIMENS {
        let zone = read(text).unwrap();
        assert!(zone.valid && !zone.repaired, "{text}: {:?}", zone.failed);
        assert_eq!((zone.surname.as_str(), zone.given_names.as_str()), (surname, given));
        assert_eq!(zone.lines.join("\n"), text);
    }
}

#[test]
fn lost_and_doubled_filler_at_the_end_of_a_name_is_restored() {
    for (text, ..) in SPECIMENS {
        for tail in ["", "<<", "<<<<<K<<", "<<<<<<<<<<<<<<<<<<<<<<<<<<<<KKK<<<<C"] {
            let lines: Vec<&str> = text.lines().collect();
            let at = if lines.len() == 3 { 2 } else { 0 };
            let noisy = format!("{}{tail}", lines[at].trim_end_matches('<'));
            let lines: Vec<&str> =
                lines.iter().enumerate().map(|(i, l)| if i == at { noisy.as_str() } else { l }).collect();
            // A name field that lost all but its letters still tells its layout by the other lines.
            let zone = read(&lines.join("\n")).unwrap();
            assert!(zone.valid, "{noisy}");
            assert_eq!(zone.lines.join("\n"), text);
        }
    }
}

#[test]
fn lost_filler_inside_a_data_line_is_restored_under_proof() {
    let zone = read("P<CANMARTIN<<SARAH<<<<<<<<<<<<<<<<<<<<<<<<<<\nZE000509<9CAN8501019F2301147<<<<<<<<<<<08").unwrap();
    assert!(zone.valid);
    assert_eq!(zone.lines[1], "ZE000509<9CAN8501019F2301147<<<<<<<<<<<<<<08");
}

#[test]
fn a_misread_digit_is_repaired_only_with_proof_and_marked() {
    let zone =
        read("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO74O8122F1204159ZE184226B<<<<<10").unwrap();
    assert!(zone.valid && zone.repaired);
    assert_eq!(zone.birth_date.unwrap().to_string(), "1974-08-12");
}

#[test]
fn a_wrong_digit_is_never_valid_unless_it_is_put_right() {
    for (text, ..) in SPECIMENS {
        let line = usize::from(text.lines().count() != 3);
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        let at = lines[line].find(|c: char| c.is_ascii_digit()).unwrap();
        let wrong = if lines[line].as_bytes()[at] == b'3' { "4" } else { "3" };
        lines[line].replace_range(at..=at, wrong);
        let zone = read(&lines.join("\n"));
        let honest = |z: &Mrz| if z.valid { z.repaired && z.lines.join("\n") == text } else { !z.failed.is_empty() };
        assert!(zone.as_ref().is_none_or(honest), "{text}: {zone:?}");
    }
}

#[test]
fn the_check_digit_of_empty_data_may_be_filler_or_nought() {
    let german = read(SPECIMENS[6].0).unwrap();
    let canadian = read(SPECIMENS[5].0).unwrap();
    assert!(german.valid && canadian.valid);
    assert_eq!(german.issuing_state, "D");
}

#[test]
fn the_second_letter_of_the_code_of_2026_is_read() {
    let zone = read(&SPECIMENS[0].0.replacen("P<", "PP", 1)).unwrap();
    assert!(zone.valid);
    assert_eq!(zone.document_code, "PP");
}

#[test]
fn a_lost_filler_of_the_german_code_is_restored() {
    let zone = read(&SPECIMENS[6].0.replacen("P<D<<M", "P<D<M", 1)).unwrap();
    assert_eq!((zone.issuing_state.as_str(), zone.surname.as_str()), ("D", "MUSTERMANN"));
}

#[test]
fn a_full_name_field_may_be_cut() {
    let line = "PPUTOPAPANDROPOULOUS<<JONATHON<WARREN<TREVOR\nL898902C36UTO7408122F1204159ZE184226B<<<<<10";
    assert!(read(line).unwrap().name_may_be_cut);
    assert!(!read(SPECIMENS[0].0).unwrap().name_may_be_cut);
}

#[test]
fn a_holder_with_one_name_has_no_given_names() {
    let zone =
        read("P<UTOARKFREITH<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10").unwrap();
    assert_eq!((zone.surname.as_str(), zone.given_names.as_str()), ("ARKFREITH", ""));
}

#[test]
fn the_old_french_card_is_read() {
    let first = format!("{:<<30}952042", "IDFRADUVALLON");
    let number = "050695203170";
    let born = "650101";
    let check = |t: &str| mrz::check_digit(t).unwrap();
    let start = format!("{number}{}{:<<14}{born}{}F", check(number), "JULIETTE<<ANNE", check(born));
    let second = format!("{start}{}", check(&format!("{first}{start}")));
    let zone = read(&format!("{first}\n{second}")).unwrap();
    assert!(zone.valid, "{:?}", zone.failed);
    assert_eq!((zone.surname.as_str(), zone.given_names.as_str()), ("DUVALLON", "JULIETTE ANNE"));
    assert_eq!(zone.birth_date.unwrap().to_string(), "1965-01-01");
    assert_eq!(zone.expiry_date, None);
}

#[test]
fn centuries_follow_the_rule() {
    assert_eq!(expiry_date((76, 1, 1)).unwrap().year(), 2076);
    assert_eq!(expiry_date((77, 1, 1)).unwrap().year(), 1977);
    assert_eq!(birth_date((20, 1, 1), expiry_date((30, 1, 1))).unwrap().year(), 2020);
    assert_eq!(birth_date((20, 1, 1), expiry_date((15, 1, 1))).unwrap().year(), 1920);
    assert_eq!(birth_date((27, 1, 1), None).unwrap().year(), 1927);
}

proptest::proptest! {
    #[test]
    fn no_text_panics(a in "[A-Z0-9<é]{0,50}", b in "[A-Z0-9<]{0,50}", c in "[A-Z0-9<]{0,50}") {
        let _ = parse(&[&a, &b], Region::default(), 1.0);
        let _ = parse(&[&a, &b, &c], Region::default(), 1.0);
    }
}

#[test]
fn a_name_line_that_lost_a_letter_is_no_claim() {
    let whole = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10";
    for at in 5..30 {
        let mut short = whole.to_owned();
        short.remove(at);
        let zone = read(&short).unwrap();
        assert!(zone.valid && zone.confidence < 0.8, "{short}: {}", zone.confidence);
    }
    assert!(read(whole).is_some_and(|z| z.confidence >= 0.8));
}
