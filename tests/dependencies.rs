//! The crates of the released programs: none of them uses a network.
#![allow(clippy::unwrap_used, reason = "a test may fail")]

use std::process::Command;

/// Crates that open connections, encrypt them, look up names, serve them asynchronously, or start a browser.
const REFUSED: [&str; 40] = [
    "async-net",
    "async-std",
    "attohttpc",
    "curl",
    "curl-sys",
    "dns-lookup",
    "h2",
    "h3",
    "hickory-client",
    "hickory-proto",
    "hickory-resolver",
    "hyper",
    "hyper-util",
    "isahc",
    "minreq",
    "mio",
    "native-tls",
    "open",
    "opener",
    "openssl",
    "openssl-sys",
    "opentelemetry",
    "quinn",
    "quinn-proto",
    "reqwest",
    "rustls",
    "s2n-quic",
    "schannel",
    "security-framework",
    "self_update",
    "sentry",
    "smol",
    "socket2",
    "surf",
    "tokio",
    "trust-dns-resolver",
    "tungstenite",
    "ureq",
    "webbrowser",
    "zenoh",
];

/// Crates that talk to other programs on this machine and could also do so over a network; the filter for sockets
/// prevents that. Each is listed with the crates that may depend on it: those of the window system, of the file dialog
/// and of screen readers. `mio` waits for news of files here; its sockets are a part that is left out.
const HELD: [(&str, &[&str]); 5] = [
    ("async-io", &["async-process", "async-signal", "zbus"]),
    ("mio", &["notify"]),
    ("polling", &["async-io", "calloop"]),
    ("x11rb", &["winit", "arboard", "x11-clipboard"]),
    ("zbus", &["accesskit_unix", "ashpd", "atspi-common", "atspi-proxies", "rfd", "zbus-lockstep"]),
];

/// What `cargo tree` says.
fn tree(args: &[&str]) -> String {
    let mut tree = Command::new(env!("CARGO"));
    tree.args(["tree", "--locked", "--offline"]).args(args).current_dir(env!("CARGO_MANIFEST_DIR"));
    let tree = tree.output().unwrap();
    assert!(tree.status.success(), "{}", String::from_utf8_lossy(&tree.stderr));
    String::from_utf8(tree.stdout).unwrap()
}

/// Every crate of the programs with the crate that depends on it, as `cargo tree` lists them.
fn crates() -> Vec<(String, String)> {
    let tree = tree(&["--edges", "normal", "--prefix", "depth", "--format", " {p}"]);
    let mut above: Vec<String> = Vec::new();
    let mut found = Vec::new();
    for line in tree.lines() {
        let mut words = line.split_whitespace();
        let (depth, name): (usize, &str) = (words.next().unwrap().parse().unwrap(), words.next().unwrap());
        above.truncate(depth);
        found.push((name.to_owned(), above.last().cloned().unwrap_or_default()));
        above.push(name.to_owned());
    }
    found
}

/// What is wrong with a list of crates.
fn objections(crates: &[(String, String)]) -> Vec<String> {
    let objection = |(name, asks): &(String, String)| {
        let held = HELD.iter().find(|(known, _)| known == name);
        let allowed = held.map_or_else(|| !REFUSED.contains(&name.as_str()), |(_, by)| by.contains(&asks.as_str()));
        (!allowed).then(|| format!("{asks} brings {name}"))
    };
    crates.iter().filter_map(objection).collect()
}

#[test]
fn the_programs_hold_no_crate_that_speaks_over_a_network() {
    let crates = crates();
    assert!(crates.len() > 100 && crates.iter().any(|(name, asks)| name == "eframe" && asks == "precheck"));
    assert_eq!(objections(&crates), Vec::<String>::new());
}

#[test]
fn what_waits_for_news_of_files_has_no_sockets() {
    let parts = tree(&["--invert", "mio", "--edges", "normal,features"]);
    assert!(parts.contains("mio feature \"os-ext\"") && !parts.contains("mio feature \"net\""), "{parts}");
}

#[test]
fn a_crate_that_does_would_be_noticed() {
    let pair = |name: &str, asks: &str| (name.to_owned(), asks.to_owned());
    let wrong = [pair("ureq", "ort-sys"), pair("zbus", "hayro"), pair("rustls", "zbus"), pair("mio", "tokio")];
    assert_eq!(objections(&wrong).len(), 4);
    assert_eq!(objections(&[pair("zbus", "rfd"), pair("serde", "zbus")]), Vec::<String>::new());
}
