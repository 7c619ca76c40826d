//! What a harness shows as a picture, drawn by the processor alone, so that it is the same on every machine.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use eframe::egui::epaint::{ClippedPrimitive, ImageData, Mesh, Primitive, Vertex};
use eframe::egui::{ColorImage, Pos2, Rect, TextureId, TexturesDelta, pos2};
use egui_kittest::{Harness, TestRenderer};
use image::{Rgb, RgbImage};

/// Keeps the textures of a window. Clones share them.
#[derive(Clone, Default)]
pub struct Painter(Rc<RefCell<HashMap<TextureId, ColorImage>>>);

impl TestRenderer for Painter {
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        let mut textures = self.0.borrow_mut();
        for (id, changes) in &delta.set {
            for change in changes {
                let ImageData::Color(image) = &change.image;
                match change.pos {
                    None => drop(textures.insert(*id, image.as_ref().clone())),
                    Some([left, top]) => {
                        let Some(whole) = textures.get_mut(id) else { continue };
                        for (y, row) in image.pixels.chunks(image.size[0]).enumerate() {
                            let start = (top + y) * whole.size[0] + left;
                            whole.pixels[start..start + row.len()].copy_from_slice(row);
                        }
                    }
                }
            }
        }
        // what is let go in a frame is still drawn in it, and nothing grows much in a test
        delta.clear();
    }
}

impl Painter {
    /// What was drawn last.
    pub fn picture<S>(&self, harness: &Harness<'_, S>, ground: [u8; 3]) -> RgbImage {
        let output = harness.output();
        let scale = output.pixels_per_point;
        let size = harness.ctx.content_rect().size() * scale;
        let mut picture = RgbImage::from_pixel(size.x as u32, size.y as u32, Rgb(ground));
        for ClippedPrimitive { clip_rect, primitive } in harness.ctx.tessellate(output.shapes.clone(), scale) {
            let Primitive::Mesh(mesh) = primitive else { continue };
            let clip = Rect::from_min_max(
                (clip_rect.min.to_vec2() * scale).to_pos2(),
                (clip_rect.max.to_vec2() * scale).to_pos2(),
            );
            self.mesh(&mut picture, &mesh, clip, scale);
        }
        picture
    }

    fn mesh(&self, picture: &mut RgbImage, mesh: &Mesh, clip: Rect, scale: f32) {
        let textures = self.0.borrow();
        let Some(texture) = textures.get(&mesh.texture_id) else { return };
        for corners in mesh.indices.chunks_exact(3) {
            let at = |i: usize| {
                let vertex = mesh.vertices[corners[i] as usize];
                Vertex { pos: (vertex.pos.to_vec2() * scale).to_pos2(), ..vertex }
            };
            triangle(picture, [at(0), at(1), at(2)], texture, clip);
        }
    }
}

/// Twice the area of a triangle; positive if it turns clockwise on the screen.
fn area(a: Pos2, b: Pos2, c: Pos2) -> f32 {
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
}

/// Draws a triangle. A pixel whose center lies on the edge of two triangles belongs to one of them.
fn triangle(picture: &mut RgbImage, corners: [Vertex; 3], texture: &ColorImage, clip: Rect) {
    let [a, mut b, mut c] = corners;
    let mut whole = area(a.pos, b.pos, c.pos);
    if whole < 0.0 {
        (b, c, whole) = (c, b, -whole);
    }
    if whole <= f32::EPSILON {
        return;
    }
    let screen = Rect::from_min_max(Pos2::ZERO, pos2(picture.width() as f32, picture.height() as f32));
    let around = Rect::from_points(&[a.pos, b.pos, c.pos]).intersect(clip).intersect(screen);
    let owns = |from: Pos2, to: Pos2| (from.y.total_cmp(&to.y).is_eq() && to.x > from.x) || to.y < from.y;
    let edges = [(b.pos, c.pos), (c.pos, a.pos), (a.pos, b.pos)];
    for y in around.top().floor() as u32..around.bottom().ceil().max(0.0) as u32 {
        for x in around.left().floor() as u32..around.right().ceil().max(0.0) as u32 {
            let center = pos2(x as f32 + 0.5, y as f32 + 0.5);
            if !around.contains(center) || x >= picture.width() || y >= picture.height() {
                continue;
            }
            let shares = edges.map(|(from, to)| area(from, to, center));
            if shares.iter().zip(edges).any(|(share, (from, to))| *share < 0.0 || (*share == 0.0 && !owns(from, to))) {
                continue;
            }
            let mixed =
                |of: &dyn Fn(&Vertex) -> f32| (of(&a) * shares[0] + of(&b) * shares[1] + of(&c) * shares[2]) / whole;
            let texel = sampled(texture, mixed(&|v| v.uv.x), mixed(&|v| v.uv.y));
            let color: [f32; 4] =
                std::array::from_fn(|i| mixed(&|v| f32::from(v.color.to_array()[i])) * texel[i] / 255.0);
            let pixel = picture.get_pixel_mut(x, y);
            for (channel, color_of) in pixel.0.iter_mut().zip(color) {
                *channel = (color_of + f32::from(*channel) * (1.0 - color[3] / 255.0)).round().clamp(0.0, 255.0) as u8;
            }
        }
    }
}

/// A texture at a place, mixed of the four texels around it.
fn sampled(texture: &ColorImage, u: f32, v: f32) -> [f32; 4] {
    let [width, height] = texture.size;
    let (x, y) = (u * width as f32 - 0.5, v * height as f32 - 0.5);
    let texel = |x: f32, y: f32| {
        let (x, y) = (x.clamp(0.0, width as f32 - 1.0) as usize, y.clamp(0.0, height as f32 - 1.0) as usize);
        texture.pixels[y * width + x].to_array().map(f32::from)
    };
    let (left, top) = (x.floor(), y.floor());
    let (right, down) = (x - left, y - top);
    let [a, b, c, d] = [texel(left, top), texel(left + 1.0, top), texel(left, top + 1.0), texel(left + 1.0, top + 1.0)];
    std::array::from_fn(|i| {
        (a[i] * (1.0 - right) + b[i] * right) * (1.0 - down) + (c[i] * (1.0 - right) + d[i] * right) * down
    })
}
