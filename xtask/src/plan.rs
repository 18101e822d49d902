//! `plan`: how much of the API plans cover, and whether they agree with the complete way on millions of documents.

mod agree;
mod coverage;

use crate::Answer;

#[derive(clap::Subcommand)]
pub(crate) enum Command {
    /// Say for each release how many bodies and parameters of operations are wholly covered by plans
    Coverage,
    /// Disturb made and recorded documents, and hold each that a plan accepts against the complete way
    Agree(agree::Arguments),
}

pub(crate) fn run(command: &Command) -> Answer {
    match command {
        Command::Coverage => coverage::run(),
        Command::Agree(arguments) => agree::run(arguments),
    }
}
