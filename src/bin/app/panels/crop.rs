//! A place cut out of the page, upright, at the resolution of the file: what a person compares a reading with.

use eframe::egui::{Image, Ui, vec2};
use precheck::geometry::Region;
use precheck::page::PageId;

use crate::textures::Textures;
use crate::theme;

/// A place cut out of the page, as large as there is room for; nothing until it is loaded.
pub fn crop_ui(ui: &mut Ui, textures: &Textures, id: &PageId, region: Region, says: &str) {
    let Some(texture) = textures.crop(id, region) else { return };
    let size = texture.size_vec2().max(vec2(1.0, 1.0));
    let scale = (ui.available_width() / size.x).min(theme::CROP_HEIGHT / size.y).min(theme::CROP_ZOOM);
    ui.add(Image::new((texture.id(), size * scale)).corner_radius(4).alt_text(says));
}
