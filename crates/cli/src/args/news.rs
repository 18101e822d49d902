//! The command line of `news`.

use clap::Args;

use super::{Client, FailOn, Output, ReleaseDocuments};

#[derive(Args)]
#[command(after_help = "\
Of what changed it tells what reaches the operations that the client calls, of its traffic what meets the change, and
which models of the configuration ([[client]]) no longer take what they took: `diff --used-by`, `compat` and `accepts`
in one, ready to be the text of an issue. Without a client it tells all changes.

Examples:
  immich-contract news --since 3.2.2 --used-by app.har
  immich-contract news --since 2.7.5 --to 3.0.2 --used-by app.har --format markdown -o comment.md
  immich-contract news --since 3.3.5 --release-document v3.4.0.json --operations getAssetInfo,searchAssets")]
pub(crate) struct News {
    /// The release that the client works with, as in 3.2.2 or 3.2 (its newest)
    #[arg(long, value_name = "RELEASE")]
    pub(crate) since: String,
    /// The release to look at
    #[arg(long, value_name = "RELEASE", default_value = "latest")]
    pub(crate) to: String,
    #[command(flatten)]
    pub(crate) documents: ReleaseDocuments,
    #[command(flatten)]
    pub(crate) client: Client,
    /// The least severity that makes the exit code 1
    #[arg(long, value_enum, value_name = "SEVERITY", default_value_t = FailOn::Error)]
    pub(crate) fail_on: FailOn,
    #[command(flatten)]
    pub(crate) output: Output,
}
