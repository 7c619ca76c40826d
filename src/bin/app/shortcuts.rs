//! The table of keys: what each does, and where. Keys, tooltips and the list of keys come from it.

use eframe::egui::{Key, Modifiers};
use precheck::words::Language;

use crate::command::Command;
use crate::review::Choice;
use crate::state::{Overlay, Queue, RecordBox, ShownSize, Spot, State, Tab, View};
use crate::theme;

/// While it is held, nothing is drawn over the page.
pub const BARE_KEY: Key = Key::H;
/// While it is held, a magnifier lies over the page.
pub const MAGNIFIER_KEY: Key = Key::L;

/// Where a key means something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Everywhere, also while somebody types.
    Always,
    /// Everywhere but in a box of text.
    Anywhere,
    /// Where pages are shown.
    Pages,
    /// Where pages are shown, and the keyboard is nowhere else.
    FreePages,
    /// Where the pages of a client are shown.
    Client,
    /// In the list of all clients.
    Clients,
    /// In the list of all clients, and the keyboard is nowhere else.
    FreeClients,
    /// Seen to elsewhere, as keys that are held; it stands here to be told.
    Told,
}

/// A key and what it does.
pub struct Shortcut {
    /// Where it does so.
    pub place: Place,
    /// What is pressed with it.
    pub modifiers: Modifiers,
    /// The key.
    pub key: Key,
    /// How it is written; a key of the language files if people call it by a word.
    pub shown: &'static str,
    /// Key in the language files of what it does. Keys that belong together have the same.
    pub does: &'static str,
    /// What it asks for.
    pub command: fn(&State) -> Option<Command>,
}

const fn plain(
    place: Place,
    key: Key,
    shown: &'static str,
    does: &'static str,
    command: fn(&State) -> Option<Command>,
) -> Shortcut {
    Shortcut { place, modifiers: Modifiers::NONE, key, shown, does, command }
}

const fn with_control(
    key: Key,
    shown: &'static str,
    does: &'static str,
    command: fn(&State) -> Option<Command>,
) -> Shortcut {
    Shortcut { place: Place::Anywhere, modifiers: Modifiers::COMMAND, key, shown, does, command }
}

const fn layer(key: Key, command: fn(&State) -> Option<Command>) -> Shortcut {
    plain(Place::Pages, key, "1 - 9", "app-key-overlays", command)
}

use Place::{Always, Anywhere, Client, Clients, FreeClients, FreePages, Pages, Told};

/// All keys, in the order in which they are told.
pub const TABLE: &[Shortcut] = &[
    plain(Pages, Key::O, "O", "app-add-files", |_| Some(Command::OpenFiles)),
    plain(Pages, Key::F, "F", "app-add-folder", |_| Some(Command::OpenFolder)),
    plain(Pages, Key::J, "J", "app-key-step", |_| Some(Command::Step(1))),
    plain(Pages, Key::K, "K", "app-key-step", |_| Some(Command::Step(-1))),
    plain(Pages, Key::PageDown, "J", "app-key-step", |_| Some(Command::Step(1))),
    plain(Pages, Key::PageUp, "K", "app-key-step", |_| Some(Command::Step(-1))),
    plain(Clients, Key::J, "J", "app-key-step", |_| Some(Command::MarkClient(1))),
    plain(Clients, Key::K, "K", "app-key-step", |_| Some(Command::MarkClient(-1))),
    plain(Pages, Key::A, "A", "app-key-answer", |_| Some(Command::ToggleAnswer)),
    plain(Pages, Key::R, "R", "app-key-record", |_| Some(Command::FocusBox(RecordBox::Given))),
    plain(Pages, Key::V, "V", "app-key-call", |_| Some(Command::ShowTab(Tab::Call))),
    plain(Pages, Key::N, "N", "app-key-findings", |_| Some(Command::StepFinding(1))),
    plain(Pages, Key::P, "P", "app-key-findings", |_| Some(Command::StepFinding(-1))),
    with_control(Key::N, "Ctrl+N", "app-new-person", |_| Some(Command::NewPerson)),
    plain(Always, Key::F2, "F2", "app-key-language", |state| Some(Command::SetLanguage(next_language(state)))),
    plain(Always, Key::F6, "F6", "app-key-part", |_| Some(Command::NextPart)),
    plain(Anywhere, Key::D, "D", "app-key-look", |_| Some(Command::NextLook)),
    with_control(Key::Plus, "Ctrl++", "app-key-text", |_| Some(Command::StepText(true))),
    with_control(Key::Equals, "Ctrl++", "app-key-text", |_| Some(Command::StepText(true))),
    with_control(Key::Minus, "Ctrl+-", "app-key-text", |_| Some(Command::StepText(false))),
    with_control(Key::Num0, "Ctrl+0", "app-key-text", |_| Some(Command::UsualText)),
    layer(Key::Num1, |_| Some(Command::ToggleOverlay(Overlay::ALL[0]))),
    layer(Key::Num2, |_| Some(Command::ToggleOverlay(Overlay::ALL[1]))),
    layer(Key::Num3, |_| Some(Command::ToggleOverlay(Overlay::ALL[2]))),
    layer(Key::Num4, |_| Some(Command::ToggleOverlay(Overlay::ALL[3]))),
    layer(Key::Num5, |_| Some(Command::ToggleOverlay(Overlay::ALL[4]))),
    layer(Key::Num6, |_| Some(Command::ToggleOverlay(Overlay::ALL[5]))),
    layer(Key::Num7, |_| Some(Command::ToggleOverlay(Overlay::ALL[6]))),
    layer(Key::Num8, |_| Some(Command::ToggleOverlay(Overlay::ALL[7]))),
    layer(Key::Num9, |_| Some(Command::ToggleOverlay(Overlay::ALL[8]))),
    plain(Pages, Key::M, "M", "app-key-maps", |_| Some(Command::ToggleMaps)),
    plain(Pages, Key::Plus, "+", "app-key-zoom", |_| Some(Command::Zoom(theme::ZOOM_STEP, Spot::default()))),
    plain(Pages, Key::Equals, "+", "app-key-zoom", |_| Some(Command::Zoom(theme::ZOOM_STEP, Spot::default()))),
    plain(Pages, Key::Minus, "-", "app-key-zoom", |_| Some(Command::Zoom(1.0 / theme::ZOOM_STEP, Spot::default()))),
    plain(Pages, Key::Num0, "0", "app-key-zoom", |_| Some(Command::Fit)),
    plain(Pages, Key::W, "W", "app-key-width", |_| Some(Command::ShowAs(ShownSize::Width))),
    plain(Pages, Key::Z, "Z", "app-key-pixels", |_| Some(Command::ShowAs(ShownSize::Pixels))),
    plain(Pages, Key::T, "T", "app-key-turn", |_| Some(Command::Turn)),
    plain(Told, BARE_KEY, "H", "app-key-hold", |_| None),
    plain(Told, MAGNIFIER_KEY, "L", "app-key-hold", |_| None),
    plain(FreePages, Key::ArrowDown, "app-arrows", "app-key-arrows", |state| Some(arrow(state, 0.0, 1.0))),
    plain(FreePages, Key::ArrowUp, "app-arrows", "app-key-arrows", |state| Some(arrow(state, 0.0, -1.0))),
    plain(FreePages, Key::ArrowRight, "app-arrows", "app-key-arrows", |state| Some(arrow(state, 1.0, 0.0))),
    plain(FreePages, Key::ArrowLeft, "app-arrows", "app-key-arrows", |state| Some(arrow(state, -1.0, 0.0))),
    plain(FreeClients, Key::ArrowDown, "app-arrows", "app-key-arrows", |_| Some(Command::MarkClient(1))),
    plain(FreeClients, Key::ArrowUp, "app-arrows", "app-key-arrows", |_| Some(Command::MarkClient(-1))),
    plain(FreeClients, Key::PageDown, "app-arrows", "app-key-arrows", |_| Some(Command::MarkClient(10))),
    plain(FreeClients, Key::PageUp, "app-arrows", "app-key-arrows", |_| Some(Command::MarkClient(-10))),
    Shortcut {
        place: Pages,
        modifiers: Modifiers::SHIFT,
        key: Key::F5,
        shown: "Shift+F5",
        does: "app-recheck-all",
        command: |_| Some(Command::Recheck),
    },
    plain(Pages, Key::F5, "F5", "app-key-recheck", |state| shown_file(state).map(Command::Inspect)),
    plain(Pages, Key::Delete, "Delete", "app-key-remove", |state| shown_file(state).map(Command::Remove)),
    Shortcut {
        place: Told,
        modifiers: Modifiers::COMMAND,
        key: Key::V,
        shown: "Ctrl+V",
        does: "app-key-paste",
        command: |_| None,
    },
    with_control(Key::Z, "Ctrl+Z", "app-key-undo", |_| Some(Command::Undo)),
    plain(Anywhere, Key::Escape, "Esc", "app-key-cancel", escape),
    plain(FreeClients, Key::Enter, "Enter", "app-key-open-client", |_| Some(Command::OpenMarked)),
    plain(Clients, Key::Slash, "/", "app-clients-search", |_| Some(Command::FocusSearch)),
    plain(Client, Key::OpenBracket, "[", "app-key-client", |_| Some(Command::StepClient(-1))),
    plain(Client, Key::CloseBracket, "]", "app-key-client", |_| Some(Command::StepClient(1))),
    plain(Client, Key::Period, ".", "app-key-next-client", |_| Some(Command::NextInNeed)),
    plain(Clients, Key::Period, ".", "app-key-next-client", |_| Some(Command::NextInNeed)),
    plain(Client, Key::B, "B", "app-key-next-client", |_| Some(Command::CloseClient)),
    plain(Client, Key::Y, "Y", "app-key-decide", |_| Some(Command::Decide(Choice::Accept))),
    plain(Client, Key::X, "X", "app-key-decide", |_| Some(Command::Decide(Choice::Again))),
    plain(Client, Key::E, "E", "app-key-decide", |_| Some(Command::Decide(Choice::NameFine))),
    plain(Client, Key::C, "C", "app-key-copy", |_| Some(Command::CopyMessage)),
    plain(Clients, Key::S, "S", "app-clients-save", |_| Some(Command::SaveClients)),
    plain(Told, Key::Tab, "Tab", "app-key-tab", |_| None),
    plain(Always, Key::F1, "F1", "app-help", |_| Some(Command::ToggleHelp)),
    plain(Anywhere, Key::Questionmark, "?", "app-help", |_| Some(Command::ToggleHelp)),
];

/// What can be done by a key, each with the keys for it, in the order in which they are told.
pub fn told() -> Vec<(&'static str, Vec<&'static str>)> {
    let mut told: Vec<(&str, Vec<&str>)> = Vec::new();
    for shortcut in TABLE {
        let at = told.iter().position(|(does, _)| *does == shortcut.does).unwrap_or_else(|| {
            told.push((shortcut.does, Vec::new()));
            told.len() - 1
        });
        let keys = &mut told[at].1;
        if !keys.contains(&shortcut.shown) {
            keys.push(shortcut.shown);
        }
    }
    told
}

/// The keys for something, as a tooltip tells them.
pub fn of(does: &str) -> String {
    told().into_iter().find(|(other, _)| *other == does).map_or_else(String::new, |(_, keys)| keys.join(", "))
}

fn next_language(state: &State) -> Language {
    let at = Language::ALL.iter().position(|language| *language == state.words.language()).unwrap_or(0);
    Language::ALL[(at + 1) % Language::ALL.len()]
}

/// Stops the work; otherwise shows the whole page again.
fn escape(state: &State) -> Option<Command> {
    let list = state.queue.as_ref().filter(|queue| queue.open.is_none());
    if state.is_working() || list.is_some_and(Queue::is_working) {
        Some(Command::Cancel)
    } else {
        (state.view != View::default() || state.pointed_out.is_some()).then_some(Command::Fit)
    }
}

fn shown_file(state: &State) -> Option<std::path::PathBuf> {
    state.selected.as_ref().map(|id| id.file.clone())
}

/// Arrows move a page that is enlarged; otherwise they go through the list.
fn arrow(state: &State, right: f32, down: f32) -> Command {
    let step = theme::ARROW_STEP / state.view.zoom;
    if state.view.zoom > 1.0 {
        Command::Pan(Spot { x: right * step, y: down * step })
    } else {
        Command::Step(if right + down > 0.0 { 1 } else { -1 })
    }
}

#[cfg(test)]
mod tests {
    use precheck::assets::Assets;
    use precheck::words::Words;

    use super::*;

    #[test]
    fn no_key_means_two_things_in_one_place() {
        // what holds in both of two places must not collide either
        let both = |a: Place, b: Place| {
            let pages = |place| matches!(place, Always | Anywhere | Pages | FreePages | Client | Told);
            let clients = |place| matches!(place, Always | Anywhere | Clients | FreeClients);
            pages(a) && pages(b) || clients(a) && clients(b)
        };
        for (i, a) in TABLE.iter().enumerate() {
            let twice = TABLE[i + 1..]
                .iter()
                .find(|b| both(a.place, b.place) && (a.key, a.modifiers) == (b.key, b.modifiers) && a.place != Told);
            assert!(twice.is_none(), "{} {} {:?}", a.shown, a.does, twice.map(|b| b.does));
        }
    }

    #[test]
    fn everything_is_told_in_every_language_and_in_the_readme() {
        let readme = include_str!("../../../README.md");
        let (_, window) = readme.split_once("## The window").unwrap();
        let (window, _) = window.split_once("\n## ").unwrap();
        for (does, keys) in told() {
            for language in Language::ALL {
                let words = Words::load(&Assets::find(), language).unwrap();
                assert!(words.has(does), "{does}");
                assert!(keys.iter().all(|key| !key.starts_with("app-") || words.has(key)), "{keys:?}");
            }
            for key in keys.iter().flat_map(|key| key.split(" - ")).filter(|key| !key.starts_with("app-")) {
                assert!(window.contains(&format!("`{key}`")), "the README lacks {key}");
            }
        }
        assert_eq!(of("app-help"), "F1, ?");
        assert_eq!(of("app-key-zoom"), "+, -, 0");
    }
}
