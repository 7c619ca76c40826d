//! PP-OCRv6 (PaddleOCR's detector and recognizer, "small"): the main reader.
//!
//! A reduced copy of the page goes to the detector; the lines that it finds are cut from the *full* page and read one
//! by one, so that small print keeps all its pixels. A smaller recognizer ("tiny") reads them first; what it is not sure
//! of, the larger one reads again.

use self::ctc::Decoded;
use self::detect::Scale;
use self::outline::Found;
use self::recognize::Recognizer;
use self::upright::Upright;
use super::inference::{Network, Runtime};
use super::order::in_reading_order;
use super::script::{self, Foreign, Look, Looks, Script};
use super::{Hint, ReadError, Reader, Reading, TextReader, Transcript};
use crate::assets::Assets;
use crate::geometry::{Point, Quad, Rotation, Size};
use crate::pixels::Pyramid;

mod closer;
mod ctc;
mod detect;

mod outline;

mod recognize;
mod upright;

const DETECTOR: &str = "models/PP-OCRv6_det_small.onnx";
const RECOGNIZER: &str = "models/PP-OCRv6_rec_small.onnx";
/// The recognizer that reads every line first, five times as fast; without it the other one reads them all.
const QUICK_RECOGNIZER: &str = "models/PP-OCRv6_rec_tiny.onnx";
/// How large the detector sees a page.
const SCALE: Scale = Scale { longest: 960, shortest: 640 };
/// Lines read with less confidence are texture, not print.
const LEAST_CONFIDENCE: f32 = 0.3;
/// If reading finds the turn with less confidence, the look of the lines may find it.
const SURELY_UPRIGHT: f32 = 0.5;
/// Placeholder for the letters of a line that cannot be read: as many as a short word has.
const FOREIGN_TEXT: &str = "······";
/// Least confidence of its least certain letter at which a line that the quick recognizer read stays as it is, until facts
/// rest on it (`TextReader::read_carefully`).
const SURELY_READ: f32 = 0.5;
/// Least confidence of a digit among unknown letters, and fewest digits of a number.
const SURE_DIGIT: f32 = 0.8;
const NUMBER: usize = 2;
/// A box at least this many times taller than wide holds print that runs down or up the page.
const TALL: f32 = 1.5;
/// Below this ratio, a tall box may also be one narrow upright letter.
const TALL_LETTER: f32 = 3.0;

/// The reader. Loaded once, shared by all threads.
pub(super) struct Ppocr {
    detector: Network,
    recognizer: Recognizer,
    /// Reads every line first; `None` if its weights are missing.
    quick: Option<Recognizer>,
    /// The network that recognizes scripts; `None` if its weights are missing.
    looks: Option<Looks>,
    runtime: &'static str,
}

/// Pieces of a page that were already read to find out which way is up.
#[derive(Default)]
struct Known(Vec<(Quad, Decoded)>);

impl Known {
    fn get(&self, piece: &Quad) -> Option<&Decoded> {
        self.0.iter().find(|(known, _)| known == piece).map(|(_, decoded)| decoded)
    }
}

impl Ppocr {
    /// Loads both networks from the program's own files.
    ///
    /// # Errors
    /// [`ReadError::Missing`] when a file is missing or cannot be used; it says what to do.
    pub(super) fn load(assets: &Assets, runtime: &Runtime) -> Result<Self, ReadError> {
        let detector = Network::load(&assets.path(DETECTOR), runtime)?;
        let recognizer = Recognizer::new(Network::load(&assets.path(RECOGNIZER), runtime)?)?;
        let quick = Network::load(&assets.path(QUICK_RECOGNIZER), runtime).and_then(Recognizer::new).ok();
        let looks = Looks::load(assets, runtime).ok();
        Ok(Self { detector, recognizer, quick, looks, runtime: runtime.name() })
    }

    /// Version and letters, and what runs the networks.
    pub(super) fn state(&self) -> String {
        format!("PP-OCRv6 small (Latin, Chinese, Japanese), run by {}", self.runtime)
    }

    fn read_line(&self, picture: &Pyramid<'_>) -> Result<Transcript, ReadError> {
        let whole = Quad::from(picture.size().region());
        let decoded = self.recognizer.read(picture, &[whole])?;
        let lines = decoded.into_iter().filter_map(|d| reading(d, whole, picture.size())).collect();
        Ok(Transcript { rotation_confidence: 1.0, lines, ..Transcript::default() })
    }

    fn read_page(&self, picture: &Pyramid<'_>, hint: Hint<'_>) -> Result<Transcript, ReadError> {
        let (Hint::Page(documents) | Hint::UprightPage(documents)) = hint else { return self.read_line(picture) };
        let found = detect::detect(&self.detector, picture, SCALE, documents)?;
        let mut known = Known::default();
        let upright = match hint {
            Hint::Page(_) => self.upright(picture, &found, &mut known)?,
            Hint::UprightPage(_) | Hint::Line => Upright { rotation: Rotation::None, confidence: 1.0 },
        };
        let (rotation, rotation_confidence) = (upright.rotation, upright.confidence);
        if rotation != Rotation::None {
            return Ok(Transcript { rotation, rotation_confidence, ..Transcript::default() });
        }
        let (mut lines, foreign) = self.read_lines(picture, &found, &mut known)?;
        in_reading_order(&mut lines);
        Ok(Transcript { rotation, rotation_confidence, lines, foreign })
    }

    /// Finds which way is up. If reading does not tell, print in an unknown script can show whether it is upside down.
    fn upright(&self, picture: &Pyramid<'_>, found: &[Found], known: &mut Known) -> Result<Upright, ReadError> {
        let size = picture.size();
        let read = upright::find(found, size, |pieces| self.read_pieces(picture, pieces, known))?;
        if read.confidence >= SURELY_UPRIGHT {
            return Ok(read);
        }
        let seen = |look: Look| match look.surely() {
            Some(_) => Decoded { text: FOREIGN_TEXT.to_owned(), confidence: look.upright, ..Decoded::default() },
            None => Decoded::default(),
        };
        let looks = |pieces: &[Quad]| match self.look(picture, pieces)? {
            looks if looks.is_empty() => Ok(vec![Decoded::default(); pieces.len()]),
            looks => Ok(looks.into_iter().map(seen).collect()),
        };
        let looked = upright::find(found, size, looks)?;
        Ok(if looked.confidence >= SURELY_UPRIGHT { looked } else { read })
    }

    /// Reads pieces of a page, each of them once.
    fn read_pieces(
        &self,
        picture: &Pyramid<'_>,
        pieces: &[Quad],
        known: &mut Known,
    ) -> Result<Vec<Decoded>, ReadError> {
        let new: Vec<Quad> = pieces.iter().filter(|piece| known.get(piece).is_none()).copied().collect();
        let read = self.recognize(picture, &new)?;
        known.0.extend(new.into_iter().zip(read));
        Ok(pieces.iter().map(|piece| known.get(piece).cloned().unwrap_or_default()).collect())
    }

    /// Reads pieces, each as cheaply as it can be read for sure.
    fn recognize(&self, picture: &Pyramid<'_>, pieces: &[Quad]) -> Result<Vec<Decoded>, ReadError> {
        let Some(quick) = &self.quick else { return self.recognizer.read(picture, pieces) };
        let mut read = quick.read(picture, pieces)?;
        let unsure: Vec<usize> = (0..read.len()).filter(|i| read[*i].weakest < SURELY_READ).collect();
        let again: Vec<Quad> = unsure.iter().map(|i| pieces[*i]).collect();
        for (i, decoded) in unsure.into_iter().zip(self.recognizer.read(picture, &again)?) {
            read[i] = decoded;
        }
        Ok(read)
    }

    fn look(&self, picture: &Pyramid<'_>, pieces: &[Quad]) -> Result<Vec<Look>, ReadError> {
        self.looks.as_ref().map_or(Ok(Vec::new()), |looks| looks.at(picture, pieces))
    }

    /// Reads all lines of an upright page; lines in unknown scripts are returned separately.
    fn read_lines(
        &self,
        picture: &Pyramid<'_>,
        found: &[Found],
        known: &mut Known,
    ) -> Result<(Vec<Reading>, Vec<Foreign>), ReadError> {
        let page = picture.size();
        let ways: Vec<(usize, Quad)> = found
            .iter()
            .enumerate()
            .flat_map(|(i, f)| ways(upright::placed(&f.quad, Rotation::None, page)).into_iter().map(move |q| (i, q)))
            .collect();
        let pieces: Vec<Quad> = ways.iter().map(|(_, quad)| *quad).collect();
        let mut best: Vec<Option<(Decoded, Quad)>> = vec![None; found.len()];
        for ((i, quad), decoded) in ways.into_iter().zip(self.read_pieces(picture, &pieces, known)?) {
            if best[i].as_ref().is_none_or(|(before, _)| before.confidence < decoded.confidence) {
                best[i] = Some((decoded, quad));
            }
        }
        let best: Vec<(Decoded, Quad)> = best.into_iter().flatten().collect();
        let scripts = self.scripts(picture, &best)?;
        let (mut lines, mut foreign) = (Vec::new(), Vec::new());
        for ((decoded, quad), script) in best.into_iter().zip(scripts) {
            match script {
                Some(script) => foreign.push(Foreign { script, line: numbers(&decoded, quad, page) }),
                None => lines.extend(reading(decoded, quad, page)),
            }
        }
        Ok((lines, foreign))
    }

    /// The script of each line that is in an unknown script. Only doubtful lines can show that there is such a script.
    fn scripts(&self, picture: &Pyramid<'_>, lines: &[(Decoded, Quad)]) -> Result<Vec<Option<Script>>, ReadError> {
        let look = |doubtful: bool| {
            let these =
                lines.iter().enumerate().filter(move |(_, line)| (line.0.confidence < script::DOUBTFUL) == doubtful);
            let (numbers, pieces): (Vec<usize>, Vec<Quad>) = these.map(|(i, line)| (i, line.1)).unzip();
            self.look(picture, &pieces).map(|looks| (numbers, looks))
        };
        let mut answers = vec![None; lines.len()];
        let (doubtful, mut looks) = look(true)?;
        let here = script::on_page(&looks);
        if here.is_empty() {
            return Ok(answers);
        }
        let (sure, others) = look(false)?;
        looks.extend(others);
        for (i, look) in doubtful.into_iter().chain(sure).zip(looks) {
            answers[i] = look.one_of(&here, lines[i].0.confidence);
        }
        Ok(answers)
    }
}

impl TextReader for Ppocr {
    fn reader(&self) -> Reader {
        Reader::Ppocr
    }

    fn read(&self, picture: &Pyramid<'_>, hint: Hint<'_>) -> Result<Transcript, ReadError> {
        let size = picture.size();
        if size.width == 0 || size.height == 0 {
            return Ok(Transcript::default());
        }
        match hint {
            Hint::Line => self.read_line(picture),
            Hint::Page(_) | Hint::UprightPage(_) => self.read_page(picture, hint),
        }
    }

    fn read_carefully(&self, picture: &Pyramid<'_>, lines: &[Quad]) -> Result<Vec<Option<Reading>>, ReadError> {
        if self.quick.is_none() {
            return Ok(Vec::new());
        }
        let read = self.recognizer.read(picture, lines)?;
        Ok(read.into_iter().zip(lines).map(|(decoded, line)| reading(decoded, *line, picture.size())).collect())
    }
}

/// The ways in which the print in an upright box may run, likeliest first; the first corner is where it begins.
fn ways(quad: Quad) -> Vec<Quad> {
    let (width, height) = quad.sides();
    if height < TALL * width {
        return vec![quad];
    }
    let turned = |by: usize| {
        let mut corners = quad.corners;
        corners.rotate_left(by);
        Quad::new(corners)
    };
    let (down, up) = (turned(1), turned(3));
    if height < TALL_LETTER * width { vec![quad, down, up] } else { vec![down, up] }
}

/// What can be read of a line in an unknown script: its numbers.
fn numbers(decoded: &Decoded, quad: Quad, size: Size) -> Reading {
    let sure = |(c, confidence): (char, &f32)| if *confidence >= SURE_DIGIT { c } else { ' ' };
    let kept: String = decoded.text.chars().zip(&decoded.letters).map(sure).collect();
    let numbers = kept.split(|c: char| !c.is_ascii_digit()).filter(|run| run.len() >= NUMBER);
    let text = numbers.collect::<Vec<_>>().join(" ");
    line(Decoded { text, letters: Vec::new(), ..*decoded }, quad, size)
}

/// A line of the transcript; `None` for texture that is not print.
fn reading(decoded: Decoded, quad: Quad, size: Size) -> Option<Reading> {
    (!decoded.text.is_empty() && decoded.confidence >= LEAST_CONFIDENCE).then(|| line(decoded, quad, size))
}

fn line(decoded: Decoded, quad: Quad, size: Size) -> Reading {
    let (right, bottom) = (size.width as f32, size.height as f32);
    let outline = Quad::new(quad.corners.map(|p| Point::new(p.x.clamp(0.0, right), p.y.clamp(0.0, bottom))));
    let Decoded { text, confidence, weakest, letters } = decoded;
    Reading { text, region: outline.bounds(), outline, confidence, weakest, letters, reader: Reader::Ppocr }
}
