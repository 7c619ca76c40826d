//! The name as print alone gives it: under captions, on a license, over an address, surest source first.
//!
//! A caption of one part alone, a name in one line, a certificate with several people: each is worth less, and says so
//! in its confidence.

use super::candidate::{CLEAN, Page, Printed, clean, whole};
use super::{addressee, columns, license, sentence, spouses, titles};
use crate::fields::fold::compact;
use crate::fields::labels::Value;
use crate::fields::lexicon::Caption;
use crate::fields::line::{Line, is_name_like};
use crate::geometry::Region;
use crate::kinds::DocumentKind;

/// Trust in a part of a name, and in a whole name under the caption of a part.
const PART: f32 = 0.55;
const WHOLE_IN_CELL: f32 = 0.85;
/// Most confidence of a name that may go on in the next line.
const UNENDED: f32 = 0.75;
/// Fewest letters of a name that is looked for a second time on a page.
const SHORTEST_AGAIN: usize = 6;

/// The name in print, surest source first.
pub(in crate::fields) fn find(page: &Page) -> Option<Printed> {
    use DocumentKind::{BirthCertificate, MarriageCertificate, Other, Translation};
    let whole = |p: &Printed| !p.surname.is_empty() && !p.given.is_empty();
    if matches!(page.guess.kind, BirthCertificate | MarriageCertificate | Translation) {
        // Several people stand under the same captions there.
        let doubtful = |p: Printed| Printed { confidence: p.confidence.min(0.7), ..p };
        let named = || captioned(page).or_else(|| full_name(page)).or_else(|| sentence::find(page));
        let named = || named().map(doubtful).map(undivided).or_else(|| sentence::somebody(page));
        return columns::find(page).or_else(|| spouses::find(page)).or_else(named);
    }
    voter_card(page)
        .or_else(|| captioned(page).filter(whole).map(|p| with_middle_names(page, p)))
        .or_else(|| on_license(page))
        .or_else(|| addressed(page))
        .or_else(|| columns::find(page))
        .or_else(|| in_first_cell(page))
        .or_else(|| captioned(page))
        .or_else(|| full_name(page))
        .or_else(|| sentence::find(page))
        .or_else(|| addressee::find(page))
        .or_else(|| if page.guess.kind.traits().expires { stacked(page) } else { None })
        .or_else(|| if page.guess.kind == Other { sentence::somebody(page) } else { None })
}

/// Under the caption of the given names, which the form W-2 has beside that of the surname, some print the whole name.
fn in_first_cell(page: &Page) -> Option<Printed> {
    let name = captioned(page).filter(|name| page.guess.kind == DocumentKind::W2 && name.surname.is_empty())?;
    let words = name.given.split_whitespace().count();
    (words >= 2).then(|| Printed { given: String::new(), confidence: WHOLE_IN_CELL * name.confidence / PART, ..name })
}

/// Under a caption of given names alone certificates print the whole name: `NOMES`.
fn undivided(name: Printed) -> Printed {
    let whole = name.surname.is_empty() && name.given.split_whitespace().count() >= 3;
    if whole { Printed { given: String::new(), ..name } } else { name }
}

/// Trust in two lines without a caption, of which only what people are called tells that they are a name.
const STACKED: f32 = 0.55;

/// Given names over a surname or under one, on a card that has no captions for them: two lines in one column that are a
/// name by what people are called.
fn stacked(page: &Page) -> Option<Printed> {
    page.lines.iter().enumerate().find_map(|(at, upper)| {
        let free = |l: &Line| l.spans.is_empty() && is_name_like(&l.reading.text, page.lexicon);
        let lower = second_line(page, at).filter(|lower| free(upper) && free(lower) && is_next(page, at, lower))?;
        let (a, b) = (clean(&upper.reading.text), clean(&lower.reading.text));
        let is_name = |given: &str, surname: &str| page.lexicon.is_somebody(&whole(given, surname));
        let (given, surname) = match (is_name(&a, &b), is_name(&b, &a)) {
            (true, false) => (a, b),
            (false, true) => (b, a),
            (true, true) if page.lexicon.tells_order(&b, &a) => (a, b),
            (true, true) if page.lexicon.tells_order(&a, &b) => (b, a),
            _ => return None,
        };
        let confidence = STACKED * upper.reading.confidence.min(lower.reading.confidence);
        let region = Some(upper.region().union(lower.region()));
        Some(Printed { full: whole(&given, &surname), surname, given, confidence, region })
    })
}

/// Bills and statements are about the person to whom they are sent; whoever stands under a caption may be a contact.
fn addressed(page: &Page) -> Option<Printed> {
    let statement = page.guess.kind.traits().mailed;
    if statement { addressee::find(page).filter(|p| p.confidence >= 0.8) } else { None }
}

/// On licenses the given names go on in the next line.
fn with_middle_names(page: &Page, name: Printed) -> Printed {
    let license = matches!(page.guess.kind, DocumentKind::DriversLicense | DocumentKind::StateId);
    let given = best(page, Caption::GivenNames).filter(|_| license && best(page, Caption::MiddleName).is_none());
    match given {
        Some(given) => license::with_middle_names(page, name, page.lines[given.line].region()),
        None => name,
    }
}

/// Licenses print the name without captions, or with captions too small to be read.
fn on_license(page: &Page) -> Option<Printed> {
    let license = matches!(page.guess.kind, DocumentKind::DriversLicense | DocumentKind::StateId);
    if license { license::find(page) } else { None }
}

fn best<'a>(page: &'a Page, caption: Caption) -> Option<&'a Value> {
    page.values.iter().filter(|v| v.caption == caption).min_by(|a, b| a.cost.total_cmp(&b.cost))
}

/// How much more a value may cost than the cheapest one under the same caption, to be that of another person.
const AS_NEAR: f32 = 1.0;

/// The value of a caption that a form may have for each of several people: the first one.
fn first_of<'a>(page: &'a Page, caption: Caption) -> Option<&'a Value> {
    near_values(page, caption).min_by_key(|v| v.label)
}

/// The values of a caption that are about as near to it as the nearest one, without those of parents.
fn near_values<'a>(page: &'a Page, caption: Caption) -> impl Iterator<Item = &'a Value> {
    let own = move || page.values.iter().filter(move |v| v.caption == caption && !is_of_parent(page, v));
    let most = own().map(|v| v.cost).fold(f32::MAX, f32::min) + AS_NEAR;
    own().filter(move |v| v.cost <= most)
}

/// Most words of a line that heads what a record of a birth tells of a parent: `Datos de la madre`.
const HEAD: usize = 4;

/// Whether a caption stands in the block of a parent: under a line that names one, in its column.
fn is_of_parent(page: &Page, value: &Value) -> bool {
    let caption = page.lines[value.label].region();
    page.guess.kind == DocumentKind::BirthCertificate
        && page.lines.iter().any(|line| {
            let (r, height) = (line.region(), caption.height.max(1.0));
            let heads = line.tokens.len() <= HEAD && line.tokens.iter().any(|t| page.lexicon.is_parent(&t.folded));
            let column = r.left <= caption.right() && r.left > caption.left - 6.0 * height;
            heads && column && r.center().y < caption.center().y
        })
}

/// The value of a caption that belongs to the surname: that whose caption stands nearest to the surname's.
fn beside<'a>(page: &'a Page, caption: Caption, surname: Option<&Value>) -> Option<&'a Value> {
    let Some(surname) = surname else { return first_of(page, caption) };
    let place = |v: &Value| page.lines[v.label].region().center();
    near_values(page, caption)
        .min_by(|a, b| place(a).distance(place(surname)).total_cmp(&place(b).distance(place(surname))))
}

/// Surname and given names under their own captions.
fn captioned(page: &Page) -> Option<Printed> {
    let first = first_of(page, Caption::FirstSurname);
    let second = beside(page, Caption::SecondSurname, first);
    let surnames: Vec<&Value> = match (first_of(page, Caption::Surname), first) {
        (Some(v), _) => vec![v],
        (None, Some(f)) => [Some(f), second].into_iter().flatten().collect(),
        (None, None) => Vec::new(),
    };
    let given = beside(page, Caption::GivenNames, surnames.first().copied());
    let middle = beside(page, Caption::MiddleName, given).filter(|m| given.is_some_and(|g| g.text != m.text));
    if surnames.is_empty() && given.is_none() {
        return None;
    }
    let bare = |v: &Value| clean(titles::without(&v.text, page.lexicon, page.french));
    let surname = surnames.iter().map(|v| bare(v)).collect::<Vec<_>>().join(" ");
    let givens: Vec<String> = given.into_iter().chain(middle).map(bare).collect();
    let used: Vec<&Value> = surnames.into_iter().chain(given).chain(middle).collect();
    let reading = used.iter().map(|v| page.lines[v.line].reading.confidence).fold(1.0, f32::min);
    if reading < 0.7 {
        return None;
    }
    let near = used.iter().all(|v| v.cost < 3.0);
    let both = !surname.is_empty() && !givens.is_empty();
    let confidence = match (both, reading >= CLEAN && near) {
        (true, true) => 0.9 * reading,
        (true, false) => 0.7 * reading,
        (false, _) => PART * reading,
    };
    let given = givens.join(" ");
    let region = used.iter().map(|v| page.lines[v.line].region()).reduce(Region::union);
    let name = Printed { full: whole(&given, &surname), surname, given, confidence, region };
    let one_caption = used.first().filter(|v| both && v.caption == Caption::Surname).copied();
    Some(one_caption.map_or_else(|| name.clone(), |v| with_second_surname(page, name.clone(), v)))
}

/// Most trust in a surname that goes on in the next line.
const TWO_LINES: f32 = 0.86;
/// What stands before a name of birth or of marriage, on a line of its own under the surname.
const OTHER_SURNAME: [&str; 8] = ["GEB", "GEBOREN", "NEE", "EP", "EPSE", "EPOUSE", "NATA", "VVE"];

/// A surname that goes on in the line under it, as two surnames do on narrow cards: right under it, as high, in its column,
/// before the next caption, and the value of no other caption. Where such a line does not look quite the same, the surname
/// may be half of one and is no claim.
fn with_second_surname(page: &Page, name: Printed, surname: &Value) -> Printed {
    let Some(line) = second_line(page, surname.line).filter(|line| is_next(page, surname.line, line)) else {
        return name;
    };
    let is_used = |l: &Line| page.values.iter().any(|v| std::ptr::eq(&raw const page.lines[v.line], l));
    let begins_otherwise = line.tokens.first().is_some_and(|t| OTHER_SURNAME.contains(&t.folded.as_str()));
    if surname.cost <= 0.0 || is_used(line) || begins_otherwise || page.lexicon.is_nation(&line.reading.text) {
        return name;
    }
    let (first, second) = (&page.lines[surname.line], line);
    let (a, b) = (first.region(), second.region());
    let is_capital = |l: &Line| !l.reading.text.chars().any(char::is_lowercase);
    let alike = is_capital(first) == is_capital(second)
        && (a.left - b.left).abs() < 0.5 * a.height
        && second.reading.confidence >= CLEAN;
    if !alike {
        return Printed { confidence: name.confidence.min(UNENDED), ..name };
    }
    let surname = format!("{} {}", name.surname, clean(&second.reading.text));
    let region = name.region.map(|r| r.union(b));
    let confidence = name.confidence.min(TWO_LINES * second.reading.confidence);
    Printed { full: whole(&name.given, &surname), surname, region, confidence, ..name }
}

/// Mexican voter card: paternal surname, maternal surname and given names, one line each under `NOMBRE`.
fn voter_card(page: &Page) -> Option<Printed> {
    if !page.is_mexican_voter_card() {
        return None;
    }
    let heading = page.lines.iter().find(|l| l.words == " NOMBRE ")?.region();
    let height = heading.height.max(1.0);
    let mut under: Vec<&Line> = page
        .lines
        .iter()
        .filter(|l| {
            let r = l.region();
            (r.left - heading.left).abs() < 2.0 * height
                && r.top > heading.center().y
                && r.top < heading.bottom() + 7.0 * height
        })
        .collect();
    under.sort_by(|a, b| a.region().top.total_cmp(&b.region().top));
    let three: Vec<&&Line> = under
        .iter()
        .take_while(|l| l.spans.is_empty() && is_name_like(&l.reading.text, page.lexicon))
        .take(3)
        .collect();
    let [a, b, c] = three.as_slice() else { return None };
    let reading = three.iter().map(|l| l.reading.confidence).fold(1.0, f32::min);
    let surname = format!("{} {}", clean(&a.reading.text), clean(&b.reading.text));
    let given = clean(&c.reading.text);
    let region = three.iter().map(|l| l.region()).reduce(Region::union);
    let confidence = if reading >= CLEAN { 0.9 * reading } else { 0.7 * reading };
    Some(Printed { full: whole(&given, &surname), surname, given, confidence, region })
}

/// A whole name under one caption; a comma splits it.
fn full_name(page: &Page) -> Option<Printed> {
    let value = best(page, Caption::FullName)?;
    let first = titles::without(&value.text, page.lexicon, page.french);
    // a surname with a hyphen or an apostrophe is one word, and half a name
    let words = first.split_whitespace().count();
    // `APELLIDOS Y NOMBRES` heads two lines on a card, each of them with several words perhaps
    let goes_on = words < 2 || page.guess.kind.traits().expires && !first.contains(',');
    let second = if goes_on && value.cost > 0.0 { second_line(page, value.line) } else { None };
    // In Latin letters under those of another script the whole name stands once more.
    let again = second.filter(|l| !has_latin(first) && has_latin(&l.reading.text));
    if words < 2 && second.is_none() && !first.contains(',') && first.is_ascii() {
        return None;
    }
    let (text, second) = match (again, second) {
        (Some(line), _) => (clean(&line.reading.text), None),
        (None, Some(line)) => (format!("{} {}", clean(first), clean(&line.reading.text)), Some(line)),
        (None, None) => (clean(first), None),
    };
    let lines: Vec<&Line> = match again {
        Some(line) => vec![line],
        None => [Some(&page.lines[value.line]), second].into_iter().flatten().collect(),
    };
    let reading = lines.iter().map(|l| l.reading.confidence).fold(1.0, f32::min);
    let sure = reading >= CLEAN
        && (words < 2 || second.is_none())
        && text.split([' ', ',']).filter(|word| !word.is_empty()).count() > 1
        && value.cost < 2.5
        && is_only_persons(page, value, &text);
    let (surname, given) = match text.split_once(',') {
        Some((s, g)) if second.is_none() && !g.trim().is_empty() => (clean(s), g.trim().to_owned()),
        _ => (String::new(), String::new()),
    };
    let confidence = if sure { 0.85 * reading } else { 0.7 * reading };
    Some(Printed {
        full: if surname.is_empty() { text } else { whole(&given, &surname) },
        surname,
        given,
        confidence,
        region: lines.iter().map(|l| l.region()).reduce(Region::union),
    })
}

/// Whether whoever stands under a caption is the person the document is about: on documents of one person always; on
/// papers that name several where the name stands again, as addressee, in the text or under a signature.
fn is_only_persons(page: &Page, value: &Value, name: &str) -> bool {
    let kind = page.guess.kind;
    if kind.traits().expires || matches!(kind, DocumentKind::ItinLetter | DocumentKind::W2) {
        return true;
    }
    let key = compact(name);
    let again = |(i, l): (usize, &Line)| i != value.line && compact(&l.reading.text).contains(&key);
    let named = kind.traits().mailed || kind == DocumentKind::Lease;
    if kind == DocumentKind::PayStub && has_address_under(page, value) {
        return true;
    }
    named && key.chars().count() >= SHORTEST_AGAIN && page.lines.iter().enumerate().any(again)
}

/// Whether the caption of an address stands right under that of a name, in its column: a block about one person.
fn has_address_under(page: &Page, name: &Value) -> bool {
    let caption = page.lines[name.label].region();
    let height = caption.height.max(1.0);
    page.lines.iter().any(|l| {
        let (down, left) = (l.region().center().y - caption.center().y, (l.region().left - caption.left).abs());
        let is_address = l.spans.first().is_some_and(|s| s.first == 0 && s.caption == Caption::Address);
        is_address && down > 0.4 * height && down < 2.0 * height && left < height
    })
}

/// Whether nothing stands between two lines of a column.
fn is_next(page: &Page, first: usize, line: &Line) -> bool {
    let (above, below) = (page.lines[first].region(), line.region());
    let between = |r: Region| {
        let middle = r.center().y;
        middle > above.center().y + 0.3 * above.height
            && middle < below.center().y - 0.3 * below.height
            && r.left < above.right()
            && r.right() > above.left
    };
    !page.lines.iter().any(|l| between(l.region()))
}

fn has_latin(text: &str) -> bool {
    compact(text).chars().any(|c| c.is_ascii_alphabetic())
}

/// The second line of a name that begins with a single word: right under it, as high, in line with it.
fn second_line<'a>(page: &'a Page, first: usize) -> Option<&'a Line<'a>> {
    let r = page.lines[first].region();
    let height = r.height.max(1.0);
    page.lines.iter().find(|l| {
        let (down, left) = (l.region().center().y - r.center().y, (l.region().left - r.left).abs());
        let as_high = l.region().height < 1.4 * height && l.region().height > 0.7 * height;
        let placed = down > 0.5 * height && down < 1.8 * height && left < height && as_high;
        placed && l.spans.is_empty() && is_name_like(&l.reading.text, page.lexicon)
    })
}
