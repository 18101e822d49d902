//! A body that goes through, and is seen.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use hyper::body::{Body, Frame, Incoming, SizeHint};

use crate::expect::Waiting;
use crate::ongoing::{Ongoing, Side};
use crate::progress::Progress;
use crate::taking::Taking;

/// A body that goes through unchanged. What comes of it is shown to a [`Taking`], and its end is told to the exchange.
pub(crate) struct Tapped {
    inner: Incoming,
    /// Until it has ended.
    taking: Option<Taking>,
    ongoing: Arc<Ongoing>,
    side: Side,
    /// What a request waits for before its body is asked for.
    waiting: Option<Waiting>,
    /// Who looks whether a request gets on.
    progress: Option<Arc<Progress>>,
}

impl Tapped {
    pub(crate) fn new(inner: Incoming, taking: Taking, ongoing: Arc<Ongoing>, side: Side) -> Self {
        let mut tapped = Self { inner, taking: Some(taking), ongoing, side, waiting: None, progress: None };
        if tapped.inner.is_end_stream() {
            tapped.end(true);
        }
        tapped
    }

    /// The same, of a request whose upstream is waited for.
    pub(crate) fn watched(mut self, waiting: Option<Waiting>, progress: &Arc<Progress>) -> Self {
        self.waiting = waiting;
        self.progress = Some(Arc::clone(progress));
        self
    }

    fn end(&mut self, is_whole: bool) {
        if let Some(taking) = self.taking.take() {
            self.ongoing.body(self.side, taking.end(is_whole));
        }
    }

    fn see(&mut self, frame: &Frame<Bytes>) {
        if let (Some(bytes), Some(taking)) = (frame.data_ref(), &mut self.taking) {
            self.ongoing.count(self.side, bytes.len());
            taking.see(bytes);
        }
        if self.inner.is_end_stream() {
            self.end(true);
        }
    }
}

impl Body for Tapped {
    type Data = Bytes;
    type Error = hyper::Error;

    fn poll_frame(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, hyper::Error>>> {
        let this = self.get_mut();
        if let Some(waiting) = &mut this.waiting {
            ready!(waiting.poll(cx));
            this.waiting = None;
        }
        let polled = Pin::new(&mut this.inner).poll_frame(cx);
        if let Some(progress) = &this.progress {
            progress.polled(polled.is_pending());
        }
        let frame = ready!(polled);
        match &frame {
            Some(Ok(frame)) => this.see(frame),
            Some(Err(error)) => {
                this.ongoing.broke(this.side, error);
                this.end(false);
            }
            None => this.end(true),
        }
        Poll::Ready(frame)
    }

    fn is_end_stream(&self) -> bool {
        self.inner.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.inner.size_hint()
    }
}

/// Who goes away lets go of the body.
impl Drop for Tapped {
    fn drop(&mut self) {
        if self.taking.is_some() {
            let is_whole = self.inner.is_end_stream();
            if !is_whole {
                self.ongoing.left(self.side);
            }
            self.end(is_whole);
        }
    }
}
