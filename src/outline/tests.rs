//! Laws of the outline.

use image::{DynamicImage, GrayImage, Luma, Rgb, RgbImage};

use super::*;
use crate::geometry::Region;
use crate::geometry::overlap::overlap;

/// The outlines in a picture without color.
fn found_in(picture: &GrayImage) -> Outlines {
    find(&Pyramid::of(&DynamicImage::from(picture.clone()).into_rgb8()))
}

/// A bright quad on a dark table.
fn scene(width: u32, height: u32, quad: &Quad) -> GrayImage {
    GrayImage::from_fn(width, height, |x, y| {
        let noise = ((x * 31 + y * 17) % 7) as u8;
        Luma([if quad.contains(Point::new(x as f32, y as f32)) { 200 + noise } else { 60 + noise }])
    })
}

#[test]
fn a_card_on_a_table_is_found_at_its_corners() {
    let corners = [(150.0, 120.0), (820.0, 160.0), (800.0, 600.0), (120.0, 560.0)];
    let quad = Quad::new(corners.map(|(x, y)| Point::new(x, y)));
    let found = found_in(&scene(1000, 750, &quad));
    assert_eq!(found.quads.len(), 1);
    for (a, b) in found.quads[0].corners.iter().zip(quad.corners) {
        assert!(a.distance(b) < 10.0, "{a:?} {b:?}");
    }
    assert_eq!(found.cut_edges, [false; 4]);
    assert!(found.tilt_degrees.is_some_and(|t| t < 15.0));
}

#[test]
fn a_card_that_leaves_the_frame_is_cut_on_that_side() {
    let quad = Quad::from(Region::new(500.0, 150.0, 800.0, 450.0));
    let found = found_in(&scene(1000, 750, &quad));
    assert_eq!(found.cut_edges, [false, false, true, false]);
}

#[test]
fn what_is_longer_than_any_document_is_not_cut_by_the_frame() {
    // the far side of a card that lies on something as bright was not seen
    let quad = Quad::from(Region::new(100.0, 250.0, 1200.0, 300.0));
    let found = found_in(&scene(1000, 750, &quad));
    assert_eq!((found.quads.len(), found.cut_edges), (1, [false; 4]));
}

#[test]
fn color_tells_apart_what_is_equally_bright() {
    let quad =
        Quad::new([(150.0, 120.0), (820.0, 160.0), (800.0, 600.0), (120.0, 560.0)].map(|(x, y)| Point::new(x, y)));
    let picture = RgbImage::from_fn(1000, 750, |x, y| {
        Rgb(if quad.contains(Point::new(x as f32, y as f32)) { [200, 100, 100] } else { [100, 139, 152] })
    });
    assert!(found_in(&image::imageops::grayscale(&picture)).quads.is_empty());
    let found = find(&Pyramid::of(&picture));
    assert_eq!(found.quads.len(), 1);
    assert!(overlap(&found.quads[0], &quad) > 0.98);
}

#[test]
fn a_sheet_on_planks_is_found_and_no_plank() {
    let quad = Quad::from(Region::new(220.0, 140.0, 520.0, 368.0));
    let picture = GrayImage::from_fn(1000, 750, |x, y| {
        let plank = [90, 120, 70, 105][(y / 130 % 4) as usize] + ((x * 31 + y * 17) % 7) as u8;
        Luma([if quad.contains(Point::new(x as f32, y as f32)) { 225 } else { plank }])
    });
    let found = found_in(&picture);
    assert_eq!(found.quads.len(), 1, "{:?}", found.quads);
    assert!(overlap(&found.quads[0], &quad) > 0.97);
    let ratio = found.quads[0].area() / quad.area();
    assert!((0.96..1.04).contains(&ratio), "{ratio}");
}

#[test]
fn a_band_across_a_card_does_not_cut_it_in_two() {
    let card = Quad::from(Region::new(200.0, 150.0, 600.0, 378.0));
    let picture = GrayImage::from_fn(1000, 750, |x, y| {
        let (at, noise) = (Point::new(x as f32, y as f32), ((x * 31 + y * 17) % 7) as u8);
        let band = (200..260).contains(&y);
        Luma([if !card.contains(at) {
            40 + noise
        } else if band {
            44 + noise
        } else {
            210 + noise
        }])
    });
    let found = found_in(&picture);
    assert_eq!(found.quads.len(), 1, "{:?}", found.quads);
    assert!((0.97..1.03).contains(&(found.quads[0].area() / card.area())));
}

#[test]
fn two_cards_are_two_outlines_and_a_plain_patch_is_none() {
    let cards = [Region::new(80.0, 80.0, 400.0, 252.0), Region::new(500.0, 420.0, 400.0, 252.0)];
    let patch = Region::new(80.0, 420.0, 350.0, 220.0);
    let picture = GrayImage::from_fn(1000, 750, |x, y| {
        let at = Point::new(x as f32, y as f32);
        let inside = cards.iter().any(|c| c.contains(at));
        let print = cards.iter().any(|c| c.grown(-40.0).contains(at)) && y % 24 < 10 && x % 11 < 6;
        Luma([if print {
            50
        } else if inside || patch.contains(at) {
            215
        } else {
            60 + ((x * 31 + y * 17) % 7) as u8
        }])
    });
    let found = found_in(&picture);
    assert_eq!(found.quads.len(), 2, "{:?}", found.quads);
    for card in cards {
        assert!(found.quads.iter().any(|q| overlap(q, &card.into()) > 0.97));
    }
}

#[test]
fn two_pages_side_by_side_are_two_outlines() {
    let pages = [Region::new(60.0, 130.0, 400.0, 518.0), Region::new(490.0, 130.0, 400.0, 518.0)];
    let picture = GrayImage::from_fn(1000, 750, |x, y| {
        let at = Point::new(x as f32, y as f32);
        let inside = pages.iter().any(|c| c.contains(at));
        let print = pages.iter().any(|c| c.grown(-50.0).contains(at)) && y % 20 < 8 && x % 9 < 5;
        Luma([if print {
            60
        } else if inside {
            225
        } else {
            90 + ((x * 31 + y * 17) % 7) as u8
        }])
    });
    let found = found_in(&picture);
    assert_eq!(found.quads.len(), 2, "{:?}", found.quads);
    for page in pages {
        assert!(found.quads.iter().any(|q| overlap(q, &page.into()) > 0.97));
    }
}

#[test]
fn the_tilt_of_the_camera_is_seen() {
    // a sheet of about 4:3 tilted by 30 degrees; the focal length is three quarters of the picture's width
    let (s, c) = 30.0_f32.to_radians().sin_cos();
    let corners = [(-1.3, -1.0), (1.3, -1.0), (1.3, 1.0), (-1.3, 1.0)].map(|(x, y): (f32, f32)| {
        let z = 4.5 + y * s;
        Point::new(500.0 + 750.0 * x / z, 375.0 + 750.0 * y * c / z)
    });
    let found = found_in(&scene(1000, 750, &Quad::new(corners)));
    assert!(found.tilt_degrees.is_some_and(|t| (24.0..36.0).contains(&t)), "{:?}", found.tilt_degrees);
}

#[test]
fn nothing_is_found_where_nothing_is() {
    let noise = GrayImage::from_fn(400, 300, |x, y| Luma([((x * 7919 + y * 104_729) % 251) as u8]));
    for picture in
        [noise, GrayImage::from_pixel(400, 300, Luma([128])), GrayImage::new(1, 1), GrayImage::new(20_000, 50)]
    {
        assert_eq!(found_in(&picture), Outlines::default());
    }
}

#[test]
fn a_card_with_a_dark_heading_on_a_dark_table_is_whole() {
    let card = Region::new(200.0, 150.0, 600.0, 378.0);
    let picture = GrayImage::from_fn(1000, 750, |x, y| {
        let at = Point::new(x as f32, y as f32);
        let noise = ((x * 31 + y * 17) % 7) as u8;
        let print = card.grown(-60.0).contains(at) && y % 24 < 8 && x % 11 < 6;
        Luma([match (card.contains(at), at.y < card.top + 70.0) {
            (false, _) => 60 + noise,
            (true, true) => 95 + noise,
            (true, false) if print => 50,
            (true, false) => 215,
        }])
    });
    let found = found_in(&picture);
    assert_eq!(found.quads.len(), 1, "{:?}", found.quads);
    assert!((0.96..1.04).contains(&(found.quads[0].area() / card.area())));
}
