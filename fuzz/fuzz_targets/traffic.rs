//! The target of this name, and its corpus in `corpus/traffic`: see the package `fuzz-targets`.
#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| {
    fuzz_targets::traffic(input);
});
