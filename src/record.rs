//! The applicant's record (the data of the ITIN letter, typed by the applicant or taken from a list of clients).

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The applicant's name, split as in the boxes of IRS forms.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Name {
    /// First name.
    pub given: String,
    /// Middle name.
    pub middle: String,
    /// Last name, one or two.
    pub surname: String,
}

/// A home address.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Address {
    /// Number, street, apartment.
    pub line1: String,
    /// City.
    pub city: String,
    /// State or province.
    pub region: String,
    /// Postal code.
    pub postal_code: String,
    /// Country, two or three letters.
    pub country: String,
}

impl Address {
    /// Reads `line1|city|region|postal_code|country`; `None` where there are not five parts.
    pub fn parse(text: &str) -> Option<Self> {
        let parts: Vec<String> = text.split('|').map(|part| part.trim().to_owned()).collect();
        let [line1, city, region, postal_code, country] = <[String; 5]>::try_from(parts).ok()?;
        Some(Self { line1, city, region, postal_code, country })
    }
}

/// The applicant's path to ID.me.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Path {
    /// Living in the United States.
    #[default]
    Us,
    /// Living outside of the United States.
    OutsideUs,
}

impl Path {
    /// Name of the requirements for this path.
    pub const fn requirements(self) -> &'static str {
        match self {
            Self::Us => "idme-itin-us",
            Self::OutsideUs => "idme-itin-outside-us",
        }
    }
}

/// The record to compare with. Every part is optional; an absent part is not compared, and the report says so.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Record {
    /// Name on the record.
    pub name: Option<Name>,
    /// ITIN, with or without hyphens.
    pub itin: Option<String>,
    /// Date of birth.
    pub birth_date: Option<Date>,
    /// Home address.
    pub address: Option<Address>,
    /// The applicant's path, which decides the set of requirements.
    pub path: Option<Path>,
    /// The day of the planned call, on which the originals are shown.
    pub call_date: Option<Date>,
}

impl Record {
    /// Reads a record from JSON.
    ///
    /// # Errors
    /// What is wrong with the text, and where (line and column); the message has none of the text's contents.
    pub fn from_json(text: &str) -> Result<Self, String> {
        serde_json::from_str(text).map_err(|e| {
            let what = match e.classify() {
                serde_json::error::Category::Data => "a value or a name of a field is not as expected",
                serde_json::error::Category::Eof => "the text ends too early",
                _ => "this is not JSON",
            };
            format!("line {}, column {}: {what}", e.line(), e.column())
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_is_optional() {
        assert_eq!(Record::from_json("{}"), Ok(Record::default()));
    }

    #[test]
    fn the_record_of_the_contract_is_read() {
        let text = r#"{"name": {"given": "María", "middle": "José", "surname": "Núñez Ortega"},
            "itin": "900-70-0000", "birth_date": "1990-04-12",
            "address": {"line1": "12 Elm St Apt 4", "city": "Reno", "region": "NV", "postal_code": "89501", "country": "US"},
            "path": "outside-us"}"#;
        let record = Record::from_json(text).unwrap();
        assert_eq!(record.name.unwrap().surname, "Núñez Ortega");
        assert_eq!(record.path, Some(Path::OutsideUs));
    }

    #[test]
    fn an_address_has_five_parts() {
        let address = Address::parse("12 Elm St Apt 4 | Reno|NV|89501|US").unwrap();
        assert_eq!((address.line1.as_str(), address.country.as_str()), ("12 Elm St Apt 4", "US"));
        assert_eq!(Address::parse("12 Elm St|Reno"), None);
    }

    #[test]
    fn an_error_names_the_place_and_not_the_contents() {
        let error = Record::from_json("{\n\"itin\": 912345678}").unwrap_err();
        assert!(error.starts_with("line 2"), "{error}");
        assert!(!error.contains("912345678"));
    }
}
