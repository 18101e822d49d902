//! What can go wrong between client and upstream, and what the client is answered then.

use std::error::Error;
use std::io;
use std::time::Duration;

use bytes::Bytes;
use http_body_util::Full;
use hyper::header::{CONTENT_TYPE, HeaderValue};
use hyper::{Response, StatusCode};
use hyper_util::client::legacy;
use serde_json::json;

use crate::progress::Stalled;

/// What went wrong before an answer began.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// The target of the request is no path.
    Target,
    /// The request came from the proxy itself.
    Loop,
    /// The client does not send the rest of its request.
    ClientStalled(Duration),
    /// Nobody can be connected to.
    Unreachable(String),
    /// Nobody took the connection in time.
    ConnectTimeout,
    /// There was no answer in time.
    Silent(Duration),
    /// The connection was closed before an answer.
    Closed(String),
    /// What was answered is not HTTP.
    NotHttp(String),
    /// Anything else.
    Other(String),
}

impl Fault {
    pub(crate) fn of_stalled(stalled: Stalled, patience: Duration) -> Self {
        match stalled {
            Stalled::Client => Self::ClientStalled(patience),
            Stalled::Upstream => Self::Silent(patience),
        }
    }

    pub(crate) fn of_client(error: &legacy::Error) -> Self {
        let causes = || std::iter::successors(error.source(), |cause| (*cause).source());
        let last = causes().last().map_or_else(|| error.to_string(), ToString::to_string);
        let io = causes().find_map(|cause| cause.downcast_ref::<io::Error>()).map(io::Error::kind);
        let http = causes().find_map(|cause| cause.downcast_ref::<hyper::Error>());
        match (io, http) {
            (Some(io::ErrorKind::TimedOut), _) if error.is_connect() => Self::ConnectTimeout,
            _ if error.is_connect() => Self::Unreachable(last),
            (_, Some(http)) if http.is_parse() || http.is_parse_too_large() => Self::NotHttp(last),
            (_, Some(http)) if http.is_incomplete_message() || http.is_closed() || http.is_canceled() => {
                Self::Closed(last)
            }
            (Some(_), _) => Self::Closed(last),
            _ => Self::Other(last),
        }
    }

    fn status(&self) -> StatusCode {
        match self {
            Self::Target => StatusCode::BAD_REQUEST,
            Self::Loop => StatusCode::LOOP_DETECTED,
            Self::ClientStalled(_) => StatusCode::REQUEST_TIMEOUT,
            Self::ConnectTimeout | Self::Silent(_) => StatusCode::GATEWAY_TIMEOUT,
            Self::Unreachable(_) | Self::Closed(_) | Self::NotHttp(_) | Self::Other(_) => StatusCode::BAD_GATEWAY,
        }
    }

    /// What happened, in a sentence.
    pub(crate) fn detail(&self, upstream: &str) -> String {
        match self {
            Self::Target => {
                "this is a reverse proxy: it takes paths, as in /api/server/ping, and no other targets".into()
            }
            Self::Loop => {
                format!("upstream {upstream} leads back to this proxy; name Immich's own address with --upstream")
            }
            Self::ClientStalled(patience) => {
                format!("the client did not send the rest of its request for {} s", patience.as_secs())
            }
            Self::Unreachable(why) => format!("upstream {upstream} cannot be reached: {why}"),
            Self::ConnectTimeout => format!("upstream {upstream} did not take the connection in time"),
            Self::Silent(patience) => format!("upstream {upstream} did not answer within {} s", patience.as_secs()),
            Self::Closed(why) => format!("upstream {upstream} closed the connection before it had answered: {why}"),
            Self::NotHttp(why) => format!("what upstream {upstream} answered is not HTTP: {why}"),
            Self::Other(why) => format!("upstream {upstream} could not be asked: {why}"),
        }
    }

    /// What the client is answered (RFC 9457).
    pub(crate) fn answer(&self, upstream: &str) -> Response<Full<Bytes>> {
        let status = self.status();
        let title = status.canonical_reason().unwrap_or_default();
        let problem = json!({
            "type": "about:blank", "title": title, "status": status.as_u16(),
            "detail": format!("immich-contract proxy: {}", self.detail(upstream)),
        });
        self::problem(status, problem.to_string())
    }
}

/// An answer that is a problem document.
pub(crate) fn problem(status: StatusCode, document: String) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::new(Bytes::from(document)));
    *response.status_mut() = status;
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    response
}
