//! What each command does to the state.

use super::{GoTo, State, Tab, View};
use crate::command::Command;
use crate::settings::Settings;

impl State {
    /// Carries out a command that concerns only the window's state. Commands that need files or threads are left to
    /// `app.rs`.
    pub fn apply(&mut self, command: Command) {
        match command {
            Command::Select(id) => self.select(id),
            Command::Step(by) => self.step(by),
            Command::EditRecord(which, text) => self.type_in(which, text),
            Command::LeaveBox => self.settle(),
            Command::ChoosePath(path) => {
                self.form.path = path;
                self.settle();
            }
            Command::ToggleOverlay(overlay) => self.toggle(overlay),
            Command::ToggleMaps => self.toggle_maps(),
            Command::PointOut(finding) => self.point_out(*finding),
            Command::StepFinding(by) => self.step_finding(by),
            Command::Zoom(factor, at) => self.view.zoom_at(factor, at),
            Command::Pan(by) => self.view.pan(by),
            Command::Fit => {
                self.view = View::default();
                self.pointed_out = None;
            }
            Command::ShowAs(size) => self.go_to = Some(GoTo::Size(size)),
            Command::Turn => self.turn(),
            Command::Magnify(magnifier) => self.magnifier = magnifier,
            Command::ShowRegion(region) => self.show_region(Some(region)),
            Command::GoToThing(index) => self.go_to_thing(index),
            Command::NextPart => self.next_part(),
            Command::ShowTab(tab) => self.tab = tab,
            Command::ToggleAnswer => self.answer_folded = !self.answer_folded,
            Command::FocusBox(which) => {
                self.tab = Tab::Details;
                self.go_to = Some(GoTo::Box(which));
            }
            Command::SetLook(look) => self.settings.look = look,
            Command::NextLook => self.settings.look = self.settings.look.next(),
            Command::StepText(larger) => self.settings.step_text(larger),
            Command::UsualText => self.settings.text = Settings::default().text,
            Command::TypeName(text) => self.naming = text,
            Command::CorrectName => self.correct_name(),
            Command::TakeNameBack => self.take_name_back(),
            Command::CloseOffer => self.offer = None,
            Command::CloseClient => self.close_client(),
            Command::TypeWhy(text) => self.why = Some(text),
            Command::CloseWhy => self.why = None,
            Command::FocusSearch => self.go_to = Some(GoTo::Search),
            Command::SetFilter(_) | Command::Search(_) | Command::MarkClient(_) => self.choose_clients(command),
            Command::ToggleHelp => self.help_open = !self.help_open,
            Command::CloseNotice => self.notice = None,
            _ => {}
        }
    }
}
