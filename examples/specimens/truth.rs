//! The truth about a picture, as one JSON object: what the documents say, where they lie, and what is wrong by how
//! much.
//!
//! Places are pixels of the page as its metadata shows it, origin top left.

use crate::camera::file::turned_point;
use crate::camera::optics::Blur;
use crate::camera::pose::Homography;
use crate::camera::{Defect, Photo, Placed, Shot};
use crate::canvas::Printed;
use precheck::geometry::Region;
use serde_json::{Map, Value, json};

/// A box on a sheet as four corners on the page.
struct ToPage<'a> {
    h: Homography,
    shot: &'a Shot,
}

impl ToPage<'_> {
    fn point(&self, placed: &Placed<'_>, x: f32, y: f32) -> [f32; 2] {
        let (w, h) = self.shot.frame;
        let at = self.h.map(placed.to_table(x, y));
        let (x, y) = turned_point(at, (w as f32, h as f32), self.shot.turned);
        [(x * 10.0).round() / 10.0, (y * 10.0).round() / 10.0]
    }

    fn quad(&self, placed: &Placed<'_>, r: Region) -> [[f32; 2]; 4] {
        [(r.left, r.top), (r.right(), r.top), (r.right(), r.bottom()), (r.left, r.bottom())]
            .map(|(x, y)| self.point(placed, x, y))
    }

    /// How many pixels the farthest corner lies outside of the page; zero or negative if all are on it.
    fn outside(&self, quad: &[[f32; 2]; 4]) -> f32 {
        let (w, h) = page_size(self.shot);
        let beyond = |p: &[f32; 2]| (-p[0]).max(-p[1]).max(p[0] - w as f32).max(p[1] - h as f32);
        quad.iter().map(beyond).fold(f32::MIN, f32::max)
    }
}

/// Width and height of the page as its metadata shows it.
pub fn page_size(shot: &Shot) -> (u32, u32) {
    let (w, h) = shot.frame;
    if shot.turned % 180 == 90 { (h, w) } else { (w, h) }
}

/// One document of the picture.
fn document(to: &ToPage<'_>, placed: &Placed<'_>) -> Value {
    let sheet = placed.sheet;
    let (w, h) = (sheet.canvas.width, sheet.canvas.height);
    let mut fields: Map<String, Value> = Map::new();
    for mark in &sheet.marks {
        let item = json!({"text": mark.text, "quad": to.quad(placed, mark.area)});
        let list = fields.entry(mark.field).or_insert_with(|| json!([]));
        if let Some(list) = list.as_array_mut() {
            list.push(item);
        }
    }
    let f = &sheet.facts;
    json!({
        "document_type": sheet.kind,
        "side": sheet.side,
        "quad": to.quad(placed, Region::new(0.0, 0.0, w, h)),
        "size_mm": [w, h],
        "effective_dpi": (to.h.px_per_mm(placed.center) * 25.4).round(),
        "person": {
            "surname": f.surname, "given_names": f.given_names, "middle_name": f.middle_name,
            "full_name_as_printed": f.full_name,
        },
        "fields": fields,
    })
}

/// What the frame cuts off, computed from where things lie and not from the recipe.
fn cut(to: &ToPage<'_>, placed: &[Placed<'_>]) -> Vec<Defect> {
    let mut found = Vec::new();
    for p in placed {
        let whole = Region::new(0.0, 0.0, p.sheet.canvas.width, p.sheet.canvas.height);
        let mm = to.outside(&to.quad(p, whole)) / to.h.px_per_mm(p.center);
        if mm > 0.0 {
            found.push(Defect { kind: "document_cutoff", label: if mm > 1.5 { "bad" } else { "mild" } });
        }
        if p.sheet.marks.iter().any(|m| to.outside(&to.quad(p, m.area)) > 0.0) {
            found.push(Defect { kind: "text_cutoff", label: "bad" });
        }
    }
    found.dedup();
    found
}

/// The physical parameters of the picture.
fn camera(shot: &Shot, photo: &Photo) -> Value {
    let blur = match shot.blur {
        Blur::None => json!(null),
        Blur::Gauss(sigma) => json!({"shape": "gauss", "sigma_px": sigma}),
        Blur::Disc(radius) => json!({"shape": "disc", "radius_px": radius}),
    };
    json!({
        "surface": shot.surface.name(), "tilt_degrees": shot.pose.tilt, "tilt_axis_degrees": shot.pose.tilt_axis,
        "roll_degrees": shot.pose.roll, "fill": shot.pose.fill, "shift": [shot.pose.shift.0, shot.pose.shift.1],
        "exposure_stops": shot.stops, "light_falloff": shot.falloff, "warmth": shot.warmth,
        "defocus": blur, "total_sigma_px": photo.sigma_px,
        "motion": shot.motion.map(|m| json!({"length_px": m.length, "angle_degrees": m.angle})),
        "noise_share_at_grey": shot.noise, "jpeg_quality": shot.jpeg_quality, "exif_orientation": shot.exif,
        "glares": shot.glares.iter().map(|g| json!({"at_mm": [g.at.0, g.at.1], "radius_mm": [g.radius.0, g.radius.1],
            "angle_degrees": g.angle, "strength": g.strength})).collect::<Vec<_>>(),
        "shadows": shot.shadows.iter().map(|s| json!({"through": [s.through.0, s.through.1],
            "towards_degrees": s.toward, "edge": s.edge, "depth": s.depth})).collect::<Vec<_>>(),
        "fingers": shot.fingers.len(),
    })
}

/// The whole line of the truth file.
pub fn line(file: &str, layout: &str, shot: &Shot, placed: &[Placed<'_>], photo: &Photo) -> Value {
    let to = ToPage { h: photo.pixel_from_table, shot };
    let (width, height) = page_size(shot);
    let mut defects: Vec<Defect> = shot.defects.clone();
    defects.extend(cut(&to, placed));
    let mut out = json!({
        "file": file, "page": 1, "layout": layout, "capture": shot.capture, "width": width, "height": height,
        "orientation_cw_degrees": (360 - shot.turned) % 360,
        "defects": defects.iter().map(|d| json!({"kind": d.kind, "label": d.label})).collect::<Vec<_>>(),
        "documents": placed.iter().map(|p| document(&to, p)).collect::<Vec<_>>(),
        "camera": camera(shot, photo), "blur_sigma_px": photo.sigma_px,
    });
    let Some((first, object)) = placed.first().zip(out.as_object_mut()) else { return out };
    let f = &first.sheet.facts;
    let mut put = |key: &str, value: Value| object.insert(key.to_owned(), value);
    put("document_type", json!(first.sheet.kind));
    put("side", json!(first.sheet.side));
    put("culture", json!(f.culture));
    put("document_number", json!(f.number));
    put("itin", json!(f.itin));
    put("mrz", json!((!f.mrz.is_empty()).then_some(&f.mrz)));
    put("barcode", json!((!f.barcode.is_empty()).then(|| json!({"fields": f.barcode}))));
    put("address", json!(f.address.as_ref().map(|(l, p)| json!({"line1": l, "postal_code": p}))));
    for (key, date) in visible_dates(first) {
        put(key, json!(date));
    }
    if let Some(x_height) = first.sheet.name_x_height() {
        let middle = first.sheet.name_area().map_or(first.center, |r| first.to_table(r.center().x, r.center().y));
        put("name_xheight_px", json!(x_height * photo.pixel_from_table.px_per_mm(middle)));
    }
    out
}

/// Every printed line with its four corners on the page, starting where the line begins, and the document that it is
/// on.
pub fn printed(shot: &Shot, placed: &[Placed<'_>]) -> Value {
    let to = ToPage { h: shot.pose.homography(shot.frame, placed), shot };
    let of = |(document, p)| {
        let line = move |line: &Printed| (document, p, line.text.clone(), line.ink);
        let p: &Placed<'_> = p;
        p.sheet.canvas.printed.iter().map(line).collect::<Vec<_>>()
    };
    let lines = placed.iter().enumerate().flat_map(of);
    let seen = lines.filter(|(document, p, _, area)| !covered(placed, *document, p, *area));
    seen.map(|(document, p, text, area)| json!({"text": text, "quad": to.quad(p, area), "document": document}))
        .collect()
}

/// Whether the middle of an area lies below a later document.
fn covered(placed: &[Placed<'_>], document: usize, p: &Placed<'_>, area: Region) -> bool {
    let (x, y) = p.to_table(area.center().x, area.center().y);
    placed.iter().skip(document + 1).any(|above| {
        let (s, c) = above.angle.to_radians().sin_cos();
        let (dx, dy) = (x - above.center.0, y - above.center.1);
        let (u, v) = (c * dx + s * dy, c * dy - s * dx);
        u.abs() <= above.sheet.canvas.width / 2.0 && v.abs() <= above.sheet.canvas.height / 2.0
    })
}

/// The dates that the page shows in any form, as `YYYY-MM-DD`.
fn visible_dates(placed: &Placed<'_>) -> Vec<(&'static str, String)> {
    placed.sheet.facts.dates.iter().map(|(k, d)| (*k, d.to_string())).collect()
}
