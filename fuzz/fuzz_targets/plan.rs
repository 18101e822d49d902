//! The plan never accepts what the complete way has something against.
//!
//! A case is a line such as `AssetResponseDto 2.7.5`, then a document. `corpus/plan` has the seeds and whatever was once
//! found; a test of the package `snapshots` runs them without a fuzzer.
#![no_main]

use std::sync::LazyLock;

use contract::Contract;
use libfuzzer_sys::fuzz_target;
use validator::agreement::{self, Agreement};

static BUILTIN: LazyLock<Contract> = LazyLock::new(|| models::contract().expect("the models derive a contract"));

fuzz_target!(|input: &[u8]| {
    let Some((body, release, document)) = agreement::case(input) else { return };
    let Ok(mut both) = Agreement::new(&BUILTIN, release, body) else { return };
    if let Err(why) = both.hold(document) {
        panic!("{why}");
    }
});
