//! Reads image file directories: the tables of tags that TIFF files are made of and that EXIF borrowed from them.
//!
//! It reads the classic form and the form with 64-bit offsets, in both byte orders (TIFF 6.0, Adobe 1992; `BigTIFF`,
//! 2007). Nothing is trusted: every offset is checked against the bytes, every count is bounded, and broken entries are
//! simply absent.

/// Most entries that are looked at in one directory; the fullest directories of cameras have about a hundred.
const MAX_ENTRIES: u64 = 2000;

/// The bytes of a TIFF structure, and how its numbers are written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tiff<'a> {
    bytes: &'a [u8],
    little: bool,
    big: bool,
}

/// One directory.
#[derive(Debug, Clone, Default)]
pub(super) struct Directory {
    entries: Vec<Entry>,
    /// Where the next directory of the chain begins; 0 after the last.
    pub next: u64,
}

/// One tag of a directory.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry {
    tag: u16,
    kind: u16,
    count: u64,
    /// Offset of its value in the bytes.
    pub at: u64,
    /// Offset of the entry itself.
    start: u64,
}

impl<'a> Tiff<'a> {
    /// Reads the header: the byte order, the variant, and where the first directory begins.
    pub fn new(bytes: &'a [u8]) -> Option<(Self, u64)> {
        let little = match bytes.get(..2)? {
            b"II" => true,
            b"MM" => false,
            _ => return None,
        };
        let mut tiff = Self { bytes, little, big: false };
        match tiff.u16(2)? {
            42 => Some((tiff, u64::from(tiff.u32(4)?))),
            43 if tiff.u16(4)? == 8 => {
                tiff.big = true;
                Some((tiff, tiff.u64(8)?))
            }
            _ => None,
        }
    }

    /// Where the header keeps the offset of the first directory, and that offset as it is written there.
    pub fn first_offset(&self, offset: u64) -> (u64, Vec<u8>) {
        if self.big { (8, self.written(offset, 8)) } else { (4, self.written(offset, 4)) }
    }

    /// A number as it is written in this file, in this many bytes (at most 8).
    pub fn written(&self, number: u64, bytes: usize) -> Vec<u8> {
        if self.little { number.to_le_bytes()[..bytes].to_vec() } else { number.to_be_bytes()[8 - bytes..].to_vec() }
    }

    /// An entry as it stands in the file.
    pub fn entry_bytes(&self, entry: Entry) -> Option<&'a [u8]> {
        self.slice(entry.start, if self.big { 20 } else { 12 })
    }

    /// A new entry with one number (of type 3 or 4), as it would stand in this file.
    pub fn new_entry(&self, tag: u16, kind: u16, value: u64) -> Vec<u8> {
        let size = if self.big { 8 } else { 4 };
        let head = [self.written(tag.into(), 2), self.written(kind.into(), 2), self.written(1, size)].concat();
        let mut out = [head, self.written(value, size_of_kind(kind) as usize)].concat();
        out.resize(4 + 2 * size, 0);
        out
    }

    /// A directory of such entries, which are sorted by their tags, with no other behind it.
    pub fn new_directory(&self, entries: &[Vec<u8>]) -> Vec<u8> {
        let count = self.written(entries.len() as u64, if self.big { 8 } else { 2 });
        let next = vec![0; if self.big { 8 } else { 4 }];
        [count, entries.concat(), next].concat()
    }

    /// The directory that begins at an offset; `None` if not even its length lies within the bytes.
    pub fn directory(&self, at: u64) -> Option<Directory> {
        let (length, head, each) = if self.big { (self.u64(at)?, 8, 20) } else { (u64::from(self.u16(at)?), 2, 12) };
        let first = at.checked_add(head)?;
        let entries = (0..length.min(MAX_ENTRIES)).map_while(|i| self.entry(first + i * each)).collect();
        let end = length.checked_mul(each).and_then(|l| first.checked_add(l));
        let next = end.and_then(|e| if self.big { self.u64(e) } else { self.u32(e).map(u64::from) });
        Some(Directory { entries, next: next.unwrap_or(0) })
    }

    fn entry(&self, at: u64) -> Option<Entry> {
        let (tag, kind) = (self.u16(at)?, self.u16(at + 2)?);
        let (count, inline, room) =
            if self.big { (self.u64(at + 4)?, at + 12, 8) } else { (u64::from(self.u32(at + 4)?), at + 8, 4) };
        // the whole entry must lie within the bytes
        let offset = if self.big { self.u64(inline)? } else { u64::from(self.u32(inline)?) };
        let fits = count.checked_mul(size_of_kind(kind)).is_some_and(|s| s <= room);
        Some(Entry { tag, kind, count, at: if fits { inline } else { offset }, start: at })
    }

    /// The first value of an entry, if it is a whole number.
    pub fn number(&self, entry: Entry) -> Option<u64> {
        self.numbers(entry, 1).first().copied()
    }

    /// At most `most` values of an entry, if they are whole numbers.
    pub fn numbers(&self, entry: Entry, most: u64) -> Vec<u64> {
        let read = |i: u64| {
            let at = entry.at.checked_add(i * size_of_kind(entry.kind))?;
            match entry.kind {
                1 | 7 => self.slice(at, 1).and_then(|b| b.first()).map(|b| u64::from(*b)),
                3 => self.u16(at).map(u64::from),
                4 | 13 => self.u32(at).map(u64::from),
                16 | 18 => self.u64(at),
                _ => None,
            }
        };
        (0..entry.count.min(most)).map_while(read).collect()
    }

    /// The first value of an entry, if it is a fraction or a whole number.
    pub fn fraction(&self, entry: Entry) -> Option<f64> {
        if entry.kind != 5 {
            return self.number(entry).map(|n| n as f64);
        }
        let (over, under) = (self.u32(entry.at)?, self.u32(entry.at.checked_add(4)?)?);
        (entry.count > 0 && under != 0).then(|| f64::from(over) / f64::from(under))
    }

    /// The bytes of a text, at most 200 of them, without the terminating zero and the surrounding spaces.
    pub fn text(&self, entry: Entry) -> Option<&'a [u8]> {
        if entry.kind != 2 {
            return None;
        }
        let all = self.slice(entry.at, entry.count.min(200))?;
        Some(all.split(|b| *b == 0).next().unwrap_or_default().trim_ascii())
    }

    fn slice(&self, at: u64, length: u64) -> Option<&'a [u8]> {
        let (start, end) = (usize::try_from(at).ok()?, usize::try_from(at.checked_add(length)?).ok()?);
        self.bytes.get(start..end)
    }

    fn u16(&self, at: u64) -> Option<u16> {
        let raw = self.slice(at, 2)?.try_into().ok()?;
        Some(if self.little { u16::from_le_bytes(raw) } else { u16::from_be_bytes(raw) })
    }

    fn u32(&self, at: u64) -> Option<u32> {
        let raw = self.slice(at, 4)?.try_into().ok()?;
        Some(if self.little { u32::from_le_bytes(raw) } else { u32::from_be_bytes(raw) })
    }

    fn u64(&self, at: u64) -> Option<u64> {
        let raw = self.slice(at, 8)?.try_into().ok()?;
        Some(if self.little { u64::from_le_bytes(raw) } else { u64::from_be_bytes(raw) })
    }
}

impl Directory {
    /// The entry of a tag.
    pub fn get(&self, tag: u16) -> Option<Entry> {
        self.entries.iter().find(|e| e.tag == tag).copied()
    }
}

/// Bytes of one value of a field type; the rare ones count as one byte, which only makes them unreadable.
const fn size_of_kind(kind: u16) -> u64 {
    match kind {
        3 | 8 => 2,
        4 | 9 | 11 | 13 => 4,
        5 | 10 | 12 | 16 | 17 | 18 => 8,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_in_both_byte_orders() {
        let little = b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0";
        let big = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
        for bytes in [&little[..], &big[..]] {
            let (tiff, first) = Tiff::new(bytes).unwrap();
            let directory = tiff.directory(first).unwrap();
            assert_eq!(tiff.number(directory.get(0x112).unwrap()), Some(6));
            assert_eq!(directory.next, 0);
        }
    }

    #[test]
    fn offsets_beyond_the_end_give_nothing() {
        let bytes = b"II*\0\xff\xff\xff\xff\x01\0";
        let (tiff, first) = Tiff::new(bytes).unwrap();
        assert!(tiff.directory(first).is_none());
        let entry = Entry { tag: 1, kind: 2, count: u64::MAX, at: u64::MAX, start: u64::MAX };
        assert!(tiff.text(entry).is_none());
        assert!(tiff.numbers(Entry { kind: 16, ..entry }, 9).is_empty());
    }
}
