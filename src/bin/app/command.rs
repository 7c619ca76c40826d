//! What a person can ask of the window. Panels push these; only `app.rs` acts on them.

use std::path::PathBuf;

use precheck::checks::Finding;
use precheck::geometry::Region;
use precheck::page::PageId;
use precheck::record::Path;
use precheck::words::Language;

use crate::review::Choice;
use crate::state::{Filter, Magnifier, Overlay, RecordBox, ShownSize, Spot, Tab};
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
    /// Begin with another person: an empty list and an empty form.
    NewPerson,
    /// Remove what the window keeps between two runs, and begin anew.
    Forget,
    /// Go to the next part of the window.
    NextPart,
    /// Write the clients with what was decided about them into a table.
    SaveClients,
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
    /// Show the page in one of its sizes.
    ShowAs(ShownSize),
    /// Turn the shown page by a quarter, clockwise.
    Turn,
    /// Hold the magnifier over the page, or put it away.
    Magnify(Magnifier),
    /// Zoom in on a part of the page.
    ShowRegion(Region),
    /// Show the place of the thing to do that stands this far down the answer, counted from 0.
    GoToThing(usize),
    /// Show another part of the panel on the right.
    ShowTab(Tab),
    /// The name of the shown page was typed in.
    TypeName(String),
    /// Take the name that was typed for that of the shown page.
    CorrectName,
    /// Take the name that was read again.
    TakeNameBack,
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
    /// Take the folder that was offered as one of many clients.
    TakeClients,
    /// Take the folder that was offered as that of one person.
    TakeAsOne,
    /// Leave the folder that was offered alone.
    CloseOffer,
    /// Show the clients that a filter takes.
    SetFilter(Filter),
    /// Look for clients by their names.
    Search(String),
    /// Put the cursor into the box for that.
    FocusSearch,
    /// Mark the client this many places further down; negative is up.
    MarkClient(isize),
    /// Show the pages of the client at this place.
    OpenClient(usize),
    /// Show the pages of the client whose row is marked.
    OpenMarked,
    /// Show the client this many places further down; negative is up.
    StepClient(isize),
    /// Show the next client about whom somebody has to decide.
    NextInNeed,
    /// Show all clients again.
    CloseClient,
    /// Close the list of clients.
    CloseClients,
    /// Look at the documents that were not looked at because the work was stopped.
    GoOn,
    /// Decide about the client whose pages are shown.
    Decide(Choice),
    /// The reason why a name is fine was typed in.
    TypeWhy(String),
    /// Decide that a name is fine, for the reason that was typed.
    GiveWhy,
    /// Decide nothing.
    CloseWhy,
    /// Copy the message to the client.
    CopyMessage,
    /// Close the message at the top.
    CloseNotice,
}
