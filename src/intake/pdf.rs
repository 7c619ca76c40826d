//! PDF → pixels, all pages.
//!
//! A page that is one scan or photograph is taken as it is, pixel by pixel. A page that is mostly a picture is drawn at
//! the resolution of that picture; any other page is drawn at [`DRAWN_DPI`]. Nothing in a PDF is executed, and no other
//! file is opened.

use std::sync::Arc;

use hayro::hayro_interpret::font::GlyphRun;
use hayro::hayro_interpret::hayro_syntax::page::Page;
use hayro::hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro::hayro_interpret::{
    BlendMode, ClipPath, Device, DrawMode, DrawProps, Image, ImageData, ImageDrawProps, InterpreterSettings, SoftMask,
};
use hayro::kurbo::{Affine, BezPath, Rect};
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings};
use image::metadata::Orientation;
use image::{DynamicImage, GrayImage, RgbImage};

use super::exif::plausible_dpi;
use super::pdf_survey::{Picture, Survey, interpret, survey};
use super::raster::{turn, with_square_pixels};
use super::{Limits, Pixels};
use super::{pdf_hidden, pdf_marks};
use crate::error::{FileError, NotShown};
use crate::page::Origin;

/// Resolution of pages made of text and lines, in dots per inch. Print of 6 points is then 25 pixels high.
const DRAWN_DPI: f64 = 300.0;
/// Range of resolutions, in dots per inch, within which a page around a picture is drawn at the picture's own
/// resolution.
const PICTURE_DPI: (f64, f64) = (72.0, 600.0);
/// A page that fits the limits only below this many dots per inch is not drawn at all: it is a poster or a
/// decompression bomb.
const LEAST_DPI: f64 = 72.0;
/// Nanoseconds that a pixel of a picture takes to be drawn, one of a transparent layer, and one of a soft mask, which is
/// a picture of its own; what a page may take before it is drawn with fewer dots, and before it is not drawn at all.
const PICTURE_NS: f64 = 15.0;
const LAYER_NS: f64 = 0.3;
const MASK_NS: f64 = 5.0;
const SLOW_NS: f64 = 3e9;
const TOO_SLOW_NS: f64 = 20e9;
/// Most bytes of all soft masks of a page, which are kept until it is drawn: one byte a pixel.
const MASK_BYTES: f64 = 400e6;
/// Fewest dots per inch of a page that takes long: print of 8 points is then 13 pixels high.
const LEAST_DPI_IN_TIME: f64 = 120.0;
/// Most pixels on a side, because the renderer counts in 16 bits.
const MOST_SIDE: f64 = 32_000.0;
/// Most glyphs, and most lines, beside a picture on a page that still counts as a picture: scanning programs print that
/// many at its edge.
const STRAY_GLYPHS: u64 = 60;
const STRAY_MARKS: u64 = 20;

/// A parsed PDF.
pub(super) struct File {
    pdf: Pdf,
}

impl File {
    /// Parses the structure of a file; its pages are read later.
    pub fn open(bytes: Vec<u8>, limits: &Limits) -> Result<Self, FileError> {
        let bytes = Arc::new(pdf_hidden::with_open_pages(bytes));
        let pdf = Pdf::new(bytes.clone()).map_err(said)?;
        if let Some(why) = pdf_hidden::of_file(&pdf) {
            return Err(FileError::NotShown(why));
        }
        match pdf.pages().len() {
            0 => return Err(FileError::Damaged("PDF: it has no pages".to_owned())),
            pages => limits.check_pages(pages)?,
        }
        match pdf_marks::with_open_groups(&pdf, &bytes) {
            Some(opened) => Ok(Self { pdf: Pdf::new(opened).map_err(said)? }),
            None => Ok(Self { pdf }),
        }
    }

    /// Number of pages, at least 1.
    pub fn page_count(&self) -> u32 {
        self.pdf.pages().len() as u32
    }

    /// Width and height of a page as it is drawn; a scan on it may have more pixels.
    pub fn expected_size(&self, index: usize) -> Option<(u32, u32)> {
        let (width, height) = self.pdf.pages().get(index)?.render_dimensions();
        let pixels = |points: f32| (f64::from(points) / 72.0 * DRAWN_DPI).clamp(0.0, MOST_SIDE) as u32;
        Some((pixels(width), pixels(height)))
    }

    /// Takes or draws a page, counted from 0.
    pub fn page(&self, index: usize, limits: &Limits) -> Result<Pixels, FileError> {
        let page = self.pdf.pages().get(index);
        let page = page.ok_or_else(|| FileError::Damaged("PDF: a page is missing".to_owned()))?;
        if pdf_hidden::has_unshown_fields(&self.pdf, page) {
            return Err(FileError::NotShown(NotShown::FilledFields));
        }
        let found = survey(page)?;
        for picture in &found.pictures {
            limits.check_pixels(picture.size.0.into(), picture.size.1.into())?;
            limits.check_pixels(picture.coded.0.into(), picture.coded.1.into())?;
        }
        let photo = is_picture(&found).then(|| found.largest()).flatten();
        let taken = photo.and_then(|p| take(page, &found, p, limits));
        let wanted = resolution(&found, photo);
        let ((rgb, dpi), coarse) = if let (Some(rgb), Some(photo)) = (taken, photo) {
            ((rgb, photo.dpi()), false)
        } else {
            let in_time = in_time(&found, wanted)?;
            (draw(page, in_time, limits)?, in_time < wanted)
        };
        let origin = Origin {
            camera: photo.is_some_and(|p| p.camera),
            dpi: plausible_dpi(dpi),
            drawn: photo.is_none(),
            embedded: photo.is_some(),
            coarse,
        };
        Ok(Pixels { rgb, origin })
    }
}

fn said(error: LoadPdfError) -> FileError {
    match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => FileError::Protected,
        LoadPdfError::Decryption(DecryptionError::UnsupportedAlgorithm) => {
            FileError::Unsupported("PDF: an unknown encryption".to_owned())
        }
        LoadPdfError::Decryption(_) => FileError::Damaged("PDF: its encryption is broken".to_owned()),
        LoadPdfError::Invalid => FileError::Damaged("PDF: its structure is broken".to_owned()),
    }
}

/// Whether a page is a picture: nothing else is visible, or pictures cover half of it and little is beside them.
fn is_picture(found: &Survey) -> bool {
    let alone = found.glyphs == 0 && found.marks == 0;
    let better_part = found.covered() >= 0.5 && found.glyphs <= STRAY_GLYPHS && found.marks <= STRAY_MARKS;
    !found.pictures.is_empty() && (alone || better_part)
}

/// Dots per inch at which a page is drawn.
fn resolution(found: &Survey, photo: Option<&Picture>) -> f64 {
    match photo {
        None => DRAWN_DPI,
        Some(p) if found.is_page(p.place) => p.dpi(),
        Some(p) => p.dpi().clamp(PICTURE_DPI.0, PICTURE_DPI.1),
    }
}

/// At most so many dots per inch that a page is drawn in about three seconds, but not less than needed to read it.
fn in_time(found: &Survey, dpi: f64) -> Result<f64, FileError> {
    let (layers, masks) = (found.layers as f64 * found.square_inches(), found.masks() as f64 * found.square_inches());
    let an_inch = found.square_inches_of_pictures() * PICTURE_NS + layers * LAYER_NS + masks * MASK_NS;
    let room = (MASK_BYTES / masks.max(1.0)).sqrt();
    let dots = |ns: f64| (ns / an_inch.max(1.0)).sqrt().min(room);
    let least = LEAST_DPI_IN_TIME.min(dpi);
    if dots(TOO_SLOW_NS) < least { Err(FileError::TooComplex) } else { Ok(dpi.min(dots(SLOW_NS).max(least))) }
}

/// Draws a page on white, at the given dots per inch or at the highest resolution that fits the limits.
fn draw(page: &Page<'_>, dpi: f64, limits: &Limits) -> Result<(RgbImage, f64), FileError> {
    let (width, height) = page.render_dimensions();
    let (wide, high) = (f64::from(width) / 72.0, f64::from(height) / 72.0);
    if !(wide > 0.0 && high > 0.0 && wide.is_finite() && high.is_finite()) {
        return Err(FileError::Damaged("PDF: the page has no size".to_owned()));
    }
    let fits = (limits.page_pixels as f64 / (wide * high)).sqrt().min(MOST_SIDE / wide.max(high));
    if fits < LEAST_DPI.min(dpi) {
        let least = |inches: f64| (inches * LEAST_DPI) as u64;
        limits.check_pixels(least(wide).max(1), least(high).max(1))?;
        return Err(FileError::TooComplex);
    }
    let rounded = |inches: f64| if fits < dpi { (inches * fits).floor() } else { (inches * dpi).round() };
    let pixels = |inches: f64| rounded(inches).clamp(1.0, MOST_SIDE) as u32;
    let dpi = dpi.min(fits);
    let (columns, rows) = (pixels(wide), pixels(high));
    // the renderer truncates fractions, so a hundredth of a pixel is added to keep the page whole
    let scale = |pixels: u32, points: f32| (pixels as f32 + 0.01) / points;
    let target = PixmapSettings { x_scale: scale(columns, width), y_scale: scale(rows, height), bg_color: WHITE };
    let settings = (InterpreterSettings::default(), RenderSettings::default());
    let drawn = hayro::render(page, &RenderCache::new(), &settings.0, &settings.1, &target);
    let size = (u32::from(drawn.width()), u32::from(drawn.height()));
    let mut raw = Vec::with_capacity(drawn.data_as_u8_slice().len() / 4 * 3);
    // the background is opaque white, so nothing on it is transparent
    raw.extend(drawn.data_as_u8_slice().chunks_exact(4).flat_map(|p| [p[0], p[1], p[2]]));
    let rgb = RgbImage::from_raw(size.0, size.1, raw);
    rgb.map(|rgb| (rgb, dpi)).ok_or_else(|| FileError::Internal("PDF: size and pixels disagree".to_owned()))
}

/// The original pixels of a picture that fills the page, turned as the page shows it.
fn take(page: &Page<'_>, found: &Survey, photo: &Picture, limits: &Limits) -> Option<RgbImage> {
    let alone = found.pictures.len() == 1 && found.glyphs == 0 && found.marks == 0;
    if !alone || found.effects || photo.stencil || !found.is_page(shown(photo)) {
        return None;
    }
    let orientation = orientation(photo.transform)?;
    let mut taker = Taker::default();
    interpret(page, photo.place, &mut taker);
    let (across, down) = photo.pixel_sides();
    let (mut rgb, _) = with_square_pixels(taker.picture?, down / across, limits).ok()?;
    turn(&mut rgb, orientation);
    Some(rgb)
}

/// The whole picture on the page, including parts beyond the edges.
fn shown(photo: &Picture) -> Rect {
    photo.transform.transform_rect_bbox(Rect::new(0.0, 0.0, photo.size.0.into(), photo.size.1.into()))
}

/// The turn that a transform makes, if it is one of the eight that map pixels to pixels.
fn orientation(transform: Affine) -> Option<Orientation> {
    let [a, b, c, d, _, _] = transform.as_coeffs();
    let straight = b.abs().max(c.abs()) < 1e-4 * a.abs().min(d.abs());
    let turned = a.abs().max(d.abs()) < 1e-4 * b.abs().min(c.abs());
    Some(match (straight, turned, a > 0.0, d > 0.0, b > 0.0, c > 0.0) {
        (true, _, true, true, ..) => Orientation::NoTransforms,
        (true, _, false, true, ..) => Orientation::FlipHorizontal,
        (true, _, true, false, ..) => Orientation::FlipVertical,
        (true, _, false, false, ..) => Orientation::Rotate180,
        (_, true, _, _, true, false) => Orientation::Rotate90,
        (_, true, _, _, false, true) => Orientation::Rotate270,
        (_, true, _, _, true, true) => Orientation::Rotate90FlipH,
        (_, true, _, _, false, false) => Orientation::Rotate270FlipH,
        _ => return None,
    })
}

/// Takes the pixels of the first picture that is drawn, unless it has transparency of its own.
#[derive(Default)]
struct Taker {
    picture: Option<RgbImage>,
}

impl<'a> Device<'a> for Taker {
    fn draw_image(&mut self, image: Image<'a, '_>, _: ImageDrawProps<'a>) {
        let Image::Raster(raster) = image else { return };
        raster.with_rgba(
            |data, alpha| {
                self.picture = match (data, alpha) {
                    (ImageData::Rgb(d), None) => RgbImage::from_raw(d.width, d.height, d.data),
                    (ImageData::Luma(d), None) => GrayImage::from_raw(d.width, d.height, d.data)
                        .map(|gray| DynamicImage::ImageLuma8(gray).into_rgb8()),
                    _ => None,
                };
            },
            None,
        );
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, _: &DrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn draw_glyph_run(&mut self, _: &GlyphRun<'_, 'a>, _: DrawProps<'a>, _: &DrawMode) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
