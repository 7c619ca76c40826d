//! XLSX: the parts of a workbook of Excel (ECMA-376 part 1, chapter 18) that say what a list says.

use std::collections::HashMap;

use super::formats::{Format, day};
use super::xml::{Node, Tag, Xml};
use super::{Parts, Sheet, broken};
use crate::batch::roster::RosterError;
use crate::batch::table::{Cell, MAX_COLUMNS, Table};

/// Where the workbook is if nothing says otherwise.
const WORKBOOK: &str = "xl/workbook.xml";

/// What all sheets share.
#[derive(Default)]
struct Book {
    sheets: Vec<(String, String)>,
    from_1904: bool,
    strings: Vec<String>,
    formats: Vec<Format>,
}

/// The visible sheets, in their order.
pub(super) fn tables(parts: &mut Parts) -> Result<Vec<Table>, RosterError> {
    let book = book(parts)?;
    let mut tables = Vec::new();
    for (name, path) in &book.sheets {
        let Some(text) = parts.text(path)? else { continue };
        let mut sheet = Sheet::new(name.clone());
        sheet.table.from_1904 = book.from_1904;
        SheetReader { book: &book, xml: Xml::new(&text), sheet: &mut sheet }.read()?;
        tables.push(sheet.table);
    }
    Ok(tables)
}

fn book(parts: &mut Parts) -> Result<Book, RosterError> {
    let main = relations(parts, "_rels/.rels")?.into_values().find(|r| r.kind == "officeDocument");
    let path = main.map_or_else(|| WORKBOOK.to_owned(), |r| resolved("", &r.target));
    let text = parts.text(&path)?.ok_or_else(|| RosterError::NotAList("other-archive".to_owned()))?;
    let (folder, file) = path.rsplit_once('/').unwrap_or(("", &path));
    let related = relations(parts, &format!("{folder}/_rels/{file}.rels"))?;
    let mut book = Book::default();
    let mut xml = Xml::new(&text);
    while let Some(node) = xml.next()? {
        let Node::Start(tag) = node else { continue };
        if tag.is("workbookPr") {
            // newer workbooks have a second element of this name, in an extension, that says nothing of days
            book.from_1904 |= tag.is_on("date1904");
        } else if tag.is("sheet") && tag.attribute("state").is_none_or(|state| state == "visible") {
            let target = tag.attribute("id").and_then(|id| related.get(&id).map(|r| resolved(folder, &r.target)));
            book.sheets.push((tag.attribute("name").unwrap_or_default(), target.unwrap_or_default()));
        }
    }
    let of_kind = |kind: &str| related.values().find(|r| r.kind == kind).map(|r| resolved(folder, &r.target));
    if let Some(text) = of_kind("sharedStrings").map_or(Ok(None), |path| parts.text(&path))? {
        book.strings = shared_strings(&text)?;
    }
    if let Some(text) = of_kind("styles").map_or(Ok(None), |path| parts.text(&path))? {
        book.formats = formats(&text)?;
    }
    Ok(book)
}

struct Relation {
    /// The last word of its type.
    kind: String,
    target: String,
}

fn relations(parts: &mut Parts, path: &str) -> Result<HashMap<String, Relation>, RosterError> {
    let mut found = HashMap::new();
    let Some(text) = parts.text(path)? else { return Ok(found) };
    let mut xml = Xml::new(&text);
    while let Some(node) = xml.next()? {
        if let Node::Start(tag) = node
            && tag.is("Relationship")
            && let (Some(id), Some(kind), Some(target)) =
                (tag.attribute("Id"), tag.attribute("Type"), tag.attribute("Target"))
        {
            let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
            found.insert(id, Relation { kind, target });
        }
    }
    Ok(found)
}

/// The path of a part that is named from a folder.
fn resolved(folder: &str, target: &str) -> String {
    if let Some(whole) = target.strip_prefix('/') {
        return whole.to_owned();
    }
    let mut path: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in target.split('/') {
        match part {
            ".." => drop(path.pop()),
            "." | "" => {}
            part => path.push(part),
        }
    }
    path.join("/")
}

fn shared_strings(text: &str) -> Result<Vec<String>, RosterError> {
    let (mut xml, mut strings) = (Xml::new(text), Vec::new());
    while let Some(node) = xml.next()? {
        if matches!(&node, Node::Start(tag) if tag.is("si")) {
            strings.push(rich_text(&mut xml, "si")?);
        }
    }
    Ok(strings)
}

/// The text of an element, in one font or in several, without the hints on how to say it.
fn rich_text(xml: &mut Xml, element: &str) -> Result<String, RosterError> {
    let (mut text, mut inside) = (String::new(), false);
    loop {
        match xml.next()?.ok_or_else(broken)? {
            Node::Start(tag) if tag.is("rPh") => xml.skip()?,
            Node::Start(tag) => inside = tag.is("t"),
            Node::End(name) if name.is(element) => return Ok(unescaped(&text)),
            Node::End(_) => inside = false,
            Node::Text(more) if inside => text.push_str(&more),
            Node::Text(_) => {}
        }
    }
}

/// `_x000D_` is a character that XML cannot hold.
fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let code = rest.get(at + 2..at + 6).filter(|_| rest.get(at + 6..at + 7) == Some("_"));
        let found = code.and_then(|hex| u32::from_str_radix(hex, 16).ok()).and_then(char::from_u32);
        if let Some(c) = found {
            out.push_str(&rest[..at]);
            out.push(c);
            rest = &rest[at + 7..];
        } else {
            out.push_str(&rest[..at + 2]);
            rest = &rest[at + 2..];
        }
    }
    out + rest
}

/// The formats of the styles of cells.
fn formats(text: &str) -> Result<Vec<Format>, RosterError> {
    let (mut xml, mut codes, mut styles, mut of_cells) = (Xml::new(text), HashMap::new(), Vec::new(), false);
    while let Some(node) = xml.next()? {
        match node {
            Node::Start(tag) if tag.is("numFmt") => {
                if let Some((id, code)) = tag.number::<u32>("numFmtId").zip(tag.attribute("formatCode")) {
                    codes.insert(id, Format::of_code(&code));
                }
            }
            Node::Start(tag) if tag.is("cellXfs") => of_cells = true,
            Node::End(name) if name.is("cellXfs") => of_cells = false,
            Node::Start(tag) if of_cells && tag.is("xf") => {
                let id = tag.number("numFmtId").unwrap_or(0);
                styles.push(codes.get(&id).copied().unwrap_or_else(|| Format::built_in(id)));
            }
            _ => {}
        }
    }
    Ok(styles)
}

struct SheetReader<'a> {
    book: &'a Book,
    xml: Xml<'a>,
    sheet: &'a mut Sheet,
}

impl SheetReader<'_> {
    fn read(&mut self) -> Result<(), RosterError> {
        let mut line = 0;
        while let Some(node) = self.xml.next()? {
            match node {
                Node::Start(tag) if tag.is("col") && tag.is_on("hidden") => {
                    let (from, to) = (tag.number("min").unwrap_or(1), tag.number("max").unwrap_or(0_usize));
                    self.sheet.table.hidden.extend((from..=to.min(MAX_COLUMNS)).map(|column: usize| column.max(1) - 1));
                }
                Node::Start(tag) if tag.is("row") => {
                    line = tag.number("r").unwrap_or(line + 1_u32);
                    let cells = self.row()?;
                    self.sheet.add(line, 1, cells)?;
                }
                Node::End(name) if name.is("sheetData") => break,
                _ => {}
            }
        }
        Ok(())
    }

    fn row(&mut self) -> Result<Vec<Cell>, RosterError> {
        let (mut cells, mut column) = (Vec::new(), 0);
        loop {
            match self.xml.next()?.ok_or_else(broken)? {
                Node::Start(tag) if tag.is("c") => {
                    column = tag.attribute("r").and_then(|place| column_of(&place)).unwrap_or(column);
                    let cell = self.cell(&tag)?;
                    self.sheet.put(&mut cells, column..column + 1, cell)?;
                    column += 1;
                }
                Node::End(name) if name.is("row") => return Ok(cells),
                _ => {}
            }
        }
    }

    fn cell(&mut self, tag: &Tag) -> Result<Cell, RosterError> {
        let (mut value, mut inline, mut formula, mut inside) = (String::new(), None, false, false);
        loop {
            match self.xml.next()?.ok_or_else(broken)? {
                Node::Start(tag) if tag.is("is") => inline = Some(rich_text(&mut self.xml, "is")?),
                Node::Start(tag) => {
                    formula |= tag.is("f");
                    inside = tag.is("v");
                }
                Node::Text(text) if inside => value.push_str(&text),
                Node::End(name) if name.is("c") => break,
                Node::End(_) => inside = false,
                Node::Text(_) => {}
            }
        }
        if let Some(text) = inline {
            return Ok(Cell::Text(text));
        }
        if value.is_empty() {
            return Ok(if formula { Cell::Formula } else { Cell::Empty });
        }
        Ok(self.value(&tag.attribute("t").unwrap_or_default(), tag.number("s"), value))
    }

    fn value(&self, kind: &str, style: Option<usize>, value: String) -> Cell {
        match kind {
            "s" => {
                let string = value.trim().parse().ok().and_then(|at: usize| self.book.strings.get(at));
                string.map_or(Cell::Error, |text| Cell::Text(text.clone()))
            }
            "b" => Cell::Bool(value.trim() != "0"),
            "e" => Cell::Error,
            "" | "n" => value.trim().parse().map_or(Cell::Text(value), |number: f64| self.number(number, style)),
            "d" => value.get(..10).and_then(|day| day.parse().ok()).map_or(Cell::Text(value), Cell::Date),
            _ => Cell::Text(unescaped(&value)),
        }
    }

    fn number(&self, value: f64, style: Option<usize>) -> Cell {
        let format = style.and_then(|style| self.book.formats.get(style)).copied().unwrap_or_default();
        let date = if format.date { day(value, self.book.from_1904) } else { None };
        date.map_or(Cell::Number { value, digits: format.digits }, Cell::Date)
    }
}

/// `AB12` → 27.
fn column_of(place: &str) -> Option<usize> {
    let letters = place.bytes().take_while(u8::is_ascii_alphabetic);
    let number = letters.take(4).fold(0_usize, |n, b| n * 26 + usize::from(b.to_ascii_uppercase() - b'A') + 1);
    number.checked_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_paths_and_escapes_are_read() {
        assert_eq!(["A1", "Z9", "AA10", "xfd1", "12"].map(column_of), [Some(0), Some(25), Some(26), Some(16383), None]);
        assert_eq!(resolved("xl", "worksheets/a.xml"), "xl/worksheets/a.xml");
        assert_eq!(resolved("xl", "/xl/b.xml"), "xl/b.xml");
        assert_eq!(resolved("xl/x", "../c.xml"), "xl/c.xml");
        assert_eq!(unescaped("a_x000D_b_x_c_xZZZZ_"), "a\rb_x_c_xZZZZ_");
    }
}
