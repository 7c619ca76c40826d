//! Pages → documents: the two sides of a card, the pages of a bill.
//!
//! Two pages that may well be two documents stay two: a front and a back with different numbers or names, two fronts,
//! two bills. Each is then judged on its own.

use crate::arrangement::LayoutKind;
use crate::checks::{DocumentPage, SetDocument};
use crate::examined::{DocumentSet, Examined};
use crate::fields::{Field, FieldKind, Holder};
use crate::kinds::{DocumentKind, Side};
use crate::names::{self, DocumentName, NameLexicon, RecordName, Relation};

/// The documents of a set, in the order of their first pages. Pages that could not be opened belong to none.
pub(super) fn group(set: &DocumentSet, lexicon: &NameLexicon) -> Vec<SetDocument> {
    let mut documents: Vec<SetDocument> = Vec::new();
    for (index, page) in set.pages.iter().enumerate() {
        let Some(examined) = page.examined() else { continue };
        let document = &examined.facts.document;
        let both_sides = examined.layout.kind == LayoutKind::FrontAndBack;
        let entry = DocumentPage { index, id: page.id.clone(), side: document.side, both_sides };
        let home = (documents.iter())
            .rposition(|other| belongs(set, other, &entry, examined))
            .or_else(|| documents.iter().position(|other| is_other_side(set, other, &entry, examined, lexicon)));
        match home {
            Some(at) => add(&mut documents[at], entry, examined),
            None => documents.push(SetDocument {
                kind: document.kind,
                country: document.country.clone(),
                pages: vec![entry],
                holder: examined.facts.holder.clone(),
            }),
        }
    }
    documents
}

fn add(document: &mut SetDocument, page: DocumentPage, examined: &Examined) {
    document.pages.push(page);
    let guess = &examined.facts.document;
    if document.kind == DocumentKind::Unknown {
        document.kind = guess.kind;
    }
    if document.country.is_none() {
        document.country.clone_from(&guess.country);
    }
    let confidence = |holder: &Option<Holder>| holder.as_ref().map_or(-1.0, |h| h.confidence);
    if confidence(&examined.facts.holder) > confidence(&document.holder) {
        document.holder.clone_from(&examined.facts.holder);
    }
}

/// Whether a page goes on with a document of several pages: the next page of its file, or a page after it that shows
/// nothing of its own.
fn belongs(set: &DocumentSet, document: &SetDocument, page: &DocumentPage, examined: &Examined) -> bool {
    let Some(last) = document.pages.last().filter(|last| last.index + 1 == page.index) else { return false };
    let kind = examined.facts.document.kind;
    let same_file = last.id.file == page.id.file;
    if examined.facts.continues {
        return same_file;
    }
    let says_nothing = examined.facts.holder.as_ref().is_none_or(|h| !h.is_claim())
        && !claims(examined, FieldKind::StatementDate)
        && !claims(examined, FieldKind::DocumentNumber)
        && !claims(examined, FieldKind::Itin);
    let next_file = set.pages.get(last.index).is_some_and(|p| p.id.file != page.id.file);
    document.kind == kind && kind.traits().several_pages && says_nothing && (same_file || next_file)
}

/// Whether a page shows the side of a card that a document lacks.
fn is_other_side(
    set: &DocumentSet,
    document: &SetDocument,
    page: &DocumentPage,
    examined: &Examined,
    lexicon: &NameLexicon,
) -> bool {
    let kind = examined.facts.document.kind;
    let side = page.side.unwrap_or(Side::Front);
    // the back of a card says little of its kind
    let unknown_back = |back: DocumentKind, front: DocumentKind, side: Option<Side>| {
        back == DocumentKind::Unknown && side == Some(Side::Back) && front.traits().has_back
    };
    let first_side = document.pages.first().and_then(|p| p.side);
    let kinds = document.kind == kind && kind.traits().has_back
        || unknown_back(kind, document.kind, page.side)
        || unknown_back(document.kind, kind, first_side);
    if !kinds || page.both_sides || document.shows(side) {
        return false;
    }
    let others = document.pages.iter().filter_map(|p| set.pages[p.index].examined());
    others.into_iter().all(|other| may_be_one(other, examined, lexicon))
}

/// Whether nothing that was read for sure on two sides says that they are of two cards.
fn may_be_one(a: &Examined, b: &Examined, lexicon: &NameLexicon) -> bool {
    let number = |page: &'_ Examined| {
        let claimed = page.facts.best(FieldKind::DocumentNumber).filter(|f| f.is_claim());
        claimed.map(|f| f.value.chars().filter(char::is_ascii_alphanumeric).collect::<String>())
    };
    if let (Some(a), Some(b)) = (number(a), number(b)) {
        return a.eq_ignore_ascii_case(&b);
    }
    let holder = |page: &Examined| page.facts.holder.clone().filter(Holder::is_claim);
    match (holder(a), holder(b)) {
        (Some(a), Some(b)) => !are_two_people(&a, &b, lexicon),
        _ => true,
    }
}

/// Whether two holders that were read for sure are different people.
pub(super) fn are_two_people(a: &Holder, b: &Holder, lexicon: &NameLexicon) -> bool {
    let (split, other) = if a.given_names.is_empty() || a.surname.is_empty() { (b, a) } else { (a, b) };
    if split.given_names.is_empty() || split.surname.is_empty() {
        return false;
    }
    let (given, surname) = (split.given_names.clone(), split.surname.clone());
    let name = RecordName { given, middle: String::new(), surname };
    names::compare(lexicon, &name, &DocumentName::from(other)).relation == Relation::Mismatch
}

fn claims(page: &Examined, kind: FieldKind) -> bool {
    page.facts.of(kind).any(Field::is_claim)
}
