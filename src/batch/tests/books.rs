//! Workbooks, made here.

use std::io::{Cursor, Write as _};

use zip::write::{SimpleFileOptions, ZipWriter};

use super::*;

/// A ZIP archive of these parts.
fn archive(parts: &[(&str, String)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        writer
            .start_file(*name, SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored))
            .unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// An XLSX of sheets: name, state, content. `properties` are those of the workbook.
fn xlsx(sheets: &[(&str, &str, String)], properties: &str) -> Vec<u8> {
    let type_of = |kind: &str| format!("http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}");
    let relation =
        |id: &str, kind: &str, to: &str| format!(r#"<Relationship Id="{id}" Type="{}" Target="{to}"/>"#, type_of(kind));
    let of_sheet = |n: usize| relation(&format!("rId{n}"), "worksheet", &format!("worksheets/sheet{n}.xml"));
    let sheet = |(n, (name, state, _)): (usize, &(&str, &str, String))| {
        format!(r#"<x:sheet name="{name}" sheetId="{}" state="{state}" r:id="rId{}"/>"#, n + 1, n + 1)
    };
    let related: String = (1..=sheets.len()).map(of_sheet).collect();
    let listed: String = sheets.iter().enumerate().map(sheet).collect();
    let strings =
        r#"<sst><si><r><t xml:space="preserve">Ada </t></r><r><t>Reyes_x000D_</t></r><rPh><t>no</t></rPh></si></sst>"#;
    let styles = r#"<styleSheet><numFmts><numFmt numFmtId="164" formatCode="0000"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
        <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>"#;
    let own = [relation("rId90", "sharedStrings", "sharedStrings.xml"), relation("rId91", "styles", "/xl/styles.xml")]
        .concat();
    let mut parts = vec![
        (
            "_rels/.rels",
            format!("<Relationships>{}</Relationships>", relation("rId1", "officeDocument", "xl/workbook.xml")),
        ),
        ("xl/_rels/workbook.xml.rels", format!("<Relationships>{related}{own}</Relationships>")),
        ("xl/workbook.xml", format!("<x:workbook>{properties}<x:sheets>{listed}</x:sheets></x:workbook>")),
        ("xl/sharedStrings.xml", strings.to_owned()),
        ("xl/styles.xml", styles.to_owned()),
    ];
    let paths: Vec<String> = (1..=sheets.len()).map(|n| format!("xl/worksheets/sheet{n}.xml")).collect();
    parts.extend(
        paths
            .iter()
            .zip(sheets)
            .map(|(path, (.., content))| (path.as_str(), format!("<x:worksheet>{content}</x:worksheet>"))),
    );
    archive(&parts)
}

/// Rows of cells: text, or a cell as it is where it begins with `<`.
fn rows(rows: &[&[&str]]) -> String {
    let cell = |text: &&str| {
        let ready = text.starts_with('<');
        if ready { (*text).to_owned() } else { format!(r#"<c t="inlineStr"><is><t>{text}</t></is></c>"#) }
    };
    let row = |cells: &&[&str]| format!("<row>{}</row>", cells.iter().map(cell).collect::<String>());
    format!("<x:sheetData>{}</x:sheetData>", rows.iter().map(row).collect::<String>()).replace("x:", "")
}

const HEADER: &[&str] = &["ID", "Name", "ITIN", "DOB"];

#[test]
fn the_cells_of_a_workbook() {
    let sheet = rows(&[
        HEADER,
        &[
            r#"<c s="2"><v>42</v></c>"#,
            r#"<c t="s"><v>0</v></c>"#,
            "<c><v>9.11804003E8</v></c>",
            r#"<c s="1"><v>22125.5</v></c>"#,
        ],
        &[
            "<c><f>A2+1</f></c>",
            r#"<c t="str"><f>B2</f><v>Bo &amp; Lu Ito</v></c>"#,
            r#"<c t="e"><v>#REF!</v></c>"#,
            r#"<c t="d"><v>1990-05-07T00:00:00</v></c>"#,
        ],
    ]);
    let roster = roster(xlsx(&[("Clients", "visible", sheet)], ""));
    assert_eq!(
        shown(&roster),
        ["2 / 0042 / Ada Reyes / 911-80-4003 / 1960-07-28", "3 / Bo Ito / 1990-05-07", "3 / Lu Ito"]
    );
    let mut said = said(&roster);
    said.sort_unstable();
    assert_eq!(said, [(3, "bad-itin"), (3, "formula"), (3, "joint-row")]);
}

#[test]
fn what_a_workbook_hides_is_not_read_but_hidden_rows_are_clients() {
    let old = rows(&[HEADER, &["9", "Old One", "911-80-4009", "1980-01-31"]]);
    let now = rows(&[&["ID", "Name", "Middle name", "ITIN"], &["1", "Ada Reyes", "Secret", "911-80-4003"]]);
    let hidden = r#"<cols><col min="3" max="3" hidden="1"/></cols>"#;
    let now = format!(
        "{hidden}{}",
        now.replacen("<row>", r#"<row r="3">"#, 1).replacen("<row><c", r#"<row r="7" hidden="1"><c"#, 1)
    );
    let notes = rows(&[&["Read me"]]);
    let book = xlsx(&[("Old", "hidden", old), ("Notes", "visible", notes), ("Now", "visible", now)], "");
    let roster = roster(book);
    assert_eq!(shown(&roster), ["7 / 1 / Ada Reyes / 911-80-4003"]);
    assert_eq!((roster.header_row, roster.sheet.as_deref()), (3, Some("Now")));
}

#[test]
fn the_sheet_with_more_clients_is_read_and_the_other_is_named() {
    let one = rows(&[HEADER, &["9", "Old One", "911-80-4009", "1980-01-31"]]);
    let two = rows(&[HEADER, &["1", "Ada Reyes", "", ""], &["2", "Bo Ito", "", ""]]);
    let roster = roster(xlsx(&[("2025", "visible", one), ("2026", "visible", two)], ""));
    assert_eq!(shown(&roster), ["2 / 1 / Ada Reyes", "3 / 2 / Bo Ito"]);
    assert_eq!(
        (roster.sheet.as_deref(), roster.other_sheets.as_slice()),
        (Some("2026"), ["2025".to_owned()].as_slice())
    );
}

#[test]
fn days_count_from_1904_where_the_workbook_says_so() {
    let sheet = || {
        rows(&[
            HEADER,
            &["1", "Ada Reyes", "", r#"<c s="1"><v>31513</v></c>"#],
            &["2", "Bo Ito", "", "<c><v>31513</v></c>"],
        ])
    };
    let with = |properties: &str| shown(&roster(xlsx(&[("S", "visible", sheet())], properties)));
    let extension =
        r#"<x:workbookPr date1904="1"/><extLst><ext><x15:workbookPr chartTrackingRefBase="1"/></ext></extLst>"#;
    assert_eq!(with(extension), ["2 / 1 / Ada Reyes / 1990-04-12", "3 / 2 / Bo Ito / 1990-04-12"]);
    assert_eq!(with("<x:workbookPr/>")[0], "2 / 1 / Ada Reyes / 1986-04-11");
}

/// An ODS of one visible sheet and one that is not shown.
fn ods(table: &str) -> Vec<u8> {
    let hidden = r#"<style:style style:name="h"><style:table-properties table:display="false"/></style:style>"#;
    let secret = r#"<table:table table:name="H" table:style-name="h"><table:table-row><table:table-cell><text:p>Name</text:p>
        </table:table-cell></table:table-row></table:table>"#;
    let content = format!("<office>{hidden}{secret}<table:table table:name=\"C\">{table}</table:table></office>");
    archive(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet".to_owned()), ("content.xml", content)])
}

fn text(text: &str) -> String {
    format!(r#"<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>"#)
}

#[test]
fn the_cells_of_an_open_document() {
    let header: String = ["Name", "Middle name", "ID", "DOB"].map(text).concat();
    let cells = r#"<table:table-cell office:value-type="string"><office:annotation><text:p>note</text:p></office:annotation><text:p>Ada<text:s text:c="3"/><text:span>Reyes</text:span></text:p></table:table-cell>
        <table:table-cell office:value-type="string"><text:p>Secret</text:p></table:table-cell>
        <table:table-cell office:value-type="float" office:value="42"><text:p>0042</text:p></table:table-cell>
        <table:table-cell office:value-type="date" office:date-value="1980-01-31"><text:p>31/01/80</text:p></table:table-cell>"#;
    let table = format!(
        r#"<table:table-column/><table:table-column table:visibility="collapse"/><table:table-column table:number-columns-repeated="9"/>
        <table:table-header-rows><table:table-row>{header}</table:table-row></table:table-header-rows>
        <table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>
        <table:table-row table:visibility="filter">{cells}</table:table-row>
        <table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>"#
    );
    assert_eq!(shown(&roster(ods(&table))), ["5 / 0042 / Ada Reyes / 1980-01-31"]);
}

#[test]
fn a_file_that_unpacks_to_more_than_any_list_is_refused() {
    let row = format!(
        r#"<table:table-row table:number-rows-repeated="1000000">{}</table:table-row>"#,
        text("x").replace("office:value-type", r#"table:number-columns-repeated="16000" office:value-type"#)
    );
    assert!(matches!(read(&ods(&row), lexicon(), today()), Err(RosterError::TooLarge(_))));
    let far = r#"<x:sheetData><row r="4000000"><c t="inlineStr"><is><t>Name</t></is></c></row></x:sheetData>"#;
    assert!(matches!(
        read(&xlsx(&[("S", "visible", far.to_owned())], ""), lexicon(), today()),
        Err(RosterError::TooLarge(_))
    ));
    let large = vec![b'a'; MAX_LIST_BYTES + 1];
    assert!(matches!(read(&large, lexicon(), today()), Err(RosterError::TooLarge(_))));
}

#[test]
fn files_that_are_no_lists_say_what_to_do() {
    let reason = |bytes: &[u8]| match read(bytes, lexicon(), today()) {
        Err(RosterError::NotAList(reason)) => reason,
        other => panic!("{other:?}"),
    };
    assert_eq!(reason(b"\xd0\xcf\x11\xe0\xa1\xb1"), "old-workbook");
    assert_eq!(reason(b"%PDF-1.7\n"), "binary");
    assert_eq!(reason(&(0..=255).collect::<Vec<u8>>().repeat(4)), "binary");
    assert_eq!(reason(b"PK\x03\x04 and no archive"), "workbook");
    assert_eq!(reason(&archive(&[("a.txt", "x".to_owned())])), "other-archive");
    let locked = "<manifest><file-entry><encryption-data/></file-entry></manifest>";
    assert_eq!(
        reason(&archive(&[("content.xml", String::new()), ("META-INF/manifest.xml", locked.to_owned())])),
        "locked"
    );
}
