//! See `precheck_fuzz::jpeg`.
#![no_main]
libfuzzer_sys::fuzz_target!(init: precheck_fuzz::begin(), |bytes: &[u8]| precheck_fuzz::jpeg(bytes));
