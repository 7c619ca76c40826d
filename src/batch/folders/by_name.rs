//! Whose a folder is by the name of a client in its name, as the comparison of names sees it.

use std::collections::HashMap;

use super::How;
use super::clients::Sought;
use super::index::Index;
use super::label::{Label, Word};
use super::verdict::Verdict;
use crate::names::{Comparison, Difference, DocumentName, Relation, compare};

/// Most clients whose names are compared with that of one folder.
const MAX_COMPARED: usize = 60;
/// A year before this in the name of a folder is one of birth, a later one that of a tax return.
const TAX_YEARS_FROM: i16 = 2008;
/// Most clients who are asked about where all that is known of a name is one word.
const MAX_ASKED: usize = 3;
/// What a name on a folder may lack: nobody writes all of a long name there.
const SHORTER: [Difference; 4] =
    [Difference::MiddleMissing, Difference::SecondSurnameMissing, Difference::Initial, Difference::JoinedInitial];

/// How the name of a folder relates to that of a client.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Likeness {
    /// The same name.
    Same,
    /// The same name with a part left out.
    Shorter,
    /// Perhaps.
    Perhaps,
}

impl Index<'_> {
    /// The clients that share at least so many words with a name, those with the most first.
    pub(super) fn candidates(&self, words: &[&Word], least: usize) -> Vec<usize> {
        let mut shared: HashMap<usize, usize> = HashMap::new();
        for word in words {
            self.clients_of(&word.forms).into_iter().for_each(|client| *shared.entry(client).or_default() += 1);
        }
        for pair in words.windows(2) {
            let joined = pair[0].forms.iter().flat_map(|a| pair[1].forms.iter().map(move |b| format!("{a}{b}")));
            let joined: Vec<String> = joined.collect();
            self.clients_of(&joined).into_iter().for_each(|client| *shared.entry(client).or_default() += 2);
        }
        let enough = |(at, count): &(usize, usize)| *count >= least.min(self.clients[*at].words.len());
        let mut found: Vec<(usize, usize)> = shared.into_iter().filter(enough).collect();
        found.sort_by_key(|(at, count)| (usize::MAX - count, *at));
        found.truncate(MAX_COMPARED);
        found.into_iter().map(|(at, _)| at).collect()
    }

    fn clients_of(&self, forms: &[String]) -> Vec<usize> {
        let mut clients: Vec<usize> =
            forms.iter().filter_map(|form| self.by_word.get(form)).flatten().copied().collect();
        clients.sort_unstable();
        clients.dedup();
        clients
    }

    /// Those of the clients whose name it is.
    pub(super) fn sure(&self, clients: &[usize], words: &[&Word]) -> Vec<usize> {
        clients.iter().copied().filter(|at| self.likeness(*at, words) == Some(Likeness::Same)).collect()
    }

    /// How a name relates to that of a client, without the words for papers; `None` where it is another name, or where
    /// nothing is left of it.
    fn likeness(&self, client: usize, words: &[&Word]) -> Option<Likeness> {
        let sought = &self.clients[client];
        let is_paper = |word: &Word| self.lexicon.papers.has(&word.folded) && !sought.has(&word.forms);
        let line: Vec<&str> = words.iter().filter(|word| !is_paper(word)).map(|word| word.written.as_str()).collect();
        if line.is_empty() || sought.words.is_empty() {
            return None;
        }
        let compared = compare(&self.lexicon.names, &sought.name, &DocumentName::Line(line.join(" ")));
        match compared.relation {
            Relation::Exact | Relation::FormatOnly => Some(Likeness::Same),
            Relation::Review if line.len() > 1 && is_shorter(&compared) => Some(Likeness::Shorter),
            Relation::Review => Some(Likeness::Perhaps),
            Relation::Mismatch => None,
        }
    }

    pub(super) fn by_name(&self, label: &Label, words: &[Word]) -> Verdict {
        let words: Vec<&Word> = words.iter().collect();
        let candidates = self.candidates(&words, 2);
        if let Some(both) = self.together(&candidates, &words) {
            return Verdict::Of(both, How::Shared);
        }
        let like: Vec<(usize, Likeness)> =
            candidates.iter().filter_map(|at| Some((*at, self.likeness(*at, &words)?))).collect();
        let those = |likeness: Likeness| like.iter().filter(move |(_, l)| *l == likeness).map(|(at, _)| *at);
        let same: Vec<usize> = those(Likeness::Same).collect();
        let shorter: Vec<usize> = those(Likeness::Shorter).collect();
        let perhaps: Vec<usize> = those(Likeness::Perhaps).collect();
        match (same.as_slice(), shorter.as_slice()) {
            ([one], []) if self.clients[*one].words.len() > 1 || perhaps.is_empty() => {
                self.unless_born_otherwise(*one, label)
            }
            ([one], _) if self.clients[*one].words.len() > 1 => self.unless_born_otherwise(*one, label),
            ([], [one]) if perhaps.is_empty() => self.unless_born_otherwise(*one, label),
            ([], []) if perhaps.is_empty() => self.one_word(&words),
            ([], []) => Verdict::Unclear(perhaps, "name-not-sure"),
            ([], [_]) => Verdict::Unclear([shorter, perhaps].concat(), "name-not-sure"),
            ([], _) => self.by_birth(shorter, label),
            ([_], _) => Verdict::Unclear([same, shorter, perhaps].concat(), "one-name"),
            _ => self.by_birth(same, label),
        }
    }

    /// Clients of whom all words of a name are: a surname alone, or a given name.
    fn one_word(&self, words: &[&Word]) -> Verdict {
        let names: Vec<&Word> = words.iter().copied().filter(|word| !self.lexicon.papers.has(&word.folded)).collect();
        let theirs = |at: &usize| names.iter().all(|word| self.clients[*at].has(&word.forms));
        let clients: Vec<usize> = self.candidates(&names, 1).into_iter().filter(theirs).collect();
        let asked = (1..=MAX_ASKED).contains(&clients.len());
        if asked { Verdict::Unclear(clients, "name-not-sure") } else { Verdict::Nobodys }
    }

    /// Years that stand in a name.
    fn years(label: &Label) -> impl Iterator<Item = i16> {
        let numbers = label.pieces.iter().filter(|piece| piece.is_number && piece.written.len() == 4);
        numbers.filter_map(|piece| piece.written.parse().ok()).filter(|year| (1900..2100).contains(year))
    }

    /// A client of this name, unless a year of birth in it is another's.
    fn unless_born_otherwise(&self, client: usize, label: &Label) -> Verdict {
        let births: Vec<i16> = Self::years(label).filter(|year| *year < TAX_YEARS_FROM).collect();
        let other = self.clients[client].born.is_some_and(|born| !births.is_empty() && !births.contains(&born));
        if other { Verdict::Unclear(vec![client], "born-otherwise") } else { Verdict::Of(vec![client], How::Name) }
    }

    /// Of several clients of one name, the one whose year of birth stands in it.
    fn by_birth(&self, clients: Vec<usize>, label: &Label) -> Verdict {
        let years: Vec<i16> = Self::years(label).collect();
        let born = |at: &&usize| self.clients[**at].born.is_some_and(|born| years.contains(&born));
        let known = clients.iter().all(|at| self.clients[*at].born.is_some());
        let those: Vec<usize> = clients.iter().filter(born).copied().collect();
        match those.as_slice() {
            [one] if known => Verdict::Of(vec![*one], How::NameAndBirthDate),
            _ => Verdict::Unclear(clients, "one-name"),
        }
    }

    /// Two who file together and who are both named.
    fn together(&self, candidates: &[usize], words: &[&Word]) -> Option<Vec<usize>> {
        candidates.iter().find_map(|at| {
            let people = self.by_row.get(&self.clients[*at].row)?;
            let [a, b] = people.as_slice() else { return None };
            let (a_, b_) = (&self.clients[*a], &self.clients[*b]);
            let own = |word: &&&Word| a_.has(&word.forms) || b_.has(&word.forms);
            let only = |one: &Sought, other: &Sought| words.iter().any(|w| one.has(&w.forms) && !other.has(&w.forms));
            let rest_is_paper =
                words.iter().filter(|w| !own(w)).all(|w| self.lexicon.papers.has(&w.folded) || w.folded.len() < 2);
            let named = words.iter().filter(own).count() > 2;
            (rest_is_paper && named && only(a_, b_) && only(b_, a_)).then(|| people.clone())
        })
    }
}

/// Whether nothing is different but what is left out.
fn is_shorter(compared: &Comparison) -> bool {
    let open = compared.reasons.iter().filter(|reason| reason.relation >= Relation::Review);
    open.clone().count() > 0 && open.clone().all(|reason| SHORTER.contains(&reason.code))
}
