//! Highlighted text in PDFs, drawn as a marker draws it: the print stays legible under the color.

use std::ops::Range;

use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::object::{Array, Dict, Name, Stream};
use hayro::hayro_syntax::page::Page;
use memchr::memmem;

/// Most marks and forms that are looked at on a page.
const MOST_FORMS: usize = 1000;

/// The same file with the groups of its marks opened, or `None` where there are none to open.
///
/// A form may be a transparency group. The renderer composes each group on a ground of its own, so that a yellow that
/// multiplies what is below it finds nothing there and covers the print. A group that is neither isolated nor a knockout
/// shows the same as its parts without it (ISO 32000-2, 11.4.5), so such groups are left out where their parts multiply or
/// darken. `bytes` must be the bytes that `pdf` was made of.
pub(super) fn with_open_groups(pdf: &Pdf, bytes: &[u8]) -> Option<Vec<u8>> {
    const GROUP: &[u8] = b"/Group";
    memmem::find(bytes, GROUP)?;
    let forms: Vec<_> = pdf.pages().iter().flat_map(|page| marks(page, bytes)).collect();
    if forms.is_empty() {
        return None;
    }
    let mut opened = bytes.to_vec();
    for form in forms {
        let places: Vec<usize> = memmem::find_iter(&opened[form.clone()], GROUP).map(|at| form.start + at).collect();
        for at in places {
            opened[at..at + GROUP.len()].copy_from_slice(b"/Drawn");
        }
    }
    Some(opened)
}

/// Where in the file the dictionaries of forms on a page stand whose groups are to be opened.
fn marks<'a>(page: &Page<'a>, bytes: &[u8]) -> Vec<Range<usize>> {
    let looks = |mark: Dict<'a>| mark.get::<Dict<'_>>("AP")?.get::<Stream<'_>>("N");
    let annotations = page.raw().get::<Array<'_>>("Annots");
    let annotations = annotations.iter().flat_map(Array::iter::<Dict<'_>>).take(MOST_FORMS).filter_map(looks);
    let named = page.raw().get::<Dict<'_>>("Resources").and_then(|all| all.get::<Dict<'_>>("XObject"));
    let named = named.iter().flat_map(|all| all.keys().take(MOST_FORMS).filter_map(|name| all.get::<Stream<'_>>(name)));
    let forms = annotations.chain(named).filter(|form| is_mark(form.dict()));
    forms.filter_map(|form| place(form.dict().data(), bytes)).collect()
}

fn is_mark(form: &Dict<'_>) -> bool {
    let Some(group) = form.get::<Dict<'_>>("Group") else { return false };
    let on_its_own = |key: &str| group.get::<bool>(key) == Some(true);
    let states = form.get::<Dict<'_>>("Resources").and_then(|all| all.get::<Dict<'_>>("ExtGState"));
    let darkens = |state: Dict<'_>| {
        let mode = state.get::<Name<'_>>("BM");
        mode.is_some_and(|mode| [b"Multiply".as_slice(), b"Darken"].contains(&mode.as_ref()))
    };
    let any_darkens = states.is_some_and(|all| all.keys().filter_map(|name| all.get(name)).any(darkens));
    any_darkens && !on_its_own("I") && !on_its_own("K")
}

/// Where a part stands in the whole; `None` if it was unpacked elsewhere.
fn place(part: &[u8], whole: &[u8]) -> Option<Range<usize>> {
    let start = part.as_ptr().addr().checked_sub(whole.as_ptr().addr())?;
    let place = start..start.checked_add(part.len())?;
    (whole.get(place.clone())? == part).then_some(place)
}
