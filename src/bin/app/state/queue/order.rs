//! Which clients are shown, and in which order: first those that need somebody.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use super::Queue;
use super::person::{Person, Status};

/// Which clients are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Filter {
    /// Those about whom somebody has to decide.
    NeedsMe,
    /// Those that are ready, or were accepted.
    Ready,
    /// Those who were asked for new photos.
    Again,
    /// All of them.
    #[default]
    All,
}

impl Filter {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::NeedsMe, Self::Ready, Self::Again, Self::All];

    /// Key of its name in the language files.
    pub const fn word(self) -> &'static str {
        match self {
            Self::NeedsMe => "app-filter-needs-me",
            Self::Ready => "app-filter-ready",
            Self::Again => "app-filter-again",
            Self::All => "app-filter-all",
        }
    }

    fn takes(self, person: &Person) -> bool {
        match self {
            Self::NeedsMe => person.needs_somebody(),
            Self::Ready => matches!(person.status(), Status::Ready | Status::Accepted),
            Self::Again => person.status() == Status::Again,
            Self::All => true,
        }
    }
}

impl Queue {
    /// The places of those who are shown, in their order.
    pub fn shown(&self) -> Vec<usize> {
        let wanted = folded(&self.search);
        let fits = |person: &Person| self.filter.takes(person) && folded(&person.name).contains(&wanted);
        let mut shown: Vec<usize> = (0..self.people.len()).filter(|at| fits(&self.people[*at])).collect();
        shown.sort_by_key(|at| (self.people[*at].status(), *at));
        shown
    }

    /// How many a filter takes.
    pub fn count(&self, filter: Filter) -> usize {
        self.people.iter().filter(|person| filter.takes(person)).count()
    }

    /// The one so many places further down among those who are shown; it stops at the ends.
    pub fn beside(&self, from: usize, by: isize) -> Option<usize> {
        let shown = self.shown();
        let last = shown.len().checked_sub(1)?;
        let at = shown.iter().position(|one| *one == from);
        let next = at.map_or(0, |at| at.saturating_add_signed(by).min(last));
        shown.get(next).copied()
    }

    /// The next one about whom somebody has to decide, in the order of the list, from the top again after the last.
    pub fn next_in_need(&self, from: usize) -> Option<usize> {
        let count = self.people.len();
        (1..=count).map(|step| (from + step) % count.max(1)).find(|at| self.people[*at].needs_somebody())
    }
}

/// A name without marks and in small letters, so that nobody has to type an accent.
fn folded(name: &str) -> String {
    name.trim().nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect()
}
