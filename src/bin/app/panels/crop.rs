//! A place cut out of the page, upright, at the resolution of the file, so that a person can compare a reading with it.

use eframe::egui::{Image, Ui, Vec2, vec2};
use precheck::geometry::Region;

use super::on_page::OnPage;
use crate::state::crop_around;
use crate::theme;

/// A place cut out of the page, as large as there is room for. Its space is reserved while it is loaded, so that
/// nothing moves.
pub fn crop_ui(ui: &mut Ui, on: OnPage, region: Region) {
    let Some(page) = on.state.shown().and_then(|(page, _)| page.examined()) else { return };
    let part = crop_around(region, page.size);
    let size = fitted(vec2(part.width, part.height), ui.available_width());
    match on.textures.crop(on.id, region) {
        Some(texture) => {
            let says = on.state.words.get("app-crop");
            ui.add(Image::new((texture.id(), size)).corner_radius(4).alt_text(says));
        }
        None => {
            ui.allocate_space(size);
        }
    }
}

/// The size on the screen of a place that is this many pixels large.
fn fitted(pixels: Vec2, room: f32) -> Vec2 {
    let pixels = pixels.max(vec2(1.0, 1.0));
    pixels * (room / pixels.x).min(theme::CROP_HEIGHT / pixels.y).min(theme::CROP_ZOOM)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_keeps_its_shape_and_never_leaves_its_room() {
        for pixels in [vec2(30.0, 9.0), vec2(4000.0, 60.0), vec2(10.0, 3000.0), vec2(0.0, 0.0)] {
            let size = fitted(pixels, 340.0);
            assert!(size.x <= 340.01 && size.y <= theme::CROP_HEIGHT + 0.01, "{pixels:?}: {size:?}");
            let shape = |v: Vec2| v.x.max(1.0) / v.y.max(1.0);
            assert!(pixels.x < 1.0 || (size.x / size.y / shape(pixels) - 1.0).abs() < 0.01);
        }
    }
}
