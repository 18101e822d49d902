//! The command line.

mod accepts;
mod audit;
mod contract;
mod diff;
mod news;
mod proxy;
mod site;

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum, builder::PossibleValuesParser};
use clap_complete::Shell;
use report::Severity;

pub(crate) use accepts::Accepts;
pub(crate) use audit::Audit;
pub(crate) use contract::{ContractArg, ReleaseDocuments};
pub(crate) use diff::{Client, Diff};
pub(crate) use news::News;
pub(crate) use proxy::Proxy;
pub(crate) use site::Site;

/// Checks Immich API traffic against the contract of a server release.
#[derive(Parser)]
#[command(name = "immich-contract", version, max_term_width = 100, arg_required_else_help = true)]
#[command(after_help = "\
Exit codes: 0 nothing found at or above --fail-on, 1 findings, 2 wrong usage or unreadable input.

Examples:
  immich-contract check app.har
  immich-contract check --server-version 2.7.5 --schema AssetResponseDto asset.json
  immich-contract proxy --upstream http://immich.lan:2283
  immich-contract identify app.har
  immich-contract compat app.har --to 3.0.2
  immich-contract matrix app.har
  immich-contract news --since 3.2.2 --used-by app.har
  immich-contract accepts asset.schema.json --as AssetResponseDto --decoder pydantic
  immich-contract site -o site
  immich-contract schema AssetResponseDto --at 1.132.3
  immich-contract explain property-removed")]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
    /// When to write in colour; `NO_COLOR` is honoured
    #[arg(long, global = true, value_enum, default_value_t = When::Auto)]
    pub(crate) color: When,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Check captured traffic, or JSON bodies, against the contract of one server release, or of several
    Check(Box<Check>),
    /// Check traffic between clients and a server while it goes by
    Proxy(Box<Proxy>),
    /// Tell which releases can have written captured answers or JSON bodies, and why
    Identify(Box<Identify>),
    /// Tell what breaks on another release for the client whose traffic was captured
    Compat(Compat),
    /// Show at which releases each captured call is accepted and its answer promised
    Matrix(Matrix),
    /// Tell at which releases a client's model takes whatever the server may answer, and what breaks it
    Accepts(Box<Accepts>),
    /// Hold what upstream's documents claim of versions against what they show
    Audit(Audit),
    /// Tell what changed between two releases or documents, and whom it breaks
    Diff(Diff),
    /// Tell of what changed since a release what a client meets
    News(News),
    /// Write the contract as a site of static pages: since when is there what, and what changed
    Site(Site),
    /// Print the JSON Schema of a type at one release; without a name, list the types
    Schema(Schema),
    /// Print the contract at one release as an OpenAPI 3.0 document
    Openapi(At),
    /// Say what a rule finds, why it matters and what to do; without a name, list the rules
    Explain(Explain),
    /// Print a completion script for a shell
    Completions {
        /// The shell
        shell: Shell,
    },
}

#[derive(Args)]
#[command(after_help = "\
Captures are files or folders of these; gzip and zstd are undone, and the format is told by content:
  HAR 1.2, NDJSON of exchanges, JSON bodies (with --operation or --schema)
  cassettes of vcrpy, VCR and Betamax; traces of immich-go (--api-trace); collections of Postman 2.0 and 2.1
  access logs in JSON of Traefik, Caddy and nginx; `curl -i` and `curl -v` with the command; HTTP as it travels
Secrets (keys, tokens, cookies, passwords) are masked in every report.

Examples:
  immich-contract check app.har
  immich-contract check captures/ --server-version 2.7.5 --format json -o report.json
  immich-contract check app.har --server-version 1.132..2.7
  curl -s \"$IMMICH/api/assets/random\" -H \"x-api-key: $KEY\" | \\
    immich-contract check - --operation getRandom --server-version 2.7.5
  immich-contract check app.har --release-document immich-openapi-specs.json --server-version latest
  immich-contract check app.har --contract other-api.openapi.json --server-version latest --base-path /")]
pub(crate) struct Check {
    #[command(flatten)]
    pub(crate) inputs: Inputs,
    /// The server's release as in 2.7.5; several as in 1.120..2.7 (both ends included), `all`; `latest`; or `auto`: the
    /// one that the capture tells
    #[arg(long, value_name = "RELEASES", default_value = "auto")]
    pub(crate) server_version: String,
    #[command(flatten)]
    pub(crate) contract: ContractArg,
    /// How bad a fault in a request is at worst that the server itself refused (4xx)
    #[arg(long, value_enum, value_name = "SEVERITY", default_value_t = Level::Note)]
    pub(crate) refused: Level,
    /// Show each finding, even where the same was found at many places
    #[arg(long)]
    pub(crate) all: bool,
    /// The least severity that makes the exit code 1
    #[arg(long, value_enum, value_name = "SEVERITY", default_value_t = FailOn::Error)]
    pub(crate) fail_on: FailOn,
    #[command(flatten)]
    pub(crate) output: Output,
}

#[derive(Args)]
#[command(after_help = "\
Prints the releases that fit (most of) the answers, and at each end what narrowed them. `sure` is what a
release's document contradicts, `likely` what it merely does not declare.
Exit codes: 0 some release fits each input, 1 none does, 2 wrong usage or unreadable input.

Examples:
  immich-contract identify app.har
  immich-contract identify asset.json --schema AssetResponseDto
  immich-contract identify bodies.ndjson --lines --operation getRandom --format json")]
pub(crate) struct Identify {
    #[command(flatten)]
    pub(crate) inputs: Inputs,
    #[command(flatten)]
    pub(crate) contract: ContractArg,
    /// The form of the answer
    #[arg(long, value_enum, default_value_t = Shape::Human)]
    pub(crate) format: Shape,
    /// Show all evidence for each end
    #[arg(short, long)]
    pub(crate) verbose: bool,
}

#[derive(Args)]
#[command(after_help = "\
Requests count as they were sent: refused there, or, worse, ignored there. Of answers it counts what they hold:
fields that are gone there, have another type, may be null. Each fact is told once, with the number of
exchanges that meet it. Both ways work: an old client on a new server, and a new client on an old one.

Examples:
  immich-contract compat app.har --to 3.0.2
  immich-contract compat app.har --from 2.7.5 --to 1.132 --format json -o compat.json
  immich-contract compat captures/ --to latest --fail-on never
  immich-contract compat /var/log/traefik/access.log --to 3.0.2     # who calls what is gone: user agents are named")]
pub(crate) struct Compat {
    #[command(flatten)]
    pub(crate) traffic: Traffic,
    /// The release that the client is to work with, as in 3.0.2, 2.7 (its newest), or `latest`
    #[arg(long, value_name = "RELEASE")]
    pub(crate) to: String,
    /// The release of the capture, or `auto`: the one that the capture tells
    #[arg(long, value_name = "RELEASE", default_value = "auto")]
    pub(crate) from: String,
    #[command(flatten)]
    pub(crate) contract: ContractArg,
    /// The least severity that makes the exit code 1
    #[arg(long, value_enum, value_name = "SEVERITY", default_value_t = FailOn::Error)]
    pub(crate) fail_on: FailOn,
    #[command(flatten)]
    pub(crate) output: Output,
}

#[derive(Args)]
#[command(after_help = "\
A release accepts a call if its document has the operation and nothing against the request; requests that the
server refused (4xx) are left out. It promises the answer if its document does not contradict it. What no
release fits does not tell them apart and is only counted; `check` tells it.

Examples:
  immich-contract matrix app.har
  immich-contract matrix captures/ --from 1.132 --to 2.7 --format markdown
  immich-contract matrix app.har --releases 1.132.3,2.7.5,3.0.2 --format json")]
pub(crate) struct Matrix {
    #[command(flatten)]
    pub(crate) traffic: Traffic,
    /// The oldest release to look at, as in 1.120.0 or 1.120
    #[arg(long, value_name = "RELEASE")]
    pub(crate) from: Option<String>,
    /// The newest release to look at, as in 2.7.5 or 2.7
    #[arg(long, value_name = "RELEASE")]
    pub(crate) to: Option<String>,
    /// The releases to look at, as in 1.132.3,2.0..2.7
    #[arg(long, value_name = "SET", conflicts_with_all = ["from", "to"])]
    pub(crate) releases: Option<String>,
    #[command(flatten)]
    pub(crate) contract: ContractArg,
    /// The form of the answer
    #[arg(long, value_enum, default_value_t = Table::Human)]
    pub(crate) format: Table,
    /// Show every operation and every reason
    #[arg(short, long)]
    pub(crate) verbose: bool,
}

/// The form of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Table {
    /// For reading
    Human,
    /// One JSON document, for programs
    Json,
    /// A table in Markdown
    Markdown,
    /// A page to look at: one file, at most 5 MB, no network and no script
    Html,
}

/// Captured exchanges.
#[derive(Args)]
pub(crate) struct Traffic {
    /// Captures: files, folders, or `-` for standard input (the default when it is not a terminal)
    pub(crate) paths: Vec<PathBuf>,
    /// The path that the API is mounted under; if not given, those of the contract's `servers`
    #[arg(long, value_name = "PATH")]
    pub(crate) base_path: Option<String>,
    /// The most that one entry, line or bare body may hold, in MiB once unpacked
    #[arg(long, value_name = "MIB", default_value_t = 256, value_parser = clap::value_parser!(u64).range(1..=1 << 20))]
    pub(crate) max_size: u64,
}

/// What a command reads.
#[derive(Args)]
pub(crate) struct Inputs {
    /// Captures: files, folders, or `-` for standard input (the default when it is not a terminal)
    pub(crate) paths: Vec<PathBuf>,
    /// The inputs are bare bodies: what this operation answers
    #[arg(long, value_name = "ID", conflicts_with = "schema")]
    pub(crate) operation: Option<String>,
    /// The inputs are bare bodies of this type
    #[arg(long, value_name = "NAME")]
    pub(crate) schema: Option<String>,
    /// Each line of the inputs is a bare body
    #[arg(long)]
    pub(crate) lines: bool,
    /// How many threads read; one for each core if not given
    #[arg(long, value_name = "COUNT")]
    pub(crate) threads: Option<NonZeroUsize>,
    /// The path that the API is mounted under; if not given, those of the contract's `servers`
    #[arg(long, value_name = "PATH")]
    pub(crate) base_path: Option<String>,
    /// The most that one entry, line or bare body may hold, in MiB once unpacked
    #[arg(long, value_name = "MIB", default_value_t = 256, value_parser = clap::value_parser!(u64).range(1..=1 << 20))]
    pub(crate) max_size: u64,
}

/// The form of an answer that is not a report of findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Shape {
    /// For reading
    Human,
    /// One JSON document, for programs
    Json,
    /// A page to look at: one file, at most 5 MB, no network and no script
    Html,
}

#[derive(Args)]
pub(crate) struct Output {
    /// The form of the report
    #[arg(long, default_value = "human", value_parser = format_names())]
    pub(crate) format: String,
    /// Write the report to a file instead of standard output
    #[arg(short = 'o', long = "output", value_name = "FILE")]
    pub(crate) file: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) accept: Accept,
    /// Write nothing but the report
    #[arg(short, long, conflicts_with = "verbose")]
    pub(crate) quiet: bool,
    /// Show notes, too
    #[arg(short, long)]
    pub(crate) verbose: bool,
    /// The least severity that is shown; what is milder is counted. Without it `warning`, and `note` with -v
    #[arg(long, value_enum, value_name = "SEVERITY")]
    pub(crate) min_severity: Option<Level>,
}

/// Which findings are accepted.
#[derive(Args)]
pub(crate) struct Accept {
    /// The configuration, with suppressions; without it `immich-contract.toml` in this folder or above it, up to the root of
    /// the repository
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    /// Accept the findings that stand in this file, which --write-baseline wrote; they are counted, not shown
    #[arg(long, value_name = "FILE")]
    pub(crate) baseline: Option<PathBuf>,
    /// Write what stands now to a file for --baseline, and accept it
    #[arg(long, value_name = "FILE")]
    pub(crate) write_baseline: Option<PathBuf>,
}

#[derive(Args)]
pub(crate) struct At {
    /// The release as in 2.7.5, or `latest`
    #[arg(long, value_name = "RELEASE", default_value = "latest")]
    pub(crate) at: String,
    #[command(flatten)]
    pub(crate) contract: ContractArg,
}

#[derive(Args)]
pub(crate) struct Schema {
    /// The type, as in `AssetResponseDto`
    pub(crate) name: Option<String>,
    #[command(flatten)]
    pub(crate) at: At,
}

#[derive(Args)]
pub(crate) struct Explain {
    /// The rule's id, as in property-removed
    pub(crate) rule: Option<String>,
}

/// When to write in colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum When {
    Auto,
    Always,
    Never,
}

/// A severity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Level {
    Note,
    Warning,
    Error,
}

impl From<Level> for Severity {
    fn from(level: Level) -> Self {
        match level {
            Level::Note => Self::Note,
            Level::Warning => Self::Warning,
            Level::Error => Self::Error,
        }
    }
}

/// The least severity that counts as a failure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum FailOn {
    Error,
    Warning,
    Never,
}

fn format_names() -> PossibleValuesParser {
    PossibleValuesParser::new(
        report::FORMATS.iter().map(|format| clap::builder::PossibleValue::new(format.name).help(format.help)),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn arguments_are_consistent() {
        Cli::command().debug_assert();
    }
}
