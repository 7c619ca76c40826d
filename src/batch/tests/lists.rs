//! Lists as text.

use super::*;

#[test]
fn an_export_of_an_address_book() {
    let list = "First Name,Middle Name,Last Name,Phonetic First Name,Name Suffix,Nickname,Organization Name,Birthday,Notes,\
        E-mail 1 - Label,E-mail 1 - Value,Address 1 - Label,Address 1 - Formatted,Address 1 - Street,Address 1 - City,\
        Address 1 - Region,Address 1 - Postal Code,Address 1 - Country,Address 2 - Street,Custom Field 1 - Label,\
        Custom Field 1 - Value,Event 1 - Value\r\n\
        Nora,,Valdés,,,Nori,Acme,1971-02-09,\"two\r\nlines\",* Home,n@example.com,Home,\"5 Ash St\r\nReno, NV\",5 Ash St,\
        Reno,NV,89502,US,1 Work Plaza,ITIN,911-80-4001,1999-01-01\r\n\
        Al,J,Tran,,Jr.,,,,,,,,,,,,,,,,,\r\n";
    let roster = roster(list);
    assert_eq!(
        shown(&roster),
        ["2 / Nora||Valdés / 911-80-4001 / 1971-02-09 / 5 Ash St; Reno; NV; 89502; US", "5 / Al|J|Tran Jr."]
    );
    assert_eq!(said(&roster), []);
}

#[test]
fn a_list_in_portuguese_with_the_number_of_the_house_apart() {
    let list = "Código;Nome;Sobrenome;ITIN;Data Nascimento;Endereço;Número;Bairro;Cidade;UF;CEP;Reside em;Data da chamada\n\
        1;Davi;da Rocha;911804002;25/12/1980;Rua Um;100;Centro;Santos;SP;11000-000;Brasil;05/01/2027\n\
        2;Rui e Lia;Melo;;03/04/1985;Av. Dois;22;;Santos;SP;11000-000;EUA;31/01/2027\n";
    let bytes: Vec<u8> = list.chars().map(|c| c as u8).collect(); // the code page of Windows
    let roster = roster(bytes);
    assert_eq!(
        shown(&roster),
        [
            "2 / 1 / Davi||da Rocha / 911-80-4002 / 1980-12-25 / Rua Um 100, Centro; Santos; SP; 11000-000 / OutsideUs / call 2027-01-05",
            "3 / 2 / Rui||Melo / 1985-04-03 / Av. Dois 22; Santos; SP; 11000-000 / Us / call 2027-01-31",
            "3 / 2 / Lia||Melo / Av. Dois 22; Santos; SP; 11000-000 / Us / call 2027-01-31",
        ]
    );
    assert_eq!(said(&roster), [(3, "joint-row")]);
}

#[test]
fn a_header_in_two_rows_says_whose_the_columns_are() {
    let list = "Season 2026,,,,,,,\nTaxpayer,,,,Spouse,,,\nFirst,Last,SSN,DOB,First,Last,SSN,Address\n\
        Ada,Reyes,911-80-4003,01/31/1980,Leo,Reyes,911-80-4004,\"1 A St, Reno\"\nBo,Ito,911-80-4005,02/03/1980,,,,\n";
    let roster = roster(list);
    assert_eq!(
        shown(&roster),
        [
            "4 / Ada||Reyes / 911-80-4003 / 1980-01-31 / 1 A St, Reno",
            "4 / Leo||Reyes / 911-80-4004 / 1 A St, Reno",
            "5 / Bo||Ito / 911-80-4005 / 1980-02-03",
        ]
    );
    assert_eq!((said(&roster).as_slice(), roster.header_row), ([(4, "joint-row")].as_slice(), 3));
}

#[test]
fn columns_that_come_twice_are_two_peoples_only_with_both_names() {
    let joint = "ID,First Name,Last Name,SSN,First Name,Last Name,SSN\n1,Ada,Reyes,911-80-4003,Leo,Reyes,911-80-4004\n";
    assert_eq!(shown(&roster(joint)), ["2 / 1 / Ada||Reyes / 911-80-4003", "2 / 1 / Leo||Reyes / 911-80-4004"]);
    let doubled = ",Name,Name,ITIN,,Address,Address,City\n1,Ada Reyes,x,911-80-4003,,1 A St,Apt 2,Reno\n";
    assert_eq!(shown(&roster(doubled)), ["2 / Ada Reyes / 911-80-4003 / 1 A St, Apt 2; Reno"]);
}

#[test]
fn two_people_in_one_cell_share_what_stands_there_once() {
    let list = "Client ID,Taxpayer,SSN,DOB\n1,\"Reyes, Ada y Leo\",911-80-4003 / 911-80-4004,1/31/1980\n";
    let roster = roster(list);
    assert_eq!(shown(&roster), ["2 / 1 / Ada||Reyes / 911-80-4003 / 1980-01-31", "2 / 1 / Leo||Reyes / 911-80-4004"]);
}

#[test]
fn an_open_quotation_mark_costs_its_own_row_only() {
    let list =
        "ID,First Name,Last Name,Address\n1,Ada,Reyes,\"12 Elm St\n2,Bo,Ito,\"3 Oak St, Reno\"\n3,Eve,Paz,\"4 Fir St\n";
    let roster = roster(list);
    assert_eq!(shown(&roster), ["3 / 2 / Bo||Ito / 3 Oak St, Reno"]);
    assert_eq!(said(&roster), [(2, "broken-row"), (4, "broken-row")]);
}

#[test]
fn a_comma_too_many_breaks_a_row_also_below_columns_without_a_title() {
    let list =
        "ID,Name,Address,City,,\n1,Ada Reyes,1 A St,Reno,,\n2,Bo Ito,2 B St, Apt 3,Reno,\n3,Eve Paz,3 C St,Reno,,\n";
    let roster = roster(list);
    assert_eq!((shown(&roster).len(), said(&roster)), (2, vec![(3, "broken-row")]));
    // a column without a title that many rows fill is a column
    let noted = "ID,Name,City,\n1,Ada Reyes,Reno,paid\n2,Bo Ito,Reno,paid\n3,Eve Paz,Reno,\n";
    assert_eq!(said(&super::roster(noted)), []);
}

#[test]
fn headings_totals_and_footers_are_no_clients() {
    let list = "Client Name,Client ID,ITIN,DOB\n\"Page, Jo\",1,911-80-4003,1980-01-31\n\"Total Recall, Bo\",2,911-80-4004,\n\
        Client Name,Client ID,ITIN,DOB\nTotal clients: 2,,,\nOffice: Reno,,,\nReport of 11/20/2026,,,\nB,,,\n2 clients,,,\n\
        Page 1 of 1,,,\n,9,,\n";
    let roster = roster(list);
    assert_eq!(shown(&roster).len(), 2);
    let title = |row| (row, "title-row");
    let want =
        [title(4), (5, "totals-row"), title(6), title(7), title(8), (9, "totals-row"), title(10), (11, "missing-name")];
    assert_eq!(said(&roster), want);
}

#[test]
fn formulas_are_neither_calculated_nor_handed_on() {
    let list = "ID,Name,ITIN,DOB,Path\n1,=A1&B1,911-80-4003,=DATE(1990;1;1),us\n2,@SUM(1),=911804004,1980-01-30,=X\n\
        3,\"=HYPERLINK(\"\"http://x\"\",\"\"Ada Reyes\"\")\",\"=\"\"911-80-4005\"\"\",1980-01-30,\n=5,Bo Ito,,,\n";
    let roster = roster(list);
    assert_eq!(
        shown(&roster),
        [
            "2 / 1 / 911-80-4003 / Us",
            "3 / 2 / 1980-01-30",
            "4 / 3 / Ada Reyes / 911-80-4005 / 1980-01-30",
            "5 / Bo Ito"
        ]
    );
    let mut said = said(&roster);
    said.sort_unstable();
    let want = [(2, "bad-date"), (2, "formula"), (3, "bad-itin"), (3, "bad-path"), (3, "formula"), (5, "formula")];
    assert_eq!(said, want);
}

#[test]
fn what_a_list_says_twice() {
    let list = "Client ID,Name,ITIN\nA1,Ada Reyes,911-80-4003\nA2,Ada Reyes,911-80-4004\na1,Bo Ito,\nA4,Eve Paz,911-80-4004\nA2,Ada Reyes,911-80-4004\n";
    let roster = roster(list);
    assert_eq!(said(&roster), [(4, "duplicate-client"), (5, "duplicate-client"), (6, "duplicate-client")]);
    assert_eq!(roster.clients.len(), 4, "the same row is there once");
}

#[test]
fn a_column_of_any_taxpayer_number_fills_in_for_the_itin() {
    let list = "Client,SSN,ITIN,Client Name\n12,,911-80-4003,\"Reyes, Ada\"\n13,911-80-4004,,\"Ito, Bo\"\n14,666-12-3456,,\"Paz, Eve\"\n";
    let roster = roster(list);
    assert_eq!(
        shown(&roster),
        ["2 / 12 / Ada||Reyes / 911-80-4003", "3 / 13 / Bo||Ito / 911-80-4004", "4 / 14 / Eve||Paz"]
    );
    assert_eq!(said(&roster), []);
}

#[test]
fn the_home_address_comes_before_that_of_the_mail() {
    let list = "Name,Mailing Street,Mailing City,Home Street,Home City,Business Street\nAda Reyes,PO Box 1,Elko,1 A St,Reno,9 Z St\n";
    assert_eq!(shown(&roster(list)), ["2 / Ada Reyes / 1 A St; Reno"]);
    let mail = "Name,Mailing Street,Mailing City\nAda Reyes,PO Box 1,Elko\n";
    assert_eq!(shown(&roster(mail)), ["2 / Ada Reyes / PO Box 1; Elko"]);
}

#[test]
fn the_title_of_a_column_decides_its_order() {
    let list = "Name|DOB (DD/MM/YYYY)|Appt\nAda Reyes|03/04/1985|1/2/2027\nBo Ito|04/05/1986|1/13/2027\n";
    let roster = roster(list);
    assert_eq!(
        shown(&roster),
        ["2 / Ada Reyes / 1985-04-03 / call 2027-01-02", "3 / Bo Ito / 1986-05-04 / call 2027-01-13"]
    );
}

#[test]
fn a_list_without_names_says_so() {
    for list in ["ID,ITIN\n1,911-80-4003\n", "1,Ada,911-80-4003\n", "\n", "x"] {
        let error = read(list.as_bytes(), lexicon(), today()).unwrap_err();
        assert!(matches!(error, RosterError::NoNames { .. } | RosterError::Empty), "{list}: {error:?}");
    }
}

#[test]
fn a_thousand_columns_and_ten_thousand_rows() {
    let extra: Vec<String> = (0..1000).map(|n| format!(",Extra {n}")).collect();
    let extra = extra.concat();
    let wide = format!("Name,ITIN{extra}\nAda Reyes,911-80-4003{}\n", ",x".repeat(1000));
    assert_eq!(shown(&roster(wide)), ["2 / Ada Reyes / 911-80-4003"]);
    let long: Vec<String> = (0..10_000).map(|n| format!("{n},Ada,Reyes,1980-01-31\n")).collect();
    let long = long.concat();
    assert_eq!(roster(format!("Client ID,First,Last,DOB\n{long}")).clients.len(), 10_000);
}
