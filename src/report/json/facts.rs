//! What a page object says without judging: the picture, the document, what was read.

use serde::Serialize;

use super::parts::{Holder, region, two_places};
#[cfg(test)]
use super::schema;
use crate::arrangement::{LayoutKind, Panel, Role};
use crate::error::FileError;
use crate::examined::Examined;
use crate::fields::{self, FieldKind, Source};
use crate::geometry::{Point, Turn};
use crate::kinds::{DocumentKind, Side};
use crate::page::{Capture, Format};
use crate::report::mask;
use crate::text::Reader;
use crate::words::Words;

/// What is known of a page without judging it.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Facts {
    /// Whether it could be examined.
    status: Status,
    /// Why it could not be examined.
    error: Option<Error>,
    /// Its width in pixels, as its own metadata shows it.
    width: Option<u32>,
    /// Its height in pixels.
    height: Option<u32>,
    /// Format of the file.
    #[cfg_attr(test, schemars(schema_with = "schema::format"))]
    format: Option<Format>,
    /// How the picture was made.
    #[cfg_attr(test, schemars(schema_with = "schema::capture"))]
    capture: Option<Capture>,
    /// How good the picture is, 0 to 100, 100 best.
    scores: Scores,
    /// What it shows.
    document: Document,
    /// How it lies on the page.
    layout: Layout,
    /// What was read.
    fields: Vec<Field>,
    /// Whom it names.
    holder: Option<Holder>,
}

impl Facts {
    /// What was found on a page.
    pub fn examined(page: &Examined, words: &Words) -> Self {
        let (quality, document) = (&page.quality, &page.facts.document);
        let score = |score: Option<f32>| score.map(|s| s.round() as i64);
        Self {
            status: Status::Examined,
            error: None,
            width: Some(page.turn.given.width),
            height: Some(page.turn.given.height),
            format: Some(page.format),
            capture: Some(quality.capture),
            scores: Scores {
                sharpness: score(quality.sharpness),
                lighting: score(quality.lighting),
                legibility: score(quality.legibility),
            },
            document: Document {
                kind: document.kind,
                side: document.side,
                country: document.country.clone(),
                confidence: two_places(document.confidence),
            },
            layout: Layout {
                kind: page.layout.kind,
                rotation: page.turn.rotation.degrees(),
                regions: page.layout.panels.iter().map(|p| Sheet::new(p, &page.turn)).collect(),
            },
            fields: page.facts.fields.iter().map(|f| Field::new(f, &page.turn, words)).collect(),
            holder: page.facts.holder.as_ref().map(Holder::from),
        }
    }

    /// The keys of the contract are always present; unknown values are null or empty.
    pub fn unreadable(error: &FileError, words: &Words) -> Self {
        let message = format!("{} {}", words.say(&error.message()), words.say(&error.advice()));
        Self {
            status: Status::Unreadable,
            error: Some(Error { code: error.code(), message }),
            width: None,
            height: None,
            format: None,
            capture: None,
            scores: Scores { sharpness: None, lighting: None, legibility: None },
            document: Document { kind: DocumentKind::Unknown, side: None, country: None, confidence: 0.0 },
            layout: Layout { kind: LayoutKind::NoDocument, rotation: 0, regions: Vec::new() },
            fields: Vec::new(),
            holder: None,
        }
    }
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
enum Status {
    /// It was examined.
    Examined,
    /// It could not be examined.
    Unreadable,
}

/// Why a page could not be examined.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Error {
    /// A word that does not depend on the language. More may come.
    code: &'static str,
    /// What is wrong and what to do, in the language that was asked for.
    message: String,
}

/// How good a picture is.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Scores {
    /// How sharp its text is.
    #[cfg_attr(test, schemars(range(min = 0, max = 100)))]
    sharpness: Option<i64>,
    /// How well it is lit.
    #[cfg_attr(test, schemars(range(min = 0, max = 100)))]
    lighting: Option<i64>,
    /// How well its text can be read.
    #[cfg_attr(test, schemars(range(min = 0, max = 100)))]
    legibility: Option<i64>,
}

/// What a page shows.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Document {
    /// What it is. More kinds may come.
    #[cfg_attr(test, schemars(schema_with = "schema::kind"))]
    kind: DocumentKind,
    /// Which side, where it has two.
    #[cfg_attr(test, schemars(schema_with = "schema::side"))]
    side: Option<Side>,
    /// The country that issued it, three letters.
    country: Option<String>,
    /// How sure the kind is, 0 to 1.
    #[cfg_attr(test, schemars(range(min = 0, max = 1)))]
    confidence: f64,
}

/// How documents lie on a page.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Layout {
    /// In words.
    #[cfg_attr(test, schemars(schema_with = "schema::layout"))]
    kind: LayoutKind,
    /// The clockwise turn, in degrees, that makes the document upright in this page.
    #[cfg_attr(test, schemars(schema_with = "schema::rotation"))]
    rotation: u16,
    /// The sheets and panels.
    regions: Vec<Sheet>,
}

/// A sheet or panel on a page.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(rename = "LayoutRegion"))]
struct Sheet {
    /// Its four corners in pixels.
    outline: [[i64; 2]; 4],
    /// What it is.
    #[cfg_attr(test, schemars(schema_with = "schema::role"))]
    role: Role,
    /// Languages of its text, the main one first; `und-Cyrl` and the like if only the script is known.
    languages: Vec<String>,
}

impl Sheet {
    fn new(panel: &Panel, turn: &Turn) -> Self {
        let corner = |p: Point| [p.x.round() as i64, p.y.round() as i64];
        Self {
            outline: turn.quad_to_page(panel.outline).corners.map(corner),
            role: panel.role,
            languages: panel.languages.iter().map(ToString::to_string).collect(),
        }
    }
}

/// One fact that was read.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Field {
    /// What it is. More kinds may come.
    #[cfg_attr(test, schemars(schema_with = "schema::field"))]
    kind: FieldKind,
    /// The value: dates as `YYYY-MM-DD`, lines of the zone joined by line ends, numbers that identify people by their
    /// last four characters unless all of them were asked for, everything else as printed.
    value: String,
    /// Where on the document it stands.
    #[cfg_attr(test, schemars(schema_with = "schema::source"))]
    source: Source,
    /// How sure it is, 0 to 1.
    #[cfg_attr(test, schemars(range(min = 0, max = 1)))]
    confidence: f64,
    /// Where on the page: left, top, width and height in pixels.
    region: Option<[i64; 4]>,
    /// Who read it. More readers may come.
    #[cfg_attr(test, schemars(schema_with = "schema::readers"))]
    readers: Vec<Reader>,
}

impl Field {
    fn new(field: &fields::Field, turn: &Turn, words: &Words) -> Self {
        Self {
            kind: field.kind,
            value: mask::value(field, words),
            source: field.source,
            confidence: two_places(field.confidence),
            region: field.region.map(|r| region(r, turn)),
            readers: field.readers.clone(),
        }
    }
}
