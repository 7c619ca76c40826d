//! Pictures of what this stage sees, so that a failure can be looked at. Nothing in a verdict depends on them.

use image::{Rgb, RgbImage};
use imageproc::drawing::draw_line_segment_mut;

use super::{Rectified, Seen, look};
use crate::geometry::{Point, Quad};
use crate::pixels::Pyramid;

const LINE: Rgb<u8> = Rgb([70, 120, 255]);
const TRIED: Rgb<u8> = Rgb([240, 160, 40]);
const CHOSEN: Rgb<u8> = Rgb([40, 220, 80]);
/// Most candidates that are drawn.
const MAX_DRAWN: usize = 12;

/// The views of an upright page, each with a word for its file: the steps, the lines, the candidates, the panels, and
/// each panel with its perspective taken out.
pub fn views(page: &RgbImage, panels: &[Quad]) -> Vec<(String, RgbImage)> {
    let seen = look(&Pyramid::of(page));
    let mut views = Vec::new();
    if let Some(seen) = &seen {
        views.push(("edges".to_owned(), seen.steps_view()));
        views.push(("lines".to_owned(), lines(seen)));
        views.push(("candidates".to_owned(), candidates(seen)));
    }
    let mut whole = page.clone();
    let thick = page.width().max(page.height()).div_ceil(500);
    for (i, panel) in panels.iter().enumerate() {
        draw(&mut whole, panel, CHOSEN, thick);
        views.extend(Rectified::of(page, panel).map(|r| (format!("panel-{}", i + 1), r.image)));
    }
    views.insert(0, ("panels".to_owned(), whole));
    views
}

fn lines(seen: &Seen) -> RgbImage {
    let mut view = seen.copy_view();
    for (a, b) in seen.line_ends() {
        segment(&mut view, a, b, LINE, 1);
    }
    view
}

fn candidates(seen: &Seen) -> RgbImage {
    let mut view = seen.copy_view();
    for quad in seen.tried().iter().take(MAX_DRAWN).rev() {
        draw(&mut view, quad, TRIED, 1);
    }
    for quad in seen.chosen() {
        draw(&mut view, &quad, CHOSEN, 2);
    }
    view
}

fn draw(view: &mut RgbImage, quad: &Quad, ink: Rgb<u8>, thick: u32) {
    for i in 0..4 {
        segment(view, quad.corners[i], quad.corners[(i + 1) % 4], ink, thick);
    }
}

fn segment(view: &mut RgbImage, a: Point, b: Point, ink: Rgb<u8>, thick: u32) {
    let (w, h) = (view.width() as f32, view.height() as f32);
    // corners far outside of the frame are drawn at its border
    let near = |p: Point| Point::new(p.x.clamp(-w, 2.0 * w), p.y.clamp(-h, 2.0 * h));
    let (a, b) = (near(a), near(b));
    for by in 0..thick {
        let by = by as f32;
        draw_line_segment_mut(view, (a.x + by, a.y), (b.x + by, b.y), ink);
        draw_line_segment_mut(view, (a.x, a.y + by), (b.x, b.y + by), ink);
    }
}
