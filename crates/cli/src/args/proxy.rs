//! What `proxy` takes.

use std::path::PathBuf;

use clap::Args;

use super::{ContractArg, FailOn, Level, Output};

#[derive(Args)]
#[command(after_help = "\
Point a client at the proxy, use it, and press Ctrl-C: the report is that of `check`. Findings show on standard error as
they come, each once. A second Ctrl-C ends at once.

Examples:
  immich-contract proxy --upstream http://immich.lan:2283
  immich-contract proxy --upstream https://photos.example --listen 0.0.0.0:2284 --record phone.ndjson.gz
  immich-contract proxy --upstream http://immich.lan:2283 --format json -o report.json -q
  immich-contract proxy --upstream http://localhost:2283 --enforce     # a call that breaks the contract fails")]
pub(crate) struct Proxy {
    /// The server to pass requests on to: its address with scheme and port
    #[arg(long, value_name = "URL")]
    pub(crate) upstream: String,
    /// Where to listen
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:2284")]
    pub(crate) listen: String,
    /// The server's release as in 2.7.5; several as in 1.120..2.7 (both ends included), `all`; `latest`; or `auto`: the
    /// server is asked
    #[arg(long, value_name = "RELEASES", default_value = "auto")]
    pub(crate) server_version: String,
    #[command(flatten)]
    pub(crate) record: Record,
    /// Add `immich-contract: 2 errors` to each answer, which has to wait for it
    #[arg(long)]
    pub(crate) annotate: bool,
    /// Answer 502 with the findings where a call breaks the contract; answers have to wait for it
    #[arg(long)]
    pub(crate) enforce: bool,
    /// Take clients by TLS: the chain of certificates, in PEM
    #[arg(long, value_name = "FILE", requires = "tls_key")]
    pub(crate) tls_cert: Option<PathBuf>,
    /// The key of the certificate, in PEM
    #[arg(long, value_name = "FILE", requires = "tls_cert")]
    pub(crate) tls_key: Option<PathBuf>,
    /// How long nothing may go on before an answer begins, in seconds
    #[arg(long, value_name = "SECONDS", default_value_t = 60, value_parser = clap::value_parser!(u64).range(1..=86_400))]
    pub(crate) timeout: u64,
    /// The path that the API is mounted under; if not given, those of the contract's `servers`
    #[arg(long, value_name = "PATH")]
    pub(crate) base_path: Option<String>,
    /// The most that a body may hold to be checked, in MiB; a longer one passes unchecked. All bodies together are kept up
    /// to four times as much
    #[arg(long, value_name = "MIB", default_value_t = 16, value_parser = clap::value_parser!(u64).range(1..=1 << 12))]
    pub(crate) max_size: u64,
    #[command(flatten)]
    pub(crate) contract: ContractArg,
    /// How bad a fault in a request is at worst that the server itself refused (4xx)
    #[arg(long, value_enum, value_name = "SEVERITY", default_value_t = Level::Note)]
    pub(crate) refused: Level,
    /// Show each finding in the report, even where the same was found at many places
    #[arg(long)]
    pub(crate) all: bool,
    /// The least severity that makes the exit code 1
    #[arg(long, value_enum, value_name = "SEVERITY", default_value_t = FailOn::Error)]
    pub(crate) fail_on: FailOn,
    #[command(flatten)]
    pub(crate) output: Output,
}

/// What becomes of the traffic itself.
#[derive(Args)]
pub(crate) struct Record {
    /// Write what goes by to a file, as it goes: FILE ends in .har or .ndjson, perhaps with .gz or .zst
    #[arg(id = "record", long, value_name = "FILE")]
    pub(crate) file: Option<PathBuf>,
    /// Leave keys, tokens and passwords in the record; they are masked if not given
    #[arg(long, requires = "record")]
    pub(crate) keep_secrets: bool,
}
