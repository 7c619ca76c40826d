//! What keys, dropped and copied files mean in this frame.

use std::path::PathBuf;

use eframe::egui::{Context, Event, Id, InputState, Key, Modifiers};

use crate::command::Command;
use crate::shortcuts::{Place, TABLE};
use crate::state::State;

/// The commands of the keys that were pressed and of the files that were dropped or pasted in this frame.
pub fn keys(ctx: &Context, state: &State) -> Vec<Command> {
    let typing = ctx.text_edit_focused();
    // by now, escape has taken the keyboard out of a box of text; that is all it does there
    let memory = Id::unique("typing");
    let typed = ctx.data(|data| data.get_temp::<bool>(memory)).unwrap_or_default();
    ctx.data_mut(|data| data.insert_temp(memory, typing));
    let free = !typing && ctx.memory(|memory| memory.focused().is_none());
    ctx.input_mut(|input| {
        let dropped: Vec<PathBuf> = input.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect();
        let mut commands = Vec::new();
        commands.extend((!dropped.is_empty()).then_some(Command::AddPaths(dropped)));
        if state.offer.is_some() || state.why.is_some() {
            return commands;
        }
        if state.help_open {
            // a dialog has keys of its own only: what lies behind it must not change
            dialog(input, &mut commands);
            return commands;
        }
        let pasted: Vec<PathBuf> = if typing { Vec::new() } else { pasted(input) };
        commands.extend((!pasted.is_empty()).then_some(Command::AddPaths(pasted)));
        let clients = state.queue.as_ref().is_some_and(|queue| queue.open.is_none());
        let holds = |place: Place| match place {
            Place::Always => true,
            Place::Anywhere => !typing,
            Place::Pages => !typing && !clients,
            Place::FreePages => free && !clients,
            Place::Client => !typing && !clients && state.queue.is_some(),
            Place::Clients => !typing && clients,
            Place::FreeClients => free && clients,
            Place::Told => false,
        };
        for shortcut in TABLE.iter().filter(|shortcut| holds(shortcut.place)) {
            // a key that was pressed several times since the last frame counts as often
            let times = match shortcut.key {
                Key::Escape if typed => 0,
                Key::Escape => input.num_presses(Key::Escape), // it closes an open menu, too
                key => input.count_and_consume_key(shortcut.modifiers, key),
            };
            let command = if times == 0 { None } else { (shortcut.command)(state) };
            if let Some(command) = command {
                let times = if asks(&command) { 1 } else { times };
                commands.extend(std::iter::repeat_n(command, times));
            }
        }
        commands
    })
}

fn pasted(input: &InputState) -> Vec<PathBuf> {
    let pasted = input.events.iter().filter_map(|event| match event {
        Event::Paste(text) => Some(files_of(text)),
        _ => None,
    });
    pasted.flatten().collect()
}

fn dialog(input: &mut InputState, commands: &mut Vec<Command>) {
    let closes = [Key::Escape, Key::F1, Key::Questionmark].map(|key| input.consume_key(Modifiers::NONE, key));
    commands.extend(closes.contains(&true).then_some(Command::ToggleHelp));
}

/// Whether a command must not be given twice by one key that is held down.
const fn asks(command: &Command) -> bool {
    matches!(
        command,
        Command::OpenFiles
            | Command::OpenFolder
            | Command::SaveClients
            | Command::Inspect(_)
            | Command::Remove(_)
            | Command::ToggleHelp
            | Command::Decide(_)
            | Command::Cancel
    )
}

/// The files that were copied elsewhere: a path or a `file:` address in each line. Text without any means nothing here.
fn files_of(text: &str) -> Vec<PathBuf> {
    let of_line = |line: &str| {
        let line = line.trim();
        let path = line.strip_prefix("file://").map_or_else(|| line.to_owned(), decoded);
        Some(PathBuf::from(path)).filter(|path| path.is_absolute())
    };
    text.lines().filter_map(of_line).collect()
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
        if cfg!(unix) {
            assert_eq!(files("x-special/files\ncopy\nfile:///a.jpg"), ["/a.jpg"], "some systems say what it is");
        }
    }
}
