//! The number of a finding and the limit that it passes, in words.

use crate::checks::{Finding, Subject};
use crate::words::{Arg, Message, Words};

/// The measured number and its limit as a sentence, where the message does not name the limit itself. `None` for what
/// was read: that is no measure.
pub fn measured(words: &Words, finding: &Finding) -> Option<String> {
    let (value, limit, unit) = (finding.value?, finding.limit?, finding.unit?);
    let mut other = finding.message.clone();
    for (_, arg) in other.args.iter_mut().filter(|(name, _)| *name == "limit") {
        *arg = Arg::Text(String::new());
    }
    let says_limit = words.say(&other) != words.say(&finding.message);
    let number = |n: f32| Arg::Number(f64::from(n));
    let message = Message::new("app-measured")
        .with("value", number(value))
        .with("limit", number(limit))
        .with("unit", Arg::Word(unit_key(unit)));
    (!says_limit && finding.subject != Subject::Content).then(|| words.say(&message))
}

/// Key of the name of a unit.
pub fn unit_key(unit: &str) -> String {
    let word: String = unit.replace('%', "percent").chars().filter(|c| c.is_alphanumeric() || *c == ' ').collect();
    format!("app-unit-{}", word.replace(' ', "-"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_becomes_a_key() {
        assert_eq!(unit_key("% of the document"), "app-unit-percent-of-the-document");
        assert_eq!(unit_key("of the document's length"), "app-unit-of-the-documents-length");
    }
}
