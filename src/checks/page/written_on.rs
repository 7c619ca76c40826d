//! Somebody wrote on the document: pen strokes run across its print, or a word of it is struck out.
//!
//! *Why:* a document that was written on may be refused as altered. *Fix:* use a clean original, or ask for a new one.
//! The holder's signature does not count: it stands where nothing is printed, or beside its caption.

use crate::checks::{Check, Limit, Map, PageContext, Run, Severity, Unit};
use crate::examined::Examined;
use crate::fields;
use crate::geometry::Region;
use crate::quality::Stroke;
use crate::text::Reading;

/// Length of the strokes against the document's longer side. Good specimens have none over print.
static LENGTH: Limit = Limit { name: "written-on.length", default: 0.2, unit: Unit::OfDocumentLength };

/// Captions of signatures, in the languages of documents.
const SIGNATURE: [&str; 9] =
    ["SIGNATURE", "FIRMA", "FIRMADO", "ASSINATURA", "UNTERSCHRIFT", "HANDTEKENING", "PODPIS", "IMZA", "SIGNED"];
/// How far from its caption a signature begins, in heights of the caption, and the longest of them.
const NEAR: f32 = 2.5;
const LONGEST: f32 = 0.45;

pub static CHECK: Check =
    Check { id: "written-on", severity: Severity::Warning, needs: &[], limits: &[&LENGTH], run: Run::Image(run) };

fn run(page: &Examined, cx: &mut PageContext) {
    if page.quality.coarse {
        return cx.not_assessed("reason-few-dots");
    }
    let Some(strokes) = &page.quality.strokes else {
        return cx.not_assessed("reason-no-text-found");
    };
    let limit = cx.limit(&LENGTH);
    let is_written =
        |stroke: &&Stroke| if stroke.strikes { is_over_a_word(page, stroke) } else { !is_signature(page, stroke) };
    let written: Vec<_> = strokes.iter().filter(is_written).collect();
    let length: f32 = written.iter().map(|stroke| stroke.length).sum();
    let around = |strokes: &[&Stroke]| strokes.iter().map(|stroke| stroke.region).reduce(Region::union);
    let struck: Vec<_> = written.iter().copied().filter(|stroke| stroke.strikes).collect();
    if length > limit {
        cx.find(cx.finding().measured(length, limit, LENGTH.unit).at(around(&written)).on_map(Map::Pen).sure(0.6));
    } else if !struck.is_empty() {
        cx.find(cx.finding().at(around(&struck)).on_map(Map::Pen).sure(0.6));
    }
}

/// Fewest letters that a reader makes of a word that is struck out.
const WORD: usize = 3;

/// Whether a reader found letters where somebody struck a word out.
fn is_over_a_word(page: &Examined, stroke: &Stroke) -> bool {
    let letters = |line: &Reading| line.text.chars().filter(|c| c.is_alphanumeric()).count();
    page.lines.iter().any(|line| line.region.intersection(stroke.region).area() > 0.0 && letters(line) >= WORD)
}

/// Whether a stroke lies beside the caption of a signature, or where nothing is printed but what a reader took it for.
fn is_signature(page: &Examined, stroke: &Stroke) -> bool {
    if stroke.length <= LONGEST && is_alone(page, stroke.region) {
        return true;
    }
    let is_caption = |text: &str| fields::words(text).iter().any(|word| SIGNATURE.contains(&word.as_str()));
    let near = |caption: Region| caption.grown(caption.height * NEAR).intersection(stroke.region).area() > 0.0;
    stroke.length <= LONGEST && page.lines.iter().any(|line| near(line.region) && is_caption(&line.text))
}

/// Most letters that a reader makes of a signature: `Mm`, `wmmn`.
const SCRIBBLE: usize = 6;
/// Least share of a stroke's box that a line takes which is the stroke itself, and most of one that lies beside it.
const ITSELF: f32 = 0.4;
const BESIDE: f32 = 0.12;

/// Whether no line of print lies under a stroke: only one that is the stroke itself, read as a few letters.
fn is_alone(page: &Examined, stroke: Region) -> bool {
    let share = |line: Region| line.intersection(stroke).area() / stroke.area().max(1.0);
    let is_itself = |line: &Reading| {
        let letters = line.text.chars().filter(|c| c.is_alphanumeric()).count();
        letters <= SCRIBBLE && share(line.region) > ITSELF && !line.text.contains(|c: char| c.is_ascii_digit())
    };
    let (itself, others): (Vec<&Reading>, Vec<&Reading>) = page.lines.iter().partition(|line| is_itself(line));
    !itself.is_empty() && others.iter().all(|line| share(line.region) < BESIDE)
}

#[cfg(test)]
mod tests {
    use crate::geometry::Region;
    use crate::quality::Stroke;
    use crate::testing::{self, found, was_not_assessed};

    #[test]
    fn strokes_over_print_are_found_and_a_signature_is_not() {
        let mut page = testing::passport();
        assert!(found("written-on", page.clone()).is_empty());
        page.quality.strokes = Some(vec![testing::stroke()]);
        assert_eq!(found("written-on", page.clone()).len(), 1);
        let mut caption = testing::line("Signature of bearer / Firma del titular");
        let stroke = testing::stroke().region;
        caption.region = Region::new(stroke.left, stroke.bottom() + 5.0, 200.0, 40.0);
        page.lines.push(caption);
        assert_eq!(found("written-on", page.clone()).len(), 1, "no signature is as long as that");
        page.quality.strokes = Some(vec![Stroke { length: 0.3, ..testing::stroke() }]);
        assert!(found("written-on", page).is_empty());
    }

    #[test]
    fn a_word_that_is_struck_out_is_found_however_short() {
        let mut page = testing::passport();
        page.quality.strokes = Some(vec![Stroke { length: 0.08, ..testing::stroke() }]);
        assert!(found("written-on", page.clone()).is_empty());
        page.quality.strokes = Some(vec![Stroke { length: 0.08, strikes: true, ..testing::stroke() }]);
        assert!(found("written-on", page.clone()).is_empty(), "over nothing that was read");
        let mut word = testing::line("ORTEGA");
        word.region = testing::stroke().region;
        page.lines.push(word);
        assert_eq!(found("written-on", page).len(), 1);
    }

    #[test]
    fn a_signature_that_was_read_as_letters_is_none_of_the_print() {
        let mut page = testing::passport();
        let stroke = testing::stroke().region;
        page.quality.strokes = Some(vec![Stroke { length: 0.3, ..testing::stroke() }]);
        let mut scribble = testing::line("Mm");
        scribble.region = stroke;
        page.lines = vec![scribble];
        assert!(found("written-on", page.clone()).is_empty());
        let mut print = testing::line("NUÑEZ ORTEGA");
        print.region = Region { height: stroke.height / 2.0, ..stroke };
        page.lines.push(print);
        assert_eq!(found("written-on", page).len(), 1);
    }

    #[test]
    fn on_a_page_that_was_drawn_coarsely_it_is_not_assessed() {
        let mut page = testing::passport();
        page.quality.coarse = true;
        page.quality.strokes =
            Some(vec![Stroke { region: Region::new(0.0, 0.0, 500.0, 300.0), length: 0.9, ..testing::stroke() }]);
        assert!(was_not_assessed("written-on", page));
    }

    #[test]
    fn without_text_it_is_not_assessed() {
        let mut page = testing::passport();
        page.quality.strokes = None;
        assert!(was_not_assessed("written-on", page));
    }
}
