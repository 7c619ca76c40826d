//! A file → pages. The format is told from the bytes, never from the name; limits are checked before memory is
//! allocated.
//!
//! The file itself is never changed, and is read once. A panic inside a decoder becomes that file's error.
//!
//! ```text
//! path ─walk─▶ files ─open─▶ bytes ─sniff─▶ format ─┬─ raster: JPEG (jpeg), PNG, WebP, BMP, GIF
//!                                                   ├─ tiff: all pages (ifd)
//!                                                   ├─ heic
//!                                                   └─ pdf: all pages (pdf_survey, pdf_hidden, pdf_marks)
//! ```
//! All of them read what EXIF says through `exif`.

use std::fs::{self, File};
use std::io::Read;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use image::RgbImage;

use crate::error::FileError;
use crate::page::{Format, Origin, Page, PageId};

mod exif;
mod heic;
mod heic_index;
mod ifd;
mod jpeg;
mod pdf;
mod pdf_hidden;
mod pdf_marks;
mod pdf_survey;
mod raster;
mod sniff;
mod tiff;
mod walk;

#[cfg(test)]
mod tests;

pub use walk::{Walk, endings, is_document, walk};

/// What intake refuses to open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes in a file.
    pub file_bytes: u64,
    /// Pixels on a page.
    pub page_pixels: u64,
    /// Pages in a file.
    pub pages: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self { file_bytes: 200 << 20, page_pixels: 120_000_000, pages: 200 }
    }
}

/// A file whose format is known and whose pages can be decoded one by one.
pub struct Document {
    path: PathBuf,
    format: Format,
    pages: u32,
    limits: Limits,
    content: Content,
}

/// What is kept of a file from one page to the next.
enum Content {
    /// One page, all bytes.
    Bytes(Vec<u8>),
    /// All bytes, and where the directory of each page begins.
    Tiff(Vec<u8>, Vec<u64>),
    /// A parsed PDF.
    Pdf(pdf::File),
}

/// A decoded page, before it has an identity.
struct Pixels {
    rgb: RgbImage,
    origin: Origin,
}

/// Opens a file and tells its format and number of pages.
///
/// # Errors
/// [`FileError`] when it cannot be read, has no known format, or exceeds a limit.
pub fn open(path: &Path, limits: &Limits) -> Result<Document, FileError> {
    from_bytes(path, read(path, limits)?, limits)
}

/// As [`open`], for a file that is in memory. `path` is the name that its pages will have; nothing is read there.
///
/// # Errors
/// [`FileError`] when it has no known format, or exceeds a limit.
pub fn from_bytes(path: &Path, bytes: Vec<u8>, limits: &Limits) -> Result<Document, FileError> {
    limits.check_bytes(bytes.len() as u64)?;
    let format = match sniff::kind(&bytes) {
        Some(sniff::Kind::Known(format)) => format,
        Some(sniff::Kind::Foreign(foreign)) => return Err(FileError::Foreign(foreign)),
        None if bytes.is_empty() => return Err(FileError::Empty),
        None => return Err(FileError::UnknownFormat),
    };
    let content = guarded(|| {
        Ok(match format {
            Format::Tiff => {
                let pages = tiff::pages(&bytes, limits)?;
                Content::Tiff(bytes, pages)
            }
            Format::Pdf => Content::Pdf(pdf::File::open(bytes, limits)?),
            _ => Content::Bytes(bytes),
        })
    })?;
    let pages = match &content {
        Content::Bytes(_) => 1,
        Content::Tiff(_, pages) => pages.len() as u32,
        Content::Pdf(file) => file.page_count(),
    };
    Ok(Document { path: path.to_owned(), format, pages, limits: *limits, content })
}

impl Document {
    /// Format of the file.
    pub fn format(&self) -> Format {
        self.format
    }

    /// Number of pages, at least 1.
    pub fn page_count(&self) -> u32 {
        self.pages
    }

    /// About how many pixels a page has, from its header alone, before memory is taken for them; 0 where that cannot be
    /// told. A page of a PDF counts as it is drawn.
    pub fn expected_pixels(&self, number: u32) -> u64 {
        let index = number.saturating_sub(1) as usize;
        let size = match &self.content {
            Content::Pdf(file) => file.expected_size(index),
            Content::Tiff(bytes, pages) => pages.get(index).and_then(|at| tiff::size(bytes, *at)),
            Content::Bytes(bytes) => match self.format {
                Format::Heic => heic::size(bytes),
                _ => raster::size(bytes),
            },
        };
        size.map_or(0, |(width, height)| u64::from(width).saturating_mul(height.into())).min(self.limits.page_pixels)
    }

    /// Decodes one page, counted from 1.
    ///
    /// # Errors
    /// [`FileError`] when this page is broken or exceeds a limit.
    pub fn page(&self, number: u32) -> Result<Page, FileError> {
        if number == 0 || number > self.pages {
            return Err(FileError::Damaged(format!("it has no page {number}")));
        }
        let pixels = guarded(|| self.decode(number as usize - 1))?;
        self.limits.check_pixels(pixels.rgb.width().into(), pixels.rgb.height().into())?;
        let id = PageId { file: self.path.clone(), page: number };
        Ok(Page { id, format: self.format, origin: pixels.origin, rgb: pixels.rgb })
    }

    fn decode(&self, index: usize) -> Result<Pixels, FileError> {
        let limits = &self.limits;
        match &self.content {
            Content::Pdf(file) => file.page(index, limits),
            Content::Tiff(bytes, pages) => tiff::page(bytes, pages.get(index).copied().unwrap_or(0), limits),
            Content::Bytes(bytes) => match self.format {
                Format::Jpeg => raster::jpeg(bytes, limits),
                Format::Png => raster::png(bytes, limits),
                Format::Webp => raster::webp(bytes, limits),
                Format::Bmp => raster::bmp(bytes, limits),
                Format::Gif => raster::gif(bytes, limits),
                Format::Heic => heic::page(bytes, limits),
                Format::Tiff | Format::Pdf => Err(FileError::Internal("a format without its pages".to_owned())),
            },
        }
    }
}

impl Limits {
    /// An error if a file may not have that many bytes.
    fn check_bytes(&self, bytes: u64) -> Result<(), FileError> {
        if bytes > self.file_bytes {
            let mega = |n: u64| n.div_ceil(1 << 20);
            return Err(FileError::FileTooLarge { actual: mega(bytes), limit: self.file_bytes >> 20 });
        }
        Ok(())
    }

    /// The number of pixels, or an error if a page may not have that many.
    fn check_pixels(&self, width: u64, height: u64) -> Result<u64, FileError> {
        let pixels = width.saturating_mul(height);
        if pixels == 0 {
            Err(FileError::Damaged("its width or height is zero".to_owned()))
        } else if pixels > self.page_pixels || width.max(height) > u64::from(i32::MAX as u32) {
            let mega = |n: u64| n.div_ceil(1_000_000);
            Err(FileError::TooManyPixels { actual: mega(pixels), limit: self.page_pixels / 1_000_000 })
        } else {
            Ok(pixels)
        }
    }

    /// An error if a file may not have that many pages.
    fn check_pages(&self, pages: usize) -> Result<(), FileError> {
        let actual = u32::try_from(pages).unwrap_or(u32::MAX);
        if actual > self.pages { Err(FileError::TooManyPages { actual, limit: self.pages }) } else { Ok(()) }
    }
}

/// All bytes of a file. It must be a regular file and not too large, even if it grows while it is read.
fn read(path: &Path, limits: &Limits) -> Result<Vec<u8>, FileError> {
    let about = fs::metadata(path).map_err(|e| cannot(&e))?;
    if about.is_dir() {
        fs::read_dir(path).map_err(|e| cannot(&e))?;
    }
    if !about.is_file() {
        return Err(FileError::NoFile);
    }
    limits.check_bytes(about.len())?;
    let file = File::open(path).map_err(|e| cannot(&e))?;
    let mut bytes = Vec::with_capacity(about.len() as usize);
    file.take(limits.file_bytes.saturating_add(1)).read_to_end(&mut bytes).map_err(|e| cannot(&e))?;
    limits.check_bytes(bytes.len() as u64)?;
    Ok(bytes)
}

fn cannot(error: &std::io::Error) -> FileError {
    match error.kind() {
        std::io::ErrorKind::NotFound => FileError::Missing,
        std::io::ErrorKind::PermissionDenied => FileError::NotAllowed,
        _ => FileError::CannotOpen(raster::short(error)),
    }
}

/// Runs a third-party decoder. A panic in it becomes an error of the file. Anything it left half done is dropped here,
/// or is only read again under this guard.
fn guarded<T>(decoder: impl FnOnce() -> Result<T, FileError>) -> Result<T, FileError> {
    catch_unwind(AssertUnwindSafe(decoder))
        .unwrap_or_else(|_| Err(FileError::Internal("its decoder gave up".to_owned())))
}
