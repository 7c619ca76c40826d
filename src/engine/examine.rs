//! One page through all stages, in their order.

use std::time::Instant;

use image::RgbImage;

use super::{Engine, Stop};
use crate::arrangement;
use crate::codes::{self, Codes, Lenses};
use crate::error::FileError;
use crate::examined::{Examined, ReadingState, Timings};
use crate::fields;
use crate::geometry::{Quad, Rotation, Turn};
use crate::outline;
use crate::page::Page;
use crate::quality;
use crate::text::{self, Hint, Reading, Transcript};

/// Examines a decoded page. `start` is when its decoding began.
pub(super) fn examine(engine: &Engine, page: Page, start: Instant, stop: &Stop) -> Result<Examined, FileError> {
    let mut timings = Timings { decode: milliseconds(start), ..Timings::default() };
    let mut clock = Instant::now();
    let outlines = outline::find_in_color(&page.rgb);
    timings.layout = lap(&mut clock);
    go_on(stop)?;

    let (reading, transcript) = read(engine, &page.rgb, Hint::Page(&outlines.quads));
    timings.text = lap(&mut clock);
    go_on(stop)?;

    // A page is turned once, and seen anew as it stands then: whichever way it lay, it says the same. From here on
    // everything is in upright space.
    let turn = Turn { rotation: transcript.rotation, confidence: transcript.rotation_confidence, given: page.size() };
    let (page, outlines, reading, transcript) = if turn.rotation == Rotation::None {
        (page, outlines, reading, transcript)
    } else {
        let page = page.turned(turn.rotation);
        let outlines = outline::find_in_color(&page.rgb);
        timings.layout += lap(&mut clock);
        let (reading, transcript) = read(engine, &page.rgb, Hint::UprightPage(&outlines.quads));
        timings.text += lap(&mut clock);
        go_on(stop)?;
        (page, outlines, reading, transcript)
    };

    // sharpness is judged on the text that was found
    let print = transcript.lines.iter().chain(transcript.foreign.iter().map(|f| &f.line));
    let lines: Vec<Quad> = print.map(|line| line.outline).collect();
    let quality = quality::measure_lines(&page, &page.gray(), outlines.quads.first(), &lines);
    timings.quality = lap(&mut clock);
    go_on(stop)?;

    let lenses = Lenses { print: engine.reader.as_deref(), zone: engine.zone.as_deref() };
    let codes = if engine.quick {
        Codes::default()
    } else {
        codes::read(&page.rgb, &transcript.lines, &outlines.quads, lenses)
    };
    timings.codes = lap(&mut clock);
    go_on(stop)?;

    let mut facts = fields::extract(&engine.lexicon, &transcript.lines, &codes, page.size());
    timings.fields = lap(&mut clock);
    if let Some(second) = &engine.second {
        let again = fields::lines_to_confirm(&facts, &transcript.lines).into_iter().filter_map(|i| {
            let line = text::read_strip(second.as_ref(), &page.rgb, transcript.lines[i].region, 0.15)?;
            Some((i, line))
        });
        let again: Vec<(usize, Reading)> = again.collect();
        fields::take_second_look(&engine.lexicon, &mut facts, &transcript.lines, &again);
        timings.text += lap(&mut clock);
    }

    let layout = arrangement::arrange(page.size(), &outlines, (!engine.quick).then_some(&transcript), &codes);
    timings.layout += lap(&mut clock);
    timings.total = milliseconds(start);

    let (format, size, lines) = (page.format, page.size(), transcript.lines);
    Ok(Examined { format, size, turn, quality, layout, lines, codes, facts, reading, timings })
}

fn read(engine: &Engine, page: &RgbImage, hint: Hint<'_>) -> (ReadingState, Transcript) {
    if engine.quick {
        return (ReadingState::Skipped, Transcript::default());
    }
    let Some(reader) = &engine.reader else {
        return (ReadingState::Failed("no text reader works here".to_owned()), Transcript::default());
    };
    match reader.read(page, hint) {
        Ok(transcript) => (ReadingState::Done, transcript),
        Err(error) => (ReadingState::Failed(error.to_string()), Transcript::default()),
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
