//! Where the shown page is on the screen: maps its pixels to points of the screen and back.

use eframe::egui::{Pos2, Rect, Vec2, vec2};
use precheck::geometry::{Point, Rotation, Size};

use crate::state::{ShownSize, Spot, View};
use crate::theme;

/// Where a page is on the screen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Placement {
    /// The whole page, in points of the screen.
    pub page: Rect,
    /// Points of the screen per pixel of the page.
    pub scale: f32,
    /// Size of the page in upright space, in pixels.
    size: Size,
    /// How much a person turned it.
    turn: Rotation,
}

impl Placement {
    /// A page of this size, turned by a person, in a part of the screen.
    pub fn new(view: &View, size: Size, turn: Rotation, screen: Rect) -> Self {
        let size = Size::new(size.width.max(1), size.height.max(1));
        let turned = turn.turned(size);
        let pixels = vec2(turned.width as f32, turned.height as f32);
        let room = screen.shrink(theme::PAGE_MARGIN).size().max(Vec2::splat(1.0));
        let scale = (room.x / pixels.x).min(room.y / pixels.y) * view.zoom;
        let shown = pixels * scale;
        let corner = screen.center() - vec2(view.middle.x * shown.x, view.middle.y * shown.y);
        Self { page: Rect::from_min_size(corner, shown), scale, size, turn }
    }

    /// Where a point of the page is on the screen.
    pub fn screen(&self, p: Point) -> Pos2 {
        let p = self.turn.inverse().point_to_page(p, self.turn.turned(self.size));
        self.page.min + vec2(p.x, p.y) * self.scale
    }

    /// The point of the page that is at a spot of the screen.
    pub fn page_point(&self, spot: Pos2) -> Point {
        let from_corner = (spot - self.page.min) / self.scale.max(f32::MIN_POSITIVE);
        self.turn.point_to_page(Point::new(from_corner.x, from_corner.y), self.size)
    }

    /// Where the page is if it is magnified around a spot of the screen.
    pub fn magnified(&self, over: Pos2, times: f32) -> Rect {
        Rect::from_min_size(over + (self.page.min - over) * times, self.page.size() * times)
    }

    /// By how much to magnify, and by how much to move then, so that the page has one of its sizes in a part of the screen.
    /// One as wide as the view begins with its upper edge, unless it was enlarged before.
    pub fn for_size(&self, size: ShownSize, view: &View, screen: Rect, pixels_per_point: f32) -> (f32, Spot) {
        let room = screen.shrink(theme::PAGE_MARGIN).size().max(Vec2::splat(1.0));
        let factor = match size {
            ShownSize::Pixels => 1.0 / (self.scale * pixels_per_point).max(f32::MIN_POSITIVE),
            ShownSize::Width => room.x / self.page.width().max(1.0),
        };
        let height = self.page.height() * factor;
        let up = if size == ShownSize::Width && *view == View::default() && height > room.y {
            room.y / height / 2.0 - 0.5
        } else {
            0.0
        };
        (factor, Spot { x: 0.0, y: up })
    }

    /// A distance on the screen, as shares of the page.
    pub fn spot(&self, distance: Vec2) -> Spot {
        let share = distance / self.page.size().max(Vec2::splat(1.0));
        Spot { x: share.x, y: share.y }
    }
}
