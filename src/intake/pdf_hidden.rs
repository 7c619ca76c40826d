//! PDFs whose pages do not show what is in the file.
//!
//! A blank page of a portfolio, the "please wait" page of a form that draws itself, and a form whose boxes look empty
//! would be judged as documents. It is better to say what to do with such a file.

use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::object::{Array, Dict, Name, Object};
use hayro::hayro_syntax::page::Page;
use memchr::memmem;

use crate::error::NotShown;

/// Most steps from a box of a form up to the field that holds its text.
const MOST_PARENTS: usize = 8;
/// Most boxes that are looked at on a page.
const MOST_BOXES: usize = 5000;

/// Why no page of a file shows what is in it (ISO 32000-2, 7.11.6 and 12.7.8).
pub(super) fn of_file(pdf: &Pdf) -> Option<NotShown> {
    let catalog: Dict<'_> = pdf.xref().get(pdf.xref().root_id())?;
    if catalog.get::<Dict<'_>>("Collection").is_some() {
        return Some(NotShown::Portfolio);
    }
    let has_xfa = catalog.get::<Dict<'_>>("AcroForm").is_some_and(|form| form.contains_key("XFA"));
    let draws_itself = catalog.get::<bool>("NeedsRendering") == Some(true);
    (has_xfa && draws_itself).then_some(NotShown::DynamicForm)
}

/// Whether a box on a page holds a text that is not drawn: the program that filled it in left the drawing to the next
/// program (ISO 32000-2, 12.7.4.3, `NeedAppearances`).
pub(super) fn has_unshown_fields(pdf: &Pdf, page: &Page<'_>) -> bool {
    let catalog: Option<Dict<'_>> = pdf.xref().get(pdf.xref().root_id());
    if !catalog.is_some_and(|catalog| catalog.contains_key("AcroForm")) {
        return false;
    }
    let Some(boxes) = page.raw().get::<Array<'_>>("Annots") else { return false };
    boxes.iter::<Dict<'_>>().take(MOST_BOXES).any(|one| is_filled_and_unshown(&one))
}

fn is_filled_and_unshown(one: &Dict<'_>) -> bool {
    let is_box = one.get::<Name<'_>>("Subtype").is_some_and(|kind| kind.as_ref() == b"Widget");
    let is_drawn = one.get::<Dict<'_>>("AP").is_some_and(|looks| looks.contains_key("N"));
    let is_hidden = one.get::<u32>("F").is_some_and(|flags| flags & 0b10 != 0);
    if !is_box || is_drawn || is_hidden {
        return false;
    }
    let is_text = match inherited(one, "FT") {
        Some(Object::Name(kind)) => [b"Tx".as_slice(), b"Ch"].contains(&kind.as_ref()),
        _ => false,
    };
    let holds_text = match inherited(one, "V") {
        Some(Object::String(text)) => !text.as_ref().trim_ascii().is_empty(),
        _ => false,
    };
    is_text && holds_text
}

/// A value of a field, or of one of the fields that it belongs to.
fn inherited<'a>(field: &Dict<'a>, key: &str) -> Option<Object<'a>> {
    let mut at = field.clone();
    for _ in 0..MOST_PARENTS {
        if let Some(value) = at.get::<Object<'_>>(key) {
            return Some(value);
        }
        at = at.get::<Dict<'_>>("Parent")?;
    }
    None
}

/// The same file without its encryption, where only attachments are encrypted (ISO 32000-2, 7.6.6: the filters of streams
/// and strings are both `Identity`): the password is not needed to see its pages.
pub(super) fn with_open_pages(mut bytes: Vec<u8>) -> Vec<u8> {
    let is_open = |key: &[u8]| {
        memmem::find_iter(&bytes, key).any(|at| bytes[at + key.len()..].trim_ascii_start().starts_with(b"/Identity"))
    };
    if !is_open(b"/StmF") || !is_open(b"/StrF") {
        return bytes;
    }
    let places: Vec<usize> = memmem::find_iter(&bytes, b"/Encrypt ").collect();
    for at in places {
        bytes[at..at + 8].copy_from_slice(b"/Opened1");
    }
    bytes
}
