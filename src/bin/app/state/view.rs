//! How much the shown page is magnified, and which part of it is in the middle. Positions are shares of the page, so
//! that they fit every size of window and picture.

use precheck::geometry::{Region, Size};

/// A spot or a distance, as shares of the page's width and height.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Spot {
    /// Share of the width.
    pub x: f32,
    /// Share of the height.
    pub y: f32,
}

/// Magnification and middle of the view.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct View {
    /// 1 shows the whole page.
    pub zoom: f32,
    /// The spot of the page in the middle of the view.
    pub middle: Spot,
    /// Whether a person chose this, and not a place that was pointed out; then the next page is shown in the same way.
    pub is_chosen: bool,
}

/// The magnifier over the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Magnifier {
    /// Nobody wants it.
    Away,
    /// It is held over the page.
    Held,
}

/// A size in which a page can be shown, besides the whole page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ShownSize {
    /// As wide as the view.
    Width,
    /// A pixel of the photo for each pixel of the screen.
    Pixels,
}

/// Strongest magnification: single pixels of a phone's photo are visible.
const STRONGEST: f32 = 24.0;
/// From this magnification on, the page is wanted at full resolution.
const CLOSE: f32 = 1.4;
/// Share of the view that a region takes after zooming in on it.
const REGION_SHARE: f32 = 0.4;
/// Strongest magnification for a region, so that its surroundings stay in sight.
const REGION_ZOOM: f32 = 6.0;

impl Default for View {
    fn default() -> Self {
        Self { zoom: 1.0, middle: Spot { x: 0.5, y: 0.5 }, is_chosen: false }
    }
}

impl View {
    /// A region of a page of this size in the middle of the view, both as the page is shown.
    pub fn of_region(region: Region, size: Size) -> Self {
        let (width, height) = (size.width.max(1) as f32, size.height.max(1) as f32);
        let across = region.width.max(1.0) / width;
        let down = region.height.max(1.0) / height;
        let zoom = (REGION_SHARE / across.max(down)).clamp(1.0, REGION_ZOOM);
        let center = region.center();
        let middle = Spot { x: (center.x / width).clamp(0.0, 1.0), y: (center.y / height).clamp(0.0, 1.0) };
        if zoom > 1.0 { Self { zoom, middle, is_chosen: false } } else { Self::default() }
    }

    /// Whether the page is shown larger than it fits.
    pub fn is_close(&self) -> bool {
        self.zoom > CLOSE
    }

    /// Magnifies by a factor; `at`, counted from the middle of the view, stays where it is on the screen.
    pub fn zoom_at(&mut self, factor: f32, at: Spot) {
        let zoom = (self.zoom * factor).clamp(1.0, STRONGEST);
        let kept = self.zoom / zoom;
        (self.zoom, self.is_chosen) = (zoom, true);
        self.pan(Spot { x: at.x * (1.0 - kept), y: at.y * (1.0 - kept) });
        if zoom <= 1.0 {
            *self = Self::default();
        }
    }

    /// How the next page is shown.
    #[must_use]
    pub fn of_next_page(self) -> Self {
        if self.is_chosen { self } else { Self::default() }
    }

    /// Moves the middle. It never leaves the page.
    pub fn pan(&mut self, by: Spot) {
        self.middle.x = (self.middle.x + by.x).clamp(0.0, 1.0);
        self.middle.y = (self.middle.y + by.y).clamp(0.0, 1.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_spot_under_the_pointer_stays_there() {
        let mut view = View::default();
        let at = Spot { x: 0.2, y: -0.1 };
        let spot = (view.middle.x + at.x, view.middle.y + at.y);
        view.zoom_at(2.0, at);
        let now = (view.middle.x + at.x / 2.0, view.middle.y + at.y / 2.0);
        assert!((spot.0 - now.0).abs() < 1e-6 && (spot.1 - now.1).abs() < 1e-6);
    }

    #[test]
    fn only_a_size_that_a_person_chose_is_kept_for_the_next_page() {
        let mut view = View::of_region(Region::new(900.0, 100.0, 50.0, 20.0), Size::new(1000, 1000));
        assert_eq!(view.of_next_page(), View::default());
        view.zoom_at(1.2, Spot::default());
        assert_eq!(view.of_next_page(), view);
    }

    #[test]
    fn zooming_out_all_the_way_shows_the_whole_page_again() {
        let mut view = View::default();
        view.zoom_at(5.0, Spot { x: 0.4, y: 0.4 });
        view.zoom_at(0.01, Spot { x: -0.3, y: 0.0 });
        assert_eq!(view, View::default());
    }

    #[test]
    fn the_middle_never_leaves_the_page() {
        let mut view = View { zoom: 4.0, ..View::default() };
        view.pan(Spot { x: 9.0, y: -9.0 });
        assert_eq!(view.middle, Spot { x: 1.0, y: 0.0 });
    }

    #[test]
    fn a_region_is_brought_to_the_middle_even_on_a_page_of_one_pixel() {
        let view = View::of_region(Region::new(900.0, 100.0, 50.0, 20.0), Size::new(1000, 1000));
        assert!(view.is_close());
        assert!((view.middle.x - 0.925).abs() < 1e-6);
        let odd = View::of_region(Region::default(), Size::new(1, 1));
        assert!(odd.zoom.is_finite() && odd.middle.x.is_finite());
    }
}
