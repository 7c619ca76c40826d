//! The thread for small requests about files: pictures of pages, whose a folder is, and what is kept.

use std::path::PathBuf;
use std::sync::mpsc::Receiver;

use jiff::civil::Date;
use precheck::assets::Assets;
use precheck::geometry::{Region, Turn};
use precheck::page::PageId;

use super::Reporter;
use super::news::News;
use crate::review::Review;
use crate::settings::Settings;
use crate::state::Offer;
use crate::{clients, pictures};

/// What the clerk is asked.
pub(super) enum Question {
    Keep(Settings),
    Forget,
    Whose(Vec<PathBuf>, Date),
    Write(PathBuf, Review),
    Load(PageId, u32),
    Crop(PageId, Vec<Region>, Turn),
}

/// Answers until the window closes.
pub(super) fn answer_questions(assets: &Assets, questions: &Receiver<Question>, reporter: &Reporter) {
    for question in questions {
        reporter.tell(match question {
            Question::Whose(paths, today) => whose(paths, assets, today),
            Question::Write(file, review) => match review.save(&file) {
                Ok(()) => continue,
                Err(error) => News::NotWritten(format!("{}: {error}", file.display())),
            },
            Question::Forget => News::Forgotten(Settings::forget()),
            Question::Keep(settings) => {
                settings.keep();
                continue;
            }
            Question::Load(id, side) => {
                let picture = pictures::load(&id, side);
                News::Loaded { id, side, picture }
            }
            Question::Crop(id, regions, turn) => {
                let pictures = pictures::crops(&id, &regions, &turn);
                News::Cropped { id, pictures }
            }
        });
    }
}

/// Whether paths hold what one person has, or a folder of many clients.
fn whose(paths: Vec<PathBuf>, assets: &Assets, today: Date) -> News {
    let Some(clients) = clients::find(&paths, assets, today) else { return News::OnePerson(paths) };
    let list = clients.list.as_ref().map(|(list, ..)| list.as_path());
    let file = Review::place(&clients.folder, list);
    let review = Review::load(&file).ok();
    let unread = review.is_none().then_some(file);
    News::Offered(Box::new(Offer { paths, clients, review }), unread)
}
