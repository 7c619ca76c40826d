//! Invented pairs of each kind that the rules name, with the answer that a careful person would give.

use super::*;

/// A labeled pair.
struct Pair {
    record: &'static str,
    document: &'static str,
    relation: &'static str,
    kind: &'static str,
    /// Another answer that a careful person might give.
    also: &'static str,
}

fn pairs() -> Vec<Pair> {
    let rows = include_str!("pairs.tsv").lines().skip(1).map(|line| line.split('\t').collect::<Vec<_>>());
    rows.map(|row| {
        let [record, document, relation, kind, also] = <[&str; 5]>::try_from(row).unwrap();
        Pair { record, document, relation, kind, also }
    })
    .collect()
}

#[test]
fn no_contradiction_of_the_labeled_pairs_is_accepted() {
    for pair in pairs() {
        let said = judged(pair.record, pair.document);
        let accepted = said.relation <= Relation::FormatOnly;
        assert!(!accepted || pair.relation != "mismatch", "{} {}: {said:?}", pair.record, pair.document);
        said.reasons.iter().for_each(check_sentence);
    }
}

#[test]
fn the_labeled_pairs_are_judged_as_labeled() {
    let pairs = pairs();
    let wrong = |pair: &&Pair| judged(pair.record, pair.document).relation.word() != pair.relation;
    let wrong: Vec<&Pair> = pairs.iter().filter(wrong).collect();
    for pair in &wrong {
        let said = judged(pair.record, pair.document).relation.word();
        assert_eq!(said, pair.also, "{}: {} {}", pair.kind, pair.record, pair.document);
    }
    assert!(wrong.len() * 100 <= pairs.len() * 3, "{} of {}", wrong.len(), pairs.len());
}

/// Each code that is given to a reason, on the pair made for it.
#[test]
fn each_difference_is_named() {
    const FIR: &str = "80 Fir St Apt 4|Ely|NV|89301|US";
    for (code, record, document) in [
        ("box-differs", "PO Box 12|Ely|NV|89301|US", "PO Box 13 / Ely, NV 89301"),
        ("box-for-street", FIR, "PO Box 12 / Ely, NV 89301"),
        ("box-and-street", FIR, "PO Box 12 / 80 Fir St Apt 4 / Ely, NV 89301"),
        ("building-differs", "80 Fir St Bldg 2|Ely|NV|89301|US", "80 Fir St Bldg 3 / Ely, NV 89301"),
        ("care-of", FIR, "c/o Ana Ruiz / 80 Fir St Apt 4 / Ely, NV 89301"),
        ("city-differs", FIR, "80 Fir St Apt 4 / Elko, NV 89801"),
        ("city-misspelled", "80 Fir St|Tonopah|NV|89049|US", "80 Fir St / Tonapah, NV 89049"),
        ("country-differs", "9 King St|Kingston|ON|K7L 1A1|CA", "9 King St / Kingston / Jamaica"),
        ("direction-differs", "80 N Fir St|Ely|NV|89301|US", "80 S Fir St / Ely, NV 89301"),
        ("direction-missing", "80 N Fir St|Ely|NV|89301|US", "80 Fir St / Ely, NV 89301"),
        ("direction-moved", "80 N Fir St|Ely|NV|89301|US", "80 Fir St N / Ely, NV 89301"),
        ("extra-line", FIR, "Fir Court / 80 Fir St Apt 4 / Ely, NV 89301"),
        ("hyphen-missing", "80-12 Fir St|Ely|NV|89301|US", "8012 Fir St / Ely, NV 89301"),
        ("kilometer-differs", "Km 12 Carretera Sur|Managua|||NI", "Km 13 Carretera Sur / Managua"),
        ("last-line-missing", FIR, "80 Fir St Apt 4"),
        ("letter-in-number", FIR, "8O Fir St Apt 4 / Ely, NV 89301"),
        ("mailbox", "80 Fir St PMB 4|Ely|NV|89301|US", "80 Fir St # 4 / Ely, NV 89301"),
        ("masked", FIR, "** Fir St Apt 4 / Ely, NV 89301"),
        ("native-script", FIR, "東京都中央区銀座 4-5-6"),
        ("number-differs", FIR, "81 Fir St Apt 4 / Ely, NV 89301"),
        ("number-missing", FIR, "Fir St Apt 4 / Ely, NV 89301"),
        ("number-range", "80-82 Fir St|Ely|NV|89301|US", "82 Fir St / Ely, NV 89301"),
        ("number-suffix", "80 Fir St|Ely|NV|89301|US", "80A Fir St / Ely, NV 89301"),
        ("number-swapped", "81 Fir St|Ely|NV|89301|US", "18 Fir St / Ely, NV 89301"),
        ("number-zeros", "PO Box 12|Ely|NV|89301|US", "PO Box 0012 / Ely, NV 89301"),
        ("place-differs", "Sol 4, Col. Luz|Tepic|Nayarit|63000|MX", "Sol 4, Col. Roma / 63000 Tepic, Nay."),
        ("place-missing", "Sol 4, Col. Luz|Tepic|Nayarit|63000|MX", "Sol 4 / 63000 Tepic, Nay."),
        ("postal-code-differs", FIR, "80 Fir St Apt 4 / Ely, NV 89512"),
        ("postal-code-missing", FIR, "80 Fir St Apt 4 / Ely, NV"),
        ("postal-code-plus4", "80 Fir St|Ely|NV|89301-1111|US", "80 Fir St / Ely, NV 89301-2222"),
        ("postal-code-slip", FIR, "80 Fir St Apt 4 / Ely, NV 89310"),
        ("region-differs", FIR, "80 Fir St Apt 4 / Ely, MN 55731"),
        ("region-missing", FIR, "80 Fir St Apt 4 / Ely 89301"),
        ("road-kind", "8 State Road 46|Ely|NV|89301|US", "8 State Route 46 / Ely, NV 89301"),
        ("route-differs", "RR 1 Box 3|Ely|NV|89301|US", "RR 2 Box 3 / Ely, NV 89301"),
        ("route-for-street", "RR 1 Box 3|Ely|NV|89301|US", "80 Fir St / Ely, NV 89301"),
        ("route-line", "PSC 2 Box 9|APO|AE|09012|US", "PSC 2 Box 9 Unit 77 Box 9 / APO AE 09012"),
        ("street-alias", "8 Army St|Ely|NV|89301|US", "8 Cesar Chavez St / Ely, NV 89301"),
        ("street-cut", "8 Washington Ave|Ely|NV|89301|US", "8 Washingt / Ely, NV 89301"),
        ("street-differs", FIR, "80 Ash St Apt 4 / Ely, NV 89301"),
        ("street-misspelled", "8 Mississippi Rd|Ely|NV|89301|US", "8 Missisippi Rd / Ely, NV 89301"),
        ("street-type-differs", FIR, "80 Fir Ct Apt 4 / Ely, NV 89301"),
        ("street-type-missing", FIR, "80 Fir Apt 4 / Ely, NV 89301"),
        ("street-words", "8 Rua João da Silva|Olinda|PE|53010-000|BR", "8 Rua João Silva / Olinda - PE / 53010-000"),
        ("unit-differs", FIR, "80 Fir St Apt 5 / Ely, NV 89301"),
        ("unit-level", FIR, "80 Fir St Bldg 4 / Ely, NV 89301"),
        ("unit-missing", FIR, "80 Fir St / Ely, NV 89301"),
        ("unit-zeros", FIR, "80 Fir St Apt 04 / Ely, NV 89301"),
        ("unit-word", FIR, "80 Fir St # 4 / Ely, NV 89301"),
        ("abbreviation", FIR, "80 Fir Street Apt 4 / Ely, NV 89301"),
        ("caption", FIR, "Mailing address: 80 Fir St Apt 4 / Ely, NV 89301"),
        ("country-named", FIR, "80 Fir St Apt 4 / Ely, NV 89301 / USA"),
        ("misread", FIR, "80 F1R ST Apt 4 / Ely, NV 89301"),
        ("number-form", "94-118 Fir St|Ely|NV|89301|US", "94 118 Fir St / Ely, NV 89301"),
    ] {
        let said = judged(record, document);
        assert!(said.reasons.iter().any(|reason| reason.code.code() == code), "{code}: {said:?}");
        said.reasons.iter().for_each(check_sentence);
    }
}
