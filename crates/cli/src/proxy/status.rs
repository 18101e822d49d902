//! A line on standard error that says what goes on, and what is new above it.

use std::fmt::Write as _;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use indicatif::{HumanBytes, HumanCount, ProgressBar, ProgressState, ProgressStyle};
use proxy::Counters;
use report::shown;

use crate::stderr::say;

/// What goes on.
pub(super) struct Status {
    bar: ProgressBar,
    counters: Arc<Counters>,
    counts: Arc<Counts>,
    is_quiet: bool,
}

/// What the judge counts.
#[derive(Default)]
struct Counts {
    operations: AtomicU64,
    findings: AtomicU64,
    times: AtomicU64,
}

impl Status {
    /// A line that counts; none where standard error is not a terminal, or where nothing is to be said.
    pub(super) fn new(counters: Arc<Counters>, is_quiet: bool) -> Arc<Self> {
        let counts = Arc::<Counts>::default();
        let bar = if is_quiet { ProgressBar::hidden() } else { ProgressBar::new_spinner() };
        let (told, of) = (Arc::clone(&counters), Arc::clone(&counts));
        let tell = move |_: &ProgressState, out: &mut dyn std::fmt::Write| {
            let _ = out.write_str(&summary(&told, &of));
        };
        if let Ok(style) = ProgressStyle::with_template("{spinner} {told}") {
            bar.set_style(style.with_key("told", tell));
        }
        bar.enable_steady_tick(Duration::from_millis(200));
        Arc::new(Self { bar, counters, counts, is_quiet })
    }

    /// Shows a line above it.
    pub(super) fn line(&self, line: &str) {
        match (self.is_quiet, self.bar.is_hidden()) {
            (true, _) => {}
            (false, true) => say(line),
            (false, false) => self.bar.println(shown(line)),
        }
    }

    /// Takes what was counted so far: operations, different findings, and how often there was one.
    pub(super) fn count(&self, operations: u64, findings: u64, times: u64) {
        self.counts.operations.store(operations, Ordering::Relaxed);
        self.counts.findings.store(findings, Ordering::Relaxed);
        self.counts.times.store(times, Ordering::Relaxed);
    }

    /// Takes the line away.
    pub(super) fn end(&self) {
        self.bar.finish_and_clear();
    }

    /// Says what was not checked, and what was not written down: it came too fast.
    pub(super) fn tell_left_out(&self, [unchecked, unrecorded]: &[Arc<AtomicU64>; 2]) {
        self.end();
        let bodies = self.counters.seen().crowded;
        for (count, what) in [
            (
                unchecked.load(Ordering::Relaxed),
                "exchanges were left unchecked: they came faster than they are checked",
            ),
            (
                unrecorded.load(Ordering::Relaxed),
                "exchanges are not in the record: they came faster than they are written",
            ),
            (bodies, "bodies were left unchecked: too many were under way at once; --max-size gives them more room"),
        ] {
            if count > 0 {
                say(&format!("warning: {count} {what}"));
            }
        }
    }
}

fn summary(counters: &Counters, counts: &Counts) -> String {
    let seen = counters.seen();
    let read = |count: &AtomicU64| HumanCount(count.load(Ordering::Relaxed));
    let mut line = format!(
        "{} calls, {} operations, {} findings ({} times), {} up, {} down",
        HumanCount(seen.calls),
        read(&counts.operations),
        read(&counts.findings),
        read(&counts.times),
        HumanBytes(seen.up),
        HumanBytes(seen.down)
    );
    if seen.open > 0 {
        let _ = write!(line, ", {} open", HumanCount(seen.open));
    }
    line
}
