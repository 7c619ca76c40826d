//! Drawn examples of photos: one that is fine, and one with a fault that is common. They are drawn by this code, so that
//! they have the window's colors and are sharp at every size.

use eframe::egui::{Color32, Painter, Pos2, Rect, RichText, Sense, Shape, Stroke, StrokeKind, Ui, Vec2, pos2, vec2};

use super::mark::{self, Mark};
use crate::state::State;
use crate::theme::{self, Look};

/// What is in the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sheet {
    /// A letter.
    Letter,
    /// A card with a portrait.
    Card,
    /// A bill with a table.
    Bill,
}

/// What is wrong with the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// A side of it is outside of the photo.
    CutOff,
    /// A lamp is reflected in it.
    Glare,
    /// It is too far away.
    Far,
}

impl Fault {
    const fn word(self) -> &'static str {
        match self {
            Self::CutOff => "app-example-cut-off",
            Self::Glare => "app-example-glare",
            Self::Far => "app-example-far",
        }
    }
}

/// Two photos of a sheet beside each other: a good one and one with a fault, each with its mark and its word.
pub fn examples_ui(ui: &mut Ui, state: &State, sheet: Sheet, fault: Fault) {
    for fault in [None, Some(fault)] {
        let light = Look::Light.palette(); // a photo is as light in all looks
        let (mark, on_photo, tone, word) = match fault {
            None => (Mark::Tick, light.fine, theme::colors().fine, "app-example-good"),
            Some(fault) => (Mark::Cross, light.serious, theme::colors().serious, fault.word()),
        };
        ui.vertical(|ui| {
            ui.set_width(theme::EXAMPLE.x);
            ui.spacing_mut().item_spacing.y = theme::TIGHT;
            let (photo, _) = ui.allocate_exact_size(theme::EXAMPLE, Sense::hover());
            paint(&ui.painter_at(photo.expand(1.0)), photo, sheet, fault);
            let sign = Rect::from_min_size(photo.min + Vec2::splat(3.0), Vec2::splat(theme::SMALL_MARK));
            ui.painter().circle_filled(sign.center(), theme::SMALL_MARK * 0.6, theme::ON_PAGE_WHITE);
            mark::paint(ui.painter(), sign, mark, on_photo.ink, theme::ON_PAGE_WHITE);
            ui.label(RichText::new(state.words.get(word)).size(theme::TINY).color(tone.ink));
        });
    }
}

fn paint(painter: &Painter, photo: Rect, sheet: Sheet, fault: Option<Fault>) {
    painter.rect_filled(photo, 3.0, theme::TABLE);
    let of_card = sheet == Sheet::Card;
    let size = if of_card { vec2(photo.width() * 0.8, photo.width() * 0.5) } else { vec2(0.7, 0.88) * photo.height() };
    let (middle, size) = match fault {
        Some(Fault::CutOff) => (photo.center() + vec2(photo.width() * 0.38, 0.0), size * 1.05),
        Some(Fault::Far) => (photo.center() + vec2(-photo.width() * 0.12, photo.height() * 0.08), size * 0.42),
        _ => (photo.center(), size),
    };
    let on = Rect::from_center_size(middle, size);
    let painter = &painter.with_clip_rect(photo);
    painter.rect_filled(on, 1.0, theme::ON_PAGE_WHITE);
    let at = |x: f32, y: f32| pos2(on.left() + x * on.width(), on.top() + y * on.height());
    let print = |from: Pos2, to: Pos2| {
        painter.line_segment([from, to], Stroke::new((on.height() * 0.05).max(0.8), theme::DRAWN_PRINT));
    };
    match sheet {
        Sheet::Card => {
            painter.rect_filled(Rect::from_min_max(at(0.0, 0.0), at(1.0, 0.16)), 1.0, theme::OUTLINE);
            let portrait = Rect::from_min_max(at(0.07, 0.28), at(0.34, 0.86));
            painter.rect_filled(portrait, 1.0, theme::PORTRAIT);
            painter.circle_filled(
                portrait.center_top() + vec2(0.0, portrait.height() * 0.36),
                portrait.width() * 0.25,
                theme::DRAWN_PRINT,
            );
            let shoulders = Rect::from_min_max(
                pos2(portrait.left() + portrait.width() * 0.14, portrait.top() + portrait.height() * 0.66),
                pos2(portrait.right() - portrait.width() * 0.14, portrait.bottom()),
            );
            painter.rect_filled(shoulders, 2.0, theme::DRAWN_PRINT);
            for (row, to) in [(0.36, 0.9), (0.52, 0.8), (0.68, 0.86), (0.84, 0.7)] {
                print(at(0.43, row), at(to, row));
            }
        }
        Sheet::Letter => {
            for (row, to) in
                [(0.1, 0.4), (0.17, 0.36), (0.34, 0.88), (0.43, 0.82), (0.52, 0.88), (0.61, 0.6), (0.78, 0.4)]
            {
                print(at(0.12, row), at(to, row));
            }
        }
        Sheet::Bill => {
            for (row, to) in [(0.1, 0.5), (0.22, 0.36), (0.29, 0.42)] {
                print(at(0.12, row), at(to, row));
            }
            let table = Rect::from_min_max(at(0.12, 0.42), at(0.88, 0.88));
            painter.rect_stroke(table, 0.0, Stroke::new(1.0, theme::DRAWN_PRINT), StrokeKind::Inside);
            for row in [0.53, 0.64, 0.76] {
                painter.line_segment([at(0.12, row), at(0.88, row)], Stroke::new(1.0, theme::DRAWN_PRINT));
            }
        }
    }
    if fault == Some(Fault::Glare) {
        let spot = at(0.62, 0.56);
        for (share, alpha) in [(0.34, 0.35), (0.27, 0.6), (0.19, 1.0)] {
            let radius = vec2(on.width() * share, on.height() * share);
            painter.add(Shape::ellipse_filled(spot, radius, Color32::WHITE.gamma_multiply(alpha)));
        }
    }
}
