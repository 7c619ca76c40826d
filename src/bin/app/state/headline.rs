//! What the bar of the window and the list of tasks of the system say: how far the work is, then the answer. Nothing about
//! a person stands in it, because everybody who passes the screen can read it.

use precheck::words::{Arg, Message};

use super::{Answer, Filter, Queue, State};

/// The name of the program, which no language changes.
const NAME: &str = "precheck";

impl State {
    /// The title of the window.
    pub fn title(&self) -> String {
        let told = match &self.queue {
            Some(queue) if queue.open.is_none() => Some(self.of_clients(queue)),
            _ => self.of_pages(),
        };
        told.map_or_else(|| NAME.to_owned(), |told| format!("{told} – {NAME}"))
    }

    fn of_pages(&self) -> Option<String> {
        if self.answer()? != Answer::Working {
            return self.headline();
        }
        Some(self.of_progress())
    }

    /// How many pages were looked at.
    pub fn of_progress(&self) -> String {
        let (done, all) = self.progress();
        self.words.say(&counted("app-progress", &[("done", done), ("all", all)]))
    }

    /// How far the work on all clients is, and how long it will take as far as that is known; at its end, how many of them
    /// are ready.
    pub fn of_clients(&self, queue: &Queue) -> String {
        let (done, all) = queue.progress();
        self.words.say(&if done < all {
            let counts = [("done", done), ("all", all)];
            match queue.pace().filter(|_| queue.is_working()) {
                Some((rate, minutes)) => counted("app-clients-pace", &counts)
                    .with("rate", Arg::Number(rate))
                    .with("minutes", Arg::Number(minutes)),
                None => counted("app-clients-progress", &counts),
            }
        } else {
            let [ready, need, again] =
                [Filter::Ready, Filter::NeedsMe, Filter::Again].map(|filter| queue.count(filter));
            counted("app-clients-done", &[("ready", ready), ("need", need), ("again", again)])
        })
    }
}

fn counted(key: &str, counts: &[(&'static str, usize)]) -> Message {
    counts.iter().fold(Message::new(key), |message, (name, count)| message.with(name, Arg::Number(*count as f64)))
}
