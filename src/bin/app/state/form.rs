//! The applicant's record as it is typed: text in boxes, and what can be understood of it.

use std::sync::Arc;

use jiff::civil::Date;
use precheck::record::{Address, Name, Path, Record};
use precheck::words::{Language, MonthNames, Words};

use super::dates;

/// One box of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecordBox {
    Given,
    Middle,
    Surname,
    Itin,
    BirthDate,
    CallDate,
    Line1,
    City,
    Region,
    PostalCode,
    Country,
}

impl RecordBox {
    /// All of them, in the order of the form.
    pub const ALL: [Self; 11] = [
        Self::Given,
        Self::Middle,
        Self::Surname,
        Self::Itin,
        Self::BirthDate,
        Self::CallDate,
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
            Self::CallDate => "app-record-call-date",
            Self::Line1 => "app-record-line1",
            Self::City => "app-record-city",
            Self::Region => "app-record-region",
            Self::PostalCode => "app-record-postal-code",
            Self::Country => "app-record-country",
        }
    }

    /// Whether a day is typed in it.
    pub const fn is_date(self) -> bool {
        matches!(self, Self::BirthDate | Self::CallDate)
    }
}

/// The text in the boxes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RecordForm {
    texts: [String; RecordBox::ALL.len()],
    /// The applicant's path.
    pub path: Path,
    /// The language in which dates are typed.
    language: Language,
    /// The months by the names in which they are typed.
    months: Arc<MonthNames>,
    /// The name of the record that the form was filled from.
    given: Option<Name>,
}

impl RecordForm {
    /// The form filled from a record, in a language.
    pub fn of(record: &Record, words: &Words) -> Self {
        let (path, language, months) = (record.path.unwrap_or_default(), words.language(), words.months());
        let mut form = Self { path, language, months, given: record.name.clone(), ..Self::default() };
        let name = record.name.clone().unwrap_or_default();
        let address = record.address.clone().unwrap_or_default();
        let day = |date: Option<Date>| date.map(|date| words.day(date)).unwrap_or_default();
        for (which, text) in [
            (RecordBox::Given, name.given),
            (RecordBox::Middle, name.middle),
            (RecordBox::Surname, name.surname),
            (RecordBox::Itin, record.itin.clone().unwrap_or_default()),
            (RecordBox::BirthDate, day(record.birth_date)),
            (RecordBox::CallDate, day(record.call_date)),
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

    /// Goes on in another language: days that were understood stay the same days.
    pub fn speak(&mut self, words: &Words) {
        let known = RecordBox::ALL.map(|which| (which, self.date(which)));
        self.language = words.language();
        for (which, date) in known {
            if let Some(date) = date {
                self.set(which, words.day(date));
            }
        }
    }

    /// The text in a box.
    pub fn text(&self, which: RecordBox) -> &str {
        &self.texts[which as usize]
    }

    /// Puts text into a box.
    pub fn set(&mut self, which: RecordBox, text: String) {
        self.texts[which as usize] = text;
    }

    /// The day in a box, if it can be understood.
    pub fn date(&self, which: RecordBox) -> Option<Date> {
        dates::typed(self.trimmed(which), self.language, &self.months).filter(|_| which.is_date())
    }

    /// Whether the text in a box cannot be understood. Only dates can be wrong: all other text is compared as it is.
    pub fn is_wrong(&self, which: RecordBox) -> bool {
        which.is_date() && !self.trimmed(which).is_empty() && self.date(which).is_none()
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
            name: self.is_name(&name).then_some(name),
            itin: Some(text(RecordBox::Itin)).filter(|itin| !itin.is_empty()),
            birth_date: self.date(RecordBox::BirthDate),
            address: (address != Address::default()).then_some(address),
            path: Some(self.path),
            call_date: self.date(RecordBox::CallDate),
        }
    }

    /// Whether what was typed is a name to compare with: half a name differs from every whole one. A record may hold the
    /// name of somebody who has only one.
    fn is_name(&self, name: &Name) -> bool {
        let whole = !name.given.is_empty() && !name.surname.is_empty();
        whole || (*name != Name::default() && self.given.as_ref() == Some(name))
    }

    fn trimmed(&self, which: RecordBox) -> &str {
        self.text(which).trim()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(language: Language) -> Words {
        Words::load(&precheck::assets::Assets::find(), language).unwrap()
    }

    #[test]
    fn a_record_survives_the_form_and_a_change_of_language() {
        let text = r#"{"name": {"given": "María", "middle": "José", "surname": "Núñez Ortega"}, "itin": "900-70-0000",
            "birth_date": "1990-04-05", "address": {"line1": "12 Elm St", "city": "Reno", "region": "NV",
            "postal_code": "89501", "country": "US"}, "path": "outside-us", "call_date": "2026-12-03"}"#;
        let record = Record::from_json(text).unwrap();
        let mut form = RecordForm::of(&record, &words(Language::English));
        assert_eq!(form.record(), record);
        form.speak(&words(Language::Spanish));
        assert_eq!(form.record(), record);
    }

    #[test]
    fn an_empty_form_compares_nothing() {
        let record = RecordForm::default().record();
        assert_eq!(record, Record { path: Some(Path::Us), ..Record::default() });
    }

    #[test]
    fn half_a_name_that_is_typed_is_not_compared() {
        let mut form = RecordForm::default();
        form.set(RecordBox::Given, "Ana".to_owned());
        assert_eq!(form.record().name, None);
        form.set(RecordBox::Surname, "Ruiz".to_owned());
        assert!(form.record().name.is_some());
        let record = Record { name: Some(Name { surname: "Suharto".into(), ..Name::default() }), ..Record::default() };
        let form = RecordForm::of(&record, &words(Language::English));
        assert_eq!(form.record().name, record.name, "a record may hold a single name");
    }

    #[test]
    fn a_date_that_cannot_be_understood_is_absent_and_said_to_be_wrong() {
        let mut form = RecordForm::of(&Record::default(), &words(Language::English));
        for which in [RecordBox::BirthDate, RecordBox::CallDate] {
            form.set(which, "12 April".to_owned());
            assert!(form.is_wrong(which));
            assert_eq!(form.date(which), None);
            form.set(which, " 12 April 1990 ".to_owned());
            assert!(!form.is_wrong(which));
            assert!(form.date(which).is_some());
        }
        let record = form.record();
        assert!(record.birth_date.is_some() && record.birth_date == record.call_date);
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
