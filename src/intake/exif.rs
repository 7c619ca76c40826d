//! What a file says about its own origin: the camera, the resolution, the way it was held.
//!
//! Hints only. A broken block is treated like an absent one and never fails the file.

use image::metadata::Orientation;

use super::ifd::{Directory, Tiff};
use crate::page::Origin;

const MAKE: u16 = 0x010f;
const MODEL: u16 = 0x0110;
const ORIENTATION: u16 = 0x0112;
const X_RESOLUTION: u16 = 0x011a;
const RESOLUTION_UNIT: u16 = 0x0128;
const EXIF_DIRECTORY: u16 = 0x8769;
/// Exposure time, F-number, sensitivity, focal length, lens make, lens model: only a device with a lens has these.
const LENS_TAGS: [u16; 6] = [0x829a, 0x829d, 0x8827, 0x920a, 0xa433, 0xa434];

/// What was read from a block of EXIF.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Exif {
    /// How the pixels must be turned before they are shown.
    pub orientation: Orientation,
    /// The block names a camera or its settings.
    pub camera: bool,
    /// Dots per inch, plausible ones only.
    pub dpi: Option<f32>,
}

impl Default for Exif {
    fn default() -> Self {
        Self { orientation: Orientation::NoTransforms, camera: false, dpi: None }
    }
}

impl Exif {
    /// Reads a block as JPEG, PNG, WebP and HEIF carry it, with or without its six-byte prefix.
    pub fn read(block: &[u8]) -> Self {
        let block = block.strip_prefix(b"Exif\0\0").unwrap_or(block);
        let parsed = Tiff::new(block).and_then(|(tiff, first)| Some((tiff, tiff.directory(first)?)));
        parsed.map(|(tiff, directory)| Self::of_directory(tiff, &directory)).unwrap_or_default()
    }

    /// Reads the directory of a picture, and the EXIF directory that it points to.
    pub fn of_directory(tiff: Tiff<'_>, directory: &Directory) -> Self {
        let number = |tag| directory.get(tag).and_then(|e| tiff.number(e));
        let turn = number(ORIENTATION).and_then(|n| u8::try_from(n).ok()).and_then(Orientation::from_exif);
        let resolution = directory.get(X_RESOLUTION).and_then(|e| tiff.fraction(e));
        let per_inch = match number(RESOLUTION_UNIT) {
            None | Some(2) => Some(1.0),
            Some(3) => Some(2.54),
            Some(_) => None,
        };
        Self {
            orientation: turn.unwrap_or(Orientation::NoTransforms),
            camera: names_camera(tiff, directory),
            dpi: resolution.zip(per_inch).and_then(|(r, factor)| plausible_dpi(r * factor)),
        }
    }

    /// The hints about the origin. A resolution that is stated elsewhere in the file (`dpi`) takes precedence.
    pub fn origin(&self, dpi: Option<f32>) -> Origin {
        Origin { camera: self.camera, dpi: dpi.or(self.dpi), ..Origin::default() }
    }
}

/// Whether there is a lens or an exposure, or a make and model that do not name a scanner: scanners fill in make and
/// model as well.
fn names_camera(tiff: Tiff<'_>, directory: &Directory) -> bool {
    let inner = directory.get(EXIF_DIRECTORY).and_then(|e| tiff.number(e)).and_then(|at| tiff.directory(at));
    let lens = |d: &Directory| LENS_TAGS.iter().any(|tag| d.get(*tag).is_some());
    if lens(directory) || inner.is_some_and(|d| lens(&d)) {
        return true;
    }
    let text = |tag| directory.get(tag).and_then(|e| tiff.text(e)).filter(|t| !t.is_empty());
    match (text(MAKE), text(MODEL)) {
        (Some(make), Some(model)) => ![make, model].iter().any(|t| says_scan(t)),
        _ => false,
    }
}

fn says_scan(text: &[u8]) -> bool {
    text.windows(4).any(|w| w.eq_ignore_ascii_case(b"scan"))
}

/// The resolution in dots per inch, if it is plausible for a camera or scanner: 36 to 2400.
pub(super) fn plausible_dpi(dpi: f64) -> Option<f32> {
    (36.0..=2400.0).contains(&dpi).then_some(dpi as f32)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A little-endian block with an orientation and, if wanted, texts and a directory with an exposure time.
    pub fn block(orientation: u16, texts: &[(u16, &str)], exposure: bool) -> Vec<u8> {
        let count = 1 + texts.len() + usize::from(exposure);
        let mut data_at = 8 + 2 + 12 * count + 4;
        let (mut out, mut data) = (b"II*\0\x08\0\0\0".to_vec(), Vec::new());
        let entry = |tag: u16, kind: u16, count: u32, value: u32| {
            [&tag.to_le_bytes()[..], &kind.to_le_bytes(), &count.to_le_bytes(), &value.to_le_bytes()].concat()
        };
        out.extend((count as u16).to_le_bytes());
        for (tag, text) in texts {
            out.extend(entry(*tag, 2, text.len() as u32 + 1, data_at as u32));
            data.extend(text.bytes().chain([0]));
            data_at += text.len() + 1;
        }
        out.extend(entry(ORIENTATION, 3, 1, u32::from(orientation)));
        if exposure {
            out.extend(entry(EXIF_DIRECTORY, 4, 1, data_at as u32));
            data.extend(1_u16.to_le_bytes());
            data.extend(entry(0x829a, 5, 1, 0));
            data.extend([0; 4]);
        }
        out.extend([0; 4]);
        out.extend(data);
        out
    }

    #[test]
    fn an_exposure_or_a_maker_is_a_camera_and_a_scanner_is_not() {
        let maker = |make, model| [(MAKE, make), (MODEL, model)];
        assert!(!Exif::read(&block(1, &[], false)).camera);
        assert!(Exif::read(&block(1, &[], true)).camera);
        assert!(Exif::read(&block(1, &maker("Some maker", "Phone 9"), false)).camera);
        assert!(!Exif::read(&block(1, &maker("Some maker", "FlatScan 300"), false)).camera);
    }

    #[test]
    fn the_orientation_is_read_and_nonsense_is_none() {
        assert_eq!(Exif::read(&block(6, &[], false)).orientation, Orientation::Rotate90);
        assert_eq!(Exif::read(&block(77, &[], false)).orientation, Orientation::NoTransforms);
        assert_eq!(Exif::read(b"Exif\0\0II*\0\xff\xff\xff\xff"), Exif::default());
    }

    #[test]
    fn only_plausible_resolutions_are_taken() {
        assert_eq!(plausible_dpi(300.0), Some(300.0));
        for odd in [0.0, 1.0, 35.9, 1e9, f64::NAN] {
            assert_eq!(plausible_dpi(odd), None);
        }
    }
}
