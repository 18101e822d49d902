//! Judges exchanges as they come.

use std::collections::VecDeque;

use commands::Failure;
use commands::live::Checking;
use proxy::{Handed, Queue};
use report::FindingSink;

use super::watch::Watch;

/// Who judges exchanges as they come.
pub(super) struct Judge<'r> {
    pub(super) checking: Checking<'r>,
    pub(super) watch: Watch<'r>,
    /// What came before the release was known.
    pub(super) waiting: VecDeque<Handed>,
    pub(super) queue: Queue,
}

impl Judge<'_> {
    /// Judges all that comes, until nothing comes any more. Answers the ids of the operations that were called.
    pub(super) fn judge(mut self, sink: &mut dyn FindingSink) -> Result<Vec<String>, Failure> {
        while let Some(handed) = self.waiting.pop_front().or_else(|| self.queue.blocking_recv()) {
            self.watch.begin(handed.exchange.fault.as_deref());
            self.checking.check(handed.exchange.item(), &mut self.watch.before(sink));
            self.watch.count(sink.summary());
            if let Some(answer) = handed.answer {
                // Who asked may have gone away.
                let _ = answer.send(self.watch.verdict());
            }
            if sink.is_closed() {
                break;
            }
        }
        self.checking.end()
    }
}
