//! Which page is shown large, and how it is turned.

use precheck::checks::PageReport;
use precheck::examined::PageRecord;
use precheck::geometry::Rotation;
use precheck::page::PageId;

use super::{GoTo, Part, RecordBox, State, Tab, View};

impl State {
    /// The page shown large, if it is done and judged.
    pub fn shown(&self) -> Option<(&PageRecord, &PageReport)> {
        self.judged(self.selected.as_ref()?)
    }

    /// Leads the keyboard to the next part of the window. Without pages there is neither answer nor list.
    pub(super) fn next_part(&mut self) {
        if self.queue.as_ref().is_some_and(|queue| queue.open.is_none()) {
            // the list of all clients has two parts: what is above it, and the way through it
            let next = if self.part == Part::Top { Part::List } else { Part::Top };
            let go_to = if next == Part::Top { GoTo::Part(next) } else { GoTo::Search };
            (self.part, self.go_to) = (next, Some(go_to));
            return;
        }
        let there = |part: Part| matches!(part, Part::Top | Part::Right) || !self.pages.is_empty();
        let mut next = self.part.next();
        while !there(next) {
            next = next.next();
        }
        // before there are pages, the panel on the right is the form
        let form = next == Part::Right && self.pages.is_empty();
        let go_to = if form { GoTo::Box(RecordBox::Given) } else { GoTo::Part(next) };
        (self.part, self.go_to) = (next, Some(go_to));
    }

    /// Place of the shown page in the list.
    pub fn selected_row(&self) -> Option<usize> {
        let id = self.selected.as_ref()?;
        self.pages.iter().position(|entry| entry.id == *id)
    }

    pub(super) fn select(&mut self, id: PageId) {
        self.tab = Tab::Page;
        if self.selected.as_ref() != Some(&id) {
            self.selected = Some(id);
            self.naming.clear();
            self.view = self.view.of_next_page();
            self.pointed_out = None;
        }
    }

    pub(super) fn step(&mut self, by: isize) {
        let Some(last) = self.pages.len().checked_sub(1) else { return };
        let row = self.selected_row().map_or(0, |row| row.saturating_add_signed(by)).min(last);
        self.select(self.pages[row].id.clone());
        self.go_to = Some(GoTo::Page);
    }

    /// How much a person turned a page.
    pub fn turn_of(&self, id: &PageId) -> Rotation {
        self.turned.get(id).copied().unwrap_or_default()
    }

    /// Turns the shown page by a quarter, clockwise. It stays so until the photo is looked at again.
    pub(super) fn turn(&mut self) {
        let Some(id) = self.selected.clone() else { return };
        let turn = self.turned.entry(id).or_default();
        *turn = turn.then(Rotation::Cw90);
        (self.view, self.pointed_out) = (View::default(), None);
    }
}
