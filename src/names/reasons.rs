//! From the chosen arrangement to the answer: differences that only the whole name can judge, and the reasons.

use super::Relation::{self, FormatOnly, Mismatch, Review};
use super::difference::Difference;
use super::extras::Extras;
pub use super::found::Found;
use super::lexicon::{Suffix, fact};
use super::parse::{self, DocumentWords, Word};
use super::{Comparison, DocumentName, NameReason, RecordName, control, whole};

/// The text of a document's name.
pub fn text_of(document: &DocumentName) -> String {
    match document {
        DocumentName::Line(line) => parse::tidy(line),
        DocumentName::Split { surname, given_names, .. } => parse::tidy(&format!("{given_names} {surname}")),
    }
}

/// An answer with one reason on the names as wholes.
pub fn single(record: &RecordName, document: &DocumentName, relation: Relation, code: Difference) -> Comparison {
    let reason = NameReason { code, record: parse::tidy(&record.full()), document: text_of(document), relation };
    let score = match relation {
        Relation::Exact | FormatOnly => 0.95,
        Review => 0.5,
        Mismatch => 0.0,
    };
    Comparison { relation, score, reasons: vec![reason] }
}

/// Accepted for one reason.
pub fn accepted(record: &RecordName, document: &DocumentName, code: Difference) -> Comparison {
    single(record, document, FormatOnly, code)
}

/// The answer for an arrangement.
pub fn comparison(
    record: &RecordName,
    document: &DocumentName,
    left: &Extras,
    right: &DocumentWords,
    found: &mut Found,
) -> Comparison {
    if found.code.is_none() {
        whole::judge(found, right);
    }
    let mut reasons: Vec<NameReason> = found
        .steps()
        .filter(|step| step.verdict.code != Difference::Nothing)
        .map(|step| NameReason {
            code: step.verdict.code,
            record: Found::shown(&found.record, step.record),
            document: Found::shown(&found.document, step.document),
            relation: step.verdict.relation,
        })
        .collect();
    if found.other_border {
        reasons.push(on_all(record, document, Review, Difference::FieldSplit));
    }
    if found.in_one_box(right) {
        reasons.push(on_all(record, document, Review, Difference::OneBox));
    }
    if let Some(code) = found.code.filter(|code| *code != Difference::Nothing) {
        reasons.push(on_all(record, document, FormatOnly, code));
    }
    if let Some(order) = order(found, right) {
        reasons.push(on_all(record, document, order, Difference::Order));
    }
    extras(left, &right.extras, &found.record, &mut reasons);
    surface(record, document, right, &mut reasons);
    if reasons.iter().any(|reason| reason.relation > FormatOnly) {
        reasons.extend(controls(found));
    }
    reasons.sort_by_key(|reason| std::cmp::Reverse(reason.relation));
    reasons.dedup();
    let relation = reasons.first().map_or(FormatOnly, |reason| reason.relation);
    let closeness = 1.0 / (1.0 + found.cost.max(0.0));
    let score = match relation {
        Relation::Exact => 1.0,
        FormatOnly => 0.9 + 0.09 * closeness,
        Review => 0.45 + 0.45 * closeness,
        Mismatch => 0.45 * closeness,
    };
    Comparison { relation, score, reasons }
}

/// A hint: the letters under which the IRS files both names. It never makes a name better or worse.
fn controls(found: &Found) -> Option<NameReason> {
    let control =
        |words: &[Word], (from, to): (usize, usize)| control::control_of(words.get(from..to).unwrap_or_default());
    let record = control(&found.record, found.blocks.0);
    let document = control(&found.document, found.blocks.1);
    let code = if record == document { Difference::ControlSame } else { Difference::ControlDiffers };
    // where the record itself does not say what the surname is, a guess is no hint
    let known = !found.plain && !record.is_empty() && !document.is_empty();
    known.then_some(NameReason { code, record, document, relation: FormatOnly })
}

fn on_all(record: &RecordName, document: &DocumentName, relation: Relation, code: Difference) -> NameReason {
    NameReason { code, record: parse::tidy(&record.full()), document: text_of(document), relation }
}

/// The order of the blocks, if it differs.
fn order(found: &Found, right: &DocumentWords) -> Option<Relation> {
    if found.middle_first {
        return Some(FormatOnly);
    }
    let differs = found.surname_first != found.record_surname_first;
    let both = !found.given.is_empty() && !found.surname.is_empty();
    if !differs || !both || right.border.is_some() && !found.other_border && !found.plain {
        return None;
    }
    // a plain record of given names only: which one is the surname cannot be seen
    let only_given = |w: &Word| w.is(fact::MALE | fact::FEMALE) && !w.is(fact::SURNAME);
    let unclear = found.plain && right.border.is_none() && found.record.iter().all(only_given);
    Some(if unclear { Review } else { FormatOnly })
}

fn extras(left: &Extras, right: &Extras, record: &[Word], reasons: &mut Vec<NameReason>) {
    let mut push = |code, record: &str, document: &str, relation| {
        reasons.push(NameReason { code, record: record.to_owned(), document: document.to_owned(), relation });
    };
    match (left.suffixes.first(), right.suffixes.first()) {
        (None, None) => {}
        (Some((_, shown)), None) => push(Difference::Suffix, shown, "", Review),
        (None, Some((_, shown))) => push(Difference::Suffix, "", shown, Review),
        (Some((a, x)), Some((b, y))) => {
            if a != b {
                push(Difference::SuffixConflict, x, y, Mismatch);
            } else if parse::tidy(x).to_uppercase() != parse::tidy(y).to_uppercase() {
                let portuguese = record.iter().any(|w| w.is(fact::PORTUGUESE));
                let long = |s: &str| s.chars().count() > 3;
                let other_word = matches!(a, Suffix::Son | Suffix::Grandson);
                let legal = *a == Suffix::Junior && long(x) != long(y) && (portuguese || x.contains(['ú', 'Ú']));
                let relation = if legal || other_word { Review } else { FormatOnly };
                push(if legal { Difference::Abbreviation } else { Difference::Suffix }, x, y, relation);
            }
        }
    }
    if left.titles != right.titles {
        push(Difference::Title, &left.titles.join(" "), &right.titles.join(" "), FormatOnly);
    }
    if left.placeholders != right.placeholders {
        push(Difference::Placeholder, &left.placeholders.join(" "), &right.placeholders.join(" "), FormatOnly);
    }
    if right.marriage_mark != left.marriage_mark {
        push(Difference::MaidenMarried, "", "", Review);
    }
}

/// Differences of writing that every reader sees at once.
fn surface(record: &RecordName, document: &DocumentName, right: &DocumentWords, reasons: &mut Vec<NameReason>) {
    if reasons.iter().any(|reason| reason.relation == Mismatch) {
        return;
    }
    let (a, b) = (parse::tidy(&record.full()), text_of(document));
    let mut note =
        |code| reasons.push(NameReason { code, record: a.clone(), document: b.clone(), relation: FormatOnly });
    if right.mrz {
        note(Difference::Mrz);
        return;
    }
    let count = |text: &str, test: fn(char) -> bool| text.chars().filter(|c| test(*c)).count();
    let lower = |text: &str| text.chars().any(char::is_lowercase);
    if lower(&a) != lower(&b) {
        note(Difference::Case);
    }
    let marks: fn(char) -> bool = |c| c.is_alphabetic() && !c.is_ascii();
    if count(&a, marks) != count(&b, marks) {
        note(Difference::Diacritics);
    }
    if count(&a, parse::is_hyphen) != count(&b, parse::is_hyphen) {
        note(Difference::Hyphen);
    }
    if count(&a, parse::is_apostrophe) != count(&b, parse::is_apostrophe) {
        note(Difference::Apostrophe);
    }
    let dots: fn(char) -> bool = |c| matches!(c, '.' | ',' | ';' | '/' | '(' | ')');
    if count(&a, dots) != count(&b, dots) {
        note(Difference::Punctuation);
    }
    if reasons.is_empty() {
        reasons.push(NameReason { code: Difference::Case, record: a, document: b, relation: FormatOnly });
    }
}
