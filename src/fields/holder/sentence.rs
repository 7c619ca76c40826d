//! Names that running text tells: the tenant of a lease, whom a certificate certifies.

use super::candidate::{Page, Printed, clean};
use crate::fields::line::{Line, is_name_like};

/// What stands in brackets behind a name, and makes it the holder's.
const ROLES: [&str; 9] =
    ["TENANT", "TENANTS", "LESSEE", "RENTER", "RESIDENT", "ARRENDATARIO", "INQUILINO", "LOCATARIO", "LOCATAIRE"];
/// What goes before a name in the sentence of a certificate.
const CERTIFIED: [&str; 6] =
    ["CERTIFY THAT ", "CERTIFIES THAT ", "CERTIFICA QUE ", "CERTIFICO QUE ", "HACE CONSTAR QUE ", "CERTIFIE QUE "];
/// What ends the line over a name that stands alone in the next one, as on certificates of births and marriages.
const OVER: [&str; 14] = [
    "CERTIFY THAT",
    "CERTIFIES THAT",
    "CERTIFICA QUE",
    "CERTIFICO QUE",
    "HACE CONSTAR QUE",
    "CERTIFIE QUE",
    "NACIMIENTO DE",
    "NASCIMENTO DE",
    "NAISSANCE DE",
    "BIRTH OF",
    "MATRIMONIO DE",
    "CASAMENTO DE",
    "MARIAGE DE",
    "MARRIAGE OF",
];
/// How far below it that line begins, in heights of the upper one.
const NEXT_LINE: f32 = 3.0;
/// What goes on behind a name in it.
const ENDS: [&str; 8] = [",", " was ", " is ", " has ", " nació ", " nacio ", " est ", " con "];
/// What goes before a name among the parties of a contract.
const JOINS: [&str; 7] = [" and ", " AND ", " y ", " Y ", ",", "between ", "entre "];
/// Confidence of a name in a sentence, which may be somebody else's: no claim.
const IN_TEXT: f32 = 0.65;

/// The name of a tenant, or of the person whom a certificate is about.
pub(in crate::fields) fn find(page: &Page) -> Option<Printed> {
    let by = |of: fn(&Line<'_>) -> Option<String>| page.lines.iter().find_map(|line| printed(page, line, &of(line)?));
    by(party).or_else(|| by(certified)).or_else(|| page.lines.iter().find_map(|line| below(page, line)))
}

/// A name alone in the line under one that ends in `this certifies that`.
fn below(page: &Page, over: &Line<'_>) -> Option<Printed> {
    let text = over.reading.text.trim_end_matches([' ', ':', ',', '.']).to_uppercase();
    if !OVER.iter().any(|end| text.ends_with(end)) {
        return None;
    }
    let (first, most) = (over.region(), NEXT_LINE * over.region().height);
    let under = page.lines.iter().filter(|line| {
        let r = line.region();
        let down = r.top - first.bottom();
        down > -0.3 * first.height && down < most && r.left < first.right() && r.right() > first.left
    });
    let next = under.min_by(|a, b| a.region().top.total_cmp(&b.region().top))?;
    if next.spans.is_empty() { printed(page, next, &next.reading.text) } else { None }
}

fn printed(page: &Page, line: &Line, name: &str) -> Option<Printed> {
    let full = clean(name.trim_matches(|c: char| c.is_whitespace() || "\"'“”".contains(c)));
    let whole = full.split_whitespace().count() >= 2 && is_name_like(&full, page.lexicon);
    whole.then(|| Printed {
        full,
        surname: String::new(),
        given: String::new(),
        confidence: IN_TEXT * line.reading.confidence,
        region: Some(line.region()),
    })
}

/// What stands before a bracket that names the tenant: `… and Ana Ruiz ("Tenant")`.
fn party(line: &Line<'_>) -> Option<String> {
    let text = line.reading.text.as_str();
    let is_role = |inside: &str| {
        let upper = inside.to_uppercase();
        upper.split(|c: char| !c.is_alphabetic()).any(|word| ROLES.contains(&word))
    };
    let brackets = text.match_indices('(').map(|(at, _)| at);
    let at = brackets.rev().find(|&at| is_role(text[at..].split(')').next().unwrap_or_default()))?;
    let before = &text[..at];
    let begins = JOINS.iter().filter_map(|join| before.trim_end().rfind(join).map(|i| i + join.len())).max();
    Some(before[begins.unwrap_or(0)..].trim().to_owned())
}

/// What stands behind `certify that`, up to what is certified.
fn certified(line: &Line<'_>) -> Option<String> {
    let text = line.reading.text.as_str();
    let upper = text.to_uppercase();
    if upper.len() != text.len() {
        return None; // the places in the two would differ
    }
    let begins = CERTIFIED.iter().find_map(|words| upper.find(words).map(|at| at + words.len()))?;
    let rest = text.get(begins..)?;
    let ends = ENDS.iter().filter_map(|end| rest.find(end)).min().unwrap_or(rest.len());
    Some(rest[..ends].trim().to_owned())
}
