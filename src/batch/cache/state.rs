//! A file as the system describes it, so that one that nobody touched needs not be read again.

use std::fs::File;
use std::io;
use std::path::Path;
use std::time::{Duration, SystemTime};

/// Two changes within this time may bear the same time: the coarsest clock of a disk (FAT) has steps of two seconds.
const CLOCK_STEP: Duration = Duration::from_secs(2);
/// Letters of a stamp, which nobody chooses so that two collide.
const LETTERS: usize = 32;

/// What the system says of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct State {
    bytes: u64,
    written: Option<SystemTime>,
    /// What no program sets at will: which file it is, and when anything of it last changed.
    #[cfg(unix)]
    of_system: [i64; 4],
}

impl State {
    pub(super) fn of(file: &File) -> io::Result<Self> {
        let metadata = file.metadata()?;
        Ok(Self {
            bytes: metadata.len(),
            written: metadata.modified().ok(),
            #[cfg(unix)]
            of_system: {
                use std::os::unix::fs::MetadataExt as _;
                [metadata.dev() as i64, metadata.ino() as i64, metadata.ctime(), metadata.ctime_nsec()]
            },
        })
    }

    /// A mark that another state of the file, or another path, does not have; it tells neither. `None` while the file
    /// is so new that one more change could leave the same state: `started` is a time before it was looked at.
    pub(super) fn stamp(&self, path: &Path, started: SystemTime) -> Option<String> {
        let settled = |time: SystemTime| started.duration_since(time).is_ok_and(|age| age > CLOCK_STEP);
        let written = self.written.filter(|written| settled(*written))?;
        if !self.touched().is_none_or(settled) {
            return None;
        }
        let written = written.duration_since(SystemTime::UNIX_EPOCH).ok()?;
        let mut hasher = blake3::Hasher::new();
        hasher.update(&self.bytes.to_le_bytes()).update(&written.as_nanos().to_le_bytes());
        #[cfg(unix)]
        self.of_system.iter().for_each(|part| {
            hasher.update(&part.to_le_bytes());
        });
        hasher.update(path.as_os_str().as_encoded_bytes());
        Some(hasher.finalize().to_hex()[..LETTERS].to_owned())
    }

    /// When anything of the file last changed, its name and rights included.
    fn touched(&self) -> Option<SystemTime> {
        #[cfg(unix)]
        {
            let [.., seconds, nanoseconds] = self.of_system;
            let since = Duration::new(u64::try_from(seconds).ok()?, u32::try_from(nanoseconds).ok()?);
            SystemTime::UNIX_EPOCH.checked_add(since)
        }
        #[cfg(not(unix))]
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_has_a_mark_of_its_own_once_it_is_old_enough() {
        let path = std::env::temp_dir().join(format!("precheck-state-{}", std::process::id()));
        let state = |text: &str| {
            std::fs::write(&path, text).unwrap();
            State::of(&File::open(&path).unwrap()).unwrap()
        };
        let (one, other) = (state("one"), state("other"));
        let _ = std::fs::remove_file(&path);
        let now = one.written.unwrap();
        let later = now + Duration::from_mins(1);
        assert_eq!(one.stamp(&path, now), None, "it may change again in the same moment");
        assert_eq!(one.stamp(&path, now - Duration::from_mins(1)), None, "the clock was set back");
        assert_eq!(one.stamp(&path, later), one.stamp(&path, later));
        assert_ne!(one.stamp(&path, later), other.stamp(&path, later));
        assert_ne!(one.stamp(&path, later), one.stamp(Path::new("another"), later));
        assert_eq!(one.stamp(&path, later).map(|stamp| stamp.len()), Some(LETTERS));
    }
}
