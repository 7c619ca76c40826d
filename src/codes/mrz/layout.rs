//! Which kinds of characters may stand where in a machine readable zone (ICAO Doc 9303 parts 4 to 7; two French
//! documents).

use crate::codes::MrzFormat;
use crate::text::ocrb::Allowed;

const FILLER: Allowed = Allowed::FILLER;
const LETTERS: Allowed = Allowed::LETTERS;
/// Names, states, document codes.
const NAME: Allowed = LETTERS.or(FILLER);
/// Dates, of which a part may be unknown, and check digits, in whose place some issuers print a filler.
const DATE: Allowed = Allowed::DIGITS.or(FILLER);
const DIGIT: Allowed = Allowed::DIGITS;
const ANY: Allowed = Allowed::ANY;

/// A run of places of one kind.
type Run = (usize, Allowed);

/// What follows the document number in the second line of passports, visas and two-line cards: nationality, date of
/// birth, sex, date of expiry.
fn person() -> [Run; 6] {
    [(3, NAME), (6, DATE), (1, DATE), (1, Allowed::of("MFX<")), (6, DATE), (1, DATE)]
}

/// The places of each line of a layout.
pub(super) fn lines(format: MrzFormat) -> Vec<Vec<Allowed>> {
    // ICAO Doc 9303: passports begin with P, visas with V, cards with A, C or I; P and D were met on cards as well
    let first = |code: &str, name: usize| places(&[(1, Allowed::of(code)), (1, NAME), (3, NAME), (name, NAME)]);
    let second = |rest: &[Run]| places(&[&[(9, ANY), (1, DATE)], &person()[..], rest].concat());
    match format {
        MrzFormat::Td1 => vec![
            places(&[(1, Allowed::of("ACIPD")), (1, ANY), (3, NAME), (9, ANY), (1, DATE), (15, ANY)]),
            places(&[
                (6, DATE),
                (1, DATE),
                (1, Allowed::of("MFX<")),
                (6, DATE),
                (1, DATE),
                (3, NAME),
                (11, ANY),
                (1, DATE),
            ]),
            places(&[(30, NAME)]),
        ],
        MrzFormat::Td2 => vec![first("ACIPD", 31), second(&[(7, ANY), (1, DATE)])],
        MrzFormat::MrvB => vec![first("V", 31), second(&[(8, ANY)])],
        MrzFormat::Td3 => vec![first("P", 39), second(&[(14, ANY), (2, DATE)])],
        MrzFormat::MrvA => vec![first("V", 39), second(&[(16, ANY)])],
        MrzFormat::License => {
            let head = [(1, Allowed::of("D")), (1, Allowed::of("1")), (3, LETTERS)];
            vec![places(&[&head[..], &[(9, ANY), (7, DIGIT), (8, NAME), (1, DIGIT)]].concat())]
        }
    }
}

/// The two lines of the French identity card of 1988 to 2021.
pub(super) fn french_card() -> Vec<Vec<Allowed>> {
    vec![
        places(&[(1, Allowed::of("I")), (1, Allowed::of("D")), (3, LETTERS), (25, NAME), (6, ANY)]),
        places(&[(12, ANY), (1, DIGIT), (14, NAME), (6, DIGIT), (1, DIGIT), (1, Allowed::of("MF")), (1, DIGIT)]),
    ]
}

fn places(runs: &[Run]) -> Vec<Allowed> {
    runs.iter().flat_map(|(count, kind)| std::iter::repeat_n(*kind, *count)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codes::mrz::zone::width;

    #[test]
    fn every_line_has_the_width_of_its_layout() {
        use MrzFormat::{License, MrvA, MrvB, Td1, Td2, Td3};
        for format in [Td1, Td2, Td3, MrvA, MrvB, License] {
            assert!(lines(format).iter().all(|line| line.len() == width(format)), "{format:?}");
        }
        assert!(french_card().iter().all(|line| line.len() == 36));
    }
}
