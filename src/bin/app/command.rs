//! What a person can ask of the window. Panels push these; only `app.rs` acts on them.

use std::path::PathBuf;

use precheck::checks::Finding;
use precheck::geometry::Region;
use precheck::page::PageId;
use precheck::record::Path;
use precheck::words::Language;

use crate::state::{Overlay, RecordBox, Spot, Tab};
use crate::theme::Look;

/// One request of the person.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// Look at these files and folders.
    AddPaths(Vec<PathBuf>),
    /// Ask which files to look at.
    OpenFiles,
    /// Ask which folder to look at.
    OpenFolder,
    /// Ask for a file with the applicant's record.
    OpenRecord,
    /// Take a file off the list. The file itself stays where it is.
    Remove(PathBuf),
    /// Put the file that was taken off last back on the list.
    Undo,
    /// Show this page.
    Select(PageId),
    /// Show the page this many places further down the list; negative is up.
    Step(isize),
    /// A box of the record was typed in.
    EditRecord(RecordBox, String),
    /// A box of the record was left.
    LeaveBox,
    /// Set the applicant's path.
    ChoosePath(Path),
    /// Switch to another language.
    SetLanguage(Language),
    /// Give the window other colors.
    SetLook(Look),
    /// Give the window the next colors.
    NextLook,
    /// Make all text larger or smaller by a step.
    StepText(bool),
    /// Give all text its usual size.
    UsualText,
    /// Show the numbers that identify people in full, or only their last characters.
    ShowNumbers(bool),
    /// Stop looking at pages.
    Cancel,
    /// Look at all files again.
    Recheck,
    /// Look at this file again, and say what became of it.
    Inspect(PathBuf),
    /// Draw a layer over the page, or stop drawing it.
    ToggleOverlay(Overlay),
    /// Draw all maps that the page has, or none.
    ToggleMaps,
    /// Zoom in on the place of a finding of the shown page.
    PointOut(Box<Finding>),
    /// Point out the finding this many places further down; negative is up.
    StepFinding(isize),
    /// Magnify by a factor; the given spot stays where it is on the screen.
    Zoom(f32, Spot),
    /// Move the page by a part of its own size.
    Pan(Spot),
    /// Show the whole page.
    Fit,
    /// Zoom in on a part of the page.
    ShowRegion(Region),
    /// Show the place of the thing to do that stands this far down the answer, counted from 0.
    GoToThing(usize),
    /// Show another part of the panel on the right.
    ShowTab(Tab),
    /// Show only the sentence of the answer, or all of it.
    ToggleAnswer,
    /// Put the cursor into a box of the record.
    FocusBox(RecordBox),
    /// Show or hide the list of keys.
    ToggleHelp,
    /// Copy what to do, in this language, to be pasted elsewhere.
    CopyWhatToDo(Language),
    /// Ask for a file, and write the report to it.
    SaveReport,
    /// Close the message at the top.
    CloseNotice,
}
