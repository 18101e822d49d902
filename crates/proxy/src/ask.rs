//! What upstream is asked by the proxy itself: which release it is, and whether it is somebody else at all.

use std::hash::{BuildHasher, Hasher, RandomState};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use bytes::Bytes;
use capture::exchange::{Exchange, Headers, Item, ItemLocation, Request, Response, Url};
use capture::wire;
use http_body_util::{BodyExt, Empty, Limited};
use hyper::header::{ACCEPT, HOST, VIA};
use hyper::{HeaderMap, Uri};
use hyper_rustls::HttpsConnector;
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use tokio::runtime::Handle;
use tokio::time::timeout;

use crate::fault::Fault;
use crate::upstream::Upstream;

/// By what a proxy knows its own requests again. Only they have it.
pub(crate) struct Mark {
    value: String,
    was_seen: AtomicBool,
}

impl Mark {
    pub(crate) fn new() -> Self {
        let random = RandomState::new().build_hasher().finish();
        Self { value: format!("1.1 immich-contract-{random:016x}"), was_seen: AtomicBool::new(false) }
    }

    /// Whether a request is one of this proxy's own.
    pub(crate) fn is_on(&self, headers: &HeaderMap) -> bool {
        let is_own = headers.get(VIA).is_some_and(|via| via.as_bytes() == self.value.as_bytes());
        self.was_seen.fetch_or(is_own, Ordering::Relaxed);
        is_own
    }
}

/// How long upstream may take to tell something that short.
const PATIENCE: Duration = Duration::from_secs(5);

/// Longer than any answer to what is asked.
const LONGEST: usize = 1 << 16;

/// Asks upstream.
pub struct Asker {
    pub(crate) handle: Handle,
    pub(crate) client: Client<HttpsConnector<HttpConnector>, Empty<Bytes>>,
    pub(crate) upstream: Upstream,
    pub(crate) mark: Arc<Mark>,
}

/// Why upstream did not tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Untold {
    /// Upstream is this proxy.
    Loop(String),
    /// It did not answer, or not with what can be read.
    Fault(String),
}

impl Asker {
    /// Asks with a `GET`, as an exchange that is not handed on. To be called by no thread of the proxy.
    pub fn get(&self, path: &str) -> Result<Item, Untold> {
        let name = self.upstream.to_string();
        let told = |fault: Fault| Untold::Fault(fault.detail(&name));
        let target = path.parse().ok().and_then(|path: Uri| self.upstream.target(&path));
        let target = target.ok_or_else(|| told(Fault::Target))?;
        let asked = self.handle.block_on(async { timeout(PATIENCE, self.exchange(target)).await });
        let exchange = asked.unwrap_or(Err(Fault::Silent(PATIENCE)));
        if self.mark.was_seen.load(Ordering::Relaxed) {
            return Err(Untold::Loop(Fault::Loop.detail(&name)));
        }
        exchange.map(|exchange| Item::Exchange(Box::new(exchange))).map_err(told)
    }

    async fn exchange(&self, target: Uri) -> Result<Exchange, Fault> {
        let url = Url::parse(&target.to_string());
        let request = hyper::Request::get(target).header(VIA, &self.mark.value).header(ACCEPT, "application/json");
        let request = request.header(HOST, self.upstream.host()).body(Empty::new());
        let request = request.map_err(|error| Fault::Other(error.to_string()))?;
        let response = self.client.request(request).await.map_err(|error| Fault::of_client(&error))?;
        let (head, body) = response.into_parts();
        let body = Limited::new(body, LONGEST).collect().await.map_err(|error| Fault::Closed(error.to_string()))?;
        let headers = head.headers.iter();
        let headers: Headers =
            headers.map(|(name, value)| (name.as_str(), String::from_utf8_lossy(value.as_bytes()))).collect();
        let body = wire::body(body.to_bytes().to_vec(), &headers);
        let response = Response { status: head.status.as_u16(), headers, body, recorded_type: None };
        let request = Request {
            method: "GET".to_owned(),
            url,
            headers: Headers::default(),
            body: capture::exchange::Body::None,
            recorded_type: None,
        };
        let place = ItemLocation { source: self.upstream.to_string().into(), entry: 0, line: None };
        let (request, response, beside) = (Some(request), Some(response), Headers::default());
        Ok(Exchange { place, request, response, server_version: None, beside })
    }
}
