//! What a proxy is told before it starts, and what the user is told then.

use std::time::Duration;

use commands::Failure;
use proxy::{Certificate, Options, Outlet, Proxy, ProxyError, Upstream};

use crate::args;
use crate::stderr::say;

/// How the proxy is to work.
pub(super) fn options(args: &args::Proxy, outlet: Outlet, to_record: Outlet) -> Result<Options, Failure> {
    let failed = |error: ProxyError| failure(&error);
    let certificate = match (&args.tls_cert, &args.tls_key) {
        (Some(chain), Some(key)) => Some(Certificate::read(chain, key).map_err(failed)?),
        _ => None,
    };
    let most = usize::try_from(args.max_size << 20).unwrap_or(usize::MAX);
    Ok(Options {
        record: args.record.file.is_some().then_some(to_record),
        most_of_body: most,
        most_of_all: most.saturating_mul(4),
        patience: Duration::from_secs(args.timeout),
        holds_answers: args.annotate || args.enforce,
        certificate,
        ..Options::new(Upstream::parse(&args.upstream).map_err(failed)?, outlet)
    })
}

/// Why the proxy did not start, as the line that ends a run.
pub(super) fn failure(error: &ProxyError) -> Failure {
    match error {
        ProxyError::Certificate { file, reason } => Failure::of(file, reason),
        ProxyError::Upstream { .. } => Failure::new(format!("--upstream: {error}")),
        ProxyError::Listen { .. } | ProxyError::Loop { .. } | ProxyError::Machine(_) => Failure::new(error.to_string()),
    }
}

/// Says where the proxy listens, and who else may come there.
pub(super) fn announce(args: &args::Proxy, proxy: &Proxy) {
    let address = proxy.address();
    if !address.ip().is_loopback() {
        say(&format!(
            "warning: anybody who reaches {address} comes through to {} from now on, as if from this machine",
            args.upstream
        ));
    }
    if !args.output.quiet {
        let scheme = if args.tls_cert.is_some() { "https" } else { "http" };
        say(&format!("note: listening on {scheme}://{address} for {}; Ctrl-C ends it and reports", args.upstream));
    }
}
