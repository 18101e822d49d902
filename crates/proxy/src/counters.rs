//! What is counted while the proxy runs.

use std::sync::atomic::{AtomicU64, Ordering};

/// What is counted while the proxy runs.
#[derive(Debug, Default)]
pub struct Counters {
    pub(crate) calls: AtomicU64,
    pub(crate) open: AtomicU64,
    pub(crate) up: AtomicU64,
    pub(crate) down: AtomicU64,
    pub(crate) crowded: AtomicU64,
}

/// What was counted so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// Requests that came.
    pub calls: u64,
    /// Those of them that are not answered to the end.
    pub open: u64,
    /// Bytes of bodies from clients, and of what went up a connection that was upgraded.
    pub up: u64,
    /// The same from upstream.
    pub down: u64,
    /// Bodies that were not kept because others held all the memory that there is for them.
    pub crowded: u64,
}

impl Counters {
    /// What was counted so far.
    pub fn seen(&self) -> Seen {
        let read = |counter: &AtomicU64| counter.load(Ordering::Relaxed);
        let (calls, open) = (read(&self.calls), read(&self.open));
        Seen { calls, open, up: read(&self.up), down: read(&self.down), crowded: read(&self.crowded) }
    }
}

pub(crate) fn add(counter: &AtomicU64, count: u64) {
    counter.fetch_add(count, Ordering::Relaxed);
}
