//! Which contract a command goes by.

use std::path::PathBuf;

use clap::Args;

#[derive(Args)]
pub(crate) struct ContractArg {
    /// What to check against: `builtin`, or an OpenAPI 3.0, 3.1 or 3.2 document in JSON or YAML
    #[arg(long, value_name = "builtin|FILE", default_value = "builtin")]
    #[arg(conflicts_with_all = ["release_document", "contract_history"])]
    pub(crate) contract: PathBuf,
    #[command(flatten)]
    pub(crate) documents: ReleaseDocuments,
}

/// Documents of releases that are not built in.
#[derive(Args)]
pub(crate) struct ReleaseDocuments {
    /// An OpenAPI document of a release, or a folder of such, that joins the built-in contract as one more release; may be
    /// given several times. The release is the document's `info.version` if it is not said
    #[arg(long, value_name = "[VERSION=]FILE")]
    pub(crate) release_document: Vec<String>,
    /// The OpenAPI documents of an API, one of each release (`v1.2.3.json`, or by their `info.version`), in place of the
    /// built-in contract
    #[arg(long, value_name = "FOLDER", conflicts_with = "release_document")]
    pub(crate) contract_history: Option<PathBuf>,
}
