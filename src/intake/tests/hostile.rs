//! Files that are broken, cut short, mislabeled or made to do harm.

use super::*;

fn refused(test: &str, bytes: &[u8]) -> FileError {
    let limits = Limits::default();
    opened(test, bytes, &limits).and_then(|d| d.page(1)).map(|p| p.rgb.dimensions()).unwrap_err()
}

#[test]
fn what_is_no_file_is_named() {
    let folder = Folder::new("no-file");
    let of = |path: &Path| open(path, &Limits::default()).err();
    assert!(matches!(of(&folder.path("missing.jpg")), Some(FileError::Missing)));
    assert!(matches!(of(&folder.path("")), Some(FileError::NoFile)));
    assert_eq!(of(&folder.file("empty.jpg", b"")), Some(FileError::Empty));
    assert_eq!(of(&folder.file("letter.pdf", b"Dear Sir or Madam")), Some(FileError::UnknownFormat));
}

#[test]
fn limits_are_checked_before_memory_is_taken() {
    let png = encoded(picture(100, 100), ImageFormat::Png);
    let small = Limits { page_pixels: 9_999, ..Limits::default() };
    assert!(matches!(opened("limits", &png, &small).unwrap().page(1), Err(FileError::TooManyPixels { .. })));
    let short = Limits { file_bytes: 100, ..Limits::default() };
    assert!(matches!(opened("limits", &png, &short).err(), Some(FileError::FileTooLarge { .. })));
    // a header that states 60,000 × 60,000 pixels, with nothing after it
    let mut bomb = png;
    bomb[16..24].copy_from_slice(&[0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60]);
    let sum = crc(&bomb[12..29]);
    bomb[29..33].copy_from_slice(&sum.to_be_bytes());
    assert_eq!(refused("limits", &bomb), FileError::TooManyPixels { actual: 3600, limit: 120 });
}

/// The checksum of PNG chunks (ISO 3309).
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |s, _| if s & 1 == 1 { (s >> 1) ^ 0xedb8_8320 } else { s >> 1 })
    })
}

#[test]
fn files_that_end_too_early_are_damaged() {
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP, ImageFormat::Tiff, ImageFormat::Bmp] {
        let whole = encoded(picture(200, 200), format);
        let error = refused("cut", &whole[..whole.len() / 2]);
        assert!(matches!(error, FileError::Damaged(_)), "{format:?}: {error:?}");
    }
}

#[test]
fn a_jpeg_that_lost_only_its_last_mark_is_taken() {
    let whole = encoded(picture(64, 64), ImageFormat::Jpeg);
    assert_eq!(page("no-end", &whole[..whole.len() - 2]).rgb, page("no-end", &whole).rgb);
}

#[test]
fn pages_that_are_not_there_are_an_error() {
    let document = opened("numbers", &encoded(picture(8, 8), ImageFormat::Png), &Limits::default()).unwrap();
    assert!(document.page(0).is_err() && document.page(2).is_err() && document.page(1).is_ok());
}

#[test]
fn degenerate_pictures_are_pages_too() {
    for (width, height) in [(1, 1), (1, 3000), (3000, 1)] {
        let got = page("degenerate", &encoded(RgbImage::new(width, height), ImageFormat::Png));
        assert_eq!(got.rgb.dimensions(), (width, height));
    }
}

/// Bytes of valid files are changed, removed and doubled. Every result must keep to the limits and return.
#[test]
fn broken_bytes_always_come_back_as_a_page_or_an_error() {
    let limits = Limits { file_bytes: 1 << 20, page_pixels: 250_000, pages: 5 };
    let formats =
        [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP, ImageFormat::Tiff, ImageFormat::Bmp, ImageFormat::Gif];
    let mut seeds: Vec<_> = formats.iter().map(|f| encoded(picture(24, 20), *f)).collect();
    seeds.push(
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj \
        3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 30 30]/Contents 4 0 R>>endobj \
        4 0 obj<</Length 20>>stream\n0 g 1 1 20 20 re f Q\nendstream endobj trailer<</Root 1 0 R>>"
            .to_vec(),
    );
    let mut state = 1_u64;
    let mut random = move |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below.max(1)
    };
    let folder = Folder::new("broken");
    for round in 0..100 * seeds.len() {
        let mut bytes = seeds[round % seeds.len()].clone();
        for _ in 0..=random(4) {
            let at = random(bytes.len());
            match random(4) {
                0 => bytes.truncate(at),
                1 => bytes.extend_from_within(at..),
                _ => bytes[at] = random(256) as u8,
            }
            if bytes.is_empty() {
                break;
            }
        }
        let Ok(document) = open(&folder.file("f", &bytes), &limits) else { continue };
        for number in 1..=document.page_count() {
            if let Ok(page) = document.page(number) {
                assert!(page.size().pixels() <= limits.page_pixels, "round {round}");
            }
        }
    }
}
