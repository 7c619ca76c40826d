//! The pictures of the pages for a report: kept small while a file is in work, covered as soon as it is known where.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use image::{ImageFormat, RgbImage};
use precheck::examined::PageRecord;
use precheck::page::PageId;
use precheck::redacted::{self, Picture};
use precheck::report::Pictures;

/// The pictures of one run.
#[derive(Default)]
pub struct PictureStore {
    show_all: bool,
    /// Pages whose facts are not known yet, as JPEG files: a file of hundreds of pages would fill the memory otherwise.
    waiting: Mutex<BTreeMap<PageId, Vec<u8>>>,
    covered: Mutex<Pictures>,
}

impl PictureStore {
    /// No pictures yet. `show_all`: nothing is covered in them.
    pub fn new(show_all: bool) -> Self {
        Self { show_all, ..Self::default() }
    }

    /// Keeps the preview of a page until its facts are known.
    pub fn keep(&self, id: PageId, preview: &RgbImage) {
        if let Some(jpeg) = redacted::encoded(preview) {
            locked(&self.waiting).insert(id, jpeg);
        }
    }

    /// Covers what must not be seen on these pages. A page without facts has no picture.
    pub fn cover(&self, pages: &[PageRecord]) {
        for page in pages {
            let waiting = locked(&self.waiting).remove(&page.id);
            if let Some(picture) = waiting.and_then(|jpeg| self.covered(&jpeg, page)) {
                locked(&self.covered).insert(page.id.clone(), picture);
            }
        }
    }

    fn covered(&self, jpeg: &[u8], page: &PageRecord) -> Option<Picture> {
        let preview = image::load_from_memory_with_format(jpeg, ImageFormat::Jpeg).ok()?.into_rgb8();
        redacted::picture(&preview, page.examined()?, self.show_all)
    }

    /// All pictures.
    pub fn into_pictures(self) -> Pictures {
        self.covered.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Locks, ignoring poison: the maps are never left half-updated.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
