//! `bench`: whole runs side by side with other validators. The measuring is done by the package `bench`, a workspace of its
//! own, so that nobody builds its peers who does not measure.

use std::path::Path;
use std::process::Command;

use crate::{Answer, Verdict};

/// Builds the benchmark and hands it the arguments.
pub(crate) fn run(root: &Path, arguments: &[String]) -> Answer {
    let mut command = Command::new("cargo");
    command.args(["run", "--quiet", "--release", "--manifest-path"]).arg(root.join("bench/Cargo.toml")).arg("--");
    let status = command.args(arguments).status().map_err(|error| format!("cargo cannot be run: {error}"))?;
    Ok(if status.success() { Verdict::Fine } else { Verdict::Failed })
}
