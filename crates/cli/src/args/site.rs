//! The command line of `site`.

use std::path::PathBuf;

use clap::Args;

use super::ContractArg;

#[derive(Args)]
#[command(after_help = "\
Writes a page for each operation, type and release, with the life of every field as a picture, what changed between
releases and whom it breaks, and a search. The pages need no server: open index.html, or put the folder behind any.

Examples:
  immich-contract site -o site
  immich-contract site -o site --release-document v3.4.0.json
  immich-contract site -o other-site --contract-history other-api/")]
pub(crate) struct Site {
    /// The folder to write: a new one, an empty one, or one that this command wrote before, which is replaced
    #[arg(short = 'o', long = "output", value_name = "DIR")]
    pub(crate) folder: PathBuf,
    #[command(flatten)]
    pub(crate) contract: ContractArg,
}
