//! Colors of what is drawn on a photo or as one: the same in all looks of the window.

use eframe::egui::Color32;

/// Problems on the page.
pub const PROBLEM: Color32 = Color32::from_rgb(0xa9, 0x2a, 0x22);
/// Outlines of documents on the page.
pub const OUTLINE: Color32 = Color32::from_rgb(0x1f, 0x8a, 0xd6);
/// Lines of print on the page.
pub const PRINT: Color32 = Color32::from_rgb(0x6b, 0x4f, 0xb3);
/// Machine readable parts on the page.
pub const CODE: Color32 = Color32::from_rgb(0x0b, 0x7a, 0x75);
/// Map of text that is too soft.
pub const BLUR: Color32 = Color32::from_rgb(0xb0, 0x1f, 0x6e);
/// Map of reflections.
pub const GLARE: Color32 = Color32::from_rgb(0xb0, 0x4a, 0x00);
/// Map of the shadow.
pub const SHADOW: Color32 = Color32::from_rgb(0x3a, 0x3f, 0x9e);
/// Map of objects that cover the document.
pub const COVERED: Color32 = Color32::from_rgb(0x7a, 0x3d, 0x10);
/// Map of pen strokes.
pub const PEN: Color32 = Color32::from_rgb(0x0b, 0x6b, 0x2e);
/// Pale rim of drawings on the page: white, partly transparent.
pub const RIM: Color32 = Color32::from_rgba_premultiplied(0xb4, 0xb4, 0xb4, 0xb4);
/// Shade over the page around the finding that is pointed out.
pub const SPOTLIGHT: Color32 = Color32::from_rgba_premultiplied(0x08, 0x0d, 0x12, 0x80);

/// What is white in all colors: behind words and numbers on the page.
pub const ON_PAGE_WHITE: Color32 = Color32::WHITE;

/// The table in a drawn example of a photo.
pub const TABLE: Color32 = Color32::from_rgb(0x7d, 0x6c, 0x5a);
/// Print in a drawn example of a photo.
pub const DRAWN_PRINT: Color32 = Color32::from_rgb(0x5c, 0x66, 0x70);
/// Behind the portrait in a drawn example of a photo.
pub const PORTRAIT: Color32 = Color32::from_rgb(0xd3, 0xdb, 0xe2);
