//! The clients by what the names of folders may carry, and whose a folder is by an id in its name.

use std::collections::HashMap;

use super::How;
use super::clients::{IdKind, Sought};
use super::label::{Label, Piece, Word};
use super::verdict::Verdict;
use crate::batch::lexicon::RosterLexicon;
use crate::batch::roster::Client;
use crate::names::known;

/// Digits of an id that is believed at the end of a name.
const LONG_ID: usize = 3;

/// The clients of a list, ready to be found.
pub(super) struct Index<'a> {
    pub lexicon: &'a RosterLexicon,
    pub clients: Vec<Sought>,
    by_id: HashMap<String, Vec<usize>>,
    pub by_word: HashMap<String, Vec<usize>>,
    pub by_row: HashMap<u32, Vec<usize>>,
}

/// How much the place of an id in a name says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Believed {
    /// Only where the name agrees.
    WithName,
    /// Only where nothing else contradicts; else a person is asked.
    AtEnd,
    Yes,
}

impl<'a> Index<'a> {
    pub(super) fn new(clients: &[Client], lexicon: &'a RosterLexicon) -> Self {
        let clients: Vec<Sought> = clients.iter().map(Sought::new).collect();
        let (mut by_id, mut by_word, mut by_row) = (HashMap::new(), HashMap::new(), HashMap::new());
        for (at, client) in clients.iter().enumerate() {
            if let Some(first) = client.id.first() {
                by_id.entry(first.clone()).or_insert_with(Vec::new).push(at);
            }
            let mut forms: Vec<&String> = client.words.iter().flatten().chain(&client.joined).collect();
            forms.sort();
            forms.dedup();
            for form in forms {
                by_word.entry(form.clone()).or_insert_with(Vec::new).push(at);
            }
            by_row.entry(client.row).or_insert_with(Vec::new).push(at);
        }
        Self { lexicon, clients, by_id, by_word, by_row }
    }

    /// Whose a folder or file of this name is.
    pub(super) fn whose(&self, name: &str, is_folder: bool) -> Verdict {
        let label = Label::new(name, is_folder);
        let words = self.words(&label);
        let ids = self.ids(&label, &words, is_folder);
        if ids.is_empty() { self.by_name(&label, &words) } else { self.by_id(&ids, &words) }
    }

    /// Whose a folder or file is by its name and by that of the folder around it: `Nowak/Ewa`.
    pub(super) fn whose_below(&self, above: &str, name: &str, is_folder: bool) -> Verdict {
        let bare = if is_folder { name } else { super::label::without_ending(name) };
        let label = Label::new(&format!("{above} {bare}"), true);
        self.by_name(&label, &self.words(&label))
    }

    /// The words of a name. `GarciaMaria` is two, unless a client is called so.
    fn words(&self, label: &Label) -> Vec<Word> {
        let is_client = |word: &Word| word.forms.iter().any(|form| self.by_word.contains_key(form));
        let split = |word: Word| if is_client(&word) { vec![word] } else { word.humps() };
        label.words().into_iter().flat_map(split).collect()
    }

    /// The clients whose id stands in a name where it is believed: the longest id, and the places of its pieces.
    fn ids(&self, label: &Label, words: &[Word], is_folder: bool) -> Vec<(usize, std::ops::Range<usize>, Believed)> {
        let mut found: Vec<(usize, std::ops::Range<usize>, Believed)> = Vec::new();
        for (at, piece) in label.pieces.iter().enumerate().filter(|(_, piece)| !piece.joined) {
            for client in self.by_id.get(&piece.text).into_iter().flatten() {
                let sought = &self.clients[*client];
                let end = at + sought.id.len();
                let same = label.pieces.get(at..end).is_some_and(|p| p.iter().map(|p| &p.text).eq(&sought.id));
                if !same || label.is_joined_behind(end - 1) {
                    continue;
                }
                let agrees =
                    words.iter().any(|w| !(at..end).contains(&w.at) && w.folded.len() > 1 && sought.has(&w.forms));
                let believed =
                    self.believed(label, at..end, sought, is_folder).filter(|b| *b != Believed::WithName || agrees);
                if let Some(believed) = believed {
                    let believed = if agrees { Believed::Yes } else { believed };
                    found.push((*client, at..end, believed));
                }
            }
        }
        let most = found.iter().map(|(_, range, believed)| (*believed, range.len())).max();
        found.retain(|(_, range, believed)| Some((*believed, range.len())) == most);
        found
    }

    /// How much the place of an id says.
    fn believed(
        &self,
        label: &Label,
        range: std::ops::Range<usize>,
        client: &Sought,
        is_folder: bool,
    ) -> Option<Believed> {
        let before = label.before(range.start);
        let labeled = before.last().is_some_and(|piece| self.lexicon.labels.has(&piece.text));
        let first = before.iter().all(|piece| self.lexicon.labels.has(&piece.text));
        let marked = label.pieces[range.start].marked || labeled;
        let last = range.end == label.pieces.len();
        let whole = range.len() == label.pieces.len();
        match client.kind {
            IdKind::None => None,
            IdKind::Year => Some(Believed::WithName),
            IdKind::Mixed => Some(Believed::Yes),
            IdKind::Letters if whole || marked => Some(Believed::Yes),
            IdKind::Letters => first.then_some(Believed::WithName),
            IdKind::Number(digits) => {
                let (row, place) = label.row_of_numbers(range.start);
                let (row, place) = if first && place > 0 { (row - place, 0) } else { (row, place) }; // behind a year
                let short = digits < LONG_ID;
                if row > 2 || place > 0 || is_camera_number(label) {
                    None
                } else if short && !(is_folder && (whole || first && row == 1)) {
                    Some(Believed::WithName)
                } else if first || marked {
                    Some(Believed::Yes)
                } else if last {
                    Some(self.at_end(before, is_folder))
                } else {
                    Some(Believed::WithName)
                }
            }
        }
    }

    /// How much is said by a number at the end: `passport_1042` has an id there, `IMG_1042` and `form 1040` have none.
    fn at_end(&self, before: &[Piece], is_folder: bool) -> Believed {
        let is_counter = before.iter().any(|piece| self.lexicon.counters.has(&piece.text));
        if !is_counter && before.iter().all(|piece| self.lexicon.papers.has(&piece.text)) {
            return Believed::Yes;
        }
        if is_counter && !is_folder { Believed::WithName } else { Believed::AtEnd }
    }

    /// The client of an id, unless the rest of the name is somebody else's.
    fn by_id(&self, ids: &[(usize, std::ops::Range<usize>, Believed)], words: &[Word]) -> Verdict {
        let mut clients: Vec<usize> = ids.iter().map(|(client, ..)| *client).collect();
        clients.sort_unstable();
        clients.dedup();
        let (_, range, believed) = &ids[0];
        let rest: Vec<&Word> = words.iter().filter(|word| !range.contains(&word.at)).collect();
        let rows = |clients: &[usize]| {
            clients.iter().map(|at| self.clients[*at].row).collect::<std::collections::BTreeSet<_>>().len()
        };
        if rows(&clients) > 1 {
            // an id that the list has twice: the name may tell
            let named = self.sure(&clients, &rest);
            return match named.as_slice() {
                [one] => Verdict::Of(vec![*one], How::Id),
                _ => Verdict::Unclear(clients, "two-ids"),
            };
        }
        let others = self.contradicting(&clients, &rest);
        match others {
            Some(others) => Verdict::Unclear(clients.into_iter().chain(others).collect(), "id-and-name"),
            None if *believed == Believed::AtEnd => Verdict::Unclear(clients, "number-at-end"),
            None => {
                let how = if clients.len() > 1 { How::Shared } else { How::Id };
                Verdict::Of(clients, how)
            }
        }
    }

    /// The clients of whom a name speaks that are not those of the id; `None` where it contradicts nothing.
    fn contradicting(&self, clients: &[usize], words: &[&Word]) -> Option<Vec<usize>> {
        let own = |word: &Word| clients.iter().any(|at| self.clients[*at].has(&word.forms));
        let is_paper = |word: &Word| word.folded.len() < 2 || self.lexicon.papers.has(&word.folded);
        let told: Vec<&Word> = words.iter().copied().filter(|word| own(word) || !is_paper(word)).collect();
        if told.is_empty() || told.iter().all(|word| own(word)) {
            return None;
        }
        let others: Vec<usize> =
            self.sure(&self.candidates(&told, 1), &told).into_iter().filter(|at| !clients.contains(at)).collect();
        if !others.is_empty() {
            return self.sure(clients, &told).is_empty().then_some(others);
        }
        if told.iter().any(|word| own(word)) {
            // the surname is theirs, the given name another one
            let given = |word: &&Word| !own(word) && known(&self.lexicon.names, &word.written).given;
            let own_given = clients.iter().any(|at| told.iter().any(|word| self.clients[*at].is_given(&word.forms)));
            return (!own_given && told.iter().any(given)).then(Vec::new);
        }
        let all_theirs = |at: &usize| told.iter().all(|word| self.clients[*at].has(&word.forms));
        let theirs: Vec<usize> = self.candidates(&told, 1).into_iter().filter(all_theirs).collect();
        let is_name = |word: &&Word| {
            let known = known(&self.lexicon.names, &word.written);
            known.given || known.surname
        };
        (!theirs.is_empty() || told.iter().all(is_name)).then_some(theirs)
    }
}

/// `104_0042`: the folder and the number of a picture on the card of a camera.
fn is_camera_number(label: &Label) -> bool {
    match label.pieces.as_slice() {
        [folder, picture] => {
            let digits =
                folder.is_number && folder.written.len() == 3 && picture.is_number && picture.written.len() == 4;
            digits && !picture.written.starts_with("20") && !picture.written.starts_with("19")
        }
        _ => false,
    }
}
