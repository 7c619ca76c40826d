//! The message to the client, ready to send: what to photograph again and how, what to add, what to bring.
//!
//! It is sent by mail or by a messenger, so it holds no ITIN, no number of a document, no date of birth and no folder,
//! not even where a person asked for whole numbers in the report. It therefore never quotes what was read: it says the
//! titles of the problems and what to do about them.

use super::Options;
use super::answer::{bring, file_names, kind_word};
use super::applicant::Applicant;
use super::hidden::{Numbers, without_marks};
use crate::checks::{Action, Cause, SetReport, SetVerdict, Todo};
use crate::kinds::DocumentKind;
use crate::words::{Arg, Message, Words};

/// Most pieces of advice for one thing to do: a phone shows no more at once.
const MOST_ADVICE: usize = 2;

/// The message to the client about everything that the client has to do.
pub fn message(applicant: Applicant, options: Options) -> String {
    let words = options.words;
    let report = &applicant.judged.report.set;
    let asked: Vec<&Todo> = report.todo.iter().filter(|todo| is_for_client(todo)).collect();
    let mut parts = vec![hello(applicant, words), opening(report, asked.len(), words)];
    parts.extend(asked.iter().enumerate().map(|(n, todo)| thing(n + 1, todo, report, words)));
    let originals = bring(report, words);
    if !originals.is_empty() {
        let list: Vec<String> = originals.iter().map(|original| format!("- {original}")).collect();
        parts.push(format!("{}\n{}", words.get("message-bring"), list.join("\n")));
    }
    if let Some(until) = report.good_until.filter(|_| report.verdict == SetVerdict::Ready) {
        parts.push(words.say(&Message::new("message-until").with("date", Arg::Text(words.day(until)))));
    }
    parts.push(format!("{} {}", words.get("message-honest"), words.get("message-thanks")));
    let text = parts.join("\n\n") + "\n";
    let (set, record) = (applicant.judged.set, applicant.record);
    without_marks(&Numbers::of(set, record).with_birth_dates(set, record).removed_from(&text))
}

/// Whether a client can do something about it. What a person has to look at is for whoever sends the message.
fn is_for_client(todo: &Todo) -> bool {
    todo.blocks || todo.action != Action::Look
}

fn hello(applicant: Applicant, words: &Words) -> String {
    match applicant.first_name() {
        Some(name) => words.say(&Message::new("message-hello").with("name", Arg::Text(name))),
        None => words.get("message-hello-nobody"),
    }
}

fn opening(report: &SetReport, asked: usize, words: &Words) -> String {
    match report.verdict {
        _ if asked > 0 => words.say(&Message::new("message-fix").with("count", Arg::Number(asked as f64))),
        SetVerdict::Ready => words.get("message-ready"),
        SetVerdict::Fix | SetVerdict::Review => words.get("message-look"),
    }
}

/// One thing to do: of which document, what is wrong, and how to make it right.
fn thing(number: usize, todo: &Todo, report: &SetReport, words: &Words) -> String {
    let document = document(todo, report, words);
    let key = match todo.action {
        Action::Retake => "message-retake",
        Action::Replace => "message-replace",
        Action::Add if todo.pages.is_empty() => "message-add",
        Action::Add => "message-add-to",
        Action::Look => "message-ask",
    };
    let first = words.say(&Message::new(key).with("document", Arg::Text(document)));
    let mut lines = vec![format!("{number}. {first}")];
    lines.extend(problem(todo, words).map(|problem| format!("   {problem}")));
    if todo.action != Action::Look {
        lines.extend(advice(todo, words).into_iter().map(|advice| format!("   {advice}")));
    }
    lines.join("\n")
}

/// The document that it is about with its files; for one that is missing, what it is; the problem, if it is about none.
fn document(todo: &Todo, report: &SetReport, words: &Words) -> String {
    let names = file_names(&todo.pages).join(", ");
    if names.is_empty() && todo.action != Action::Add {
        return titles(todo, words);
    }
    if names.is_empty() {
        let missing = |cause: &Cause| {
            let finding = Arg::Text(cause.finding.unwrap_or_default().to_owned());
            words.say(&Message::new("message-missing-document").with("finding", finding))
        };
        return todo.causes.iter().map(missing).collect::<Vec<_>>().join(", ");
    }
    let of_page = || report.documents.iter().find(|d| d.pages.iter().any(|p| todo.pages.contains(&p.id)));
    match todo.document.map(|at| &report.documents[at]).or_else(of_page) {
        Some(document) if document.kind != DocumentKind::Unknown => {
            format!("{} ({names})", kind_word(document.kind, words))
        }
        _ => names,
    }
}

/// What is wrong, by the titles of the checks; nothing for a document that is only missing.
fn problem(todo: &Todo, words: &Words) -> Option<String> {
    if todo.causes.iter().any(|cause| cause.message.key == "todo-unopened") {
        return Some(words.get("message-unopened"));
    }
    if todo.pages.is_empty() {
        return None;
    }
    let titles = titles(todo, words);
    (!titles.is_empty()).then(|| words.say(&Message::new("message-problem").with("titles", Arg::Text(titles))))
}

fn titles(todo: &Todo, words: &Words) -> String {
    let ids = todo.causes.iter().filter_map(|c| c.finding);
    ids.map(|id| words.get(&format!("{id}.title"))).collect::<Vec<_>>().join(", ")
}

/// How to make it right, each advice once.
fn advice(todo: &Todo, words: &Words) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for advice in todo.causes.iter().map(|cause| words.say(&cause.advice)) {
        if !out.contains(&advice) && out.len() < MOST_ADVICE {
            out.push(advice);
        }
    }
    out
}

#[cfg(test)]
mod tests;
