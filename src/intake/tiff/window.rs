//! The bytes of a file with small changes, as a decoder reads them.

use std::io::{self, BufRead, Read, Seek, SeekFrom};

/// Bytes with a few of them replaced and a few added at the end, without copying the rest.
pub(super) struct Window<'a> {
    bytes: &'a [u8],
    tail: Vec<u8>,
    patches: Vec<(usize, Vec<u8>)>,
    at: usize,
}

impl<'a> Window<'a> {
    /// Patches that do not lie within the bytes are left out.
    pub fn new(bytes: &'a [u8], patches: Vec<(u64, Vec<u8>)>) -> Self {
        let inside = |(at, patch): (u64, Vec<u8>)| {
            let at = usize::try_from(at).ok()?;
            bytes.len().checked_sub(patch.len()).is_some_and(|last| at <= last).then_some((at, patch))
        };
        Self { bytes, tail: Vec::new(), patches: patches.into_iter().filter_map(inside).collect(), at: 0 }
    }

    /// The same with more bytes at the end.
    pub fn with_tail(self, tail: Vec<u8>) -> Self {
        Self { tail, ..self }
    }
}

impl BufRead for Window<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        let patch = self.patches.iter().find(|(at, patch)| (*at..at + patch.len()).contains(&self.at));
        if let Some((at, patch)) = patch {
            return Ok(&patch[self.at - at..]);
        }
        if let Some(behind) = self.at.checked_sub(self.bytes.len()) {
            return Ok(self.tail.get(behind..).unwrap_or_default());
        }
        let after = self.patches.iter().map(|(at, _)| *at).filter(|at| *at > self.at).min();
        Ok(self.bytes.get(self.at..after.unwrap_or(self.bytes.len())).unwrap_or_default())
    }

    fn consume(&mut self, amount: usize) {
        self.at = self.at.saturating_add(amount);
    }
}

impl Read for Window<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let have = self.fill_buf()?;
        let length = have.len().min(into.len());
        into[..length].copy_from_slice(&have[..length]);
        self.consume(length);
        Ok(length)
    }
}

impl Seek for Window<'_> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let target = match to {
            SeekFrom::Start(at) => i64::try_from(at).ok(),
            SeekFrom::End(by) => ((self.bytes.len() + self.tail.len()) as i64).checked_add(by),
            SeekFrom::Current(by) => (self.at as i64).checked_add(by),
        };
        let target = target.and_then(|t| usize::try_from(t).ok());
        self.at = target.ok_or_else(|| io::Error::from(io::ErrorKind::InvalidInput))?;
        Ok(self.at as u64)
    }
}
