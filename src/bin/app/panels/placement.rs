//! Where the shown page is on the screen: maps its pixels to points of the screen and back.

use eframe::egui::{Pos2, Rect, Vec2, vec2};
use precheck::geometry::{Point, Size};

use crate::state::{Spot, View};
use crate::theme;

/// Where a page is on the screen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Placement {
    /// The whole page, in points of the screen.
    pub page: Rect,
    /// Points of the screen per pixel of the page.
    pub scale: f32,
}

impl Placement {
    /// A page of this size in a part of the screen.
    pub fn new(view: &View, size: Size, screen: Rect) -> Self {
        let pixels = vec2(size.width.max(1) as f32, size.height.max(1) as f32);
        let room = screen.shrink(theme::PAGE_MARGIN).size().max(Vec2::splat(1.0));
        let scale = (room.x / pixels.x).min(room.y / pixels.y) * view.zoom;
        let shown = pixels * scale;
        let corner = screen.center() - vec2(view.middle.x * shown.x, view.middle.y * shown.y);
        Self { page: Rect::from_min_size(corner, shown), scale }
    }

    /// Where a point of the page is on the screen.
    pub fn screen(&self, p: Point) -> Pos2 {
        self.page.min + vec2(p.x, p.y) * self.scale
    }

    /// The point of the page that is at a spot of the screen.
    pub fn page_point(&self, spot: Pos2) -> Point {
        let from_corner = (spot - self.page.min) / self.scale.max(f32::MIN_POSITIVE);
        Point::new(from_corner.x, from_corner.y)
    }

    /// A distance on the screen, as shares of the page.
    pub fn spot(&self, distance: Vec2) -> Spot {
        let share = distance / self.page.size().max(Vec2::splat(1.0));
        Spot { x: share.x, y: share.y }
    }
}
