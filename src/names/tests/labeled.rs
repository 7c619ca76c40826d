//! Pairs labeled by the rules: those written beside the code, and those written by somebody who never saw it.

use std::collections::BTreeMap;

use super::*;

/// Written without knowledge of the code; `split` says by a hash of the id which half the code was developed with, and
/// which half was judged once, when the work was done.
const BLIND: &str = include_str!("blind.tsv");

/// What the judgments of some pairs come to.
#[derive(Debug, Default)]
struct Tally {
    all: usize,
    right: usize,
    /// Right, or the other label that a careful person could give.
    defensible: usize,
    contradictions_accepted: Vec<String>,
    acceptable: usize,
    acceptable_refused: usize,
    kinds: BTreeMap<&'static str, (usize, usize)>,
}

fn relation(word: &str) -> Option<Relation> {
    Some(match word {
        "exact" => Relation::Exact,
        "format-only" => Relation::FormatOnly,
        "review" => Relation::Review,
        "mismatch" => Relation::Mismatch,
        _ => return None,
    })
}

fn tally(half: &str) -> Tally {
    let mut tally = Tally::default();
    for line in BLIND.lines().skip(1) {
        let cells: Vec<&str> = line.split('\t').collect();
        if cells[8] != half {
            continue;
        }
        let wanted = relation(cells[3]).expect("a known label");
        let said = judged(cells[1], cells[2]).relation;
        tally.all += 1;
        tally.right += usize::from(said == wanted);
        let defensible = usize::from(said == wanted || relation(cells[6]) == Some(said));
        tally.defensible += defensible;
        let kind = tally.kinds.entry(cells[4]).or_default();
        kind.0 += defensible;
        kind.1 += 1;
        if wanted == Relation::Mismatch && said <= Relation::FormatOnly {
            tally.contradictions_accepted.push(line.to_owned());
        }
        tally.acceptable += usize::from(wanted <= Relation::FormatOnly);
        tally.acceptable_refused += usize::from(wanted <= Relation::FormatOnly && said == Relation::Mismatch);
    }
    tally
}

#[test]
fn names_written_without_the_code_are_judged_by_the_rules() {
    for (half, right, defensible) in [("dev", 97, 98), ("held", 97, 98)] {
        let tally = tally(half);
        assert!(tally.all > 400, "{half}");
        assert!(tally.contradictions_accepted.is_empty(), "{half}: {tally:#?}");
        assert!(tally.right * 100 >= tally.all * right, "{half}: {tally:#?}");
        assert!(tally.defensible * 100 >= tally.all * defensible, "{half}: {tally:#?}");
        assert!(tally.acceptable_refused * 100 <= tally.acceptable, "{half}: {tally:#?}");
        for (kind, (right, all)) in tally.kinds {
            assert!(all < 8 || right * 10 >= all * 8, "{half}: {kind}: {right} of {all}");
        }
    }
}

#[test]
fn names_written_beside_the_code_are_judged_by_the_rules() {
    let pairs = pairs();
    let mut kinds: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let mut wrong = Vec::new();
    for pair in &pairs {
        let said = judged(pair.record, pair.document);
        let tally = kinds.entry(pair.kind).or_default();
        tally.1 += 1;
        if said.relation == pair.relation {
            tally.0 += 1;
        } else {
            wrong.push(format!("{} / {}: {:?}", pair.record, pair.document, said.relation));
        }
    }
    let right = pairs.len() - wrong.len();
    assert!(right * 100 >= pairs.len() * 95, "{right} of {}: {wrong:#?}", pairs.len());
    for (kind, (right, all)) in kinds {
        assert!(all < 8 || right * 10 >= all * 8, "{kind}: {right} of {all}: {wrong:#?}");
    }
}

#[test]
fn another_name_is_never_accepted() {
    for pair in pairs().iter().filter(|pair| pair.relation == Relation::Mismatch) {
        let said = judged(pair.record, pair.document);
        assert!(said.relation > Relation::FormatOnly, "{} / {}: {said:?}", pair.record, pair.document);
    }
}
