//! How a proxy is to work.

use std::time::Duration;

use crate::outlet::Outlet;
use crate::tls::Certificate;
use crate::upstream::Upstream;

/// How a proxy is to work.
pub struct Options {
    /// The server behind it.
    pub upstream: Upstream,
    /// Where exchanges go that have ended.
    pub outlet: Outlet,
    /// Where else they go.
    pub record: Option<Outlet>,
    /// The most bytes of one body that are kept; what is longer goes by unseen.
    pub most_of_body: usize,
    /// The most bytes of all bodies that are kept at once.
    pub most_of_all: usize,
    /// How long nothing may go on before an answer begins.
    pub patience: Duration,
    /// Whether answers are held back until somebody has judged them.
    pub holds_answers: bool,
    /// What it shows clients that come by TLS; without it they come without.
    pub certificate: Option<Certificate>,
}

impl Options {
    /// The usual way to work.
    pub fn new(upstream: Upstream, outlet: Outlet) -> Self {
        Self {
            upstream,
            outlet,
            record: None,
            most_of_body: 16 << 20,
            most_of_all: 64 << 20,
            patience: Duration::from_secs(60),
            holds_answers: false,
            certificate: None,
        }
    }
}
