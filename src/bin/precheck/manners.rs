//! How the program behaves besides its results: how much it says, and whether in color.

use std::ffi::OsString;
use std::io::IsTerminal as _;

use clap::ValueEnum;
use precheck::places::Variable;

/// How much is said besides results and errors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Voice {
    /// Nothing.
    Quiet,
    /// What is worth knowing, and a bar.
    Usual,
    /// Also what is used, and each file as it is done.
    Verbose,
}

/// When there is color.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum Color {
    /// At a terminal, unless the variable `NO_COLOR` is set
    #[default]
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

impl Color {
    /// What was asked for, also by a command line that makes no sense otherwise: its errors have colors too.
    pub fn asked(arguments: &[OsString]) -> Self {
        let word = |text: &str| Self::from_str(text, true).ok();
        let mut asked = Self::default();
        for (at, argument) in arguments.iter().enumerate() {
            let Some(argument) = argument.to_str() else { continue };
            let next = arguments.get(at + 1).and_then(|next| next.to_str());
            let found = match argument.strip_prefix("--color") {
                Some("") => next.and_then(word),
                Some(rest) => rest.strip_prefix('=').and_then(word),
                None => None,
            };
            asked = found.unwrap_or(asked);
        }
        asked
    }

    /// Whether a stream gets color. `NO_COLOR` counts if it is not empty (no-color.org); variables that ask for color
    /// do not count, because a report that goes into a file by them could be read by no program.
    pub fn of(self, is_terminal: bool, variable: Variable) -> bool {
        let refused = variable("NO_COLOR").is_some_and(|value| !value.is_empty());
        let plain = variable("TERM").is_some_and(|value| value == "dumb");
        match self {
            Self::Always => true,
            Self::Never => false,
            Self::Auto => is_terminal && !refused && !plain,
        }
    }
}

/// Which streams are terminals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Terminals {
    /// Standard output.
    pub out: bool,
    /// Standard error.
    pub err: bool,
}

impl Terminals {
    /// Those of this process.
    pub fn find() -> Self {
        Self { out: std::io::stdout().is_terminal(), err: std::io::stderr().is_terminal() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn color_is_for_terminals_unless_it_is_refused_or_asked_for() {
        let with = |set: &'static [(&str, &str)]| {
            move |name: &str| set.iter().find(|(known, _)| *known == name).map(|(_, value)| OsString::from(value))
        };
        for (color, is_terminal, set, colored) in [
            (Color::Auto, true, &[] as &[_], true),
            (Color::Auto, false, &[], false),
            (Color::Auto, true, &[("NO_COLOR", "1")], false),
            (Color::Auto, true, &[("NO_COLOR", "")], true),
            (Color::Auto, true, &[("TERM", "dumb")], false),
            (Color::Auto, false, &[("CLICOLOR_FORCE", "1")], false),
            (Color::Always, false, &[("NO_COLOR", "1")], true),
            (Color::Never, true, &[], false),
        ] {
            assert_eq!(color.of(is_terminal, &with(set)), colored, "{color:?} {is_terminal} {set:?}");
        }
    }

    #[test]
    fn what_was_asked_for_is_found_in_any_command_line() {
        let asked = |words: &[&str]| Color::asked(&words.iter().map(OsString::from).collect::<Vec<_>>());
        assert_eq!(asked(&["precheck", "chek", "--color=always"]), Color::Always);
        assert_eq!(asked(&["precheck", "--color", "never", "--what"]), Color::Never);
        assert_eq!(asked(&["precheck", "--color", "pink"]), Color::Auto);
        assert_eq!(asked(&["precheck", "--color"]), Color::Auto);
    }
}
