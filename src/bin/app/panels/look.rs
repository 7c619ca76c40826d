//! How each layer looks: a pattern and a color, the same on the page and in the legend.

use eframe::egui::Color32;

use super::pattern::Pattern;
use crate::state::Overlay;
use crate::theme;

/// How each layer looks, on the page and in the legend.
pub const fn look(overlay: Overlay) -> (Pattern, Color32) {
    match overlay {
        Overlay::Findings => (Pattern::Empty, theme::PROBLEM),
        Overlay::Outlines => (Pattern::Empty, theme::OUTLINE),
        Overlay::Lines => (Pattern::Empty, theme::PRINT),
        Overlay::Codes => (Pattern::Empty, theme::CODE),
        Overlay::Blur => (Pattern::Slanted, theme::BLUR),
        Overlay::Glare => (Pattern::Dots, theme::GLARE),
        Overlay::Shadow => (Pattern::Level, theme::SHADOW),
        Overlay::Covered => (Pattern::Crossed, theme::COVERED),
        Overlay::Pen => (Pattern::Upright, theme::PEN),
    }
}
