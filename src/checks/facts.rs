//! The facts that a document must show: whether each was read for sure, and where it should stand.
//!
//! Which facts a kind of document needs is a rule, and stands in the requirement files.

use super::documents;
use super::reports::{NameMatch, Rules};
use crate::codes::Mrz;
use crate::examined::Examined;
use crate::fields::{Field, FieldKind, Holder};
use crate::geometry::Region;
use crate::kinds::{DocumentKind, Side};
use crate::names::Relation;
use crate::record::{Name, Record};
use crate::requirements::Fact;

/// Confidence from which the only number of a card is legible, where no caption says that it is the card's: it was read
/// without doubt.
const LEGIBLE: f32 = 0.54;

/// The facts that must be read on a page: none on the back of a card, or on a page that goes on with a document.
pub(super) fn needed(page: &Examined, rules: &Rules) -> Vec<Fact> {
    let document = &page.facts.document;
    if document.side == Some(Side::Back) || page.facts.continues {
        return Vec::new();
    }
    rules.requirements.facts_of(document.kind, document.country.as_deref())
}

/// Those of them that were read for sure.
pub(super) fn rests_on(page: &Examined, record: &Record, name: Option<&NameMatch>, rules: &Rules) -> Vec<Fact> {
    needed(page, rules).into_iter().filter(|fact| is_read(page, *fact, record, name)).collect()
}

/// Whether a fact was read for sure. The name is the one that is compared with the record; where both are the same, the
/// record confirms what was read with doubt, as it does the name over the address of a bill.
pub(super) fn is_read(page: &Examined, fact: Fact, record: &Record, name: Option<&NameMatch>) -> bool {
    let claimed = |kind| page.facts.of(kind).any(Field::is_claim);
    match fact {
        Fact::Name => {
            let same = || name.is_some_and(|n| matches!(n.relation, Some(Relation::Exact | Relation::FormatOnly)));
            documents::holder(page, record).is_some_and(|holder| {
                let whole = is_whole(holder) || is_the_only_name(page, holder) || same() && has_one_name(record);
                whole && (holder.is_claim() || same())
            })
        }
        Fact::Zone => page.codes.mrz.is_some(),
        Fact::Itin => page.facts.has_whole_itin(),
        Fact::StatementDate => claimed(FieldKind::StatementDate) || claimed(FieldKind::IssueDate),
        Fact::DocumentNumber => {
            let captioned = page.facts.captions.iter().any(|(kind, _)| *kind == FieldKind::DocumentNumber);
            let alone = || page.facts.of(field(fact)).any(|f| f.confidence >= LEGIBLE);
            claimed(field(fact)) || !captioned && alone()
        }
        Fact::BirthDate | Fact::ExpiryDate | Fact::Address => claimed(field(fact)),
    }
}

/// Whether another check says more about why a fact is missing.
pub(super) fn has_a_finding_of_its_own(page: &Examined, fact: Fact, record: &Record) -> bool {
    let digits = |value: &str| value.chars().filter(char::is_ascii_digit).count();
    match fact {
        Fact::Name => documents::holder(page, record).is_none(),
        Fact::Zone => page.codes.mrz_fragment.is_some() || page.facts.document.kind == DocumentKind::Passport,
        Fact::Itin => page.facts.of(FieldKind::Itin).any(|f| digits(&f.value) != 9),
        _ => false,
    }
}

/// A name of at least two words: half a name is none.
fn is_whole(holder: &Holder) -> bool {
    let split = !holder.surname.is_empty() && !holder.given_names.is_empty();
    split || holder.full_name.split_whitespace().count() >= 2
}

/// Whether a proven zone has nothing but this one name: many people have a single one.
fn is_the_only_name(page: &Examined, holder: &Holder) -> bool {
    let alone = |zone: &Mrz| zone.valid && zone.given_names.is_empty() && !zone.name_may_be_cut;
    holder.given_names.is_empty() && page.codes.mrz.as_ref().is_some_and(alone)
}

/// Whether the record knows the person by one word.
fn has_one_name(record: &Record) -> bool {
    let parts = |name: &Name| [&name.given, &name.middle, &name.surname].map(|part| part.split_whitespace().count());
    record.name.as_ref().is_some_and(|name| parts(name).iter().sum::<usize>() == 1)
}

/// The field in which a fact stands.
const fn field(fact: Fact) -> FieldKind {
    match fact {
        Fact::Name => FieldKind::FullName,
        Fact::BirthDate => FieldKind::BirthDate,
        Fact::ExpiryDate => FieldKind::ExpiryDate,
        Fact::DocumentNumber => FieldKind::DocumentNumber,
        Fact::Zone => FieldKind::Mrz,
        Fact::Itin => FieldKind::Itin,
        Fact::Address => FieldKind::Address,
        Fact::StatementDate => FieldKind::StatementDate,
    }
}

/// Where a fact should stand: where it was read with doubt, else at its caption; `None` where neither was seen.
pub(super) fn place(page: &Examined, fact: Fact) -> Option<Region> {
    let doubtful = match fact {
        Fact::Name => page.facts.holder.as_ref().and_then(|holder| holder.region),
        _ => page.facts.best(field(fact)).and_then(|f| f.region),
    };
    doubtful.or_else(|| page.facts.captions.iter().find(|(kind, _)| *kind == field(fact)).map(|(_, place)| *place))
}
