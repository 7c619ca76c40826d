//! The changes: each makes a record, and a document of somebody else or of a name that a person must look at.

#![allow(clippy::unnecessary_wraps)] // all changes have one type

use super::layout::{Pair, Person, Shown};
use super::*;
use crate::names::lexicon::{Kinship, kinship};
use crate::names::ocr;

type Change = fn(&Pool, &mut Random) -> Option<Pair>;

/// All changes by name.
pub(super) const ALL: [(&str, Change); 33] = [
    ("initial joined to the given name", joined_initial),
    ("initial joined to the surname", initial_to_surname),
    ("letters moved over the border", border_moved),
    ("letters moved between given names", border_of_given),
    ("letters moved between surnames", border_of_surnames),
    ("joined over the border", joined_over),
    ("one letter of a given name", letter_of_given),
    ("one letter of a surname", letter_of_surname),
    ("one syllable", syllable),
    ("two syllables made one", one_syllable),
    ("the other sex's form", other_sex),
    ("the other sex's form in the middle name", other_sex_in_middle),
    ("another given name", other_given),
    ("another middle name", other_middle),
    ("another surname", other_surname),
    ("another second surname", other_second),
    ("given names in another order", given_order),
    ("surnames in another order", surname_order),
    ("a name missing", missing),
    ("a name added", added),
    ("an initial for a name", more::initial),
    ("another initial", more::other_initial),
    ("a word cut with room left", more::cut),
    ("a suffix", more::suffix),
    ("words that look like a suffix", more::like_a_suffix),
    ("a particle", more::particle),
    ("a marker", more::marker),
    ("another form of a given name", more::form_of_given),
    ("another form of a surname", more::form_of_surname),
    ("a digit for another name's letter", more::digit),
    ("a filler read as a letter of the name", more::filler),
    ("a full field of another name", more::full_field),
    ("both names in one box", more::one_box),
];

/// All words differ, so that no other order of them is the same name.
pub(super) fn two_given(pool: &Pool, random: &mut Random) -> Person {
    loop {
        let (one, two, surname) = (pool.given(random), pool.given(random), pool.surname(random));
        if one != two && one != surname && two != surname {
            return Person::of(&[one, two], &[surname]);
        }
    }
}

pub(super) fn two_surnames(pool: &Pool, random: &mut Random) -> Person {
    loop {
        let (name, one, two) = (pool.given(random), pool.surname(random), pool.surname(random));
        if one != two && one != name && two != name {
            return Person::of(&[name], &[one, two]);
        }
    }
}

pub(super) fn letter(random: &mut Random) -> String {
    char::from(b'A' + random.below(26) as u8).to_string()
}

/// One of the two is the record, the other the document.
pub(super) fn either(random: &mut Random, one: Person, other: Person) -> Pair {
    if random.below(2) == 0 { Pair::new(one, other) } else { Pair::new(other, one) }
}

/// `None` where the words are the same in any order.
fn unless_same(one: Person, other: Person, random: &mut Random) -> Option<Pair> {
    let words = |p: &Person| {
        let mut all = [p.given.clone(), p.middle.clone(), p.surname.clone()].concat();
        all.sort_unstable();
        all
    };
    (words(&one) != words(&other)).then(|| either(random, one, other))
}

fn joined_initial(pool: &Pool, random: &mut Random) -> Option<Pair> {
    let (name, initial, surname) = (pool.given(random), letter(random), pool.surname(random));
    let in_front = random.below(4) == 0;
    let joined = if in_front { format!("{initial}{name}") } else { format!("{name}{initial}") };
    let words = if in_front { [initial.as_str(), name] } else { [name, initial.as_str()] };
    let mut apart = Person::of(&words, &[surname]);
    if random.below(2) == 0 {
        apart.middle = apart.given.split_off(1);
    }
    Some(either(random, apart, Person::of(&[&joined], &[surname])))
}

fn initial_to_surname(pool: &Pool, random: &mut Random) -> Option<Pair> {
    let (name, initial, surname) = (pool.given(random), letter(random), pool.surname(random));
    let joined = format!("{initial}{surname}");
    let known = matches!(initial.as_str(), "O" | "D" | "L");
    let apart = Person::of(&[name, &initial], &[surname]);
    (!known).then(|| either(random, apart, Person::of(&[name], &[&joined])).in_boxes())
}

/// Moves some letters from the end of one word to the beginning of the next, or back.
fn moved(one: &str, two: &str, random: &mut Random) -> Option<(String, String)> {
    let count = 1 + random.below(3);
    if random.below(2) == 0 {
        let at = one.len().checked_sub(count).filter(|at| *at > 1)?;
        Some((one[..at].to_owned(), format!("{}{two}", &one[at..])))
    } else {
        (two.len() > count + 1).then(|| (format!("{one}{}", &two[..count]), two[count..].to_owned()))
    }
}

fn border_moved(pool: &Pool, random: &mut Random) -> Option<Pair> {
    let person = if random.below(2) == 0 { two_given(pool, random) } else { two_surnames(pool, random) };
    let mut other = person.clone();
    let (last, first) = (other.given.last_mut()?, other.surname.first_mut()?);
    (*last, *first) = moved(last, first, random)?;
    unless_same(person, other, random)
}

fn border_of_given(pool: &Pool, random: &mut Random) -> Option<Pair> {
    let person = two_given(pool, random);
    let mut other = person.clone();
    let (one, two) = moved(&person.given[0], &person.given[1], random)?;
    other.given = vec![one, two];
    unless_same(person, other, random)
}

fn border_of_surnames(pool: &Pool, random: &mut Random) -> Option<Pair> {
    let person = two_surnames(pool, random);
    let mut other = person.clone();
    let (one, two) = moved(&person.surname[0], &person.surname[1], random)?;
    other.surname = vec![one, two];
    unless_same(person, other, random)
}

fn joined_over(pool: &Pool, random: &mut Random) -> Option<Pair> {
    let record = two_surnames(pool, random);
    let line = format!("{}{} {}", record.given[0], record.surname[0], record.surname[1]);
    let short = Person { surname: vec![record.surname[0].clone()], ..record.clone() };
    Some(if random.below(2) == 0 {
        Pair::line(record, line)
    } else {
        let line = format!("{}{}", short.given[0], short.surname[0]);
        Pair { boxes: false, ..Pair::line(short, line) }
    })
}

/// One letter changed, dropped, put in, or swapped with the next; not where the two look alike in print.
fn slip(word: &str, random: &mut Random) -> Option<String> {
    let at = random.below(word.len());
    let (before, behind) = word.split_at(at);
    let new = letter(random);
    let other = match random.below(4) {
        0 => format!("{before}{new}{}", &behind[1..]),
        1 if word.len() > 3 => format!("{before}{}", &behind[1..]),
        2 => format!("{before}{new}{behind}"),
        _ if behind.len() > 1 => format!("{before}{}{}{}", &behind[1..2], &behind[..1], &behind[2..]),
        _ => return None,
    };
    let listed = knowledge().facts(&other) & fact::NAME != 0;
    let alike = !listed && ocr::look_alike(word, &other);
    let umlaut = spelled_out(word, &other) && (!listed || one_name(word, &other));
    (other != word && !alike && !umlaut).then_some(other)
}

/// `KOHLER` and `KOEHLER`: the umlaut of one of them is spelled out, as passports do.
pub(super) fn spelled_out(one: &str, two: &str) -> bool {
    let short = |word: &str| word.replace("UE", "U").replace("OE", "O");
    short(one) == two || short(two) == one
}

/// Whether the lexicon lists two words as spellings of one name.
fn one_name(one: &str, two: &str) -> bool {
    let entries = knowledge().get(one).zip(knowledge().get(two));
    entries.is_some_and(|(a, b)| kinship(a, b) == Some(Kinship::Spelling))
}

fn letter_of_given(pool: &Pool, random: &mut Random) -> Option<Pair> {
    let person = two_given(pool, random);
    let mut other = person.clone();
    let at = random.below(2);
    other.given[at] = slip(&person.given[at], random)?;
    unless_same(person, other, random)
}

fn letter_of_surname(pool: &Pool, random: &mut Random) -> Option<Pair> {
    let person = two_surnames(pool, random);
    let mut other = person.clone();
    let at = random.below(2);
    other.surname[at] = slip(&person.surname[at], random)?;
    unless_same(person, other, random)
}

/// A name of two syllables, written in one word, with a hyphen, or in two.
fn asian(pool: &Pool, random: &mut Random, syllables: [&str; 2]) -> Person {
    let surname = pick(random, &pool.asian);
    match random.below(3) {
        0 => Person::of(&[&syllables.concat()], &[surname]),
        1 => Person::of(&[&syllables.join("-")], &[surname]),
        _ => Person::of(&syllables, &[surname]),
    }
}

fn syllable(pool: &Pool, random: &mut Random) -> Option<Pair> {
    let kind = &pool.syllables[random.below(3)];
    let (one, two, other) = (pick(random, kind), pick(random, kind), pick(random, kind));
    let changed = if random.below(2) == 0 { [one, other] } else { [other, two] };
    let person = asian(pool, random, [one, two]);
    let surname = person.surname.clone();
    let other = Person { surname, ..asian(pool, random, changed) };
    let alike = changed.concat() == [one, two].concat() || ocr::look_alike(&[one, two].concat(), &changed.concat());
    (!alike).then(|| Pair::new(person, other))
}

fn one_syllable(pool: &Pool, random: &mut Random) -> Option<Pair> {
    let kind = &pool.syllables[random.below(3)];
    let whole = pick(random, kind);
    let parts = (1..whole.len()).map(|at| whole.split_at(at));
    let parts: Vec<_> = parts.filter(|(a, b)| [a, b].iter().all(|s| kind.iter().any(|k| k == *s))).collect();
    let (one, two) = *parts.get(random.below(parts.len().max(1)))?;
    let surname = pick(random, &pool.asian);
    let person = Person::of(&[one, two], &[surname]);
    Some(either(random, person, Person::of(&[whole], &[surname])))
}

fn other_sex(pool: &Pool, random: &mut Random) -> Option<Pair> {
    let (man, woman) = &pool.sexes[random.below(pool.sexes.len())];
    let surname = pool.surname(random);
    Some(either(random, Person::of(&[man], &[surname]), Person::of(&[woman], &[surname])).with_noise())
}

fn other_sex_in_middle(pool: &Pool, random: &mut Random) -> Option<Pair> {
    let (man, woman) = &pool.sexes[random.below(pool.sexes.len())];
    let (name, surname) = (pool.given(random), pool.surname(random));
    Some(either(random, Person::of(&[name, man], &[surname]), Person::of(&[name, woman], &[surname])).with_noise())
}

fn other_given(pool: &Pool, random: &mut Random) -> Option<Pair> {
    let person = Person::of(&[pool.given(random)], &[pool.surname(random)]);
    let other = Person { given: vec![pool.given(random).to_owned()], ..person.clone() };
    unless_same(person, other, random).map(Pair::with_noise)
}

fn other_middle(pool: &Pool, random: &mut Random) -> Option<Pair> {
    let person = two_given(pool, random);
    let other = Person { given: vec![person.given[0].clone(), pool.given(random).to_owned()], ..person.clone() };
    unless_same(person, other, random).map(Pair::with_noise)
}

fn other_surname(pool: &Pool, random: &mut Random) -> Option<Pair> {
    let person = Person::of(&[pool.given(random)], &[pool.surname(random)]);
    let other = Person { surname: vec![pool.surname(random).to_owned()], ..person.clone() };
    unless_same(person, other, random).map(Pair::with_noise)
}

fn other_second(pool: &Pool, random: &mut Random) -> Option<Pair> {
    let person = two_surnames(pool, random);
    let other = Person { surname: vec![person.surname[0].clone(), pool.surname(random).to_owned()], ..person.clone() };
    unless_same(person, other, random).map(Pair::with_noise)
}

fn given_order(pool: &Pool, random: &mut Random) -> Option<Pair> {
    let person = two_given(pool, random);
    let other = Person { given: vec![person.given[1].clone(), person.given[0].clone()], ..person.clone() };
    (person.given != other.given).then(|| Pair::new(person, other).with_noise())
}

fn surname_order(pool: &Pool, random: &mut Random) -> Option<Pair> {
    let person = two_surnames(pool, random);
    let other = Person { surname: vec![person.surname[1].clone(), person.surname[0].clone()], ..person.clone() };
    (person.surname != other.surname).then(|| Pair::new(person, other).with_noise())
}

fn missing(pool: &Pool, random: &mut Random) -> Option<Pair> {
    let mut person = two_surnames(pool, random);
    person.middle.push(pool.given(random).to_owned());
    let mut other = person.clone();
    match random.below(4) {
        0 => other.middle.clear(),
        1 => other.given.clear(),
        2 => drop(other.surname.pop()),
        _ => drop(other.surname.remove(0)),
    }
    Some(Pair::new(person, other).with_noise())
}

fn added(pool: &Pool, random: &mut Random) -> Option<Pair> {
    missing(pool, random).and_then(|pair| match pair.shown {
        Shown::Name(other) if !other.given.is_empty() => Some(Pair::new(other, pair.record).with_noise()),
        _ => None,
    })
}
