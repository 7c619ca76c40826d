//! The address of a row, in parts where the list has parts, else in one text.

use super::fold::folded;
use super::plain::{Plain, plain, without_point_zero};
use crate::batch::columns::AddressColumns;
use crate::batch::lexicon::RosterLexicon;
use crate::batch::roster::ClientAddress;
use crate::batch::table::Row;
use crate::record::Address;

/// Digits of a ZIP code.
const ZIP: usize = 5;

/// The address of a row; `None` where it has none. `titles` are those of the columns.
pub(in crate::batch) fn address(
    row: &Row,
    columns: &AddressColumns,
    titles: &[String],
    lexicon: &RosterLexicon,
) -> Option<ClientAddress> {
    let value = |column: usize| match plain(row.cell(column)) {
        Plain::Text(text) => Some(text.replace('\n', " ")),
        _ => None,
    };
    let first = |list: &[usize]| list.iter().find_map(|column| value(*column)).unwrap_or_default();
    let in_parts = !(columns.city.is_empty() && columns.region.is_empty() && columns.postal_code.is_empty());
    let lines = lines(row, columns, titles, lexicon);
    let line = if lines.is_empty() { formatted(row, columns) } else { lines };
    if !in_parts {
        let parts = [line, first(&columns.city_line), first(&columns.country)];
        let text = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
        return (!text.is_empty()).then_some(ClientAddress::Text(text));
    }
    let region = first(&columns.region);
    let postal_code = zip_with_zeros(without_point_zero(&first(&columns.postal_code)), &region, lexicon);
    let city = first(&columns.city);
    let parts = Address { line1: line, city, region, postal_code, country: first(&columns.country) };
    // a region alone may be anything: «Estado» is also how far a case is
    let something = [&parts.line1, &parts.city, &parts.postal_code].iter().any(|part| !part.is_empty());
    something.then_some(ClientAddress::Parts(parts))
}

/// Street, number, flat and what else makes the first lines.
fn lines(row: &Row, columns: &AddressColumns, titles: &[String], lexicon: &RosterLexicon) -> String {
    let mut out = String::new();
    for (column, unit) in &columns.lines {
        let Plain::Text(text) = plain(row.cell(*column)) else { continue };
        let mut text = without_point_zero(&text).replace('\n', ", ");
        let title = titles.get(*column).map(|title| folded(title)).unwrap_or_default();
        let bare = text.chars().all(char::is_alphanumeric);
        if *unit && bare && text.len() <= 5 && lexicon.units.has(&title) {
            text = format!("{} {text}", titles[*column]);
        }
        if !out.is_empty() {
            // a number belongs to the street before it
            let joined = text.chars().next().is_some_and(|c| c.is_ascii_digit() || c == '#') || *unit;
            out.push_str(if joined { " " } else { ", " });
        }
        out.push_str(&text);
    }
    out
}

fn formatted(row: &Row, columns: &AddressColumns) -> String {
    let text = columns.formatted.iter().find_map(|column| match plain(row.cell(*column)) {
        Plain::Text(text) => Some(text),
        _ => None,
    });
    text.unwrap_or_default().replace('\n', ", ")
}

/// `7102` in New Jersey is 07102: spreadsheets drop zeros in front.
fn zip_with_zeros(code: &str, region: &str, lexicon: &RosterLexicon) -> String {
    let short = (3..ZIP).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_digit());
    if short && lexicon.zero_zip.has(&folded(region)) { format!("{code:0>ZIP$}") } else { code.to_owned() }
}
