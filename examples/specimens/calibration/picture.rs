//! One picture: taken, written as JPEG, read back, measured on its true lines of text, and judged by the checks.

use super::ladders::Ladder;
use crate::camera::surface::Surface;
use crate::camera::{self, Placed, Shot};
use crate::recipes::{self, Subject};
use crate::rng::Rng;
use image::RgbImage;
use precheck::addresses::AddressLexicon;
use precheck::arrangement::{Layout, Panel, Role};
use precheck::assets::Assets;
use precheck::checks::{Rules, Severity, judge_page};
use precheck::codes::Codes;
use precheck::examined::{Examined, PageRecord, ReadingState, Timings};
use precheck::fields::{DocumentGuess, Facts, Holder, Source};
use precheck::geometry::{Point, Quad, Region, Turn};
use precheck::kinds::{DocumentKind, Side};
use precheck::names::NameLexicon;
use precheck::outline::find;
use precheck::page::{Format, Origin, Page, PageId};
use precheck::pixels::Pyramid;
use precheck::quality::{self, Quality};
use precheck::record::Record;
use precheck::requirements::Requirements;
use precheck::text::{Hint, Reader, Readers, Reading, TextReader};
use serde_json::{Value, json};
use std::error::Error;
use std::sync::Arc;

/// Longest side of most pictures of pages and of cards, in pixels: measures follow the size of the text, so small
/// pictures are enough.
const SIDE: u32 = 2304;
const SIDE_CARD: u32 = 1728;
/// Number of lines of a picture that are read to know how legible it is, spread over the picture; and the most lines
/// read if the defect has a place, because then all lines are.
const READ: usize = 6;
const READ_ALL: usize = 18;

/// What the measurements of all pictures share.
pub struct Bench {
    rules: Rules,
    reader: Option<Arc<dyn TextReader>>,
}

/// One picture: its truth, its measures, and its findings.
pub struct Row {
    pub ladder: &'static str,
    pub finding: Option<&'static str>,
    pub amount: f32,
    pub grade: Option<&'static str>,
    pub judging: bool,
    pub subject: &'static str,
    pub capture: &'static str,
    /// True σ of lens, focus and shake together along their worst direction, over the x-height of typical text.
    pub blur: f32,
    /// True direction of a shake, in degrees.
    pub shake: Option<f32>,
    /// Whether the document is the front of an identity document, which has colors.
    pub colored: bool,
    /// Whether more than 1.5 mm of a document are outside of the frame.
    pub cut: bool,
    /// Lines of text of which a part is outside of the frame.
    pub text_cut: usize,
    /// Share of the letters that the reader reads correctly, if any were read.
    pub accuracy: Option<f32>,
    pub quality: Quality,
    pub layout: Layout,
    /// Blockers and warnings of the checks on the picture.
    pub alarms: Vec<&'static str>,
}

impl Bench {
    /// The rules of the common case, and the reader if one works here.
    pub fn new() -> Result<Self, Box<dyn Error>> {
        let assets = Assets::find();
        let rules = Rules {
            requirements: Requirements::load(&assets, "idme-itin-us")?,
            names: NameLexicon::load(&assets)?,
            addresses: Arc::new(AddressLexicon::load(&assets)?),
        };
        Ok(Self { rules, reader: Readers::find(&assets, None).main })
    }

    /// The shot at the usual picture size for a large or a small document, on a surface of its half.
    pub fn scene(mut shot: Shot, large: bool, judging: bool, rng: &mut Rng) -> Shot {
        if shot.capture == "photo" {
            let long = shot.frame.0.max(shot.frame.1);
            let side = if large { SIDE } else { SIDE_CARD };
            let share = side as f32 / long as f32;
            let x = shot.blur;
            shot.frame = ((shot.frame.0 as f32 * share) as u32, (shot.frame.1 as f32 * share) as u32);
            shot.blur = x.scaled(share);
            shot.motion = shot.motion.map(|m| camera::optics::Motion { length: m.length * share, ..m });
            if shot.screen.is_none() {
                shot.surface = if judging {
                    *rng.pick(&[Surface::Cloth, Surface::Stone, Surface::White])
                } else {
                    *rng.pick(&[Surface::Wood, Surface::Dark, Surface::White])
                };
            }
        }
        shot
    }

    /// Takes the picture and measures it.
    pub fn measure(
        &self,
        ladder: &'static Ladder,
        amount: f32,
        judging: bool,
        subject: Subject,
        shot: &Shot,
        placed: &[Placed<'_>],
    ) -> Result<Row, Box<dyn Error>> {
        let photo = camera::take(shot, placed);
        let bytes = jpeg(photo.upright, shot.jpeg_quality)?;
        let rgb = image::load_from_memory(&bytes)?.to_rgb8();
        if ladder.name == "turned" {
            return self.turned(ladder, amount, judging, subject, &rgb, placed);
        }
        let id = PageId { file: "page.jpg".into(), page: 1 };
        let page = Page { id: id.clone(), format: Format::Jpeg, origin: Origin::default(), rgb };
        let h = photo.pixel_from_table;
        let lines = match &self.reader {
            // what lies under a finger is no line that anybody reads
            Some(reader) if ladder.finding == Some("covered") => {
                reader.read(&Pyramid::of(&page.rgb), Hint::UprightPage(&[]))?.lines
            }
            _ => true_lines(placed, &|p| h.map(p), page.rgb.dimensions()),
        };
        let quads: Vec<Quad> = lines.iter().map(|l| l.outline).collect();
        let copies = Pyramid::of(&page.rgb);
        let outlines = find(&copies);
        let quality = quality::measure(&page, &copies, outlines.quads.first(), &quads);
        let panels = outlines.quads.iter().map(|q| Panel { outline: *q, role: Role::Document, languages: Vec::new() });
        let layout = Layout {
            panels: panels.collect(),
            cut_edges: outlines.cut_edges,
            tilt_degrees: outlines.tilt_degrees,
            ..Layout::default()
        };
        let text_cut = lines_cut(placed, &|p| h.map(p), page.rgb.dimensions());
        let x_height = recipes::x_height_px(shot, placed).max(1.0);
        let shaken = shot.motion.map_or(0.0, |m| m.length / 12.0_f32.sqrt());
        let accuracy = self.accuracy(ladder, &page.rgb, &lines);
        let turn = Turn { confidence: 1.0, given: page.size(), ..Turn::default() };
        let alarms = self.alarms(id, turn, &quality, &layout, &lines, placed);
        let (w, ht) = page.rgb.dimensions();
        Ok(Row {
            ladder: ladder.name,
            finding: ladder.finding,
            amount,
            grade: ladder.grade(amount),
            judging,
            subject: subject.word(),
            capture: shot.capture,
            blur: photo.sigma_px.hypot(shaken) / x_height,
            shake: shot.motion.map(|m| m.angle),
            colored: matches!(
                subject,
                Subject::Passport | Subject::LicenseFront | Subject::NationalFront | Subject::Voter
            ),
            cut: cut(placed, &|p| h.map(p), (w as f32, ht as f32)) > 1.5 * h.px_per_mm((0.0, 0.0)),
            text_cut,
            accuracy,
            quality,
            layout,
            alarms,
        })
    }

    /// Measures a picture turned by this many degrees: whether the reader notices the turn.
    fn turned(
        &self,
        ladder: &'static Ladder,
        amount: f32,
        judging: bool,
        subject: Subject,
        rgb: &RgbImage,
        placed: &[Placed<'_>],
    ) -> Result<Row, Box<dyn Error>> {
        let rgb = match amount as u16 {
            90 => image::imageops::rotate90(rgb),
            180 => image::imageops::rotate180(rgb),
            270 => image::imageops::rotate270(rgb),
            _ => rgb.clone(),
        };
        let id = PageId { file: "page.jpg".into(), page: 1 };
        let page = Page { id: id.clone(), format: Format::Jpeg, origin: Origin::default(), rgb };
        let read =
            self.reader.as_ref().ok_or("no text reader works here")?.read(&Pyramid::of(&page.rgb), Hint::Page(&[]))?;
        let turn = Turn { rotation: read.rotation, confidence: read.rotation_confidence, given: page.size() };
        let layout = Layout::default();
        let quality = Quality::default();
        let alarms = self.alarms(id, turn, &quality, &layout, &read.lines, placed);
        Ok(Row {
            ladder: ladder.name,
            finding: ladder.finding,
            amount,
            grade: ladder.grade(amount),
            judging,
            subject: subject.word(),
            capture: "photo",
            blur: 0.0,
            shake: None,
            colored: false,
            cut: false,
            text_cut: 0,
            accuracy: None,
            quality,
            layout,
            alarms,
        })
    }

    /// The picture of a shot as decoded from its file, its measures, and the outline that was found.
    pub fn look(shot: &Shot, placed: &[Placed<'_>]) -> Result<(RgbImage, Quality, Option<Quad>), Box<dyn Error>> {
        let photo = camera::take(shot, placed);
        let rgb = image::load_from_memory(&jpeg(photo.upright, shot.jpeg_quality)?)?.to_rgb8();
        let id = PageId { file: "page.jpg".into(), page: 1 };
        let page = Page { id, format: Format::Jpeg, origin: Origin::default(), rgb };
        let lines = true_lines(placed, &|p| photo.pixel_from_table.map(p), page.rgb.dimensions());
        let quads: Vec<Quad> = lines.iter().map(|l| l.outline).collect();
        let copies = Pyramid::of(&page.rgb);
        let outline = find(&copies).quads.first().copied();
        let quality = quality::measure(&page, &copies, outline.as_ref(), &quads);
        Ok((page.rgb, quality, outline))
    }

    /// Share of letters read correctly in some lines; only on ladders that concern legibility, because reading takes
    /// long.
    fn accuracy(&self, ladder: &Ladder, rgb: &RgbImage, lines: &[Reading]) -> Option<f32> {
        let legible = ["clean", "defocus", "motion", "dark", "glare", "small", "noise", "jpeg", "faint"];
        let reader = self.reader.as_ref().filter(|_| legible.contains(&ladder.name))?;
        let chosen: Vec<&Reading> = lines.iter().filter(|l| (5..28).contains(&l.text.chars().count())).collect();
        let most = if ladder.name == "glare" { READ_ALL } else { READ };
        let step = chosen.len().div_ceil(most).max(1);
        let (mut wrong, mut all) = (0, 0);
        for line in chosen.iter().step_by(step) {
            let r = line.region.grown(line.region.height * 0.1);
            let (left, top) = (r.left.max(0.0) as u32, r.top.max(0.0) as u32);
            let crop = image::imageops::crop_imm(rgb, left, top, r.width as u32, r.height as u32).to_image();
            let read = reader.read(&Pyramid::of(&crop), Hint::Line).ok()?;
            let said: String = read.lines.iter().map(|l| l.text.as_str()).collect();
            let (count, errors) = errors(&line.text, &said);
            all += count;
            wrong += errors.min(count);
        }
        (all > 0).then(|| 1.0 - wrong as f32 / all as f32)
    }

    /// What the checks say of the picture.
    fn alarms(
        &self,
        id: PageId,
        turn: Turn,
        quality: &Quality,
        layout: &Layout,
        lines: &[Reading],
        placed: &[Placed<'_>],
    ) -> Vec<&'static str> {
        let kind = placed.first().map_or("other", |p| p.sheet.kind).replace('_', "-");
        let kind = serde_json::from_value(json!(kind)).unwrap_or(DocumentKind::Other);
        let side =
            placed.first().and_then(|p| p.sheet.side).map(|s| if s == "back" { Side::Back } else { Side::Front });
        let document = DocumentGuess { kind, side, country: None, confidence: 0.95 };
        let holder = Holder {
            surname: String::new(),
            given_names: String::new(),
            full_name: "A B".into(),
            confidence: 0.95,
            source: Source::Text,
            may_be_cut: false,
            region: None,
            letters: Vec::new(),
        };
        let examined = Examined {
            format: Format::Jpeg,
            size: turn.rotation.turned(turn.given),
            turn,
            fingerprint: precheck::pixels::Fingerprint::default(),
            quality: quality.clone(),
            layout: layout.clone(),
            lines: lines.to_vec(),
            codes: Codes::default(),
            facts: Facts { document, holder: Some(holder), ..Facts::default() },
            mirrored: false,
            reading: ReadingState::Done,
            timings: Timings::default(),
        };
        let record = PageRecord { id, outcome: Ok(examined) };
        let report = judge_page(&record, &Record::default(), &self.rules, crate::AS_OF);
        // turning is easy, so it is only noted
        let alarm = |f: &precheck::checks::Finding| f.severity >= Severity::Warning || f.id == "sideways";
        report.findings.iter().filter(|f| alarm(f)).map(|f| f.id).collect()
    }
}

/// A picture as the bytes of a JPEG file.
pub fn jpeg(picture: RgbImage, quality: u8) -> Result<Vec<u8>, Box<dyn Error>> {
    Ok(camera::file::jpeg(picture, quality, None)?)
}

/// Number of letters of a text, and its edit distance from what was read; spaces and case do not count.
fn errors(truth: &str, read: &str) -> (usize, usize) {
    let letters = |s: &str| s.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect::<Vec<_>>();
    let (a, b) = (letters(truth), letters(read));
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut corner = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let change = corner + usize::from(x != y);
            corner = row[j + 1];
            row[j + 1] = change.min(row[j] + 1).min(corner + 1);
        }
    }
    (a.len(), row[b.len()])
}

/// Height of a reader's box over the height of the capitals in it.
const BOX: f32 = 1.0 / 0.65;

/// The lines of text of all documents, with boxes as a reader would draw them; lines fully outside are left out.
fn true_lines(placed: &[Placed<'_>], map: &dyn Fn((f32, f32)) -> (f32, f32), size: (u32, u32)) -> Vec<Reading> {
    let frame = Region::new(0.0, 0.0, size.0 as f32, size.1 as f32);
    let mut lines = Vec::new();
    for p in placed {
        for printed in &p.sheet.canvas.printed {
            let a = printed.area;
            let margin = a.height * (BOX - 1.0) / 2.0;
            let (left, right) = (a.left - margin / 2.0, a.right() + margin / 2.0);
            let (top, bottom) = (a.top - margin, a.bottom() + margin);
            let corners = [(left, top), (right, top), (right, bottom), (left, bottom)].map(|(x, y)| {
                let (x, y) = map(p.to_table(x, y));
                Point::new(x, y)
            });
            let outline = Quad::new(corners);
            let region = outline.bounds().intersection(frame);
            if region.area() >= outline.bounds().area() * 0.3 && region.width > 8.0 {
                let text = printed.text.clone();
                let reader = Reader::Ppocr;
                lines.push(Reading {
                    text,
                    region,
                    outline,
                    confidence: 0.95,
                    weakest: 0.9,
                    letters: Vec::new(),
                    reader,
                });
            }
        }
    }
    lines
}

/// Share of a line outside of the frame from which the line counts as cut, and from which hardly anything of it is
/// left.
const CUT: f32 = 0.12;
const GONE: f32 = 0.85;

/// Number of lines that are partly outside of the frame.
fn lines_cut(placed: &[Placed<'_>], map: &dyn Fn((f32, f32)) -> (f32, f32), size: (u32, u32)) -> usize {
    let frame = Region::new(0.0, 0.0, size.0 as f32, size.1 as f32);
    let outside = |a: &Region, p: &Placed<'_>| {
        let corners = [(a.left, a.top), (a.right(), a.top), (a.right(), a.bottom()), (a.left, a.bottom())];
        let ink = Quad::new(corners.map(|(x, y)| {
            let (x, y) = map(p.to_table(x, y));
            Point::new(x, y)
        }));
        1.0 - ink.bounds().intersection(frame).area() / ink.bounds().area().max(1.0)
    };
    let cut = |p: &Placed<'_>| {
        p.sheet.canvas.printed.iter().filter(|line| (CUT..GONE).contains(&outside(&line.ink, p))).count()
    };
    placed.iter().map(cut).sum()
}

/// How many pixels the farthest corner of a document lies outside of the frame.
fn cut(placed: &[Placed<'_>], map: &dyn Fn((f32, f32)) -> (f32, f32), (w, h): (f32, f32)) -> f32 {
    let beyond = |(x, y): (f32, f32)| (-x).max(-y).max(x - w).max(y - h);
    let corners = |p: &Placed<'_>| {
        let (w, h) = (p.sheet.canvas.width, p.sheet.canvas.height);
        [(0.0, 0.0), (w, 0.0), (w, h), (0.0, h)].map(|(x, y)| beyond(map(p.to_table(x, y))))
    };
    placed.iter().flat_map(corners).fold(f32::MIN, f32::max)
}

impl Row {
    /// The row as one line of a file.
    pub fn to_json(&self) -> Value {
        let q = &self.quality;
        json!({
            "ladder": self.ladder, "finding": self.finding, "amount": self.amount, "grade": self.grade,
            "half": if self.judging { "judging" } else { "fitting" }, "subject": self.subject,
            "capture_true": self.capture, "blur_true": self.blur, "shake_degrees": self.shake, "cut_true": self.cut,
            "lines_cut_true": self.text_cut, "lines_cut": q.lines_cut,
            "accuracy": self.accuracy,
            "energy": q.stroke_energy, "capture": q.capture, "blur": q.blur, "blur_modelled": q.blur_modeled,
            "motion": q.motion.map(|m| [m.length, m.degrees, m.share]),
            "text_height": q.text_height, "paper": q.paper_luma, "text_paper": q.text_paper_luma, "ink": q.ink_luma,
            "contrast": q.contrast, "clipped": q.clipped, "glare_on_text": q.glare_on_text,
            "glare_letters": q.glare_letters, "glare": q.glare, "unevenness": q.unevenness, "noise": q.noise,
            "blocks": q.blocks, "colour_spread": q.color_spread, "screen": q.screen_pattern, "covers": q.covers.as_ref().map(|c| c.iter().map(|c| c.1).sum::<f32>()),
            "pen": q.pen_length(), "sharpness": q.sharpness, "lighting": q.lighting, "legibility": q.legibility,
            "outlines": self.layout.panels.len(), "tilt": self.layout.tilt_degrees, "cut_edges": self.layout.cut_edges,
            "alarms": self.alarms,
        })
    }
}
