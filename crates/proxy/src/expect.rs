//! `Expect: 100-continue`: the client is asked for its body when upstream asks for it (RFC 9110, 10.1.1).

use std::future::Future;
use std::pin::Pin;
use std::sync::{Mutex, PoisonError};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use hyper::body::Body;
use hyper::ext::on_informational;
use hyper::header::EXPECT;
use hyper::{HeaderMap, Request, StatusCode};
use tokio::sync::oneshot;
use tokio::time::{Sleep, sleep};

/// Who does not ask within this time is sent the body all the same, as clients do.
const PATIENCE: Duration = Duration::from_secs(1);

/// Waits until upstream asks for the body.
pub(crate) struct Waiting {
    /// Nothing once it is sure that nobody asks.
    asked: Option<oneshot::Receiver<()>>,
    patience: Pin<Box<Sleep>>,
}

/// Tells that upstream asks.
pub(crate) struct Asking(Mutex<Option<oneshot::Sender<()>>>);

/// Both ends, where a request expects to be asked.
pub(crate) fn expectation(headers: &HeaderMap) -> Option<(Asking, Waiting)> {
    let expected = headers.get(EXPECT)?;
    if !expected.as_bytes().eq_ignore_ascii_case(b"100-continue") {
        return None;
    }
    let (asking, asked) = oneshot::channel();
    Some((Asking(Mutex::new(Some(asking))), Waiting { asked: Some(asked), patience: Box::pin(sleep(PATIENCE)) }))
}

impl Asking {
    /// Listens for upstream to ask.
    pub(crate) fn listen<B: Body>(self, request: &mut Request<B>) {
        on_informational(request, move |informational| {
            if informational.status() == StatusCode::CONTINUE {
                let asking = self.0.lock().unwrap_or_else(PoisonError::into_inner).take();
                asking.map(|asking| asking.send(()));
            }
        });
    }
}

impl Waiting {
    /// Ready once the body may be asked for.
    pub(crate) fn poll(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        if let Some(asked) = &mut self.asked {
            match Pin::new(asked).poll(cx) {
                Poll::Ready(Ok(())) => return Poll::Ready(()),
                Poll::Ready(Err(_)) => self.asked = None,
                Poll::Pending => {}
            }
        }
        ready!(self.patience.as_mut().poll(cx));
        Poll::Ready(())
    }
}
