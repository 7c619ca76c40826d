//! The inputs that a fuzzer found worth keeping, as ordinary tests: `./dev fuzz` finds new ones.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may fail")]

#[path = "../fuzz/src/lib.rs"]
#[allow(dead_code, reason = "the fuzzer begins otherwise")]
mod fuzzed;

/// Every input of a target. A panic names its file.
fn all(target: &str, run: fn(&[u8])) {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/fuzz/kept/").to_owned() + target;
    let inputs: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert!(!inputs.is_empty(), "no inputs in {folder}");
    for input in inputs {
        let bytes = std::fs::read(&input).unwrap();
        std::panic::catch_unwind(|| run(&bytes)).unwrap_or_else(|_| panic!("on {}", input.display()));
    }
}

macro_rules! targets {
    ($($target:ident)*) => {
        $(#[test]
        fn $target() {
            all(stringify!($target), fuzzed::$target);
        })*

        /// A target without its test would be a list that nobody runs.
        #[test]
        fn every_target_is_here() {
            let here = [$(stringify!($target)),*];
            for entry in std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/fuzz/fuzz_targets")).unwrap() {
                let name = entry.unwrap().path().file_stem().unwrap().to_str().unwrap().to_owned();
                assert!(here.contains(&name.as_str()), "{name} has no test");
            }
        }
    };
}

targets! { jpeg png tiff webp heic pdf mrz aamva names roster requirements record }
