//! Why a proxy cannot start.

use std::io;

/// Why a proxy cannot start.
#[derive(Debug, thiserror::Error)]
pub enum ProxyError {
    /// The address of upstream is none.
    #[error("{address:?} is not the address of a server: {reason}; write it as in http://immich.lan:2283")]
    Upstream {
        /// As it was given.
        address: String,
        /// What is wrong with it.
        reason: &'static str,
    },
    /// Nobody can listen there.
    #[error("cannot listen on {address}: {}", listening(.error))]
    Listen {
        /// As it was given.
        address: String,
        /// What the system says.
        error: io::Error,
    },
    /// Upstream is the proxy itself.
    #[error("upstream {upstream} is where this proxy listens itself; name Immich's own address with --upstream")]
    Loop {
        /// As it was given.
        upstream: String,
    },
    /// A certificate or its key cannot be used.
    #[error("{file}: {reason}")]
    Certificate {
        /// The file.
        file: String,
        /// What is wrong with it.
        reason: String,
    },
    /// The machine has no threads, or no TLS.
    #[error("the proxy cannot start: {0}")]
    Machine(String),
}

fn listening(error: &io::Error) -> String {
    let advice = match error.kind() {
        io::ErrorKind::AddrInUse => "; another program listens there, name another with --listen",
        io::ErrorKind::PermissionDenied => "; ports below 1024 are for administrators, name another with --listen",
        io::ErrorKind::AddrNotAvailable => "; it is no address of this machine",
        _ => "",
    };
    format!("{error}{advice}")
}
