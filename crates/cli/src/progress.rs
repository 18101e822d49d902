//! A line on standard error that says how far long work is. Never written into a pipe.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

/// How far a check is; gone when it is dropped.
pub(crate) struct Progress(ProgressBar);

impl Progress {
    /// A line that counts exchanges; nothing where standard error is not a terminal.
    pub(crate) fn counting() -> Self {
        let bar = ProgressBar::new_spinner();
        if let Ok(style) = ProgressStyle::with_template("{spinner} {human_pos} exchanges checked, {elapsed}") {
            bar.set_style(style);
        }
        bar.enable_steady_tick(Duration::from_millis(200));
        Self(bar)
    }

    /// A line that is never shown.
    pub(crate) fn hidden() -> Self {
        Self(ProgressBar::hidden())
    }

    /// So many more are done.
    pub(crate) fn advance_by(&self, count: u64) {
        self.0.inc(count);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}
