//! The machine readable parts of a page: the MRZ of travel documents and the PDF417 of North American licenses.

mod barcode;
mod mrz;

use std::cmp::Reverse;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::geometry::{Quad, Region};
use crate::pixels::Pyramid;
use crate::text::ocrb::ZoneReader;
use crate::text::{Reading, TextReader};

/// Layout of a machine readable zone (ICAO Doc 9303).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum MrzFormat {
    /// Card, three lines of 30.
    Td1,
    /// Card, two lines of 36.
    Td2,
    /// Passport, two lines of 44.
    Td3,
    /// Visa, two lines of 44.
    MrvA,
    /// Visa, two lines of 36.
    MrvB,
    /// French driving license, one line of 30 (its own layout).
    License,
}

/// A machine readable zone as it was read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Mrz {
    /// Its layout.
    pub format: MrzFormat,
    /// The lines, each of full length.
    pub lines: Vec<String>,
    /// Whether every printed check digit agrees.
    pub valid: bool,
    /// Names of the check digits that do not agree, in the words of the `mrz` crate.
    pub failed: Vec<String>,
    /// Whether letters were corrected and a check digit confirmed the correction.
    pub repaired: bool,
    /// Document code, one or two letters (`P`, `PP`, `ID`, `V` …).
    pub document_code: String,
    /// Issuing state, three letters (Germany is `D`).
    pub issuing_state: String,
    /// Surname, components joined by spaces.
    pub surname: String,
    /// Given names, joined by spaces; empty for a holder with one name.
    pub given_names: String,
    /// Whether the name field is full, so that the name may be truncated.
    pub name_may_be_cut: bool,
    /// Document number without filler.
    pub document_number: String,
    /// Nationality, three letters.
    pub nationality: String,
    /// Date of birth, if it is complete and possible.
    pub birth_date: Option<Date>,
    /// Date of expiry, if it is complete and possible.
    pub expiry_date: Option<Date>,
    /// `M`, `F` or `X`.
    pub sex: Option<char>,
    /// Where it is.
    pub region: Region,
    /// Confidence of the characters as read, 0–1.
    pub confidence: f32,
}

impl Mrz {
    /// The zone that these lines can be, top to bottom, as somebody read or typed them; `None` where they fit no layout.
    /// Its region is empty, and its confidence is 1 where no character of the name is missing.
    pub fn from_lines(lines: &[&str]) -> Option<Self> {
        mrz::from_lines(lines)
    }

    /// The valid zone; of two invalid ones, the one whose name has letters only, then the one with more lines, then the
    /// one with fewer failed check digits; `self` if all are equal. Two of three lines have digits where a name would be.
    #[must_use]
    fn better(self, other: Self) -> Self {
        let named = |zone: &Self| !zone.surname.is_empty() && !zone.surname.contains(|c: char| c.is_ascii_digit());
        let rank = |zone: &Self| (zone.valid, named(zone), zone.lines.len(), Reverse(zone.failed.len()));
        if rank(&other) > rank(&self) { other } else { self }
    }
}

/// Facts of an AAMVA payload.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Aamva {
    /// Family name (DCS).
    pub surname: Option<String>,
    /// First and middle names (DAC, DAD), joined by a space.
    pub given_names: Option<String>,
    /// Suffix (DCU).
    pub suffix: Option<String>,
    /// Whether a part of the name is marked as truncated.
    pub name_cut: bool,
    /// License number (DAQ).
    pub document_number: Option<String>,
    /// Date of birth (DBB).
    pub birth_date: Option<Date>,
    /// Date of expiry (DBA).
    pub expiry_date: Option<Date>,
    /// Date of issue (DBD).
    pub issue_date: Option<Date>,
    /// Street, city, region and postal code in one line.
    pub address: Option<String>,
    /// `USA` or `CAN`.
    pub country: Option<String>,
    /// Whether it is an identification card (subfile `ID`) and not a driver's license.
    pub is_id_card: bool,
    /// `M`, `F` or `X`.
    pub sex: Option<char>,
}

/// A barcode as it was read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Barcode {
    /// The whole decoded text.
    pub text: String,
    /// The facts about the holder, if the text follows AAMVA.
    pub aamva: Option<Aamva>,
    /// Where it is.
    pub region: Region,
}

impl Barcode {
    /// A decoded symbol with its text, and the facts about the holder if the text follows AAMVA.
    pub fn new(text: String, region: Region) -> Self {
        Self { aamva: barcode::aamva::parse(&text), text, region }
    }
}

/// The machine readable parts of a page.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Codes {
    /// The MRZ, if one was read.
    pub mrz: Option<Mrz>,
    /// Where something is that looks like an MRZ but could not be fully read.
    pub mrz_fragment: Option<Region>,
    /// The barcodes.
    pub barcodes: Vec<Barcode>,
}

/// The readers that may read parts of the page again.
#[derive(Clone, Copy, Default)]
pub struct Rereaders<'a> {
    /// The reader of print.
    pub print: Option<&'a dyn TextReader>,
    /// The recognizer of machine readable zones.
    pub zone: Option<&'a dyn ZoneReader>,
}

/// Reads the codes of an upright page; `lines` are its readings, and `documents` are the outlines seen in it.
pub fn read(page: &Pyramid<'_>, lines: &[Reading], documents: &[Quad], again: Rereaders<'_>) -> Codes {
    let (mrz, mrz_fragment) = mrz::find(page, lines, again);
    Codes { mrz, mrz_fragment, barcodes: barcode::find(page.full(), documents) }
}
