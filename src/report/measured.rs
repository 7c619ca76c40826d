//! The number of a finding and the limit that it exceeds, in words.

use crate::checks::{Finding, Subject};
use crate::words::{Arg, Message, Words};

/// The measured number and its limit as a sentence, if the message does not name the limit itself. `None` for a finding
/// about something read, which is not a measure.
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
        .with("unit", Arg::Word(unit.key()));
    (!says_limit && finding.subject != Subject::Content).then(|| words.say(&message))
}
