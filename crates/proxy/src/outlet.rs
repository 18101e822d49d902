//! Where exchanges go that have ended.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use tokio::sync::{mpsc, oneshot};

use crate::exchange::Finished;
use crate::verdict::Verdict;

/// An exchange that was handed on.
#[derive(Debug)]
pub struct Handed {
    /// The exchange.
    pub exchange: Arc<Finished>,
    /// Who waits for a verdict on it.
    pub answer: Option<oneshot::Sender<Verdict>>,
}

/// What comes out of an outlet.
pub type Queue = mpsc::Receiver<Handed>;

/// A queue of bounded length. Nobody waits to put something into it: what finds it full is counted, and left out.
#[derive(Clone, Debug)]
pub struct Outlet {
    queue: mpsc::Sender<Handed>,
    left_out: Arc<AtomicU64>,
}

impl Outlet {
    /// One for so many exchanges, and what comes out of it.
    pub fn new(length: usize) -> (Self, Queue) {
        let (queue, handed) = mpsc::channel(length.max(1));
        (Self { queue, left_out: Arc::default() }, handed)
    }

    /// Counts what is left out, for who has no outlet any more.
    pub fn left_out(&self) -> Arc<AtomicU64> {
        Arc::clone(&self.left_out)
    }

    pub(crate) fn put(&self, exchange: Arc<Finished>) {
        if self.queue.try_send(Handed { exchange, answer: None }).is_err() {
            self.leave_out();
        }
    }

    /// Counts an exchange that does not go into it.
    pub(crate) fn leave_out(&self) {
        self.left_out.fetch_add(1, Ordering::Relaxed);
    }

    /// The same, with a way back for the verdict; nothing where the exchange was left out.
    pub(crate) fn ask(&self, exchange: Arc<Finished>) -> Option<oneshot::Receiver<Verdict>> {
        let (answer, verdict) = oneshot::channel();
        let is_put = self.queue.try_send(Handed { exchange, answer: Some(answer) }).is_ok();
        if !is_put {
            self.leave_out();
        }
        is_put.then_some(verdict)
    }
}
