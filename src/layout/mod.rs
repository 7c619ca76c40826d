//! Where things are on the page: the document's outline, its panels, and the turn that makes it upright.

mod blocks;
mod evidence;
mod language;
mod outline;
mod overlap;
mod panels;
mod rectify;
mod sentence;
#[cfg(test)]
mod tests;
mod touching;
mod two_sides;
mod views;

use image::{GrayImage, RgbImage};
use serde::Serialize;

use crate::codes::Codes;
use crate::geometry::{Quad, Size};
use crate::text::Transcript;

pub use overlap::overlap;
pub use rectify::Rectified;
pub use sentence::{labels, sentence};
pub use views::views;

/// How the documents lie in the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum LayoutKind {
    /// One document.
    #[default]
    Single,
    /// An original and its translation beside it, as ID.me asks.
    SideBySideTranslation,
    /// An original and its translation, one above the other.
    StackedTranslation,
    /// An open booklet.
    BookletSpread,
    /// Both sides of one card.
    FrontAndBack,
    /// Several documents.
    SeveralDocuments,
    /// Nothing that looks like a document.
    NoDocument,
}

/// What a region of the page holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// A document.
    #[default]
    Document,
    /// The original of a translated document.
    Original,
    /// The translation of it.
    Translation,
}

/// One document or text panel.
#[derive(Debug, Clone, PartialEq)]
pub struct Panel {
    /// Its four corners, in upright space, the first at its left top.
    pub outline: Quad,
    /// What it is.
    pub role: Role,
    /// Languages of its text, as two-letter codes, the main one first; `und-Cyrl` and the like where nothing but the script
    /// is known.
    pub languages: Vec<String>,
}

/// Where things are on one page. All coordinates in upright space.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Layout {
    /// How the documents lie.
    pub kind: LayoutKind,
    /// The documents or panels found. Empty where no outline could be found with confidence.
    pub panels: Vec<Panel>,
    /// Whether an edge of the document leaves the frame: left, top, right, bottom of the upright page.
    pub cut_edges: [bool; 4],
    /// Angle of the camera to the document in degrees, 0 straight above; `None` where no outline was found.
    pub tilt_degrees: Option<f32>,
    /// Skew of the text lines against the page's edges, in degrees, −45 to 45.
    pub skew_degrees: Option<f32>,
}

/// The outlines of documents in a picture, as geometry alone tells, in the space of that picture.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Outlines {
    /// The documents found, the largest first. Empty means: not sure.
    pub quads: Vec<Quad>,
    /// Whether an edge of the largest document leaves the frame: left, top, right, bottom.
    pub cut_edges: [bool; 4],
    /// Angle of the camera to the largest document, in degrees.
    pub tilt_degrees: Option<f32>,
    /// Sheets inside of a document found: boxes printed on it, or papers that touch. What they are, only the print says.
    pub parts: Vec<Quad>,
}

/// Finds the outlines of the documents. `gray` is the luma of the page at full size.
pub fn find_outlines(gray: &GrayImage) -> Outlines {
    outline::find(gray)
}

/// The same from the page's pixels: paper and table that are equally bright may differ in colour.
pub fn find_outlines_in_color(rgb: &RgbImage) -> Outlines {
    outline::find_in_color(rgb)
}

/// Puts together outlines, text and codes: how the documents lie. `size` is the upright page, and all else is in upright
/// space too. Without a transcript only geometry speaks.
pub fn arrange(size: Size, outlines: &Outlines, transcript: Option<&Transcript>, codes: &Codes) -> Layout {
    let mut layout = Layout {
        cut_edges: outlines.cut_edges,
        tilt_degrees: outlines.tilt_degrees,
        panels: panels::of_outlines(outlines),
        ..Layout::default()
    };
    if outlines.quads.len() > 1 {
        layout.kind = LayoutKind::SeveralDocuments;
    }
    let Some(transcript) = transcript else { return layout };
    let foreign = transcript.foreign.iter().map(|f| &f.line);
    layout.skew_degrees = panels::skew_degrees(transcript.lines.iter().chain(foreign));
    panels::tell(&mut layout, (size, &outlines.parts), transcript, codes);
    layout
}
