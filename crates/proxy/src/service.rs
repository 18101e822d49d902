//! One request, and its answer.

use std::collections::VecDeque;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use capture::exchange::Unavailable;
use http_body_util::combinators::UnsyncBoxBody;
use http_body_util::{BodyExt, Full};
use hyper::body::{Body, Frame, Incoming};
use hyper::header::{HeaderName, HeaderValue};
use hyper::http::response::Parts;
use hyper::upgrade::OnUpgrade;
use hyper::{Request, Response, StatusCode, Uri, Version};
use hyper_rustls::HttpsConnector;
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;

use crate::ask::Mark;
use crate::counters;
use crate::expect;
use crate::fault::{self, Fault};
use crate::headers::{self, Peer};
use crate::ongoing::{Handing, Ongoing, Side};
use crate::progress::Progress;
use crate::taking::Taken;
use crate::tap::Tapped;
use crate::upgrade;
use crate::upstream::Upstream;

/// What clients are answered.
pub(crate) type AnswerBody = UnsyncBoxBody<Bytes, hyper::Error>;

/// Passes requests on.
pub(crate) struct Service {
    pub(crate) client: Client<HttpsConnector<HttpConnector>, Tapped>,
    pub(crate) upstream: Upstream,
    pub(crate) name: Arc<str>,
    pub(crate) handing: Arc<Handing>,
    pub(crate) patience: Duration,
    pub(crate) holds_answers: bool,
    pub(crate) mark: Arc<Mark>,
}

impl Service {
    /// Answers a request: as upstream does, or with what went wrong.
    pub(crate) async fn serve(&self, request: Request<Incoming>, peer: Peer) -> Response<AnswerBody> {
        counters::add(&self.handing.counters.calls, 1);
        self.pass_on(request, peer).await.unwrap_or_else(|fault| own(fault.answer(&self.name)))
    }

    async fn pass_on(&self, mut request: Request<Incoming>, peer: Peer) -> Result<Response<AnswerBody>, Fault> {
        if self.mark.is_on(request.headers()) {
            return Err(Fault::Loop);
        }
        let target = self.upstream.target(request.uri()).ok_or(Fault::Target)?;
        let ongoing = Ongoing::begin(&self.handing, request.method(), &target, request.headers());
        let wants_upgrade = headers::upgrade(request.headers()).is_some();
        let client = wants_upgrade.then(|| hyper::upgrade::on(&mut request));
        let progress = Arc::new(Progress::new());
        let request = self.for_upstream(request, target, peer, (&ongoing, &progress));
        let failed = |fault: Fault| {
            ongoing.fail(fault.detail(&self.name));
            fault
        };
        let answered = progress.watch(self.patience, self.client.request(request)).await;
        let response = answered.map_err(|stalled| failed(Fault::of_stalled(stalled, self.patience)))?;
        let response = response.map_err(|error| failed(Fault::of_client(&error)))?;
        ongoing.answered(response.status(), response.headers());
        Ok(self.answer(response, ongoing, client).await)
    }

    /// The request as upstream gets it.
    fn for_upstream(
        &self,
        request: Request<Incoming>,
        target: Uri,
        peer: Peer,
        (ongoing, progress): (&Arc<Ongoing>, &Arc<Progress>),
    ) -> Request<Tapped> {
        let (mut parts, body) = request.into_parts();
        let taking = self.handing.taking(&parts.headers);
        let protocol = headers::upgrade(&parts.headers);
        let (asking, waiting) = expect::expectation(&parts.headers).unzip();
        headers::leave_connection(&mut parts.headers);
        headers::introduce(&mut parts, peer, self.upstream.host());
        if let Some(protocol) = protocol {
            headers::join_upgrade(&mut parts.headers, protocol);
        }
        (parts.uri, parts.version) = (target, Version::HTTP_11);
        let body = Tapped::new(body, taking, Arc::clone(ongoing), Side::Request).watched(waiting, progress);
        let mut request = Request::from_parts(parts, body);
        if let Some(asking) = asking {
            asking.listen(&mut request);
        }
        request
    }

    /// The answer as the client gets it.
    async fn answer(
        &self,
        mut response: Response<Incoming>,
        ongoing: Arc<Ongoing>,
        client: Option<OnUpgrade>,
    ) -> Response<AnswerBody> {
        let protocol = headers::upgrade(response.headers());
        let is_switched = response.status() == StatusCode::SWITCHING_PROTOCOLS;
        let upstream = is_switched.then(|| hyper::upgrade::on(&mut response));
        let (mut parts, body) = response.into_parts();
        let taking = self.handing.taking(&parts.headers);
        headers::leave_connection(&mut parts.headers);
        parts.version = Version::HTTP_11;
        if let (Some(client), Some(upstream), Some(protocol)) = (client, upstream, protocol) {
            headers::join_upgrade(&mut parts.headers, protocol);
            tokio::spawn(upgrade::pass_on(client, upstream, Arc::clone(&ongoing)));
        }
        let is_kept = taking.keeps();
        let body = Tapped::new(body, taking, Arc::clone(&ongoing), Side::Response);
        if self.holds_answers && !is_switched {
            let body = Replayed::read(body, if is_kept { self.handing.most_of_body } else { 0 }).await;
            return Self::judged(parts, body, &ongoing).await;
        }
        Response::from_parts(parts, body.boxed_unsync())
    }

    /// The answer once somebody has judged it.
    async fn judged(parts: Parts, body: Replayed, ongoing: &Ongoing) -> Response<AnswerBody> {
        if body.rest.is_some() {
            ongoing.body(Side::Response, Taken::Left(Unavailable::Omitted));
        }
        let verdict = ongoing.judge().await.unwrap_or_default();
        let mut response = match verdict.instead {
            Some(problem) => own(fault::problem(StatusCode::BAD_GATEWAY, problem)),
            None => Response::from_parts(parts, body.boxed_unsync()),
        };
        if let Some((name, value)) = verdict.header
            && let Ok(value) = HeaderValue::from_str(&value)
        {
            response.headers_mut().insert(HeaderName::from_static(name), value);
        }
        response
    }
}

/// An answer of our own.
fn own(response: Response<Full<Bytes>>) -> Response<AnswerBody> {
    response.map(|body| body.map_err(|never| match never {}).boxed_unsync())
}

/// A body of which the beginning was read already.
struct Replayed {
    read: VecDeque<Result<Frame<Bytes>, hyper::Error>>,
    rest: Option<Tapped>,
}

impl Replayed {
    /// Reads a body up to so many bytes.
    async fn read(mut body: Tapped, most: usize) -> Self {
        let (mut read, mut length) = (VecDeque::new(), 0);
        while !body.is_end_stream() && length <= most && most > 0 {
            let Some(frame) = body.frame().await else { break };
            let is_broken = frame.is_err();
            length += frame.as_ref().ok().and_then(Frame::data_ref).map_or(0, Bytes::len);
            read.push_back(frame);
            if is_broken {
                return Self { read, rest: None };
            }
        }
        let is_whole = body.is_end_stream() || (most > 0 && length <= most);
        Self { read, rest: (!is_whole).then_some(body) }
    }
}

impl Body for Replayed {
    type Data = Bytes;
    type Error = hyper::Error;

    fn poll_frame(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, hyper::Error>>> {
        let this = self.get_mut();
        match (this.read.pop_front(), &mut this.rest) {
            (Some(frame), _) => Poll::Ready(Some(frame)),
            (None, Some(rest)) => Pin::new(rest).poll_frame(cx),
            (None, None) => Poll::Ready(None),
        }
    }
}
