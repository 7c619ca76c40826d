//! The titles of a header → which column holds what. Titles that can mean two things are settled by the others, and by
//! the values below them.

use super::title::{Heading, Person, Place, heading, person};
use super::{AddressColumns, Columns, DateColumn, NumberColumn, PathColumn, labeled};
use crate::batch::lexicon::{RosterLexicon, Title};
use crate::batch::table::{Cell, Row, Table};

/// Rows whose values tell what an ambiguous column holds.
const SAMPLE_ROWS: usize = 200;

/// Distributes the columns of a header.
pub(super) struct Resolver<'a> {
    table: &'a Table,
    header: usize,
    headings: Vec<Option<Heading>>,
    columns: Columns,
    other_ids: Vec<usize>,
    tax_numbers: [Vec<NumberColumn>; 2],
    addresses: Vec<(usize, Heading)>,
}

impl<'a> Resolver<'a> {
    pub(super) fn new(table: &'a Table, header: usize, lexicon: &RosterLexicon) -> Self {
        let row = &table.rows[header];
        let mut headings: Vec<Option<Heading>> = row.cells.iter().map(|c| heading(c.text(), lexicon)).collect();
        labeled::name(table, header, &mut headings, lexicon);
        let above = header.checked_sub(1).map(|above| people_above(&table.rows[above], headings.len(), lexicon));
        for (heading, person) in headings.iter_mut().zip(above.unwrap_or_default()) {
            if let Some(heading) = heading.as_mut().filter(|h| h.person.is_none() && is_personal(h.title)) {
                heading.person = person;
            }
        }
        second_set(&mut headings);
        for (column, heading) in headings.iter_mut().enumerate() {
            if table.hidden.contains(&column) {
                *heading = None;
            }
        }
        let titles = row.cells.iter().map(|c| c.text().split_whitespace().collect::<Vec<_>>().join(" ")).collect();
        Self {
            table,
            header,
            headings,
            columns: Columns { titles, ..Columns::default() },
            other_ids: Vec::new(),
            tax_numbers: Default::default(),
            addresses: Vec::new(),
        }
    }

    /// What the columns hold.
    pub(super) fn columns(mut self) -> Columns {
        for column in 0..self.headings.len() {
            if let Some(heading) = self.headings[column] {
                self.place(column, heading);
            }
        }
        self.finish()
    }

    fn place(&mut self, column: usize, heading: Heading) {
        let Some(title) = self.settled(column, heading) else { return };
        let second = heading.person == Some(Person::Second);
        let person = &mut self.columns.people[usize::from(second)];
        let number = NumberColumn { column, last_four: heading.last_four, aside: false };
        match title {
            Title::Given => person.given.push(column),
            Title::Middle => person.middle.push(column),
            Title::Surname | Title::SecondSurname => person.surname.push(column),
            Title::Suffix => person.suffix.push(column),
            Title::WholeName => person.whole.push(column),
            Title::Itin => person.itin.push(number),
            Title::TaxNumber => self.tax_numbers[usize::from(second)].push(number),
            Title::BirthDate => person.birth.push(DateColumn { column, order: heading.order }),
            _ if second => {} // an address or an id of the spouse alone: the row's are both's
            Title::Client => self.columns.client.push(column),
            Title::OtherId => self.other_ids.push(column),
            Title::Path => self.columns.path.push((column, PathColumn::Place)),
            Title::InUs => self.columns.path.push((column, PathColumn::InUs)),
            Title::OutsideUs => self.columns.path.push((column, PathColumn::OutsideUs)),
            Title::CallDate => self.columns.call.push(DateColumn { column, order: heading.order }),
            _ => self.addresses.push((column, Heading { title, ..heading })),
        }
    }

    /// What a title means that can mean two things.
    fn settled(&self, column: usize, heading: Heading) -> Option<Title> {
        let same_person = |h: &&Heading| h.person.unwrap_or(Person::First) == heading.person.unwrap_or(Person::First);
        let titles = || self.headings.iter().flatten().filter(same_person).map(|h| h.title);
        let title = match heading.title {
            Title::Name => {
                let surnames = titles().any(|t| matches!(t, Title::Surname | Title::SecondSurname));
                if surnames && !titles().any(|t| t == Title::Given) { Title::Given } else { Title::WholeName }
            }
            Title::ClientOrName => {
                let named =
                    titles().any(|t| matches!(t, Title::Given | Title::Surname | Title::Name | Title::WholeName));
                if !named {
                    Title::WholeName
                } else if self.share(column, |text| text.chars().any(|c| c.is_ascii_digit())) > 0.5 {
                    Title::OtherId
                } else {
                    return None; // a name once more
                }
            }
            Title::IdOrItin => {
                let nine = |text: &str| text.chars().filter(char::is_ascii_digit).count() == 9;
                if self.share(column, nine) > 0.5 { Title::TaxNumber } else { Title::OtherId }
            }
            Title::RegionOrUnit => {
                let numbered = |text: &str| text.chars().any(|c| c.is_ascii_digit());
                if self.share(column, numbered) > 0.5 { Title::Unit } else { Title::Region }
            }
            // the number of a house, where it follows a street
            Title::OtherId if self.follows_street(column) => Title::Line,
            title => title,
        };
        Some(title)
    }

    fn follows_street(&self, column: usize) -> bool {
        let before = column.checked_sub(1).and_then(|before| self.headings[before]);
        before.is_some_and(|h| matches!(h.title, Title::Line))
    }

    /// Which share of the filled cells of a column are so.
    fn share(&self, column: usize, is_so: impl Fn(&str) -> bool) -> f32 {
        let rows = self.table.rows[self.header + 1..].iter().take(SAMPLE_ROWS);
        let (mut filled, mut so) = (0_u32, 0_u32);
        for cell in rows.map(|row| row.cell(column)).filter(|cell| !cell.is_empty()) {
            filled += 1;
            so += u32::from(match cell {
                Cell::Number { value, .. } => is_so(&value.to_string()),
                cell => is_so(cell.text()),
            });
        }
        if filled == 0 { 0.0 } else { so as f32 / filled as f32 }
    }

    fn finish(mut self) -> Columns {
        if self.columns.client.is_empty() {
            self.columns.client = self.other_ids;
        }
        for (person, numbers) in self.columns.people.iter_mut().zip(self.tax_numbers) {
            let aside = !person.itin.is_empty();
            person.itin.extend(numbers.into_iter().map(|number| NumberColumn { aside, ..number }));
        }
        self.columns.address = address(&self.addresses);
        self.columns
    }
}

/// The person to whom a cell above the header assigns the columns below and to the right of it.
fn people_above(row: &Row, width: usize, lexicon: &RosterLexicon) -> Vec<Option<Person>> {
    let mut people = vec![None; width];
    if !row.cells.iter().any(|cell| person(cell.text(), lexicon) == Some(Person::Second)) {
        return people;
    }
    let mut now = None;
    for (column, slot) in people.iter_mut().enumerate() {
        if !row.cell(column).is_empty() {
            now = person(row.cell(column).text(), lexicon);
        }
        *slot = now;
    }
    people
}

/// Columns of given names and of surnames that come twice, without a word on whose they are, are two people's.
fn second_set(headings: &mut [Option<Heading>]) {
    let places = |title: Title, headings: &[Option<Heading>]| -> Vec<usize> {
        let is = |h: &Option<Heading>| h.is_some_and(|h| h.title == title && h.person.is_none());
        headings.iter().enumerate().filter(|(_, h)| is(h)).map(|(at, _)| at).collect()
    };
    let (given, surname) = (places(Title::Given, headings), places(Title::Surname, headings));
    let ([_, given], [_, surname]) = (given.as_slice(), surname.as_slice()) else { return };
    let from = *given.min(surname);
    for heading in headings.iter_mut().skip(from).flatten().filter(|h| is_personal(h.title)) {
        heading.person = Some(Person::Second);
    }
}

/// Whether each of two people in a row has such a value of their own.
fn is_personal(title: Title) -> bool {
    use Title::{BirthDate, Given, IdOrItin, Itin, Middle, Name, SecondSurname, Suffix, Surname, TaxNumber, WholeName};
    matches!(
        title,
        Given | Middle | Surname | SecondSurname | Suffix | Name | WholeName | Itin | TaxNumber | IdOrItin | BirthDate
    )
}

/// The columns of the address that counts: the home's, else the one without a name, else where mail goes. What it
/// lacks is taken from the columns without a name.
fn address(found: &[(usize, Heading)]) -> AddressColumns {
    let begins = |h: &Heading| matches!(h.title, Title::Line | Title::Formatted);
    let place = found.iter().filter(|(_, h)| begins(h)).map(|(_, h)| h.place).min().unwrap_or(Place::Unnamed);
    let has = |title: Title| found.iter().any(|(_, h)| h.place == place && h.title == title);
    let mut columns = AddressColumns::default();
    for (column, heading) in found {
        let lent = heading.place == Place::Unnamed && !begins(heading) && !has(heading.title);
        if heading.place != place && !lent {
            continue;
        }
        match heading.title {
            Title::Line => columns.lines.push((*column, false)),
            Title::Unit => columns.lines.push((*column, true)),
            Title::Formatted => columns.formatted.push(*column),
            Title::CityLine => columns.city_line.push(*column),
            Title::City => columns.city.push(*column),
            Title::Region => columns.region.push(*column),
            Title::PostalCode => columns.postal_code.push(*column),
            Title::Country => columns.country.push(*column),
            _ => {}
        }
    }
    columns
}
