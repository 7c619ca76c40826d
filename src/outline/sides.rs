//! Evidence for one side of a quad: steps along it that all lead the same way, and a color outside that differs from
//! the color inside.
//!
//! Print has steps everywhere, but they lead both ways, and the paper is the same on both sides of a line of print.

use super::edges::Steps;
use super::planes::Planes;
use crate::geometry::Point;

/// Distance between samples along a side, in pixels of the copy; colors are compared at every second sample; and the
/// number of parts of a side in which the steps must agree.
const EVERY: f32 = 2.0;
const COLOUR_EVERY: u32 = 2;
const PARTS: usize = 6;
/// How far from a side steps are looked for, in pixels of the copy: sheets are not quite flat.
const ASIDE: i32 = 2;
/// Cosine of the angle by which a step may point away from the side's normal.
const AGREES: f32 = 0.9;
/// Where the color inside and outside is looked at, in pixels from the side.
const DEPTHS: [f32; 3] = [4.0, 7.0, 10.0];
/// Difference between the mean colors inside and outside, in gray levels, at which the contrast is 0.5; it is larger on
/// a busy ground.
const LEAST_CONTRAST: f32 = 6.0;
/// Rounded part of a side at each end, as a share of it.
const ROUNDED: f32 = 0.05;
/// Length looked at beyond each corner, as a share of the side.
const BEYOND: f32 = 0.15;

/// The evidence for a side.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Support {
    /// Mean weight of the steps along it that lead the same way, 0–1.
    pub(super) steps: f32,
    /// How much the color differs between inside and outside, 0–1.
    pub(super) contrast: f32,
    /// Mean weight of the steps beyond both corners, 0–1.
    pub(super) beyond: f32,
    /// Share of the side that lies inside of the frame.
    pub(super) inside: f32,
}

/// The strongest step near a place that leads along a normal: its weight, negative where it leads the opposite way.
pub(super) fn across(steps: &Steps, at: Point, normal: (f32, f32)) -> Option<f32> {
    steps.at(at.x, at.y)?;
    let mut best = 0.0_f32;
    for offset in -ASIDE..=ASIDE {
        let o = offset as f32;
        let Some(step) = steps.at(at.x + o * normal.0, at.y + o * normal.1) else { continue };
        let lead = step.nx * normal.0 + step.ny * normal.1;
        if lead.abs() >= AGREES && step.weight > best.abs() {
            best = step.weight.copysign(lead);
        }
    }
    Some(best)
}

/// Measures the side from `a` to `b` of a quad. The inside of the quad lies to the right of that direction.
pub(super) fn of(a: Point, b: Point, steps: &Steps, picture: &Planes) -> Support {
    let length = a.distance(b);
    if length < 8.0 {
        return Support::default();
    }
    let along = ((b.x - a.x) / length, (b.y - a.y) / length);
    let inward = (-along.1, along.0);
    let on = |t: f32| Point::new(a.x + t * along.0, a.y + t * along.1);
    let (mut led, mut seen, mut all) = ([(0.0_f32, 0.0_f32); PARTS], 0.0, 0_u32);
    let mut colors = [Strip::default(); PARTS];
    let mut t = length * ROUNDED;
    while t <= length * (1.0 - ROUNDED) {
        let part = ((t / length * PARTS as f32) as usize).min(PARTS - 1);
        let at = on(t);
        all += 1;
        if let Some(weight) = across(steps, at, inward) {
            seen += 1.0;
            if weight > 0.0 {
                led[part].0 += weight;
            } else {
                led[part].1 -= weight;
            }
            // color changes more slowly than steps do
            if all % COLOUR_EVERY == 0 {
                colors[part].add(picture, at, inward);
            }
        }
        t += EVERY;
    }
    if seen < 1.0 {
        return Support::default();
    }
    let same_way: f32 = led.iter().map(|(to, fro)| to.max(*fro) - 0.5 * to.min(*fro)).sum();
    let parts = colors.iter().filter_map(|c| c.contrast(steps.half));
    let (sum, count) = parts.fold((0.0, 0.0), |(s, n), c| (s + c, n + 1.0));
    let beyond = beyond(on, length, inward, steps);
    Support {
        steps: (same_way / seen).max(0.0),
        contrast: if count > 0.0 { sum / count } else { 0.0 },
        beyond,
        inside: seen / all as f32,
    }
}

/// Mean weight of the steps that go on beyond the corners.
fn beyond(on: impl Fn(f32) -> Point, length: f32, inward: (f32, f32), steps: &Steps) -> f32 {
    let reach = (BEYOND * length).max(8.0);
    let mut sums = [(0.0_f32, 0.0_f32); 2];
    let mut count = 0.0;
    let mut t = 4.0;
    while t <= 4.0 + reach {
        for (sum, at) in sums.iter_mut().zip([on(-t), on(length + t)]) {
            let weight = across(steps, at, inward).unwrap_or(0.0);
            if weight > 0.0 { sum.0 += weight } else { sum.1 -= weight }
        }
        count += 1.0;
        t += EVERY;
    }
    sums.iter().map(|(to, fro)| to.max(*fro)).sum::<f32>() / (2.0 * count)
}

/// Sums of color inside and outside of a part of a side.
#[derive(Debug, Clone, Copy, Default)]
struct Strip {
    inside: [f32; 3],
    outside: [f32; 3],
    count: f32,
}

impl Strip {
    fn add(&mut self, picture: &Planes, at: Point, inward: (f32, f32)) {
        for depth in DEPTHS {
            let inside = picture.color_at(at.x + depth * inward.0, at.y + depth * inward.1);
            let outside = picture.color_at(at.x - depth * inward.0, at.y - depth * inward.1);
            let (Some(inside), Some(outside)) = (inside, outside) else { continue };
            for i in 0..3 {
                self.inside[i] += inside[i];
                self.outside[i] += outside[i];
            }
            self.count += 1.0;
        }
    }

    /// 0–1; `None` where nothing was seen.
    fn contrast(&self, busy: f32) -> Option<f32> {
        if self.count < 3.0 {
            return None;
        }
        let difference = (0..3).map(|i| (self.inside[i] - self.outside[i]).abs() / self.count).fold(0.0, f32::max);
        Some(difference / (difference + LEAST_CONTRAST.max(0.5 * busy)))
    }
}
