//! One document is in the set twice.
//!
//! *Why:* every place asks for a different document. *Fix:* replace one of the two.

use crate::checks::{Action, Check, Run, SetContext, SetDocument, Severity};
use crate::fields::FieldKind;
use crate::kinds::DocumentKind;

pub static CHECK: Check =
    Check { id: "same-document-twice", severity: Severity::Warning, needs: &[], limits: &[], run: Run::Set(run) };

fn run(cx: &mut SetContext) {
    let documents = cx.documents;
    let identities: Vec<_> = documents.iter().map(|d| identity(cx, d)).collect();
    for (i, document) in documents.iter().enumerate() {
        let Some(own) = &identities[i] else { continue };
        let again = (i + 1..documents.len()).find(|j| identities[*j].as_ref() == Some(own));
        if let Some(again) = again {
            let pages = document.pages.iter().chain(&documents[again].pages).map(|p| &p.id);
            let finding = cx.finding().asking(Action::Replace).on(pages);
            cx.find(finding);
        }
    }
}

/// What one document has and no other: its kind, its number and until when it is valid; of a letter about an ITIN that
/// number. `None` where they were not read for sure.
fn identity(cx: &SetContext, document: &SetDocument) -> Option<(DocumentKind, String, Option<String>)> {
    let number = if document.kind == DocumentKind::ItinLetter { FieldKind::Itin } else { FieldKind::DocumentNumber };
    let claimed = |kind: FieldKind| {
        let pages = cx.pages_of(document);
        let fields = pages.filter_map(|(_, page)| page.facts.best(kind).filter(|f| f.is_claim()));
        fields.map(|f| f.value.to_ascii_uppercase()).next()
    };
    // a license that was renewed keeps its number
    Some((document.kind, claimed(number)?, claimed(FieldKind::ExpiryDate)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{self, found_on_set};

    #[test]
    fn one_passport_twice_is_found() {
        let mut set = testing::good_set();
        assert_eq!(found_on_set(CHECK.id, &set), 0);
        set.pages.push(testing::record_of("again.jpg", testing::passport()));
        assert_eq!(found_on_set(CHECK.id, &set), 1);
    }

    #[test]
    fn the_letter_of_one_itin_twice_is_found_and_a_renewed_document_is_another() {
        let mut set = testing::good_set();
        set.pages.push(testing::record_of("letter-again.jpg", testing::itin_letter()));
        assert_eq!(found_on_set(CHECK.id, &set), 1);
        set.pages.pop();
        let mut renewed = testing::passport();
        renewed.facts.fields[0].value = "2035-05-01".into();
        set.pages.push(testing::record_of("renewed.jpg", renewed));
        assert_eq!(found_on_set(CHECK.id, &set), 0);
    }
}
