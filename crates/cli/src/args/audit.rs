//! The command line of `audit`.

use std::path::PathBuf;

use clap::Args;

use super::{FailOn, Output, ReleaseDocuments};

#[derive(Args)]
#[command(after_help = "\
Markers are claims: \"added in v2.3.0\". Lives are seen: the documents have it from 2.5.0 on. Each finding is
one fact where the two disagree, or where something came or went without a word. Notes are counted; -v shows them.

Examples:
  immich-contract audit
  immich-contract audit openapi-documents/ --format json -o audit.json
  immich-contract audit v2.7.5.json v3.0.2.json -v --fail-on error")]
pub(crate) struct Audit {
    /// OpenAPI documents in JSON or YAML, each of one release, or folders of them; without any, the embedded contract
    #[arg(value_name = "OPENAPI", conflicts_with_all = ["release_document", "contract_history"])]
    pub(crate) openapi: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) documents: ReleaseDocuments,
    /// Show each finding for itself
    #[arg(long)]
    pub(crate) all: bool,
    /// The least severity that makes the exit code 1
    #[arg(long, value_enum, value_name = "SEVERITY", default_value_t = FailOn::Never)]
    pub(crate) fail_on: FailOn,
    #[command(flatten)]
    pub(crate) output: Output,
}
