//! Recognizes the scripts of lines that the reader of print cannot read.
//!
//! A reader that has never seen Cyrillic takes it for odd Latin letters or for nothing, and either result is wrong. So
//! the lines that it doubts go to a small network that does not know letters, only what print in about two dozen
//! scripts looks like (it is trained on drawn lines by the recipe in `training/script`). One line proves little: a
//! script counts as present on the page only if several lines show it.

use image::imageops;
use serde::{Deserialize, Serialize};

use super::inference::{Network, Pictures, Runtime};
use super::{ReadError, Reading};
use crate::assets::Assets;
use crate::geometry::{Point, Quad, Size};
use crate::pixels::Pyramid;

/// The weights, among the program's own files.
const FILE: &str = "script/script.onnx";
/// The classes of the network, in its order: no print at all, then scripts, each as the RFC 5646 code of "some language
/// in this script".
const KNOWN: [&str; 24] = [
    "none", "und-Latn", "und-Cyrl", "und-Grek", "und-Armn", "und-Geor", "und-Hebr", "und-Arab", "und-Deva", "und-Beng",
    "und-Guru", "und-Gujr", "und-Taml", "und-Telu", "und-Knda", "und-Mlym", "und-Sinh", "und-Thai", "und-Laoo",
    "und-Khmr", "und-Mymr", "und-Ethi", "und-Hang", "und-Hani",
];
/// The classes that the reader of print can read, and "no print".
const READ: [&str; 3] = ["none", "und-Latn", "und-Hani"];
/// Height of a strip in pixels, and bounds of its width; for longer lines, the beginning is enough.
const HEIGHT: u32 = 32;
const WIDTHS: std::ops::RangeInclusive<u32> = 64..=512;
/// Least probability at which a line counts for a script, and how many such lines make it a script of the page.
const MIN_SCRIPT_CHANCE: f32 = 0.8;
const MIN_SCRIPT_LINES: usize = 3;
/// Lines read with less confidence may be in a script that the reader does not know.
pub(super) const DOUBTFUL: f32 = 0.85;
/// Lines read with less confidence than this were hardly read at all: they belong to a script of the page if they are
/// likely in any script that the reader does not know.
const HARDLY_READ: f32 = 0.6;
/// Least probability at which another line of the page is in the same script: for a doubtful line, and for one that
/// seemed to be read.
const SAME_SCRIPT: f32 = 0.5;
const AFTER_ALL: f32 = 0.9;

/// A script that the reader of print does not know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Script(u8);

impl Script {
    /// The script that a language code names, as in `und-Cyrl`; `None` for scripts that the reader reads, and for
    /// unknown codes.
    pub fn of(language: &str) -> Option<Self> {
        let place = KNOWN.iter().position(|known| *known == language)?;
        (!READ.contains(&language)).then_some(Self(place as u8))
    }

    /// All of them.
    pub fn all() -> impl Iterator<Item = Self> {
        KNOWN.iter().filter_map(|known| Self::of(known))
    }

    /// The code of "some language in this script": `und-Cyrl`.
    pub fn language(self) -> &'static str {
        KNOWN.get(usize::from(self.0)).copied().unwrap_or("und")
    }
}

/// A line that cannot be read, because the reader does not know its script.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Foreign {
    /// Its script.
    pub script: Script,
    /// Where it is. Its text holds only its numbers, each of them read with high confidence.
    pub line: Reading,
}

/// What the network sees in a line.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Look {
    /// Probability of each of [`KNOWN`].
    chances: Vec<f32>,
    /// Probability that the line is not upside down.
    pub(super) upright: f32,
}

impl Look {
    fn from_logits(logits: &[f32]) -> Option<Self> {
        let (turn, scripts) = logits.split_last().filter(|(_, scripts)| scripts.len() == KNOWN.len())?;
        let most = scripts.iter().copied().fold(f32::MIN, f32::max);
        let raised: Vec<f32> = scripts.iter().map(|v| (v - most).exp()).collect();
        let sum: f32 = raised.iter().sum();
        let chances = raised.into_iter().map(|v| v / sum).collect();
        Some(Self { chances, upright: 1.0 / (1.0 + (-turn).exp()) })
    }

    fn chance(&self, script: Script) -> f32 {
        self.chances.get(usize::from(script.0)).copied().unwrap_or(0.0)
    }

    /// The script of the page that this line is in, if any; `confidence` is that of its reading.
    pub(super) fn one_of(&self, scripts: &[Script], confidence: f32) -> Option<Script> {
        let likeliest = scripts.iter().copied().max_by(|a, b| self.chance(*a).total_cmp(&self.chance(*b)))?;
        let is = match confidence {
            c if c < HARDLY_READ => Script::all().map(|script| self.chance(script)).sum::<f32>() >= SAME_SCRIPT,
            c if c < DOUBTFUL => self.chance(likeliest) >= SAME_SCRIPT,
            _ => self.chance(likeliest) >= AFTER_ALL,
        };
        is.then_some(likeliest)
    }

    /// The script, unknown to the reader, that this line is in with high probability.
    pub(super) fn surely(&self) -> Option<Script> {
        Script::all().find(|script| self.chance(*script) >= MIN_SCRIPT_CHANCE)
    }
}

/// The network, loaded once.
pub(super) struct Looks(Network);

impl Looks {
    /// Loads the weights from the program's own files.
    ///
    /// # Errors
    /// [`ReadError::Missing`] when the file is missing or is not a network that works here.
    pub(super) fn load(assets: &Assets, runtime: &Runtime) -> Result<Self, ReadError> {
        Network::load(&assets.path(FILE), runtime).map(Self)
    }

    /// Looks at pieces of a picture; the first corner of each is where its text begins. Answers in the same order.
    ///
    /// # Errors
    /// [`ReadError::Failed`] when the network fails.
    pub(super) fn at(&self, picture: &Pyramid<'_>, pieces: &[Quad]) -> Result<Vec<Look>, ReadError> {
        let failed = || ReadError::Failed("the network of scripts gave no answer".to_owned());
        let look = |piece: &Quad| {
            let (piece, size) = beginning(piece);
            let strip = imageops::grayscale(&picture.sample(&piece, size));
            Look::from_logits(&self.0.run(Pictures::standardized(&strip))?.values).ok_or_else(failed)
        };
        pieces.iter().map(look).collect()
    }
}

/// The part of the piece that is looked at, from its beginning, and the size of its strip.
fn beginning(piece: &Quad) -> (Quad, Size) {
    let [a, b, c, d] = piece.corners;
    let (across, down) = (a.distance(b).max(d.distance(c)), a.distance(d).max(b.distance(c)).max(1.0));
    let (width, most) = (HEIGHT as f32 * across / down, *WIDTHS.end() as f32);
    let share = (most / width.max(1.0)).min(1.0);
    let on = |from: Point, to: Point| Point::new(from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share);
    let size = Size::new((width as u32).clamp(*WIDTHS.start(), *WIDTHS.end()), HEIGHT);
    (Quad::new([a, on(a, b), on(d, c), d]), size)
}

/// The scripts on a page, according to its doubtful lines.
pub(super) fn on_page(looks: &[Look]) -> Vec<Script> {
    let mut votes: Vec<Script> = looks.iter().filter_map(Look::surely).collect();
    votes.sort_unstable();
    votes.chunk_by(|a, b| a == b).filter(|same| same.len() >= MIN_SCRIPT_LINES).map(|same| same[0]).collect()
}

#[cfg(test)]
mod tests {
    use image::{Rgb, RgbImage};

    use super::*;
    use crate::geometry::Region;

    /// A line that looks like one script with this probability, and like Latin with the rest.
    fn look(code: &str, chance: f32) -> Look {
        let mut chances = vec![0.0; KNOWN.len()];
        chances[1] = 1.0 - chance;
        chances[KNOWN.iter().position(|c| c.ends_with(code)).unwrap()] = chance;
        Look { chances, upright: 1.0 }
    }

    #[test]
    fn several_lines_make_a_script_of_the_page_and_then_doubtful_ones_belong_to_it() {
        let cyrillic = Script::of("und-Cyrl").unwrap();
        let page = [look("Cyrl", 0.9), look("Cyrl", 0.95), look("Latn", 0.9), look("Cyrl", 0.85)];
        assert_eq!(on_page(&page), [cyrillic]);
        assert_eq!(look("Cyrl", 0.6).one_of(&[cyrillic], 0.7), Some(cyrillic));
        assert_eq!(look("Grek", 0.6).one_of(&[cyrillic], 0.7), None);
        assert_eq!(look("Grek", 0.6).one_of(&[cyrillic], 0.4), Some(cyrillic));
        assert_eq!(look("Cyrl", 0.8).one_of(&[cyrillic], 0.95), None);
        assert_eq!(look("Cyrl", 0.95).one_of(&[cyrillic], 0.95), Some(cyrillic));
        assert_eq!(look("Cyrl", 0.9).one_of(&[], 0.0), None);
    }

    #[test]
    fn single_lines_of_many_scripts_prove_nothing() {
        let page = [look("Cyrl", 0.99), look("Cyrl", 0.99), look("Grek", 0.99), look("Arab", 0.7), look("Hani", 0.99)];
        assert!(on_page(&page).is_empty());
    }

    #[test]
    fn what_the_reader_reads_is_never_foreign() {
        assert!(
            Script::all().all(|s| !READ.contains(&s.language())) && Script::all().count() == KNOWN.len() - READ.len()
        );
        assert!(on_page(&vec![look("Hani", 1.0); 9]).is_empty());
    }

    #[test]
    fn of_a_long_line_the_beginning_is_looked_at_in_its_own_shape() {
        let (piece, size) = beginning(&Quad::from(Region::new(10.0, 20.0, 2000.0, 40.0)));
        assert_eq!((piece.bounds(), size), (Region::new(10.0, 20.0, 640.0, 40.0), Size::new(512, HEIGHT)));
        let short = Quad::from(Region::new(0.0, 0.0, 100.0, 20.0));
        assert_eq!(beginning(&short), (short, Size::new(160, HEIGHT)));
    }

    #[test]
    fn the_weights_of_the_repository_take_blank_paper_for_nothing() {
        let assets = Assets::at(concat!(env!("CARGO_MANIFEST_DIR"), "/assets"));
        let looks = Looks::load(&assets, &Runtime::Rten(String::new())).unwrap();
        let paper = RgbImage::from_fn(400, 60, |x, y| Rgb([230 - ((x * 7 + y * 3) % 5) as u8; 3]));
        let line = Quad::from(Region::new(10.0, 10.0, 300.0, 30.0));
        let found = looks.at(&Pyramid::of(&paper), &[line; 4]).unwrap();
        assert!(on_page(&found).is_empty(), "{found:?}");
    }
}
