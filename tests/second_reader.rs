//! The second reader runs in a process of its own: whatever happens there costs one reading.
#![allow(clippy::unwrap_used, reason = "a test may fail")]

use std::path::PathBuf;

use image::RgbImage;
use precheck::text::{Hint, Isolated, ReadError, Role, TextReader};

fn start(role: Role) -> Isolated {
    let program = PathBuf::from(env!("CARGO_BIN_EXE_precheck"));
    Isolated::start(program, role, Some(500)).unwrap().1
}

fn failure(role: Role) -> String {
    let reader = start(role);
    let answers = [0, 1].map(|_| reader.read(&RgbImage::new(400, 40), Hint::Line));
    let [Err(ReadError::Failed(first)), Err(ReadError::Failed(second))] = answers else {
        panic!("{answers:?}");
    };
    assert_eq!(first, second, "a new process is started for the next line");
    first
}

#[test]
fn an_abort_in_the_second_reader_costs_one_reading() {
    assert_eq!(failure(Role::Abort), "the second reader ended while it read");
}

#[test]
fn a_second_reader_that_hangs_is_given_up() {
    assert_eq!(failure(Role::Hang), "the second reader did not answer in time");
}

#[cfg(target_os = "linux")]
#[test]
fn a_second_reader_that_takes_all_memory_ends_alone() {
    let reader = Isolated::start(PathBuf::from(env!("CARGO_BIN_EXE_precheck")), Role::EatMemory, None).unwrap().1;
    let answer = reader.read(&RgbImage::new(400, 40), Hint::Line);
    assert_eq!(answer, Err(ReadError::Failed("the second reader ended while it read".to_owned())));
}

#[test]
fn a_second_reader_that_always_fails_is_left_alone() {
    let reader = start(Role::Abort);
    let read = || reader.read(&RgbImage::new(40, 40), Hint::Line).unwrap_err().to_string();
    let answers: Vec<String> = (0..4).map(|_| read()).collect();
    assert!(answers[3].contains("too often"), "{answers:?}");
}

#[cfg(feature = "tesseract")]
#[test]
fn two_lines_in_a_row_are_read_by_one_process() {
    let reader = start(Role::Tesseract);
    for _ in 0..2 {
        let empty = reader.read(&RgbImage::from_pixel(400, 40, image::Rgb([255; 3])), Hint::Line).unwrap();
        assert!(empty.lines.is_empty());
    }
}
