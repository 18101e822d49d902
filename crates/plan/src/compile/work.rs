//! How much work a plan may be.

/// The most steps: nodes that are looked at, for each place that asks about them. Plans of real schemas take some thousands.
const MOST: usize = 1 << 20;

/// What is left to others when there is too much of it.
pub(super) const TOO_MUCH: &str = "places that take too much work";

/// The steps that were done.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Work {
    done: usize,
}

impl Work {
    pub(crate) const fn new() -> Self {
        Self { done: 0 }
    }

    /// Does so many steps, if they may be done.
    pub(crate) fn does(&mut self, steps: usize) -> bool {
        let done = self.done.saturating_add(steps);
        let may = done <= MOST;
        if may {
            self.done = done;
        }
        may
    }

    pub(crate) const fn done(self) -> usize {
        self.done
    }
}
