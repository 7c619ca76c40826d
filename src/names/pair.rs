//! One word of the record against one word of the document: what kind of difference is it?
//!
//! The order of the questions is the order of certainty: the same letters, a slip of the reader, a known other form, a
//! known other name, a spelling that varies, a slip of the pen. What none of them explains is another name.

use super::Relation::{FormatOnly, Mismatch, Review};
use super::difference::Difference;
use super::lexicon::{self, Entry, Kinship, NameLexicon, fact, kinship};
pub use super::verdict::{Part, Setting, Verdict, different, verdict};
use super::word::Word;
use super::{endings, fold, misread, ocr, sound, syllables};

/// From this length on a listed name is a name of its own and not what a reader left of a longer one.
const SHORTEST_NAME: usize = 4;

/// Words that cannot stand for each other.
const NEVER: Verdict = verdict(3.0, Mismatch, Difference::DifferentPerson);

/// Judges a word of the record against a word of the document.
pub fn judge(lexicon: &NameLexicon, setting: Setting, part: Part, record: &Word, document: &Word) -> Verdict {
    let (a, b) = (record.plain(), document.plain());
    if let Some(same) = same_letters(record, document) {
        return same;
    }
    if setting.cut && b.len() < a.len() && record.forms.iter().any(|form| form.starts_with(b)) {
        return cut_short(part, record, document);
    }
    if record.is(fact::MARKER_MALE) && document.is(fact::MARKER_FEMALE)
        || record.is(fact::MARKER_FEMALE) && document.is(fact::MARKER_MALE)
    {
        return verdict(0.2, Mismatch, Difference::MarkerConflict);
    }
    if record.is_initial() || document.is_initial() {
        return initial(record, document);
    }
    if ocr::has_digit(a) || ocr::has_digit(b) {
        return misread::with_digits(lexicon, part, record, document, |a, b| judge(lexicon, setting, part, a, b));
    }
    if part == Part::Given
        && let (Some(a), Some(b)) = (record.entry, document.entry)
        && lexicon::man_and_woman(a, b)
    {
        return verdict(0.6, Mismatch, Difference::GenderVariant);
    }
    let other_syllable =
        if setting.east_asian && part == Part::Given { syllables_of(lexicon, setting, a, b) } else { None };
    if let Some(found) = other_syllable.or_else(|| misread::umlaut_spelt_out(setting, part, record, document)) {
        return found;
    }
    if let Some(kin) = related(part, record, document) {
        let loose = kin.code == Difference::Nickname || kin.code == Difference::Anglicised;
        if loose && part == Part::Given && endings::given_man_and_woman(record, document) {
            return verdict(0.6, Mismatch, Difference::GenderVariant);
        }
        return kin;
    }
    let particles = (setting.is_particle(record), setting.is_particle(document));
    if setting.syllables == 0 && (particles.0 || particles.1) {
        let both = particles.0 && particles.1;
        return if both { verdict(0.15, Review, Difference::Particle) } else { NEVER };
    }
    let other_name = document.is(part.names()) && b.len() >= SHORTEST_NAME;
    if setting.mrz && b.len() >= 3 && b.len() < a.len() && a.starts_with(b) && !other_name {
        return verdict(0.4, Review, Difference::MrzShortNotTruncated);
    }
    plain_words(lexicon, setting, part, record, document)
}

/// A word that a full field may have cut. What is left of a woman's name may be a man's whole one.
fn cut_short(part: Part, record: &Word, document: &Word) -> Verdict {
    let listed = record.entry.zip(document.entry).is_some_and(|(a, b)| lexicon::man_and_woman(a, b));
    if part == Part::Given && (listed || endings::given_man_and_woman(record, document)) {
        return verdict(0.1, Review, Difference::GenderVariant);
    }
    verdict(0.02, FormatOnly, Difference::MrzTruncated)
}

/// Equal in one of the forms that the standards allow.
fn same_letters(record: &Word, document: &Word) -> Option<Verdict> {
    if record.plain() == document.plain() {
        return Some(if fold::marks_conflict(&record.shown, &document.shown) {
            verdict(0.1, Review, Difference::DiacriticsConflict)
        } else {
            verdict(0.0, FormatOnly, Difference::Nothing)
        });
    }
    if record.forms.len() == 1 && document.forms.len() == 1 {
        return None;
    }
    let meet = record.forms.iter().any(|form| document.forms.contains(form));
    meet.then_some(verdict(0.0, FormatOnly, Difference::Transliteration))
}

fn initial(record: &Word, document: &Word) -> Verdict {
    let (a, b) = (record.plain(), document.plain());
    if record.is(fact::PARTICLE) || document.is(fact::PARTICLE) {
        return if record.is_initial() && document.is_initial() {
            verdict(0.3, Review, Difference::Particle)
        } else {
            NEVER
        };
    }
    if a.chars().next() == b.chars().next() || ocr::equal_but_for_digits(head(a), head(b)) {
        return verdict(0.2, Review, Difference::Initial);
    }
    verdict(0.5, Mismatch, Difference::InitialConflict)
}

fn head(word: &str) -> &str {
    word.get(..1).unwrap_or("")
}

/// Forms of one name that the lexicon knows. A short surname of East Asia is no abbreviation.
fn related(part: Part, record: &Word, document: &Word) -> Option<Verdict> {
    let short = |word: &Word| part == Part::Surname && word.is(fact::EAST_ASIAN_SURNAME);
    if short(record) || short(document) {
        return kin(record.entry?, document.entry?).filter(|found| found.code != Difference::Abbreviation);
    }
    kin(record.entry?, document.entry?)
}

/// What it means that the lexicon lists two words together.
pub fn kin(record: &Entry, document: &Entry) -> Option<Verdict> {
    Some(match kinship(record, document)? {
        Kinship::Spelling => verdict(0.15, Review, Difference::SpellingVariant),
        Kinship::Romanization => verdict(0.15, Review, Difference::RomanisationVariant),
        Kinship::Language => verdict(0.25, Review, Difference::Anglicised),
        Kinship::Nickname => verdict(0.25, Review, Difference::Nickname),
        Kinship::Abbreviation => verdict(0.15, Review, Difference::Abbreviation),
    })
}

/// Words of letters only, not equal, not listed together.
fn plain_words(lexicon: &NameLexicon, setting: Setting, part: Part, record: &Word, document: &Word) -> Verdict {
    let (a, b) = (record.plain(), document.plain());
    if part == Part::Surname {
        let both_listed = record.is(fact::SURNAME) && document.is(fact::SURNAME);
        match endings::surnames(a, b, both_listed) {
            Some(endings::Tie::ManAndWoman) => return verdict(0.2, Review, Difference::GenderedSurname),
            Some(endings::Tie::SonAndDaughter) => return verdict(0.6, Mismatch, Difference::MarkerConflict),
            None => {}
        }
    } else if endings::given_man_and_woman(record, document) {
        return verdict(0.6, Mismatch, Difference::GenderVariant);
    }
    if setting.east_asian
        && let Some(found) = syllables_of(lexicon, setting, a, b)
    {
        return found;
    }
    if let Some(found) = misread::alike(part, record, document) {
        return found;
    }
    let given = fact::MALE | fact::FEMALE;
    if !(part == Part::Given && record.is(given) && document.is(given)) && endings::article_apart(a, b) {
        return verdict(0.2, Review, Difference::Particle);
    }
    let both_named = record.is(given) && document.is(given) || record.is(fact::SURNAME) && document.is(fact::SURNAME);
    let near = a.len().abs_diff(b.len()) <= 4;
    if near && record.keys().0 == document.keys().0 {
        return verdict(0.2, Review, Difference::SpellingVariant);
    }
    let one_apart = both_named && part == Part::Surname && sound::slips(a, b, 1).is_some();
    if near && !one_apart && record.keys().1 == document.keys().1 {
        return verdict(0.2, Review, Difference::RomanisationVariant);
    }
    slip(part, record, document, both_named)
}

/// Slips of the pen, or another name.
fn slip(part: Part, record: &Word, document: &Word, both_named: bool) -> Verdict {
    let (a, b) = (record.plain(), document.plain());
    let longest = a.len().max(b.len());
    let slips = sound::slips(a, b, 2);
    if both_named {
        if slips == Some(1) {
            return verdict(0.7, Mismatch, Difference::OneLetter);
        }
    } else if slips == Some(1) && (longest >= 4 || longest == 3 && a.len() == b.len() && turned(a, b)) {
        return verdict(0.3, Review, Difference::Typo);
    } else if slips == Some(2) && longest >= 7 && a.len().min(b.len()) >= 6 {
        return verdict(0.45, Review, Difference::Typo);
    }
    let (short, long) = if a.len() < b.len() { (record, document) } else { (document, record) };
    if short.plain().len() >= 3 && !short.is(fact::NAME) && long.plain().starts_with(short.plain()) {
        return verdict(0.4, Review, Difference::Abbreviation);
    }
    let unlike = longest > 40 || a.bytes().next() != b.bytes().next() && a.bytes().last() != b.bytes().last();
    let likeness = if unlike { 0.0 } else { strsim::normalized_damerau_levenshtein(a, b) as f32 };
    verdict(0.9 + 0.12 * (1.0 - likeness), Mismatch, different(part))
}

/// Whether two words have the same letters in another order.
fn turned(a: &str, b: &str) -> bool {
    let sorted = |word: &str| {
        let mut letters = word.as_bytes().to_vec();
        letters.sort_unstable();
        letters
    };
    sorted(a) == sorted(b)
}

/// Whether a word is the other one twice, as many given names of China are: Wei and Weiwei.
fn doubled(one: &str, twice: &str) -> bool {
    twice.len() == 2 * one.len() && twice.starts_with(one) && twice.ends_with(one)
}

/// What the syllables of two East Asian words say; `None` where they are no syllables of one kind.
fn syllables_of(lexicon: &NameLexicon, setting: Setting, a: &str, b: &str) -> Option<Verdict> {
    let kinds = setting.syllables;
    if kinds & fact::KOREAN != 0 && syllables::same_korean(lexicon, a, b) {
        return Some(verdict(0.2, Review, Difference::RomanisationVariant));
    }
    if doubled(a, b) || doubled(b, a) {
        return Some(verdict(
            0.4,
            Review,
            if a.len() < b.len() { Difference::ExtraName } else { Difference::MiddleMissing },
        ));
    }
    let valid = |kind: u32| {
        kinds & kind != 0 && syllables::is_made_of(lexicon, a, kind) && syllables::is_made_of(lexicon, b, kind)
    };
    let chinese = valid(fact::PINYIN);
    if !chinese && syllables::mandarin_key(a) == syllables::mandarin_key(b) {
        return Some(verdict(0.2, Review, Difference::RomanisationVariant));
    }
    if kinds == 0 || syllables::count(lexicon, a, kinds) != syllables::count(lexicon, b, kinds) {
        return None;
    }
    if chinese || valid(fact::KOREAN) || valid(fact::VIETNAMESE) {
        return Some(verdict(0.65, Mismatch, Difference::SyllableDiffers));
    }
    None
}
