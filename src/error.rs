//! Why a file could not be examined.
//!
//! Every variant has a stable code for the JSON and one line for people. The line does not name the file; the code that
//! shows the line names it, once.

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Why a file, or one page of it, could not be examined. None of these stops the rest of a batch.
#[derive(Debug, Clone, PartialEq, Eq, Error, Serialize, Deserialize)]
pub enum FileError {
    /// The file does not exist or may not be read.
    #[error("the file cannot be opened ({0})")]
    CannotOpen(String),
    /// The file is empty.
    #[error("the file is empty")]
    Empty,
    /// Its bytes match no known format.
    #[error("this is not a picture or a PDF that can be read here")]
    UnknownFormat,
    /// Its format is known, but its bytes are damaged or truncated.
    #[error("the file is damaged or incomplete ({0})")]
    Damaged(String),
    /// The file opens only with a password.
    #[error("the file is protected by a password")]
    Protected,
    /// The format is known, but this form of it is not supported.
    #[error("this form of the file cannot be read here ({0})")]
    Unsupported(String),
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

impl FileError {
    /// The word for this error in the JSON. It does not change between versions.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::CannotOpen(_) => "cannot-open",
            Self::Empty => "empty",
            Self::UnknownFormat => "unknown-format",
            Self::Damaged(_) => "damaged",
            Self::Protected => "protected",
            Self::Unsupported(_) => "unsupported",
            Self::FileTooLarge { .. } => "file-too-large",
            Self::TooManyPixels { .. } => "too-many-pixels",
            Self::TooManyPages { .. } => "too-many-pages",
            Self::Internal(_) => "internal",
            Self::Stopped => "stopped",
        }
    }
}
