//! What the words behind a caption make of it: whose name it announces, whether they are a translation of it, and whether
//! they only look like a caption themselves.
//!
//! Looks at the captions and words of one line and of the lines beside it, and finds no values.

use super::Group;
use crate::fields::lexicon::{Caption, FieldLexicon};
use crate::fields::line::{Line, Span};

/// What joins a caption to the one whose name it announces: `NOMBRES DEL PADRE`, `NAME OF FATHER`.
const OF: [&str; 15] =
    ["OF", "THE", "DE", "DEL", "LA", "LOS", "DU", "DES", "DER", "DO", "DA", "DOS", "DELLA", "DEI", "DI"];
/// Whose paper it is, as captions say it: `FULL NAME OF CHILD`, `NOMBRES DEL INSCRITO`.
const OWN: [&str; 18] = [
    "CHILD",
    "REGISTRANT",
    "HOLDER",
    "BEARER",
    "APPLICANT",
    "INSURED",
    "TENANT",
    "EMPLOYEE",
    "INSCRITO",
    "INSCRITA",
    "REGISTRADO",
    "REGISTRADA",
    "NINO",
    "NINA",
    "NACIDO",
    "TITULAR",
    "ENFANT",
    "CRIANCA",
];
/// Most words that name another person: `PARENTS OR LEGAL GUARDIAN`.
const LONGEST: usize = 4;
/// A word that is a caption and a name is the name where it stands this near under a caption of names, in heights of the
/// caption.
const RIGHT_UNDER: f32 = 1.8;
/// The same beside one: the farthest gap, in heights of the caption.
const BESIDE: f32 = 4.0;

/// The captions of a line, by what stands behind them: one that goes on with whose name it is announces that person's,
/// and a word that people are called by, right behind a caption of names or the mark of a field, is no caption.
pub(super) fn settled(line: &Line, lexicon: &FieldLexicon) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::with_capacity(line.spans.len());
    for span in &line.spans {
        let inside = out.last().is_some_and(|before| span.first < before.end);
        let behind = out.last().is_some_and(|before| is_value(line, *before, *span, lexicon));
        if !inside && !behind {
            out.push(if span.caption.is_name() { of_whom(line, *span, lexicon) } else { *span });
        }
    }
    out
}

/// A caption of names together with the words that say whose they are.
fn of_whom(line: &Line, span: Span, lexicon: &FieldLexicon) -> Span {
    let words = line.tokens.get(span.end..).unwrap_or_default();
    let joining = words.iter().take_while(|w| OF.contains(&w.folded.as_str())).count();
    if joining == 0 {
        return span;
    }
    let rest = &words[joining..];
    let said = |count: usize| {
        let joined: String = rest[..count].iter().map(|w| w.folded.as_str()).collect();
        lexicon.label(&joined, false)
    };
    let named = (1..=LONGEST.min(rest.len())).rev().find_map(|count| Some((count, said(count)?)));
    let own = rest.first().is_some_and(|word| OWN.contains(&word.folded.as_str()));
    match named {
        _ if own => Span { end: span.end + joining + 1, ..span },
        Some((count, Caption::OtherPerson)) => {
            Span { caption: Caption::OtherPerson, end: span.end + joining + count, ..span }
        }
        Some((count, caption)) if caption.is_name() => Span { end: span.end + joining + count, ..span },
        // No name begins with OF: it is said whose name it is, and that is not known.
        _ if words[0].folded == "OF" => Span { caption: Caption::Other, end: line.tokens.len(), ..span },
        _ => span,
    }
}

/// Whether what looks like a caption is the value of the one right before it: `LN PAGE`, `Surname: Page`.
fn is_value(line: &Line, before: Span, span: Span, lexicon: &FieldLexicon) -> bool {
    let follows = before.caption.is_name() && before.end == span.first && span.end == line.tokens.len();
    let no_fact = matches!(span.caption, Caption::Other | Caption::OtherPerson);
    let word = &line.tokens[span.first].folded;
    let called = span.end - span.first == 1 && lexicon.is_name_too(word) && !is_translated(line, before);
    follows && no_fact && (is_mark(line, before) || called)
}

/// Whether a caption is the mark of a license's field, which is never translated.
pub(super) fn is_mark(line: &Line, span: Span) -> bool {
    let words = line.tokens.get(span.first..span.end).unwrap_or_default();
    matches!(words, [word] if word.folded == "LN" || word.folded == "FN")
}

/// Whether a slash follows a caption: what stands behind it is its translation, perhaps a misread one, and no value.
pub(super) fn is_translated(line: &Line, span: Span) -> bool {
    let end = span.end.checked_sub(1).and_then(|last| line.tokens.get(last)).map_or(0, |t| t.end);
    line.reading.text.get(end..).is_some_and(|rest| rest.trim_start_matches(['.', ' ', ')', '°']).starts_with('/'))
}

/// Takes out the captions that are names: a line of one word by which people are called, right under or beside a caption
/// of names with nothing behind it.
pub(super) fn without_names(groups: &mut Vec<Group>, lines: &[Line], lexicon: &FieldLexicon) {
    let lone = |group: &Group| {
        let words = lines[group.line].tokens.as_slice();
        matches!(words, [word] if lexicon.is_name_too(&word.folded)) && !group.caption.is_name()
    };
    let at_a_caption = |group: &Group| {
        let value = lines[group.line].region();
        groups.iter().filter(|g| g.line != group.line && g.caption.is_name()).any(|g| {
            let (label, line) = (lines[g.line].region(), &lines[g.line]);
            let height = label.height.max(1.0);
            let (down, gap) = (value.center().y - label.center().y, value.left - label.right());
            let under = down > 0.4 * height && down < RIGHT_UNDER * height && (value.left - label.left).abs() < height;
            let beside = down.abs() < 0.4 * height && gap > -0.5 * height && gap < BESIDE * height;
            (under || beside) && line.after(g.last).is_empty()
        })
    };
    let named: Vec<usize> = groups.iter().filter(|g| lone(g) && at_a_caption(g)).map(|g| g.line).collect();
    groups.retain(|g| !named.contains(&g.line));
}
