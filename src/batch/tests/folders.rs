//! Folders and their clients.

use super::*;
use crate::batch::folders::{Folders, assign};

const LIST: &str = "client_id,given,middle,surname,birth_date\n\
    1042,Maria,,García López,1985-05-05\n1043,Pedro,,Ruiz Soto,1977-07-07\n2025,Luz,,Rivera,1969-12-31\n\
    ,Ewa,,Nowak,1991-10-17\nC-7,Bo,,Lin,1988-08-08\n12,José,María,Núñez Ortega,1990-04-12\n7,Juan Pablo,,De la Cruz,1970-10-11\n\
    0099,Seán,,O’Farrill,1980-01-01\n1050,Suryani,,,1995-07-17\n600,Ana,,Gil,1980-02-02\n601,Ana,,Gil,1990-03-03\n";

fn assigned(list: &str, paths: &[&str]) -> (Roster, Folders) {
    let roster = roster(list);
    let paths: Vec<String> = paths.iter().map(|path| (*path).to_owned()).collect();
    let folders = assign(&roster.clients, &paths, lexicon());
    (roster, folders)
}

/// What becomes of one path: `row how`, `? rows` or `nobody`.
fn of(list: &str, path: &str) -> String {
    let (roster, folders) = assigned(list, &[path]);
    let row = |at: &usize| roster.clients[*at].row.to_string();
    let mut out: Vec<String> =
        folders.matches.iter().map(|found| format!("{} {}", row(&found.client), found.how.code())).collect();
    out.extend(
        folders
            .unclear
            .iter()
            .map(|unclear| format!("? {}", unclear.clients.iter().map(row).collect::<Vec<_>>().join(" "))),
    );
    out.extend(folders.unmatched.iter().map(|_| "nobody".to_owned()));
    out.join(", ")
}

#[test]
fn ids_are_believed_where_they_stand_as_ids() {
    for (path, want) in [
        ("1042/a.jpg", "2 id"),
        ("1042 - Maria/a.jpg", "2 id"),
        ("García (1042)/a.jpg", "2 id"),
        ("García 1042/a.jpg", "2 id"),
        ("Client 1043/a.jpg", "3 id"),
        ("99 OFarrill/a.jpg", "9 id"),
        ("c7/a.jpg", "6 id"),
        ("12/a.jpg", "7 id"),
        ("2025 Luz/a.jpg", "4 id"),
        ("1042_passport.jpg", "2 id"),
        ("1042-2.jpg", "2 id"),
        ("2025_1042_CP565.pdf", "2 id"),
        ("7_De la Cruz.jpg", "8 id"),
        ("2025/x.jpg", "nobody"),
        ("21042/a.jpg", "nobody"),
        ("IMG_1043.jpg", "nobody"),
        ("DSC01043.jpg", "nobody"),
        ("12.jpg", "nobody"),
        ("passport 7.jpg", "nobody"),
        ("20250301_104200.jpg", "nobody"),
        ("scan 2025-03-01.pdf", "nobody"),
        ("IMG-20250301-WA1043.jpg", "nobody"),
        ("Scans 1043/a.jpg", "? 3"),
        ("passport_1042.jpg", "2 id"),
        ("elm street 1042.jpg", "? 2"),
        ("form 1042.pdf", "nobody"),
    ] {
        assert_eq!(of(LIST, path), want, "{path}");
    }
}

#[test]
fn an_id_with_the_name_of_somebody_else_is_asked_about() {
    for (path, want) in [
        ("1042 Nowak Ewa/a.jpg", "? 2 5"),
        ("1042 Nowak/a.jpg", "? 2 5"),
        ("1043 Smith John/a.jpg", "? 3"),
        ("1042 Lopez Ana/a.jpg", "? 2"),
        ("1042 taxes 2025 signed/a.jpg", "2 id"),
    ] {
        assert_eq!(of(LIST, path), want, "{path}");
    }
}

#[test]
fn names_are_compared_as_names() {
    for (path, want) in [
        ("GARCIA LOPEZ MARIA/a.jpg", "2 name"),
        ("garcia_lopez_maria/a.jpg", "2 name"),
        ("De la Cruz, Juan Pablo/a.jpg", "8 name"),
        ("Delacruz Juan Pablo/a.jpg", "8 name"),
        ("O Farrill Sean/a.jpg", "9 name"),
        ("GarciaLopezMaria_bill.pdf", "2 name"),
        ("nowak-ewa-cp565.jpg", "5 name"),
        ("Suryani passport.jpg", "10 name"),
        // nobody writes all of a long name on a folder
        ("Nuñez Jose/a.jpg", "7 name"),
        ("Jose M Nunez Ortega/a.jpg", "7 name"),
        ("García Maria/a.jpg", "2 name"),
        // a year of taxes, and a year of birth that is another's
        ("Nowak Ewa (2025)/a.jpg", "5 name"),
        ("Nowak Ewa 1975/a.jpg", "? 5"),
        // like a name, but not the same
        ("Pepe Nunez Ortega/a.jpg", "? 7"),
        ("Rivera/a.jpg", "? 4"),
        ("Lin Li/a.jpg", "nobody"),
        ("Elm Street 12/a.jpg", "nobody"),
        ("luz.pdf", "nobody"),
    ] {
        assert_eq!(of(LIST, path), want, "{path}");
    }
}

#[test]
fn two_clients_of_one_name_are_never_mixed() {
    for (path, want) in [
        ("Gil Ana/a.jpg", "? 11 12"),
        ("Gil Ana 1990/a.jpg", "12 name-and-birth-date"),
        ("Ana Gil 1999/a.jpg", "? 11 12"),
        ("601 Gil Ana/a.jpg", "12 id"),
    ] {
        assert_eq!(of(LIST, path), want, "{path}");
    }
    let long = "client_id,name\n1,Ana Gil Soto\n2,Ana Gil Mora\n";
    assert_eq!(of(long, "Gil Ana/a.jpg"), "? 2 3");
    let same_id = "client_id,name\n70,Ana Gil\n70,Bo Ito\n";
    assert_eq!(of(same_id, "70/a.jpg"), "? 2 3");
    assert_eq!(of(same_id, "70 Ito Bo/a.jpg"), "3 id");
}

#[test]
fn who_files_together_has_one_folder_or_two() {
    let list = "Client ID,TP First,TP Last,SP First,SP Last\n1044,Fatima,Al-Sayed,Omar,Al-Sayed\n";
    for (path, want) in [
        ("1044/a.jpg", "2 shared, 2 shared"),
        ("Al-Sayed Fatima & Omar/a.jpg", "2 shared, 2 shared"),
        ("Al Sayed Fatima/a.jpg", "2 shared, 2 shared"),
    ] {
        assert_eq!(of(list, path), want, "{path}");
    }
    let (_, folders) = assigned(list, &["Al-Sayed Fatima/a.jpg", "Al-Sayed Omar/b.jpg"]);
    let found: Vec<(usize, &str)> = folders.matches.iter().map(|m| (m.client, m.how.code())).collect();
    assert_eq!(found, [(0, "name"), (1, "name")]);
}

#[test]
fn folders_inside_of_folders_are_found_and_the_rest_is_listed_once() {
    let paths = [
        "2024/1043 - Ruiz/a.jpg",
        "2025/G/García López, María/2024/a.jpg",
        "2025/G/unknown/a.jpg",
        "Families/Nowak/Ewa/a.jpg",
        "To sort/more/a.jpg",
        "To sort/b.jpg",
        "1042 Maria/1043 Ruiz/c.jpg",
        "1042 Maria/2025/d.jpg",
        "empty/",
        ".DS_Store",
        "__MACOSX/1042/a.jpg",
        "1042 Maria/Thumbs.db",
        "~$1042.docx",
        "desktop.ini",
    ];
    let (roster, folders) = assigned(LIST, &paths);
    let found: Vec<(u32, &str)> =
        folders.matches.iter().map(|m| (roster.clients[m.client].row, m.folder.as_str())).collect();
    assert_eq!(
        found,
        [(2, "1042 Maria"), (3, "2024/1043 - Ruiz"), (2, "2025/G/García López, María"), (5, "Families/Nowak/Ewa")]
    );
    assert_eq!(folders.unmatched, ["2025/G/unknown", "To sort", "empty"]);
    let unclear: Vec<&str> = folders.unclear.iter().map(|u| u.folder.as_str()).collect();
    assert_eq!(unclear, ["1042 Maria/1043 Ruiz"]);
    assert_eq!(folders.unmatched_clients.len(), roster.clients.len() - 3);
}
