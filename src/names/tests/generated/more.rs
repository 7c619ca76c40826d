//! More changes: what is shortened, marked, listed together, misread, or has no room.

#![allow(clippy::unnecessary_wraps)] // all changes have one type

use super::changes::{either, letter, spelled_out, two_given, two_surnames};
use super::layout::{Pair, Person, Shown, field};
use super::*;

pub(super) fn initial(pool: &Pool, random: &mut Random) -> Option<Pair> {
    let person = two_given(pool, random);
    let mut other = person.clone();
    other.given[random.below(2)].truncate(1);
    Some(either(random, person, other))
}

pub(super) fn other_initial(pool: &Pool, random: &mut Random) -> Option<Pair> {
    let person = two_given(pool, random);
    let initial = letter(random);
    let other = Person { given: vec![person.given[0].clone(), initial.clone()], ..person.clone() };
    (!person.given[1].starts_with(&initial)).then(|| either(random, person, other))
}

/// A part of a word, with room left on the line.
pub(super) fn cut(pool: &Pool, random: &mut Random) -> Option<Pair> {
    let person = two_given(pool, random);
    let mut other = person.clone();
    let word = if random.below(2) == 0 { &mut other.given[random.below(2)] } else { &mut other.surname[0] };
    word.truncate(2 + random.below(word.len()));
    let shorter = other.given != person.given || other.surname != person.surname;
    shorter.then(|| Pair::new(person, other))
}

pub(super) fn suffix(pool: &Pool, random: &mut Random) -> Option<Pair> {
    const SUFFIXES: [&str; 10] = ["", "JR", "SR", "II", "III", "IV", "VII", "FILHO", "NETO", "SOBRINHO"];
    let (one, two) = (random.below(SUFFIXES.len()), random.below(SUFFIXES.len()));
    let person = Person { suffix: SUFFIXES[one], ..two_given(pool, random) };
    let other = Person { suffix: SUFFIXES[two], ..person.clone() };
    (one != two).then(|| Pair::new(person, other).with_noise())
}

/// A surname that is nearly a suffix, a title that is a name, a mark of marriage on one side.
pub(super) fn like_a_suffix(pool: &Pool, random: &mut Random) -> Option<Pair> {
    const SURNAMES: [(&str, &str); 8] = [
        ("NETO", "NIETO"),
        ("NETO", "NETTO"),
        ("SR", "SEN"),
        ("JR", "JUN"),
        ("FILHO", "HIJO"),
        ("MBA", ""),
        ("NEE", ""),
        ("V", "VI"),
    ];
    const GIVEN: [&str; 4] = ["ING", "KUM", "LORD", "HON"];
    let person = two_given(pool, random);
    let mut other = person.clone();
    if random.below(4) == 0 {
        other.given.insert(0, GIVEN[random.below(GIVEN.len())].to_owned());
        return Some(Pair::new(person, other));
    }
    let (one, two) = SURNAMES[random.below(SURNAMES.len())];
    let mut person = person;
    let put = |to: &mut Person, word: &str| {
        if word == "NEE" {
            to.surname.push(word.to_owned());
            to.surname.push(person.given[1].clone());
        } else if one == "NEE" {
            to.surname.push(person.given[1].clone());
        } else if !word.is_empty() {
            to.surname.push(word.to_owned());
        }
    };
    put(&mut other, two);
    let mut record = person.clone();
    put(&mut record, one);
    person = record;
    Some(either(random, person, other))
}

pub(super) fn particle(pool: &Pool, random: &mut Random) -> Option<Pair> {
    const PARTICLES: [&str; 8] = ["DE", "DEL", "DA", "DOS", "VAN", "VON", "AL", "BIN"];
    let person = two_given(pool, random);
    let with =
        |particle: &str| Person { surname: vec![particle.to_owned(), person.surname[0].clone()], ..person.clone() };
    let (one, two) = (PARTICLES[random.below(8)], PARTICLES[random.below(8)]);
    if random.below(2) == 0 {
        return Some(either(random, with(one), person.clone()));
    }
    (one != two).then(|| Pair::new(with(one), with(two)))
}

/// Singh and Kaur, Văn and Thị, in any place.
pub(super) fn marker(pool: &Pool, random: &mut Random) -> Option<Pair> {
    let (man, woman) = [("SINGH", "KAUR"), ("VAN", "THI"), ("BIN", "BINTI")][random.below(3)];
    let person = Person::of(&[pool.given(random)], &[pick(random, &pool.asian)]);
    let (at, to) = (random.below(2), random.below(2));
    let with = |marker: &str, at: usize| {
        let mut other = person.clone();
        other.given.insert(at, marker.to_owned());
        other
    };
    Some(either(random, with(man, at), with(woman, to)).with_noise())
}

pub(super) fn form_of_given(pool: &Pool, random: &mut Random) -> Option<Pair> {
    let (one, two) = &pool.forms[random.below(pool.forms.len())];
    let surname = pool.surname(random);
    Some(either(random, Person::of(&[one], &[surname]), Person::of(&[two], &[surname])))
}

pub(super) fn form_of_surname(pool: &Pool, random: &mut Random) -> Option<Pair> {
    let (one, two) = &pool.forms[random.below(pool.forms.len())];
    let name = pool.given(random);
    (!spelled_out(one, two)).then(|| either(random, Person::of(&[name], &[one]), Person::of(&[name], &[two])))
}

/// MARLA, and a MARIA that was read as MAR1A.
pub(super) fn digit(pool: &Pool, random: &mut Random) -> Option<Pair> {
    let (record, read) = &pool.digits[random.below(pool.digits.len())];
    let (name, surname) = (pool.given(random), pool.surname(random));
    Some(if random.below(2) == 0 {
        Pair::new(Person::of(&[record], &[surname]), Person::of(&[read], &[surname]))
    } else {
        Pair::new(Person::of(&[name], &[record]), Person::of(&[name], &[read]))
    })
}

/// SIMON, and the field of a SIMONE; LARA, and that of a CLARA; an initial that looks like a filler.
pub(super) fn filler(pool: &Pool, random: &mut Random) -> Option<Pair> {
    let (short, long) = &pool.longer[random.below(pool.longer.len())];
    let (name, surname) = (pool.given(random), pool.surname(random));
    let letter = ["K", "C", "L", "E"][random.below(4)];
    let (given, own, line) = match random.below(5) {
        0 => (short.as_str(), surname, field(surname, long, 39)?),
        1 => (short.as_str(), surname, format!("{surname}<{long}<<<<<<<<<<<")),
        2 => (name, short.as_str(), field(long, name, 39)?),
        3 => (name, short.as_str(), format!("{long}<{name}<<<<<<<<<<<")),
        _ => (name, surname, field(surname, &format!("{name} {letter}"), 39)?),
    };
    Some(Pair::line(Person::of(&[given], &[own]), line))
}

/// A field without room, of somebody whose name does not begin as the record's does.
pub(super) fn full_field(pool: &Pool, random: &mut Random) -> Option<Pair> {
    let mut record = two_surnames(pool, random);
    record.middle = vec![pool.given(random).to_owned(), pool.given(random).to_owned()];
    let mut other = record.clone();
    match random.below(3) {
        0 => other.given = vec![pool.given(random).to_owned()],
        1 => other.surname[0] = pool.surname(random).to_owned(),
        _ => other.surname[1] = pool.surname(random).to_owned(),
    }
    let given = [other.given.clone(), other.middle.clone()].concat().join("<");
    let text = format!("{}<<{given}", other.surname.join("<"));
    let line: String = text.chars().take(39).collect();
    if text.len() < 39 || line.ends_with('<') || !line.contains("<<") {
        return None;
    }
    let (surname, given) = line.split_once("<<")?;
    let fits = |shown: &str, words: Vec<String>| shown.split('<').zip(words).all(|(s, w)| w.starts_with(s));
    let consistent =
        fits(surname, record.surname.clone()) && fits(given, [record.given.clone(), record.middle.clone()].concat());
    let boxes = Shown::Cut(surname.replace('<', " "), given.replace('<', " "));
    let pair = Pair::line(record, line.clone());
    (!consistent).then(|| if random.below(2) == 0 { pair } else { Pair { shown: boxes, ..pair } })
}

pub(super) fn one_box(pool: &Pool, random: &mut Random) -> Option<Pair> {
    let record = Person::of(&[pool.given(random)], &[pool.surname(random)]);
    let (name, surname) = (&record.given[0], &record.surname[0]);
    let text = if random.below(2) == 0 { format!("{name}<{surname}") } else { format!("{surname}<{name}") };
    let line = format!("{text:<<39}");
    (line.len() == 39).then(|| Pair::line(record, line))
}
