//! HEIF files in which a picture has the property number zero, which means none (ISO/IEC 14496-12, section 8.11.14), and
//! which the decoder does not take.
//!
//! Some phones write them. The number is replaced by that of a property that a picture may have twice, such as its
//! size, in a copy of the file's bytes; whatever is not as expected stays as it is, and the decoder says why it refuses.

use std::borrow::Cow;
use std::ops::Range;

/// Properties that only describe: to have one of them twice changes nothing.
const DESCRIBE: [&[u8; 4]; 3] = [b"ispe", b"pixi", b"hvcC"];
/// Most boxes that are looked at in one.
const MOST_BOXES: usize = 4096;

/// The bytes without the property number zero.
pub(super) fn without_zeros(bytes: &[u8]) -> Cow<'_, [u8]> {
    match zeros(bytes) {
        Some(places) if !places.is_empty() => {
            let mut mended = bytes.to_vec();
            for (at, number) in places {
                if let Some(byte) = mended.get_mut(at) {
                    *byte |= number;
                }
            }
            Cow::Owned(mended)
        }
        _ => Cow::Borrowed(bytes),
    }
}

/// Where a number is zero, and the one to be put there.
fn zeros(bytes: &[u8]) -> Option<Vec<(usize, u8)>> {
    let meta = inside(bytes, 0..bytes.len(), b"meta").next()?;
    let iprp = inside(bytes, meta.start + 4..meta.end, b"iprp").next()?;
    let ipco = inside(bytes, iprp.clone(), b"ipco").next()?;
    let kinds: Vec<[u8; 4]> = boxes(bytes, ipco).map(|(kind, _)| kind).collect();
    let describes = |number: &u8| {
        let kind = kinds.get(usize::from(*number).wrapping_sub(1));
        kind.is_some_and(|kind| DESCRIBE.contains(&kind))
    };
    let any = (1..=0x7f).find(describes);
    let mut places = Vec::new();
    for ipma in inside(bytes, iprp, b"ipma") {
        for item in items(bytes, ipma)? {
            let spare = item.iter().map(|(_, number)| *number).find(describes).or(any);
            let empty = item.iter().filter(|(_, number)| *number == 0);
            places.extend(empty.filter_map(|(at, _)| Some((*at, spare?))));
        }
    }
    Some(places)
}

/// The property numbers of each picture, each with the place of its byte. `None` where the numbers take two bytes: those
/// files have more than 127 properties.
fn items(bytes: &[u8], ipma: Range<usize>) -> Option<Vec<Vec<(usize, u8)>>> {
    let head = bytes.get(ipma.start..ipma.start.checked_add(8)?)?;
    if head[3] & 1 == 1 {
        return None;
    }
    let id = if head[0] < 1 { 2 } else { 4 };
    let count = u32::from_be_bytes([head[4], head[5], head[6], head[7]]);
    let (mut at, mut items) = (ipma.start + 8, Vec::new());
    for _ in 0..count {
        at = at.checked_add(id)?;
        let numbers = usize::from(*bytes.get(at)?);
        let end = at + 1 + numbers;
        if end > ipma.end {
            return None;
        }
        items.push((at + 1..end).map(|place| (place, bytes[place] & 0x7f)).collect());
        at = end;
    }
    Some(items)
}

/// The contents of the boxes of a kind in a part of the file.
fn inside<'b>(bytes: &'b [u8], part: Range<usize>, kind: &'b [u8; 4]) -> impl Iterator<Item = Range<usize>> + 'b {
    boxes(bytes, part).filter(move |(found, _)| found == kind).map(|(_, content)| content)
}

/// The boxes in a part of the file, each with its kind and the place of its content.
fn boxes(bytes: &[u8], part: Range<usize>) -> impl Iterator<Item = ([u8; 4], Range<usize>)> + '_ {
    let end = part.end.min(bytes.len());
    let bytes = &bytes[..end]; // a box that begins behind the part is none of its boxes
    let mut at = part.start;
    let next = move || {
        let head: [u8; 8] = bytes.get(at..at.checked_add(8)?)?.try_into().ok()?;
        let [a, b, c, d, kind @ ..] = head;
        let (content, size) = match u32::from_be_bytes([a, b, c, d]) {
            0 => (at + 8, end - at),
            1 => {
                let long: [u8; 8] = bytes.get(at + 8..at + 16)?.try_into().ok()?;
                (at + 16, usize::try_from(u64::from_be_bytes(long)).ok()?)
            }
            size => (at + 8, size as usize),
        };
        let stop = at.checked_add(size)?;
        let whole = content <= stop && stop <= end;
        at = stop;
        whole.then_some((kind, content..stop))
    };
    std::iter::from_fn(next).take(MOST_BOXES)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(kind: [u8; 4], content: &[u8]) -> Vec<u8> {
        [&(content.len() as u32 + 8).to_be_bytes(), &kind, content].concat()
    }

    /// A file whose first picture has these property numbers: 1 is a turn, 2 its size.
    fn file(numbers: &[u8]) -> Vec<u8> {
        let ipco = part(*b"ipco", &[part(*b"irot", &[1]), part(*b"ispe", &[0; 12])].concat());
        let head = [0, 0, 0, 0, 0, 0, 0, 1, 0, 1, numbers.len() as u8];
        let ipma = part(*b"ipma", &[head.as_slice(), numbers].concat());
        let iprp = part(*b"iprp", &[ipco, ipma].concat());
        [part(*b"ftyp", b"heic"), part(*b"meta", &[vec![0; 4], iprp].concat()), part(*b"mdat", &[0; 9])].concat()
    }

    #[test]
    fn the_number_zero_becomes_that_of_the_size_and_all_else_stays() {
        assert_eq!(without_zeros(&file(&[1, 0, 0x82])), file(&[1, 2, 0x82]));
        assert_eq!(without_zeros(&file(&[1, 0x80, 2])), file(&[1, 0x82, 2]));
        assert_eq!(without_zeros(&file(&[1, 0])), file(&[1, 2]));
        for whole in [&[1, 2][..], &[]] {
            assert!(matches!(without_zeros(&file(whole)), Cow::Borrowed(_)), "{whole:?}");
        }
    }

    #[test]
    fn a_box_that_begins_behind_its_part_is_none() {
        let last = part(*b"free", &[]);
        let open_end = [vec![0, 0, 0, 0], b"mdat".to_vec(), vec![0; 8]].concat();
        let bytes = [last, open_end].concat();
        assert_eq!(boxes(&bytes, 0..8).count(), 1);
        assert_eq!(boxes(&bytes, 0..bytes.len()).count(), 2);
        let behind = Range { start: 8, end: 4 };
        assert_eq!(boxes(&bytes, behind).count(), 0);
    }

    #[test]
    fn what_is_cut_or_damaged_stays_as_it_is() {
        let whole = file(&[1, 0, 2]);
        for length in 0..whole.len() {
            let _ = without_zeros(&whole[..length]);
            let mut broken = whole.clone();
            broken[length] ^= 0xff;
            let _ = without_zeros(&broken);
        }
        assert!(matches!(without_zeros(&whole[..40]), Cow::Borrowed(_)));
    }
}
