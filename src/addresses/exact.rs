//! The record's words in the record's order and case. Commas and line breaks between its parts are layout that nobody
//! can see in a record; the country may be absent or stand as its code.

use crate::record::Address;

/// Whether a printed address is the record's, letter by letter.
pub fn is_exact(record: &Address, printed: &str) -> bool {
    let spaced = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = printed.split(['\n', '\r']).flat_map(|line| line.split(" / ")).map(spaced);
    let text = text.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n");
    let line1 = spaced(&record.line1);
    let Some(rest) = text.strip_prefix(&line1).filter(|_| !line1.is_empty()) else { return false };
    if !rest.is_empty() && !rest.starts_with([',', '\n']) {
        return false;
    }
    let words = |text: &str| -> Vec<String> {
        text.split(|c: char| c == ',' || c.is_whitespace()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
    };
    let mut own = words(&[&record.city, &record.region, &record.postal_code].map(String::as_str).join(" "));
    let found = words(rest);
    if found == own {
        return true;
    }
    own.extend(words(&record.country));
    found == own
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_breaks_and_commas_between_the_parts_are_no_difference() {
        let record = Address {
            line1: "41 Larkin Ct Apt 5".into(),
            city: "Boise".into(),
            region: "ID".into(),
            postal_code: "83702".into(),
            country: "US".into(),
        };
        assert!(is_exact(&record, "41 Larkin Ct Apt 5\nBoise, ID 83702"));
        assert!(is_exact(&record, "41 Larkin Ct Apt 5, Boise, ID 83702, US"));
        assert!(!is_exact(&record, "41 Larkin Ct / Apt 5 / Boise, ID 83702"));
        assert!(!is_exact(&record, "41 Larkin Ct Apt 5 Boise ID 83702"));
        assert!(!is_exact(&record, "41 LARKIN CT APT 5\nBOISE, ID 83702"));
    }
}
