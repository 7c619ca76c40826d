//! As text for a preparer: what needs a person first, then the clients with their folders.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::Understood;
use super::hidden::shown;
use super::json::number_shown;
use crate::batch::folders::Match;
use crate::batch::{Client, Code, Remark, Roster};
use crate::record::Path;
use crate::words::{Arg, Message, Words};

/// What was understood, in one language.
pub fn roster_text(understood: Understood, words: &Words) -> String {
    let Understood { roster, folders } = understood;
    let mut out = String::new();
    let text = &mut Writer { out: &mut out, words };
    let header = Arg::Text(roster.header_row.to_string());
    let count = Arg::Number(roster.clients.len() as f64);
    text.line(&words.say(&Message::new("batch-clients").with("count", count).with("header", header)));
    if let Some(sheet) = &roster.sheet {
        text.line(&words.say(&Message::new("batch-sheet").with("sheet", sheet.clone().into())));
    }
    for sheet in &roster.other_sheets {
        text.line(&words.say(&Message::new("batch-other-sheet").with("sheet", sheet.clone().into())));
    }
    look_at(text, understood);
    text.clients(&roster.clients, &folders.matches);
    let (_, named) = remarks(roster);
    text.remarks("batch-named", &named);
    out
}

/// What a person should look at: lines of the list, folders, and clients without files.
pub(super) fn to_look_at(understood: Understood, words: &Words) -> String {
    let mut out = String::new();
    look_at(&mut Writer { out: &mut out, words }, understood);
    out
}

/// The remarks that ask for a person, and those that only name a line.
fn remarks(roster: &Roster) -> (Vec<&Remark>, Vec<&Remark>) {
    roster.remarks.iter().partition(|remark| remark.code.asks())
}

fn look_at(text: &mut Writer, understood: Understood) {
    let Understood { roster, folders } = understood;
    let (look, _) = remarks(roster);
    text.remarks("batch-look", &look);
    if !folders.unclear.is_empty() {
        text.heading("batch-heading-unclear");
        for unclear in &folders.unclear {
            let clients: Vec<String> = unclear.clients.iter().map(|at| text.who(&roster.clients[*at])).collect();
            let may_be = Message::new("batch-may-be").with("clients", clients.join(", ").into());
            text.line(&format!("  {}: {}", shown(&unclear.folder, text.words), text.words.say(&may_be)));
            text.line(&format!("      {}", text.words.say(&unclear.message)));
        }
    }
    let words = text.words;
    text.list("batch-heading-unmatched", folders.unmatched.iter().map(|folder| shown(folder, words)));
    let without = folders.unmatched_clients.iter().map(|at| text.who(&roster.clients[*at])).collect::<Vec<_>>();
    text.list("batch-heading-without", without.into_iter());
    if look.is_empty()
        && folders.unclear.is_empty()
        && folders.unmatched.is_empty()
        && folders.unmatched_clients.is_empty()
    {
        text.line(&words.get("batch-nothing-to-look"));
    }
}

struct Writer<'a> {
    out: &'a mut String,
    words: &'a Words,
}

impl Writer<'_> {
    fn line(&mut self, line: &str) {
        let _ = writeln!(self.out, "{}", one_line(line));
    }

    fn heading(&mut self, key: &str) {
        let _ = writeln!(self.out, "\n{}", self.words.get(key));
    }

    fn list(&mut self, key: &str, items: impl ExactSizeIterator<Item = String>) {
        if items.len() > 0 {
            self.heading(key);
            items.for_each(|item| self.line(&format!("  {item}")));
        }
    }

    fn line_of(&self, row: u32) -> String {
        self.words.say(&Message::new("batch-line").with("line", row.to_string().into()))
    }

    /// A client by name and line.
    fn who(&self, client: &Client) -> String {
        let name = if client.name.full.is_empty() {
            self.words.get("batch-no-name")
        } else {
            shown(&client.name.full, self.words)
        };
        format!("{name} ({})", self.line_of(client.row))
    }

    fn remarks(&mut self, key: &str, remarks: &[&Remark]) {
        if remarks.is_empty() {
            return;
        }
        self.heading(key);
        for remark in remarks {
            let what = self.words.get(&format!("roster-code-{}", remark.code.code()));
            let message = shown(&self.words.say(&remark.message), self.words);
            let line = self.line_of(remark.row);
            let line = if remark.code == Code::TotalsRow || remark.code == Code::TitleRow {
                format!("  {line}: {message}")
            } else {
                format!("  {line}: {what}. {message}")
            };
            self.line(&line);
        }
    }

    fn clients(&mut self, clients: &[Client], matches: &[Match]) {
        let mut of: BTreeMap<usize, Vec<&Match>> = BTreeMap::new();
        for found in matches {
            of.entry(found.client).or_default().push(found);
        }
        if clients.is_empty() {
            return;
        }
        self.heading("batch-heading-clients");
        for (at, client) in clients.iter().enumerate() {
            let id = client.id.as_deref().map(|id| format!("{}  ", shown(id, self.words))).unwrap_or_default();
            self.line(&format!("  {id}{}", self.who(client)));
            let facts = self.facts(client);
            if !facts.is_empty() {
                self.line(&format!("      {}", facts.join(", ")));
            }
            for found in of.get(&at).into_iter().flatten() {
                let how = self.words.get(&format!("batch-how-{}", found.how.code()));
                self.line(&format!("      → {} ({how})", shown(&found.folder, self.words)));
            }
        }
    }

    fn facts(&self, client: &Client) -> Vec<String> {
        let dated = |key: &str, date: Option<jiff::civil::Date>| {
            date.map(|date| self.words.say(&Message::new(key).with("date", date.to_string().into())))
        };
        let path = client.path.map(|path| match path {
            Path::Us => self.words.get("batch-path-us"),
            Path::OutsideUs => self.words.get("batch-path-outside-us"),
        });
        let number = client.itin.as_ref().map(|number| format!("ITIN {}", number_shown(number, self.words)));
        let (born, call) = (dated("batch-born", client.birth_date), dated("batch-call", client.call_date));
        [number, born, path, call].into_iter().flatten().collect()
    }
}

/// Without characters that move the cursor of a terminal.
fn one_line(text: &str) -> String {
    let plain = |c: char| if c.is_control() { ' ' } else { c };
    text.chars().map(plain).collect()
}
