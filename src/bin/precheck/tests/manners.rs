//! The manners of the command line: completions, manual pages, color, how much is said, and the settings file.

use clap::CommandFactory as _;

use super::*;
use crate::args::Args;

/// A settings file, where the system has it, and what names it.
fn settings(folder: &Folder, text: &str) -> String {
    std::fs::create_dir_all(folder.0.join("precheck")).unwrap();
    folder.text("precheck/precheck.toml", text);
    folder.shown()
}

/// The variable that names the folder of settings.
#[cfg(not(any(windows, target_os = "macos")))]
const FOLDER: &str = "XDG_CONFIG_HOME";

fn commands() -> Vec<String> {
    Args::command().get_subcommands().map(|sub| sub.get_name().to_owned()).collect()
}

#[test]
fn the_definitions_of_the_arguments_hold_together() {
    Args::command().debug_assert();
}

#[test]
fn completions_know_every_command_and_option() {
    for shell in ["bash", "zsh", "fish", "powershell"] {
        let said = typed("", &["completions", shell]);
        assert_eq!((said.code, said.err.as_str()), (0, ""), "{shell}");
        for word in commands().iter().map(String::as_str).chain(["show-numbers", "dry-run", "jsonl"]) {
            assert!(said.out.contains(word), "{shell}: {word}");
        }
    }
    assert_eq!(typed("", &["completions", "dos"]).code, USAGE);
}

#[test]
fn each_command_has_a_manual_page() {
    let folder = Folder::new("manual");
    let pages = folder.0.join("man");
    let said = typed("", &["man", &pages.display().to_string()]);
    assert_eq!((said.code, said.out.as_str(), said.err.as_str()), (0, "", ""));
    let text = |name: &str| std::fs::read_to_string(pages.join(name)).unwrap();
    for command in commands() {
        assert!(text(&format!("precheck-{command}.1")).contains(".TH"), "{command}");
    }
    assert!(text("precheck.1").contains("Exit code") && text("precheck-check.1").contains("\\-\\-call\\-date"));
    let names = std::fs::read_dir(&pages).unwrap().count();
    assert_eq!(names, commands().len() + 1);
}

#[test]
fn color_is_written_only_where_it_is_wanted() {
    let folder = Folder::new("color");
    let file = folder.picture("a.png", 40);
    let check = |more: &[&str], set: &[(&str, &str)]| {
        typed_with("", &[&["check", &file, "--quick", "--lang", "en"], more].concat(), set).out
    };
    let plain = check(&[], &[("CLICOLOR_FORCE", "1")]);
    assert!(!plain.contains('\u{1b}') && plain == check(&["--color", "never"], &[]));
    let colored = check(&["--color", "always"], &[("NO_COLOR", "1")]);
    assert!(colored.contains('\u{1b}') && console::strip_ansi_codes(&colored) == plain, "{colored}");
    let wrong = |more: &[&str]| typed("", &[more, &["chek"]].concat()).err.contains('\u{1b}');
    assert!(wrong(&["--color", "always"]) && !wrong(&[]));
    let lines = check(&["--color", "always", "--format", "jsonl"], &[]);
    assert!(!lines.contains('\u{1b}'), "programs read no color");
}

#[test]
fn quiet_says_only_what_went_wrong_and_verbose_says_what_was_done() {
    let folder = Folder::new("voice");
    let (file, broken) = (folder.picture("a.png", 40), folder.text("b.png", "no picture"));
    let check = |more: &[&str]| typed("", &[more, &["check", &file, &broken, "--quick", "--lang", "en"]].concat());
    let (usual, quiet, verbose) = (check(&[]), check(&["--quiet"]), check(&["-v"]));
    assert!(!usual.err.is_empty() && quiet.err.is_empty(), "{} {}", usual.err, quiet.err);
    assert_eq!((&quiet.out, quiet.code), (&usual.out, usual.code), "results are the same");
    assert_eq!((&verbose.out, verbose.code), (&usual.out, usual.code));
    for told in ["requirements: idme-itin-us", "files: 2", "a.png, page 1", "b.png, page 1: unknown-format"] {
        assert!(verbose.err.contains(told) && !usual.err.contains(told), "{told}: {}", verbose.err);
    }
    assert!(!typed("", &["-q", "explain", "no-such-check"]).err.is_empty(), "errors are said in any case");
    assert_eq!(typed("", &["-q", "-v", "checks"]).code, USAGE);
}

#[cfg(not(any(windows, target_os = "macos")))]
#[test]
fn the_settings_file_holds_where_the_command_line_says_nothing() {
    let folder = Folder::new("settings");
    let file = folder.picture("a.png", 40);
    let place = settings(&folder, "language = \"es\"\nrequirements = \"idme-itin-outside-us\"\njobs = 1\n");
    let set = [(FOLDER, place.as_str())];
    let said = |more: &[&str], set: &[(&str, &str)]| {
        let said = typed_with("", &[&["check", &file, "--quick", "--format", "jsonl"], more].concat(), set);
        said.lines().pop().unwrap()
    };
    let message = |set: &Value| set["slots"][0]["reason"].as_str().unwrap().to_owned();
    let (usual, by_file) = (said(&["--lang", "en"], &[]), said(&[], &set));
    assert_eq!(
        (&usual["requirements"], &by_file["requirements"]),
        (&"idme-itin-us".into(), &"idme-itin-outside-us".into())
    );
    assert_ne!(message(&usual), message(&by_file), "in Spanish");
    let over = said(&["--lang", "en", "--requirements", "idme-itin-us"], &set);
    assert_eq!(over, usual, "the command line comes first");

    let shown = typed_with("", &["config"], &set);
    let lines: Vec<&str> = shown.out.lines().collect();
    assert!(shown.code == 0 && lines[0].ends_with("precheck/precheck.toml"), "{}", shown.out);
    assert_eq!(lines[1], "requirements = \"idme-itin-outside-us\" # line 2");
    assert_eq!(lines[2], "language = \"es\" # line 1");
    assert_eq!(lines[3], "jobs = 1 # line 3");
    assert!(lines[4].starts_with("memory = ") && lines[4].contains("# default"), "{}", shown.out);
    let nothing = typed("", &["config"]);
    assert!(nothing.code == 0 && nothing.out.contains("# requirements: by the path"), "{}", nothing.out);
}

#[cfg(not(any(windows, target_os = "macos")))]
#[test]
fn settings_that_mean_nothing_end_with_2_and_their_line() {
    let folder = Folder::new("wrong-settings");
    let file = folder.picture("a.png", 40);
    let place = settings(&folder, "jobs = 1\nlangage = \"es\"\n");
    let set = [(FOLDER, place.as_str())];
    for arguments in [vec!["check", &file, "--quick"], vec!["checks"], vec!["config"]] {
        let said = typed_with("", &arguments, &set);
        assert_eq!((said.code, said.out.as_str(), said.err.lines().count()), (USAGE, "", 1), "{arguments:?}");
        assert!(said.err.contains("precheck.toml, line 2") && said.err.contains("langage"), "{}", said.err);
    }
    for arguments in [vec!["check", "--help"], vec!["completions", "bash"], vec!["--version"]] {
        assert_eq!(typed_with("", &arguments, &set).code, 0, "{arguments:?} needs no settings");
    }
    let table = "record_name\tdocument_name\nAna||Ruiz\tANA RUIZ\n";
    assert_eq!(typed_with(table, &["names"], &set).code, 0);
}
