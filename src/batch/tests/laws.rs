//! What holds for every list.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::batch::folders::{How, assign};
use crate::report::{Understood, roster_json, roster_text};
use crate::words::{Language, Words};

/// Cells as they occur, and some that should not.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => prop::sample::select(vec![
            "", "Ana", "Gil Soto", "Gil, Ana & Bo", "900-70-0101", "900700102", "9.00781E+08", "666-12-3456", "0501", "XXX-XX-0103",
            "1990-04-12", "03/04/1985", "31/12/1985", "22125", "1985", "####", "#N/A", "=A1", "us", "maybe", "TOTAL", "Page 1 of 1",
            "12 Elm St", "1042", "-", "O'Farrill", "日本", "Ñ", "0/0/00",
        ])
        .prop_map(str::to_owned),
        1 => "[a-zA-Z0-9 ./:#=+@-]{0,14}",
    ]
}

fn list() -> impl Strategy<Value = Vec<Vec<String>>> {
    prop::collection::vec(prop::collection::vec(cell(), 1..9), 0..12)
}

const HEADER: &str = "Client ID;First;Last;ITIN;DOB;Address;Path;Call date";

fn written(rows: &[Vec<String>]) -> String {
    let lines = rows.iter().map(|row| row.join(";"));
    std::iter::once(HEADER.to_owned()).chain(lines).collect::<Vec<_>>().join("\n")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..600), head in prop::sample::select(vec!["", "Name,ITIN,DOB\n", "PK\u{3}\u{4}", "sep=;\n", "\"", "\u{feff}Name;\"ITIN\n"])) {
        let bytes = [head.as_bytes(), &bytes].concat();
        let _ = read(&bytes, lexicon(), today());
    }

    #[test]
    fn every_row_is_a_client_or_is_named(rows in list()) {
        let roster = roster(written(&rows));
        let told: BTreeSet<u32> = roster.clients.iter().map(|c| c.row).chain(roster.remarks.iter().map(|r| r.row)).collect();
        let filled = rows.iter().zip(2_u32..).filter(|(row, _)| row.iter().any(|cell| !cell.trim().is_empty()));
        for (row, line) in filled {
            prop_assert!(told.contains(&line), "{row:?}");
        }
        prop_assert!(told.iter().all(|line| (2..rows.len() as u32 + 2).contains(line)));
    }

    #[test]
    fn a_number_is_read_with_all_its_digits_or_not_at_all(digits in "9[0-9]{0,11}", exponent in any::<bool>()) {
        let text = if exponent { format!("{}.{}E+08", &digits[..1], &digits[1..]) } else { digits.clone() };
        let roster = roster(format!("Name;ITIN\nAna Gil;{text}\n"));
        match &roster.clients[0].itin {
            Some(ClientNumber::Whole(number)) => prop_assert_eq!(number.replace('-', ""), digits),
            Some(ClientNumber::LastFour(four)) => prop_assert_eq!(four, &digits),
            None => prop_assert!(said(&roster).contains(&(2, "bad-itin"))),
        }
        prop_assert!(!exponent || roster.clients[0].itin.is_none());
    }

    #[test]
    fn no_whole_number_is_printed_unless_asked_for(rows in list(), folder in cell()) {
        let roster = roster(written(&rows));
        let folders = assign(&roster.clients, &[format!("{}/a.jpg", folder.replace('/', "_"))], lexicon());
        let understood = Understood { roster: &roster, folders: &folders };
        for language in Language::ALL {
            let words = Words::load(&Assets::find(), language).unwrap();
            for text in [roster_json(understood, &words), roster_text(understood, &words)] {
                for number in ["900-70-0101", "900700102", "900-70-0102", "666-12-3456"] {
                    prop_assert!(!text.contains(number), "{text}");
                }
                prop_assert!(!text.contains("roster-"), "a sentence is missing: {text}");
            }
        }
    }

    #[test]
    fn a_folder_is_never_that_of_two_rows(rows in list(), names in prop::collection::vec((cell(), cell()), 0..8)) {
        let roster = roster(written(&rows));
        let path = |(a, b): &(String, String)| format!("{} {}/a.jpg", a.replace('/', "_"), b.replace('/', "_"));
        let paths: Vec<String> = names.iter().map(path).collect();
        let folders = assign(&roster.clients, &paths, lexicon());
        for found in &folders.matches {
            let same: BTreeSet<u32> = folders.matches.iter().filter(|m| m.folder == found.folder).map(|m| roster.clients[m.client].row).collect();
            prop_assert_eq!(same.len(), 1);
            let shared = folders.matches.iter().filter(|m| m.folder == found.folder).count() > 1;
            prop_assert!(!shared || found.how == How::Shared);
        }
        let listed = folders.matches.len() + folders.unclear.len() + folders.unmatched.len();
        let given: BTreeSet<&String> = paths.iter().collect();
        prop_assert!(listed >= given.iter().filter(|p| !p.trim_start().starts_with(['.', '~'])).map(|p| p.split('/').next()).collect::<BTreeSet<_>>().len());
    }
}
