//! What somebody decided about clients, kept in a file beside their list: the decision, when, why, and what the program had
//! said. The program's verdict and the decision stay apart. Beyond the client's label and the reason that somebody typed,
//! nothing about a person is in it.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use precheck::checks::SetVerdict;
use serde_json::{Map, Value, json};

use crate::saving;

/// A decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// The documents are good as they are.
    Accept,
    /// New photos were asked for.
    Again,
    /// The name is fine, for a reason that somebody gave.
    NameFine,
}

impl Choice {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Accept, Self::Again, Self::NameFine];

    /// Its word in the file, and the end of its key in the language files.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Accept => "accepted",
            Self::Again => "new-photo",
            Self::NameFine => "name-fine",
        }
    }
}

/// A decision about a client.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decided {
    /// What was decided.
    pub choice: Choice,
    /// When, as a date with its time.
    pub when: String,
    /// Why.
    pub why: Option<String>,
    /// What the program had said.
    pub verdict: Option<SetVerdict>,
}

/// The decisions about all clients of a list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Review {
    decided: BTreeMap<String, Decided>,
}

impl Review {
    /// Where the decisions about the clients of a folder are kept: beside their list, or beside the folder.
    pub fn place(folder: &Path, list: Option<&Path>) -> PathBuf {
        let whole = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
        let beside = list.unwrap_or(&whole);
        let mut name = beside.file_stem().unwrap_or_default().to_owned();
        name.push("-review.json");
        beside.with_file_name(name)
    }

    /// The decisions of a file; none if there is no such file.
    ///
    /// # Errors
    /// There is a file and it cannot be read: it must not be replaced by an empty one.
    pub fn load(file: &Path) -> io::Result<Self> {
        let text = match fs::read(file) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Self::default()),
            text => text?,
        };
        let value: Value = serde_json::from_slice(&text)?;
        let clients = value.get("clients").and_then(Value::as_object).ok_or(io::ErrorKind::InvalidData)?;
        let decided = clients.iter().filter_map(|(label, value)| Some((label.clone(), decided(value)?)));
        Ok(Self { decided: decided.collect() })
    }

    /// Writes the decisions; the file is whole at any time, and its owner's.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn save(&self, file: &Path) -> io::Result<()> {
        let clients: Map<String, Value> = self.decided.iter().map(|(label, one)| (label.clone(), value(one))).collect();
        let value = json!({ "schema": 1, "clients": clients });
        saving::replace_for_owner(file, format!("{value:#}\n").as_bytes())
    }

    /// The decision about a client.
    pub fn of(&self, label: &str) -> Option<&Decided> {
        self.decided.get(label)
    }

    /// Sets or removes the decision about a client.
    pub fn set(&mut self, label: &str, decided: Option<Decided>) {
        match decided {
            Some(decided) => self.decided.insert(label.to_owned(), decided),
            None => self.decided.remove(label),
        };
    }
}

fn value(one: &Decided) -> Value {
    json!({
        "decision": one.choice.word(),
        "when": one.when,
        "why": one.why,
        "verdict": one.verdict,
    })
}

fn decided(value: &Value) -> Option<Decided> {
    let text = |name: &str| value.get(name).and_then(Value::as_str);
    let word = text("decision")?;
    let verdicts = [SetVerdict::Ready, SetVerdict::Review, SetVerdict::Fix];
    let is_meant = |verdict: &SetVerdict| serde_json::to_value(verdict).is_ok_and(|v| Some(&v) == value.get("verdict"));
    Some(Decided {
        choice: Choice::ALL.into_iter().find(|choice| choice.word() == word)?,
        when: text("when").unwrap_or_default().to_owned(),
        why: text("why").map(str::to_owned),
        verdict: verdicts.into_iter().find(is_meant),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn example() -> Decided {
        Decided {
            choice: Choice::NameFine,
            when: "2026-11-22T10:04:00-05:00".to_owned(),
            why: Some("married last year".to_owned()),
            verdict: Some(SetVerdict::Fix),
        }
    }

    #[test]
    fn decisions_are_there_again_with_their_reason_and_apart_from_the_verdict() {
        let folder = std::env::temp_dir().join(format!("precheck-review-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let file = Review::place(&folder, Some(&folder.join("clients.csv")));
        assert_eq!(file, folder.join("clients-review.json"));
        let mut review = Review::load(&file).unwrap();
        review.set("0101", Some(example()));
        review.set("0102", Some(Decided { choice: Choice::Again, why: None, ..example() }));
        review.set("0102", None);
        review.save(&file).unwrap();
        let (found, text) = (Review::load(&file).unwrap(), fs::read_to_string(&file).unwrap());
        fs::write(&file, "not whole").unwrap();
        let broken = Review::load(&file);
        fs::remove_dir_all(&folder).unwrap();
        assert_eq!(found, review);
        assert_eq!(found.of("0101"), Some(&example()));
        assert!(text.contains("\"decision\": \"name-fine\"") && text.contains("\"verdict\": \"fix\""), "{text}");
        assert!(broken.is_err(), "a file that cannot be understood is not replaced");
    }

    #[test]
    fn without_a_list_they_are_beside_the_folder() {
        assert_eq!(Review::place(Path::new("/no/such/season"), None), Path::new("/no/such/season-review.json"));
    }
}
