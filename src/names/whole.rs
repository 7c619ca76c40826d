//! Rules that only the name as a whole can tell: contradictions between two places, fathers and sons, marriages.

use super::Relation::{self, FormatOnly, Mismatch, Review};
use super::align::Step;
use super::difference::Difference;
use super::found::Found;
use super::lexicon::fact;
use super::pair::Verdict;
use super::parse::{DocumentWords, Word};

/// Applies the rules to an arrangement.
pub fn judge(found: &mut Found, right: &DocumentWords) {
    let nothing_common = !found.steps().any(|step| shared_name(step, &found.record));
    if reversed_fathers(found, right.border.unwrap_or(0)) {
        found.given.push(Step {
            record: (0, found.record.len()),
            document: (0, found.document.len()),
            verdict: Verdict { cost: 0.5, relation: Mismatch, code: Difference::PatronymicConflict },
        });
    }
    married(found);
    if took_a_surname(found, right) {
        let all = (found.record.len(), found.document.len());
        found.surname.clear();
        found.other_border = false;
        let verdict = Verdict { cost: 0.4, relation: Review, code: Difference::MaidenMarried };
        found.given = vec![Step { record: (0, all.0), document: (0, all.1), verdict }];
        return;
    }
    other_borders(found);
    markers(found);
    if right.cut {
        doubt_the_cut(found);
        let conflict = found.steps().any(|step| step.verdict.relation == Mismatch);
        if conflict {
            retitle(found, Mismatch, Mismatch, Difference::MrzConflict);
        }
    }
    contradiction(found);
    name_the_second(found);
    if nothing_common {
        let all = (found.record.len(), found.document.len());
        found.given.clear();
        found.surname.clear();
        found.given.push(Step {
            record: (0, all.0),
            document: (0, all.1),
            verdict: Verdict { cost: 2.0, relation: Mismatch, code: Difference::DifferentPerson },
        });
    }
    if right.mrz && !right.cut {
        for step in found.given.iter_mut().chain(&mut found.surname) {
            if step.verdict.relation == Review
                && step.document.0 == step.document.1
                && step.verdict.code != Difference::Particle
            {
                step.verdict.code = Difference::MrzShortNotTruncated;
            }
        }
    }
}

fn retitle(found: &mut Found, from: Relation, to: Relation, code: Difference) {
    for step in found.given.iter_mut().chain(&mut found.surname) {
        if step.verdict.relation == from {
            step.verdict.relation = to;
            step.verdict.code = code;
        }
    }
}

/// Whether a step says that a word of both names is one name.
fn shared_name(step: &Step, record: &[Word]) -> bool {
    let word = record.get(step.record.0);
    step.record.0 < step.record.1
        && step.document.0 < step.document.1
        && step.verdict.relation != Mismatch
        && word.is_some_and(|w| !w.is(fact::PARTICLE))
}

/// A cut explains what is missing at the end of a block, and words cut short; not a gap before a word that is there,
/// nor a whole other name in the middle of the line. A man's name in place of a woman's may be its beginning only where
/// more of the name is missing behind it.
fn doubt_the_cut(found: &mut Found) {
    let document = &found.document;
    for steps in [&mut found.given, &mut found.surname] {
        let (mut shown_behind, mut gap_behind) = (false, false);
        for step in steps.iter_mut().rev() {
            let gap = step.document.0 == step.document.1;
            let name = document.get(step.document.0).is_some_and(|w| w.is(fact::NAME) && w.plain().len() > 3);
            let whole_name = !gap && name && step.document.1 < document.len();
            if step.verdict.relation == Review
                && step.verdict.code == Difference::GenderVariant
                && gap_behind
                && !shown_behind
            {
                (step.verdict.relation, step.verdict.code) = (FormatOnly, Difference::MrzTruncated);
            }
            if step.verdict.code == Difference::MrzTruncated && (gap && shown_behind || whole_name) {
                step.verdict.relation = Review;
                step.verdict.code = Difference::MrzShortNotTruncated;
            }
            shown_behind |= !gap;
            gap_behind |= gap;
        }
    }
}

/// Another second surname or middle name is called so.
fn name_the_second(found: &mut Found) {
    for (steps, from, to) in [
        (&mut found.given, Difference::GivenDiffers, Difference::MiddleConflict),
        (&mut found.surname, Difference::SurnameDiffers, Difference::SecondSurnameDiffers),
    ] {
        let mut before = false;
        for step in steps.iter_mut() {
            if before && step.verdict.code == from {
                step.verdict.code = to;
            }
            before |=
                step.verdict.relation <= Review && step.record.0 < step.record.1 && step.document.0 < step.document.1;
        }
    }
}

/// Missing words and added words in one block contradict each other: another name stands in the place.
fn contradiction(found: &mut Found) {
    let particles = |words: &[Word], (from, to): (usize, usize)| {
        words.get(from..to).unwrap_or(&[]).iter().all(|w| w.is(fact::PARTICLE) || w.is_initial())
    };
    let (record, document) = (&found.record, &found.document);
    for (steps, code) in
        [(&mut found.given, Difference::GivenDiffers), (&mut found.surname, Difference::SurnameDiffers)]
    {
        let missing = steps.iter().any(|s| s.document.0 == s.document.1 && !particles(record, s.record));
        let added = steps.iter().any(|s| s.record.0 == s.record.1 && !particles(document, s.document));
        if missing && added && !found.married {
            for step in steps.iter_mut() {
                let alone = step.document.0 == step.document.1 || step.record.0 == step.record.1;
                if alone && step.verdict.relation == Review && step.verdict.code != Difference::Particle {
                    step.verdict.relation = Mismatch;
                    step.verdict.code = code;
                }
            }
        }
    }
}

/// A surname that is marked as a husband's, beside one that was kept, is a marriage and no contradiction.
fn married(found: &mut Found) {
    let kept = found.surname.iter().any(|step| {
        step.record.0 < step.record.1
            && step.document.0 < step.document.1
            && step.verdict.relation <= FormatOnly
            && found.record.get(step.record.0).is_some_and(|w| !w.is(fact::PARTICLE))
    });
    let man = found.record.first().is_some_and(|w| w.is(fact::MALE) && !w.is(fact::FEMALE));
    let (record, document) = (&found.record, &found.document);
    let marked = found.married;
    for step in &mut found.surname {
        let de = |words: &[Word], at: usize| {
            at.checked_sub(1).and_then(|at| words.get(at)).is_some_and(|w| w.plain() == "DE")
        };
        let behind_de = de(document, step.document.0) != de(record, step.record.0);
        if step.verdict.relation == Mismatch && kept && (marked || behind_de && !man) {
            step.verdict.relation = Review;
            step.verdict.code = Difference::MaidenMarried;
        }
    }
}

/// In the Philippines, and in India, a wife has her own surname as her middle name: Juana Santos Cruz becomes Juana Cruz
/// Doe. The document tells its surname from its given names; names of men do not change so.
fn took_a_surname(found: &Found, right: &DocumentWords) -> bool {
    let ((from, to), _) = found.blocks;
    let (Some(border), false) = (right.border, found.plain) else { return false };
    let own = found.record.get(from..to).unwrap_or_default();
    let names = found.record.get(..from).unwrap_or_default();
    let (other, shown) = found.document.split_at(border.min(found.document.len()));
    let same = |a: &[Word], b: &[Word]| a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.plain() == b.plain());
    let moved = |names: &[Word], surname: &[Word], first: &[Word]| {
        let kept = names.len().saturating_sub(surname.len());
        kept > 0 && !surname.is_empty() && same(&names[kept..], surname) && {
            first.len() >= kept && same(&names[..kept], &first[..kept])
        }
    };
    let man = names.first().is_none_or(|w| w.is(fact::MALE) && !w.is(fact::FEMALE));
    !man && !same(own, other) && (moved(shown, own, names) || moved(names, other, shown))
}

/// Words of one block that are joined in one place and split in another, so that there are as many as before, are other
/// words.
fn other_borders(found: &mut Found) {
    let count = |step: &Step| (step.record.1 - step.record.0, step.document.1 - step.document.0);
    for steps in [&mut found.given, &mut found.surname] {
        let joined = steps.iter().any(|step| matches!(count(step), (2.., 1)));
        let split = steps.iter().any(|step| matches!(count(step), (1, 2..)));
        let (ours, theirs) = steps.iter().map(count).fold((0, 0), |sum, step| (sum.0 + step.0, sum.1 + step.1));
        if !joined || !split || ours != theirs {
            continue;
        }
        for step in steps.iter_mut().filter(|step| step.verdict.relation == FormatOnly) {
            if count(step).0 != count(step).1 {
                (step.verdict.relation, step.verdict.code) = (Review, Difference::OtherBorders);
            }
        }
    }
}

/// A marker of men that is missing and one of women that is added, wherever they stand.
fn markers(found: &mut Found) {
    let (record, document) = (&found.record, &found.document);
    let lone = |words: &[Word], own: (usize, usize), other: (usize, usize), marker: u32| {
        other.0 == other.1 && words.get(own.0).is_some_and(|w| w.is(marker))
    };
    let both = fact::MARKER_MALE | fact::MARKER_FEMALE;
    let missing = |step: &Step, marker: u32| lone(record, step.record, step.document, marker);
    let added = |step: &Step, marker: u32| lone(document, step.document, step.record, marker);
    let conflict = [(fact::MARKER_MALE, fact::MARKER_FEMALE), (fact::MARKER_FEMALE, fact::MARKER_MALE)]
        .into_iter()
        .any(|(ours, theirs)| found.steps().any(|s| missing(s, ours)) && found.steps().any(|s| added(s, theirs)));
    if !conflict {
        return;
    }
    for step in found.given.iter_mut().chain(&mut found.surname) {
        if lone(record, step.record, step.document, both) || lone(document, step.document, step.record, both) {
            (step.verdict.relation, step.verdict.code) = (Mismatch, Difference::MarkerConflict);
        }
    }
}

/// `Salman bin Abdulaziz` and `Abdulaziz bin Salman`: father and son. `border`: so many words of the document, its
/// surname block, stand before the given names only because the document prints them in a field of their own.
fn reversed_fathers(found: &Found, border: usize) -> bool {
    let parts = |words: Vec<&Word>| -> Option<(String, String)> {
        let at = words.iter().position(|w| w.is(fact::SON_OF))?;
        Some((words.get(at.checked_sub(1)?)?.plain().to_owned(), words.get(at + 1)?.plain().to_owned()))
    };
    let (surname, given) = found.document.split_at(border.min(found.document.len()));
    let spoken = given.iter().chain(surname).collect();
    let (Some(a), Some(b)) = (parts(found.record.iter().collect()), parts(spoken)) else { return false };
    a.0 == b.1 && a.1 == b.0 && a.0 != a.1
}
