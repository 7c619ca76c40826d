//! Good rows are answered; bad rows are reported by their line number.

use super::*;

const HEAD: &[u8] = b"id\trecord_address\tdocument_address\n";

/// The outcome, the lines written, and the complaints.
fn rows(rows: &[u8]) -> (anyhow::Result<Outcome>, Vec<String>, Vec<String>) {
    let lexicon = AddressLexicon::load(&Assets::at(concat!(env!("CARGO_MANIFEST_DIR"), "/assets"))).unwrap();
    let (mut out, mut complaints) = (Vec::new(), Vec::new());
    let each = |record: &str, document: &str| answer(&lexicon, record, document);
    let input = [HEAD, rows].concat();
    let outcome =
        pairs::answer_rows(&input[..], &mut out, "table", &COLUMNS, each, |why| complaints.push(why.to_owned()));
    (outcome, String::from_utf8(out).unwrap().lines().map(str::to_owned).collect(), complaints)
}

#[test]
fn rows_come_back_with_the_relation_and_what_differs() {
    let (outcome, lines, complaints) = rows(
        "1\t8 Fir St Apt 2|Reno|NV|89501|US\t8 Fir St Apt 2 / Reno, NV 89501\r\n\
         2\t8 Fir St Apt 2|Reno|NV|89501|US\t8 FIR ST # 2 / RENO NV 89501\n\
         3\t8 Fir St Apt 2|Reno|NV|89501|US\t8 Fir St / Reno, NV 89501\n\
         4\t8 Fir St Apt 2|Reno|NV|89501|US\t9 Fir St Apt 2 / Reno, NV 89501\n"
            .as_bytes(),
    );
    assert_eq!((outcome.unwrap(), complaints.len()), (Outcome::Ready, 0));
    assert!(lines[0].ends_with("\trelation\treasons"), "{lines:?}");
    for (line, ending) in lines[1..].iter().zip([
        "\texact\t",
        "\tformat-only\tunit-word (Apt 2 / # 2); case",
        "\treview\tunit-missing (Apt 2 / -)",
        "\tmismatch\tnumber-differs (8 / 9)",
    ]) {
        assert!(line.ends_with(ending), "{line}");
    }
}

#[test]
fn bad_rows_are_named_and_the_others_answered() {
    let long = vec![b'A'; 300_000];
    let (outcome, lines, complaints) = rows(
        &[
            &b"1\t8 Fir St|Reno|NV\t8 Fir St\n2\tonly\n3\t||||\t8 Fir St\n4\t8 Fir St|||||\tA\n5\t\xff|a|b|c|d\tA\n6\t"
                [..],
            &long,
            b"\tB\n7\t8 Fir St|Reno|NV|89501|US\t\0\0\n8\t8 Fir St|Reno|NV|89501|US\t8 Fir St, Reno, NV 89501\n",
        ]
        .concat(),
    );
    assert_eq!(outcome.unwrap(), Outcome::Unreadable);
    let ids: Vec<&str> = lines.iter().skip(1).filter_map(|line| line.split('\t').next()).collect();
    assert_eq!(ids, ["7", "8"]);
    assert!(lines[1].contains("\treview\tnothing-to-compare") && lines[2].contains("\texact\t"), "{lines:?}");
    for (complaint, (line, word)) in complaints.iter().zip([
        (2, "3 parts"),
        (3, "2 columns"),
        (4, "record_address is empty"),
        (5, "6 parts"),
        (6, "UTF-8"),
        (7, "longer"),
    ]) {
        assert!(complaint.starts_with(&format!("table, line {line}: ")) && complaint.contains(word), "{complaint}");
    }
    assert_eq!(complaints.len(), 6);
}
