//! A list → its clients, and what is to be said of its rows.

use jiff::civil::Date;

use super::cells::dates::{Calendar, Meaning, NoDate, Order, order_of};
use super::cells::numbers::{NoNumber, id, itin};
use super::cells::people::people;
use super::cells::plain::{Plain, of_one, plain};
use super::cells::{address, path};
use super::columns::{self, Columns, DateColumn, NumberColumn};
use super::duplicates::Duplicates;
use super::lexicon::RosterLexicon;
use super::roster::{Client, ClientName, ClientNumber, Code, Remark, Roster, RosterError};
use super::rows::{Kind, Shape};
use super::sheets;
use super::table::{Broken, Cell, Row, Table};
use crate::record::Path;
use crate::words::{Arg, Message};

/// Reads a list: CSV with any separator, XLSX or ODS.
///
/// # Errors
/// [`RosterError`] when the file is no list, or when no column holds names.
pub fn read(bytes: &[u8], lexicon: &RosterLexicon, today: Date) -> Result<Roster, RosterError> {
    let found = sheets::choose(bytes, lexicon)?;
    let columns = columns::columns(&found.table, found.header, lexicon);
    if !columns.people.iter().any(columns::PersonColumns::has_name) {
        return Err(RosterError::NoNames { columns: columns.titles });
    }
    let calendar = Calendar { lexicon, today, from_1904: found.table.from_1904 };
    let mut reader = Reader {
        orders: orders(&found.table, found.header, &columns, calendar),
        shape: Shape::new(&found.table, found.header, &columns, lexicon),
        calendar,
        columns: &columns,
        duplicates: Duplicates::default(),
        roster: Roster::default(),
    };
    let rows = &found.table.rows[found.header + 1..];
    for row in rows {
        reader.row(row);
    }
    let mut roster = reader.roster;
    roster.remarks.sort_by_key(|remark| remark.row);
    roster.header_row = found.table.rows[found.header].line;
    roster.sheet = found.table.sheet.clone().filter(|_| found.several);
    roster.other_sheets = found.others;
    Ok(roster)
}

/// The order of day and month in each column of dates: its title's, else that of its dates.
fn orders(table: &Table, header: usize, columns: &Columns, calendar: Calendar) -> Vec<(usize, Option<Order>)> {
    let births = columns.people.iter().flat_map(|person| &person.birth).map(|column| (column, Meaning::Birth));
    let calls = columns.call.iter().map(|column| (column, Meaning::Call));
    let order = |(column, meaning): (&DateColumn, Meaning)| {
        let cells = table.rows[header + 1..].iter().map(|row| row.cell(column.column));
        let shown = || order_of(cells.filter_map(|cell| calendar.read(cell, meaning)?.ok()));
        (column.column, column.order.or_else(shown))
    };
    births.chain(calls).map(order).collect()
}

/// Reads the rows below the header, one after the other.
struct Reader<'a> {
    columns: &'a Columns,
    orders: Vec<(usize, Option<Order>)>,
    calendar: Calendar<'a>,
    shape: Shape<'a>,
    duplicates: Duplicates<'a>,
    roster: Roster,
}

impl<'a> Reader<'a> {
    fn row(&mut self, row: &'a Row) {
        if let Some(broken) = self.shape.broken(row) {
            let why = match broken {
                Broken::TooManyCells => "too-many-cells",
                Broken::OpenQuote => "open-quote",
                Broken::LongCell => "long-cell",
            };
            return self.say(row, Code::BrokenRow, why, None);
        }
        match self.shape.kind(row) {
            Kind::Totals => self.say(row, Code::TotalsRow, "", None),
            Kind::Title => self.say(row, Code::TitleRow, "", None),
            Kind::Client => match self.duplicates.same_row(row) {
                Some(first) => self.say(row, Code::DuplicateClient, "row", Some(("first", first.to_string()))),
                None => self.clients(row),
            },
        }
    }

    fn clients(&mut self, row: &Row) {
        let lexicon = self.calendar.lexicon;
        let [own, spouse] = [0, 1].map(|at| people(row, &self.columns.people[at], lexicon));
        let formula = own.formula || spouse.formula;
        let mut names = own.names;
        let in_one_cell = names.len() > 1;
        if let Some(second) = spouse.names.into_iter().next() {
            names.truncate(1);
            names.push(second);
        }
        if formula {
            self.say(row, Code::Formula, "name", None);
        } else if names.is_empty() {
            return self.say(row, Code::MissingName, "", None);
        }
        if names.len() > 1 {
            self.say(row, Code::JointRow, "", None);
        } else if names.is_empty() {
            names.push(ClientName::default());
        }
        let shared = self.shared(row);
        for (at, name) in names.into_iter().enumerate() {
            let (columns, part) = if in_one_cell { (0, Some(at)) } else { (at, None) };
            let client = self.personal(row, columns, part, Client { name, ..shared.clone() });
            let mut of_row = self.roster.remarks.iter().rev().take_while(|remark| remark.row == row.line);
            let told = of_row.any(|remark| remark.code == Code::DuplicateClient);
            if let Some((what, first)) = self.duplicates.again(&client).filter(|_| !told) {
                self.say(row, Code::DuplicateClient, what, Some(("first", first.to_string())));
            }
            self.roster.clients.push(client);
        }
    }

    /// What a row says once, for all its people.
    fn shared(&mut self, row: &Row) -> Client {
        let columns = self.columns;
        let read = columns.client.iter().chain(columns.address.lines.iter().map(|(column, _)| column));
        for column in read.filter(|column| plain(row.cell(**column)) == Plain::Formula) {
            self.say_of(row, Code::Formula, "other", *column);
        }
        Client {
            id: columns.client.iter().find_map(|column| id(row.cell(*column))),
            name: ClientName::default(),
            itin: None,
            birth_date: None,
            address: address::address(row, &columns.address, &columns.titles, self.calendar.lexicon),
            path: self.path(row),
            call_date: self.date(row, &columns.call, Meaning::Call, None),
            row: row.line,
        }
    }

    /// The number and the birth date of one of its people: those of a set of columns, or a part of their cells.
    fn personal(&mut self, row: &Row, columns: usize, part: Option<usize>, client: Client) -> Client {
        let person = &self.columns.people[columns];
        let birth_date = self.date(row, &person.birth, Meaning::Birth, part);
        let itin = self.itin(row, &person.itin, part);
        Client { itin, birth_date, ..client }
    }

    fn path(&mut self, row: &Row) -> Option<Path> {
        for (column, kind) in &self.columns.path {
            match plain(row.cell(*column)) {
                Plain::Nothing => {}
                Plain::Formula => self.say_of(row, Code::BadPath, "formula", *column),
                Plain::Text(text) => match path::path(&text, *kind, self.calendar.lexicon) {
                    Some(path) => return Some(path),
                    None => self.say_of(row, Code::BadPath, "", *column),
                },
            }
        }
        None
    }

    fn date(&mut self, row: &Row, columns: &[DateColumn], meaning: Meaning, part: Option<usize>) -> Option<Date> {
        for DateColumn { column, .. } in columns {
            let cell = part.map_or_else(|| row.cell(*column).clone(), |part| of_one(row.cell(*column), part));
            let Some(reading) = self.calendar.read(&cell, meaning) else { continue };
            let order = self.orders.iter().find(|(at, _)| at == column).and_then(|(_, order)| *order);
            match reading.and_then(|reading| self.calendar.settle(reading, order, meaning)) {
                Ok(date) => return Some(date),
                Err(why) => self.say_no_date(row, *column, why),
            }
        }
        None
    }

    fn itin(&mut self, row: &Row, columns: &[NumberColumn], part: Option<usize>) -> Option<ClientNumber> {
        for NumberColumn { column, last_four, aside } in columns {
            let cell = part.map_or_else(|| row.cell(*column).clone(), |part| of_one(row.cell(*column), part));
            match itin(&cell, *last_four) {
                None => {}
                Some(Ok(number)) => return Some(number),
                Some(Err(why)) if !aside => self.say_no_number(row, *column, why),
                Some(Err(_)) => {}
            }
        }
        None
    }

    fn say_no_date(&mut self, row: &Row, column: usize, why: NoDate) {
        let (code, key) = match why {
            NoDate::NotADate => (Code::BadDate, "not-a-date"),
            NoDate::NoSuchDay => (Code::BadDate, "no-such-day"),
            NoDate::YearAlone => (Code::BadDate, "year-alone"),
            NoDate::NotShown => (Code::BadDate, "not-shown"),
            NoDate::Future => (Code::BadDate, "future"),
            NoDate::LongAgo => (Code::BadDate, "long-ago"),
            NoDate::TwoWays(a, b) => {
                let message = self.message(Code::AmbiguousDate, "", column);
                let message = message.with("one", a.to_string().into()).with("other", b.to_string().into());
                return self.roster.remarks.push(Remark { row: row.line, code: Code::AmbiguousDate, message });
            }
        };
        let message = self.message(code, key, column).with("text", shown(row.cell(column)).into());
        self.roster.remarks.push(Remark { row: row.line, code, message });
    }

    fn say_no_number(&mut self, row: &Row, column: usize, why: NoNumber) {
        let key = match why {
            NoNumber::LostDigits => "lost-digits",
            NoNumber::NotShown => "not-shown",
            NoNumber::NotANumber => "not-a-number",
            NoNumber::NotAnItin => "not-an-itin",
            NoNumber::NoSuchGroup => "no-such-group",
            NoNumber::Length(digits) => {
                let message = self.message(Code::BadItin, "length", column).with("digits", Arg::Number(digits.into()));
                return self.roster.remarks.push(Remark { row: row.line, code: Code::BadItin, message });
            }
        };
        self.say_of(row, Code::BadItin, key, column);
    }

    fn say_of(&mut self, row: &Row, code: Code, why: &str, column: usize) {
        let message = self.message(code, why, column);
        self.roster.remarks.push(Remark { row: row.line, code, message });
    }

    fn say(&mut self, row: &Row, code: Code, why: &str, arg: Option<(&'static str, String)>) {
        let mut message = Message::new(key(code, why));
        if let Some((name, value)) = arg {
            message = message.with(name, value.into());
        }
        self.roster.remarks.push(Remark { row: row.line, code, message });
    }

    fn message(&self, code: Code, why: &str, column: usize) -> Message {
        let title = self.columns.titles.get(column).cloned().unwrap_or_default();
        Message::new(key(code, why)).with("column", title.into())
    }
}

fn key(code: Code, why: &str) -> String {
    if why.is_empty() { format!("roster-{}", code.code()) } else { format!("roster-{}-{why}", code.code()) }
}

/// A date as it is written. What has more digits than a date may be a number that identifies a person.
fn shown(cell: &Cell) -> String {
    let text = match plain(cell) {
        Plain::Text(text) => text.replace('\n', " "),
        _ => cell.text().trim().to_owned(),
    };
    let digits = text.chars().filter(char::is_ascii_digit).count();
    if digits > 8 || text.chars().count() > 30 { "…".to_owned() } else { text }
}
