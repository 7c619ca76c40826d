//! The two people of a marriage certificate: under captions that call them spouses, or over the line that says where and
//! when each was born.
//!
//! Which of the two a client is, the certificate does not say: the first is shown and never claimed, and both are among
//! the places where the words of a record are looked for.

use super::candidate::{Page, Printed, clean};
use crate::fields::lexicon::Caption;
use crate::fields::line::{Line, is_name_like};
use crate::kinds::DocumentKind;

/// Confidence of one of two people.
const ONE_OF_TWO: f32 = 0.6;

/// The first of the two.
pub(in crate::fields) fn find(page: &Page) -> Option<Printed> {
    if !marries(page) {
        return None;
    }
    let captioned = page.values.iter().filter(|v| v.caption == Caption::OtherPerson);
    let spouse = captioned.filter(|v| page.lines.get(v.label).is_some_and(|l| is_caption(page, l)));
    let named = spouse.min_by_key(|v| v.line).map(|v| (v.text.as_str(), v.line));
    let (name, line) = named.or_else(|| born(page))?;
    let line = &page.lines[line];
    Some(Printed {
        full: clean(name),
        surname: String::new(),
        given: String::new(),
        confidence: ONE_OF_TWO * line.reading.confidence,
        region: Some(line.region()),
    })
}

/// Whether a line is the caption of a spouse on a paper about a marriage.
pub(super) fn announces(page: &Page, line: &Line) -> bool {
    marries(page) && is_caption(page, line)
}

fn marries(page: &Page) -> bool {
    matches!(page.guess.kind, DocumentKind::MarriageCertificate | DocumentKind::Translation)
}

fn is_caption(page: &Page, line: &Line) -> bool {
    let any = |is: &dyn Fn(&str) -> bool| line.tokens.iter().any(|t| is(&t.folded));
    any(&|word| page.lexicon.is_spouse(word)) && !any(&|word| page.lexicon.is_parent(word))
}

/// A name in a line of its own with the line of a birth right under it.
fn born<'a>(page: &'a Page) -> Option<(&'a str, usize)> {
    page.lines.iter().enumerate().find_map(|(i, line)| {
        let (r, text) = (line.region(), line.reading.text.as_str());
        let under = page.lines.iter().any(|l| {
            let down = l.region().center().y - r.center().y;
            let near = down > 0.4 * r.height && down < 1.8 * r.height && (l.region().left - r.left).abs() < r.height;
            near && page.lexicon.tells_birth(&l.reading.text)
        });
        let named = under && line.tokens.len() > 1 && is_name_like(text, page.lexicon);
        named.then_some((text, i))
    })
}
