//! The pictures of the pages for a report: kept small while a file is in work, covered as soon as it is known where.

use std::sync::{Mutex, MutexGuard, PoisonError};

use image::RgbImage;
use precheck::examined::PageRecord;
use precheck::page::PageId;
use precheck::redacted::Previews;
use precheck::report::Pictures;

/// The pictures of one run.
#[derive(Default)]
pub struct PictureStore {
    show_all: bool,
    waiting: Mutex<Previews>,
    covered: Mutex<Pictures>,
}

impl PictureStore {
    /// No pictures yet. `show_all`: nothing is covered in them.
    pub fn new(show_all: bool) -> Self {
        Self { show_all, ..Self::default() }
    }

    /// Keeps the preview of a page until its facts are known.
    pub fn keep(&self, id: PageId, preview: &RgbImage) {
        locked(&self.waiting).keep(id, preview);
    }

    /// Covers what must not be seen on the pages of a file, which is done.
    pub fn cover(&self, pages: &[PageRecord]) {
        locked(&self.covered).extend(pictures(&locked(&self.waiting), pages, self.show_all));
        if let Some(page) = pages.first() {
            locked(&self.waiting).drop_file(&page.id.file);
        }
    }

    /// All pictures.
    pub fn into_pictures(self) -> Pictures {
        self.covered.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The pictures of pages, as far as there are any.
pub fn pictures(previews: &Previews, pages: &[PageRecord], show_all: bool) -> Pictures {
    pages.iter().filter_map(|page| Some((page.id.clone(), previews.picture(page, show_all)?))).collect()
}

/// Locks, ignoring poison: the maps are never left half-updated.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
