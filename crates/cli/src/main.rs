//! The `immich-contract` command: arguments, files, terminal and exit codes. What it does is in the libraries.

mod accepted;
mod accepts;
mod args;
mod audit;
mod check;
mod compat;
mod contracts;
mod diff;
mod explain;
mod fetch;
mod identify;
mod inputs;
mod matrix;
mod news;
mod output;
mod progress;
mod proxy;
mod rules;
mod schema;
mod site;
mod stderr;
mod unfinished;
mod version;
mod writing;

use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{CommandFactory, Parser};
use commands::Failure;

use args::{Cli, Command};

/// How a run ended, as its exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Exit {
    /// Nothing at or above `--fail-on`.
    Clean = 0,
    /// Findings at or above `--fail-on`.
    Findings = 1,
    /// Wrong usage, unreadable input, or a fault of ours. Clap exits with the same code.
    Failure = 2,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

fn main() -> ExitCode {
    unfinished::remove_on_signals();
    stderr::say_what_is_logged();
    let ended = match Cli::try_parse() {
        Ok(cli) => run(&cli),
        Err(error) => explained(&error),
    };
    let exit = match ended {
        Ok(exit) => exit,
        Err(failure) if failure.is_closed_pipe() => Exit::Clean,
        Err(failure) => {
            stderr::say(&format!("error: {failure}"));
            Exit::Failure
        }
    };
    exit.into()
}

/// Says how the program is used, to who asked for that or does not know it.
fn explained(usage: &clap::Error) -> Result<Exit, Failure> {
    let text = usage.render().to_string();
    if usage.kind() == ErrorKind::DisplayVersion && std::env::args().any(|one| one == "--verbose" || one == "-v") {
        return version::verbose(&text);
    }
    if !usage.use_stderr() {
        return usage.print().map(|()| Exit::Clean).map_err(|error| Failure::writing(output::STDOUT, &error));
    }
    // What the user wrote stands in it as it is.
    if text.lines().any(|line| report::shown(line) != line) {
        text.lines().for_each(stderr::say);
    } else {
        let _ = usage.print();
    }
    Ok(Exit::Failure)
}

fn run(cli: &Cli) -> Result<Exit, Failure> {
    match &cli.command {
        Command::Check(args) => check::run(args, cli.color),
        Command::Proxy(args) => proxy::run(args, cli.color),
        Command::Identify(args) => identify::run(args, cli.color),
        Command::Compat(args) => compat::run(args, cli.color),
        Command::Matrix(args) => matrix::run(args, cli.color),
        Command::Accepts(args) => accepts::run(args, cli.color),
        Command::Audit(args) => audit::run(args, cli.color),
        Command::Diff(args) => diff::run(args, cli.color),
        Command::News(args) => news::run(args, cli.color),
        Command::Site(args) => site::run(args),
        Command::Schema(args) => schema::component(args),
        Command::Openapi(args) => schema::openapi(args),
        Command::Explain(args) => explain::run(args, cli.color),
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(*shell, &mut Cli::command(), "immich-contract", &mut script);
            output::stdout(|out| out.write_all(&script))?;
            Ok(Exit::Clean)
        }
    }
}
