//! Tesseract, the second, independent reader. This is the only file that knows its C library.
//!
//! Each thread that reads has a handle of its own. Tesseract starts OpenMP threads, unless an environment variable
//! forbids it before the program starts: see [`SINGLE_THREAD`].

use std::sync::Arc;

use super::{ReadError, TextReader};

/// Environment variables that keep Tesseract on the thread that calls it; its library reads them when it is loaded.
pub(super) const SINGLE_THREAD: [(&str, &str); 1] = [("OMP_THREAD_LIMIT", "1")];

/// Finds Tesseract and its language data; also returns the version and languages to show.
///
/// # Errors
/// [`ReadError::Missing`], which says what to install.
#[cfg(not(any(feature = "tesseract", feature = "bundled-tesseract")))]
pub(super) fn find() -> Result<(String, Arc<dyn TextReader>), ReadError> {
    Err(ReadError::Missing("Tesseract was left out of this build; build with the feature `tesseract`".to_owned()))
}

/// Nothing is read.
#[cfg(not(any(feature = "tesseract", feature = "bundled-tesseract")))]
pub(super) fn data_paths() -> Vec<std::path::PathBuf> {
    Vec::new()
}

#[cfg(any(feature = "tesseract", feature = "bundled-tesseract"))]
pub(super) use linked::{data_paths, find};

#[cfg(any(feature = "tesseract", feature = "bundled-tesseract"))]
mod linked {
    use std::cell::RefCell;
    use std::path::{Path, PathBuf};

    use image::RgbImage;
    use tesseract_rs::{TessPageIteratorLevel as Level, TessPageSegMode as Mode, TesseractAPI, TesseractError};

    use super::{Arc, ReadError, TextReader};
    use crate::geometry::{Quad, Region, Rotation};
    use crate::pixels::{Pyramid, thumbnail, turned};
    use crate::text::order::in_reading_order;
    use crate::text::{Hint, Reader, Reading, Transcript};

    /// Languages that are used if their data are installed. The documents of an ITIN application are in these.
    const LANGUAGES: [&str; 2] = ["eng", "spa"];
    /// Folders in which systems keep the data, besides Debian's versioned folders.
    const FOLDERS: [&str; 4] = [
        "/usr/share/tessdata",
        "/usr/local/share/tessdata",
        "/opt/homebrew/share/tessdata",
        "C:\\Program Files\\Tesseract-OCR\\tessdata",
    ];
    /// Debian's folder: a folder per version, `tessdata` inside.
    const VERSIONED: &str = "/usr/share/tesseract-ocr";
    /// Resolution that Tesseract is told, in dots per inch: the one that its models were trained for. It only affects
    /// the layout analysis.
    const RESOLUTION: i32 = 300;
    /// Longest side of the copy that is read, in pixels.
    const LONGEST: u32 = 2400;
    /// Least width and height, in pixels, of a picture that Tesseract accepts.
    const LEAST_SIDE: u32 = 3;
    /// Longest side of the copy on which the other turns are tried.
    const LONGEST_TRIAL: u32 = 1200;
    /// A page read with at least this mean confidence and this many letters is upright.
    const UPRIGHT: f32 = 0.8;
    const UPRIGHT_LETTERS: usize = 20;
    /// Another turn must be this many times more legible than the page as it was given.
    const CLEARLY_BETTER: f32 = 2.0;
    /// Lines read with less confidence are texture, not print.
    const LEAST_CONFIDENCE: f32 = 0.3;

    thread_local! {
        /// The handle of this thread, and the data that it was opened with.
        static HANDLE: RefCell<Option<(Tesseract, TesseractAPI)>> = const { RefCell::new(None) };
    }

    /// The folder of the data, and the languages.
    #[derive(Debug, Clone, PartialEq, Eq)]
    struct Tesseract {
        folder: PathBuf,
        languages: String,
    }

    pub(in crate::text) fn find() -> Result<(String, Arc<dyn TextReader>), ReadError> {
        let version = TesseractAPI::version();
        let tesseract = folders().iter().find_map(|folder| Tesseract::in_folder(folder)).ok_or_else(|| {
            ReadError::Missing(format!(
                "Tesseract {version} has no language data; install tesseract-ocr-eng and tesseract-ocr-spa \
                 (apt), tesseract-langpack-spa (dnf), tesseract-lang (brew), or name their folder in TESSDATA_PREFIX"
            ))
        })?;
        let mut state = format!("Tesseract {version} ({})", tesseract.languages.replace('+', ", "));
        if !tesseract.languages.contains("spa") {
            state.push_str("; for Spanish install tesseract-ocr-spa");
        }
        tesseract.with_handle(|_| Ok(()))?;
        Ok((state, Arc::new(tesseract)))
    }

    /// Folders that may hold language data, in the order in which they are tried.
    fn folders() -> Vec<PathBuf> {
        let named = std::env::var_os("TESSDATA_PREFIX").map(PathBuf::from);
        let mut folders: Vec<PathBuf> = named.into_iter().flat_map(|dir| [dir.join("tessdata"), dir]).collect();
        let mut versions: Vec<PathBuf> = std::fs::read_dir(VERSIONED)
            .map(|entries| entries.filter_map(|e| Some(e.ok()?.path().join("tessdata"))).collect())
            .unwrap_or_default();
        versions.sort();
        folders.extend(versions.into_iter().rev());
        folders.extend(FOLDERS.map(PathBuf::from));
        folders
    }

    /// Everything that reading needs from the file system: the folders above, and the targets of links in them.
    pub(in crate::text) fn data_paths() -> Vec<PathBuf> {
        let mut paths = folders();
        let data = |folder: &PathBuf| LANGUAGES.map(|language| folder.join(format!("{language}.traineddata")));
        let targets: Vec<PathBuf> = paths.iter().flat_map(data).filter_map(|file| file.canonicalize().ok()).collect();
        paths.extend(targets);
        paths.push(VERSIONED.into());
        paths
    }

    impl Tesseract {
        fn in_folder(folder: &Path) -> Option<Self> {
            folder.to_str().filter(|path| !path.contains('\0'))?;
            let there = |language: &&str| folder.join(format!("{language}.traineddata")).is_file();
            let languages: Vec<&str> = LANGUAGES.into_iter().filter(there).collect();
            (!languages.is_empty()).then(|| Self { folder: folder.to_owned(), languages: languages.join("+") })
        }

        /// Does something with the handle of this thread, which is opened first if needed.
        fn with_handle<T>(
            &self,
            work: impl FnOnce(&TesseractAPI) -> Result<T, TesseractError>,
        ) -> Result<T, ReadError> {
            HANDLE.with_borrow_mut(|kept| {
                if kept.as_ref().is_none_or(|(opened_with, _)| opened_with != self) {
                    *kept = Some((self.clone(), self.open()?));
                }
                match kept {
                    Some((_, handle)) => work(handle).map_err(|e| ReadError::Failed(e.to_string())),
                    None => Err(ReadError::Failed("no handle".to_owned())),
                }
            })
        }

        fn open(&self) -> Result<TesseractAPI, ReadError> {
            let handle = TesseractAPI::new();
            let broken = |e: TesseractError| {
                ReadError::Missing(format!(
                    "{e}: the language data in {} do not work; install tesseract-ocr-eng again",
                    self.folder.display()
                ))
            };
            handle.init(&self.folder, &self.languages).map_err(broken)?;
            #[cfg(unix)]
            handle.set_variable("debug_file", "/dev/null").map_err(broken)?;
            Ok(handle)
        }

        fn lines(&self, image: &RgbImage, mode: Mode) -> Result<Vec<Reading>, ReadError> {
            let (width, height) = (image.width() as i32, image.height() as i32);
            let line = mode == Mode::PSM_SINGLE_LINE;
            let gray = if line { luminance(image) } else { Vec::new() };
            self.with_handle(|handle| {
                handle.set_page_seg_mode(mode)?;
                if line {
                    handle.set_image(&gray, width, height, 1, width)?;
                } else {
                    handle.set_image(image.as_raw(), width, height, 3, 3 * width)?;
                }
                handle.set_source_resolution(RESOLUTION)?;
                handle.recognize()?;
                let lines = words(handle)?;
                handle.clear()?;
                Ok(lines)
            })
        }

        /// Reads an upright picture; the lines are in its own pixels, however large it is.
        fn read_upright(&self, image: &RgbImage, mode: Mode, longest: u32) -> Result<Vec<Reading>, ReadError> {
            let copy = thumbnail(image, longest);
            if copy.width() < LEAST_SIDE || copy.height() < LEAST_SIDE {
                return Ok(Vec::new());
            }
            let mut lines = self.lines(&copy, mode)?;
            if copy.dimensions() != image.dimensions() {
                let (fx, fy) =
                    (image.width() as f32 / copy.width() as f32, image.height() as f32 / copy.height() as f32);
                for line in &mut lines {
                    let r = line.region;
                    line.region = Region::new(r.left * fx, r.top * fy, r.width * fx, r.height * fy);
                    line.outline = Quad::from(line.region);
                }
            }
            in_reading_order(&mut lines);
            Ok(lines)
        }

        fn read_page(&self, image: &RgbImage) -> Result<Transcript, ReadError> {
            let lines = self.read_upright(image, Mode::PSM_AUTO, LONGEST)?;
            let (letters, mean) = legibility(&lines);
            if letters >= UPRIGHT_LETTERS && mean >= UPRIGHT {
                return Ok(Transcript { rotation_confidence: mean, lines, ..Transcript::default() });
            }
            let trial = thumbnail(image, LONGEST_TRIAL);
            let mut trials = Vec::new();
            for rotation in Rotation::ALL {
                let turned = turned(&trial, rotation);
                let read = self.read_upright(turned.as_ref().unwrap_or(&trial), Mode::PSM_AUTO, LONGEST_TRIAL)?;
                let prior = if rotation == Rotation::None { CLEARLY_BETTER } else { 1.0 };
                trials.push((rotation, evidence(&read) * prior));
            }
            trials.sort_by(|a, b| b.1.total_cmp(&a.1));
            let [(rotation, best), (_, next), ..] = trials[..] else { return Ok(Transcript::default()) };
            let rotation_confidence = if best > 0.0 { ((best - next) / best).clamp(0.0, 1.0) } else { 0.0 };
            if rotation == Rotation::None || best <= 0.0 {
                return Ok(Transcript { rotation_confidence, lines, ..Transcript::default() });
            }
            Ok(Transcript { rotation, rotation_confidence, ..Transcript::default() })
        }
    }

    impl TextReader for Tesseract {
        fn reader(&self) -> Reader {
            Reader::Tesseract
        }

        fn read(&self, picture: &Pyramid<'_>, hint: Hint<'_>) -> Result<Transcript, ReadError> {
            let image = picture.full();
            let upright = |mode| {
                let lines = self.read_upright(image, mode, LONGEST)?;
                Ok(Transcript { rotation_confidence: 1.0, lines, ..Transcript::default() })
            };
            match hint {
                Hint::Page(_) => self.read_page(image),
                Hint::UprightPage(_) => upright(Mode::PSM_AUTO),
                Hint::Line => upright(Mode::PSM_SINGLE_LINE),
            }
        }
    }

    /// The gray levels that Leptonica makes of colors, 0–255. The network of Tesseract reads gray; in colors it would first
    /// pack and unpack the line as a PNG of four bytes a pixel, which took more than half of its time. Where the words are
    /// is found in one gray threshold instead of one for each color.
    fn luminance(image: &RgbImage) -> Vec<u8> {
        let gray = |[r, g, b]: [u32; 3]| (3 * r + 5 * g + 2 * b + 5) / 10;
        image.pixels().map(|pixel| gray(pixel.0.map(u32::from)) as u8).collect()
    }

    /// The lines that were recognized, put together from their words.
    fn words(handle: &TesseractAPI) -> Result<Vec<Reading>, TesseractError> {
        let words = match handle.get_iterator() {
            Ok(words) => words,
            Err(TesseractError::NullPointerError) => return Ok(Vec::new()),
            Err(error) => return Err(error),
        };
        let mut lines: Vec<Line> = Vec::new();
        loop {
            if let Ok(place) = words.get_bounding_box(Level::RIL_TEXTLINE)
                && let Ok(text) = words.get_utf8_text(Level::RIL_WORD)
            {
                let confidence = (words.confidence(Level::RIL_WORD)? / 100.0).clamp(0.0, 1.0);
                if lines.last().is_none_or(|line| line.place != place) {
                    lines.push(Line { place, text: String::new(), letters: 0, sum: 0.0, weakest: 1.0 });
                }
                if let Some(line) = lines.last_mut() {
                    line.add(&text, confidence);
                }
            }
            if !words.next(Level::RIL_WORD)? {
                return Ok(lines.into_iter().filter_map(Line::reading).collect());
            }
        }
    }

    /// A line while its words are being added.
    struct Line {
        place: (i32, i32, i32, i32),
        text: String,
        letters: usize,
        sum: f32,
        weakest: f32,
    }

    impl Line {
        fn add(&mut self, word: &str, confidence: f32) {
            let word = word.trim();
            let letters = word.chars().count();
            if letters == 0 {
                return;
            }
            if !self.text.is_empty() {
                self.text.push(' ');
            }
            self.text.push_str(word);
            self.letters += letters;
            self.sum += confidence * letters as f32;
            self.weakest = self.weakest.min(confidence);
        }

        fn reading(self) -> Option<Reading> {
            let confidence = self.sum / self.letters.max(1) as f32;
            if self.letters == 0 || confidence < LEAST_CONFIDENCE {
                return None;
            }
            let (left, top, right, bottom) = self.place;
            let (width, height) = ((right - left).max(0) as f32, (bottom - top).max(0) as f32);
            let region = Region::new(left as f32, top as f32, width, height);
            let (text, weakest, reader) = (self.text, self.weakest, Reader::Tesseract);
            Some(Reading {
                text,
                region,
                outline: Quad::from(region),
                confidence,
                weakest,
                letters: Vec::new(),
                reader,
            })
        }
    }

    fn letters(line: &Reading) -> usize {
        line.text.chars().filter(|c| c.is_alphanumeric()).count()
    }

    /// Number of letters, and mean confidence over them.
    fn legibility(lines: &[Reading]) -> (usize, f32) {
        let count: usize = lines.iter().map(letters).sum();
        let sum: f32 = lines.iter().map(|line| line.confidence * letters(line) as f32).sum();
        (count, sum / count.max(1) as f32)
    }

    /// How much was read: the number of letters, each weighted by how far its confidence is above chance.
    fn evidence(lines: &[Reading]) -> f32 {
        lines.iter().map(|line| (line.confidence - 0.5).max(0.0) * letters(line) as f32).sum()
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        fn line(words: &[(&str, f32)]) -> Option<Reading> {
            let mut line = Line { place: (10, 20, 110, 40), text: String::new(), letters: 0, sum: 0.0, weakest: 1.0 };
            for (word, confidence) in words {
                line.add(word, *confidence);
            }
            line.reading()
        }

        #[test]
        fn a_line_is_its_words_weighed_by_their_letters() {
            let line = line(&[("MARIA", 0.9), (" ", 0.1), ("OLIVIA\n", 0.5)]).unwrap();
            assert_eq!(line.text, "MARIA OLIVIA");
            assert!((line.confidence - (0.9 * 5.0 + 0.5 * 6.0) / 11.0).abs() < 1e-5);
            assert!((line.weakest - 0.5).abs() < 1e-6);
            assert_eq!(line.region, Region::new(10.0, 20.0, 100.0, 20.0));
        }

        #[test]
        fn texture_is_no_line() {
            assert_eq!(line(&[("~", 0.1)]), None);
            assert_eq!(line(&[]), None);
        }

        #[test]
        fn a_folder_without_data_is_refused() {
            assert_eq!(Tesseract::in_folder(Path::new("/nowhere/at/all")), None);
        }
    }
}
