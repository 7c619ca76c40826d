//! Connected components of a picture in which each pixel is in or out.

use image::{GrayImage, Luma};
use imageproc::region_labelling::{Connectivity, connected_components};

/// Which pixels count as touching.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Neighbors {
    /// Those that share a side.
    Sides,
    /// Those that share a side or a corner.
    SidesAndCorners,
}

/// One connected component.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Area {
    /// Its pixels, x and y, row by row.
    pub pixels: Vec<(u32, u32)>,
}

/// The connected components in a window of a picture (left, top, right, bottom; the last two exclusive), the largest
/// first. `is_in` is asked once for each pixel, by its x and y.
pub fn areas([left, top, right, bottom]: [u32; 4], touching: Neighbors, is_in: impl Fn(u32, u32) -> bool) -> Vec<Area> {
    const OUT: Luma<u8> = Luma([0]);
    let (width, height) = (right.saturating_sub(left), bottom.saturating_sub(top));
    // one more column that belongs to no area: labels start at one, and their number must stay below that of the pixels
    let is_in = |x: u32, y: u32| x < width && is_in(left + x, top + y);
    let mask = GrayImage::from_fn(width + 1, height, |x, y| if is_in(x, y) { Luma([1]) } else { OUT });
    let touching = match touching {
        Neighbors::Sides => Connectivity::Four,
        Neighbors::SidesAndCorners => Connectivity::Eight,
    };
    let labels = connected_components(&mask, touching, OUT);
    let mut found: Vec<Area> = Vec::new();
    for (x, y, label) in labels.enumerate_pixels().filter(|(.., label)| label[0] > 0) {
        let place = label[0] as usize - 1;
        if found.len() <= place {
            found.resize_with(place + 1, Area::default);
        }
        found[place].pixels.push((left + x, top + y));
    }
    found.retain(|area| !area.pixels.is_empty());
    found.sort_by_key(|area| std::cmp::Reverse(area.pixels.len()));
    found
}

impl Area {
    /// Its bounding box: left, top, right, bottom (the last two exclusive).
    pub fn bounds(&self) -> [u32; 4] {
        let fold = |b: [u32; 4], p: &(u32, u32)| [b[0].min(p.0), b[1].min(p.1), b[2].max(p.0 + 1), b[3].max(p.1 + 1)];
        self.pixels.iter().fold([u32::MAX, u32::MAX, 0, 0], fold)
    }

    /// First and last pixel of each of its rows: x, x, y, from top to bottom.
    pub fn rows(&self) -> Vec<(u32, u32, u32)> {
        let mut rows: Vec<(u32, u32, u32)> = Vec::new();
        for (x, y) in &self.pixels {
            match rows.last_mut().filter(|row| row.2 == *y) {
                Some(row) => row.1 = *x,
                None => rows.push((*x, *x, *y)),
            }
        }
        rows
    }

    /// The corners of the pixels at both ends of its rows: its convex hull encloses them.
    pub fn corners(&self) -> impl Iterator<Item = (i32, i32)> {
        self.rows().into_iter().flat_map(|(first, last, y)| {
            let (left, right, top) = (first as i32, last as i32 + 1, y as i32);
            [(left, top), (right, top), (left, top + 1), (right, top + 1)]
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(picture: &[&str], touching: Neighbors) -> Vec<Area> {
        let width = picture.first().map_or(0, |r| r.len());
        let is_in = |x: u32, y: u32| picture[y as usize].as_bytes()[x as usize] == b'#';
        areas([0, 0, width as u32, picture.len() as u32], touching, is_in)
    }

    fn sizes(areas: &[Area]) -> Vec<usize> {
        areas.iter().map(|a| a.pixels.len()).collect()
    }

    #[test]
    fn arms_that_meet_below_are_one_area_and_corners_touch_only_where_they_may() {
        let picture = ["#.#.#", "#.#..", "###.#", "....#"];
        let apart = found(&picture, Neighbors::Sides);
        assert_eq!(sizes(&apart), [7, 2, 1]);
        assert_eq!(apart[0].rows(), [(0, 2, 0), (0, 2, 1), (0, 2, 2)]);
        assert_eq!(apart[0].bounds(), [0, 0, 3, 3]);
        assert_eq!(sizes(&found(&["#..", ".#.", "..#"], Neighbors::SidesAndCorners)), [3]);
    }

    #[test]
    fn nothing_and_everything() {
        assert!(found(&[], Neighbors::Sides).is_empty() && found(&["..."], Neighbors::Sides).is_empty());
        assert_eq!(sizes(&found(&["##", "##"], Neighbors::Sides)), [4]);
        assert_eq!(sizes(&found(&["#"], Neighbors::SidesAndCorners)), [1]);
    }
}
