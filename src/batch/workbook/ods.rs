//! ODS: the cells of an open document (ODF 1.2, part 1, chapter 9).
//!
//! A row or a cell may stand for a million: what repeats is counted, and written out only where it holds something.

use std::collections::HashSet;

use jiff::civil::Date;

use super::xml::{Node, Tag, Xml};
use super::{Parts, Sheet, broken};
use crate::batch::roster::RosterError;
use crate::batch::table::{Cell, MAX_CELL, MAX_COLUMNS, MAX_ROWS, Table};

/// The visible sheets, in their order.
pub(super) fn tables(parts: &mut Parts) -> Result<Vec<Table>, RosterError> {
    if parts.text("META-INF/manifest.xml")?.is_some_and(|text| text.contains("encryption-data")) {
        return Err(RosterError::NotAList("locked".to_owned()));
    }
    let text = parts.text("content.xml")?.ok_or_else(broken)?;
    let mut reader = Reader { xml: Xml::new(&text), hidden: HashSet::new(), style: String::new(), from_1904: false };
    reader.tables()
}

struct Reader<'a> {
    xml: Xml<'a>,
    /// Styles of sheets that are not shown.
    hidden: HashSet<String>,
    /// The style that was opened last.
    style: String,
    from_1904: bool,
}

impl Reader<'_> {
    fn tables(&mut self) -> Result<Vec<Table>, RosterError> {
        let mut tables = Vec::new();
        while let Some(node) = self.xml.next()? {
            let Node::Start(tag) = node else { continue };
            if tag.is("style") {
                self.style = tag.attribute("name").unwrap_or_default();
            } else if tag.is("table-properties") && tag.attribute("display").as_deref() == Some("false") {
                self.hidden.insert(self.style.clone());
            } else if tag.is("null-date") {
                self.from_1904 = tag.attribute("date-value").is_some_and(|day| day.starts_with("1904"));
            } else if tag.is("table") {
                let shown = tag.attribute("style-name").is_none_or(|style| !self.hidden.contains(&style));
                let mut sheet = Sheet::new(tag.attribute("name").unwrap_or_default());
                self.table(&mut sheet)?;
                sheet.table.from_1904 = self.from_1904;
                if shown {
                    tables.push(sheet.table);
                }
            }
        }
        Ok(tables)
    }

    fn table(&mut self, sheet: &mut Sheet) -> Result<(), RosterError> {
        let (mut line, mut column) = (1_u32, 0_usize);
        loop {
            match self.xml.next()?.ok_or_else(broken)? {
                Node::Start(tag) if tag.is("table-column") => {
                    let end = column.saturating_add(repeated(&tag, "number-columns-repeated")).min(MAX_COLUMNS);
                    if tag.attribute("visibility").is_some_and(|v| v != "visible") {
                        sheet.table.hidden.extend(column..end);
                    }
                    column = end;
                }
                Node::Start(tag) if tag.is("table-row") => {
                    let times = repeated(&tag, "number-rows-repeated").clamp(1, MAX_ROWS as usize + 1) as u32;
                    let cells = self.row(sheet)?;
                    sheet.add(line, times, cells)?;
                    line = line.saturating_add(times);
                }
                Node::Start(tag) if tag.is("shapes") || tag.is("forms") => self.xml.skip()?,
                Node::End(name) if name.is("table") => return Ok(()),
                _ => {}
            }
        }
    }

    fn row(&mut self, sheet: &mut Sheet) -> Result<Vec<Cell>, RosterError> {
        let (mut cells, mut column) = (Vec::new(), 0_usize);
        loop {
            match self.xml.next()?.ok_or_else(broken)? {
                Node::Start(tag) if tag.is("table-cell") || tag.is("covered-table-cell") => {
                    let end = column.saturating_add(repeated(&tag, "number-columns-repeated")).min(MAX_COLUMNS);
                    let cell = self.cell(&tag)?;
                    sheet.put(&mut cells, column..end, cell)?;
                    column = end;
                }
                Node::End(name) if name.is("table-row") => return Ok(cells),
                _ => {}
            }
        }
    }

    fn cell(&mut self, tag: &Tag) -> Result<Cell, RosterError> {
        let text = self.paragraphs()?;
        let formula = tag.attribute("formula").is_some();
        Ok(match tag.attribute("value-type").as_deref() {
            Some("date") => day(tag).map_or(Cell::Text(text), Cell::Date),
            Some("float" | "percentage" | "currency") => match tag.number("value") {
                Some(value) => Cell::Number { value, digits: zeros_shown(value, &text) },
                None => Cell::Text(text),
            },
            Some("boolean") => Cell::Bool(tag.attribute("boolean-value").is_some_and(|v| v == "true")),
            _ => match tag.attribute("string-value") {
                Some(value) if text.is_empty() => Cell::Text(value),
                _ if text.is_empty() && formula => Cell::Formula,
                _ => Cell::Text(text),
            },
        })
    }

    /// The text of a cell up to its end, a line for each paragraph, without what is pinned to it.
    fn paragraphs(&mut self) -> Result<String, RosterError> {
        let (mut text, mut depth, mut begun) = (String::new(), 0_u32, false);
        loop {
            match self.xml.next()?.ok_or_else(broken)? {
                Node::Start(tag) if tag.is("annotation") || tag.is("frame") => self.xml.skip()?,
                Node::Start(tag) => {
                    depth += 1;
                    if tag.is("p") && std::mem::replace(&mut begun, true) || tag.is("line-break") {
                        text.push('\n');
                    } else if tag.is("s") {
                        let spaces = repeated(&tag, "c").min(MAX_CELL.saturating_sub(text.len()));
                        text.extend(std::iter::repeat_n(' ', spaces));
                    } else if tag.is("tab") {
                        text.push(' ');
                    }
                }
                Node::Text(more) if depth > 0 => text.push_str(&more),
                Node::Text(_) => {}
                Node::End(_) if depth == 0 => return Ok(text),
                Node::End(_) => depth -= 1,
            }
        }
    }
}

/// How often an element stands there.
fn repeated(tag: &Tag, attribute: &str) -> usize {
    tag.number(attribute).unwrap_or(1)
}

fn day(tag: &Tag) -> Option<Date> {
    tag.attribute("date-value")?.get(..10)?.parse().ok()
}

/// How many digits are shown of a whole number whose format fills it with zeros.
fn zeros_shown(value: f64, shown: &str) -> u8 {
    let digits = shown.len() <= 15 && shown.starts_with('0') && shown.bytes().all(|b| b.is_ascii_digit());
    let same = digits && shown.parse::<f64>().is_ok_and(|number| number.to_bits() == value.to_bits());
    if same { shown.len() as u8 } else { 0 }
}
