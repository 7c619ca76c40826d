//! The document is in another language and no translation lies beside it.
//!
//! *Why:* ID.me asks for original and translation in one photograph. *Fix:* lay them side by side. Passports and cards
//! carry English captions already, so there it is only noted.

use crate::arrangement::LayoutKind;
use crate::checks::{Check, PageContext, Run, Severity};
use crate::examined::Examined;

pub static CHECK: Check =
    Check { id: "translation-missing", severity: Severity::Warning, needs: &[], limits: &[], run: Run::Content(run) };

fn run(page: &Examined, cx: &mut PageContext) {
    if matches!(page.layout.kind, LayoutKind::SideBySideTranslation | LayoutKind::StackedTranslation) {
        return;
    }
    let languages: Vec<&str> = page.layout.panels.iter().flat_map(|p| &p.languages).map(String::as_str).collect();
    if languages.is_empty() || languages.contains(&"en") {
        return;
    }
    let mut finding = cx.finding();
    if page.facts.document.kind.traits().english_captions {
        finding.severity = Severity::Note;
    }
    cx.find(finding.with("language", crate::words::Arg::Word(format!("language-{}", languages[0]))));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kinds::DocumentKind;
    use crate::testing::{self, found};

    #[test]
    fn another_language_is_found_and_only_noted_on_travel_documents() {
        let severity = |kind| {
            let mut page = testing::page(kind, None);
            page.layout.panels[0].languages = vec!["es".into()];
            found("translation-missing", page).first().map(|f| f.severity)
        };
        assert_eq!(severity(DocumentKind::BirthCertificate), Some(Severity::Warning));
        assert_eq!(severity(DocumentKind::Passport), Some(Severity::Note));
    }

    #[test]
    fn beside_its_translation_nothing_is_missing() {
        let mut page = testing::page(DocumentKind::BirthCertificate, None);
        page.layout.panels[0].languages = vec!["es".into()];
        page.layout.kind = LayoutKind::SideBySideTranslation;
        assert!(found("translation-missing", page).is_empty());
    }
}
