//! What keys and dropped files mean.

use std::path::PathBuf;

use eframe::egui::{Context, Event, InputState, Key, Modifiers};

use precheck::words::Language;

use crate::command::Command;
use crate::review::Choice;
use crate::state::{Overlay, RecordBox, ShownSize, Spot, State, Tab, View};
use crate::theme;

/// The keys of the layers, in their order.
pub const OVERLAY_KEYS: [Key; 9] =
    [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];

/// While it is held, nothing is drawn over the page.
pub const BARE_KEY: Key = Key::H;
/// While it is held, a magnifier lies over the page.
pub const MAGNIFIER_KEY: Key = Key::L;

/// The commands of the keys that were pressed and of the files that were dropped in this frame.
pub fn keys(ctx: &Context, state: &State) -> Vec<Command> {
    let typing = ctx.text_edit_focused();
    let free = !typing && ctx.memory(|memory| memory.focused().is_none());
    ctx.input_mut(|input| {
        let mut commands = Vec::new();
        let dropped: Vec<_> = input.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect();
        if !dropped.is_empty() {
            commands.push(Command::AddPaths(dropped));
        }
        if state.offer.is_some() || state.why.is_some() {
            return commands;
        }
        if state.help_open {
            // a dialog has keys of its own only: what lies behind it must not change
            dialog(input, &mut commands);
            return commands;
        }
        if input.key_pressed(Key::Escape) && !typing {
            escape(state, &mut commands);
        }
        if input.consume_key(Modifiers::NONE, Key::F1) {
            commands.push(Command::ToggleHelp);
        }
        if input.consume_key(Modifiers::NONE, Key::F2) {
            let at = Language::ALL.iter().position(|language| *language == state.words.language()).unwrap_or(0);
            commands.push(Command::SetLanguage(Language::ALL[(at + 1) % Language::ALL.len()]));
        }
        if input.consume_key(Modifiers::NONE, Key::F6) {
            commands.push(Command::NextPart);
        }
        if !typing {
            let pasted = input.events.iter().filter_map(|event| match event {
                Event::Paste(text) => Some(files_of(text)),
                _ => None,
            });
            let pasted: Vec<PathBuf> = pasted.flatten().collect();
            if !pasted.is_empty() {
                commands.push(Command::AddPaths(pasted));
            }
            if input.consume_key(Modifiers::COMMAND, Key::N) {
                commands.push(Command::NewPerson);
            }
            if input.consume_key(Modifiers::COMMAND, Key::Z) {
                commands.push(Command::Undo);
            }
            let list = state.queue.as_ref().is_some_and(|queue| queue.open.is_none());
            if list {
                in_list(input, free, &mut commands);
                return commands;
            }
            if state.queue.is_some() {
                in_client(input, &mut commands);
            }
            letters(input, state, &mut commands);
        }
        if free {
            arrows(input, state, &mut commands);
        }
        commands
    })
}

/// The files that were copied elsewhere: a path or a `file:` address in each line. Other text means nothing here.
fn files_of(text: &str) -> Vec<PathBuf> {
    let of_line = |line: &str| {
        let line = line.trim();
        let path = line.strip_prefix("file://").map_or_else(|| line.to_owned(), decoded);
        Some(PathBuf::from(path)).filter(|path| path.is_absolute())
    };
    let files: Vec<Option<PathBuf>> = text.lines().filter(|line| !line.trim().is_empty()).map(of_line).collect();
    files.into_iter().collect::<Option<Vec<PathBuf>>>().unwrap_or_default()
}

/// The path of an address, in which letters may stand as `%` and two digits (RFC 3986).
fn decoded(address: &str) -> String {
    let mut bytes = Vec::with_capacity(address.len());
    let mut rest = address.as_bytes();
    while let [first, after @ ..] = rest {
        let hex = after.get(..2).filter(|_| *first == b'%').and_then(|two| std::str::from_utf8(two).ok());
        if let Some(byte) = hex.and_then(|two| u8::from_str_radix(two, 16).ok()) {
            bytes.push(byte);
            rest = &after[2..];
        } else {
            bytes.push(*first);
            rest = after;
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The keys while all clients are shown.
fn in_list(input: &mut InputState, free: bool, commands: &mut Vec<Command>) {
    text_size(input, commands);
    let mut on = |key, command: Command| {
        let times = input.count_and_consume_key(Modifiers::NONE, key);
        commands.extend(std::iter::repeat_n(command, times));
    };
    on(Key::Questionmark, Command::ToggleHelp);
    on(Key::D, Command::NextLook);
    on(Key::J, Command::MarkClient(1));
    on(Key::K, Command::MarkClient(-1));
    on(Key::Slash, Command::FocusSearch);
    on(Key::S, Command::SaveClients);
    on(Key::Period, Command::NextInNeed);
    if free {
        on(Key::ArrowDown, Command::MarkClient(1));
        on(Key::ArrowUp, Command::MarkClient(-1));
        on(Key::PageDown, Command::MarkClient(10));
        on(Key::PageUp, Command::MarkClient(-10));
        on(Key::Enter, Command::OpenMarked);
    }
}

/// The keys that are there besides while the pages of a client are shown.
fn in_client(input: &mut InputState, commands: &mut Vec<Command>) {
    for (key, command) in [
        (Key::B, Command::CloseClient),
        (Key::OpenBracket, Command::StepClient(-1)),
        (Key::CloseBracket, Command::StepClient(1)),
        (Key::Period, Command::NextInNeed),
        (Key::Y, Command::Decide(Choice::Accept)),
        (Key::X, Command::Decide(Choice::Again)),
        (Key::E, Command::Decide(Choice::NameFine)),
        (Key::C, Command::CopyMessage),
    ] {
        if input.consume_key(Modifiers::NONE, key) {
            commands.push(command);
        }
    }
}

fn dialog(input: &mut InputState, commands: &mut Vec<Command>) {
    let closes = [Key::Escape, Key::F1, Key::Questionmark].map(|key| input.consume_key(Modifiers::NONE, key));
    commands.extend(closes.contains(&true).then_some(Command::ToggleHelp));
}

fn escape(state: &State, commands: &mut Vec<Command>) {
    let list = state.queue.as_ref().filter(|queue| queue.open.is_none());
    if state.is_working() || list.is_some_and(crate::state::Queue::is_working) {
        commands.push(Command::Cancel);
    } else if state.view != View::default() || state.pointed_out.is_some() {
        commands.push(Command::Fit);
    }
}

/// `?` and `+` need the shift key on many keyboards, so shift does not count as a modifier here.
fn letters(input: &mut InputState, state: &State, commands: &mut Vec<Command>) {
    if input.consume_key(Modifiers::SHIFT, Key::F5) {
        commands.push(Command::Recheck);
    }
    text_size(input, commands);
    // a key that was pressed several times since the last frame counts as often
    let mut on = |key, command: Command| {
        let times = input.count_and_consume_key(Modifiers::NONE, key);
        let times = if asks(&command) { times.min(1) } else { times };
        commands.extend(std::iter::repeat_n(command, times));
    };
    on(Key::Questionmark, Command::ToggleHelp);
    on(Key::O, Command::OpenFiles);
    on(Key::F, Command::OpenFolder);
    on(Key::R, Command::FocusBox(RecordBox::Given));
    on(Key::A, Command::ToggleAnswer);
    on(Key::V, Command::ShowTab(Tab::Call));
    on(Key::D, Command::NextLook);
    on(Key::T, Command::Turn);
    on(Key::W, Command::ShowAs(ShownSize::Width));
    on(Key::Z, Command::ShowAs(ShownSize::Pixels));
    on(Key::J, Command::Step(1));
    on(Key::K, Command::Step(-1));
    on(Key::PageDown, Command::Step(1));
    on(Key::PageUp, Command::Step(-1));
    for key in [Key::Plus, Key::Equals] {
        on(key, Command::Zoom(theme::ZOOM_STEP, Spot::default()));
    }
    on(Key::Minus, Command::Zoom(1.0 / theme::ZOOM_STEP, Spot::default()));
    on(Key::Num0, Command::Fit);
    for (overlay, key) in Overlay::ALL.into_iter().zip(OVERLAY_KEYS) {
        on(key, Command::ToggleOverlay(overlay));
    }
    on(Key::M, Command::ToggleMaps);
    on(Key::N, Command::StepFinding(1));
    on(Key::P, Command::StepFinding(-1));
    if let Some(id) = &state.selected {
        on(Key::F5, Command::Inspect(id.file.clone()));
        on(Key::Delete, Command::Remove(id.file.clone()));
    }
}

/// The size of text, by the keys that browsers have for it.
fn text_size(input: &mut InputState, commands: &mut Vec<Command>) {
    for (key, command) in [
        (Key::Plus, Command::StepText(true)),
        (Key::Equals, Command::StepText(true)),
        (Key::Minus, Command::StepText(false)),
        (Key::Num0, Command::UsualText),
    ] {
        let times = input.count_and_consume_key(Modifiers::COMMAND, key);
        commands.extend(std::iter::repeat_n(command, times));
    }
}

/// Whether a command must not be given twice by one key that is held down.
const fn asks(command: &Command) -> bool {
    matches!(command, Command::OpenFiles | Command::OpenFolder | Command::Inspect(_) | Command::Remove(_))
}

/// Arrow keys move a page that is zoomed in; otherwise they go through the list.
fn arrows(input: &mut InputState, state: &State, commands: &mut Vec<Command>) {
    let step = theme::ARROW_STEP / state.view.zoom;
    let close = state.view.zoom > 1.0;
    for (key, x, y, by) in [
        (Key::ArrowDown, 0.0, step, 1),
        (Key::ArrowUp, 0.0, -step, -1),
        (Key::ArrowRight, step, 0.0, 1),
        (Key::ArrowLeft, -step, 0.0, -1),
    ] {
        let times = input.count_and_consume_key(Modifiers::NONE, key);
        let command = if close { Command::Pan(Spot { x, y }) } else { Command::Step(by) };
        commands.extend(std::iter::repeat_n(command, times));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copied_files_are_taken_and_other_text_is_not() {
        let files = |text: &str| files_of(text).into_iter().map(|file| file.display().to_string()).collect::<Vec<_>>();
        if cfg!(unix) {
            assert_eq!(files("/a/b.jpg\n/c d.pdf\n"), ["/a/b.jpg", "/c d.pdf"]);
            assert_eq!(files("file:///a/mi%20foto%C3%B1.jpg\r\n"), ["/a/mi fotoñ.jpg"]);
            assert_eq!(files("file:///a/100%.jpg"), ["/a/100%.jpg"]);
        }
        assert!(files("Luz Marina").is_empty() && files("").is_empty());
        assert!(files("/a.jpg\nand a sentence").is_empty());
    }
}
