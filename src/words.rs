//! The languages of messages. All sentences that people read are in `assets/locales/<language>/*.ftl`.

mod months;

use std::borrow::Cow;
use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::Pattern;
use jiff::civil::Date;
use unic_langid::LanguageIdentifier;

pub use self::months::MonthNames;
use crate::assets::{AssetError, Assets};

/// Makes the languages of the programs from a table: each with its code, its own name, and whether the day comes before
/// the month in a date of numbers.
macro_rules! languages {
    ($($(#[$note:meta])* $language:ident: $code:literal, $own_name:literal, day first: $day_first:literal;)+) => {
        /// A language of the programs.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
        pub enum Language {
            $($(#[$note])* $language,)+
        }

        impl Language {
            /// All of them.
            pub const ALL: [Self; [$($code),+].len()] = [$(Self::$language),+];

            /// Its two-letter code.
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$language => $code,)+
                }
            }

            /// Its own name for itself.
            pub const fn own_name(self) -> &'static str {
                match self {
                    $(Self::$language => $own_name,)+
                }
            }

            /// Whether `04/05/1990` is the fourth of May.
            pub const fn is_day_first(self) -> bool {
                match self {
                    $(Self::$language => $day_first,)+
                }
            }
        }
    };
}

// A language more is a line here, and its folder in `assets/locales`.
languages! {
    /// American English.
    #[default]
    English: "en", "English", day first: false;
    /// Spanish as it is spoken in the Americas.
    Spanish: "es", "Español", day first: true;
}

impl Language {
    /// The language of a code or locale name (`es`, `es_MX.UTF-8`); `None` for a language that the programs do not
    /// have.
    pub fn from_code(code: &str) -> Option<Self> {
        let language = code.split(['-', '_', '.', '@']).next()?;
        Self::ALL.into_iter().find(|l| language.eq_ignore_ascii_case(l.code()))
    }

    /// The first of the person's system languages that the programs have; otherwise English.
    pub fn of_system() -> Self {
        // `C` and `POSIX` ask for the plain locale, which is English here
        let plain = |locale: &str| ["C", "POSIX"].contains(&locale).then_some(Self::English);
        sys_locale::get_locales()
            .find_map(|locale| plain(&locale).or_else(|| Self::from_code(&locale)))
            .unwrap_or_default()
    }
}

/// Something put into a sentence.
#[derive(Debug, Clone, PartialEq)]
pub enum Arg {
    /// Words.
    Text(String),
    /// A number, shown with at most two decimals.
    Number(f64),
    /// A day, as people write it: January 19, 2027.
    Date(Date),
    /// A number that identifies a person: only its last four characters are shown unless asked for.
    Secret(String),
    /// A message of the language files by its key, so that words inside a sentence are translated too.
    Word(String),
    /// A whole sentence with arguments of its own.
    Sentence(Box<Message>),
}

/// A sentence that is still to be put into a language.
#[derive(Debug, Clone, PartialEq)]
pub struct Message {
    /// Key in the language files: `id` or `id.attribute`.
    pub key: String,
    /// What is put into it, by name.
    pub args: Vec<(&'static str, Arg)>,
}

impl Message {
    /// A message without arguments.
    pub fn new(key: impl Into<String>) -> Self {
        Self { key: key.into(), args: Vec::new() }
    }

    /// The same message with one more argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, arg: Arg) -> Self {
        self.args.push((name, arg));
        self
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<Date> for Arg {
    fn from(date: Date) -> Self {
        Self::Date(date)
    }
}

impl From<f32> for Arg {
    fn from(number: f32) -> Self {
        Self::Number(f64::from(number))
    }
}

/// The sentences of one language.
pub struct Words {
    language: Language,
    bundle: FluentBundle<FluentResource>,
    months: Arc<MonthNames>,
    show_numbers: bool,
}

impl Words {
    /// Loads a language.
    ///
    /// # Errors
    /// [`AssetError`] when a file of the language is missing or broken.
    pub fn load(assets: &Assets, language: Language) -> Result<Self, AssetError> {
        let id: LanguageIdentifier = language.code().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        bundle.set_use_isolating(false); // the marks around inserted words show as boxes in terminals
        for name in assets.list(&format!("locales/{}", language.code()), ".ftl")? {
            let broken = |reason: String| AssetError { path: assets.path(&name).display().to_string(), reason };
            let resource = FluentResource::try_new(assets.text(&name)?)
                .map_err(|(_, errors)| broken(format!("{:?}", errors.first())))?;
            bundle.add_resource(resource).map_err(|errors| broken(format!("{:?}", errors.first())))?;
        }
        let months = Arc::new(MonthNames::load(assets)?);
        Ok(Self { language, bundle, months, show_numbers: false })
    }

    /// The same words, with numbers that identify people shown in full or by their last four characters.
    #[must_use]
    pub fn showing_numbers(mut self, show: bool) -> Self {
        self.show_numbers = show;
        self
    }

    /// Whether numbers that identify people are shown in full.
    pub fn shows_numbers(&self) -> bool {
        self.show_numbers
    }

    /// Which language it is.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The months by the names that people type, in this and in other languages.
    pub fn months(&self) -> Arc<MonthNames> {
        Arc::clone(&self.months)
    }

    /// A sentence without arguments. A missing key is shown as itself, so that nobody sees an empty line.
    pub fn get(&self, key: &str) -> String {
        self.say(&Message::new(key))
    }

    /// Whether a key is known.
    pub fn has(&self, key: &str) -> bool {
        self.pattern(key).is_some()
    }

    /// A sentence with its arguments put in.
    pub fn say(&self, message: &Message) -> String {
        let Some(pattern) = self.pattern(&message.key) else { return message.key.clone() };
        let mut args = FluentArgs::new();
        for (name, arg) in &message.args {
            args.set(*name, self.value(arg));
        }
        self.bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned()
    }

    /// A number that identifies a person, as it may be shown.
    pub fn number(&self, number: &str) -> String {
        if self.show_numbers { number.to_owned() } else { last_four(number) }
    }

    /// A day as people write it: January 19, 2027, or 19 de enero de 2027.
    pub fn day(&self, date: Date) -> String {
        let message = Message::new("report-day")
            .with("month", Arg::Number(f64::from(date.month())))
            .with("day", Arg::Text(date.day().to_string()))
            .with("year", Arg::Text(date.year().to_string()));
        self.say(&message)
    }

    fn value(&self, arg: &Arg) -> FluentValue<'static> {
        match arg {
            Arg::Text(text) => printable(text).into_owned().into(),
            Arg::Number(number) => ((number * 100.0).round() / 100.0).into(),
            Arg::Date(date) => self.day(*date).into(),
            Arg::Secret(number) => self.number(number).into(),
            Arg::Word(key) => self.get(key).into(),
            Arg::Sentence(message) => self.say(message).into(),
        }
    }

    fn pattern(&self, key: &str) -> Option<&Pattern<&str>> {
        match key.split_once('.') {
            Some((id, attribute)) => Some(self.bundle.get_message(id)?.get_attribute(attribute)?.value()),
            None => self.bundle.get_message(key)?.value(),
        }
    }
}

/// A text without characters that would steer a terminal or turn the direction of a line: names of files come from
/// strangers. Ends of lines stay.
pub fn printable(text: &str) -> Cow<'_, str> {
    let steers =
        |c: char| c.is_control() && c != '\n' || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    if text.contains(steers) { text.replace(steers, "\u{fffd}").into() } else { text.into() }
}

/// The last four letters or digits of a number, the others replaced by `*`; separators stay.
pub fn last_four(number: &str) -> String {
    let total = number.chars().filter(|c| c.is_alphanumeric()).count();
    let mut seen = 0;
    let mask = |c: char| {
        if !c.is_alphanumeric() {
            return c;
        }
        seen += 1;
        if seen + 4 > total && total > 4 { c } else { '*' }
    };
    number.chars().map(mask).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_last_four_are_shown() {
        assert_eq!(last_four("912-70-1234"), "***-**-1234");
        assert_eq!(last_four("AB12"), "****");
        assert_eq!(last_four(""), "");
    }

    #[test]
    fn what_would_steer_a_terminal_is_not_said() {
        assert_eq!(printable("José’s\nID.jpg"), "José’s\nID.jpg");
        assert_eq!(printable("a\u{1b}[2Jb\u{202e}gpj.exe\r"), "a\u{fffd}[2Jb\u{fffd}gpj.exe\u{fffd}");
    }

    #[test]
    fn all_languages_load_and_have_the_same_keys() {
        let assets = Assets::find();
        for language in Language::ALL {
            Words::load(&assets, language).unwrap();
        }
        let keys = |language: Language| -> Vec<(String, String)> {
            let files = assets.list(&format!("locales/{}", language.code()), ".ftl").unwrap();
            let key_of = |line: &str| {
                let name = line.split('=').next().unwrap_or("").trim_end();
                let is_key =
                    line.contains('=') && (!line.starts_with([' ', '#']) || line.trim_start().starts_with('.'));
                is_key.then(|| name.to_owned())
            };
            let of_file = |file: &String| {
                let short = file.rsplit('/').next().unwrap_or("").to_owned();
                let text = assets.text(file).unwrap();
                text.lines().filter_map(key_of).map(|k| (short.clone(), k)).collect::<Vec<_>>()
            };
            files.iter().flat_map(of_file).collect()
        };
        for language in Language::ALL {
            assert_eq!(keys(Language::English), keys(language), "{}", language.code());
        }
    }
}
