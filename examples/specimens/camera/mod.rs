//! The camera: a table with documents on it, light, a lens, a sensor and a file, all in physical terms.
//!
//! The steps have their physical order: surface and paper, light and shadow, reflections of lamps, fingers, lens,
//! shake, exposure, noise, JPEG. This module knows where documents lie, but not what they say.

pub mod file;
pub mod light;
pub mod optics;
pub mod pose;
pub mod scene;
pub mod screen;
pub mod surface;

use crate::documents::Sheet;
use image::RgbImage;
use light::{Glare, Shadow};
use optics::{Blur, Motion};
use pose::{Homography, Pose};
use screen::Screen;
use surface::Surface;

/// A document lying on the table.
pub struct Placed<'s> {
    /// The drawing.
    pub sheet: &'s Sheet<'s>,
    /// Where its middle lies, in millimeters of the table.
    pub center: (f32, f32),
    /// Clockwise turn on the table, in degrees.
    pub angle: f32,
}

impl Placed<'_> {
    /// From millimeters of the sheet to millimeters of the table.
    pub fn to_table(&self, x: f32, y: f32) -> (f32, f32) {
        let (s, c) = self.angle.to_radians().sin_cos();
        let (dx, dy) = (x - self.sheet.canvas.width / 2.0, y - self.sheet.canvas.height / 2.0);
        (self.center.0 + c * dx - s * dy, self.center.1 + s * dx + c * dy)
    }
}

/// A fingertip on the picture: from a point outside to its tip, both as shares of the frame.
#[derive(Debug, Clone, Copy)]
pub struct Finger {
    /// Where the tip lies.
    pub tip: (f32, f32),
    /// Where the finger comes from.
    pub root: (f32, f32),
    /// Half its width, as a share of the frame's long side.
    pub radius: f32,
}

/// A word for what is wrong with the picture, and how badly.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Defect {
    /// Kind, in the words of the truth file.
    pub kind: &'static str,
    /// `bad` or `mild`.
    pub label: &'static str,
}

/// Everything about one picture except the documents' own drawing.
#[derive(Clone)]
pub struct Shot {
    /// Width and height of the picture when the documents stand upright, in pixels.
    pub frame: (u32, u32),
    /// What the documents lie on.
    pub surface: Surface,
    /// Where the camera is.
    pub pose: Pose,
    /// Brightness falls from one side to the other by this share.
    pub falloff: f32,
    /// Exposure relative to the correct one, in stops.
    pub stops: f32,
    /// Color of the light: 0 neutral, 0.1 clearly warm.
    pub warmth: f32,
    /// Shadows that fall on the table.
    pub shadows: Vec<Shadow>,
    /// Reflections of lamps in plastic.
    pub glares: Vec<Glare>,
    /// Fingers in the picture.
    pub fingers: Vec<Finger>,
    /// The screen that shows the documents, if they are not paper.
    pub screen: Option<Screen>,
    /// Focus.
    pub blur: Blur,
    /// Shake.
    pub motion: Option<Motion>,
    /// Sensor noise: standard deviation at middle gray, as a share of it.
    pub noise: f32,
    /// JPEG quality, 1 to 100.
    pub jpeg_quality: u8,
    /// Clockwise turn of the finished page as its metadata shows it: 0, 90, 180 or 270 degrees.
    pub turned: u16,
    /// EXIF orientation in the file, 1, 3, 6 or 8; `None` for no such tag.
    pub exif: Option<u8>,
    /// `photo` or `scan`.
    pub capture: &'static str,
    /// What is wrong on purpose.
    pub defects: Vec<Defect>,
    /// Seed of noise and texture.
    pub seed: u64,
}

impl Shot {
    /// A good photograph by a phone: 12 megapixels, sharp, even light, dark table.
    pub fn good(seed: u64) -> Self {
        Self {
            frame: (4032, 3024),
            surface: Surface::Wood,
            pose: Pose::phone(0.72),
            falloff: 0.12,
            stops: 0.0,
            warmth: 0.03,
            shadows: Vec::new(),
            glares: Vec::new(),
            fingers: Vec::new(),
            screen: None,
            blur: Blur::None,
            motion: None,
            noise: 0.025,
            jpeg_quality: 90,
            turned: 0,
            exif: None,
            capture: "photo",
            defects: Vec::new(),
            seed,
        }
    }

    /// A flatbed scan at a resolution, in an upright frame around the documents.
    pub fn scan(seed: u64, dpi: f32, size_mm: (f32, f32)) -> Self {
        let px = |mm: f32| (mm * dpi / 25.4) as u32;
        Self {
            frame: (px(size_mm.0), px(size_mm.1)),
            surface: Surface::Lid,
            pose: Pose::flatbed(dpi),
            falloff: 0.0,
            stops: 0.22,
            warmth: 0.0,
            noise: 0.008,
            capture: "scan",
            jpeg_quality: 88,
            ..Self::good(seed)
        }
    }

    /// The same shot with a defect noted.
    #[must_use]
    pub fn with(mut self, kind: &'static str, label: &'static str) -> Self {
        self.defects.push(Defect { kind, label });
        self
    }
}

/// A picture and how its table maps to it.
pub struct Photo {
    /// The page as its metadata shows it, except for the turn of `Shot::turned`.
    pub upright: RgbImage,
    /// From millimeters of the table to pixels of the upright picture.
    pub pixel_from_table: Homography,
    /// Blur of lens and focus together, as the standard deviation in pixels.
    pub sigma_px: f32,
}

/// Takes the picture.
pub fn take(shot: &Shot, placed: &[Placed<'_>]) -> Photo {
    let h = shot.pose.homography(shot.frame, placed);
    let mut frame = scene::compose(shot, placed, &h);
    light::mirror_lamps(&mut frame, shot, placed, &h);
    scene::lay_fingers(&mut frame, shot);
    let sigma_px = optics::focus(&mut frame, shot.blur);
    if let Some(motion) = shot.motion {
        optics::shake(&mut frame, motion);
    }
    Photo { upright: light::expose(&frame, shot), pixel_from_table: h, sigma_px }
}

/// The geometry of the picture without its pixels: only where everything would lie.
pub fn not_taken(shot: &Shot, placed: &[Placed<'_>]) -> Photo {
    Photo { upright: RgbImage::default(), pixel_from_table: shot.pose.homography(shot.frame, placed), sigma_px: 0.0 }
}
