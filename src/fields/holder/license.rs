//! Surname and given names on licenses without words as captions: fields 1 and 2 of the card standard (AAMVA, EU), or
//! the two lines over the street.
//!
//! A number alone proves nothing, since houses and floors have numbers too: the two names must stand one under the
//! other in one column, and only the numbers or letters of both, or one of them and the street below, make a claim. Most
//! cards print the surname first; some print the given names first, and their numbers say so. Without any number the two
//! are a claim only where people are known by these names in this order alone. A line between the given names and the
//! street goes on with them: a name without its middle names is no claim.

use super::candidate::{CLEAN, Page, Printed, clean, whole};
use crate::fields::fold::{compact, tokens};
use crate::fields::lexicon::proof::Proof;
use crate::fields::line::{Line, is_name_by, is_name_like};
use crate::fields::postal::starts_as_street;
use crate::geometry::Region;

/// Pairs of lines that are compared at most, each way.
const MAX_LINES: usize = 300;
/// Trust in two names over a street without numbers, of which everybody knows which is the surname.
const TOLD: f32 = 0.86;
/// Names that begin nearer to the edge of the picture may be cut, and what is left of one may be known too; in heights of
/// the line.
const MARGIN: f32 = 1.0;
/// Most confidence of a name that may go on in the next line.
const UNENDED: f32 = 0.75;

/// The field that a line says it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    Surname,
    Given,
}

/// A line that may be a part of the name.
struct Cell {
    text: String,
    mark: Option<Mark>,
    /// Has the words of a name, not only its letters.
    name_like: bool,
    region: Region,
    confidence: f32,
}

/// Two lines as the parts of a name, and how far they are to be trusted.
struct Pair<'a> {
    upper: &'a Cell,
    lower: &'a Cell,
    /// The lower one is the surname.
    given_first: bool,
    trust: f32,
}

impl Pair<'_> {
    fn is_marked(&self) -> bool {
        self.upper.mark.is_some() || self.lower.mark.is_some()
    }

    fn apart(&self) -> f32 {
        self.lower.region.center().y - self.upper.region.center().y
    }
}

/// The name on a license, if two lines can be its parts.
pub(in crate::fields) fn find(page: &Page) -> Option<Printed> {
    let cells = cells(page);
    let stacked = cells.iter().flat_map(|a| cells.iter().filter(|b| may_follow(a, b)).map(move |b| (a, b)));
    let pairs = stacked.filter_map(|(a, b)| pair(page, a, b));
    let pair = pairs.max_by(|x, y| x.trust.total_cmp(&y.trust).then(y.apart().total_cmp(&x.apart())))?;
    // Of three lines over a street the lower two are given names.
    let over = if pair.is_marked() { None } else { cells.iter().find(|c| c.mark.is_none() && is_alike(c, pair.upper)) };
    let (surname, given, last) = match over {
        Some(over) => (over, format!("{} {}", pair.upper.text, pair.lower.text), pair.lower),
        None if pair.given_first => (pair.lower, pair.upper.text.clone(), pair.upper),
        None => (pair.upper, pair.lower.text.clone(), pair.lower),
    };
    let inside = |c: &Cell| c.region.left > MARGIN * c.region.height;
    let told = !pair.is_marked()
        && inside(pair.upper)
        && inside(pair.lower)
        && page.lexicon.tells_order(&surname.text, &given);
    let trust = if told { pair.trust.max(TOLD) } else { pair.trust };
    let reading = pair.upper.confidence.min(pair.lower.confidence).min(surname.confidence);
    let confidence = if reading >= CLEAN { trust * reading } else { trust.min(0.7) * reading };
    let found = Printed {
        full: whole(&given, &surname.text),
        surname: surname.text.clone(),
        given,
        confidence,
        region: Some(surname.region.union(last.region).union(pair.lower.region)),
    };
    let ends = pair.given_first || !pair.is_marked();
    Some(if ends { found } else { with_middle_names(page, found, last.region) })
}

/// Whether a line stands right over another as the lines of one block do: as high, in one column.
fn is_alike(over: &Cell, line: &Cell) -> bool {
    let (r, height) = (over.region, line.region.height.max(1.0));
    let as_high = r.height > 0.85 * height && r.height < 1.18 * height;
    let column = (r.left - line.region.left).abs() < 0.5 * height;
    may_follow(over, line) && as_high && column && over.name_like
}

/// A name on a license with the line under its given names, where that goes on with them: in their column, as high, with
/// the street under it. Where no street shows where the name ends, such a line may be anything, and the name no claim.
pub(super) fn with_middle_names(page: &Page, name: Printed, given: Region) -> Printed {
    let height = given.height.max(1.0);
    let lines = page.lines.iter().filter(|l| l.reading.confidence >= 0.75 && l.spans.is_empty());
    let next = lines.filter(|l| {
        let r = l.region();
        let (down, right) = (r.center().y - given.center().y, r.left - given.left);
        let as_high = r.height > 0.7 * height && r.height < 1.4 * height;
        let named = mark_of(&l.reading.text).0.is_none() && is_name_like(&l.reading.text, page.lexicon);
        let own = !tokens(&name.full).iter().any(|t| compact(&l.reading.text) == t.folded);
        down > 0.45 * height
            && down < 1.7 * height
            && right > -height
            && right < 2.5 * height
            && as_high
            && named
            && own
    });
    let Some(line) = next.min_by(|a, b| a.region().top.total_cmp(&b.region().top)) else { return name };
    if page.addresses.iter().any(|b| b.region.contains(line.region().center())) {
        return name;
    }
    if !street_under(page, line.region()) {
        return Printed { confidence: name.confidence.min(UNENDED), ..name };
    }
    let given_names = format!("{} {}", name.given, clean(&line.reading.text));
    let clean = line.reading.confidence >= CLEAN;
    Printed {
        full: whole(&given_names, &name.surname),
        given: given_names,
        confidence: if clean { name.confidence } else { name.confidence.min(UNENDED) },
        region: name.region.map(|r| r.union(line.region())),
        ..name
    }
}

fn cells(page: &Page) -> Vec<Cell> {
    let in_address = |r: Region| page.addresses.iter().any(|b| b.region.contains(r.center()));
    // Print that runs upwards is no name.
    let lies = |r: Region| r.width > r.height;
    let lines = page.lines.iter().take(MAX_LINES).filter(|l| l.reading.confidence >= 0.75);
    lines.filter(|l| lies(l.region()) && !in_address(l.region())).filter_map(|l| cell(page, l)).collect()
}

fn cell(page: &Page, line: &Line) -> Option<Cell> {
    let (own, rest) = mark_of(&line.reading.text);
    let text = clean(rest);
    let bare = || bare_mark_beside(page, line).or_else(|| bare_mark_over(page, line));
    let beside = if own.is_none() { bare() } else { None };
    let mark = own.or(beside);
    let proof = if own.is_some() && line.reading.text.starts_with(['L', 'F']) { Proof::Mark } else { Proof::Caption };
    let name_like =
        if mark.is_some() { is_name_by(&text, page.lexicon, proof) } else { is_name_like(&text, page.lexicon) };
    let letters = text.chars().all(|c| c.is_alphabetic() || " -'.,".contains(c)) && text.chars().count() >= 2;
    let called = mark.is_some() && page.lexicon.is_name_too(&compact(&text));
    let captioned = !called && line.spans.iter().any(|s| !s.caption.is_name());
    let possible = name_like && !captioned || beside.is_some() && letters;
    possible.then(|| Cell { text, mark, name_like, region: line.region(), confidence: line.reading.confidence })
}

/// The marks before the parts of a name; small numbers are read as raised or lowered ones.
const MARKS: [(&str, Mark); 8] = [
    ("LN", Mark::Surname),
    ("FN", Mark::Given),
    ("1", Mark::Surname),
    ("2", Mark::Given),
    ("¹", Mark::Surname),
    ("²", Mark::Given),
    ("₁", Mark::Surname),
    ("₂", Mark::Given),
];

/// The mark at the start of a line, with a space, a full stop or nothing behind it, and what follows.
fn mark_of(text: &str) -> (Option<Mark>, &str) {
    for (code, mark) in MARKS {
        let Some(rest) = text.strip_prefix(code) else { continue };
        let rest = rest.trim_start_matches(['.', ' ', ')', ':']);
        let begins_name = rest.chars().next().is_some_and(char::is_alphabetic);
        if begins_name && (code.chars().count() == 1 || rest.chars().count() >= 2) {
            return (Some(mark), rest);
        }
    }
    (None, text)
}

/// A lone `1` or `2` right before a line, in the same row.
fn bare_mark_beside(page: &Page, line: &Line) -> Option<Mark> {
    beside(page, line).find_map(bare_mark)
}

fn bare_mark(text: &str) -> Option<Mark> {
    match text {
        "1" | "LN" => Some(Mark::Surname),
        "2" | "FN" => Some(Mark::Given),
        _ => None,
    }
}

/// The same right over a line, at its beginning, alone or before a caption: `2`, `1 NAME`. Small letters only, as captions
/// have them: the `1` over a line may be the number of something else.
fn bare_mark_over(page: &Page, line: &Line) -> Option<Mark> {
    let value = line.region();
    let over = page.lines.iter().filter(|l| {
        let (r, height) = (l.region(), value.height.max(1.0));
        let up = value.center().y - r.center().y;
        let near = up > 0.45 * height && up < 1.6 * height && (r.left - value.left).abs() < 0.4 * height;
        near && r.height < 0.9 * height
    });
    over.filter(|l| l.tokens.len() == 1 || l.is_only_captions() || l.spans.iter().any(|s| s.caption.is_name()))
        .find_map(|l| bare_mark(&l.tokens.first()?.folded))
}

/// What stands right before a line, in the same row.
fn beside<'a>(page: &'a Page, line: &Line) -> impl Iterator<Item = &'a str> {
    let value = line.region();
    let near = move |l: &&Line| {
        let r = l.region();
        let gap = value.left - r.right();
        let height = value.height.max(1.0);
        gap > -0.5 * height && gap < 1.5 * height && (r.center().y - value.center().y).abs() < 0.3 * height
    };
    page.lines.iter().filter(near).map(|l| l.reading.text.trim_end_matches('.'))
}

/// One under the other with nothing else between, left edges in line.
fn may_follow(a: &Cell, b: &Cell) -> bool {
    let height = a.region.height.max(b.region.height).max(1.0);
    let down = b.region.center().y - a.region.center().y;
    let roles = a.mark.is_none() || a.mark != b.mark;
    let reach = if a.mark.is_some() && b.mark.is_some() { 3.0 } else { 1.9 };
    roles && down > 0.45 * height && down < reach * height && (a.region.left - b.region.left).abs() < 1.5 * height
}

/// Two lines as the parts of a name in the order that their marks say, surname first where they say nothing; `None` where
/// nothing speaks for it.
fn pair<'a>(page: &Page, upper: &'a Cell, lower: &'a Cell) -> Option<Pair<'a>> {
    let given_first = upper.mark == Some(Mark::Given) || lower.mark == Some(Mark::Surname);
    if given_first && !(has_numbers(page) && is_right_under(page, upper.region, lower.region)) {
        return None;
    }
    let street = street_under(page, lower.region);
    let trust = match (upper.mark.is_some(), lower.mark.is_some(), street) {
        (true, true, _) => 0.9,
        // What stands under marked given names may go on with them, and the surname stand over them, unread.
        (true, false, true) if given_first && is_first(page, upper) => {
            if page.lexicon.tells_order(&lower.text, &upper.text) { TOLD } else { 0.7 }
        }
        (true, false, _) if given_first => return None,
        (false, true, true) if given_first && page.lexicon.tells_order(&upper.text, &lower.text) => 0.7,
        (false, true, true) | (true, false, true) => 0.88,
        (false, true, false) | (true, false, false) => 0.55,
        (false, false, true) => 0.7,
        (false, false, false) => return None,
    };
    let trust = if upper.name_like && lower.name_like { trust } else { trust.min(0.7) };
    Some(Pair { upper, lower, given_first, trust })
}

/// Fewest fields of a card that numbers them.
const NUMBERED: usize = 2;

/// Whether a card numbers its fields, `3 DOB`, `4b EXP`: where it does not, a number before a word is that of a house.
fn has_numbers(page: &Page) -> bool {
    let is_number = |l: &&Line| l.tokens.first().is_some_and(|t| t.folded.len() <= 2 && t.folded.parse::<u8>().is_ok());
    let captioned = |l: &&Line| l.spans.first().is_some_and(|s| s.first <= 2);
    page.lines.iter().filter(|l| is_number(l) && captioned(l)).take(NUMBERED).count() == NUMBERED
}

/// Whether no caption stands between two lines of one column.
fn is_right_under(page: &Page, upper: Region, lower: Region) -> bool {
    let between = |y: f32| y > upper.center().y + 0.2 * upper.height && y < lower.center().y - 0.2 * lower.height;
    let beside = |r: Region| r.left < lower.right() && r.right() > lower.left;
    !page.lines.iter().any(|l| l.tokens.len() > 1 && between(l.region().center().y) && beside(l.region()))
}

/// Whether nothing that may be a part of the name stands right over a line, not even something that was badly read.
fn is_first(page: &Page, cell: &Cell) -> bool {
    let height = cell.region.height.max(1.0);
    !page.lines.iter().any(|l| {
        let up = cell.region.center().y - l.region().center().y;
        let near = up > 0.45 * height && up < 1.9 * height && l.region().width > l.region().height;
        near && (l.region().left - cell.region.left).abs() < 1.5 * height && l.spans.is_empty()
    })
}

/// A street line is the next legible thing under the name, but for captions too small to be read.
fn street_under(page: &Page, name: Region) -> bool {
    let height = name.height.max(1.0);
    let under = page.lines.iter().filter(|l| {
        let down = l.region().center().y - name.center().y;
        let aligned = (l.region().left - name.left).abs() < 2.0 * height;
        let legible = l.reading.confidence >= 0.75 && l.region().width > l.region().height;
        legible && l.tokens.len() > 1 && aligned && down > 0.45 * height && down < 2.8 * height
    });
    let next = under.min_by(|a, b| a.region().top.total_cmp(&b.region().top));
    next.is_some_and(|l| {
        let text = l.reading.text.as_str();
        let numbered = text.strip_prefix('8').map(|t| t.trim_start_matches(['.', ' ']));
        starts_as_street(text) || numbered.is_some_and(starts_as_street) || beside(page, l).any(|t| t == "8")
    })
}

#[cfg(test)]
mod tests {
    use crate::assets::Assets;
    use crate::codes::Codes;
    use crate::fields::{FieldLexicon, Holder, extract};
    use crate::geometry::Size;
    use crate::testing::readings::page;

    fn holder(text: &str) -> Option<Holder> {
        let lexicon = FieldLexicon::load(&Assets::at(concat!(env!("CARGO_MANIFEST_DIR"), "/assets"))).unwrap();
        extract(&lexicon, &page(text), &Codes::default(), Size::new(1200, 900)).holder
    }

    fn parts(h: &Holder) -> (&str, &str) {
        (h.surname.as_str(), h.given_names.as_str())
    }

    #[test]
    fn one_number_and_the_street_below_are_enough() {
        let h = holder("KANSAS DRIVER LICENSE USA\nQUILLON\n2 MARISOL ANN\n8 12 ELM STREET\nHOLTON, KS 66436").unwrap();
        assert_eq!(parts(&h), ("QUILLON", "MARISOL ANN"));
        assert!(h.confidence >= 0.8);
    }

    #[test]
    fn given_names_stand_first_where_the_numbers_say_so() {
        for text in [
            "IDAHO DRIVER LICENSE\n4d OLN 123456789\n2 MARISOL ANN\n1 QUILLON\n8 12 ELM STREET\nHOLTON, ID 83201\n3 DOB 01/02/1990\n15 SEX F",
            "IDAHO DRIVER LICENSE\n4d OLN 123456789\nMARISOL ANN\n1 QUILLON\n8 12 ELM STREET\nHOLTON, ID 83201\n3 DOB 01/02/1990\n15 SEX F",
            "IDAHO DRIVER LICENSE\n4d OLN 123456789\n₂ MARISOL ANN\n₁ QUILLON\n12 ELM STREET\nHOLTON, ID 83201\n3 DOB 01/02/1990\n15 SEX F",
            "IDAHO DRIVER LICENSE\n4d OLN 123456789\n2. MARIA\nGARCIA\n8. 12 ELM STREET\nHOLTON, ID 83201\n3 DOB 01/02/1990\n15 SEX F",
        ] {
            let h = holder(text).unwrap();
            assert!(h.confidence >= 0.8, "{text} {h:?}");
            assert!(matches!(parts(&h), ("QUILLON", "MARISOL ANN") | ("GARCIA", "MARIA")), "{text} {h:?}");
        }
    }

    #[test]
    fn a_line_under_given_names_may_be_the_surname_or_go_on_with_them() {
        let text = "IDAHO DRIVER LICENSE\n4d OLN 123456789\n2 MARISOL\nQUILLON\n8 12 ELM STREET\nHOLTON, ID 83201\n3 DOB 01/02/1990\n15 SEX F";
        assert!(holder(text).is_none_or(|h| h.confidence < 0.8));
        let text = "IDAHO DRIVER LICENSE\nQUILLON\n2 MARISOL\nGARCIA\n8 12 ELM STREET\nHOLTON, ID 83201\n3 DOB 01/02/1990\n15 SEX F";
        let h = holder(text).unwrap();
        assert_ne!(h.surname, "GARCIA");
    }

    #[test]
    fn the_number_of_a_house_makes_no_surname_of_its_street() {
        let text = "IDENTIFICATION CARD\nNAME\nQuillon\nMarisol, J\n1 Foundry North\n12 Elm Street\nBrooklyn, NY 11201";
        let h = holder(text).unwrap();
        assert_ne!(h.surname, "Foundry North");
    }

    #[test]
    fn two_known_names_over_the_street_are_a_claim_in_one_order_only() {
        let over = |a: &str, b: &str| {
            holder(&format!("   VIRGINIA DRIVER LICENSE USA\n   {a}\n   {b}\n   12 ELM STREET\n   NORFOLK, VA 23220"))
                .unwrap()
        };
        let h = over("GARCIA LOPEZ", "MARIA");
        assert_eq!((parts(&h), h.confidence >= 0.8), (("GARCIA LOPEZ", "MARIA"), true));
        let edge = holder("VIRGINIA DRIVER LICENSE USA\nGARCIA\nMARIA\n12 ELM STREET\nNORFOLK, VA 23220").unwrap();
        assert!(edge.confidence < 0.8);
        for (a, b) in [("MARIA", "GARCIA LOPEZ"), ("JAMES", "THOMAS"), ("JIAYI", "QIAN")] {
            assert!(over(a, b).confidence < 0.8, "{a} {b}");
        }
    }

    #[test]
    fn captions_say_which_line_is_which() {
        let h = holder("MAINE DRIVER LICENSE\nFirst MARISOL\nLast QUILLON\n12 ELM STREET\nHOLTON, ME 04730").unwrap();
        assert_eq!((parts(&h), h.confidence >= 0.8), (("QUILLON", "MARISOL"), true));
        let h = holder("MAINE DRIVER LICENSE\n12 FIRST STREET\nHOLTON, ME 04730");
        assert!(h.is_none(), "{h:?}");
    }

    #[test]
    fn two_lines_over_the_street_are_no_claim() {
        let h = holder("VIRGINIA DRIVER LICENSE USA\nQUILLON\nMARISOL ANN\n12 ELM STREET\nNORFOLK, VA 23220").unwrap();
        assert_eq!(parts(&h), ("QUILLON", "MARISOL ANN"));
        assert!(h.confidence < 0.8);
    }

    #[test]
    fn small_numbers_over_the_parts_of_a_name_say_which_is_which() {
        let lexicon = FieldLexicon::load(&Assets::at(concat!(env!("CARGO_MANIFEST_DIR"), "/assets"))).unwrap();
        let mut lines = page(
            "MAINE DRIVER'S LICENSE\n4d NUMBER 12345678\n1 NAME\nQUILLON\n2\nMARISOL\n8 12 ELM STREET\nHOLTON, ME 04730\n3 DOB 01/02/1990",
        );
        for line in lines.iter_mut().filter(|l| matches!(l.text.as_str(), "1 NAME" | "2")) {
            line.region.top += 0.3 * line.region.height;
            line.region.height *= 0.7;
        }
        for line in lines.iter_mut().filter(|l| matches!(l.text.as_str(), "QUILLON" | "MARISOL")) {
            line.region = line.region.grown(3.0);
        }
        let h = extract(&lexicon, &lines, &Codes::default(), Size::new(1200, 900)).holder.unwrap();
        assert_eq!(parts(&h), ("QUILLON", "MARISOL"));
    }

    #[test]
    fn the_number_of_a_house_is_no_field_number() {
        let h = holder("IDENTIFICATION CARD\nNAME\nQuillon\nMarisol, J\nADDRESS/ZIP\n1 Foundry North\n6th Floor\nBrooklyn, NY 11201")
            .unwrap();
        assert_eq!(h.full_name, "Quillon Marisol, J");
        let none = holder("IDENTIFICATION CARD\nADDRESS/ZIP\n1 Foundry North\n6th Floor\nBrooklyn, NY 11201");
        assert!(none.is_none_or(|h| h.confidence < 0.8));
    }

    #[test]
    fn the_name_of_the_state_is_no_name() {
        let h =
            holder("1|MINNESOTA\nDRIVER LICENSE\nQUILLON\n2 MARISOL ANN\n8 12 ELM STREET\nHOLTON, MN 55417").unwrap();
        assert_eq!(parts(&h), ("QUILLON", "MARISOL ANN"));
    }
}
