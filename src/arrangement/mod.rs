//! How the documents lie on an upright page, from their outlines, their print and their codes: panels, their languages,
//! which is the translation of which, front and back.

mod blocks;
mod evidence;
mod language;
mod panels;
mod sentence;
mod side_view;
#[cfg(test)]
mod tests;
mod touching;
mod two_sides;

use serde::{Deserialize, Serialize};

use crate::codes::Codes;
use crate::geometry::{Quad, Size};
use crate::outline::Outlines;
use crate::text::Transcript;

pub use sentence::{labels, sentence};

/// How the documents lie in the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LayoutKind {
    /// One document.
    #[default]
    Single,
    /// An original with its translation beside it, as ID.me requires.
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
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
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Panel {
    /// Its four corners in upright space, the first one at the top left.
    pub outline: Quad,
    /// What it is.
    pub role: Role,
    /// Languages of its text, as two-letter codes, the main one first; `und-Cyrl` and the like if only the script is
    /// known.
    pub languages: Vec<String>,
}

/// Where things are on one page. All coordinates are in upright space.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Layout {
    /// How the documents lie.
    pub kind: LayoutKind,
    /// The documents or panels found. Empty where no outline could be found with confidence.
    pub panels: Vec<Panel>,
    /// Whether an edge of the document leaves the frame: left, top, right, bottom of the upright page.
    pub cut_edges: [bool; 4],
    /// Angle between the camera's line of sight and the document's normal, in degrees; 0 is straight above. `None` if
    /// no outline was found.
    pub tilt_degrees: Option<f32>,
    /// Letters and digits read on the page; a line that cannot be read counts as many as a document must have at least.
    /// `None` without a transcript.
    pub letters: Option<usize>,
    /// Skew of the text lines against the page's edges, in degrees, −45 to 45.
    pub skew_degrees: Option<f32>,
}

/// Tells how the documents lie, from outlines, text and codes. `size` is the size of the upright page, and everything
/// else is in upright space, too. Without a transcript, only geometry counts.
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
    if let (LayoutKind::Single, None, [panel]) = (layout.kind, layout.tilt_degrees, &layout.panels[..]) {
        layout.tilt_degrees = side_view::tilt_degrees(&panel.outline, &transcript.lines, size);
    }
    layout
}
