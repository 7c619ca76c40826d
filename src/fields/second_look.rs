//! What a second, independent reader makes of the lines on which a verdict rests: the name, the expiry, the date of a
//! statement, the ITIN.
//!
//! Two readers that agree raise the confidence. Two that read nearly the same, but not the same, leave a disagreement
//! that a person must look at. A second reading that resembles nothing is no evidence: the second reader is the weaker
//! one, and fails on small and colored print.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use strsim::levenshtein;

use super::fold::{compact, fold};
use super::{Facts, Field, FieldKind, FieldLexicon, Source, dated, dates, reconcile};
use crate::geometry::Region;
use crate::kinds::DocumentKind;
use crate::text::{Reader, Reading};

/// Most lines that are read again on a page.
const MOST_LINES: usize = 8;
/// Fields below this confidence are no claim even if confirmed.
const WORTH_CONFIRMING: f32 = 0.5;
/// How far two readers that agree close the distance to certainty about the letters. They say nothing of whether the
/// letters are the right field: that doubt stays.
const AGREEMENT: f32 = 0.7;
/// The second reader is believed to differ only when it is this sure.
const SURE_TO_DIFFER: f32 = 0.8;
/// A first reading whose least certain letter is below this is no claim any more when the second reader differs.
const SURE_LETTER: f32 = 0.9;
/// Below what counts as a claim (0.8).
const NO_CLAIM: f32 = 0.79;
/// Shorter values agree by chance.
const SHORTEST: usize = 3;

/// Two readings of one value that are nearly the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Disagreement {
    /// What the value is.
    pub kind: FieldKind,
    /// As the first reader has it.
    pub first: String,
    /// As the second reader has it.
    pub second: String,
}

/// What the second reader says of a value.
enum Opinion {
    Same,
    Other(String),
    None,
}

/// The lines that hold the values on which a verdict rests and which no code confirms; indices into `lines`, which are
/// in the space of the facts.
pub fn lines_to_confirm(facts: &Facts, lines: &[Reading]) -> Vec<usize> {
    let regions: Vec<Region> = wanted(facts).into_iter().filter_map(|i| facts.fields[i].region).collect();
    let holds = |line: &Reading| regions.iter().any(|region| region.contains(line.region.center()));
    (0..lines.len()).filter(|i| holds(&lines[*i])).take(MOST_LINES).collect()
}

/// The lines with a doubtful letter that a reader which reads quickly at first reads again with care: those that hold
/// printed values, or all of them where something is missing that a document of this kind shows. Indices into `lines`.
pub fn lines_to_read_again(facts: &Facts, lines: &[Reading]) -> Vec<usize> {
    let printed = facts.fields.iter().filter(|f| f.source == Source::Text && f.confidence >= WORTH_CONFIRMING);
    let regions: Vec<Region> = printed.filter_map(|f| f.region).collect();
    let all = !is_complete(facts);
    let holds = |line: &Reading| all || regions.iter().any(|region| region.contains(line.region.center()));
    (0..lines.len()).filter(|i| lines[*i].weakest < SURE_LETTER && holds(&lines[*i])).collect()
}

/// Whether everything was read for sure that a document of its kind shows of its holder and its dates.
fn is_complete(facts: &Facts) -> bool {
    let traits = facts.document.kind.traits();
    let claimed = |kind| facts.fields.iter().any(|f| f.kind == kind && f.confidence > NO_CLAIM);
    let named = facts.holder.as_ref().is_some_and(|holder| holder.confidence > NO_CLAIM);
    facts.document.kind != DocumentKind::Unknown
        && (named || !traits.names_holder)
        && (!traits.expires || claimed(FieldKind::ExpiryDate) && claimed(FieldKind::BirthDate))
        && (!traits.mailed || claimed(FieldKind::StatementDate) && claimed(FieldKind::Address))
}

/// Brings the second readings together with the first ones. `again` has the index of a line and what the second reader
/// made of it.
pub fn take_second_look(lexicon: &FieldLexicon, facts: &mut Facts, lines: &[Reading], again: &[(usize, Reading)]) {
    let (mut names, mut surest) = ((0, 0, false), 1.0_f32);
    let mut tildes: Vec<String> = Vec::new();
    for i in wanted(facts) {
        let Some(region) = facts.fields[i].region else { continue };
        let inside: Vec<&(usize, Reading)> =
            again.iter().filter(|(line, _)| region.contains(lines[*line].region.center())).collect();
        let text = inside.iter().map(|(_, reading)| reading.text.as_str()).collect::<Vec<_>>().join(" ");
        let sure = inside.iter().all(|(_, reading)| reading.confidence >= SURE_TO_DIFFER);
        let read = inside.iter().map(|(line, _)| lines[*line].confidence).fold(1.0, f32::min);
        let weakest = inside.iter().map(|(line, _)| lines[*line].weakest).fold(1.0, f32::min);
        let field = &mut facts.fields[i];
        let is_name = matches!(field.kind, FieldKind::Surname | FieldKind::GivenNames | FieldKind::FullName);
        names.0 += usize::from(is_name);
        match opinion(lexicon, field.kind, &field.value, &text) {
            Opinion::Same => {
                let first = inside.iter().map(|(line, _)| lines[*line].text.as_str()).collect::<Vec<_>>().join(" ");
                let most = if [&first, &text].iter().any(|t| is_period(lexicon, t)) { dated::PERIOD } else { 1.0 };
                let digit = field.but_for_a_digit.take().map(|sure| (field.confidence, sure));
                field.confidence = match digit {
                    Some((digit, sure)) => confirmed(sure, read).min(confirmed(digit, digit)),
                    None => confirmed(field.confidence, read),
                }
                .min(most.max(field.confidence));
                if is_name {
                    surest = surest.min(read);
                }
                field.readers.push(Reader::Tesseract);
                names.1 += usize::from(is_name);
                if is_name && sure {
                    with_tildes(&mut field.value, &text);
                    tildes.push(text);
                }
            }
            Opinion::Other(second) if sure => {
                if weakest < SURE_LETTER {
                    field.confidence = field.confidence.min(NO_CLAIM);
                    names.2 |= is_name;
                }
                let (kind, first) = (field.kind, field.value.clone());
                facts.disagreements.push(Disagreement { kind, first, second });
            }
            Opinion::Other(_) | Opinion::None => {}
        }
    }
    // what became surer may contradict something now
    reconcile::doubt_contradictions(&mut facts.fields);
    if let Some(holder) = facts.holder.as_mut().filter(|h| h.source == Source::Text) {
        match names {
            (_, _, true) => holder.confidence = holder.confidence.min(NO_CLAIM),
            (all, same, _) if all > 0 && all == same => holder.confidence = confirmed(holder.confidence, surest),
            _ => {}
        }
        for part in [&mut holder.surname, &mut holder.given_names, &mut holder.full_name] {
            for second in &tildes {
                with_tildes(part, second);
            }
        }
    }
}

/// Takes the tildes over from a reading of the same words: in small print one reader loses that of `Ñ`, which is a
/// letter of its own, while other marks are often left out by the print itself.
fn with_tildes(value: &mut String, second: &str) {
    let seen = |word: &str| second.split_whitespace().find(|s| s.contains(['Ñ', 'ñ']) && compact(s) == compact(word));
    let taken = value.split(' ').map(|word| {
        let Some(seen) = seen(word).filter(|s| s.chars().count() == word.chars().count()) else {
            return word.to_owned();
        };
        let letters = word.chars().zip(seen.chars()).map(|(first, second)| match (first, second) {
            ('N', 'Ñ' | 'ñ') => 'Ñ',
            ('n', 'Ñ' | 'ñ') => 'ñ',
            _ => first,
        });
        letters.collect()
    });
    let taken = taken.collect::<Vec<String>>().join(" ");
    *value = taken;
}

/// Letters that are read alike twice do not make the end of a period more than it was.
fn is_period(lexicon: &FieldLexicon, text: &str) -> bool {
    dates::find(text, lexicon, dates::Order::Unknown).iter().any(|d| d.begins.is_some())
}

/// The confidence of a value whose letters were read with confidence `read`, once a second reader agrees.
fn confirmed(confidence: f32, read: f32) -> f32 {
    let letters = read + AGREEMENT * (1.0 - read);
    (confidence * letters / read.max(f32::EPSILON)).min(1.0)
}

/// The printed values that a second reader should see.
fn wanted(facts: &Facts) -> Vec<usize> {
    let rests_on_it = |field: &Field| {
        use FieldKind::{BirthDate, ExpiryDate, FullName, GivenNames, Itin, StatementDate, Surname};
        let named = matches!(field.kind, Surname | GivenNames | FullName | ExpiryDate | Itin | StatementDate);
        named || field.kind == BirthDate && field.but_for_a_digit.is_some()
    };
    let in_a_code = |kind, value: &str| {
        let mut codes = facts.fields.iter().filter(|f| f.source != Source::Text && f.kind == kind);
        codes.any(|code| compact(&code.value) == compact(value))
    };
    let fields = facts.fields.iter().enumerate();
    fields
        .filter(|(_, f)| f.source == Source::Text && rests_on_it(f) && f.confidence >= WORTH_CONFIRMING)
        .filter(|(_, f)| compact(&f.value).chars().count() >= SHORTEST && !in_a_code(f.kind, &f.value))
        .map(|(i, _)| i)
        .collect()
}

fn opinion(lexicon: &FieldLexicon, kind: FieldKind, value: &str, second: &str) -> Opinion {
    if matches!(kind, FieldKind::BirthDate | FieldKind::ExpiryDate | FieldKind::StatementDate) {
        let found = dates::find(second, lexicon, dates::Order::Unknown);
        let shown = |date: Date, short_year: bool| {
            let century = value.get(..2).filter(|_| short_year && kind == FieldKind::BirthDate); // two digits tell none
            century.map_or_else(|| date.to_string(), |century| format!("{century}{}", &date.to_string()[2..]))
        };
        let dates = found.iter().flat_map(|d| [Some(d.date), d.or].map(|date| date.zip(Some(d.short_year))));
        let readings: Vec<String> = dates.flatten().map(|(date, short_year)| shown(date, short_year)).collect();
        return match readings.first() {
            Some(_) if readings.iter().any(|reading| reading == value) => Opinion::Same,
            // a line may hold several dates: only a single other one contradicts
            Some(first) if found.len() == 1 => Opinion::Other(first.clone()),
            _ => Opinion::None,
        };
    }
    let wanted = compact(value);
    // the parts of a name may stand in another order than in the whole name
    let words: Vec<String> = second.split_whitespace().map(compact).collect();
    if compact(second).contains(&wanted) || value.split_whitespace().all(|word| words.contains(&compact(word))) {
        return Opinion::Same;
    }
    nearest(value, &wanted, second).map_or(Opinion::None, Opinion::Other)
}

/// The words of the second reading that are nearly the value; `None` when nothing there is.
fn nearest(value: &str, wanted: &str, second: &str) -> Option<String> {
    let words: Vec<&str> = second.split_whitespace().collect();
    let count = value.split_whitespace().count().max(1);
    let most = (wanted.chars().count() / 5).max(1);
    words
        .windows(count.min(words.len()).max(1))
        .map(|window| (levenshtein(&compact(&window.concat()), wanted), window.join(" ")))
        .min_by_key(|(distance, _)| *distance)
        .filter(|(distance, text)| *distance > 0 && *distance <= most && fold(text).chars().any(char::is_alphanumeric))
        .map(|(_, text)| text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codes::Codes;
    use crate::fields::extract;
    use crate::geometry::Size;
    use crate::testing::readings as testing;

    #[test]
    fn what_facts_rest_on_is_read_again_and_everything_where_a_fact_is_missing() {
        let lexicon = FieldLexicon::load(&crate::assets::Assets::find()).unwrap();
        let again = |text: &str| {
            let mut lines = testing::page(text);
            for line in &mut lines {
                line.weakest = 0.7;
            }
            lines[1].weakest = 0.95;
            let facts = extract(&lexicon, &lines, &Codes::default(), Size::new(1000, 800));
            lines_to_read_again(&facts, &lines).into_iter().map(|i| lines[i].text.clone()).collect::<Vec<_>>()
        };
        let whole = again(&format!("{CARD}\nDONOR OF THE YEAR"));
        assert_eq!(whole, ["FN MARIA JOSE", "4b EXP 12/31/2031", "DOB 04/25/1990"]);
        let without_birth = again("TEXAS DRIVER LICENSE USA\nLN NUNEZ ORTEGA\nFN MARIA JOSE\n4b EXP 12/31/2031\nDONOR");
        assert!(without_birth.contains(&"DONOR".to_owned()) && without_birth.len() == 4, "{without_birth:?}");
    }

    const CARD: &str = "TEXAS DRIVER LICENSE USA\nLN NUNEZ ORTEGA\nFN MARIA JOSE\n4b EXP 12/31/2031\nDOB 04/25/1990";

    fn looked(second: impl Fn(&str) -> Option<(String, f32)>) -> Facts {
        let lexicon = FieldLexicon::load(&crate::assets::Assets::find()).unwrap();
        let lines = testing::page(CARD);
        let mut facts = extract(&lexicon, &lines, &Codes::default(), Size::new(600, 400));
        let wanted = lines_to_confirm(&facts, &lines);
        assert!(wanted.iter().any(|i| lines[*i].text.contains("NUNEZ")), "{wanted:?} {facts:?}");
        assert!(!wanted.iter().any(|i| lines[*i].text.contains("DRIVER")), "{wanted:?}");
        let again: Vec<(usize, Reading)> = wanted
            .into_iter()
            .filter_map(|i| {
                let (text, confidence) = second(&lines[i].text)?;
                Some((i, Reading { text, confidence, reader: Reader::Tesseract, ..lines[i].clone() }))
            })
            .collect();
        take_second_look(&lexicon, &mut facts, &lines, &again);
        facts
    }

    fn surname(facts: &Facts) -> &super::super::Field {
        facts.best(FieldKind::Surname).unwrap()
    }

    #[test]
    fn two_readers_that_agree_are_surer_than_one() {
        let one = looked(|_| None);
        let two = looked(|line| Some((line.to_lowercase(), 0.5)));
        assert!(surname(&two).confidence > surname(&one).confidence);
        assert_eq!(surname(&two).readers, [Reader::Ppocr, Reader::Tesseract]);
        assert!(two.holder.unwrap().confidence > one.holder.unwrap().confidence);
        assert!(two.disagreements.is_empty());
        let expiry = |facts: &Facts| facts.fields.iter().find(|f| f.kind == FieldKind::ExpiryDate).unwrap().confidence;
        assert!(expiry(&looked(|line| Some((line.to_owned(), 0.9)))) > expiry(&looked(|_| None)));
    }

    #[test]
    fn a_doubtful_digit_is_no_doubt_any_more_once_two_readers_agree() {
        let lexicon = FieldLexicon::load(&crate::assets::Assets::find()).unwrap();
        let confidence = |second: &str| {
            let mut lines = testing::page("TEXAS DRIVER LICENSE USA\nLN NUNEZ ORTEGA\nDOB 04/25/1990");
            let line = &mut lines[2];
            line.letters = line.text.chars().map(|c| if c == '5' { 0.65 } else { 1.0 }).collect();
            let mut facts = extract(&lexicon, &lines, &Codes::default(), Size::new(600, 400));
            let again = Reading { text: second.to_owned(), reader: Reader::Tesseract, ..lines[2].clone() };
            if lines_to_confirm(&facts, &lines).contains(&2) {
                take_second_look(&lexicon, &mut facts, &lines, &[(2, again)]);
            }
            facts.best(FieldKind::BirthDate).unwrap().confidence
        };
        assert!((confidence("nothing") - 0.65).abs() < 0.01);
        assert!(confidence("DOB 04/25/1990") > 0.85);
        assert!(confidence("DOB 04/26/1990") < NO_CLAIM);
        assert!(confidence("DOB 04/25/1890") < NO_CLAIM, "another century is another date");
        assert!(confidence("DOB 04/25/90") > 0.85, "two digits tell none");
    }

    #[test]
    fn a_letter_that_is_read_differently_is_to_be_checked_and_no_claim() {
        let facts = looked(|line| Some((line.replace("NUNEZ", "NUNES"), 0.95)));
        let found = facts.disagreements.iter().find(|d| d.kind == FieldKind::Surname).unwrap();
        assert_eq!((found.first.as_str(), found.second.as_str()), ("NUNEZ ORTEGA", "NUNES ORTEGA"));
        assert!(surname(&facts).confidence <= NO_CLAIM || testing::page(CARD)[1].weakest >= SURE_LETTER);
    }

    #[test]
    fn a_tilde_that_only_the_second_reader_saw_is_kept() {
        let facts = looked(|line| Some((line.replace("NUNEZ", "NUÑEZ").replace("MARIA", "MARÍA"), 0.95)));
        assert_eq!(surname(&facts).value, "NUÑEZ ORTEGA");
        assert_eq!(facts.holder.as_ref().map(|h| h.surname.as_str()), Some("NUÑEZ ORTEGA"));
        assert_eq!(facts.holder.as_ref().map(|h| h.given_names.as_str()), Some("MARIA JOSE"));
        assert!(facts.disagreements.is_empty());
        let doubtful = looked(|line| Some((line.replace("NUNEZ", "NUÑEZ"), 0.6)));
        assert_eq!(surname(&doubtful).value, "NUNEZ ORTEGA");
    }

    #[test]
    fn another_date_is_to_be_checked() {
        let facts = looked(|line| Some((line.replace("2031", "2037"), 0.95)));
        let found = facts.disagreements.iter().find(|d| d.kind == FieldKind::ExpiryDate).unwrap();
        assert_eq!(found.second, "2037-12-31");
    }

    #[test]
    fn a_second_reading_that_resembles_nothing_is_no_evidence() {
        let (one, two) = (looked(|_| None), looked(|_| Some(("~ |l ,".to_owned(), 0.95))));
        assert_eq!(one, two);
    }

    #[test]
    fn a_doubtful_second_reading_contradicts_nothing() {
        let facts = looked(|line| Some((line.replace("NUNEZ", "NUNES"), 0.6)));
        assert!(facts.disagreements.is_empty());
    }
}
