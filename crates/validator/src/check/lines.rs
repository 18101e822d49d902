//! Bare bodies, a line each: checked on several threads, told as if one had checked them all.

use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::sync::Arc;

use contract::Projection;
use plan::{Plan, ScanOutcome, Scanner, SetPlan, SetScanner};
use report::{Batch, FindingSink};

use super::counting::Counting;
use super::thread_checker::MOST_WAITING;
use super::{Checker, Effort, Output, Visit};
use crate::capture::{BlockStart, CaptureError, Captures, LineFilter, LineOutcome, Merge, Run, line_end};
use crate::document::Document;
use crate::exchange::ItemLocation;

/// Passes over the lines that a plan says are right, and checks those that it is not sure of.
struct Lines<'c> {
    plan: Option<LinePlan>,
    /// Made by the thread that uses it, near to nothing of another thread.
    scanner: Option<LineScanner>,
    checker: Checker<'c>,
    /// Where the line that comes next is.
    place: ItemLocation,
    /// How much more may wait to be taken, in bytes.
    room: usize,
}

/// What lines are, compiled.
#[derive(Clone)]
enum LinePlan {
    One(Plan),
    Set(SetPlan),
}

enum LineScanner {
    One(Scanner),
    Set(SetScanner),
}

impl LinePlan {
    fn scanner(&self) -> LineScanner {
        match self {
            Self::One(plan) => LineScanner::One(plan.scanner()),
            Self::Set(plan) => LineScanner::Set(plan.scanner()),
        }
    }
}

impl LineScanner {
    fn tell(&mut self, text: &str, at: usize) -> (ScanOutcome, usize) {
        match self {
            Self::One(scanner) => scanner.tell_line(text, at),
            Self::Set(scanner) => scanner.tell_line(text, at),
        }
    }

    /// The scanner that knows the misfits of the last line.
    fn told(&self) -> &Scanner {
        match self {
            Self::One(scanner) => scanner,
            Self::Set(scanner) => scanner.told(),
        }
    }
}

/// What became of lines.
enum Line {
    /// All that is to be told of them is counted; so many notes are among it.
    Counted { notes: u64 },
    /// All that is to be told.
    Found(Box<Batch>),
}

impl Merge for Line {
    fn merge(&mut self, next: &mut Self) -> bool {
        match (self, next) {
            (Self::Counted { notes }, Self::Counted { notes: more }) => *notes += *more,
            (Self::Found(batch), Self::Found(more)) => batch.merge(more),
            (Self::Found(batch), Self::Counted { notes }) => batch.summary().notes += *notes,
            (Self::Counted { .. }, Self::Found(_)) => return false,
        }
        true
    }
}

impl LineFilter for Lines<'_> {
    type Filtered = Line;

    fn begin(&mut self, block: BlockStart<'_>) {
        self.room = MOST_WAITING;
        self.place = ItemLocation { source: Arc::clone(block.source), entry: 0, line: Some(block.lines) };
        self.checker.counting.begin_block();
    }

    fn line(&mut self, text: &str, at: usize) -> (Option<Line>, usize) {
        let Self { plan, scanner, place, .. } = self;
        place.line = place.line.map(|line| line + 1);
        if scanner.is_none() {
            *scanner = plan.as_ref().map(LinePlan::scanner);
        }
        let Some(scanner) = scanner else {
            let end = line_end(text, at);
            return (self.exhaustively(text, at, end, ScanOutcome::Unsure), end);
        };
        let (told, end) = scanner.tell(text, at);
        let notes = match told {
            ScanOutcome::Right => Some(0),
            ScanOutcome::Misfits => self.checker.counting.count(0, scanner.told().misfits()),
            ScanOutcome::Unsure => None,
        };
        (notes.map(|notes| Line::Counted { notes }).or_else(|| self.exhaustively(text, at, end, told)), end)
    }
}

impl Lines<'_> {
    /// What is to be told of a line that is not only counted; nothing if it is for whoever takes the block: it is not
    /// JSON, something is told once in a run, or there is no room.
    fn exhaustively(&mut self, text: &str, at: usize, end: usize, told: ScanOutcome) -> Option<Line> {
        if self.room == 0 {
            return None;
        }
        let line = text.get(at..end).unwrap_or_default();
        let document = Document::parse(line.as_bytes()).ok()?;
        let mut batch = Batch::default();
        let checker = &mut self.checker;
        checker.begin_item();
        checker.bare_document(&Visit::of_body(&self.place, line), &document, &mut Output::Findings(&mut batch));
        if checker.told_once() {
            return None;
        }
        checker.counting.end_item();
        checker.counting.had(&checker.traces);
        if let (ScanOutcome::Misfits, Some(scanner)) = (told, &self.scanner) {
            checker.counting.learn(0, scanner.told(), (text, at), &checker.traces);
        }
        self.room = self.room.saturating_sub(batch.size());
        Some(Line::Found(Box::new(batch)))
    }
}

impl<'c> Checker<'c> {
    /// Checks captures that are NDJSON of bare bodies, on so many threads; findings and counts go to the sink, as if
    /// each line had been given to [`Checker::check`] in turn. `advance` is told how many lines are done.
    pub fn check_lines(
        &mut self,
        captures: &Captures,
        threads: NonZeroUsize,
        sink: &mut dyn FindingSink,
        mut advance: impl FnMut(u64),
    ) -> Result<(), CaptureError> {
        if self.bodies.life().is_empty() || self.options.effort == Effort::Complete {
            return captures.for_each(|item| {
                self.check(&item, sink);
                advance(1);
                flow(sink)
            });
        }
        self.counting = Counting::of(sink);
        let plan = self.line_plan();
        let filter = || self.filter(plan.as_ref());
        let mut filters: Vec<Lines<'c>> = (0..threads.get()).map(|_| filter()).collect();
        captures.scan_lines(&mut filters, |outcome| {
            match outcome {
                LineOutcome::Filtered(line, run) => {
                    advance(run.count);
                    self.take(line, &run, sink);
                }
                LineOutcome::Left(item) => {
                    self.check(item, sink);
                    self.counting.end_item();
                    advance(1);
                }
            }
            flow(sink)
        })?;
        self.counting.report(sink);
        for lines in &mut filters {
            lines.checker.counting.report(sink);
        }
        Ok(())
    }

    /// The plan of lines, where they are one thing at all releases.
    fn line_plan(&self) -> Option<LinePlan> {
        let (at, body) = self.bodies.only()?;
        Some(match at.first().filter(|_| at.len() == 1) {
            Some(release) => LinePlan::One(Plan::compile(Projection { contract: self.contract, release }, body.schema)),
            None => LinePlan::Set(SetPlan::compile(self.contract, body.schema, at)),
        })
    }

    fn filter(&self, plan: Option<&LinePlan>) -> Lines<'c> {
        let place = ItemLocation { source: "".into(), entry: 0, line: None };
        Lines { plan: plan.cloned(), scanner: None, checker: self.another(), place, room: MOST_WAITING }
    }

    /// Takes what became of some lines.
    fn take(&mut self, line: Line, run: &Run<'_>, sink: &mut dyn FindingSink) {
        sink.summary().exchanges += run.count;
        match line {
            Line::Counted { notes } => sink.summary().notes += notes,
            Line::Found(batch) => self.take_batch(*batch, sink),
        }
        self.see_bodies();
        sink.summary().operations = self.seen.len() as u64;
    }
}

/// Whether to go on.
pub(super) fn flow(sink: &dyn FindingSink) -> ControlFlow<()> {
    if sink.is_closed() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
}
