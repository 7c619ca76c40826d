//! The typefaces of the specimens, loaded from the system when specimens are drawn; none is kept in the project.
//!
//! This module must not silently replace a missing typeface by another one: a specimen in the wrong typeface would be a
//! wrong specimen. Only a single letter that a typeface lacks is taken from `DejaVu Sans`, which has most letters, or
//! from a typeface of its script.

use ab_glyph::{Font, FontVec};
use std::path::Path;

/// A typeface, by its role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Face {
    /// Text of cards and letters.
    Sans,
    /// Headings and values.
    SansBold,
    /// Crowded captions.
    Narrow,
    /// Letters and certificates.
    Serif,
    /// Titles of certificates.
    SerifBold,
    /// Typed values.
    Mono,
    /// Text with letters of many languages.
    Wide,
    /// The same in bold.
    WideBold,
    /// Letters that the others lack.
    Fallback,
    /// The machine readable zone.
    OcrB,
    /// Chinese.
    Han,
    /// Hindi.
    Devanagari,
}

/// Face, file below the font folder, Debian package.
const TABLE: [(Face, &str, &str); 12] = [
    (Face::Sans, "truetype/liberation/LiberationSans-Regular.ttf", "fonts-liberation"),
    (Face::SansBold, "truetype/liberation/LiberationSans-Bold.ttf", "fonts-liberation"),
    (Face::Narrow, "truetype/liberation/LiberationSansNarrow-Regular.ttf", "fonts-liberation"),
    (Face::Serif, "truetype/liberation/LiberationSerif-Regular.ttf", "fonts-liberation"),
    (Face::SerifBold, "truetype/liberation/LiberationSerif-Bold.ttf", "fonts-liberation"),
    (Face::Mono, "truetype/liberation/LiberationMono-Regular.ttf", "fonts-liberation"),
    (Face::Wide, "truetype/noto/NotoSans-Regular.ttf", "fonts-noto-core"),
    (Face::WideBold, "truetype/noto/NotoSans-Bold.ttf", "fonts-noto-core"),
    (Face::Fallback, "truetype/dejavu/DejaVuSans.ttf", "fonts-dejavu"),
    (Face::OcrB, "opentype/ocr-b/OCRB.otf", "fonts-ocr-b"),
    (Face::Han, "opentype/noto/NotoSansCJK-Regular.ttc", "fonts-noto-cjk"),
    (Face::Devanagari, "truetype/noto/NotoSansDevanagari-Regular.ttf", "fonts-noto-core"),
];

/// Typefaces of other families for the same roles, for pictures that must not look like the rest: a fit must not hold
/// for one family only. The remaining typefaces stay the same, because a standard or a script defines their shapes.
const OTHERS: [(Face, &str); 8] = [
    (Face::Sans, "truetype/dejavu/DejaVuSansCondensed.ttf"),
    (Face::SansBold, "truetype/dejavu/DejaVuSansCondensed-Bold.ttf"),
    (Face::Narrow, "truetype/dejavu/DejaVuSansCondensed.ttf"),
    (Face::Serif, "truetype/dejavu/DejaVuSerifCondensed.ttf"),
    (Face::SerifBold, "truetype/dejavu/DejaVuSerifCondensed-Bold.ttf"),
    (Face::Mono, "truetype/dejavu/DejaVuSansMono.ttf"),
    (Face::Wide, "truetype/dejavu/DejaVuSans.ttf"),
    (Face::WideBold, "truetype/dejavu/DejaVuSans-Bold.ttf"),
];

/// All faces, loaded.
pub struct Fonts(Vec<FontVec>);

impl Fonts {
    /// Loads every typeface of the table from a font folder, usually `/usr/share/fonts`.
    pub fn load(folder: &Path) -> Result<Self, String> {
        Self::of(folder, &TABLE)
    }

    /// The same with the typefaces of other families.
    pub fn load_others(folder: &Path) -> Result<Self, String> {
        Self::of(
            folder,
            &TABLE.map(|row| OTHERS.iter().find(|o| o.0 == row.0).map_or(row, |o| (o.0, o.1, "fonts-dejavu-extra"))),
        )
    }

    fn of(folder: &Path, table: &[(Face, &str, &str)]) -> Result<Self, String> {
        let mut faces = Vec::new();
        for (_, file, package) in table {
            let path = folder.join(file);
            let bytes =
                std::fs::read(&path).map_err(|e| format!("{}: {e}; install the package {package}", path.display()))?;
            faces.push(FontVec::try_from_vec(bytes).map_err(|e| format!("{}: {e}", path.display()))?);
        }
        Ok(Self(faces))
    }

    /// The face itself.
    pub fn face(&self, face: Face) -> &FontVec {
        &self.0[TABLE.iter().position(|t| t.0 == face).unwrap_or_default()]
    }

    /// The face that has this letter: the wanted one or the fallback.
    pub fn with_glyph(&self, face: Face, c: char) -> &FontVec {
        let wanted = self.face(face);
        if wanted.glyph_id(c).0 != 0 || c.is_whitespace() {
            return wanted;
        }
        let others = [Face::Fallback, Face::Han, Face::Devanagari].map(|face| self.face(face));
        others.into_iter().find(|font| font.glyph_id(c).0 != 0).unwrap_or_else(|| self.face(Face::Fallback))
    }

    /// Height of the letter x as a share of the type size.
    pub fn x_height(&self, face: Face) -> f32 {
        let font = self.face(face);
        let units = font.units_per_em().unwrap_or(1000.0);
        font.outline(font.glyph_id('x')).map_or(0.5, |o| (o.bounds.max.y - o.bounds.min.y).abs() / units)
    }
}
