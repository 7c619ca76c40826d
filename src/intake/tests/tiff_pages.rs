//! TIFF: its chain of pages, and colors.

use super::*;

/// Tag, type (3 or 4), count and value of an entry.
type Tag = (u64, u64, u64, u64);
/// Width, height, samples and further entries of a page.
type Written = (u32, u32, Vec<u8>, Vec<Tag>);

/// How a TIFF is written.
#[derive(Clone, Copy)]
struct Style {
    little: bool,
    big: bool,
}

impl Style {
    fn number(self, value: u64, bytes: usize) -> Vec<u8> {
        if self.little { value.to_le_bytes()[..bytes].to_vec() } else { value.to_be_bytes()[8 - bytes..].to_vec() }
    }

    fn entry(self, (tag, kind, count, value): Tag) -> Vec<u8> {
        let size = if self.big { 8 } else { 4 };
        let inline = if count > 1 { size } else { 2 * (kind as usize - 2) };
        let mut out = [self.number(tag, 2), self.number(kind, 2), self.number(count, size)].concat();
        out.extend(self.number(value, inline));
        out.resize(4 + 2 * size, 0);
        out
    }

    /// Pages of 8-bit samples without compression: size, samples, and further entries for each.
    fn tiff(self, pages: &[Written], map: &[u8]) -> Vec<u8> {
        let size = if self.big { 8 } else { 4 };
        let mut out = if self.little { b"II".to_vec() } else { b"MM".to_vec() };
        out.extend(self.number(if self.big { 43 } else { 42 }, 2));
        if self.big {
            out.extend([self.number(8, 2), self.number(0, 2)].concat());
        }
        let mut link = out.len();
        out.extend(vec![0; size]);
        let map_at = out.len() as u64;
        out.extend(map);
        for (width, height, samples, more) in pages {
            let data_at = out.len() as u64;
            out.extend(samples);
            let here = self.number(out.len() as u64, size);
            out[link..link + size].copy_from_slice(&here);
            let mut entries = vec![
                (256, 4, 1, u64::from(*width)),
                (257, 4, 1, u64::from(*height)),
                (258, 3, 1, 8),
                (259, 3, 1, 1),
                (262, 3, 1, 1),
                (273, 4, 1, data_at),
                (278, 4, 1, u64::from(*height)),
                (279, 4, 1, samples.len() as u64),
            ];
            for (tag, kind, count, value) in more {
                entries.retain(|e| e.0 != *tag);
                entries.push((*tag, *kind, *count, if *tag == 320 { map_at } else { *value }));
            }
            entries.sort_unstable();
            out.extend(self.number(entries.len() as u64, if self.big { 8 } else { 2 }));
            out.extend(entries.iter().flat_map(|e| self.entry(*e)));
            link = out.len();
            out.extend(vec![0; size]);
        }
        out
    }
}

const LITTLE: Style = Style { little: true, big: false };

fn gray(width: u32, height: u32, level: u8) -> Written {
    (width, height, vec![level; (width * height) as usize], vec![])
}

#[test]
fn all_pages_are_given_in_both_byte_orders_and_both_variants() {
    for (little, big) in [(true, false), (false, false), (true, true), (false, true)] {
        let file = Style { little, big }.tiff(&[gray(4, 3, 10), gray(5, 2, 20), gray(2, 6, 30)], &[]);
        let got = pages("tiff-pages", &file);
        let seen: Vec<_> = got.iter().map(|p| (p.id.page, p.rgb.dimensions(), p.rgb.get_pixel(0, 0)[0])).collect();
        assert_eq!(seen, [(1, (4, 3), 10), (2, (5, 2), 20), (3, (2, 6), 30)], "little {little}, big {big}");
    }
}

#[test]
fn each_page_is_turned_by_its_own_tag() {
    let mut second = gray(4, 2, 0);
    second.2[0] = 255;
    second.3.push((274, 3, 1, 6));
    let got = pages("tiff-turn", &LITTLE.tiff(&[gray(4, 2, 9), second], &[]));
    assert_eq!(got[0].rgb.dimensions(), (4, 2));
    assert_eq!(got[1].rgb.dimensions(), (2, 4));
    assert_eq!(got[1].rgb.get_pixel(1, 0)[0], 255);
}

#[test]
fn previews_are_no_pages() {
    let mut preview = gray(2, 2, 1);
    preview.3.push((254, 4, 1, 1));
    let got = pages("tiff-preview", &LITTLE.tiff(&[gray(4, 2, 9), preview.clone()], &[]));
    assert_eq!(got.len(), 1);
    assert_eq!(pages("tiff-preview", &LITTLE.tiff(&[preview], &[])).len(), 1);
}

#[test]
fn a_chain_that_bites_its_tail_ends() {
    let mut file = LITTLE.tiff(&[gray(4, 3, 10), gray(5, 2, 20)], &[]);
    let (end, first) = (file.len() - 4, file[4..8].to_vec());
    file[end..].copy_from_slice(&first);
    assert_eq!(pages("tiff-loop", &file).len(), 2);
}

#[test]
fn too_many_pages_are_refused() {
    let file = LITTLE.tiff(&vec![gray(2, 2, 1); 5], &[]);
    let limits = Limits { pages: 4, ..Limits::default() };
    let refused = opened("tiff-many", &file, &limits).err();
    assert_eq!(refused, Some(FileError::TooManyPages { actual: 5, limit: 4 }));
}

#[test]
fn palettes_give_their_colors() {
    let map: Vec<u8> =
        (0..768_u32).flat_map(|i| (((i % 256 + i / 256 * 50) % 256) as u16 * 257).to_le_bytes()).collect();
    let page = (3, 1, vec![0, 100, 255], vec![(262, 3, 1, 3), (320, 3, 768, 0)]);
    let got = pages("tiff-palette", &LITTLE.tiff(&[page], &map)).remove(0).rgb;
    let colors: Vec<_> = got.pixels().map(|p| p.0).collect();
    assert_eq!(colors, [[0, 50, 100], [100, 150, 200], [255, 49, 99]]);
}

#[test]
fn luma_and_chroma_become_colors() {
    let samples = vec![255, 128, 128, 76, 85, 255];
    let more = vec![(258, 3, 1, 8), (262, 3, 1, 6), (277, 3, 1, 3), (530, 3, 2, 0x0001_0001)];
    let got = pages("tiff-ycbcr", &LITTLE.tiff(&[(2, 1, samples, more)], &[])).remove(0).rgb;
    assert_eq!(got.get_pixel(0, 0).0, [255; 3]);
    let red = got.get_pixel(1, 0).0;
    assert!(red[0] > 250 && red[1] < 5 && red[2] < 5, "{red:?}");
}
