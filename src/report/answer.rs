//! The answer about a set in words: what to do, and what to bring.

use crate::checks::{Action, SetReport, Todo};
use crate::page::PageId;
use crate::words::{Arg, Message, Words};

/// How many things to do a person is shown first.
pub const FIRST: usize = 3;

/// A thing to do, in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// Which document, and what is wrong.
    pub message: String,
    /// What to do about it.
    pub advice: String,
}

/// Puts a thing to do into words: its document, its worst cause, and the titles of the others.
pub fn said(todo: &Todo, report: &SetReport, words: &Words) -> Said {
    let causes = &todo.causes;
    let mut message = causes.first().map(|c| words.say(&c.message)).unwrap_or_default();
    let others: Vec<String> = causes.iter().skip(1).filter_map(|c| c.finding).map(|id| title(id, words)).collect();
    if !others.is_empty() {
        let also = Message::new("todo-also").with("titles", Arg::Text(others.join(", ")));
        message = format!("{message} {}", words.say(&also));
    }
    if let Some(about) = about(todo, report, words) {
        let key = match todo.action {
            Action::Add => "todo-add",
            Action::Replace => "todo-replace",
            Action::Retake => "todo-retake",
            Action::Look => "todo-look",
        };
        let whole = Message::new(key).with("document", Arg::Text(about)).with("why", Arg::Text(message));
        message = words.say(&whole);
    }
    Said { message, advice: causes.first().map(|c| words.say(&c.advice)).unwrap_or_default() }
}

/// The title of a check, as it may stand in a sentence.
fn title(id: &str, words: &Words) -> String {
    words.get(&format!("{id}.title"))
}

/// The document that a thing to do is about, with its files; `None` if it is about none that is there.
fn about(todo: &Todo, report: &SetReport, words: &Words) -> Option<String> {
    let names = file_names(&todo.pages).join(", ");
    if names.is_empty() {
        return None;
    }
    let of_page = |id: &PageId| report.documents.iter().find(|d| d.pages.iter().any(|p| p.id == *id));
    let document = todo.document.map(|at| &report.documents[at]).or_else(|| of_page(&todo.pages[0]));
    let kind = document.map(|d| kind_word(d.kind, words));
    Some(kind.map_or_else(|| names.clone(), |kind| format!("{kind} ({names})")))
}

/// A kind of document, in words.
pub fn kind_word(kind: crate::kinds::DocumentKind, words: &Words) -> String {
    words.get(&super::key("kind", &kind))
}

/// The names of files without their folders, each once.
pub fn file_names(pages: &[PageId]) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for page in pages {
        let name = page.file.file_name().unwrap_or(page.file.as_os_str()).to_string_lossy().into_owned();
        if !out.contains(&name) {
            out.push(name);
        }
    }
    out
}

/// The originals to show in the call, in words.
pub fn bring(report: &SetReport, words: &Words) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for document in report.bring.iter().map(|at| &report.documents[*at]) {
        let original = words.get(&super::key("bring", &document.kind));
        if !out.contains(&original) {
            out.push(original);
        }
    }
    out
}
