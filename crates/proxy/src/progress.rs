//! Whether a request gets on, and who is waited for if not.

use std::future::Future;
use std::pin::pin;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use tokio::time::{Instant, timeout_at};

/// When something of a request went on last.
pub(crate) struct Progress {
    begun: Instant,
    /// In milliseconds since then.
    last: AtomicU64,
    waits_for_client: AtomicBool,
}

/// Nothing went on for too long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stalled {
    /// The client does not send the rest of its request.
    Client,
    /// Upstream does not answer.
    Upstream,
}

impl Progress {
    pub(crate) fn new() -> Self {
        Self { begun: Instant::now(), last: AtomicU64::new(0), waits_for_client: AtomicBool::new(false) }
    }

    /// The body of the request was asked for more: it came, or it is waited for.
    pub(crate) fn polled(&self, is_pending: bool) {
        self.waits_for_client.store(is_pending, Ordering::Relaxed);
        if !is_pending {
            let since = u64::try_from(self.begun.elapsed().as_millis()).unwrap_or(u64::MAX);
            self.last.store(since, Ordering::Relaxed);
        }
    }

    /// Waits for an answer for as long as something goes on, and so much longer.
    pub(crate) async fn watch<T>(&self, patience: Duration, answer: impl Future<Output = T>) -> Result<T, Stalled> {
        let mut answer = pin!(answer);
        loop {
            let until = self.begun + Duration::from_millis(self.last.load(Ordering::Relaxed)) + patience;
            if let Ok(answered) = timeout_at(until, &mut answer).await {
                return Ok(answered);
            }
            if self.begun + Duration::from_millis(self.last.load(Ordering::Relaxed)) + patience <= Instant::now() {
                let is_client = self.waits_for_client.load(Ordering::Relaxed);
                return Err(if is_client { Stalled::Client } else { Stalled::Upstream });
            }
        }
    }
}
