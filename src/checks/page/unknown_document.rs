//! What the document is could not be told, or its text could not be read at all.
//!
//! *Why:* a check that could not be made must never look like one that was passed. *Fix:* look at the picture; a person
//! can tell what it is.

use crate::checks::{Check, PageContext, Run, Severity};
use crate::examined::{Examined, ReadingState};
use crate::kinds::DocumentKind;
use crate::text::Script;
use crate::words::Arg;

pub static CHECK: Check =
    Check { id: "unknown-document", severity: Severity::Warning, needs: &[], limits: &[], run: Run::Content(run) };

fn run(page: &Examined, cx: &mut PageContext) {
    match &page.reading {
        ReadingState::Skipped => cx.not_assessed("reason-not-read"),
        ReadingState::Failed(reason) => {
            cx.find(cx.finding().saying("not-read").advising("advice-not-read").with("reason", reason.clone()));
        }
        ReadingState::Done if page.facts.document.kind == DocumentKind::Unknown => {
            let mut languages = page.layout.panels.iter().flat_map(|p| &p.languages);
            let finding = match languages.find(|l| Script::of(l).is_some()) {
                Some(language) => {
                    let language = Arg::Word(format!("language-{language}"));
                    cx.finding().saying("foreign").advising("advice-foreign").with("language", language)
                }
                None => cx.finding(),
            };
            cx.find(finding);
        }
        ReadingState::Done => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{self, found, was_not_assessed};

    #[test]
    fn an_unknown_document_and_an_unread_one_are_never_ready() {
        let page = testing::page(DocumentKind::Unknown, None);
        assert_eq!(found("unknown-document", page).len(), 1);
        let mut page = testing::passport();
        page.reading = ReadingState::Failed("no reader".to_owned());
        assert_eq!(found("unknown-document", page).len(), 1);
    }

    #[test]
    fn letters_that_cannot_be_read_are_named() {
        let mut page = testing::page(DocumentKind::Unknown, None);
        page.layout.panels[0].languages = vec!["und-Cyrl".into()];
        assert_eq!(found("unknown-document", page)[0].message.key, "unknown-document.foreign");
    }

    #[test]
    fn the_quick_look_says_that_it_did_not_read() {
        let mut page = testing::passport();
        page.reading = ReadingState::Skipped;
        assert!(was_not_assessed("unknown-document", page));
    }
}
