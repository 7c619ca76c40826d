//! Where the camera is: a pinhole camera above a table, as a homography from millimeters of the table to pixels.

use super::Placed;
use precheck::geometry::Region;

/// Focal length of a phone's main lens (26 mm on film 36 mm wide) as a share of the picture's width.
const PHONE_FOCAL: f32 = 0.72;

/// How the camera looks at the table.
#[derive(Debug, Clone, Copy)]
pub struct Pose {
    /// Angle between the line of sight and the vertical, in degrees.
    pub tilt: f32,
    /// Direction of the axis of that tilt in the picture, in degrees: 0 leans the far side away.
    pub tilt_axis: f32,
    /// Turn of the camera about its line of sight, in degrees; the documents seem turned clockwise.
    pub roll: f32,
    /// Share of the frame that the documents span, in the tighter direction.
    pub fill: f32,
    /// Offset of the documents' center from the center of the frame, as shares of the frame.
    pub shift: (f32, f32),
    /// A flatbed: no perspective, a fixed resolution.
    pub dpi: Option<f32>,
}

impl Pose {
    /// A phone held straight above.
    pub const fn phone(fill: f32) -> Self {
        Self { tilt: 0.0, tilt_axis: 0.0, roll: 0.0, fill, shift: (0.0, 0.0), dpi: None }
    }

    /// A flatbed scanner.
    pub const fn flatbed(dpi: f32) -> Self {
        Self { dpi: Some(dpi), ..Self::phone(1.0) }
    }

    /// From the table to pixels.
    pub fn homography(&self, frame: (u32, u32), placed: &[Placed<'_>]) -> Homography {
        let (w, h) = (frame.0 as f32, frame.1 as f32);
        let area = covered(placed);
        let focal = if self.dpi.is_some() { 1.0e5 } else { PHONE_FOCAL } * w.max(h);
        let fitting = self.fill * (w / area.width).min(h / area.height);
        let px_per_mm = self.dpi.map_or(fitting, |d| d / 25.4);
        let distance = focal / px_per_mm;
        let (rs, rc) = self.roll.to_radians().sin_cos();
        let (ts, tc) = self.tilt.to_radians().sin_cos();
        let (us, uc) = self.tilt_axis.to_radians().sin_cos();
        // Rodrigues' formula for the axis (uc, us, 0), on the two directions of the table after the roll
        let turned = |x: f32, y: f32| {
            let (x, y) = (rc * x - rs * y, rs * x + rc * y);
            let along = (uc * x + us * y) * (1.0 - tc);
            [x * tc + uc * along, y * tc + us * along, (uc * y - us * x) * ts]
        };
        let (a, b) = (turned(1.0, 0.0), turned(0.0, 1.0));
        let (ox, oy) = (w * (0.5 + self.shift.0), h * (0.5 + self.shift.1));
        let center = area.center();
        let row = |p: f32, q: f32, r: f32| [p, q, r - p * center.x - q * center.y];
        Homography([
            row(focal * a[0] + ox * a[2], focal * b[0] + ox * b[2], ox * distance),
            row(focal * a[1] + oy * a[2], focal * b[1] + oy * b[2], oy * distance),
            row(a[2], b[2], distance),
        ])
    }
}

/// The box on the table that holds all documents.
pub fn covered(placed: &[Placed<'_>]) -> Region {
    placed
        .iter()
        .flat_map(|p| {
            let (w, h) = (p.sheet.canvas.width, p.sheet.canvas.height);
            [(0.0, 0.0), (w, 0.0), (w, h), (0.0, h)].map(|(x, y)| p.to_table(x, y))
        })
        .map(|(x, y)| Region::new(x, y, 0.0, 0.0))
        .reduce(Region::union)
        .unwrap_or(Region::new(0.0, 0.0, 1.0, 1.0))
}

/// A projective map of the plane.
#[derive(Debug, Clone, Copy)]
pub struct Homography(pub [[f32; 3]; 3]);

impl Homography {
    /// Where a point goes.
    pub fn map(&self, (x, y): (f32, f32)) -> (f32, f32) {
        let m = &self.0;
        let at = |r: usize| m[r][0] * x + m[r][1] * y + m[r][2];
        let z = at(2);
        (at(0) / z, at(1) / z)
    }

    /// The map back, by the adjugate matrix.
    #[must_use]
    pub fn inverse(&self) -> Self {
        let m = self.0.map(|r| r.map(f64::from));
        let minor = |r: usize, c: usize| {
            let (r1, r2, c1, c2) = ((r + 1) % 3, (r + 2) % 3, (c + 1) % 3, (c + 2) % 3);
            m[r1][c1] * m[r2][c2] - m[r1][c2] * m[r2][c1]
        };
        let det = (0..3).map(|c| m[0][c] * minor(0, c)).sum::<f64>();
        Self(std::array::from_fn(|r| std::array::from_fn(|c| (minor(c, r) / det) as f32)))
    }

    /// Pixels per millimeter around a point of the table: the mean of both directions.
    pub fn px_per_mm(&self, (x, y): (f32, f32)) -> f32 {
        let (o, a, b) = (self.map((x, y)), self.map((x + 1.0, y)), self.map((x, y + 1.0)));
        (a.0 - o.0).hypot(a.1 - o.1).midpoint((b.0 - o.0).hypot(b.1 - o.1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_map_and_its_inverse_come_back() {
        let pose = Pose { tilt: 31.0, tilt_axis: 70.0, roll: 12.0, shift: (0.1, -0.05), ..Pose::phone(0.7) };
        let map = pose.homography((4032, 3024), &[]);
        let back = map.inverse();
        for point in [(0.0, 0.0), (0.3, 0.9), (1.0, 0.5)] {
            let (x, y) = back.map(map.map(point));
            assert!((x - point.0).abs() < 1e-2 && (y - point.1).abs() < 1e-2, "{point:?} became {x}, {y}");
        }
    }
}
