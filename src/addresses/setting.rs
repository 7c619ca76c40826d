//! In which country, and so in which languages, an address is read.

use super::lexicon::{AddressLexicon, StreetWords, UnitWords};
use super::phrases::{Code, Phrases};
use super::token::Token;
use crate::record::Address;

/// The country of the record and what follows from it.
#[derive(Debug, Clone)]
pub struct Setting<'a> {
    /// What is known of words.
    pub lexicon: &'a AddressLexicon,
    /// ISO code of the country, empty if it is not known.
    pub country: String,
    /// Languages, the one of the streets first.
    pub languages: Vec<&'a str>,
    /// The address is in Puerto Rico.
    pub puerto_rico: bool,
}

impl<'a> Setting<'a> {
    /// Reads it from a record.
    pub fn of(lexicon: &'a AddressLexicon, record: &Address) -> Self {
        let folded = |text: &str| super::fold::fold(text.trim()).0;
        let named = folded(&record.country);
        let mut country = lexicon.countries.code(&named).map_or(named, ToString::to_string);
        let region = lexicon.regions.get("US").and_then(|states| states.code(&folded(&record.region)));
        let digits = record.postal_code.bytes().filter(u8::is_ascii_digit).count();
        if country.is_empty() && region.is_some() && matches!(digits, 0 | 5 | 9) {
            "US".clone_into(&mut country);
        }
        let puerto_rico = country == "PR" || country == "US" && region.is_some_and(|code| &**code == "PR");
        if ["PR", "VI", "GU", "AS", "MP"].contains(&country.as_str()) {
            "US".clone_into(&mut country);
        }
        let mut languages = lexicon.languages_of(&country);
        if puerto_rico {
            languages.push("es");
        }
        Self { lexicon, country, languages, puerto_rico }
    }

    /// Whether addresses are written as in the United States: the number first, the type of street last.
    pub fn is_american(&self) -> bool {
        self.languages.first() == Some(&"us")
    }

    /// Whether one of its languages is this one.
    pub fn speaks(&self, language: &str) -> bool {
        self.languages.contains(&language)
    }

    /// Whether the house number mostly stands before the street.
    pub fn number_first(&self) -> bool {
        self.languages.first().is_some_and(|first| ["us", "en", "asia"].contains(first))
    }

    /// The words for parts of buildings.
    pub fn units(&self) -> impl Iterator<Item = &'a UnitWords> + '_ {
        self.languages.iter().filter_map(|language| self.lexicon.units.get(*language))
    }

    /// The words for streets.
    pub fn streets(&self) -> impl Iterator<Item = &'a StreetWords> + '_ {
        self.languages.iter().filter_map(|language| self.lexicon.streets.get(*language))
    }

    /// The words for parts of towns.
    pub fn places(&self) -> impl Iterator<Item = &'a Phrases> + '_ {
        self.languages.iter().filter_map(|language| self.lexicon.places.get(*language))
    }

    /// The direction that begins at a place.
    pub fn direction(&self, tokens: &[Token], start: usize) -> Option<(Code, usize)> {
        self.directions().find_map(|list| list.at(tokens, start)).map(|(code, length)| (code.clone(), length))
    }

    /// The direction that stands last.
    pub fn last_direction(&self, tokens: &[Token]) -> Option<(Code, usize)> {
        self.directions().find_map(|list| list.at_end(tokens)).map(|(code, length)| (code.clone(), length))
    }

    fn directions(&self) -> impl Iterator<Item = &'a Phrases> {
        let [english, spanish, french] = &self.lexicon.directions;
        let any = ["us", "en", "asia"].iter().any(|language| self.speaks(language));
        let lists = [(any, english), (self.speaks("es"), spanish), (self.speaks("fr"), french)];
        lists.into_iter().filter(|(spoken, _)| *spoken).map(|(_, list)| list)
    }

    /// The states or provinces of the country.
    pub fn regions(&self) -> Option<&'a Phrases> {
        self.lexicon.regions.get(&self.country)
    }
}
