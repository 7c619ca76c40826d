//! Behavior of intake as a whole, on files made in memory.

use std::path::PathBuf;

use image::{DynamicImage, ImageFormat, Rgb, RgbImage};

use super::*;

mod hostile;
mod pdf_pages;
mod raster_pages;
mod tiff_pages;

/// A folder of test files that is removed at the end.
pub(super) struct Folder {
    root: PathBuf,
}

impl Folder {
    pub fn new(name: &str) -> Self {
        let root = std::env::temp_dir().join(format!("precheck-intake-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&root).unwrap();
        Self { root }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        if name.is_empty() { self.root.clone() } else { self.root.join(name) }
    }

    pub fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, bytes).unwrap();
        path
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.root);
    }
}

/// Opens bytes as a file whose name does not show its format.
fn opened(test: &str, bytes: &[u8], limits: &Limits) -> Result<Document, FileError> {
    let folder = Folder::new(test);
    open(&folder.file("document", bytes), limits)
}

/// All pages of a file within the usual limits.
fn pages(test: &str, bytes: &[u8]) -> Vec<Page> {
    let document = opened(test, bytes, &Limits::default()).unwrap();
    (1..=document.page_count()).map(|n| document.page(n).unwrap()).collect()
}

/// The one page of a file.
fn page(test: &str, bytes: &[u8]) -> Page {
    let mut all = pages(test, bytes);
    assert_eq!(all.len(), 1);
    all.remove(0)
}

/// A picture that looks like none of its turns or mirror images.
fn picture(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        Rgb([(x * 255 / width) as u8, (y * 255 / height) as u8, if x < width / 3 && y < height / 4 { 255 } else { 30 }])
    })
}

fn encoded(picture: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    picture.into().write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// Mean difference of two pictures of the same size, in gray levels.
fn difference(a: &RgbImage, b: &RgbImage) -> f64 {
    assert_eq!(a.dimensions(), b.dimensions());
    let sum: u64 = a.as_raw().iter().zip(b.as_raw()).map(|(a, b)| u64::from(a.abs_diff(*b))).sum();
    sum as f64 / a.as_raw().len() as f64
}

#[test]
fn a_document_can_go_to_another_thread() {
    fn goes<T: Send>() {}
    goes::<Document>();
}
