//! The applicant's record as it is typed: text in boxes, and what can be understood of it.

use jiff::civil::Date;
use precheck::record::{Address, Name, Path, Record};

/// One box of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecordBox {
    Given,
    Middle,
    Surname,
    Itin,
    BirthDate,
    Line1,
    City,
    Region,
    PostalCode,
    Country,
}

impl RecordBox {
    /// All of them, in the order of the form.
    pub const ALL: [Self; 10] = [
        Self::Given,
        Self::Middle,
        Self::Surname,
        Self::Itin,
        Self::BirthDate,
        Self::Line1,
        Self::City,
        Self::Region,
        Self::PostalCode,
        Self::Country,
    ];

    /// Key of its label in the language files.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Given => "app-record-given",
            Self::Middle => "app-record-middle",
            Self::Surname => "app-record-surname",
            Self::Itin => "app-record-itin",
            Self::BirthDate => "app-record-birth-date",
            Self::Line1 => "app-record-line1",
            Self::City => "app-record-city",
            Self::Region => "app-record-region",
            Self::PostalCode => "app-record-postal-code",
            Self::Country => "app-record-country",
        }
    }
}

/// The text in the boxes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RecordForm {
    texts: [String; RecordBox::ALL.len()],
    /// The applicant's path.
    pub path: Path,
    /// The day of the planned call, as the record has it; no box shows it.
    call_date: Option<Date>,
}

impl RecordForm {
    /// The form filled from a record.
    pub fn of(record: &Record) -> Self {
        let (path, call_date) = (record.path.unwrap_or_default(), record.call_date);
        let mut form = Self { path, call_date, ..Self::default() };
        let name = record.name.clone().unwrap_or_default();
        let address = record.address.clone().unwrap_or_default();
        for (which, text) in [
            (RecordBox::Given, name.given),
            (RecordBox::Middle, name.middle),
            (RecordBox::Surname, name.surname),
            (RecordBox::Itin, record.itin.clone().unwrap_or_default()),
            (RecordBox::BirthDate, record.birth_date.map(|date| date.to_string()).unwrap_or_default()),
            (RecordBox::Line1, address.line1),
            (RecordBox::City, address.city),
            (RecordBox::Region, address.region),
            (RecordBox::PostalCode, address.postal_code),
            (RecordBox::Country, address.country),
        ] {
            form.set(which, text);
        }
        form
    }

    /// The text in a box.
    pub fn text(&self, which: RecordBox) -> &str {
        &self.texts[which as usize]
    }

    /// Puts text into a box.
    pub fn set(&mut self, which: RecordBox, text: String) {
        self.texts[which as usize] = text;
    }

    /// Whether the text in a box cannot be understood. Only dates can be wrong: all other text is compared as it is.
    pub fn is_wrong(&self, which: RecordBox) -> bool {
        which == RecordBox::BirthDate && !self.trimmed(which).is_empty() && self.birth_date().is_none()
    }

    /// The record, as far as it can be understood. Boxes that are empty or cannot be understood are absent.
    pub fn record(&self) -> Record {
        let text = |which| self.trimmed(which).to_owned();
        let name =
            Name { given: text(RecordBox::Given), middle: text(RecordBox::Middle), surname: text(RecordBox::Surname) };
        let address = Address {
            line1: text(RecordBox::Line1),
            city: text(RecordBox::City),
            region: text(RecordBox::Region),
            postal_code: text(RecordBox::PostalCode),
            country: text(RecordBox::Country),
        };
        Record {
            name: (name != Name::default()).then_some(name),
            itin: Some(text(RecordBox::Itin)).filter(|itin| !itin.is_empty()),
            birth_date: self.birth_date(),
            address: (address != Address::default()).then_some(address),
            path: Some(self.path),
            call_date: self.call_date,
        }
    }

    fn birth_date(&self) -> Option<Date> {
        self.trimmed(RecordBox::BirthDate).parse().ok()
    }

    fn trimmed(&self, which: RecordBox) -> &str {
        self.text(which).trim()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_survives_the_form() {
        let text = r#"{"name": {"given": "María", "middle": "José", "surname": "Núñez Ortega"}, "itin": "900-70-0000",
            "birth_date": "1990-04-12", "address": {"line1": "12 Elm St", "city": "Reno", "region": "NV",
            "postal_code": "89501", "country": "US"}, "path": "outside-us"}"#;
        let record = Record::from_json(text).unwrap();
        assert_eq!(RecordForm::of(&record).record(), record);
    }

    #[test]
    fn an_empty_form_compares_nothing() {
        let record = RecordForm::default().record();
        assert_eq!(record, Record { path: Some(Path::Us), ..Record::default() });
    }

    #[test]
    fn a_date_that_cannot_be_understood_is_absent_and_said_to_be_wrong() {
        let mut form = RecordForm::default();
        form.set(RecordBox::BirthDate, "12 April".to_owned());
        assert!(form.is_wrong(RecordBox::BirthDate));
        assert_eq!(form.record().birth_date, None);
        form.set(RecordBox::BirthDate, " 1990-04-12 ".to_owned());
        assert!(!form.is_wrong(RecordBox::BirthDate));
        assert!(form.record().birth_date.is_some());
    }

    #[test]
    fn every_box_has_its_own_text() {
        let mut form = RecordForm::default();
        for which in RecordBox::ALL {
            form.set(which, format!("{which:?}"));
        }
        assert!(RecordBox::ALL.into_iter().all(|which| form.text(which) == format!("{which:?}")));
    }
}
