//! The report for the browser: its structure, and that nothing in it comes from outside or gets out of its place.

use jiff::civil::date;

use super::*;
use crate::assets::Assets;
use crate::checks::{Report, SetVerdict};
use crate::error::FileError;
use crate::examined::{DocumentSet, PageRecord};
use crate::geometry::Region;
use crate::record::{Name, Record};
use crate::redacted::Cover;
use crate::report::{Judged, csv};
use crate::set::judge;
use crate::testing;
use crate::words::{Language, Words};

fn words(language: Language) -> Words {
    Words::load(&Assets::find(), language).unwrap()
}

fn judged(set: &DocumentSet, record: &Record) -> Report {
    judge(set, record, &testing::rules(), testing::today())
}

fn pictures(set: &DocumentSet) -> Pictures {
    let picture = Picture { jpeg: b"foobar".to_vec(), cover: Cover::Places };
    set.pages.iter().map(|page| (page.id.clone(), picture.clone())).collect()
}

fn said(set: &DocumentSet, record: &Record, words: &Words) -> String {
    let report = judged(set, record);
    let applicant = Applicant { judged: Judged { set, report: &report }, record };
    html(applicant, &pictures(set), Options { words, timings: false }).unwrap()
}

/// The good set, in which the passport has glare, the bill is of somebody else, and a file cannot be opened.
fn spoiled() -> DocumentSet {
    let mut set = testing::good_set();
    let passport = set.pages[1].outcome.as_mut().unwrap();
    passport.quality.glare_on_text = Some(0.5);
    passport.quality.glare_letters = Some(40.0);
    passport.quality.regions.glare = vec![Region::new(300.0, 300.0, 200.0, 100.0)];
    set.pages[2].outcome.as_mut().unwrap().facts.holder.as_mut().unwrap().full_name = "PEDRO PAZ".into();
    let id = PageId { file: "broken.jpg".into(), page: 1 };
    set.pages.push(PageRecord { id, outcome: Err(FileError::Empty) });
    set
}

/// The numbers of the headings in their order.
fn headings(html: &str) -> Vec<u8> {
    html.split("<h").skip(1).filter_map(|rest| rest.get(..1)?.parse().ok()).collect()
}

/// Every element that is opened is closed, in the right order.
fn assert_well_formed(html: &str) {
    let root = &html[html.find("<html").unwrap()..];
    let mut open: Vec<&str> = Vec::new();
    for tag in root.split('<').skip(1) {
        let (tag, _) = tag.split_once('>').unwrap();
        let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap();
        if tag.starts_with('/') {
            assert_eq!(open.pop(), Some(name), "</{name}>");
        } else if !tag.ends_with('/') && !["br", "img", "meta"].contains(&name) {
            open.push(name);
        }
    }
    assert_eq!(open, Vec::<&str>::new(), "elements are left open");
}

#[test]
fn the_answer_comes_first_and_the_headings_are_in_order() {
    for language in Language::ALL {
        let words = words(language);
        let html = said(&spoiled(), &testing::record(), &words);
        assert!(html.contains(&format!("<html lang=\"{}\">", language.code())));
        let place = |key: &str| html.find(&words.get(key)).unwrap_or_else(|| panic!("{key} is not there"));
        let order = ["verdict-fix", "report-first", "report-places", "message-title", "report-disclaimer"];
        assert!(order.iter().copied().map(place).is_sorted());
        let levels = headings(&html);
        assert!(levels[0] == 1 && !levels[1..].contains(&1), "{levels:?}");
        assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{levels:?}");
        assert_well_formed(&html);
        assert!(
            !html.contains("report-") && !html.contains("app-page") && !html.contains("verdict-"),
            "a key is shown"
        );
    }
}

#[test]
fn findings_are_drawn_where_they_are_with_their_numbers() {
    let html = said(&spoiled(), &testing::record(), &words(Language::English));
    assert!(html.contains("<rect class=\"frame stop\" x=\"300\" y=\"300\" width=\"200\" height=\"100\"/>"), "{html}");
    assert!(html.contains("viewBox=\"0 0 1600 1100\"") && html.contains("data:image/jpeg;base64,Zm9vYmFy"));
    assert!(html.contains("alt=\"Passport. 1 place is marked.\""));
    assert!(html.contains("PEDRO PAZ") && html.contains("ANA RUIZ SOTO"), "the names are compared");
    assert!(html.contains("The file is empty."));
}

#[test]
fn it_is_one_file_that_runs_nothing_and_asks_for_nothing() {
    let html = said(&spoiled(), &testing::record(), &words(Language::English)).to_lowercase();
    for outside in ["<script", "<link", "<iframe", "http://", "https://", "url(", "@import", "onload", "javascript:"] {
        assert!(!html.contains(outside), "{outside}");
    }
    assert!(html.contains("default-src 'none'"));
}

#[test]
fn hostile_names_stay_text() {
    let evil = "<script>alert(1)</script>\"&' \u{202e}gpj.exe";
    let mut set = spoiled();
    for page in &mut set.pages {
        page.id.file = format!("{evil}{}", page.id.file.display()).into();
    }
    set.pages[1].outcome.as_mut().unwrap().facts.holder.as_mut().unwrap().full_name = evil.into();
    let record = Record {
        name: Some(Name { given: evil.into(), middle: "</title>".into(), surname: "</pre>".into() }),
        ..testing::record()
    };
    let html = said(&set, &record, &words(Language::English));
    assert!(!html.contains("<script") && !html.contains('\u{202e}'), "{html}");
    assert!(html.contains("&lt;script&gt;") && html.matches("</title>").count() == 1);
    assert_well_formed(&html);
}

#[test]
fn no_number_is_in_html_or_csv_unless_asked_for() {
    let mut set = spoiled();
    set.pages[0].id.file = "912-70-1234.jpg".into();
    set.pages[0]
        .outcome
        .as_mut()
        .unwrap()
        .facts
        .fields
        .push(testing::field(crate::fields::FieldKind::Itin, "955-80-1111"));
    let passport = set.pages[1].outcome.as_mut().unwrap();
    passport.facts.fields.push(testing::field(crate::fields::FieldKind::Mrz, "P<UTORUIZ\nX1234567<4UTO"));
    let record = Record { itin: Some("912701299".into()), birth_date: Some(date(1990, 4, 12)), ..testing::record() };
    let report = judged(&set, &record);
    let applicant = Applicant { judged: Judged { set: &set, report: &report }, record: &record };
    for show in [false, true] {
        let words = words(Language::English).showing_numbers(show);
        let options = Options { words: &words, timings: false };
        let html = html(applicant, &pictures(&set), options).unwrap();
        let table = csv(applicant, options);
        for number in ["912-70-1234", "955-80-1111", "X1234567", "912701234", "912701299"] {
            assert!(show || !html.contains(number) && !table.contains(number), "{number}");
        }
        assert_eq!(html.contains("955-80-1111"), show);
        assert!(!show || html.contains("X1234567&lt;4UTO"));
        assert!(table.contains("1234.jpg"));
    }
}

#[test]
fn every_verdict_and_a_page_without_a_picture_have_their_words() {
    for language in Language::ALL {
        let words = words(language);
        let good = testing::good_set();
        assert!(said(&good, &testing::record(), &words).contains(&words.get("app-set-ready")));
        assert!(said(&good, &Record::default(), &words).contains(&words.get("app-set-review")));
        let report = judged(&good, &testing::record());
        let applicant = Applicant { judged: Judged { set: &good, report: &report }, record: &testing::record() };
        let html = html(applicant, &Pictures::new(), Options { words: &words, timings: false }).unwrap();
        assert!(html.contains("class=\"paper\"") && html.contains(&words.get("report-no-picture")));
        assert_eq!(report.set.verdict, SetVerdict::Ready);
    }
}

#[test]
fn the_list_of_clients_begins_with_what_needs_a_person() {
    let words = words(Language::English);
    let options = Options { words: &words, timings: false };
    let (good, bad, record) = (testing::good_set(), spoiled(), testing::record());
    let (ready, fix) = (judged(&good, &record), judged(&bad, &record));
    let client = |id, name, report, link: &str| Client { id, name, report, link: link.into() };
    let clients = [client("1", "Ana <Ruiz>", &ready.set, "1.html"), client("2", "=Eva", &fix.set, "2.html")];
    let index = html_index(&clients, &["Row 7: no folder".to_owned()], testing::today(), options).unwrap();
    assert!(index.find("=Eva").unwrap() < index.find("Ana &lt;Ruiz&gt;").unwrap(), "{index}");
    assert!(index.contains("href=\"2.html\"") && index.contains("2 clients") && index.contains("Row 7: no folder"));
    assert_well_formed(&index);

    let of = |set, report| Applicant { judged: Judged { set, report }, record: &record };
    let all = [(clients[0].clone(), of(&good, &ready)), (clients[1].clone(), of(&bad, &fix))];
    let together = html_together(&all, &Pictures::new(), &[], testing::today(), options).unwrap();
    assert!(together.contains("href=\"#client-2\"") && together.contains("id=\"client-2\""));
    assert!(together.contains("id=\"client-1-page-1\"") && together.matches("id=\"client-2-page-1\"").count() == 1);
    assert!(together.find("id=\"client-2\"").unwrap() < together.find("id=\"client-1\"").unwrap());
    let levels = headings(&together);
    assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{levels:?}");
    assert_well_formed(&together);
}
