//! What a page of a PDF is made of, found out by interpreting it without drawing anything.
//!
//! Two questions are answered: is the page a picture that somebody scanned or photographed, and at which resolution is
//! it; and is the page of a size that can be drawn in a reasonable time. The interpreter has no limits of its own and
//! cannot be stopped, so the survey counts what it is told and leaves by unwinding when the page asks for too much.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use hayro::hayro_interpret::font::GlyphRun;
use hayro::hayro_interpret::hayro_syntax::page::Page;
use hayro::hayro_interpret::pattern::Pattern;
use hayro::hayro_interpret::util::TransformExt;
use hayro::hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache,
    InterpreterSettings, Paint, SoftMask, interpret_page,
};
use hayro::kurbo::{Affine, BezPath, Rect, Shape};

use super::exif::Exif;
use super::jpeg::Header;
use crate::error::FileError;

/// What a page may cost, a glyph being 1. A dense page of text is at 10,000, a street map at some 100,000; a page made
/// to multiply itself ends here after about a second.
const MOST_WORK: u64 = 1_000_000;
/// Every form that is shown anew clips, so this is what interpreting a form costs.
const WORK_OF_A_CLIP: u64 = 10;
/// A pattern or a soft mask is drawn by interpreting it anew each time.
const WORK_OF_A_PATTERN: u64 = 500;
/// A layer of its own, of the size of the page.
const WORK_OF_A_GROUP: u64 = 600;
/// Filling an area as large as the page; smaller ones cost less in proportion.
const WORK_OF_A_PAGE: f64 = 200.0;
/// Bytes of instructions on a page, unpacked. A dense page of text has some 100,000.
const MOST_INSTRUCTIONS: usize = 32 << 20;
/// Pixels of pictures that are decoded in the time of one simple drawing step, about.
const PIXELS_A_STEP: u64 = 400;
/// Edges of a picture may miss those of the page by this share of the page and still be called the same.
const SAME_EDGE: f64 = 0.01;

/// What a page is made of, in points of the page as it is shown.
#[derive(Debug, Default)]
pub(super) struct Survey {
    page: Rect,
    /// All pictures, in the order they are drawn.
    pub pictures: Vec<Picture>,
    /// Glyphs that can be seen; the hidden ones that readers of print put behind a scan are not among them.
    pub glyphs: u64,
    /// Lines and areas of a color that is not white.
    pub marks: u64,
    /// Something is transparent, blended, masked, or clipped within the page.
    pub effects: bool,
    work: u64,
    /// Patterns within which the survey is at this moment; only the work counts there.
    inside: u32,
}

/// A picture on a page.
#[derive(Debug, Clone, Copy)]
pub(super) struct Picture {
    /// From its pixels to points of the page.
    pub transform: Affine,
    /// Width and height in pixels, as the page has it.
    pub size: (u32, u32),
    /// Width and height as the data of the picture have it, which is what a decoder takes memory for.
    pub coded: (u32, u32),
    /// Where it lies on the page, cut off at the edges.
    pub place: Rect,
    /// It is a stencil that color is poured through, not a picture of its own.
    pub stencil: bool,
    /// Its own EXIF names a camera.
    pub camera: bool,
}

/// Carried by the unwinding when a page asks for too much.
struct TooMuch;

/// Surveys a page.
///
/// # Errors
/// [`FileError::Unsupported`] when drawing it would take too long.
pub(super) fn survey(page: &Page<'_>) -> Result<Survey, FileError> {
    let too_complex = || FileError::Unsupported("the page is too complex to be drawn in time".to_owned());
    if page.page_stream().is_some_and(|s| s.len() > MOST_INSTRUCTIONS) {
        return Err(too_complex());
    }
    let (width, height) = page.render_dimensions();
    let mut survey = Survey { page: Rect::new(0.0, 0.0, width.into(), height.into()), ..Survey::default() };
    let run = catch_unwind(AssertUnwindSafe(|| interpret(page, survey.page, &mut survey)));
    match run {
        Ok(()) => Ok(survey),
        Err(thrown) if thrown.is::<TooMuch>() => Err(too_complex()),
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

    /// Share of the page that lies under pictures, 0 to 1 (overlaps count twice).
    pub fn covered(&self) -> f64 {
        let pictures: f64 = self.pictures.iter().map(|p| p.place.area()).sum();
        (pictures / self.page.area().max(1.0)).min(1.0)
    }

    /// Whether a box is the page, but for a hair.
    pub fn is_page(&self, place: Rect) -> bool {
        let slack = self.page.width().max(self.page.height()) * SAME_EDGE;
        let edges = |r: Rect| [r.x0, r.y0, r.x1, r.y1];
        edges(place).iter().zip(edges(self.page)).all(|(a, b)| (a - b).abs() <= slack)
    }

    fn works(&mut self, steps: u64) {
        self.work = self.work.saturating_add(steps);
        if self.work > MOST_WORK {
            // no message is printed for this one, it is caught in `survey`
            resume_unwind(Box::new(TooMuch));
        }
    }

    fn paints(&mut self, props: &DrawProps<'_>, steps: u64) {
        self.works(1 + steps);
        if props.soft_mask.is_some() {
            self.works(WORK_OF_A_PATTERN);
        }
        if let Paint::Pattern(pattern) = &props.paint {
            self.works(WORK_OF_A_PATTERN);
            if let Pattern::Tiling(tile) = pattern.as_ref() {
                self.inside += 1;
                tile.interpret(self, Affine::IDENTITY, false);
                self.inside -= 1;
            }
        }
    }

    /// Steps for filling a path, and for the dashes of its outline.
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
        // a conversion from a fraction keeps to the range of the whole numbers, and makes 0 of what is no number
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
        self.works(WORK_OF_A_GROUP + if mask.is_some() { WORK_OF_A_PATTERN } else { 0 });
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

/// The size in a JPEG 2000 codestream (ISO/IEC 15444-1, A.5.1), which stands early in its boxes.
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
    /// Its resolution on the page, in dots per inch (the finer of the two directions).
    pub fn dpi(&self) -> f64 {
        let [a, b, c, d, _, _] = self.transform.as_coeffs();
        72.0 / a.hypot(b).min(c.hypot(d)).max(1e-6)
    }
}
