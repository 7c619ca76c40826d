//! One frame: news comes in, keys and panels push commands, and commands change the state or become jobs. This is the
//! only place that knows both the state and the worker.

mod clients;
mod news;

use std::path::PathBuf;
use std::time::Duration;

use eframe::egui;
use jiff::civil::Date;
use precheck::assets::Assets;
use precheck::page::PageId;
use precheck::record::{Path, Record};
use precheck::words::{Language, Words};

use crate::command::Command;
use crate::figures::Figures;
use crate::settings::Settings;
use crate::state::{Magnifier, Remark, State};
use crate::textures::Textures;
use crate::theme;
use crate::worker::{Pick, RuleBook, Saved, Worker};
use crate::{fonts, panels};

/// How long news wait for others to be drawn with them.
const NEWS: Duration = Duration::from_millis(60);
/// Seconds for which a page is viewed before its larger picture is fetched.
const REST: f64 = 0.06;

/// What the window opens with.
pub struct Start {
    /// Files and folders named by the person.
    pub paths: Vec<PathBuf>,
    /// The applicant's record.
    pub record: Option<Record>,
    /// The day for which the set is judged.
    pub today: Date,
    /// The sentences of the language it opens in.
    pub words: Words,
    /// What the window remembers of itself.
    pub settings: Settings,
    /// The program's own files.
    pub assets: Assets,
    /// Times, where somebody wants them.
    pub figures: Option<Figures>,
}

/// The running window.
pub struct App {
    state: State,
    textures: Textures,
    worker: Worker,
    assets: Assets,
    /// The settings as they are kept for the next run.
    kept: Settings,
    book: Option<RuleBook>,
    /// The path by whose rules the pages were judged.
    judged_by: Option<Path>,
    /// The title of the window.
    title: String,
    /// Folders of the person whose documents are on the list, and of the one before.
    opened: Vec<PathBuf>,
    left: Vec<PathBuf>,
    /// Whether what is kept was removed, and nothing was set since.
    forgotten: bool,
    /// The page that is viewed, and since when, in seconds.
    viewed: Option<(PageId, f64)>,
    figures: Option<Figures>,
}

impl App {
    /// Opens the window with the named files, without waiting for anything.
    pub fn new(ctx: &egui::Context, start: Start) -> Self {
        theme::apply(ctx, start.settings.look);
        ctx.options_mut(|options| options.zoom_with_keyboard = false); // the size of text has limits of its own
        fonts::provide(ctx);
        let waking = ctx.clone();
        let worker = Worker::start(start.assets.clone(), move || waking.request_repaint_after(NEWS));
        if !start.paths.is_empty() {
            worker.ask_whose(start.paths, start.today);
        }
        let mut state = State::new(start.words, start.today, start.record);
        state.settings = start.settings;
        Self {
            state,
            kept: start.settings,
            textures: Textures::default(),
            worker,
            assets: start.assets,
            book: None,
            judged_by: None,
            title: String::new(),
            opened: Vec::new(),
            left: Vec::new(),
            forgotten: false,
            viewed: None,
            figures: start.figures,
        }
    }

    fn obey(&mut self, ctx: &egui::Context, command: Command) {
        if command == Command::Undo && self.state.take_decision_back() {
            return;
        }
        let say = |key: &str| self.state.words.get(key);
        match command {
            Command::AddPaths(paths) => self.worker.ask_whose(paths, self.state.today),
            Command::OpenFiles => {
                self.worker.pick(Pick::Files, [say("app-pick-files"), say("app-photos"), say("app-all-files")]);
            }
            Command::OpenFolder => {
                self.worker.pick(Pick::Folder, [say("app-pick-folder"), String::new(), String::new()]);
            }
            Command::OpenRecord => {
                self.worker.pick(Pick::Record, [say("app-pick-record"), String::new(), String::new()]);
            }
            Command::Cancel => {
                self.worker.cancel();
                if let Some(queue) = &mut self.state.queue {
                    queue.stopped = true;
                }
            }
            Command::Recheck => {
                let files = self.state.files();
                if !files.is_empty() && !self.state.is_working() {
                    self.state.add_files(&files);
                    self.worker.examine(files);
                }
            }
            Command::Inspect(file) => self.worker.inspect(file),
            Command::Remove(_) if self.state.queue.is_some() => {} // a client's documents are those of the folder
            Command::Remove(file) => {
                for id in self.state.remove(&file) {
                    self.textures.forget(&id);
                }
                self.worker.list(self.state.files());
            }
            Command::NewPerson if self.state.has_person() => {
                self.worker.cancel();
                for id in self.state.new_person() {
                    self.textures.forget(&id);
                }
                self.left = std::mem::take(&mut self.opened);
                self.worker.leave();
                self.worker.list(Vec::new());
            }
            Command::NewPerson => {}
            Command::Forget => {
                self.obey(ctx, Command::NewPerson);
                self.state.forget_person();
                self.worker.forget();
            }
            Command::SaveClients => {
                if let Some(table) = self.state.table_of_clients() {
                    self.worker.save(Saved::Table, say("app-pick-table"), table);
                }
            }
            Command::Undo if self.state.can_go_back() => {
                self.opened = std::mem::take(&mut self.left);
                self.worker.watch(self.opened.clone());
                if let Some(files) = self.state.person_back() {
                    self.worker.list(self.state.files());
                    self.worker.examine(files);
                }
            }
            Command::Undo => {
                if let Some(file) = self.state.undo() {
                    self.worker.examine_now(vec![file]);
                }
                self.worker.list(self.state.files());
            }
            Command::SetLanguage(language) => {
                self.state.settings.language = Some(language);
                self.speak(language, self.state.words.shows_numbers());
            }
            Command::ShowNumbers(show) => self.speak(self.state.words.language(), show),
            Command::CopyWhatToDo(language) => match Words::load(&self.assets, language) {
                Ok(words) => {
                    if let Some(text) = self.state.what_to_do(&words) {
                        ctx.copy_text(text);
                        self.state.remark = Some(Remark::Copied);
                    }
                }
                Err(error) => self.state.notice = Some(error.to_string()),
            },
            Command::SaveReport => match self.state.html() {
                Some(Ok(text)) => self.worker.save(Saved::Report, say("app-pick-report"), text),
                Some(Err(error)) => self.state.notice = Some(error.to_string()),
                None => {}
            },
            other => self.obey_about_clients(ctx, other),
        }
    }

    fn speak(&mut self, language: Language, show_numbers: bool) {
        match Words::load(&self.assets, language) {
            Ok(words) => self.state.speak(words.showing_numbers(show_numbers)),
            Err(error) => self.state.notice = Some(error.to_string()),
        }
    }

    /// Gives the window its title and the look that was chosen, and keeps what was chosen for the next run.
    fn look(&mut self, ctx: &egui::Context) {
        let (settings, before) = (self.state.settings, ctx.zoom_factor());
        let room = ctx.input(|input| input.viewport_rect().size()) * before;
        let magnified = settings.magnified(room.into());
        if (magnified - before).abs() > 0.001 {
            ctx.set_zoom_factor(magnified);
        }
        let (size, maximized) = ctx.input(|input| {
            let viewport = input.viewport();
            (viewport.inner_rect.map(|rect| rect.size() * before), viewport.maximized.unwrap_or_default())
        });
        self.state.settings.maximized = maximized;
        if let Some(size) = size.filter(|_| !maximized) {
            self.state.settings.window = size.into();
        }
        if settings.look != self.kept.look {
            theme::apply(ctx, settings.look);
        }
        let title = self.state.title();
        if title != self.title {
            ctx.send_viewport_cmd(egui::ViewportCommand::Title(title.clone()));
            self.title = title;
        }
        let chosen = Settings { window: self.kept.window, maximized: self.kept.maximized, ..settings };
        if chosen != self.kept {
            self.kept = chosen;
            self.forgotten = false;
            self.worker.keep(chosen);
        }
    }

    /// Judges again if something changed, by the rules of the applicant's path.
    fn judge(&mut self) {
        let Some(book) = &self.book else { return };
        let path = self.state.record.path.unwrap_or_default();
        if self.judged_by.replace(path) != Some(path) {
            self.state.rules_changed();
        }
        self.state.judge(book.of(path));
        let today = self.state.today;
        if let Some(queue) = &mut self.state.queue {
            queue.judge(|record| book.of(record.path.unwrap_or_default()), today);
            if let Some((file, review)) = queue.take_unwritten() {
                self.worker.write(file, review);
            }
        }
    }

    /// Asks for pictures that the shown page lacks.
    fn ask_for_pictures(&mut self, ctx: &egui::Context) {
        let Some(row) = self.state.selected_row() else { return };
        let entry = &self.state.pages[row];
        let is_coming = entry.stage != crate::state::Stage::Done && self.state.is_working();
        if is_coming && self.textures.thumbnail(&entry.id).is_none() {
            return; // the picture will come without being asked for
        }
        // whoever goes through the list quickly waits for no picture
        let now = ctx.input(|input| input.time);
        if self.viewed.as_ref().is_none_or(|(id, _)| *id != entry.id) {
            self.viewed = Some((entry.id.clone(), now));
        }
        let since = self.viewed.as_ref().map_or(now, |(_, since)| *since);
        if now - since < REST {
            ctx.request_repaint_after(Duration::from_secs_f64(REST - (now - since)));
            return;
        }
        if self.textures.view(ctx, &entry.id) {
            ctx.request_repaint();
        }
        if let Some(side) =
            self.textures.wanted(ctx, &entry.id, self.state.view.is_close() || self.state.magnifier == Magnifier::Held)
        {
            self.worker.load(entry.id.clone(), side);
        }
        let id = entry.id.clone();
        if let Some((regions, turn)) = self.state.crops() {
            let wanted = self.textures.wanted_crops(&id, &regions);
            if !wanted.is_empty() {
                self.worker.crop(id, wanted, turn);
            }
        }
    }
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        while let Some(news) = self.worker.news() {
            self.hear(ctx, news);
        }
        if let Some(seconds) = self.state.tick(ctx.input(|input| input.time)) {
            ctx.request_repaint_after(Duration::from_secs_f64(seconds));
        }
        self.judge();
        self.look(ctx);
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        if let Some(figures) = &self.figures {
            figures.tell();
        }
        if self.forgotten {
            return;
        }
        let settings = self.state.settings;
        let same_size = |a: f32, b: f32| (a - b).abs() < 1.0;
        let [kept, now] = [self.kept.window, settings.window];
        if settings.maximized != self.kept.maximized || !same_size(kept[0], now[0]) || !same_size(kept[1], now[1]) {
            settings.keep(); // no thread has time for it any longer
        }
    }

    fn ui(&mut self, ui: &mut egui::Ui, frame: &mut eframe::Frame) {
        if let Some(figures) = &mut self.figures {
            figures.frame(frame.info().cpu_usage);
        }
        let mut commands = panels::keys(ui.ctx(), &self.state);
        panels::window_ui(ui, &self.state, &self.textures, &mut commands);
        self.state.go_to = None;
        let changed = !commands.is_empty();
        for command in commands {
            self.obey(ui.ctx(), command);
        }
        self.ask_for_pictures(ui.ctx());
        if changed {
            ui.ctx().request_repaint();
        }
    }

    fn clear_color(&self, _visuals: &egui::Visuals) -> [f32; 4] {
        theme::colors().desk.to_normalized_gamma_f32()
    }
}
