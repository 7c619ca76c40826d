//! What commands about the clients of a preparer need of the threads: files are examined, pictures made, decisions dated.

use eframe::egui;

use super::App;
use crate::command::Command;
use crate::review::Choice;
use crate::state::Remark;

impl App {
    /// Commands about clients; what else there is concerns the state alone.
    pub(super) fn obey_about_clients(&mut self, ctx: &egui::Context, command: Command) {
        match command {
            Command::TakeClients => {
                if let Some(offer) = self.state.offer.take() {
                    self.worker.cancel(); // what is on the list goes
                    self.worker.watch(offer.paths);
                    self.state.take_clients(offer.clients, offer.review);
                    self.examine_clients();
                }
            }
            Command::TakeAsOne => {
                if let Some(offer) = self.state.offer.take() {
                    if self.state.queue.is_some() {
                        self.worker.cancel();
                    }
                    self.state.close_clients();
                    self.worker.walk(offer.paths);
                }
            }
            Command::GoOn => self.examine_clients(),
            Command::CloseClients => {
                self.worker.cancel();
                self.state.close_clients();
            }
            Command::OpenClient(at) => self.open_client(at),
            Command::OpenMarked => {
                if let Some(at) = self.state.queue.as_ref().map(|queue| queue.marked) {
                    self.open_client(at);
                }
            }
            Command::StepClient(by) => {
                if let Some(at) = self.state.client_beside(by) {
                    self.open_client(at);
                }
            }
            Command::NextInNeed => match self.state.next_in_need() {
                Some(at) => self.open_client(at),
                None => self.state.remark = Some(Remark::NobodyInNeed),
            },
            Command::Decide(Choice::NameFine) => self.state.why = Some(String::new()),
            Command::Decide(choice) => self.state.decide(choice, None, now()),
            Command::GiveWhy => {
                let why = self.state.why.take();
                self.state.decide(Choice::NameFine, why, now());
            }
            Command::CopyMessage => {
                if let Some(text) = self.state.client_message() {
                    ctx.copy_text(text);
                    self.state.remark = Some(Remark::Copied);
                }
            }
            other => self.state.apply(other),
        }
    }

    fn examine_clients(&mut self) {
        if let Some(queue) = &mut self.state.queue {
            queue.stopped = false;
            self.worker.examine_clients(queue.to_examine());
        }
    }

    /// Shows the pages of a client, with pictures.
    fn open_client(&mut self, at: usize) {
        let mut files = self.state.open_client(at);
        files.retain(|file| !self.textures.has(file));
        if !files.is_empty() {
            self.worker.preview(files);
        }
    }
}

/// This moment as a date with its time and its zone.
fn now() -> String {
    jiff::Zoned::now().strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}
