//! `test`: everything that this machine can test.

use std::path::Path;
use std::process::Command;

use crate::{Answer, Verdict};

/// How maturin builds what is only tested: the profile for releases takes ten minutes more.
const PROFILE: &str = "--profile dev";

/// Runs the tests of the Python package, then those in Rust, which are the most. What cannot be tested here is said by who
/// would test it.
pub(crate) fn run(root: &Path) -> Answer {
    let python = Command::new("bash").arg(".ci/python").env("MATURIN_PEP517_ARGS", PROFILE).current_dir(root).status();
    let python = python.inspect_err(|_| println!("== skipped: the Python package: bash is not here"));
    let rust = Command::new("cargo").args(["test", "--workspace"]).current_dir(root).status();
    let rust = rust.map_err(|error| format!("cargo cannot be run: {error}"))?;
    let is_fine = rust.success() && python.map_or(true, |status| status.success());
    Ok(if is_fine { Verdict::Fine } else { Verdict::Failed })
}
