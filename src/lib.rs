//! Looks at photos and scans of identity and proof-of-address documents *before* they are uploaded, and tells what a
//! reviewer would refuse, why, where in the picture, and what to do about it.
//!
//! ```text
//! file ─intake─▶ Page ─┬─quality─▶ Quality ─┐
//!                      ├─layout──▶ Layout ──┤
//!                      │   ├─text──▶ lines ─┐
//!                      │   └─codes─▶ Codes ─┤
//!                      │            fields─▶ Facts
//!                      └─(pixels dropped)   │
//!        PageRecord ── × n, in input order ──▶ DocumentSet ─judge(record, rules, today)─▶ Report ─▶ bytes / window
//!                                                └ pages → documents → places → what to do first
//! ```
//!
//! There are two halves with different rules. *Examine* ([`engine`], left of `DocumentSet`) takes tenths of a second
//! per page, runs in parallel, uses files and readers, and may fail on one page without stopping the rest. *Judge*
//! ([`set::judge`]) takes microseconds, uses only its arguments, and cannot fail. So after a change of the record,
//! the set is judged again at once, without being examined again.
//!
//! # A set of files, judged
//!
//! ```
//! use precheck::{addresses::AddressLexicon, assets::Assets, checks::Rules, engine::*, names::NameLexicon, record::Record};
//! use precheck::{report::*, requirements::Requirements, set::judge, words::*};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let assets = Assets::find(); // or Assets::at("where/they/are")
//! let names = NameLexicon::load(&assets)?;
//! let engine = Engine::quick(&assets, &names)?; // Engine::find also reads, where the models are
//! let set = engine.examine_all(&["testdata/ready/cp565.jpg".into()], &Stop::default(), &|_| {});
//! let addresses = AddressLexicon::load(&assets)?.into();
//! let rules = Rules { requirements: Requirements::load(&assets, "idme-itin-us")?, names, addresses };
//! let report = judge(&set, &Record::default(), &rules, "2026-11-22".parse()?);
//! let words = Words::load(&assets, Language::English)?;
//! let judged = Judged { set: &set, report: &report };
//! assert!(text(judged, Options { words: &words, timings: false }).contains("cp565.jpg"));
//! # Ok(())
//! # }
//! ```
//!
//! Errors come back as values: of one file in its [`examined::PageRecord`], of the program's own files as
//! [`assets::AssetError`]. A decoder or a reader that panics costs its page ([`error::FileError::Internal`]), not the
//! caller.
//!
//! # Features
//!
//! Use the library without the programs: `default-features = false`. Without any feature, nothing of it is C or C++ but
//! what the system brings along; everything works except the following.
//!
//! | feature | what it adds |
//! |---|---|
//! | `onnxruntime` | runs the networks two to three times as fast, by ONNX Runtime's own library, which is looked for when the program starts and never needed |
//! | `tesseract` | the second reader, with the system's Tesseract (C++) |
//! | `bundled-tesseract` | the same, compiled in |
//! | `watch` | `watch`: notices files as they arrive |
//! | `cli`, `app` | the two programs and what only they need |
//!
//! # Rules
//!
//! These rules hold everywhere:
//!
//! - Stages measure and have no opinions; checks hold all opinions and never see a pixel.
//! - Every finding points at a place, names the number and the limit, and says what to do. What could not be checked
//!   says so.
//! - The library prints nothing, sends nothing anywhere, logs nothing that it read, never asks the system for the date,
//!   and never changes a file. Threads start only in [`engine`] and where a decoder or a network brings a pool of its
//!   own.
//! - A page is turned once, after reading; what leaves the engine is upright, and reports convert back to page space at
//!   their very end (see [`geometry`]).
//! - The same files, record, requirements and day give the same bytes, however many threads ran.

// what a stage works on
pub mod confinement;
pub mod error;
pub mod geometry;
pub mod kinds;
pub mod page;
pub mod pixels;
pub mod relation;

// examine: the stages in their order, the engine that runs them, and what is known afterwards
pub mod arrangement;
pub mod codes;
pub mod engine;
pub mod examined;
pub mod fields;
pub mod intake;
pub mod outline;
pub mod quality;
pub mod text;

// judge
pub mod addresses;
pub mod checks;
pub mod names;
pub mod record;
pub mod requirements;
pub mod set;

// many clients, and files as they arrive
pub mod batch;
#[cfg(feature = "watch")]
pub mod watch;

// report
pub mod assets;
pub mod places;
pub mod redacted;
pub mod report;
pub mod words;

#[cfg(test)]
mod testing;
