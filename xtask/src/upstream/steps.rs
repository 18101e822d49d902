//! What follows when table or models were written: the same program again, compiled from what was written.

use std::env;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};

use clap::ValueEnum as _;

use super::documents::Given;
use super::table::Source;
use crate::{Answer, Failure, Verdict};

/// Runs `upstream learn` again, with the table as it is now. Its answer is the answer.
pub(crate) fn again(root: &Path, sources: &[PathBuf], source: Source) -> Answer {
    let mut command = xtask(root, &["upstream", "learn", "--source"]);
    command.arg(source.to_possible_value().map_or_else(String::new, |value| value.get_name().to_owned()));
    for source in sources {
        command.arg(std::path::absolute(source)?);
    }
    match run(&mut command)?.code() {
        Some(0) => Ok(Verdict::Fine),
        Some(1) => Ok(Verdict::Failed),
        _ => Err("the table has its lines; mend what is wrong above, and run the same command again".into()),
    }
}

/// Writes what is derived from the models, and holds them against the documents.
pub(crate) fn settle(root: &Path, given: &[Given]) -> Answer {
    step("schemas", xtask(root, &["schemas"]), "the models do not compile")?;
    let mut snapshots = cargo(root, &["test", "--quiet", "--package", "snapshots", "--test", "schemas"]);
    snapshots.env("INSTA_UPDATE", "always");
    step("snapshots", snapshots, "the snapshots were not taken")?;
    let mut verdict = Verdict::Fine;
    for one in given {
        let mut diff = xtask(root, &["diff", "--release", &one.version.to_string(), "--upstream"]);
        let status = run(diff.arg(std::path::absolute(&one.path)?).stdout(Stdio::from(io::stderr())))?;
        match status.code() {
            Some(0) => {}
            Some(1) => verdict = Verdict::Failed,
            _ => return Err(format!("{}: could not be compared with the models", one.path.display()).into()),
        }
    }
    if verdict == Verdict::Failed {
        eprintln!("the models do not say all that the documents say; what they cannot say is listed above");
    }
    Ok(verdict)
}

fn step(name: &str, mut command: Command, failed: &str) -> Result<(), Failure> {
    eprintln!("{name} …");
    if run(command.stdout(Stdio::from(io::stderr())))?.success() {
        return Ok(());
    }
    Err(format!(
        "{failed}; mend what is wrong above and run the same command again, or go back with \
         `git checkout crates snapshots schemas`"
    )
    .into())
}

fn xtask(root: &Path, arguments: &[&str]) -> Command {
    let mut command = cargo(root, &["run", "--quiet", "--package", "xtask", "--"]);
    command.args(arguments);
    command
}

/// The cargo that runs this program.
fn cargo(root: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(arguments).current_dir(root);
    command
}

fn run(command: &mut Command) -> Result<ExitStatus, Failure> {
    let program = command.get_program().to_string_lossy().into_owned();
    command.status().map_err(|error| format!("{program}: {error}").into())
}
