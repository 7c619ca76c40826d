//! What news from the threads do to the state, and what is asked of the threads because of them.

use eframe::egui;
use precheck::words::{Arg, Message};

use super::App;
use crate::state::Remark;
use crate::worker::{News, Saved};
use precheck::watch::Sign;

impl App {
    /// The threads have news.
    pub(super) fn hear(&mut self, ctx: &egui::Context, news: News) {
        let state = &mut self.state;
        match news {
            News::Rules(loaded) => match *loaded {
                Ok(book) => self.book = Some(book),
                Err(error) => state.notice = Some(error.to_string()),
            },
            News::Readers(readers) => state.readers = Some(readers),
            News::Seen(sign) => self.heed(sign),
            News::Started(file) => {
                state.started(&file);
                if let Some(figures) = &mut self.figures {
                    figures.turn(file);
                }
            }
            News::Decoded { id, thumbnail, picture } => {
                if let Some(figures) = &mut self.figures {
                    figures.picture(id.clone());
                }
                if state.decoded(&id) {
                    self.textures.add(ctx, id, thumbnail, picture);
                }
            }
            News::Looked(page) => {
                if let Some(figures) = &mut self.figures {
                    figures.looked(&page.id);
                }
                if let Some(book) = &self.book {
                    state.looked(*page, book.of(state.record.path.unwrap_or_default()));
                }
            }
            News::Done { file, pages } => {
                if let Some(queue) = &mut state.queue {
                    queue.done(&file, &pages);
                }
                state.done(&file, pages);
            }
            News::OnePerson(paths) => {
                if state.client().is_none() {
                    state.close_clients();
                }
                self.opened.extend(paths.iter().filter(|path| path.is_dir()).cloned());
                self.worker.walk(paths);
            }
            News::Offered(offer, unread) => {
                state.offer = Some(*offer);
                if let Some(file) = unread {
                    let file = Arg::Text(file.display().to_string());
                    state.notice = Some(state.words.say(&Message::new("app-review-unread").with("file", file)));
                }
            }
            News::NotWritten(why) => state.notice = Some(why),
            News::Loaded { id, side, picture } => self.textures.add_loaded(ctx, id, side, picture),
            News::Cropped { id, pictures } => self.textures.add_crops(ctx, &id, pictures),
            News::Record(Ok(record)) => state.set_record(&record),
            News::Record(Err(reason)) => state.notice = Some(reason),
            News::Picked(paths) => self.worker.ask_whose(paths, state.today),
            News::NoDialog => state.notice = Some(state.words.get("app-no-dialog")),
            News::Forgotten(Ok(())) => {
                self.forgotten = true;
                state.remark = Some(Remark::Forgotten);
            }
            News::Forgotten(Err(reason)) => state.notice = Some(reason),
            News::Saved(Saved::Report, Ok(file)) => state.remark = Some(Remark::SavedReport(file)),
            News::Saved(Saved::Table, Ok(file)) => state.remark = Some(Remark::Saved(file)),
            News::Saved(_, Err(reason)) => state.notice = Some(reason),
        }
    }

    /// Something happened to files.
    fn heed(&mut self, sign: Sign) {
        let state = &mut self.state;
        if let Some(queue) = &mut state.queue
            && let Sign::Replaced { file, .. } = &sign
        {
            queue.replaced(file);
        }
        // it may have been taken off the list meanwhile, or be that of a client whose pages are not shown
        if sign.file().is_some_and(|file| !state.has(file)) {
            if let Sign::Replaced { file, .. } = sign
                && state.queue.as_ref().is_some_and(|queue| queue.has(&file))
            {
                self.worker.examine_now(vec![file]);
            }
            return;
        }
        let mut to_examine = Vec::new();
        match sign {
            Sign::Found(files) if files.is_empty() => state.notice = Some(state.words.get("app-nothing-found")),
            Sign::Found(files) => {
                state.join_client(&files);
                to_examine = files;
            }
            Sign::Appeared(arrivals) => {
                let arrivals: Vec<_> = arrivals.into_iter().map(|new| (new.file, new.before)).collect();
                to_examine = state.arrived(arrivals);
            }
            Sign::Replaced { file, before } => {
                state.replaced(&file, before.as_deref());
                self.worker.take_in_now(file);
            }
            Sign::Again(file) => {
                state.named(std::slice::from_ref(&file));
                self.worker.take_in_now(file);
            }
            Sign::Moved { from, to } => {
                self.textures.rename(&from, &to);
                to_examine.extend(state.moved(&from, &to).then_some(to));
            }
            Sign::Same(file) => state.same(&file),
            Sign::Gone(file) => state.gone(&file),
            Sign::Back(file) => state.back(&file),
            Sign::Blind => state.notice = Some(state.words.get("app-watch-blind")),
        }
        if !to_examine.is_empty() {
            self.worker.take_in(to_examine);
        }
    }
}
