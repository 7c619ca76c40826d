//! One page through all stages, in their order.

use std::time::Instant;

use super::{Engine, Stop};
use crate::arrangement;
use crate::codes::{self, Codes, Rereaders};
use crate::error::FileError;
use crate::examined::{Examined, ReadingState, Timings};
use crate::fields::{self, Facts};
use crate::geometry::{Quad, Rotation, Turn};
use crate::outline::{self, Outlines};
use crate::page::Page;
use crate::pixels::{Fingerprint, Pyramid};
use crate::quality;
use crate::text::{self, Hint, Reading, Transcript, mirror};

/// Who is told what the picture alone says, before anything is read.
pub(super) type FirstLook<'a> = Option<&'a dyn Fn(Examined)>;

/// Examines a decoded page. `start` is when its decoding began.
pub(super) fn examine(
    engine: &Engine,
    page: Page,
    start: Instant,
    stop: &Stop,
    first_look: FirstLook<'_>,
) -> Result<Examined, FileError> {
    let mut watch = Watch { start, lap: Instant::now(), stop, timings: Timings::default() };
    watch.timings.decode = milliseconds(start);

    let copies = Pyramid::of(&page.rgb);
    let outlines = outline::find(&copies);
    watch.lap(|t| &mut t.layout)?;
    if let Some(tell) = first_look {
        tell(at_first_sight(&page, &copies, &outlines));
        watch.lap(|t| &mut t.quality)?;
    }
    let seen = see(engine, &copies, outlines, |documents| Hint::Page(documents), &mut watch)?;
    let Transcript { rotation, rotation_confidence: confidence, .. } = seen.transcript;
    let turn = Turn { rotation, confidence, given: page.size() };
    if rotation == Rotation::None {
        return go_on(engine, &page, &copies, turn, seen, watch);
    }
    // A page is turned once, and seen anew as it stands then: whichever way it lay, it says the same.
    drop(copies);
    let page = page.turned(rotation);
    let copies = Pyramid::of(&page.rgb);
    let outlines = outline::find(&copies);
    watch.lap(|t| &mut t.layout)?;
    let seen = see(engine, &copies, outlines, |documents| Hint::UprightPage(documents), &mut watch)?;
    go_on(engine, &page, &copies, turn, seen, watch)
}

/// What is seen of a page before anything is asked of it.
struct Seen {
    outlines: Outlines,
    reading: ReadingState,
    transcript: Transcript,
}

/// What the picture of a page says without a word of its print, as the page lies in its file.
fn at_first_sight(page: &Page, copies: &Pyramid<'_>, outlines: &Outlines) -> Examined {
    Examined {
        format: page.format,
        size: page.size(),
        turn: Turn { given: page.size(), ..Turn::default() },
        fingerprint: Fingerprint::default(),
        quality: quality::measure(page, copies, outlines.quads.first(), &[]),
        layout: arrangement::arrange(page.size(), outlines, None, &Codes::default()),
        lines: Vec::new(),
        codes: Codes::default(),
        facts: Facts::default(),
        mirrored: false,
        reading: ReadingState::Skipped,
        timings: Timings::default(),
    }
}

fn see(
    engine: &Engine,
    page: &Pyramid<'_>,
    outlines: Outlines,
    hint: fn(&[Quad]) -> Hint<'_>,
    watch: &mut Watch<'_>,
) -> Result<Seen, FileError> {
    let (reading, transcript) = read(engine, page, hint(&outlines.quads));
    watch.lap(|t| &mut t.text)?;
    Ok(Seen { outlines, reading, transcript })
}

/// The stages that need an upright page, and what is known of it then: everything is in upright space from here on.
fn go_on(
    engine: &Engine,
    page: &Page,
    copies: &Pyramid<'_>,
    turn: Turn,
    Seen { outlines, reading, mut transcript }: Seen,
    mut watch: Watch<'_>,
) -> Result<Examined, FileError> {
    let mirrored = engine.reader.as_deref().is_some_and(|r| mirror::is_mirrored(r, copies, &transcript.lines));
    watch.lap(|t| &mut t.text)?;

    // sharpness is judged on the text that was found
    let print = transcript.lines.iter().chain(transcript.foreign.iter().map(|f| &f.line));
    let lines: Vec<Quad> = print.map(|line| line.outline).collect();
    let quality = quality::measure(page, copies, outlines.quads.first(), &lines);
    let fingerprint = Fingerprint::of(copies);
    watch.lap(|t| &mut t.quality)?;

    let again = Rereaders { print: engine.reader.as_deref(), zone: engine.zone.as_deref() };
    let codes =
        if engine.quick { Codes::default() } else { codes::read(copies, &transcript.lines, &outlines.quads, again) };
    watch.lap(|t| &mut t.codes)?;

    let mut facts = fields::extract(&engine.lexicon, &transcript.lines, &codes, page.size());
    watch.lap(|t| &mut t.fields)?;
    if read_carefully(engine, copies, &facts, &mut transcript.lines) {
        watch.lap(|t| &mut t.text)?;
        facts = fields::extract(&engine.lexicon, &transcript.lines, &codes, page.size());
        watch.lap(|t| &mut t.fields)?;
    }
    if let Some(second) = &engine.second {
        let mut again: Vec<(usize, Reading)> = Vec::new();
        for i in fields::lines_to_confirm(&facts, &transcript.lines) {
            match text::read_strip(second.as_ref(), &page.rgb, transcript.lines[i].region, 0.15) {
                Ok(line) => again.extend(line.map(|line| (i, line))),
                Err(_) => facts.unconfirmed = true,
            }
        }
        fields::take_second_look(&engine.lexicon, &mut facts, &transcript.lines, &again);
        watch.lap(|t| &mut t.text)?;
    }
    fields::doubt_beside(&mut facts, &quality.hidden());

    let layout = arrangement::arrange(page.size(), &outlines, (!engine.quick).then_some(&transcript), &codes);
    watch.lap(|t| &mut t.layout)?;
    watch.timings.total = milliseconds(watch.start);

    let (format, size, lines, timings) = (page.format, page.size(), transcript.lines, watch.timings);
    Ok(Examined { format, size, turn, fingerprint, quality, layout, lines, codes, facts, mirrored, reading, timings })
}

fn read(engine: &Engine, page: &Pyramid<'_>, hint: Hint<'_>) -> (ReadingState, Transcript) {
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

/// Lets the reader look again at the lines that facts rest on, where a letter is doubtful. Whether a line says something
/// else now.
fn read_carefully(engine: &Engine, page: &Pyramid<'_>, facts: &Facts, lines: &mut [Reading]) -> bool {
    let Some(reader) = &engine.reader else { return false };
    let these = fields::lines_to_read_again(facts, lines);
    let places: Vec<Quad> = these.iter().map(|i| lines[*i].outline).collect();
    let again = reader.read_carefully(page, &places).unwrap_or_default();
    let mut changed = false;
    for (i, reading) in these.into_iter().zip(again) {
        if let Some(reading) = reading {
            changed |= lines[i] != reading;
            lines[i] = reading;
        }
    }
    changed
}

/// The time that each stage took, and whether somebody wants an end.
struct Watch<'a> {
    start: Instant,
    lap: Instant,
    stop: &'a Stop,
    timings: Timings,
}

impl Watch<'_> {
    /// Ends a stage: adds its time to one of the timings.
    fn lap(&mut self, of: impl FnOnce(&mut Timings) -> &mut f32) -> Result<(), FileError> {
        *of(&mut self.timings) += milliseconds(self.lap);
        self.lap = Instant::now();
        if self.stop.is_stopped() { Err(FileError::Stopped) } else { Ok(()) }
    }
}

fn milliseconds(since: Instant) -> f32 {
    since.elapsed().as_secs_f32() * 1000.0
}
