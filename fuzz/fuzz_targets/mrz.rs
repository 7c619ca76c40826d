//! See `precheck_fuzz::mrz`.
#![no_main]
libfuzzer_sys::fuzz_target!(init: precheck_fuzz::begin(), |bytes: &[u8]| precheck_fuzz::mrz(bytes));
