//! Marks drawn beside words, so that a verdict is told by word, shape and color. They are drawn by this code because a
//! font may lack them.

use std::f32::consts::TAU;

use eframe::egui::{Color32, Painter, Pos2, Rect, Sense, Shape, Stroke, Ui, Vec2, pos2};
use precheck::checks::{PageVerdict, SetVerdict, Severity, SlotStatus};

use crate::state::PageState;
use crate::theme;

/// A small picture beside a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// A tick in a disc.
    Tick,
    /// A cross in an octagon.
    Cross,
    /// An exclamation mark in a triangle.
    Look,
    /// A ring with a bar.
    Barred,
    /// A clock.
    Clock,
    /// Three dots.
    Dots,
    /// An empty ring.
    Empty,
    /// The letter i in a disc.
    Info,
    /// A closed lock.
    Lock,
}

/// The mark of a page's state.
pub const fn of_page(state: PageState) -> Mark {
    match state {
        PageState::Waiting => Mark::Clock,
        PageState::Working => Mark::Dots,
        PageState::Stopped => Mark::Empty,
        PageState::Judged(verdict) => match verdict {
            PageVerdict::Ready => Mark::Tick,
            PageVerdict::Retake | PageVerdict::Replace => Mark::Cross,
            PageVerdict::Review => Mark::Look,
            PageVerdict::Unreadable => Mark::Barred,
        },
    }
}

/// The mark of a set's verdict.
pub const fn of_set(verdict: SetVerdict) -> Mark {
    match verdict {
        SetVerdict::Ready => Mark::Tick,
        SetVerdict::Fix => Mark::Cross,
        SetVerdict::Review => Mark::Look,
    }
}

/// The mark of a finding.
pub const fn of_severity(severity: Severity) -> Mark {
    match severity {
        Severity::Blocker => Mark::Cross,
        Severity::Warning => Mark::Look,
        Severity::Note => Mark::Info,
    }
}

/// The mark of a place of the set.
pub const fn of_slot(status: SlotStatus) -> Mark {
    match status {
        SlotStatus::Met => Mark::Tick,
        SlotStatus::Unsure => Mark::Look,
        SlotStatus::Problem => Mark::Cross,
        SlotStatus::Missing => Mark::Empty,
    }
}

/// Draws a mark as part of a line.
pub fn mark_ui(ui: &mut Ui, mark: Mark, side: f32, color: Color32) {
    let (rect, _) = ui.allocate_exact_size(Vec2::splat(side), Sense::hover());
    paint(ui.painter(), rect, mark, color, theme::colors().paper);
}

/// Draws a mark into a square; `inner` is the color of its sign.
pub fn paint(painter: &Painter, rect: Rect, mark: Mark, color: Color32, inner: Color32) {
    let at = |x: f32, y: f32| pos2(rect.left() + x * rect.width(), rect.top() + y * rect.height());
    let pen = |share: f32, color| Stroke::new((rect.width() * share).max(1.2), color);
    let white = pen(0.11, inner);
    let radius = rect.width() * 0.47;
    let dot = |painter: &Painter, p: Pos2, share: f32, color| {
        painter.circle_filled(p, rect.width() * share, color);
    };
    match mark {
        Mark::Tick => {
            painter.circle_filled(rect.center(), radius, color);
            painter.line(vec![at(0.28, 0.53), at(0.44, 0.68), at(0.73, 0.34)], white);
        }
        Mark::Cross => {
            let corner = |i: usize| rect.center() + Vec2::angled((i as f32 + 0.5) * TAU / 8.0) * radius;
            painter.add(Shape::convex_polygon((0..8).map(corner).collect(), color, Stroke::NONE));
            painter.line_segment([at(0.34, 0.34), at(0.66, 0.66)], white);
            painter.line_segment([at(0.66, 0.34), at(0.34, 0.66)], white);
        }
        Mark::Look => {
            let corners = vec![at(0.5, 0.05), at(0.98, 0.92), at(0.02, 0.92)];
            painter.add(Shape::convex_polygon(corners, color, Stroke::NONE));
            painter.line_segment([at(0.5, 0.36), at(0.5, 0.63)], white);
            dot(painter, at(0.5, 0.77), 0.065, inner);
        }
        Mark::Barred => {
            painter.circle_stroke(rect.center(), radius * 0.9, pen(0.1, color));
            painter.line_segment([at(0.24, 0.76), at(0.76, 0.24)], pen(0.1, color));
        }
        Mark::Clock => {
            painter.circle_stroke(rect.center(), radius * 0.9, pen(0.09, color));
            painter.line(vec![at(0.5, 0.26), at(0.5, 0.52), at(0.68, 0.6)], pen(0.09, color));
        }
        Mark::Dots => {
            for x in [0.2, 0.5, 0.8] {
                dot(painter, at(x, 0.5), 0.1, color);
            }
        }
        Mark::Empty => {
            painter.circle_stroke(rect.center(), radius * 0.9, pen(0.09, color));
        }
        Mark::Info => {
            painter.circle_filled(rect.center(), radius, color);
            painter.line_segment([at(0.5, 0.46), at(0.5, 0.74)], white);
            dot(painter, at(0.5, 0.29), 0.07, inner);
        }
        Mark::Lock => {
            painter.circle_stroke(at(0.5, 0.36), rect.width() * 0.2, pen(0.1, color));
            painter.rect_filled(Rect::from_min_max(at(0.2, 0.42), at(0.8, 0.9)), 2.0, color);
        }
    }
}
