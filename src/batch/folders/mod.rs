//! Which folder, or which file of a flat folder, belongs to which client: by id, then by name.
//!
//! Folders are never given to the likelier of two clients: where it is not sure whose one is, a person is asked. What
//! carries nothing of any client is left over and listed.

mod by_name;
mod clients;
mod index;
mod label;
pub mod listing;
mod tree;
mod verdict;

use std::collections::HashMap;

use super::lexicon::RosterLexicon;
use super::roster::Client;
use crate::words::Message;
use index::Index;
use tree::Node;
use verdict::Verdict;

/// How a folder was found to be a client's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// Its name carries the client's id.
    Id,
    /// Its name is the client's.
    Name,
    /// Its name is that of several clients, and a year of birth in it is that of one.
    NameAndBirthDate,
    /// It is that of two people who file together.
    Shared,
}

impl How {
    /// Its word in reports.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Name => "name",
            Self::NameAndBirthDate => "name-and-birth-date",
            Self::Shared => "shared",
        }
    }
}

/// A folder or file of a client.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// Place of the client in the list.
    pub client: usize,
    /// Path below the folder of all clients, with `/`.
    pub folder: String,
    /// How it was found.
    pub how: How,
}

/// A folder or file that may be that of several clients, or of one without being sure.
#[derive(Debug, Clone, PartialEq)]
pub struct Unclear {
    /// Path below the folder of all clients, with `/`.
    pub folder: String,
    /// Places of the clients in the list.
    pub clients: Vec<usize>,
    /// What is unclear and what to do.
    pub message: Message,
}

/// Whose each folder is.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Folders {
    /// Folders and files with their clients, by path.
    pub matches: Vec<Match>,
    /// Places of the clients without any.
    pub unmatched_clients: Vec<usize>,
    /// Folders and files that are nobody's.
    pub unmatched: Vec<String>,
    /// Folders and files to be asked about.
    pub unclear: Vec<Unclear>,
}

/// Says whose each folder is. `files` are paths below the folder of all clients, with `/`; one that ends in `/` is a
/// folder without files.
pub fn assign(clients: &[Client], files: &[String], lexicon: &RosterLexicon) -> Folders {
    let index = Index::new(clients, lexicon);
    let tree = Node::of(files, lexicon);
    let mut found = Found { index: &index, clients, out: Folders::default() };
    found.inside(&tree, "");
    let mut out = found.out;
    share(clients, &mut out.matches);
    out.matches.sort_by(|a, b| (&a.folder, a.client).cmp(&(&b.folder, b.client)));
    let has = having(clients, &out.matches);
    out.unmatched_clients = (0..clients.len()).filter(|at| !has[*at]).collect();
    out
}

/// Why a name that is like a client's is asked about.
const NOT_SURE: &str = "name-not-sure";

/// Walks through the folders.
struct Found<'a> {
    index: &'a Index<'a>,
    clients: &'a [Client],
    out: Folders,
}

impl Found<'_> {
    /// Everything in a folder that is nobody's itself. Returns whether anything in it is somebody's or unclear.
    fn inside(&mut self, node: &Node, path: &str) -> bool {
        let mut any = false;
        for (name, child) in &node.children {
            any |= self.one(name, child, path);
        }
        any
    }

    fn one(&mut self, name: &str, node: &Node, above: &str) -> bool {
        let path = if above.is_empty() { name.to_owned() } else { format!("{above}/{name}") };
        let before = (self.out.matches.len(), self.out.unclear.len(), self.out.unmatched.len());
        match self.verdict(name, node, above) {
            Verdict::Of(clients, how) => {
                self.strangers(node, &path, &clients);
                self.out.matches.extend(clients.into_iter().map(|client| Match { client, folder: path.clone(), how }));
            }
            Verdict::Unclear(clients, why) => {
                // what is inside may be clearer, as in `Nowak/Ewa`
                if why != NOT_SURE || !self.inside(node, &path) || self.out.matches.len() == before.0 {
                    self.out.unclear.truncate(before.1);
                    self.out.unmatched.truncate(before.2);
                    let message = Message::new(format!("folders-{why}"));
                    self.out.unclear.push(Unclear { folder: path, clients, message });
                }
            }
            Verdict::Nobodys => {
                if !self.inside(node, &path) {
                    // nothing in it is anybody's, so it is left over as one
                    self.out.unmatched.truncate(before.2);
                    self.out.unmatched.push(path);
                    return false;
                }
            }
        }
        true
    }

    /// Whose a folder is by its own name, else by it and the name of the folder around it.
    fn verdict(&self, name: &str, node: &Node, above: &str) -> Verdict {
        let own = self.index.whose(name, node.is_folder);
        let open = own == Verdict::Nobodys || matches!(own, Verdict::Unclear(_, NOT_SURE));
        if !open || above.is_empty() {
            return own;
        }
        let above = above.rsplit('/').next().unwrap_or_default();
        match self.index.whose_below(above, name, node.is_folder) {
            Verdict::Of(clients, how) => Verdict::Of(clients, how),
            _ => own,
        }
    }

    /// Folders inside a client's folder that are another client's: a person must look.
    fn strangers(&mut self, node: &Node, path: &str, owners: &[usize]) {
        for (name, child) in node.children.iter().filter(|(_, child)| child.is_folder) {
            let path = format!("{path}/{name}");
            match self.index.whose(name, true) {
                Verdict::Of(others, _) if !others.iter().any(|other| self.is_row_of(*other, owners)) => {
                    let clients = owners.iter().copied().chain(others).collect();
                    let message = Message::new("folders-inside");
                    self.out.unclear.push(Unclear { folder: path, clients, message });
                }
                _ => self.strangers(child, &path, owners),
            }
        }
    }

    fn is_row_of(&self, client: usize, owners: &[usize]) -> bool {
        owners.iter().any(|owner| self.clients[*owner].row == self.clients[client].row)
    }
}

/// Who files together has one folder, unless each has one.
fn share(clients: &[Client], matches: &mut Vec<Match>) {
    let mut rows: HashMap<u32, Vec<usize>> = HashMap::new();
    for (at, client) in clients.iter().enumerate() {
        rows.entry(client.row).or_default().push(at);
    }
    let has = having(clients, matches);
    let mut shared = Vec::new();
    for found in matches.iter_mut() {
        let people = &rows[&clients[found.client].row];
        let without: Vec<usize> = people.iter().copied().filter(|at| !has[*at]).collect();
        if !without.is_empty() {
            found.how = How::Shared;
            shared.extend(without.into_iter().map(|client| Match { client, ..found.clone() }));
        }
    }
    matches.extend(shared);
}

/// Which clients have anything.
fn having(clients: &[Client], matches: &[Match]) -> Vec<bool> {
    let mut has = vec![false; clients.len()];
    for found in matches {
        has[found.client] = true;
    }
    has
}
