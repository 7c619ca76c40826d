//! Good rows are answered; bad rows are reported by their line number.

use super::*;

/// The outcome, the lines written, and the complaints.
fn answer(input: &[u8]) -> (anyhow::Result<Outcome>, Vec<String>, Vec<String>) {
    let lexicon = NameLexicon::load(&Assets::at(concat!(env!("CARGO_MANIFEST_DIR"), "/assets"))).unwrap();
    let (mut out, mut complaints) = (Vec::new(), Vec::new());
    let each = |record: &str, document: &str| Ok(super::answer(&lexicon, record, document));
    let outcome = pairs::answer_rows(input, &mut out, "table", &COLUMNS, each, |why| complaints.push(why.to_owned()));
    let lines = String::from_utf8(out).unwrap().lines().map(str::to_owned).collect();
    (outcome, lines, complaints)
}

const HEAD: &[u8] = b"id\trecord_name\tdocument_name\n";

fn rows(rows: &[u8]) -> (anyhow::Result<Outcome>, Vec<String>, Vec<String>) {
    answer(&[HEAD, rows].concat())
}

#[test]
fn every_good_row_is_answered_and_bad_ones_are_named_by_their_line() {
    let (outcome, lines, complaints) = rows(
        b"1\tAna||Ruiz\tAna Ruiz\n2\tonly\n3\t\tAna\n4\tEva Sol\tEva Sol\n5\t||\tAna\n6\tA\tB\tC\n\n7\tIda Roe\t \n",
    );
    assert_eq!(outcome.unwrap(), Outcome::Unreadable);
    let ids: Vec<&str> = lines.iter().skip(1).filter_map(|l| l.split('\t').next()).collect();
    assert_eq!(ids, ["1", "4"]);
    assert!(lines.iter().all(|l| l.split('\t').count() == 6), "{lines:?}");
    for (complaint, (line, word)) in complaints.iter().zip([
        (3, "2 columns"),
        (4, "record_name is empty"),
        (6, "record_name is empty"),
        (7, "4 columns"),
        (9, "document_name is empty"),
    ]) {
        assert!(complaint.starts_with(&format!("table, line {line}: ")) && complaint.contains(word), "{complaint}");
    }
    assert_eq!(complaints.len(), 5);
}

#[test]
fn only_good_rows_end_well() {
    let (outcome, lines, complaints) = rows("1\tJosé||Núñez\tJOSE NUNEZ\r\n2\tAna||Ruiz\tEva Sol".as_bytes());
    assert_eq!((outcome.unwrap(), complaints.len()), (Outcome::Ready, 0));
    assert!(lines[1].contains("\tformat-only\t") && lines[2].contains("\tmismatch\t"), "{lines:?}");
}

#[test]
fn reasons_name_the_words_that_differ() {
    let (_, lines, _) = rows("1\tJosé||Núñez Ortega\tPEPE NUNEZ\n".as_bytes());
    let reasons = lines[1].split('\t').next_back().unwrap();
    assert!(reasons.contains("nickname (José / PEPE)"), "{reasons}");
    assert!(reasons.contains("second-surname-missing (Ortega / -)"), "{reasons}");
    assert!(reasons.ends_with("; case") || reasons.contains("; case;"), "{reasons}");
}

#[test]
fn missing_columns_and_empty_files_are_one_clear_message() {
    let error = answer(b"a\tb\n1\t2\n").0.unwrap_err().to_string();
    assert!(error.contains("line 1") && error.contains("record_name") && error.contains("found: a, b"), "{error}");
    let error = answer(b"").0.unwrap_err().to_string();
    assert!(error.contains("empty") && error.contains("document_name"), "{error}");
}

#[test]
fn bytes_that_are_no_text_spoil_only_their_row() {
    let (outcome, lines, complaints) = rows(b"1\t\xff\xfe\tAna\n2\tAna\tAna\n3\tJos\xe9\tJos\xe9\n");
    assert_eq!(outcome.unwrap(), Outcome::Unreadable);
    assert_eq!((lines.len(), complaints.len()), (2, 2));
    assert!(complaints[1].contains("line 4") && complaints[1].contains("UTF-8"), "{complaints:?}");
}

#[test]
fn a_table_of_another_encoding_says_what_to_do() {
    let utf16: Vec<u8> = "\u{feff}id\trecord_name\tdocument_name\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let error = answer(&utf16).0.unwrap_err().to_string();
    assert!(error.contains("line 1") && error.contains("UTF-8"), "{error}");
}

#[test]
fn the_mark_before_the_first_line_is_no_part_of_a_column() {
    let (outcome, lines, _) = answer("\u{feff}record_name\tdocument_name\nAna Ruiz\tAna Ruiz\n".as_bytes());
    assert_eq!(outcome.unwrap(), Outcome::Ready);
    assert!(lines[1].starts_with("Ana Ruiz\tAna Ruiz\texact\t1.000"), "{lines:?}");
}

#[test]
fn a_line_without_an_end_is_named_and_the_next_one_answered() {
    let long = vec![b'A'; 300_000];
    let (outcome, lines, complaints) = rows(&[b"1\t", &long[..], b"\tB\n2\tAna\tAna\n"].concat());
    assert_eq!(outcome.unwrap(), Outcome::Unreadable);
    assert_eq!((lines.len(), complaints.len()), (2, 1));
    assert!(complaints[0].contains("line 2") && complaints[0].contains("longer"), "{complaints:?}");
}

#[test]
fn any_bytes_get_an_answer_without_a_panic() {
    const BYTES: &[u8] = b"\t\n|<,A\xc3\xb1\xff 9'-";
    let mut state = 1_u32;
    for _ in 0..200 {
        let noise: Vec<u8> = (0..80)
            .map(|_| {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                BYTES[(state >> 24) as usize % BYTES.len()]
            })
            .collect();
        rows(&noise).0.unwrap();
    }
}
