//! The command line of `accepts`.

use clap::Args;

use super::{ContractArg, FailOn, Output};

#[derive(Args)]
#[command(after_help = "\
The model is a JSON Schema of draft 4, 6, 7, 2019-09 or 2020-12, also one out of an OpenAPI document:
FILE#/components/schemas/NAME. docs/clients.md says how to export one from each language. A decoder may take
more than the schema of its type says; its profile says what. What breaks the model is told with the least answer
that shows it: one that the server's contract allows and the decoder refuses.

Without a FILE the models are those of [[client]] in immich-contract.toml:
  [[client]]
  schema = \"schemas/asset.json#/$defs/Asset\"
  as = \"AssetResponseDto\"
  decoder = \"pydantic\"
  required = \"2.7..latest\"

Exit codes: 0 the model works with all releases that are required (without --required, with all), 1 it breaks
at some, 2 wrong usage or unreadable input.

Examples:
  immich-contract accepts asset.schema.json --as AssetResponseDto
  immich-contract accepts asset.schema.json --as AssetResponseDto --decoder mashumaro --required 2.7..latest
  immich-contract accepts random.schema.json --as getRandom --min-release
  immich-contract accepts search.schema.json --as MetadataSearchDto --sends
  immich-contract accepts --config immich-contract.toml --format json")]
pub(crate) struct Accepts {
    /// The model: a JSON Schema in JSON or YAML, with a place in it as in FILE#/$defs/Asset; `-` for standard input
    #[arg(value_name = "FILE", requires = "counterpart")]
    pub(crate) schema: Option<String>,
    /// What it stands for: a type of the server, or an operation whose answer (with --sends, whose request body) it is
    #[arg(long = "as", value_name = "NAME|ID", requires = "schema")]
    pub(crate) counterpart: Option<String>,
    /// Who reads by it; without it, what the schema says counts
    #[arg(long, value_name = "NAME", requires = "schema", conflicts_with = "sends")]
    pub(crate) decoder: Option<String>,
    /// The client writes it: each request must be one that the server takes
    #[arg(long, requires = "schema")]
    pub(crate) sends: bool,
    /// The releases that the model must work with, as in 2.7..latest; what breaks at others only is a note
    #[arg(long, value_name = "RELEASES")]
    pub(crate) required: Option<String>,
    /// Print nothing but the lowest release that works
    #[arg(long)]
    pub(crate) min_release: bool,
    #[command(flatten)]
    pub(crate) contract: ContractArg,
    /// The least severity that makes the exit code 1
    #[arg(long, value_enum, value_name = "SEVERITY", default_value_t = FailOn::Error)]
    pub(crate) fail_on: FailOn,
    #[command(flatten)]
    pub(crate) output: Output,
}
