//! Why a file could not be examined.
//!
//! Every variant has a stable code for the JSON, and a sentence and an advice for people in the language files
//! (`assets/locales/*/files.ftl`). The sentence does not name the file; who shows it names the file, once. What a decoder
//! said of a file is in the `Display` form alone, which is for developers.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::words::{Arg, Message};

/// Why a file, or one page of it, could not be examined. None of these stops the rest of a batch.
#[derive(Debug, Clone, PartialEq, Eq, Error, Serialize, Deserialize)]
pub enum FileError {
    /// There is no such file.
    #[error("the file is not there")]
    Missing,
    /// The system does not let this program read the file.
    #[error("the file may not be read")]
    NotAllowed,
    /// It is a folder, a device, or a pipe.
    #[error("it is no ordinary file")]
    NoFile,
    /// The system could not read the file, in its own words.
    #[error("the file cannot be read ({0})")]
    CannotOpen(String),
    /// The file is empty.
    #[error("the file is empty")]
    Empty,
    /// Its bytes match no known format.
    #[error("this is not a picture or a PDF that can be read here")]
    UnknownFormat,
    /// It is something else, which is known.
    #[error("a file of another kind: {0:?}")]
    Foreign(Foreign),
    /// Its format is known, but its bytes are damaged or truncated.
    #[error("the file is damaged or incomplete ({0})")]
    Damaged(String),
    /// The file opens only with a password.
    #[error("the file is protected by a password")]
    Protected,
    /// The format is known, but this form of it is not supported.
    #[error("this form of the file cannot be read here ({0})")]
    Unsupported(String),
    /// A PDF whose content shows only in certain programs, or not on its pages.
    #[error("the PDF does not show its content: {0:?}")]
    NotShown(NotShown),
    /// Drawing or decoding the page would take too much time or memory.
    #[error("the page takes too much time or memory")]
    TooComplex,
    /// More bytes than the limit.
    #[error("the file has {actual} MB; the limit is {limit} MB")]
    FileTooLarge {
        /// Size of the file in megabytes.
        actual: u64,
        /// Limit in megabytes.
        limit: u64,
    },
    /// More pixels than the limit.
    #[error("the picture has {actual} megapixels; the limit is {limit}")]
    TooManyPixels {
        /// Size of the page in megapixels.
        actual: u64,
        /// Limit in megapixels.
        limit: u64,
    },
    /// More pages than the limit.
    #[error("the file has {actual} pages; the limit is {limit}")]
    TooManyPages {
        /// Pages in the file.
        actual: u32,
        /// Limit.
        limit: u32,
    },
    /// A decoder or a stage failed in an unexpected way.
    #[error("the program failed while it examined this page ({0})")]
    Internal(String),
    /// The person stopped the work before this page was done.
    #[error("stopped before this page was examined")]
    Stopped,
}

/// A kind of file that is known and not examined.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Foreign {
    /// A picture in AVIF.
    Avif,
    /// A picture in JPEG XL.
    JpegXl,
    /// A picture in JPEG 2000.
    Jpeg2000,
    /// A picture of Photoshop.
    Photoshop,
    /// A drawing in SVG.
    Svg,
    /// A text of Word, of any age.
    Word,
    /// A table of Excel.
    Excel,
    /// Slides of `PowerPoint`.
    PowerPoint,
    /// A text, a table or slides of `OpenOffice` or `LibreOffice`.
    OpenDocument,
    /// A document of an office program before 2007; which one is not told from its first bytes.
    OldOffice,
    /// A text in RTF.
    Rtf,
    /// A page of the web.
    WebPage,
    /// Print data in PostScript.
    PostScript,
    /// An archive: ZIP, RAR, 7-Zip, gzip.
    Archive,
    /// A film.
    Film,
}

/// What is to be done with a file of another kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ForeignGroup {
    /// A picture, to be saved as JPEG or PNG.
    Picture,
    /// Something that can be printed into a PDF.
    Document,
    /// Something to be unpacked.
    Archive,
    /// Something of which a photo is to be taken.
    Film,
}

/// Why a PDF does not show what is in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NotShown {
    /// The documents are attachments (ISO 32000-2, 12.3.5, collections).
    Portfolio,
    /// A form that draws itself in Adobe Reader alone (XFA).
    DynamicForm,
    /// Boxes were filled in, and what was typed is not drawn on the page.
    FilledFields,
}

impl FileError {
    /// The word for this error in the JSON. It does not change between versions.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Missing | Self::NotAllowed | Self::NoFile | Self::CannotOpen(_) => "cannot-open",
            Self::Empty => "empty",
            Self::UnknownFormat => "unknown-format",
            Self::Damaged(_) => "damaged",
            Self::Protected => "protected",
            Self::Foreign(_) | Self::Unsupported(_) | Self::NotShown(_) | Self::TooComplex => "unsupported",
            Self::FileTooLarge { .. } => "file-too-large",
            Self::TooManyPixels { .. } => "too-many-pixels",
            Self::TooManyPages { .. } => "too-many-pages",
            Self::Internal(_) => "internal",
            Self::Stopped => "stopped",
        }
    }

    /// Key of its sentence in the language files; `.advice` behind it is that of what to do.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Missing => "file-missing",
            Self::NotAllowed => "file-not-allowed",
            Self::NoFile => "file-no-file",
            Self::CannotOpen(_) => "file-cannot-open",
            Self::Empty => "file-empty",
            Self::UnknownFormat => "file-unknown-format",
            Self::Foreign(foreign) => match foreign.group() {
                ForeignGroup::Picture => "file-foreign-picture",
                ForeignGroup::Document => "file-foreign-document",
                ForeignGroup::Archive => "file-foreign-archive",
                ForeignGroup::Film => "file-foreign-film",
            },
            Self::Damaged(_) => "file-damaged",
            Self::Protected => "file-protected",
            Self::Unsupported(_) => "file-unsupported",
            Self::NotShown(NotShown::Portfolio) => "file-portfolio",
            Self::NotShown(NotShown::DynamicForm) => "file-dynamic-form",
            Self::NotShown(NotShown::FilledFields) => "file-filled-fields",
            Self::TooComplex => "file-too-complex",
            Self::FileTooLarge { .. } => "file-too-large",
            Self::TooManyPixels { .. } => "file-too-many-pixels",
            Self::TooManyPages { .. } => "file-too-many-pages",
            Self::Internal(_) => "file-internal",
            Self::Stopped => "file-stopped",
        }
    }

    /// What is wrong with the file, for people.
    pub fn message(&self) -> Message {
        let message = Message::new(self.key());
        match self {
            Self::Foreign(foreign) => message.with("kind", Arg::Word(foreign.key().to_owned())),
            Self::FileTooLarge { actual, limit } | Self::TooManyPixels { actual, limit } => {
                message.with("actual", Arg::Number(*actual as f64)).with("limit", Arg::Number(*limit as f64))
            }
            Self::TooManyPages { actual, limit } => {
                message.with("actual", Arg::Number(f64::from(*actual))).with("limit", Arg::Number(f64::from(*limit)))
            }
            _ => message,
        }
    }

    /// What to do about it, for people.
    pub fn advice(&self) -> Message {
        Message::new(format!("{}.advice", self.key()))
    }
}

impl Foreign {
    /// What is to be done with it.
    pub const fn group(self) -> ForeignGroup {
        match self {
            Self::Avif | Self::JpegXl | Self::Jpeg2000 | Self::Photoshop | Self::Svg => ForeignGroup::Picture,
            Self::Archive => ForeignGroup::Archive,
            Self::Film => ForeignGroup::Film,
            _ => ForeignGroup::Document,
        }
    }

    /// Key of its name in the language files.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Avif => "file-kind-avif",
            Self::JpegXl => "file-kind-jpeg-xl",
            Self::Jpeg2000 => "file-kind-jpeg-2000",
            Self::Photoshop => "file-kind-photoshop",
            Self::Svg => "file-kind-svg",
            Self::Word => "file-kind-word",
            Self::Excel => "file-kind-excel",
            Self::PowerPoint => "file-kind-powerpoint",
            Self::OpenDocument => "file-kind-opendocument",
            Self::OldOffice => "file-kind-old-office",
            Self::Rtf => "file-kind-rtf",
            Self::WebPage => "file-kind-web-page",
            Self::PostScript => "file-kind-postscript",
            Self::Archive => "file-kind-archive",
            Self::Film => "file-kind-film",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assets::Assets;
    use crate::words::{Language, Words};

    const FOREIGN: [Foreign; 15] = [
        Foreign::Avif,
        Foreign::JpegXl,
        Foreign::Jpeg2000,
        Foreign::Photoshop,
        Foreign::Svg,
        Foreign::Word,
        Foreign::Excel,
        Foreign::PowerPoint,
        Foreign::OpenDocument,
        Foreign::OldOffice,
        Foreign::Rtf,
        Foreign::WebPage,
        Foreign::PostScript,
        Foreign::Archive,
        Foreign::Film,
    ];

    fn all() -> Vec<FileError> {
        let said = || "offset 0x1f of decoder::Error".to_owned();
        let mut all = vec![
            FileError::Missing,
            FileError::NotAllowed,
            FileError::NoFile,
            FileError::CannotOpen(said()),
            FileError::Empty,
            FileError::UnknownFormat,
            FileError::Damaged(said()),
            FileError::Protected,
            FileError::Unsupported(said()),
            FileError::NotShown(NotShown::Portfolio),
            FileError::NotShown(NotShown::DynamicForm),
            FileError::NotShown(NotShown::FilledFields),
            FileError::TooComplex,
            FileError::FileTooLarge { actual: 300, limit: 200 },
            FileError::TooManyPixels { actual: 300, limit: 120 },
            FileError::TooManyPages { actual: 300, limit: 200 },
            FileError::Internal(said()),
            FileError::Stopped,
        ];
        all.extend(FOREIGN.map(FileError::Foreign));
        all
    }

    #[test]
    fn every_error_says_what_is_wrong_and_what_to_do_in_every_language_and_no_word_of_a_decoder() {
        for language in Language::ALL {
            let words = Words::load(&Assets::find(), language).unwrap();
            for error in all() {
                let said = [error.message(), error.advice()].map(|message| words.say(&message));
                for text in &said {
                    assert!(text.ends_with('.') && text.len() > 15, "{error:?}: {text}");
                    assert!(!text.contains("file-") && !text.contains('{') && !text.contains("0x1f"), "{text}");
                }
            }
        }
    }
}
