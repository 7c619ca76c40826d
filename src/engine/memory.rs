//! Memory for the pages in hand: a large page waits until the others have left room.
//!
//! What a page needs is told before it is decoded, by its pixels. Nobody waits who has something already, so the
//! waiting ends; and a page that alone needs more than there is gets everything, once nobody else has a share.
//!
//! The programs' allocator keeps what ordinary pages free, because the next page needs the same (see
//! `.cargo/config.toml`). What a large page took goes back to the system.

use std::sync::{Condvar, Mutex, PoisonError};

/// Bytes that a page takes at its fullest, a pixel: its colors, the same turned upright, and the copies of the stages.
pub(super) const BYTES_A_PIXEL: u64 = 11;
/// Bytes that every page takes besides, for the networks' inputs and answers.
const BYTES_A_PAGE: u64 = 48 << 20;

/// From this share on a page is large: more than photographs of 12 megapixels take.
const LARGE: u64 = 256 << 20;

/// What may be taken, and what is left of it.
pub(super) struct Memory {
    total: u64,
    left: Mutex<u64>,
    given_back: Condvar,
}

/// A share of the memory, given back when it is dropped.
pub(super) struct Share<'a> {
    memory: &'a Memory,
    bytes: u64,
}

impl Memory {
    pub fn new(total: u64) -> Self {
        Self { total, left: Mutex::new(total), given_back: Condvar::new() }
    }

    /// Waits until there is room for a page of so many pixels.
    pub fn for_page(&self, pixels: u64) -> Share<'_> {
        let bytes = pixels.saturating_mul(BYTES_A_PIXEL).saturating_add(BYTES_A_PAGE).min(self.total);
        let left = self.left.lock().unwrap_or_else(PoisonError::into_inner);
        let enough = self.given_back.wait_while(left, |left| *left < bytes);
        *enough.unwrap_or_else(PoisonError::into_inner) -= bytes;
        Share { memory: self, bytes }
    }
}

impl Drop for Share<'_> {
    fn drop(&mut self) {
        *self.memory.left.lock().unwrap_or_else(PoisonError::into_inner) += self.bytes;
        self.memory.given_back.notify_all();
        if self.bytes >= LARGE {
            give_back();
        }
    }
}

/// Has the allocator give everything that is free back to the system.
#[cfg(all(target_os = "linux", target_env = "gnu", any(feature = "app", feature = "cli")))]
fn give_back() {
    use tikv_jemalloc_ctl::{Access as _, AsName as _};
    // for a moment free memory is kept for no time at all, then for ever again (jemalloc(3), arena.<i>.dirty_decay_ms);
    // an allocator that has been told otherwise keeps to it
    let kept = b"arena.0.dirty_decay_ms\0".name();
    let before: tikv_jemalloc_ctl::Result<isize> = kept.read();
    let _ = before.and_then(|before| kept.write(0_isize).and_then(|()| kept.write(before)));
}

/// Other allocators decide for themselves.
#[cfg(not(all(target_os = "linux", target_env = "gnu", any(feature = "app", feature = "cli"))))]
fn give_back() {}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU64, Ordering};

    use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};

    use super::*;

    #[test]
    fn never_more_is_given_than_there_is_and_everybody_gets_a_share() {
        let total = 1 << 30;
        let memory = Memory::new(total);
        let (taken, most, pages) = (AtomicU64::new(0), AtomicU64::new(0), AtomicU64::new(0));
        let pool = rayon::ThreadPoolBuilder::new().num_threads(8).build().unwrap();
        pool.install(|| {
            (0..200_u64).into_par_iter().for_each(|n| {
                // every tenth is larger than everything
                let pixels = if n % 10 == 0 { u64::MAX } else { n % 7 * 4_000_000 };
                let share = memory.for_page(pixels);
                most.fetch_max(taken.fetch_add(share.bytes, Ordering::SeqCst) + share.bytes, Ordering::SeqCst);
                std::thread::yield_now();
                taken.fetch_sub(share.bytes, Ordering::SeqCst);
                pages.fetch_add(1, Ordering::SeqCst);
            });
        });
        assert_eq!((pages.into_inner(), most.into_inner()), (200, total));
        assert_eq!(*memory.left.lock().unwrap(), total);
    }
}
