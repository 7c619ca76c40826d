//! The window as pictures, compared with those in `tests/snapshots`: both languages, three sets of colors, two sizes.
//! `PRECHECK_SNAPSHOTS=write` writes them anew, to be looked at before they are kept.

use eframe::egui::{Color32, ColorImage};
use image::RgbImage;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};

use super::answer::kind;
use super::clients::clients;
use super::layers::with_everything;
use super::paint::Painter;
use super::*;
use crate::review::Review;
use crate::state::{Offer, Tab};
use precheck::kinds::{DocumentKind, Side};

/// Difference of a channel from which a pixel counts as another one: processors round in the last digits.
const OTHER: u8 = 24;
/// Most of such pixels.
const MOST_OTHERS: usize = 100;

const WIDE: [f32; 2] = [1280.0, 800.0];
const SMALL: [f32; 2] = [900.0, 600.0];

/// What is shown, in which size, language and colors.
#[derive(Clone, Copy)]
struct Scene(&'static str, [f32; 2], Language, Look);

/// Draws a scene after a person did something, and compares it.
fn check(scene: Scene, desk: Desk, act: impl FnOnce(&mut Harness<'static, Desk>)) {
    let Scene(name, size, language, look) = scene;
    let painter = Painter::default();
    let mut desk = desk;
    desk.state.speak(Words::load(&Assets::find(), language).unwrap());
    desk.state.settings.look = look;
    let mut harness = Harness::builder()
        .with_size(size)
        .with_max_steps(20)
        .renderer(painter.clone())
        .with_context_setup(move |ctx| theme::apply(ctx, look))
        .build_ui_state(Desk::frame, desk);
    harness.run();
    let ids: Vec<PageId> = harness.state().state.pages.iter().map(|entry| entry.id.clone()).collect();
    let ctx = harness.ctx.clone();
    for id in ids {
        harness.state_mut().textures.add(&ctx, id, paper(72), paper(1200));
    }
    act(&mut harness);
    harness.run();
    let [red, green, blue, _] = look.palette().desk.to_array();
    let now = painter.picture(&harness, [red, green, blue]);
    compare(name, &now);
}

/// A sheet with lines of print on a table.
fn paper(width: usize) -> ColorImage {
    let height = width * 2 / 3;
    let mut picture = ColorImage::filled([width, height], Color32::from_rgb(0x6b, 0x5a, 0x48));
    for y in height / 12..height * 11 / 12 {
        for x in width / 12..width * 11 / 12 {
            let print = (y * 24 / height) % 2 == 1 && (width / 8..width * 3 / 4).contains(&x);
            picture.pixels[y * width + x] = if print { Color32::from_gray(0x88) } else { Color32::from_gray(0xf4) };
        }
    }
    picture
}

fn compare(name: &str, now: &RgbImage) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots").join(format!("{name}.png"));
    if std::env::var("PRECHECK_SNAPSHOTS").as_deref() == Ok("write") {
        let file = std::fs::File::create(&file).unwrap();
        let smallest = PngEncoder::new_with_quality(file, CompressionType::Best, FilterType::Adaptive);
        return now.write_with_encoder(smallest).unwrap();
    }
    let before = image::open(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display())).into_rgb8();
    let same_size = before.dimensions() == now.dimensions();
    let is_other =
        |(a, b): &(&image::Rgb<u8>, &image::Rgb<u8>)| a.0.iter().zip(b.0).any(|(a, b)| a.abs_diff(b) > OTHER);
    let others = before.pixels().zip(now.pixels()).filter(is_other).count();
    if !same_size || others > MOST_OTHERS {
        let shown = std::env::temp_dir().join(format!("precheck-{name}.png"));
        now.save(&shown).unwrap();
        panic!("{name}: {others} pixels are others; what is drawn now stands in {}", shown.display());
    }
}

/// What an applicant has, with faults of each kind.
fn applicant() -> Desk {
    let fine = |file, of, country, side| kind(file, of, country, side);
    let mut license = with_everything("license-front.jpg");
    if let Ok(page) = &mut license.outcome {
        page.facts.document.kind = DocumentKind::DriversLicense;
        page.facts.document.country = Some("USA".to_owned());
        page.facts.document.side = Some(Side::Front);
    }
    Desk::with(vec![
        license,
        fine("passport.jpg", DocumentKind::Passport, "COL", None),
        blurred("a very long name of a file that came from a phone 20261122.jpg"),
        fine("bill.jpg", DocumentKind::UtilityBill, "USA", None),
    ])
}

#[test]
fn the_first_page() {
    use Language::{English, Spanish};
    check(Scene("start-en-light", WIDE, English, Look::Light), Desk::new(), |_| ());
    check(Scene("start-es-dark-small", SMALL, Spanish, Look::Dark), Desk::new(), |_| ());
}

#[test]
fn the_answer_and_a_page() {
    use Language::{English, Spanish};
    check(Scene("page-en-light", WIDE, English, Look::Light), applicant(), |_| ());
    check(Scene("page-es-contrast", WIDE, Spanish, Look::Contrast), applicant(), |_| ());
    check(Scene("page-es-dark-small", SMALL, Spanish, Look::Dark), applicant(), |_| ());
    check(Scene("maps-en-dark", WIDE, English, Look::Dark), applicant(), |harness| {
        press(harness, Key::A);
        press(harness, Key::M);
    });
    check(Scene("pointed-out-en-contrast", WIDE, English, Look::Contrast), applicant(), |harness| {
        press(harness, Key::N);
    });
    check(Scene("turned-en-light", WIDE, English, Look::Light), applicant(), |harness| {
        press(harness, Key::A);
        press(harness, Key::T);
    });
}

#[test]
fn the_name_beside_that_of_the_record() {
    let page = || super::person::with_record(vec![super::person::passport("passport.jpg", "LUZ MARÍNA ECHAVARRIA")]);
    check(Scene("names-en-light", [1280.0, 1240.0], Language::English, Look::Light), page(), |harness| {
        press(harness, Key::A);
    });
}

#[test]
fn the_call_the_details_and_the_keys() {
    use Language::{English, Spanish};
    check(Scene("call-es-light", WIDE, Spanish, Look::Light), applicant(), |harness| press(harness, Key::V));
    check(Scene("details-en-dark-small", SMALL, English, Look::Dark), applicant(), |harness| {
        harness.state_mut().state.tab = Tab::Details;
    });
    check(Scene("keys-es-light-small", SMALL, Spanish, Look::Light), applicant(), |harness| press(harness, Key::F1));
}

#[test]
fn the_clients() {
    use Language::{English, Spanish};
    let season = || {
        let mut desk = Desk::new();
        desk.state.take_clients(clients(), Some(Review::default()));
        for file in ["1/a.jpg", "1/b.jpg", "3/a.jpg"] {
            desk.state.queue.as_mut().unwrap().done(Path::new(file), &[blurred(file)]);
        }
        desk
    };
    check(Scene("clients-es-light", WIDE, Spanish, Look::Light), season(), |_| ());
    check(Scene("client-en-contrast-small", SMALL, English, Look::Contrast), season(), |harness| {
        press(harness, Key::Enter);
    });
    let mut asked = Desk::new();
    asked.state.offer = Some(Offer { paths: vec!["season".into()], clients: clients(), review: None });
    check(Scene("offer-en-dark", WIDE, English, Look::Dark), asked, |_| ());
}
