//! Reads the facts about the holder from an AAMVA payload (DL/ID card design standard, Annex D, versions 01 to 11).
//!
//! Real cards break the header rules of the standard (offsets, `AAMVA` for `ANSI `, missing separators), so the header
//! is used only for the kind of card. Elements are found by their three letters at the start of a line. Nothing here
//! guesses: an element that does not have its standard form is left out.

use jiff::civil::Date;

use crate::codes::Aamva;

/// Longest payload that is looked at, in bytes. The largest PDF417 holds 2,710 bytes; anything much longer is not a
/// license.
const MAX_PAYLOAD: usize = 8192;

/// Reads a payload; `None` when it does not follow AAMVA.
pub(in crate::codes) fn parse(text: &str) -> Option<Aamva> {
    if text.len() > MAX_PAYLOAD || !(text.contains("ANSI ") || text.contains("AAMVA")) {
        return None;
    }
    let elements = Elements::of(text);
    if elements.list.len() < 3 {
        return None;
    }
    let (surname, given_names, suffix) = elements.names();
    let cut = ["DDE", "DDF", "DDG"].iter().any(|id| elements.raw(id).is_some_and(|v| v == "T"));
    let found = Aamva {
        surname,
        given_names,
        suffix,
        name_cut: cut,
        document_number: elements.value("DAQ"),
        birth_date: elements.raw("DBB").and_then(date),
        expiry_date: elements.raw("DBA").and_then(date),
        issue_date: elements.raw("DBD").and_then(date),
        address: elements.address(),
        country: elements.raw("DCG").filter(|c| matches!(*c, "USA" | "CAN")).map(str::to_owned),
        is_id_card: elements.is_id_card,
        sex: elements.raw("DBC").and_then(sex),
    };
    (found.surname.is_some() || found.document_number.is_some() || found.birth_date.is_some()).then_some(found)
}

/// The elements in the order they were printed.
struct Elements<'a> {
    list: Vec<(&'a str, &'a str)>,
    is_id_card: bool,
}

impl<'a> Elements<'a> {
    fn of(text: &'a str) -> Self {
        let mut list = Vec::new();
        let mut is_id_card = false;
        for line in text.split(['\n', '\r', '\u{1e}', '\u{1d}', '\u{1c}']) {
            let line = line.trim_start();
            let after = subfile_start(line);
            if let Some((id_card, rest)) = after {
                is_id_card |= id_card;
                push(&mut list, rest);
            } else {
                push(&mut list, line);
            }
        }
        Self { list, is_id_card }
    }

    fn raw(&self, id: &str) -> Option<&'a str> {
        self.list.iter().find(|(i, v)| *i == id && !v.is_empty()).map(|(_, v)| *v)
    }

    /// A value that is not one of the standard's words for "none".
    fn value(&self, id: &str) -> Option<String> {
        self.raw(id).map(tidy).filter(|v| !is_absent(v))
    }

    /// A surname or first name that is not one of the standard's words for "none". Na is a name in China and Korea; as
    /// a middle name or suffix, NA means "none".
    fn name(&self, id: &str) -> Option<String> {
        self.raw(id).map(tidy).filter(|v| !is_no_name(v))
    }

    fn names(&self) -> (Option<String>, Option<String>, Option<String>) {
        let surname = self.name("DCS").or_else(|| self.name("DAB"));
        let first = self.name("DAC").or_else(|| self.name("DCT").map(|v| tidy(&v.replace(',', " "))));
        let given = joined([first, self.value("DAD")]);
        let suffix = self.value("DCU").or_else(|| self.value("DAE"));
        if surname.is_some() {
            return (surname, given, suffix);
        }
        // Version 01 prints the whole name in one element: LAST,FIRST,MIDDLE,SUFFIX.
        let whole = self.value("DAA").unwrap_or_default();
        let mut parts = whole.split(',').map(tidy).filter(|p| !is_no_name(p));
        let last = parts.next();
        let first = parts.next();
        let mut more = parts.filter(|p| !is_absent(p));
        let given_names = joined([first, more.next()]).or(given);
        (last, given_names, more.next().or(suffix))
    }

    fn address(&self) -> Option<String> {
        let street = joined([self.value("DAG"), self.value("DAH")])?;
        let region = joined([self.value("DAJ"), self.raw("DAK").map(postal_code)]);
        Some([Some(street), self.value("DAI"), region].into_iter().flatten().collect::<Vec<_>>().join(", "))
    }
}

fn push<'a>(list: &mut Vec<(&'a str, &'a str)>, line: &'a str) {
    let (Some(id), Some(value)) = (line.get(..3), line.get(3..)) else { return };
    let known = id.starts_with('D') && id.bytes().all(|b| b.is_ascii_uppercase());
    if known && list.len() < 200 {
        list.push((id, value.trim()));
    }
}

/// The first element of a subfile follows the subfile's type without a break, often after the whole header: `ANSI
/// 636000…DL00410278ZV03190008DLDAQT64…`. Returns whether it is an identification card, and the element.
fn subfile_start(line: &str) -> Option<(bool, &str)> {
    let ids = ["DAQ", "DCA", "DCS", "DAA", "DAB", "DAC", "DCT", "DBA", "DBB", "DAG", "DCF", "DCB", "DCD", "DDE", "DAR"];
    let header = line.find("ANSI ").or_else(|| line.find("AAMVA"));
    let start = header.unwrap_or(0);
    if header.is_none() && !(line.starts_with("DL") || line.starts_with("ID")) {
        return None;
    }
    let tail = line.get(start..)?;
    let at = tail.char_indices().map(|(i, _)| i).find(|&i| {
        let Some(rest) = tail.get(i..) else { return false };
        (rest.starts_with("DL") || rest.starts_with("ID")) && ids.iter().any(|id| rest[2..].starts_with(id))
    })?;
    let rest = tail.get(at..)?;
    Some((rest.starts_with("ID"), rest.get(2..)?))
}

/// `MMDDCCYY` or `CCYYMMDD`: the first two digits tell which, and no string is both. Separators are tolerated.
fn date(text: &str) -> Option<Date> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    if digits.len() != 8 {
        return None;
    }
    let number = |from: usize, to: usize| digits.get(from..to).and_then(|d| d.parse::<i16>().ok());
    let (year, month, day) = match number(0, 2)? {
        1..=12 => (number(4, 8)?, number(0, 2)?, number(2, 4)?),
        19 | 20 => (number(0, 4)?, number(4, 6)?, number(6, 8)?),
        _ => return None,
    };
    if !(1880..=2200).contains(&year) {
        return None;
    }
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

fn sex(value: &str) -> Option<char> {
    match value {
        "1" | "M" => Some('M'),
        "2" | "F" => Some('F'),
        "9" | "X" => Some('X'),
        _ => None,
    }
}

/// Nine digits are ZIP+4, and `0000` is padding.
fn postal_code(value: &str) -> String {
    let compact: String = value.chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
    if compact.len() == 9 && compact.bytes().all(|b| b.is_ascii_digit()) {
        let (zip, more) = compact.split_at(5);
        return if more == "0000" { zip.to_owned() } else { format!("{zip}-{more}") };
    }
    tidy(value)
}

fn is_absent(value: &str) -> bool {
    matches!(value.to_ascii_uppercase().as_str(), "" | "NONE" | "UNAVL" | "UNAVAIL" | "N/A" | "NA")
}

fn is_no_name(value: &str) -> bool {
    is_absent(value) && !value.eq_ignore_ascii_case("NA")
}

fn tidy(value: &str) -> String {
    value.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn joined(parts: [Option<String>; 2]) -> Option<String> {
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAMPLE: &str = "@\n\x1e\rANSI 636000100102DL00410278ZV03190008DLDAQT64235789\nDCSSAMPLE\nDDEN\nDACMICHAEL\nDDFN\n\
        DADJOHN\nDDGN\nDCUJR\nDCAD\nDCBK\nDCDPH\nDBD06062019\nDBB06061986\nDBA12102024\nDBC1\nDAU068 in\nDAYBRO\n\
        DAG2300 WEST BROAD STREET\nDAIRICHMOND\nDAJVA\nDAK232690000  \nDCF2424244747474786102204\nDCGUSA\nDCK123456789\n\
        DDAF\nDDB06062018\nDDC06062020\nDDD1\rZVZVA01\r";

    #[test]
    fn the_published_sample_is_read_whole() {
        let a = parse(SAMPLE).unwrap();
        assert_eq!(a.surname.as_deref(), Some("SAMPLE"));
        assert_eq!(a.given_names.as_deref(), Some("MICHAEL JOHN"));
        assert_eq!(a.suffix.as_deref(), Some("JR"));
        assert_eq!(a.document_number.as_deref(), Some("T64235789"));
        assert_eq!(a.birth_date.unwrap().to_string(), "1986-06-06");
        assert_eq!(a.expiry_date.unwrap().to_string(), "2024-12-10");
        assert_eq!(a.issue_date.unwrap().to_string(), "2019-06-06");
        assert_eq!(a.address.as_deref(), Some("2300 WEST BROAD STREET, RICHMOND, VA 23269"));
        assert_eq!((a.country.as_deref(), a.sex, a.is_id_card, a.name_cut), (Some("USA"), Some('M'), false, false));
    }

    #[test]
    fn an_id_subfile_is_a_card_and_a_cut_name_is_marked() {
        let a = parse(&SAMPLE.replace("DLDAQ", "IDDAQ").replace("DDEN", "DDET")).unwrap();
        assert!(a.is_id_card && a.name_cut);
    }

    #[test]
    fn version_01_gives_the_name_in_one_element_and_the_year_first() {
        let a =
            parse("@\n\x1e\rAAMVA6360000102DL00390187DLDAAQUILL,MARTA,ELENA,JR\nDAQ12345\nDBB19800229\nDBA20300101\n")
                .unwrap();
        assert_eq!(a.surname.as_deref(), Some("QUILL"));
        assert_eq!(a.given_names.as_deref(), Some("MARTA ELENA"));
        assert_eq!(a.suffix.as_deref(), Some("JR"));
        assert_eq!(a.birth_date.unwrap().to_string(), "1980-02-29");
    }

    #[test]
    fn words_for_nothing_are_no_names() {
        for none in ["NONE", "UNAVL", "unavail", ""] {
            let a = parse(&SAMPLE.replace("DADJOHN", &format!("DAD{none}"))).unwrap();
            assert_eq!(a.given_names.as_deref(), Some("MICHAEL"), "{none}");
        }
    }

    #[test]
    fn given_names_of_versions_02_and_03_are_split_at_the_comma() {
        let a = parse(&SAMPLE.replace("DACMICHAEL", "DCTMICHAEL,JAMES").replace("DADJOHN\n", "")).unwrap();
        assert_eq!(a.given_names.as_deref(), Some("MICHAEL JAMES"));
    }

    #[test]
    fn na_is_a_surname_and_a_first_name_but_no_middle_name() {
        let a = parse(&SAMPLE.replace("DCSSAMPLE", "DCSNA").replace("DADJOHN", "DADNA")).unwrap();
        assert_eq!((a.surname.as_deref(), a.given_names.as_deref()), (Some("NA"), Some("MICHAEL")));
        let a = parse(&SAMPLE.replace("DACMICHAEL", "DACNA").replace("DADJOHN", "DADNONE")).unwrap();
        assert_eq!((a.surname.as_deref(), a.given_names.as_deref()), (Some("SAMPLE"), Some("NA")));
        let a = parse(&SAMPLE.replace("DCSSAMPLE", "DAANA,HOON,NA").replace("DACMICHAEL", "DAQX")).unwrap();
        assert_eq!((a.surname.as_deref(), a.given_names.as_deref()), (Some("NA"), Some("HOON")));
    }

    #[test]
    fn impossible_dates_are_left_out() {
        let a = parse(&SAMPLE.replace("DBA12102024", "DBA13322024")).unwrap();
        assert_eq!(a.expiry_date, None);
    }

    #[test]
    fn a_text_that_is_no_license_is_none() {
        assert_eq!(parse("https://example.org/ANSI "), None);
        assert_eq!(parse(""), None);
        assert_eq!(parse("ANSI é\nDé\n"), None);
    }
}
