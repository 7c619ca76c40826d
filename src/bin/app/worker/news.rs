//! What the threads tell the window.

use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui::ColorImage;
use precheck::addresses::AddressLexicon;
use precheck::assets::{AssetError, Assets};
use precheck::checks::Rules;
use precheck::examined::PageRecord;
use precheck::geometry::Region;
use precheck::names::NameLexicon;
use precheck::page::PageId;
use precheck::record::{self, Record};
use precheck::requirements::Requirements;
use precheck::text::ReaderState;

use super::Saved;
use crate::state::Offer;
use precheck::watch::Sign;

/// News from the threads to the window.
pub enum News {
    /// The rules were loaded, or why not.
    Rules(Box<Result<RuleBook, AssetError>>),
    /// Which readers work here.
    Readers(Vec<ReaderState>),
    /// What happened to files, or which were found.
    Seen(Sign),
    /// Paths hold what one person has.
    OnePerson(Vec<PathBuf>),
    /// A folder may be that of many clients; and the file of earlier decisions, if that cannot be read.
    Offered(Box<Offer>, Option<PathBuf>),
    /// Decisions could not be written: the file, and why.
    NotWritten(String),
    /// A file is being opened.
    Started(PathBuf),
    /// A page was decoded.
    Decoded {
        /// Which page.
        id: PageId,
        /// Small picture for the list.
        thumbnail: ColorImage,
        /// Picture of at most [`crate::pictures::PICTURE_SIDE`].
        picture: ColorImage,
    },
    /// What the picture of a page says before it is read.
    Looked(Box<PageRecord>),
    /// A file is done.
    Done {
        /// The file.
        file: PathBuf,
        /// Its pages, in order.
        pages: Vec<PageRecord>,
    },
    /// A requested page, with at most the requested side; `None` if it cannot be decoded.
    Loaded {
        /// Which page.
        id: PageId,
        /// The requested longest side.
        side: u32,
        /// The page.
        picture: Option<ColorImage>,
    },
    /// Places cut out of a page, as far as they could be.
    Cropped {
        /// Which page.
        id: PageId,
        /// Each place with its picture, upright.
        pictures: Vec<(Region, ColorImage)>,
    },
    /// A record that the person chose, or the file and what is wrong with it.
    Record(Result<Record, String>),
    /// The paths that the person chose in a dialog.
    Picked(Vec<PathBuf>),
    /// The system has no dialog to show.
    NoDialog,
    /// What is kept between two runs was removed, or the file and why not.
    Forgotten(Result<(), String>),
    /// Something was written to a file of this name, or the file and why not.
    Saved(Saved, Result<String, String>),
}

/// What judging is based on.
pub struct RuleBook {
    us: Rules,
    outside_us: Rules,
}

impl RuleBook {
    /// The rules for applicants of a path.
    pub fn of(&self, path: record::Path) -> &Rules {
        match path {
            record::Path::Us => &self.us,
            record::Path::OutsideUs => &self.outside_us,
        }
    }
}

/// Loads the rules for all applicants.
///
/// # Errors
/// One of the program's own files is missing or broken.
pub fn rule_book(assets: &Assets, names: &NameLexicon) -> Result<RuleBook, AssetError> {
    let addresses = Arc::new(AddressLexicon::load(assets)?);
    let rules = |path: record::Path| -> Result<Rules, AssetError> {
        let requirements = Requirements::load(assets, path.requirements())?;
        Ok(Rules { requirements, names: names.clone(), addresses: Arc::clone(&addresses) })
    };
    Ok(RuleBook { us: rules(record::Path::Us)?, outside_us: rules(record::Path::OutsideUs)? })
}
