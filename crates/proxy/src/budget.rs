//! How many bytes all copies of bodies may have together.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// What is left for copies.
#[derive(Clone, Debug)]
pub(crate) struct Budget(Arc<AtomicUsize>);

impl Budget {
    pub(crate) fn new(bytes: usize) -> Self {
        Self(Arc::new(AtomicUsize::new(bytes)))
    }

    /// A part of it, empty at first.
    pub(crate) fn part(&self) -> Held {
        Held { budget: self.clone(), bytes: 0 }
    }
}

/// A part of a budget, given back when it is dropped.
#[derive(Debug)]
pub(crate) struct Held {
    budget: Budget,
    bytes: usize,
}

impl Held {
    /// Takes so many bytes more; false where they are not left.
    pub(crate) fn grow(&mut self, bytes: usize) -> bool {
        let take = |left: usize| left.checked_sub(bytes);
        let is_taken = self.budget.0.fetch_update(Ordering::AcqRel, Ordering::Acquire, take).is_ok();
        self.bytes += if is_taken { bytes } else { 0 };
        is_taken
    }

    /// Takes so many bytes in all; false where they are not left.
    pub(crate) fn resize(&mut self, bytes: usize) -> bool {
        if let Some(less) = self.bytes.checked_sub(bytes) {
            self.budget.0.fetch_add(less, Ordering::AcqRel);
            self.bytes = bytes;
            return true;
        }
        self.grow(bytes - self.bytes)
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        self.budget.0.fetch_add(self.bytes, Ordering::AcqRel);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_dropped_is_given_back() {
        let budget = Budget::new(10);
        let (mut one, mut other) = (budget.part(), budget.part());
        assert!(one.grow(4) && one.grow(4) && !other.grow(3) && other.grow(2));
        drop(one);
        assert!(other.grow(8) && !other.grow(1));
        assert!(other.resize(3) && other.resize(10) && !other.resize(11));
    }
}
