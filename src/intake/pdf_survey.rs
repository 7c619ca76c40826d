//! Finds what a page of a PDF is made of, by interpreting it without drawing anything.
//!
//! It answers two questions. Is the page a scanned or photographed picture, and at which resolution? And can the page
//! be drawn in a reasonable time? The interpreter has no limits of its own and cannot be stopped, so the survey counts
//! the interpreter's calls and unwinds when the page asks for too much.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use hayro::hayro_interpret::font::GlyphRun;
use hayro::hayro_interpret::hayro_syntax::page::Page;
use hayro::hayro_interpret::pattern::Pattern;
use hayro::hayro_interpret::util::TransformExt;
use hayro::hayro_interpret::{
    BlendMode, CacheKey as _, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache,
    InterpreterSettings, Paint, SoftMask, interpret_page,
};
use hayro::kurbo::{Affine, BezPath, Rect, Shape};
use rustc_hash::FxHashSet;

use super::exif::Exif;
use super::jpeg::Header;
use crate::error::FileError;

/// Most work for a page, in units of one glyph. A dense page of text takes 10,000; a street map takes some 100,000. A
/// page made to multiply itself ends here after about a second.
const MOST_WORK: u64 = 1_000_000;
/// Work of a clip. Every form that is shown clips, so this is the cost of interpreting a form.
const WORK_OF_A_CLIP: u64 = 10;
/// Work of a pattern or a soft mask: each is interpreted again every time it is drawn.
const WORK_OF_A_PATTERN: u64 = 500;
/// Work of a transparency group: a layer of its own, as large as the page.
const WORK_OF_A_GROUP: u64 = 600;
/// Work of filling an area as large as the page; smaller areas cost proportionally less.
const WORK_OF_A_PAGE: f64 = 200.0;
/// Most bytes of instructions on a page, unpacked. A dense page of text has some 100,000.
const MOST_INSTRUCTIONS: usize = 32 << 20;
/// Pixels of pictures that can be decoded in about the time of one unit of work.
const PIXELS_A_STEP: u64 = 400;
/// Largest distance between the edges of a picture and those of the page, as a share of the page, at which they count
/// as the same.
const SAME_EDGE: f64 = 0.01;

/// What a page is made of, in points of the displayed page.
#[derive(Debug, Default)]
pub(super) struct Survey {
    page: Rect,
    /// All pictures, in the order they are drawn.
    pub pictures: Vec<Picture>,
    /// Number of visible glyphs; the hidden ones that text recognition puts behind a scan do not count.
    pub glyphs: u64,
    /// Number of lines and areas whose color is not white.
    pub marks: u64,
    /// Whether something is transparent, blended, masked, or clipped within the page.
    pub effects: bool,
    /// Number of transparent layers as large as the page.
    pub layers: u64,
    /// The soft masks, by their keys: the renderer draws each as large as the page, and keeps it.
    masks: FxHashSet<u128>,
    work: u64,
    /// Nesting depth of the patterns that the survey is in; only the work counts there.
    inside: u32,
}

/// A picture on a page.
#[derive(Debug, Clone, Copy)]
pub(super) struct Picture {
    /// Maps its pixels to points of the page.
    pub transform: Affine,
    /// Width and height in pixels, as the page states them.
    pub size: (u32, u32),
    /// Width and height as the picture's own data state them: a decoder allocates memory for these.
    pub coded: (u32, u32),
    /// Where it lies on the page, cut off at the edges.
    pub place: Rect,
    /// Whether it is a stencil mask that is filled with a color, not a picture of its own.
    pub stencil: bool,
    /// Whether its own EXIF names a camera.
    pub camera: bool,
}

/// Payload of the unwinding when a page asks for too much.
struct TooMuch;

/// Surveys a page.
///
/// # Errors
/// [`FileError::TooComplex`] when drawing it would take too long.
pub(super) fn survey(page: &Page<'_>) -> Result<Survey, FileError> {
    if page.page_stream().is_some_and(|s| s.len() > MOST_INSTRUCTIONS) {
        return Err(FileError::TooComplex);
    }
    let (width, height) = page.render_dimensions();
    let mut survey = Survey { page: Rect::new(0.0, 0.0, width.into(), height.into()), ..Survey::default() };
    let run = catch_unwind(AssertUnwindSafe(|| interpret(page, survey.page, &mut survey)));
    match run {
        Ok(()) => Ok(survey),
        Err(thrown) if thrown.is::<TooMuch>() => Err(FileError::TooComplex),
        Err(thrown) => resume_unwind(thrown),
    }
}

/// Interprets a page in points, y downwards, for a device.
pub(super) fn interpret<'a>(page: &'a Page<'a>, target: Rect, device: &mut impl Device<'a>) {
    let cache = InterpreterCache::new();
    let transform = page.initial_transform(true).to_kurbo();
    let mut context = Context::new(transform, target, &cache, page.xref(), InterpreterSettings::default());
    interpret_page(page, &mut context, device);
}

impl Survey {
    /// The largest picture, if there is one.
    pub fn largest(&self) -> Option<&Picture> {
        self.pictures.iter().max_by(|a, b| a.place.area().total_cmp(&b.place.area()))
    }

    /// Area of the page in square inches.
    pub fn square_inches(&self) -> f64 {
        self.page.area() / (72.0 * 72.0)
    }

    /// Area of all pictures on it in square inches; what lies on top of each other counts each time.
    pub fn square_inches_of_pictures(&self) -> f64 {
        self.pictures.iter().map(|p| p.place.area()).sum::<f64>() / (72.0 * 72.0)
    }

    /// Share of the page that lies under pictures, 0 to 1 (overlaps count twice).
    pub fn covered(&self) -> f64 {
        let pictures: f64 = self.pictures.iter().map(|p| p.place.area()).sum();
        (pictures / self.page.area().max(1.0)).min(1.0)
    }

    /// Whether a box is the page, within a small tolerance.
    pub fn is_page(&self, place: Rect) -> bool {
        let slack = self.page.width().max(self.page.height()) * SAME_EDGE;
        let edges = |r: Rect| [r.x0, r.y0, r.x1, r.y1];
        edges(place).iter().zip(edges(self.page)).all(|(a, b)| (a - b).abs() <= slack)
    }

    fn works(&mut self, steps: u64) {
        self.work = self.work.saturating_add(steps);
        if self.work > MOST_WORK {
            // this prints no message, and `survey` catches it
            resume_unwind(Box::new(TooMuch));
        }
    }

    /// Number of different soft masks.
    pub fn masks(&self) -> usize {
        self.masks.len()
    }

    fn masked(&mut self, mask: Option<&SoftMask<'_>>) {
        let Some(mask) = mask else { return };
        self.works(WORK_OF_A_PATTERN);
        if self.masks.insert(mask.cache_key()) || self.inside > 0 {
            // a mask may have masks of its own, which the renderer draws anew for each mask that they are in
            self.inside += 1;
            mask.interpret(self);
            self.inside -= 1;
        }
    }

    fn paints(&mut self, props: &DrawProps<'_>, steps: u64) {
        self.works(1 + steps);
        self.masked(props.soft_mask.as_ref());
        if let Paint::Pattern(pattern) = &props.paint {
            self.works(WORK_OF_A_PATTERN);
            if let Pattern::Tiling(tile) = pattern.as_ref() {
                self.inside += 1;
                tile.interpret(self, Affine::IDENTITY, false);
                self.inside -= 1;
            }
        }
    }

    /// Work of filling a path, and of the dashes of its outline.
    fn steps(&self, path: &BezPath, transform: Affine, mode: &DrawMode) -> u64 {
        let bounds = path.bounding_box();
        let place = transform.transform_rect_bbox(bounds).intersect(self.page);
        let share = place.area() / self.page.area().max(1.0);
        let dashes = match mode {
            DrawMode::Stroke(stroke) | DrawMode::FillAndStroke(_, stroke) if !stroke.dash_array.is_empty() => {
                let length = path.elements().len() as f64 * bounds.width().hypot(bounds.height());
                let period: f32 = stroke.dash_array.iter().sum();
                length / f64::from(period).max(1e-9) * stroke.dash_array.len() as f64
            }
            _ => 0.0,
        };
        // the conversion from floating point saturates, and it turns NaN into 0
        path.elements().len() as u64 / 4 + (share * WORK_OF_A_PAGE + dashes) as u64
    }

    fn clips(&mut self, place: Rect, simple: bool) {
        self.works(WORK_OF_A_CLIP);
        let slack = self.page.width().max(self.page.height()) * SAME_EDGE;
        let inner = self.page.inset(-slack.min(self.page.width() / 4.0).min(self.page.height() / 4.0));
        self.effects |= self.inside > 0 || !simple || !place.contains_rect(inner);
    }
}

fn is_white(paint: &Paint<'_>) -> bool {
    match paint {
        Paint::Color(color) => {
            let [r, g, b, a] = color.to_rgba().to_rgba8();
            a == 0 || r.min(g).min(b) >= 250
        }
        Paint::Pattern(_) => false,
    }
}

impl<'a> Device<'a> for Survey {
    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, mode: &DrawMode) {
        self.paints(&props, self.steps(path, props.transform, mode));
        let seen = self.inside == 0 && !matches!(mode, DrawMode::Invisible) && !is_white(&props.paint);
        self.marks += u64::from(seen);
    }

    fn push_clip_path(&mut self, clip: &ClipPath) {
        self.clips(clip.path.bounding_box(), clip.path.elements().len() <= 6);
    }

    fn push_clip_rect(&mut self, rect: &Rect) {
        self.clips(*rect, true);
    }

    fn push_transparency_group(&mut self, opacity: f32, mask: Option<SoftMask<'a>>, blend: BlendMode) {
        self.layers += 1;
        self.works(WORK_OF_A_GROUP);
        self.masked(mask.as_ref());
        self.effects |= self.inside > 0 || opacity < 1.0 || mask.is_some() || blend != BlendMode::Normal;
    }

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, mode: &DrawMode) {
        let glyphs = run.glyphs().len() as u64;
        self.paints(&props, glyphs);
        if self.inside == 0 && !matches!(mode, DrawMode::Invisible) && !is_white(&props.paint) {
            self.glyphs += glyphs;
        }
    }

    fn draw_image(&mut self, image: Image<'a, '_>, props: ImageDrawProps<'a>) {
        let size = (image.width(), image.height());
        let whole = Rect::new(0.0, 0.0, size.0.into(), size.1.into());
        let place = props.transform.transform_rect_bbox(whole).intersect(self.page);
        let (stencil, (coded, camera)) = match &image {
            Image::Stencil(_) => (true, (None, false)),
            Image::Raster(raster) => (false, inside(&raster.stream().raw_data())),
        };
        let coded = coded.unwrap_or(size);
        self.works(1 + u64::from(coded.0) * u64::from(coded.1) / PIXELS_A_STEP);
        self.masked(props.soft_mask.as_ref());
        if self.inside == 0 && place.area() > 0.0 {
            self.pictures.push(Picture { transform: props.transform, size, coded, place, stencil, camera });
        }
    }

    fn pop_clip(&mut self) {}

    fn pop_transparency_group(&mut self) {}
}

/// The size that JPEG or JPEG 2000 data state, and whether they name a camera.
fn inside(data: &[u8]) -> (Option<(u32, u32)>, bool) {
    if data.starts_with(&[0xff, 0xd8]) {
        let header = Header::read(data);
        (header.size, header.exif.is_some_and(|block| Exif::read(block).camera))
    } else {
        (jpeg_2000(data), false)
    }
}

/// The size in a JPEG 2000 codestream (ISO/IEC 15444-1, A.5.1), which comes early in its boxes.
fn jpeg_2000(data: &[u8]) -> Option<(u32, u32)> {
    let is_boxed = data.get(4..8) == Some(b"jP  ".as_slice());
    let early = data.get(..4096).unwrap_or(data);
    let at = early.windows(4).position(|w| w == [0xff, 0x4f, 0xff, 0x51])?;
    if at != 0 && !is_boxed {
        return None;
    }
    let number = |from: usize| data.get(from..from + 4)?.try_into().ok().map(u32::from_be_bytes);
    Some((number(at + 8)?, number(at + 12)?))
}

impl Picture {
    /// Width and height of one of its pixels on the page, in points; those of a fax differ.
    pub fn pixel_sides(&self) -> (f64, f64) {
        let [a, b, c, d, _, _] = self.transform.as_coeffs();
        (a.hypot(b).max(1e-6), c.hypot(d))
    }

    /// Its resolution on the page, in dots per inch (the finer of the two directions).
    pub fn dpi(&self) -> f64 {
        let [a, b, c, d, _, _] = self.transform.as_coeffs();
        72.0 / a.hypot(b).min(c.hypot(d)).max(1e-6)
    }
}
