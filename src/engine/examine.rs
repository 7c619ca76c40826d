//! One page through all stages, in their order.

use std::time::Instant;

use image::RgbImage;
use image::imageops;

use super::{Engine, Stop};
use crate::codes::{self, Codes, Lenses};
use crate::error::FileError;
use crate::fields::{self, Facts};
use crate::geometry::{Quad, Rotation, Size};
use crate::layout;
use crate::page::{Examined, Page, ReadingState, Timings};
use crate::quality;
use crate::text::{self, Hint, Reading, Transcript};

/// Examines a decoded page. `start` is when its decoding began.
pub(super) fn examine(engine: &Engine, page: &Page, start: Instant, stop: &Stop) -> Result<Examined, FileError> {
    let mut timings = Timings { decode: milliseconds(start), ..Timings::default() };
    let mut clock = Instant::now();
    let gray = page.gray();
    let outlines = layout::find_outlines_in_color(&page.rgb);
    timings.layout = lap(&mut clock);
    go_on(stop)?;

    let (reading, transcript) = read(engine, page, &outlines.quads);
    timings.text = lap(&mut clock);
    go_on(stop)?;

    // sharpness is judged on the text that was found
    let line_in_page = |line: &Reading| transcript.rotation.quad_to_page(line.outline, page.size());
    let print = transcript.lines.iter().chain(transcript.foreign.iter().map(|f| &f.line));
    let lines_in_page: Vec<Quad> = print.map(line_in_page).collect();
    let quality = quality::measure_lines(page, &gray, outlines.quads.first(), &lines_in_page);
    drop(gray);
    timings.quality = lap(&mut clock);
    go_on(stop)?;

    let upright = turned(page, transcript.rotation);
    let upright = upright.as_ref().unwrap_or(&page.rgb);
    let lenses = Lenses { print: engine.reader.as_deref(), zone: engine.zone.as_deref() };
    let documents: Vec<Quad> =
        outlines.quads.iter().map(|q| transcript.rotation.quad_to_upright(*q, page.size())).collect();
    let mut found =
        if engine.quick { Codes::default() } else { codes::read(upright, &transcript.lines, &documents, lenses) };
    timings.codes = lap(&mut clock);
    go_on(stop)?;

    let size = Size::new(upright.width(), upright.height());
    let mut facts = fields::extract(&engine.lexicon, &transcript.lines, &found, size);
    timings.fields = lap(&mut clock);
    if let Some(second) = &engine.second {
        let again = fields::lines_to_confirm(&facts, &transcript.lines).into_iter().filter_map(|i| {
            let line = text::read_strip(second.as_ref(), upright, transcript.lines[i].region, 0.15)?;
            Some((i, line))
        });
        let again: Vec<(usize, Reading)> = again.collect();
        fields::take_second_look(&engine.lexicon, &mut facts, &transcript.lines, &again);
        timings.text += lap(&mut clock);
    }

    let to_page = ToPage { rotation: transcript.rotation, page: page.size() };
    to_page.codes(&mut found);
    to_page.facts(&mut facts);
    let layout = layout::arrange(page.size(), &outlines, (!engine.quick).then_some(&transcript), &found);
    let mut lines = transcript.lines;
    to_page.lines(&mut lines);
    timings.layout += lap(&mut clock);
    timings.total = milliseconds(start);

    Ok(Examined {
        format: page.format,
        size: page.size(),
        quality,
        layout,
        lines,
        codes: found,
        facts,
        reading,
        timings,
    })
}

fn read(engine: &Engine, page: &Page, documents: &[Quad]) -> (ReadingState, Transcript) {
    if engine.quick {
        return (ReadingState::Skipped, Transcript::default());
    }
    let Some(reader) = &engine.reader else {
        return (ReadingState::Failed("no text reader works here".to_owned()), Transcript::default());
    };
    match reader.read(&page.rgb, Hint::Page(documents)) {
        Ok(transcript) => (ReadingState::Done, transcript),
        Err(error) => (ReadingState::Failed(error.to_string()), Transcript::default()),
    }
}

fn turned(page: &Page, rotation: Rotation) -> Option<RgbImage> {
    match rotation {
        Rotation::None => None,
        Rotation::Cw90 => Some(imageops::rotate90(&page.rgb)),
        Rotation::Cw180 => Some(imageops::rotate180(&page.rgb)),
        Rotation::Cw270 => Some(imageops::rotate270(&page.rgb)),
    }
}

/// Takes what was found in upright space back to page space.
struct ToPage {
    rotation: Rotation,
    page: Size,
}

impl ToPage {
    fn lines(&self, lines: &mut [Reading]) {
        for line in lines {
            line.region = self.rotation.region_to_page(line.region, self.page);
            line.outline = self.rotation.quad_to_page(line.outline, self.page);
        }
    }

    fn codes(&self, codes: &mut Codes) {
        let mrz = codes.mrz.iter_mut().map(|m| &mut m.region);
        let barcodes = codes.barcodes.iter_mut().map(|b| &mut b.region);
        for region in mrz.chain(barcodes).chain(codes.mrz_fragment.iter_mut()) {
            *region = self.rotation.region_to_page(*region, self.page);
        }
    }

    fn facts(&self, facts: &mut Facts) {
        let fields = facts.fields.iter_mut().filter_map(|f| f.region.as_mut());
        let holders = facts.holder.iter_mut().chain(&mut facts.mentions);
        let holder = holders.filter_map(|h| h.region.as_mut());
        for region in fields.chain(holder) {
            *region = self.rotation.region_to_page(*region, self.page);
        }
    }
}

fn go_on(stop: &Stop) -> Result<(), FileError> {
    if stop.is_stopped() { Err(FileError::Stopped) } else { Ok(()) }
}

fn milliseconds(since: Instant) -> f32 {
    since.elapsed().as_secs_f32() * 1000.0
}

fn lap(clock: &mut Instant) -> f32 {
    let passed = milliseconds(*clock);
    *clock = Instant::now();
    passed
}
