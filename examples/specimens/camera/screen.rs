//! A screen in front of the camera: a grid of pixels, each with a red, a green and a blue stripe and dark gaps.
//!
//! The pattern is sampled like a sensor does, over the area of the sensor's pixels. Where the two grids nearly agree,
//! slow waves (moiré) result by themselves.

/// A screen that shows the documents.
#[derive(Debug, Clone, Copy)]
pub struct Screen {
    /// Distance of its pixels in millimeters: 0.05 (phone) to 0.3 (desktop).
    pub pitch: f32,
    /// Depth of the pattern, 0 to 1: how much less light the gaps and the other stripes give.
    pub depth: f32,
    /// Turn of the grid against the documents, in degrees.
    pub turn: f32,
}

/// Number of points of one camera pixel at which the pattern is sampled, in each direction.
const POINTS: u8 = 3;

impl Screen {
    /// Share of the light that comes through for red, green and blue, seen by a camera pixel that covers `side`
    /// millimeters around a point.
    pub fn at(&self, (x, y): (f32, f32), side: f32) -> [f32; 3] {
        let (sin, cos) = self.turn.to_radians().sin_cos();
        let mut sum = [0.0; 3];
        for i in 0..POINTS {
            for j in 0..POINTS {
                let share = |n: u8| ((f32::from(n) + 0.5) / f32::from(POINTS) - 0.5) * side;
                let (px, py) = (x + share(i), y + share(j));
                let (u, v) = ((cos * px + sin * py) / self.pitch, (cos * py - sin * px) / self.pitch);
                let (u, v) = (u - u.floor(), v - v.floor());
                let row = if v < 0.86 { 1.0 } else { 0.25 };
                for (c, s) in sum.iter_mut().enumerate() {
                    let stripe = ((u * 3.0) as usize).min(2) == c;
                    *s += row * if stripe { 3.0 } else { 0.0 };
                }
            }
        }
        let mean = 0.895; // of the rows; the stripes of a color give three times its share
        let count = f32::from(POINTS * POINTS) * mean;
        sum.map(|s| 1.0 - self.depth + self.depth * s / count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seen_from_afar_a_screen_is_even_and_as_bright_as_paper() {
        let screen = Screen { pitch: 0.25, depth: 0.6, turn: 4.0 };
        let mut sum = [0.0; 3];
        for i in 0..4000u16 {
            let (x, y) = (f32::from(i % 64) * 0.037, f32::from(i / 64) * 0.041);
            for (s, v) in sum.iter_mut().zip(screen.at((x, y), 0.05)) {
                *s += v / 4000.0;
            }
        }
        assert!(sum.iter().all(|v| (v - 1.0).abs() < 0.05), "{sum:?}");
    }
}
