//! What a check says: findings, and what it could not assess.

use std::fmt;

use serde::Serialize;

use crate::fields::Disagreement;
use crate::geometry::Region;
use crate::page::PageId;
use crate::requirements::Fact;
use crate::words::{Arg, Message};

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Good to know; nothing has to be done.
    Note,
    /// A person should look at it.
    Warning,
    /// A reviewer would very likely refuse it.
    Blocker,
}

/// What a measured number and its limit are counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Of one.
    Of1,
    /// Of a hundred.
    Of100,
    /// Of 255 levels.
    Of255,
    /// Of the brightness.
    OfBrightness,
    /// Confidence, 0–1.
    Confidence,
    /// Days.
    Days,
    /// Degrees.
    Degrees,
    /// Dots per inch.
    Dpi,
    /// Letters.
    Letters,
    /// Lines of text.
    Lines,
    /// Pixels.
    Pixels,
    /// Percent.
    Percent,
    /// Percent of the document.
    PercentOfDocument,
    /// Of the document's length.
    OfDocumentLength,
    /// Of the picture.
    OfPicture,
    /// Share of the picture.
    ShareOfPicture,
    /// Share of the document.
    ShareOfDocument,
    /// Share of a field.
    ShareOfField,
    /// Share of the area of the text.
    ShareOfTextArea,
    /// Share of its own area.
    ShareOfArea,
    /// No number: the fact that could not be read.
    Fact(Fact),
}

impl Unit {
    /// All of them.
    pub const ALL: &[Self] = &[
        Self::Of1,
        Self::Of100,
        Self::Of255,
        Self::OfBrightness,
        Self::Confidence,
        Self::Days,
        Self::Degrees,
        Self::Dpi,
        Self::Letters,
        Self::Lines,
        Self::Pixels,
        Self::Percent,
        Self::PercentOfDocument,
        Self::OfDocumentLength,
        Self::OfPicture,
        Self::ShareOfPicture,
        Self::ShareOfDocument,
        Self::ShareOfField,
        Self::ShareOfTextArea,
        Self::ShareOfArea,
    ];

    /// Its name in reports that programs read, and the end of its key in the language files.
    const fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Of1 => ("of 1", "of-1"),
            Self::Of100 => ("of 100", "of-100"),
            Self::Of255 => ("of 255", "of-255"),
            Self::OfBrightness => ("of brightness", "of-brightness"),
            Self::Confidence => ("confidence", "confidence"),
            Self::Days => ("days", "days"),
            Self::Degrees => ("degrees", "degrees"),
            Self::Dpi => ("dots an inch", "dots-an-inch"),
            Self::Letters => ("letters", "letters"),
            Self::Lines => ("lines", "lines"),
            Self::Pixels => ("pixels", "pixels"),
            Self::Percent => ("%", "percent"),
            Self::PercentOfDocument => ("% of the document", "percent-of-the-document"),
            Self::OfDocumentLength => ("of the document's length", "of-the-documents-length"),
            Self::OfPicture => ("of the picture", "of-the-picture"),
            Self::ShareOfPicture => ("share of the picture", "share-of-the-picture"),
            Self::ShareOfDocument => ("share of the document", "share-of-the-document"),
            Self::ShareOfField => ("share of the field", "share-of-the-field"),
            Self::ShareOfTextArea => ("share of the text area", "share-of-the-text-area"),
            Self::ShareOfArea => ("share of its area", "share-of-its-area"),
            Self::Fact(fact) => (fact.name(), "fact"),
        }
    }

    /// Its name in reports that programs read.
    pub const fn name(self) -> &'static str {
        self.names().0
    }

    /// Key of its name in the language files.
    pub fn key(self) -> String {
        format!("app-unit-{}", self.names().1)
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// The maps of a page that show more of what a check found than its region.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Map {
    /// Lines of text that are too soft.
    Blur,
    /// Reflections.
    Glare,
    /// Shadow.
    Shadow,
    /// What lies over the document.
    Cover,
    /// Strokes of a pen over print.
    Pen,
}

/// A limit that a check holds a number against. It stands in the check's own file; a requirements file may override it.
#[derive(Debug, PartialEq)]
pub struct Limit {
    /// Its name in a requirements file, unique over all checks.
    pub name: &'static str,
    /// Its value unless overridden.
    pub default: f32,
    /// Unit of the value and of what it is held against.
    pub unit: Unit,
}

/// What a finding is about, and so what it rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// The picture: a number was measured in it.
    Picture,
    /// What the document says: something was read.
    Content,
    /// The set: which documents there are.
    Set,
}

/// What a person has to do about a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Action {
    /// Add a document, or a side of one.
    Add,
    /// Use another document; no new picture helps.
    Replace,
    /// Take the picture again.
    Retake,
    /// Look at it.
    Look,
}

/// One thing that is wrong or worth knowing, with its witness.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// Id of the check.
    pub id: &'static str,
    /// What it is about.
    pub subject: Subject,
    /// How bad it is.
    pub severity: Severity,
    /// What it asks of a person, if it is a blocker.
    pub action: Action,
    /// What is wrong.
    pub message: Message,
    /// What to do.
    pub advice: Message,
    /// The measured number.
    pub value: Option<f32>,
    /// The limit that it passes.
    pub limit: Option<f32>,
    /// Unit of both.
    pub unit: Option<Unit>,
    /// Where on the page, in upright space.
    pub region: Option<Region>,
    /// The map that shows all of it, where there is one.
    pub map: Option<Map>,
    /// What two readers made of its place, where they do not agree.
    pub readings: Option<Disagreement>,
    /// How sure it is, 0–1.
    pub confidence: f32,
    /// For findings on a set: the pages concerned.
    pub pages: Vec<PageId>,
}

impl Finding {
    /// A finding with the words `<id>.found` and `<id>.advice`.
    pub fn new(id: &'static str, subject: Subject, severity: Severity) -> Self {
        Self {
            id,
            subject,
            severity,
            action: if subject == Subject::Picture { Action::Retake } else { Action::Look },
            message: Message::new(format!("{id}.found")),
            advice: Message::new(format!("{id}.advice")),
            value: None,
            limit: None,
            unit: None,
            region: None,
            map: None,
            readings: None,
            confidence: 1.0,
            pages: Vec::new(),
        }
    }

    /// Says it with another of the check's sentences: `<id>.<attribute>`.
    #[must_use]
    pub fn saying(mut self, attribute: &str) -> Self {
        self.message.key = format!("{}.{attribute}", self.id);
        self
    }

    /// Advises with another of the check's sentences: `<id>.<attribute>`.
    #[must_use]
    pub fn advising(mut self, attribute: &str) -> Self {
        self.advice.key = format!("{}.{attribute}", self.id);
        self
    }

    /// What it asks of a person.
    #[must_use]
    pub fn asking(mut self, action: Action) -> Self {
        self.action = action;
        self
    }

    /// Puts something into both sentences.
    #[must_use]
    pub fn with(mut self, name: &'static str, arg: impl Into<Arg>) -> Self {
        let arg = arg.into();
        self.message.args.push((name, arg.clone()));
        self.advice.args.push((name, arg));
        self
    }

    /// The number and the limit it passes; both are also put into the sentences as `value` and `limit`.
    #[must_use]
    pub fn measured(mut self, value: f32, limit: f32, unit: Unit) -> Self {
        (self.value, self.limit, self.unit) = (Some(value), Some(limit), Some(unit));
        self.with("value", value).with("limit", limit)
    }

    /// Where it is.
    #[must_use]
    pub fn at(mut self, region: Option<Region>) -> Self {
        self.region = region;
        self
    }

    /// The map that shows all of it.
    #[must_use]
    pub fn on_map(mut self, map: Map) -> Self {
        self.map = Some(map);
        self
    }

    /// What two readers made of its place.
    #[must_use]
    pub fn read_as(mut self, readings: &Disagreement) -> Self {
        self.readings = Some(readings.clone());
        self
    }

    /// How sure it is.
    #[must_use]
    pub fn sure(mut self, confidence: f32) -> Self {
        self.confidence = confidence;
        self
    }

    /// Which pages of the set it concerns.
    #[must_use]
    pub fn on<'a>(mut self, pages: impl IntoIterator<Item = &'a PageId>) -> Self {
        self.pages = pages.into_iter().cloned().collect();
        self
    }
}

/// A check that could not be made, and why. It never passes silently.
#[derive(Debug, Clone, PartialEq)]
pub struct NotAssessed {
    /// Id of the check.
    pub id: &'static str,
    /// Why, a message `reason-…`.
    pub reason: Message,
}
