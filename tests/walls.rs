//! There are no import cycles between files, of any length: this test reads the `use` lines of all sources.
//!
//! The module file of a folder re-exports items of its files (`pub use`); that does not count as an import. Tests may
//! import anything.
#![allow(clippy::unwrap_used, reason = "a test may fail")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// A module path. It begins with a crate: the library, or one of the programs.
type Module = Vec<String>;

/// All source files that are not tests, by module.
fn sources(root: &Path, crate_name: &str, skip: &[&str]) -> BTreeMap<Module, String> {
    let mut found = BTreeMap::new();
    let mut folders = vec![(root.to_owned(), vec![crate_name.to_owned()])];
    while let Some((folder, module)) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap().map(|e| e.unwrap().path()) {
            let stem = entry.file_stem().unwrap().to_str().unwrap().to_owned();
            let is_test = stem.ends_with("tests") || ["testing", "laws", "traps"].contains(&stem.as_str());
            if is_test || skip.contains(&stem.as_str()) {
                continue;
            }
            let inside = [module.clone(), vec![stem.clone()]].concat();
            if entry.is_dir() {
                folders.push((entry, inside));
            } else if entry.extension().is_some_and(|e| e == "rs") {
                let own = if ["mod", "lib", "main"].contains(&stem.as_str()) { module.clone() } else { inside };
                found.insert(own, production(&std::fs::read_to_string(&entry).unwrap()));
            }
        }
    }
    found
}

/// The text of a file up to its tests.
fn production(text: &str) -> String {
    text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default().to_owned()
}

/// The paths of the `use` lines of a text that are not re-exports, with braces expanded.
fn imports(text: &str) -> Vec<Vec<String>> {
    let mut paths = Vec::new();
    for statement in text.split("\nuse ").skip(1) {
        let tree: String = statement.split(';').next().unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
        expand(&[], &tree, &mut paths);
    }
    paths
}

/// `a::{b, c::{d, e}}` → `a::b`, `a::c::d`, `a::c::e`.
fn expand(before: &[String], tree: &str, out: &mut Vec<Vec<String>>) {
    let tree = tree.trim();
    match tree.split_once("::") {
        _ if tree.starts_with('{') => {
            let (mut depth, mut start) = (0, 1);
            for (i, c) in tree.char_indices() {
                depth += i32::from(c == '{') - i32::from(c == '}');
                if (c == ',' && depth == 1) || (c == '}' && depth == 0) {
                    expand(before, &tree[start..i], out);
                    start = i + 1;
                }
            }
        }
        Some((head, rest)) => expand(&[before, &[head.trim().to_owned()]].concat(), rest, out),
        None if tree.is_empty() => {}
        None => out.push([before, &[tree.split(" as ").next().unwrap().to_owned()]].concat()),
    }
}

/// The module to which a path of a `use` line in `of` leads: the longest prefix that has a file.
fn target(of: &Module, path: &[String], files: &BTreeMap<Module, String>) -> Option<Module> {
    let mut at = match path[0].as_str() {
        "crate" => vec![of[0].clone()],
        "self" => of.clone(),
        "super" => of[..of.len() - 1].to_vec(),
        _ => return None,
    };
    for part in &path[1..] {
        if part == "super" {
            at.pop();
        } else {
            at.push(part.clone());
        }
    }
    (1..=at.len()).rev().map(|n| at[..n].to_vec()).find(|module| files.contains_key(module))
}

/// Files that can be reached from themselves.
fn in_loops(files: &BTreeMap<Module, String>) -> BTreeSet<String> {
    let edges: BTreeMap<&Module, BTreeSet<Module>> = files
        .iter()
        .map(|(module, text)| {
            let targets = imports(text).into_iter().filter_map(|path| target(module, &path, files));
            (module, targets.filter(|t| t != module).collect())
        })
        .collect();
    let reaches_itself = |start: &&Module| {
        let (mut seen, mut open) = (BTreeSet::new(), vec![*start]);
        while let Some(module) = open.pop() {
            for next in &edges[module] {
                if next == *start {
                    return true;
                }
                if seen.insert(next) {
                    open.push(next);
                }
            }
        }
        false
    };
    files.keys().filter(reaches_itself).map(|module| module.join("::")).collect()
}

#[test]
fn no_imports_run_in_a_circle() {
    let src = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src");
    let all = [
        sources(&src, "precheck", &["bin"]),
        sources(&src.join("bin/precheck"), "command line", &[]),
        sources(&src.join("bin/app"), "window", &[]),
    ];
    assert!(all[0].len() > 100 && all[2].len() > 20);
    for files in all {
        assert_eq!(in_loops(&files), BTreeSet::new());
    }
}

#[test]
fn a_circle_would_be_noticed() {
    let module = |path: &str| path.split("::").map(str::to_owned).collect::<Module>();
    let file = |path: &str, text: &str| (module(path), format!("//! Text.\n\n{text}"));
    let files: BTreeMap<Module, String> = [
        file("x", "pub use a::b::B;\n"),
        file("x::a", "\nuse super::c::{self, d::{D, E as F}};\n"),
        file("x::a::b", "\nuse crate::lonely::Thing;\nuse super::Own;\n"),
        file("x::c", "\nuse std::fmt;\n"),
        file("x::c::d", "\nuse crate::a::b::B;\n"),
        file("x::lonely", ""),
    ]
    .into_iter()
    .collect();
    assert_eq!(in_loops(&files), ["x::a", "x::a::b", "x::c::d"].map(str::to_owned).into());
}
