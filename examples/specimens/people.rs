//! The people of the specimens, all invented, of many naming cultures, and where they live.
//!
//! Names are combined from common given names and surnames of each culture; any likeness to a living person is
//! coincidence. Streets and numbers are invented; cities and postal codes match, so that addresses can be checked.

use crate::rng::Rng;
use jiff::civil::{Date, date};

/// Culture, issuing country, first, middle, surname, sex.
type Row = (&'static str, &'static str, &'static str, &'static str, &'static str, char);

const NAMES: [Row; 34] = [
    ("hispanic", "MEX", "María", "José", "Núñez Ortega", 'F'),
    ("hispanic", "MEX", "Juan", "Carlos", "Ibáñez de la Peña", 'M'),
    ("hispanic", "MEX", "Xóchitl", "", "Montaño Quiroga", 'F'),
    ("hispanic", "GTM", "Brenda", "Leticia", "Chávez Tzoc", 'F'),
    ("hispanic", "SLV", "Óscar", "Armando", "Menjívar Rauda", 'M'),
    ("hispanic", "COL", "Luz", "Marina", "Echeverri Zuluaga", 'F'),
    ("hispanic", "PER", "Ángel", "Saúl", "Quispe Ñahui", 'M'),
    ("hispanic", "HND", "Yesenia", "", "Güell Pavón", 'F'),
    ("brazilian", "BRA", "Thaís", "Helena", "Conceição dos Santos", 'F'),
    ("brazilian", "BRA", "João", "Vítor", "Magalhães de Araújo", 'M'),
    ("brazilian", "BRA", "Antônio", "", "Sá Filho", 'M'),
    ("chinese", "CHN", "Xiaomei", "", "Ouyang", 'F'),
    ("chinese", "CHN", "Wei", "", "Lü", 'M'),
    ("indian", "IND", "Lakshmi", "Devi", "Venkataraman", 'F'),
    ("indian", "IND", "Gurpreet", "Singh", "Dhaliwal", 'M'),
    ("indian", "IND", "Karthikeyan", "", "", 'M'),
    ("filipino", "PHL", "Marites", "Salonga", "Dimaculangan", 'F'),
    ("filipino", "PHL", "Jose", "Ramon", "de los Reyes", 'M'),
    ("korean", "KOR", "Ji-eun", "", "Hwangbo", 'F'),
    ("korean", "KOR", "Seung Ho", "", "Pyo", 'M'),
    ("vietnamese", "VNM", "Thúy", "Thị Hồng", "Nguyễn", 'F'),
    ("vietnamese", "VNM", "Quốc Bảo", "Văn", "Đặng", 'M'),
    ("arabic", "MAR", "Yasmine", "", "El Ouazzani", 'F'),
    ("arabic", "EGY", "Abdelrahman", "Mahmoud", "Abd El-Ghany", 'M'),
    ("nigerian", "NGA", "Oluwaseun", "Adébáyò", "Ogunlẹ́yẹ", 'M'),
    ("nigerian", "NGA", "Chiamaka", "Ngozi", "Okwuosa", 'F'),
    ("slavic", "UKR", "Oleksandra", "", "Shcherbyna", 'F'),
    ("slavic", "POL", "Łukasz", "Stanisław", "Wyśniewicz", 'M'),
    ("turkish", "TUR", "Gülşah", "", "Çağlayangil", 'F'),
    ("turkish", "TUR", "İbrahim", "Işık", "Yıldırımoğlu", 'M'),
    ("european", "DEU", "Jörg", "Matthias", "Weißenfelder", 'M'),
    ("european", "FRA", "Hélène", "Anne", "d'Aubréville-Garçon", 'F'),
    ("european", "ITA", "Nicolò", "", "Dell'Acqua", 'M'),
    ("european", "NLD", "Annelies", "", "van der Zwaluwen", 'F'),
];

/// Where a person lives.
#[derive(Debug, Clone)]
pub struct Home {
    /// Number, street, apartment.
    pub line1: String,
    /// City.
    pub city: &'static str,
    /// State, two letters.
    pub region: &'static str,
    /// State in words.
    pub state: &'static str,
    /// ZIP code.
    pub postal_code: &'static str,
    /// Issuer number of the state's licenses (AAMVA).
    pub issuer: &'static str,
}

const CITIES: [(&str, &str, &str, &str, &str); 8] = [
    ("Reno", "NV", "NEVADA", "89501", "636049"),
    ("Fresno", "CA", "CALIFORNIA", "93727", "636014"),
    ("El Paso", "TX", "TEXAS", "79912", "636015"),
    ("Tucson", "AZ", "ARIZONA", "85705", "636026"),
    ("Aurora", "IL", "ILLINOIS", "60505", "636035"),
    ("Yakima", "WA", "WASHINGTON", "98902", "636045"),
    ("Hialeah", "FL", "FLORIDA", "33012", "636010"),
    ("Dalton", "GA", "GEORGIA", "30720", "636055"),
];

const STREETS: [&str; 8] = [
    "Elm St Apt 4",
    "Larkspur Ave",
    "N Cottonwood Dr",
    "W Mesa Verde Rd Unit 12",
    "Old Orchard Ln",
    "SE Juniper Ct",
    "Calle Granada",
    "Harvest Moon Blvd",
];

/// One invented person.
#[derive(Debug, Clone)]
pub struct Person {
    /// Naming culture.
    pub culture: &'static str,
    /// Country of the passport, three letters.
    pub country: &'static str,
    /// First name.
    pub first: String,
    /// Middle name or names; may be empty.
    pub middle: String,
    /// Surname or surnames; may be empty for people with one name.
    pub surname: String,
    /// `F` or `M`.
    pub sex: char,
    /// Date of birth.
    pub birth: Date,
    /// Home in the United States.
    pub home: Home,
    /// ITIN with hyphens.
    pub itin: String,
    /// Seed of everything else that is made up for this person.
    pub seed: u64,
}

impl Person {
    /// First and middle names.
    pub fn given_names(&self) -> String {
        format!("{} {}", self.first, self.middle).trim().to_owned()
    }

    /// Given names, then surnames.
    pub fn full_name(&self) -> String {
        format!("{} {}", self.given_names(), self.surname).trim().to_owned()
    }

    /// City, state and ZIP code as the last line of an address.
    pub fn city_line(&self) -> String {
        format!("{}, {} {}", self.home.city, self.home.region, self.home.postal_code)
    }
}

/// How many rows of names there are.
pub const COUNT: usize = NAMES.len();

/// The person of a row of the table; the rest follows from the seed.
pub fn person(row: usize, seed: u64) -> Person {
    let (culture, country, first, middle, surname, sex) = NAMES[row % COUNT];
    let mut rng = Rng::new(seed.wrapping_mul(1009).wrapping_add(row as u64));
    let &(city, region, state, postal_code, issuer) = rng.pick(&CITIES);
    let line1 = format!("{} {}", 100 + rng.below(8800), rng.pick(&STREETS));
    let groups = ["70", "74", "78", "81", "85", "90", "92", "94", "97"];
    let itin = format!("9{:02}-{}-{}", rng.below(100), rng.pick(&groups), rng.digits(4));
    let birth = date(1958 + rng.below(46) as i16, 1 + rng.below(12) as i8, 1 + rng.below(28) as i8);
    Person {
        culture,
        country,
        first: first.to_owned(),
        middle: middle.to_owned(),
        surname: surname.to_owned(),
        sex,
        birth,
        home: Home { line1, city, region, state, postal_code, issuer },
        itin,
        seed: rng.next(),
    }
}
