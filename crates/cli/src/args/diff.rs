//! The command line of `diff`.

use std::path::PathBuf;

use clap::Args;

use super::{FailOn, Output, ReleaseDocuments};

#[derive(Args)]
#[command(after_help = "\
Sets of values are compared, not how they are written. A change is told once, where it happened, with the
operations that it reaches. Errors break clients of OLD on servers of NEW; warnings also clients of NEW on
servers of OLD; notes are counted, and -v shows them.

A side is a release as in 2.7.5, an OpenAPI 3 document in JSON or YAML, REVISION:PATH of one in git, `-`, an
https address, or `models`: the derived contract at the release of the other side.

Examples:
  immich-contract diff 2.7.5 latest
  immich-contract diff 1.132.3 my-server.openapi.yaml --format json
  immich-contract diff HEAD~1:openapi.json openapi.json
  immich-contract diff 2.7.5 3.0.2 --used-by app.har
  immich-contract diff --history 2.0..2.7
  immich-contract diff 3.3.5 3.4.0 --release-document v3.4.0.json")]
pub(crate) struct Diff {
    /// The old side
    #[arg(required_unless_present = "history")]
    pub(crate) old: Option<String>,
    /// The new side
    #[arg(required_unless_present = "history")]
    pub(crate) new: Option<String>,
    /// Each release of FROM..TO (both ends included) against the one before it: what changed when
    #[arg(long, value_name = "FROM..TO", conflicts_with_all = ["old", "new"])]
    pub(crate) history: Option<String>,
    #[command(flatten)]
    pub(crate) documents: ReleaseDocuments,
    #[command(flatten)]
    pub(crate) client: Client,
    /// One finding for each operation that a change reaches
    #[arg(long)]
    pub(crate) by_operation: bool,
    /// Show each change, even where the same happened at many places
    #[arg(long, conflicts_with = "by_operation")]
    pub(crate) all: bool,
    /// The least severity that makes the exit code 1
    #[arg(long, value_enum, value_name = "SEVERITY", default_value_t = FailOn::Error)]
    pub(crate) fail_on: FailOn,
    #[command(flatten)]
    pub(crate) output: Output,
}

/// Which client is asked about.
#[derive(Args)]
pub(crate) struct Client {
    /// Tell only what reaches the operations that this capture calls; may be given several times
    #[arg(long, value_name = "CAPTURE")]
    pub(crate) used_by: Vec<PathBuf>,
    /// Tell only what reaches these operations: ids, or method and path as in `GET /assets/{id}`, separated by commas
    #[arg(long, value_name = "LIST", value_delimiter = ',')]
    pub(crate) operations: Vec<String>,
    /// The path that the API of the capture is mounted under; if not given, those of `servers` of each side
    #[arg(long, value_name = "PATH")]
    pub(crate) base_path: Option<String>,
}
