//! The commands in the pages for people are commands: each is run as it stands there, in a folder with the files that the
//! pages speak of.
//!
//! A wrapper has them look only quickly, because what they find is tested elsewhere; and what would run forever is told to
//! end. A command may find faults; it may not be wrong usage.
#![allow(clippy::unwrap_used, reason = "a test may fail")]
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;

const PAGES: [&str; 5] = ["applicants.md", "applicants.es.md", "preparers.md", "administrators.md", "developers.md"];

/// A folder that is removed at the end.
struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn repository() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The commands of a page: the lines of its blocks of code in which the program is called.
fn commands(page: &str) -> Vec<String> {
    let text = fs::read_to_string(repository().join("docs").join(page)).unwrap();
    let code = text.lines().filter_map(|line| line.strip_prefix("    "));
    let calls = |line: &&str| line.starts_with("precheck ") || line.contains("| precheck ");
    code.filter(calls).map(str::to_owned).collect()
}

/// The files that the pages speak of, and the program with its wrapper.
fn prepared(name: &str) -> Folder {
    let folder = Folder(std::env::temp_dir().join(format!("precheck-docs-{name}-{}", std::process::id())));
    let _ = fs::remove_dir_all(&folder.0);
    let put = |from: &str, to: &str| {
        let to = folder.0.join(to);
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::copy(repository().join("testdata").join(from), to).unwrap();
    };
    for file in ["cp565.jpg", "passport.jpg"] {
        put(&format!("ready/{file}"), &format!("my-documents/{file}"));
    }
    put("ready/record.json", "record.json");
    put("season/clients.csv", "clients.csv");
    put("season/clients/0104 QUISPE NAHUI/passport.jpg", "clients/0104/passport.jpg");
    for empty in ["scans", "bin", "home"] {
        fs::create_dir_all(folder.0.join(empty)).unwrap();
    }
    let program = env!("CARGO_BIN_EXE_precheck");
    let wrapper = format!(
        "#!/bin/sh\ncase \" $* \" in\n*' watch '*) exec timeout -s TERM 2 '{program}' \"$@\" --quick ;;\n\
         *' check '* | *' batch '*) exec '{program}' \"$@\" --quick ;;\n*) exec '{program}' \"$@\" ;;\nesac\n"
    );
    let path = folder.0.join("bin/precheck");
    fs::write(&path, wrapper).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    folder
}

/// Runs a command as it stands in a page; its exit code and what it said.
fn run(command: &str, folder: &Path) -> (Option<i32>, String) {
    let path = format!("{}:{}", folder.join("bin").display(), std::env::var("PATH").unwrap());
    let mut shell = Command::new("sh");
    shell.args(["-c", command]).current_dir(folder).env("PATH", path).env("HOME", folder.join("home"));
    for variable in ["XDG_CONFIG_HOME", "XDG_CACHE_HOME"] {
        shell.env_remove(variable);
    }
    let output = shell.output().unwrap();
    (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
}

#[test]
fn each_command_works() {
    for page in PAGES {
        let folder = prepared(&page.replace('.', "-"));
        let commands = commands(page);
        assert!(commands.len() >= 5, "{page}: {commands:?}");
        for command in commands {
            let (code, said) = run(&command, &folder.0);
            // what a watch is told by the wrapper is told to `timeout`, too
            let is_good = matches!(code, Some(0 | 1 | 3)) || command.contains(" watch ") && code == Some(124);
            assert!(is_good, "{page}: {command}: {code:?}: {said}");
        }
    }
}

#[test]
fn a_command_that_does_not_work_would_be_noticed() {
    let folder = prepared("wrong");
    for command in
        ["precheck check no-such-folder --no-such-option", "precheck explain no-such-check", "precheck chek x"]
    {
        assert_eq!(run(command, &folder.0).0, Some(2), "{command}");
    }
}

#[test]
fn the_two_languages_of_a_page_have_the_same_links_and_headings() {
    let count = |page: &str, begins: &str| {
        let text = fs::read_to_string(repository().join("docs").join(page)).unwrap();
        text.lines().filter(|line| line.starts_with(begins)).count()
    };
    for begins in ["# ", "## ", "1. ", "5. ", "- "] {
        assert_eq!(count("applicants.md", begins), count("applicants.es.md", begins), "{begins:?}");
    }
}

/// Runs a script of the examples with these variables.
fn script(name: &str, folder: &Path, variables: &[(&str, &Path)]) -> Option<i32> {
    let path = format!("{}:{}", folder.join("bin").display(), std::env::var("PATH").unwrap());
    let mut shell = Command::new("sh");
    shell.arg(repository().join("examples/paperless").join(name)).current_dir(folder);
    shell.env("PATH", path).env("HOME", folder.join("home")).env("TASK_ID", "task").env("DOCUMENT_ID", "7");
    shell.envs(variables.iter().copied()).output().unwrap().status.code()
}

#[test]
fn the_scripts_for_paperless_tag_and_refuse_nothing() {
    let folder = prepared("paperless");
    let notes = folder.0.join("notes");
    let note = notes.join("task");
    let broken = folder.0.join("broken.jpg");
    fs::write(&broken, "no picture").unwrap();
    for (document, tag) in [(folder.0.join("my-documents/passport.jpg"), "precheck-"), (broken, "precheck-unreadable")]
    {
        let before = fs::read(&document).unwrap();
        let variables = [("DOCUMENT_WORKING_PATH", document.as_path()), ("PRECHECK_NOTES", &notes)];
        assert_eq!(script("pre-consume.sh", &folder.0, &variables), Some(0));
        assert!(fs::read_to_string(&note).unwrap().starts_with(tag), "{tag}");
        assert_eq!(fs::read(&document).unwrap(), before);
    }
    let manage = folder.0.join("bin/manage");
    fs::write(&manage, "#!/bin/sh\necho \"$DOCUMENT_ID $DOCUMENT_TAGS\" > put-on\n").unwrap();
    fs::set_permissions(&manage, fs::Permissions::from_mode(0o755)).unwrap();
    let variables = [("PRECHECK_MANAGE", manage.as_path()), ("PRECHECK_NOTES", &notes)];
    assert_eq!(script("post-consume.sh", &folder.0, &variables), Some(0));
    assert_eq!(fs::read_to_string(folder.0.join("put-on")).unwrap().trim(), "7 precheck-unreadable");
    assert!(!note.exists(), "nothing is kept");

    fs::remove_file(folder.0.join("bin/precheck")).unwrap();
    let missing = folder.0.join("no such file");
    for document in [folder.0.join("my-documents/cp565.jpg"), missing] {
        let variables = [("DOCUMENT_WORKING_PATH", document.as_path()), ("PRECHECK_NOTES", &notes)];
        assert_eq!(script("pre-consume.sh", &folder.0, &variables), Some(0), "without the program, too");
    }
}
