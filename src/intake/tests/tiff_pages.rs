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
                // fractions lie in the same place as the palette
                let value = if *tag == 320 || *kind == 5 { map_at + value } else { *value };
                entries.push((*tag, *kind, *count, value));
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

/// Bits, written as text with spaces between the codes, as bytes; the last is filled with zeros.
fn bits(text: &str) -> Vec<u8> {
    let digits: Vec<u8> = text.bytes().filter(u8::is_ascii_digit).map(|b| b - b'0').collect();
    digits.chunks(8).map(|eight| eight.iter().enumerate().fold(0, |byte, (i, bit)| byte | bit << (7 - i))).collect()
}

/// Two rows of eight pixels, of which four are white and four are black.
fn fax(compression: u64, codes: &str, more: &[Tag]) -> Vec<u8> {
    let mut tags = vec![(258, 3, 1, 1), (259, 3, 1, compression), (262, 3, 1, 0)];
    tags.extend(more);
    LITTLE.tiff(&[(8, 2, bits(codes), tags)], &[])
}

#[test]
fn the_codes_of_fax_machines_are_read_in_both_orders_of_bits() {
    let (white_4, black_4, mark) = ("1011", "011", "000000000001");
    let row = format!("{white_4} {black_4}");
    let g3 = format!("{mark} {row} {mark} {row} {mark}");
    let two = format!("{mark} 1 {row} {mark} 0 1 1 {mark}");
    // the first row by its runs, the second like the first
    let g4 = format!("001 {row} 1 1 {mark} {mark}");
    for (name, compression, codes, more) in [
        ("runs", 2, format!("{row} 0 {row} 0"), vec![]),
        ("T.4", 3, g3, vec![]),
        ("T.4 in two dimensions", 3, two, vec![(292, 4, 1, 1)]),
        ("T.6", 4, g4, vec![]),
    ] {
        let forward = fax(compression, &codes, &more);
        let got = page("tiff-fax", &forward).rgb;
        let grays: Vec<u8> = got.pixels().map(|p| p[0]).collect();
        assert_eq!(grays, [255, 255, 255, 255, 0, 0, 0, 0].repeat(2), "{name}");

        let backward: Vec<String> = bits(&codes).iter().map(|byte| format!("{:08b}", byte.reverse_bits())).collect();
        let more: Vec<Tag> = more.into_iter().chain([(266, 3, 1, 2)]).collect();
        assert_eq!(
            page("tiff-fax", &fax(compression, &backward.concat(), &more)).rgb,
            got,
            "{name}, bits the other way round"
        );
    }
}

#[test]
fn a_fax_that_was_interrupted_is_damaged() {
    let limits = Limits::default();
    let file = fax(2, "1011 011 0", &[]);
    let refused = opened("tiff-fax-short", &file, &limits).unwrap().page(1).err();
    assert!(matches!(refused, Some(FileError::Damaged(_))), "{refused:?}");
}

#[test]
fn the_pixels_of_a_fax_become_square() {
    let numbers: Vec<u8> = [204_u32, 1, 102, 1].iter().flat_map(|n| n.to_le_bytes()).collect();
    let page_of = (4, 2, vec![9; 8], vec![(282, 5, 1, 0), (283, 5, 1, 8)]);
    let got = page("tiff-oblong", &LITTLE.tiff(&[page_of], &numbers));
    assert_eq!((got.rgb.dimensions(), got.origin.dpi), ((4, 4), Some(204.0)));
}

#[test]
fn two_and_four_bits_a_pixel_are_read() {
    let tags = |bits: u64| vec![(258, 3, 1, bits)];
    let four = LITTLE.tiff(&[(3, 2, vec![0x0f, 0x50, 0xf0, 0xa0], tags(4))], &[]);
    let grays = |file: &[u8]| page("tiff-packed", file).rgb.pixels().map(|p| p[0]).collect::<Vec<_>>();
    assert_eq!(grays(&four), [0, 255, 85, 255, 0, 170]);
    let two = LITTLE.tiff(&[(5, 1, vec![0b0001_1011, 0b1100_0000], tags(2))], &[]);
    assert_eq!(grays(&two), [0, 85, 170, 255, 255]);
    let backwards = vec![(258, 3, 1, 1), (266, 3, 1, 2)];
    assert_eq!(grays(&LITTLE.tiff(&[(3, 1, vec![0b0000_0101], backwards)], &[])), [255, 0, 255]);
}

#[test]
fn numbers_of_bits_that_are_none_are_refused() {
    for bits in [0, 3, 5] {
        let more = vec![(258, 3, 1, bits), (266, 3, 1, 2)];
        let file = LITTLE.tiff(&[(3, 1, vec![0; 2], more)], &[]);
        let refused = opened("tiff-odd-bits", &file, &Limits::default()).and_then(|d| d.page(1)).err();
        assert!(refused.is_some_and(|why| !matches!(why, FileError::Internal(_))), "{bits}");
    }
}

#[test]
fn chroma_of_several_pixels_is_spread_over_them() {
    // two blocks of two by two pixels, of which the last column and row lie outside: gray, and red
    let samples = vec![10, 20, 30, 40, 128, 128, 76, 76, 76, 76, 85, 255];
    let more = vec![(258, 3, 1, 8), (262, 3, 1, 6), (277, 3, 1, 3), (530, 3, 2, 0x0002_0002)];
    let got = page("tiff-chroma", &LITTLE.tiff(&[(3, 2, samples, more)], &[])).rgb;
    assert_eq!([(0, 0), (1, 0), (0, 1), (1, 1)].map(|(x, y)| got.get_pixel(x, y)[0]), [10, 20, 30, 40]);
    let red = got.get_pixel(2, 1).0;
    assert!(red[0] > 250 && red[1] < 5 && red[2] < 5, "{red:?}");
}

#[test]
fn a_jpeg_of_the_old_kind_is_found_in_its_strip() {
    let inside = encoded(picture(16, 16), ImageFormat::Jpeg);
    let file = LITTLE.tiff(&[(16, 16, inside.clone(), vec![(259, 3, 1, 6), (262, 3, 1, 6)])], &[]);
    assert_eq!(page("tiff-old-jpeg", &file).rgb, page("tiff-old-jpeg", &inside).rgb);
}
