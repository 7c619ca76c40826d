//! `precheck doctor`: what works on this computer, what does not, and how to install it.

use precheck::assets::Assets;
use precheck::confinement::{self, NotHeld};
use precheck::requirements::Requirements;
use precheck::text::Readers;
use precheck::words::{Language, Words};

use crate::Outcome;

/// Says what works here. `network` is whether the system keeps this process from the network.
pub fn run(network: Result<(), NotHeld>) -> Outcome {
    confinement::quiet_libraries();
    let assets = Assets::find();
    let mut outcome = Outcome::Ready;
    let mut say = |what: &str, state: Result<String, String>| match state {
        Ok(state) => println!("✓ {what}: {state}"),
        Err(missing) => {
            outcome = Outcome::Findings;
            println!("✗ {what}: {missing}");
        }
    };
    say("network", kept_from_network(network));
    let readers = Readers::find(&assets, std::env::current_exe().ok().as_deref());
    say("runtime", readers.runtime);
    for state in readers.states {
        say(&format!("text reader {:?}", state.reader).to_lowercase(), state.state);
    }
    for language in Language::ALL {
        let loaded = Words::load(&assets, language).map(|_| language.own_name().to_owned());
        say("messages", loaded.map_err(|e| e.to_string()));
    }
    say("requirements", Requirements::names(&assets).map(|n| n.join(", ")).map_err(|e| e.to_string()));
    say("formats", Ok("JPEG, PNG, WebP, TIFF, BMP, GIF, HEIC, PDF".to_owned()));
    println!("  files of the program: {}", assets.path("").display());
    outcome
}

/// Tried, not only believed: the system is asked for a socket.
fn kept_from_network(network: Result<(), NotHeld>) -> Result<String, String> {
    const CODE_ALONE: &str = "That nothing is sent rests on the program's code alone here";
    match network {
        Ok(()) if confinement::network_is_refused() => {
            Ok("the system refuses every connection to this program (just tried)".to_owned())
        }
        Ok(()) => Err(format!("{CODE_ALONE}: the system took the filter and gave a socket all the same")),
        Err(why) => Err(format!("{CODE_ALONE}: {why}")),
    }
}
