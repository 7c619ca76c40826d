//! Pictures: formats, colors, transparency, turns.

use image::{GrayAlphaImage, GrayImage, ImageBuffer, Luma, LumaA, Rgba, RgbaImage};

use super::*;
use crate::intake::exif::tests::block;

/// A JPEG with an EXIF block inserted after its first marker.
fn with_exif(jpeg: &[u8], block: &[u8]) -> Vec<u8> {
    let length = (block.len() + 8) as u16;
    [&jpeg[..2], &[0xff, 0xe1], &length.to_be_bytes(), b"Exif\0\0", block, &jpeg[2..]].concat()
}

#[test]
fn lossless_formats_keep_every_pixel_and_their_names_do_not_matter() {
    let original = picture(40, 30);
    for (format, is) in [
        (ImageFormat::Png, Format::Png),
        (ImageFormat::WebP, Format::Webp),
        (ImageFormat::Tiff, Format::Tiff),
        (ImageFormat::Bmp, Format::Bmp),
    ] {
        let got = page("lossless", &encoded(original.clone(), format));
        assert_eq!(got.format, is);
        assert_eq!(got.rgb, original, "{is:?}");
    }
}

#[test]
fn lossy_formats_stay_close() {
    let original = picture(64, 48);
    for (format, most) in [(ImageFormat::Jpeg, 6.0), (ImageFormat::Gif, 12.0)] {
        let got = page("lossy", &encoded(original.clone(), format));
        assert!(difference(&got.rgb, &original) < most, "{format:?}");
    }
}

#[test]
fn deep_and_gray_pictures_become_eight_bit_color() {
    let deep = ImageBuffer::from_fn(9, 7, |x, _| Rgb([(x * 7000) as u16, 65535, 0]));
    let got = page("deep", &encoded(DynamicImage::ImageRgb16(deep), ImageFormat::Png)).rgb;
    assert_eq!(got.get_pixel(8, 3), &Rgb([218, 255, 0]));
    let gray = GrayImage::from_pixel(5, 5, Luma([77]));
    assert_eq!(page("grey", &encoded(gray.clone(), ImageFormat::Png)).rgb.get_pixel(2, 2), &Rgb([77; 3]));
    assert!(page("grey", &encoded(gray, ImageFormat::Jpeg)).rgb.get_pixel(2, 2)[0].abs_diff(77) < 3);
}

#[test]
fn what_is_transparent_lies_on_white() {
    let mut clear = RgbaImage::from_pixel(3, 1, Rgba([0, 0, 0, 0]));
    clear.put_pixel(1, 0, Rgba([0, 0, 0, 128]));
    clear.put_pixel(2, 0, Rgba([10, 20, 30, 255]));
    for format in [ImageFormat::Png, ImageFormat::WebP, ImageFormat::Tiff] {
        let got = page("clear", &encoded(clear.clone(), format)).rgb;
        let pixels: Vec<_> = got.pixels().map(|p| p.0).collect();
        assert_eq!(pixels, [[255; 3], [127; 3], [10, 20, 30]], "{format:?}");
    }
    let gray = GrayAlphaImage::from_pixel(2, 2, LumaA([0, 0]));
    assert_eq!(page("clear", &encoded(gray, ImageFormat::Png)).rgb.get_pixel(0, 0), &Rgb([255; 3]));
}

/// Where EXIF says the first row and the first column of the stored picture belong: the corners at which its first
/// and its last pixel of the first row are seen (TIFF 6.0, tag 274).
#[test]
fn all_eight_orientations_are_applied_once() {
    const TOP_LEFT: (u32, u32) = (0, 0);
    const TOP_RIGHT: (u32, u32) = (1, 0);
    const LOW_LEFT: (u32, u32) = (0, 1);
    const LOW_RIGHT: (u32, u32) = (1, 1);
    let table = [
        (TOP_LEFT, TOP_RIGHT),
        (TOP_RIGHT, TOP_LEFT),
        (LOW_RIGHT, LOW_LEFT),
        (LOW_LEFT, LOW_RIGHT),
        (TOP_LEFT, LOW_LEFT),
        (TOP_RIGHT, LOW_RIGHT),
        (LOW_RIGHT, TOP_RIGHT),
        (LOW_LEFT, TOP_LEFT),
    ];
    let mut stored = RgbImage::new(64, 32);
    for (x, y) in (0..16).flat_map(|x| (0..16).map(move |y| (x, y))) {
        stored.put_pixel(x, y, Rgb([255, 0, 0]));
        stored.put_pixel(63 - x, y, Rgb([0, 255, 0]));
    }
    let jpeg = encoded(stored, ImageFormat::Jpeg);
    for (orientation, (first, last)) in (1..).zip(table) {
        let got = page("turned", &with_exif(&jpeg, &block(orientation, &[], false))).rgb;
        assert_eq!(got.dimensions(), if orientation < 5 { (64, 32) } else { (32, 64) });
        let corner = |(x, y): (u32, u32)| got.get_pixel(4 + x * (got.width() - 9), 4 + y * (got.height() - 9)).0;
        assert!(corner(first)[0] > 200 && corner(first)[1] < 60, "{orientation}: {:?}", corner(first));
        assert!(corner(last)[1] > 200 && corner(last)[0] < 60, "{orientation}: {:?}", corner(last));
    }
}

#[test]
fn exif_tells_the_camera_and_broken_exif_does_no_harm() {
    let jpeg = encoded(picture(32, 32), ImageFormat::Jpeg);
    assert!(!page("exif", &jpeg).origin.camera);
    assert!(page("exif", &with_exif(&jpeg, &block(1, &[], true))).origin.camera);
    for length in 0..60 {
        let broken: Vec<u8> = block(6, &[], true).into_iter().take(length).chain([0xff; 9]).collect();
        let got = page("exif", &with_exif(&jpeg, &broken));
        assert_eq!(got.rgb.dimensions(), (32, 32));
    }
}

#[test]
fn stated_resolutions_are_read() {
    let mut jpeg = encoded(picture(16, 16), ImageFormat::Jpeg);
    assert_eq!(&jpeg[6..10], b"JFIF");
    jpeg[13..18].copy_from_slice(&[1, 1, 44, 1, 44]);
    assert_eq!(page("dpi", &jpeg).origin.dpi, Some(300.0));
    let png = encoded(picture(16, 16), ImageFormat::Png);
    // the checksum of this ancillary chunk is not checked before the pixels are decoded
    let chunk = [&[0, 0, 0, 9][..], b"pHYs", &11811_u32.to_be_bytes(), &11811_u32.to_be_bytes(), &[1]].concat();
    let stated = [&png[..33], &chunk, &[0; 4], &png[33..]].concat();
    assert_eq!(raster::png(&stated, &Limits::default()).map(|p| p.origin.dpi.map(f32::round)), Ok(Some(300.0)));
}

/// A JPEG of one block and four components, each of one level, in Adobe's form, in which 255 means no ink.
fn adobe_cmyk(levels: [u8; 4]) -> Vec<u8> {
    let mut bytes = b"\xff\xd8\xff\xee\0\x0eAdobe\0\x64\0\0\0\0\0".to_vec();
    bytes.extend([0xff, 0xdb, 0, 67, 0]);
    bytes.extend([8; 64]);
    bytes.extend([0xff, 0xc0, 0, 20, 8, 0, 8, 0, 8, 4]);
    (1..=4).for_each(|id| bytes.extend([id, 0x11, 0]));
    // one code of one bit each: differences of seven bits, and the end of the block
    for (table, symbol) in [(0x00, 7), (0x10, 0)] {
        bytes.extend([0xff, 0xc4, 0, 20, table, 1]);
        bytes.extend([0; 15]);
        bytes.push(symbol);
    }
    bytes.extend([0xff, 0xda, 0, 14, 4, 1, 0, 2, 0, 3, 0, 4, 0, 0, 63, 0]);
    // code 0, the seven bits of the level's distance from 128 (negative ones less one), code 0
    let bits = levels.iter().flat_map(|level| {
        let distance = i32::from(*level) - 128;
        let coded = if distance < 0 { distance + 127 } else { distance };
        [0].into_iter().chain((0..7).rev().map(move |b| (coded >> b) & 1)).chain([0])
    });
    let bits: Vec<_> = bits.chain([1; 8]).collect();
    bytes.extend(bits.chunks_exact(8).map(|b| b.iter().fold(0, |sum, bit| sum * 2 + *bit as u8)));
    bytes.extend([0xff, 0xd9]);
    bytes
}

#[test]
fn ink_of_adobe_jpegs_is_not_shown_as_light() {
    let shade = |levels| page("cmyk", &adobe_cmyk(levels)).rgb.get_pixel(4, 4).0;
    assert!(shade([255; 4]).iter().all(|c| *c > 250), "{:?}", shade([255; 4]));
    assert!(shade([255, 255, 255, 1]).iter().all(|c| *c < 10));
    let cyan = shade([1, 255, 255, 255]);
    assert!(cyan[0] < 10 && cyan[1] > 245 && cyan[2] > 245, "{cyan:?}");
}

#[test]
fn colors_that_are_multiplied_by_their_transparency_are_not_multiplied_again() {
    let mut clear = RgbaImage::from_pixel(2, 1, Rgba([0, 0, 0, 0]));
    clear.put_pixel(1, 0, Rgba([100, 50, 0, 128]));
    let apart = raster::on_white(clear.clone(), raster::Alpha::Apart);
    let multiplied = raster::on_white(clear, raster::Alpha::Multiplied);
    assert_eq!((apart.get_pixel(0, 0).0, multiplied.get_pixel(0, 0).0), ([255; 3], [255; 3]));
    assert_eq!((apart.get_pixel(1, 0).0, multiplied.get_pixel(1, 0).0), ([177, 152, 127], [227, 177, 127]));
}

#[test]
fn a_jpeg_whose_colors_come_one_after_the_other_is_refused_and_not_shown_wrongly() {
    let mut file = encoded(picture(32, 32), ImageFormat::Jpeg);
    let scan = file.windows(2).position(|w| w == [0xff, 0xda]).unwrap();
    file[scan + 4] = 1;
    let document = opened("jpeg-passes", &file, &Limits::default()).unwrap();
    assert!(matches!(document.page(1).err(), Some(FileError::Unsupported(_))));
}
