//! Names that were read wrongly, corrected by a person. A correction is never hidden: the page says so in the window and in
//! the report, as a note.

use precheck::checks::{Finding, Report, Severity, Subject};
use precheck::examined::{Examined, PageRecord};
use precheck::fields::{Holder, Source};
use precheck::page::PageId;
use precheck::words::Arg;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use super::State;

/// A name that was typed instead of the one that was read.
pub(super) struct ByHand {
    pub(super) id: PageId,
    typed: String,
    /// What was read.
    read: Option<Holder>,
}

impl State {
    /// The name that a person typed for a page.
    pub fn typed_name(&self, id: &PageId) -> Option<&str> {
        self.by_hand.iter().find(|name| name.id == *id).map(|name| name.typed.as_str())
    }

    /// Takes the typed name for that of the shown page.
    pub(super) fn correct_name(&mut self) {
        let typed = self.naming.split_whitespace().collect::<Vec<_>>().join(" ");
        let Some(id) = self.selected.clone().filter(|_| !typed.is_empty()) else { return };
        let Some(page) = self.page_mut(&id) else { return };
        let read = page.facts.holder.take();
        let region = read.as_ref().and_then(|holder| holder.region);
        page.facts.holder = Some(Holder {
            surname: String::new(),
            given_names: String::new(),
            letters: vec![1.0; typed.chars().count()],
            full_name: typed.clone(),
            confidence: 1.0,
            source: Source::Text,
            may_be_cut: false,
            region,
        });
        self.by_hand.push(ByHand { id, typed, read });
        self.naming.clear();
        self.stale = true;
    }

    /// Takes the name that was read for that of the shown page again.
    pub(super) fn take_name_back(&mut self) {
        let Some(at) = self.by_hand.iter().position(|name| Some(&name.id) == self.selected.as_ref()) else { return };
        let ByHand { id, read, .. } = self.by_hand.remove(at);
        if let Some(page) = self.page_mut(&id) {
            page.facts.holder = read;
        }
        self.stale = true;
    }

    /// Says on each page whose name was typed that it was.
    pub(super) fn note_names(&self, report: &mut Report) {
        for name in &self.by_hand {
            let page = report.pages.iter_mut().find(|page| page.id == name.id);
            let note = Finding::new("name-by-hand", Subject::Content, Severity::Note);
            let note = note.with("name", Arg::Text(name.typed.clone()));
            if let Some(page) = page {
                page.findings.push(note);
            }
        }
    }

    fn page_mut(&mut self, id: &PageId) -> Option<&mut Examined> {
        let place = *self.places.get(id)?;
        let page: &mut PageRecord = self.set.pages.get_mut(place)?;
        page.outcome.as_mut().ok()
    }
}

/// Which letters of a name the other one does not have in the same order, accents and case aside: those outside of their
/// longest common subsequence.
pub fn differing(name: &str, other: &str) -> Vec<bool> {
    let folded =
        |letter: char| letter.nfd().find(|part| !is_combining_mark(*part)).unwrap_or(letter).to_lowercase().next();
    let of = |text: &str| text.chars().map(|letter| folded(letter).filter(|l| l.is_alphanumeric())).collect::<Vec<_>>();
    let (a, b) = (of(name), of(other).into_iter().flatten().collect::<Vec<_>>());
    // common[i][j]: how many letters the rests from i and from j have in common
    let mut common = vec![vec![0_u32; b.len() + 1]; a.len() + 1];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            common[i][j] =
                if a[i] == Some(b[j]) { common[i + 1][j + 1] + 1 } else { common[i + 1][j].max(common[i][j + 1]) };
        }
    }
    let (mut j, mut differs) = (0, Vec::with_capacity(a.len()));
    for i in 0..a.len() {
        let Some(letter) = a[i] else {
            differs.push(false);
            continue;
        };
        while j < b.len() && b[j] != letter && common[i][j + 1] == common[i][j] {
            j += 1;
        }
        let same = j < b.len() && b[j] == letter && common[i][j] == common[i + 1][j + 1] + 1;
        j += usize::from(same);
        differs.push(!same);
    }
    differs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(name: &str, other: &str) -> String {
        let differs = differing(name, other);
        name.chars().zip(differs).map(|(letter, differs)| if differs { '^' } else { letter }).collect()
    }

    #[test]
    fn letters_that_the_other_name_lacks_are_marked_and_accents_are_not() {
        assert_eq!(marked("José Núñez", "JOSE NUNEZ"), "José Núñez");
        assert_eq!(marked("Maria Lopez", "Maria Lopes"), "Maria Lope^");
        assert_eq!(marked("Ana Ruiz Soto", "Ana Ruiz"), "Ana Ruiz ^^^^");
        assert_eq!(marked("Ana-María", "Ana Maria"), "Ana-María");
        assert_eq!(marked("Zoe", "Ana"), "^^^");
        assert_eq!(marked("", "Ana"), "");
    }
}
