//! Ctrl-C, and whatever else asks the program to end: the work in hand is ended, and what is finished is written.

use precheck::engine::Stop;
use signal_hook::{consts, flag};

/// The signals that ask for it.
#[cfg(unix)]
const SIGNALS: [i32; 3] = [consts::SIGINT, consts::SIGTERM, consts::SIGHUP];
/// The signals that ask for it.
#[cfg(not(unix))]
const SIGNALS: [i32; 2] = [consts::SIGINT, consts::SIGTERM];
/// Added to the number of a signal: the exit code of a program that it ended, as shells give it.
const ENDED_BY: i32 = 128;

/// A flag that such a signal raises; the second one ends the program at once. Where the system gives no such sign, or
/// it is taken, already the first one does, and what is written until then is valid all the same.
pub fn stop() -> Stop {
    let stop = Stop::default();
    for signal in SIGNALS {
        let _ = flag::register_conditional_shutdown(signal, ENDED_BY + signal, stop.flag());
        let _ = flag::register(signal, stop.flag());
    }
    stop
}
