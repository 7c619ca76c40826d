//! Whether a folder holds the photos of one person or those of many clients, and who they are: by a list beside or in it,
//! else by its folders. Everything is told by the library; nothing is examined here.

use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use precheck::assets::Assets;
use precheck::batch::folders::{Folders, assign, listing};
use precheck::batch::run::tasks;
use precheck::batch::{MAX_LIST_BYTES, Roster, RosterLexicon, labels, read};
use precheck::intake;
use precheck::record::Record;

/// Ends of names of lists.
const LISTS: [&str; 3] = ["csv", "xlsx", "ods"];
/// Most files that one person has: more are asked about.
const MOST_OF_ONE: usize = 30;

/// What a folder holds that may be many clients.
#[derive(Debug, Clone, Default)]
pub struct Clients {
    /// The folder of all clients.
    pub folder: PathBuf,
    /// The list, if there is one that names them.
    pub list: Option<(PathBuf, Roster, Folders)>,
    /// Everyone with documents.
    pub people: Vec<Found>,
    /// How many documents there are.
    pub files: usize,
}

/// A client with documents.
#[derive(Debug, Clone, Default)]
pub struct Found {
    /// By which the client is told from all others.
    pub label: String,
    /// What people call the client.
    pub name: String,
    /// What the list says of the client.
    pub record: Record,
    /// The documents.
    pub files: Vec<PathBuf>,
    /// Places of those who share a folder with this one.
    pub shares: Vec<usize>,
}

/// The clients under some paths; `None` if they hold what one person has.
pub fn find(paths: &[PathBuf], assets: &Assets, today: Date) -> Option<Clients> {
    match paths {
        [folder] if folder.is_dir() => in_folder(folder, assets, today),
        _ => in_folders(paths),
    }
}

/// Several paths are one person's unless there is too much: then each folder among them is a client.
fn in_folders(paths: &[PathBuf]) -> Option<Clients> {
    let files = intake::walk(paths).files.len();
    let folder = paths.first()?.parent()?.to_owned();
    let client = |folder: &PathBuf| {
        let name = folder.file_name()?.to_string_lossy().into_owned();
        let files = intake::walk(std::slice::from_ref(folder)).files;
        (!files.is_empty()).then(|| Found { label: name.clone(), name, files, ..Found::default() })
    };
    let all_folders = paths.iter().all(|path| path.is_dir());
    let people = if all_folders { paths.iter().filter_map(client).collect() } else { Vec::new() };
    (files > MOST_OF_ONE).then_some(Clients { folder, list: None, people, files })
}

fn in_folder(folder: &Path, assets: &Assets, today: Date) -> Option<Clients> {
    let files = intake::walk(&[folder.to_owned()]).files;
    let by_list = RosterLexicon::load(assets).ok().and_then(|lexicon| {
        let lists = lists(folder).into_iter().filter_map(|list| by_list(folder, &list, &lexicon, today));
        lists.max_by_key(|clients| clients.people.len()).filter(|clients| clients.people.len() > 1)
    });
    let found = by_list.unwrap_or_else(|| by_folders(folder, &files));
    (found.people.len() > 1 || files.len() > MOST_OF_ONE).then_some(Clients { files: files.len(), ..found })
}

/// Files that may be a list, in the folder and beside it.
fn lists(folder: &Path) -> Vec<PathBuf> {
    let around = folder.canonicalize().ok().and_then(|real| real.parent().map(Path::to_owned));
    let inside = |folder: PathBuf| std::fs::read_dir(folder).into_iter().flatten().flatten();
    let files = [Some(folder.to_owned()), around].into_iter().flatten().flat_map(inside).map(|entry| entry.path());
    let is_list = |file: &PathBuf| {
        let ending = file.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        LISTS.iter().any(|list| list.eq_ignore_ascii_case(ending)) && file.is_file()
    };
    let mut lists: Vec<PathBuf> = files.filter(is_list).collect();
    lists.sort();
    lists
}

fn by_list(folder: &Path, list: &Path, lexicon: &RosterLexicon, today: Date) -> Option<Clients> {
    let mut bytes = Vec::new();
    File::open(list).ok()?.take(MAX_LIST_BYTES as u64 + 1).read_to_end(&mut bytes).ok()?;
    let roster = read(&bytes, lexicon, today).ok()?;
    let folders = assign(&roster.clients, &listing::list(folder, list).paths, lexicon);
    let (tasks, labels) = (tasks(&roster.clients, &folders, folder), labels(&roster.clients));
    let people = tasks.iter().map(|task| {
        let client = &roster.clients[task.client];
        let shares = |(_, other): &(usize, &precheck::batch::run::Task)| {
            other.client != task.client
                && roster.clients[other.client].row == client.row
                && other.files.iter().any(|file| task.files.contains(file))
        };
        Found {
            label: labels[task.client].clone(),
            name: client.handles().join("  "),
            record: client.record(),
            files: task.files.clone(),
            shares: tasks.iter().enumerate().filter(shares).map(|(at, _)| at).collect(),
        }
    });
    let people = people.collect();
    Some(Clients { folder: folder.to_owned(), list: Some((list.to_owned(), roster, folders)), people, files: 0 })
}

/// Each folder in the folder that has documents is a client; nothing is known of anybody.
fn by_folders(folder: &Path, files: &[PathBuf]) -> Clients {
    let mut people: Vec<Found> = Vec::new();
    for file in files {
        let below = file.strip_prefix(folder).ok().and_then(|below| below.parent()?.components().next());
        let Some(name) = below.map(|part| part.as_os_str().to_string_lossy().into_owned()) else { continue };
        match people.last_mut().filter(|last| last.label == name) {
            Some(last) => last.files.push(file.clone()),
            None => people.push(Found { label: name.clone(), name, files: vec![file.clone()], ..Found::default() }),
        }
    }
    Clients { folder: folder.to_owned(), list: None, people, files: 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: Date = jiff::civil::date(2026, 11, 22);

    fn sample(name: &str) -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata").join(name)
    }

    #[test]
    fn a_list_beside_the_folder_names_its_clients() {
        let found = find(&[sample("season/clients")], &Assets::find(), TODAY).unwrap();
        assert!(found.list.is_some());
        assert!(found.people.len() >= 9 && found.files > 20, "{} people", found.people.len());
        let first = &found.people[0];
        assert!(first.name.contains("0101") && first.name.contains("Núñez"), "{}", first.name);
        assert!(first.record.name.is_some() && first.files.len() == 3);
        assert!(first.shares.is_empty());
    }

    #[test]
    fn the_folder_of_one_person_is_no_list_of_clients() {
        assert!(find(&[sample("ready")], &Assets::find(), TODAY).is_none());
        let two = [sample("ready"), sample("five-faults")];
        assert!(find(&two, &Assets::find(), TODAY).is_none(), "few files are not asked about");
    }

    #[test]
    fn without_a_list_each_folder_is_a_client_of_whom_nothing_is_known() {
        let folder = std::env::temp_dir().join(format!("precheck-clients-{}", std::process::id()));
        for (name, files) in [("Ana Ruiz", 2), ("Luis Soto", 1)] {
            std::fs::create_dir_all(folder.join(name)).unwrap();
            for i in 0..files {
                std::fs::write(folder.join(name).join(format!("{i}.jpg")), "x").unwrap();
            }
        }
        std::fs::write(folder.join("loose.jpg"), "x").unwrap();
        let found = find(std::slice::from_ref(&folder), &Assets::find(), TODAY);
        for i in 0..40 {
            std::fs::write(folder.join("Ana Ruiz").join(format!("more {i}.jpg")), "x").unwrap();
        }
        let many = find(&[folder.join("Ana Ruiz")], &Assets::find(), TODAY);
        let both = find(&[folder.join("Ana Ruiz"), folder.join("Luis Soto")], &Assets::find(), TODAY);
        std::fs::remove_dir_all(&folder).unwrap();
        let found = found.unwrap();
        let names: Vec<(&str, usize)> = found.people.iter().map(|one| (one.name.as_str(), one.files.len())).collect();
        assert_eq!(names, [("Ana Ruiz", 2), ("Luis Soto", 1)]);
        assert!(
            found.people.iter().all(|one| one.record == Record::default()),
            "the name of a folder is no name on record"
        );
        assert_eq!(both.map(|both| (both.people.len(), both.files)), Some((2, 43)));
        assert!(many.is_some_and(|many| many.people.is_empty() && many.files == 42), "many files are asked about");
    }
}
