//! A histogram of luma: it gives quantiles of many pixels after one pass over them.

/// A histogram of luma.
pub struct Levels {
    counts: [u32; 256],
    total: u32,
}

impl Levels {
    /// Counts pixels.
    pub fn of<'a>(pixels: impl Iterator<Item = &'a u8>) -> Self {
        let (mut counts, mut total) = ([0; 256], 0);
        for value in pixels {
            counts[usize::from(*value)] += 1;
            total += 1;
        }
        Self { counts, total }
    }

    /// The value below which a share of the pixels lies (0–1); `None` for no pixels.
    pub fn quantile(&self, share: f32) -> Option<f32> {
        let rank = (self.total.checked_sub(1)? as f32 * share).round() as u32;
        let mut seen = 0;
        for (value, count) in self.counts.iter().enumerate() {
            seen += count;
            if seen > rank {
                return Some(value as f32);
            }
        }
        Some(255.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_are_those_of_the_sorted_pixels() {
        let pixels: Vec<u8> = (0..=100).rev().collect();
        let levels = Levels::of(pixels.iter());
        assert_eq!(
            (levels.quantile(0.0), levels.quantile(0.5), levels.quantile(1.0)),
            (Some(0.0), Some(50.0), Some(100.0))
        );
        assert_eq!(Levels::of([].iter()).quantile(0.5), None);
    }
}
