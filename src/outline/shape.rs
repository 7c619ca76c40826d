//! The true shape of a quad: its sides as they would be seen from straight above.
//!
//! If the focal length of the camera is known, the homography from the sheet to the picture contains two directions of
//! the sheet in space. Their lengths give the aspect ratio, and their cross product gives the tilt (Z. Zhang and L.-W.
//! He, "Whiteboard scanning and image enhancement", 2007). The focal length is assumed to be that of a phone's main
//! lens. If it is half as much again, the ratio of a sheet tilted by 20 degrees changes by less than two hundredths.

use crate::geometry::Point;

/// Focal length as a multiple of the longer side of the picture: about 26 mm on 35 mm film, whose frame is 36 mm wide.
pub(crate) const FOCAL: f32 = 0.75;
/// Aspect ratios (long side over short side) of documents: card (ISO/IEC 7810 ID-1), passport page (ID-3) and A4 and
/// open passport, US Letter, US Legal, envelope no. 10.
const KNOWN: [f32; 5] = [1.586, 1.417, 1.294, 1.647, 2.295];
/// Distance from a known ratio, as a difference of natural logarithms, at which the likeness is 0.5.
const SPREAD: f32 = 0.045;

/// A vector in space.
type Vector = [f32; 3];

/// The directions of two sides of the sheet in space; their lengths are proportional to those of the sides.
fn directions(corners: &[Point; 4], width: f32, height: f32) -> Option<(Vector, Vector)> {
    let [a, b, c, d] = corners.map(|p| (f64::from(p.x), f64::from(p.y)));
    // the homography from the unit square (P. Heckbert, 1989)
    let (dx1, dy1, dx2, dy2) = (b.0 - c.0, b.1 - c.1, d.0 - c.0, d.1 - c.1);
    let (sx, sy) = (a.0 - b.0 + c.0 - d.0, a.1 - b.1 + c.1 - d.1);
    let det = dx1 * dy2 - dx2 * dy1;
    if det.abs() < 1e-6 {
        return None;
    }
    let (g, h) = ((sx * dy2 - dx2 * sy) / det, (dx1 * sy - sx * dy1) / det);
    let first = [b.0 - a.0 + g * b.0, b.1 - a.1 + g * b.1, g];
    let second = [d.0 - a.0 + h * d.0, d.1 - a.1 + h * d.1, h];
    let (focal, cx, cy) = (f64::from(FOCAL * width.max(height)), f64::from(width / 2.0), f64::from(height / 2.0));
    let in_space = |v: [f64; 3]| [(v[0] - cx * v[2]) / focal, (v[1] - cy * v[2]) / focal, v[2]].map(|x| x as f32);
    Some((in_space(first), in_space(second)))
}

fn length(v: Vector) -> f32 {
    v.iter().map(|x| x * x).sum::<f32>().sqrt()
}

/// Aspect ratio as seen from straight above: the side from the first to the second corner over the next side.
pub(crate) fn ratio(corners: &[Point; 4], width: f32, height: f32) -> Option<f32> {
    let (across, down) = directions(corners, width, height)?;
    let (a, b) = (length(across), length(down));
    (a > 0.0 && b > 0.0).then(|| a / b)
}

/// Likeness of the quad to the shape of a known document, 0–1.
pub(super) fn likeness(corners: &[Point; 4], width: f32, height: f32) -> f32 {
    let Some(ratio) = ratio(corners, width, height) else { return 0.0 };
    let ratio = ratio.max(1.0 / ratio).ln();
    let off = KNOWN.iter().map(|k| (ratio - k.ln()).abs()).fold(f32::MAX, f32::min);
    let share = off / SPREAD;
    1.0 / (1.0 + share * share)
}

/// Angle between the camera's line of sight and the normal of the sheet, in degrees, 0–90.
pub(super) fn tilt_degrees(corners: &[Point; 4], width: f32, height: f32) -> Option<f32> {
    let (a, b) = directions(corners, width, height)?;
    let normal = [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
    let all = length(normal);
    (all > 0.0).then(|| (normal[2].abs() / all).clamp(0.0, 1.0).acos().to_degrees())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The corners of a sheet tilted about the x axis, as seen by the assumed camera.
    fn seen(wide: f32, high: f32, tilt: f32) -> [Point; 4] {
        let (s, c) = tilt.to_radians().sin_cos();
        [(-wide, -high), (wide, -high), (wide, high), (-wide, high)].map(|(x, y)| {
            let (y, z) = (y * c, 4.0 + y * s);
            Point::new(400.0 + FOCAL * 800.0 * x / z, 300.0 + FOCAL * 800.0 * y / z)
        })
    }

    #[test]
    fn a_card_is_known_from_any_side() {
        for tilt in [0.0, 15.0, 30.0] {
            assert!(likeness(&seen(1.586, 1.0, tilt), 800.0, 600.0) > 0.9, "{tilt}");
            assert!(likeness(&seen(1.9, 1.0, tilt), 800.0, 600.0) < 0.2, "{tilt}");
        }
    }

    #[test]
    fn the_tilt_comes_back() {
        for tilt in [0.0, 10.0, 25.0, 40.0] {
            let found = tilt_degrees(&seen(1.4, 1.0, tilt), 800.0, 600.0).unwrap();
            assert!((found - tilt).abs() < 0.5, "{tilt} {found}");
        }
    }

    #[test]
    fn degenerate_corners_have_no_shape() {
        assert!(likeness(&[Point::new(5.0, 5.0); 4], 10.0, 10.0) < 1e-6);
        assert_eq!(tilt_degrees(&[Point::new(5.0, 5.0); 4], 10.0, 10.0), None);
    }
}
