//! Bare bodies, a line each: checked on several threads, told as if one had checked them all.

use std::num::NonZeroUsize;
use std::ops::ControlFlow;

use contract::Projection;
use plan::{Plan, Scanner, SetPlan, SetScanner, Told};
use report::{Finding, Report, Summary, Tool};

use super::counting::Counting;
use super::{Checker, Effort, Output, add};
use crate::capture::{CaptureError, Captures, LineFilter, LineOutcome, Merge, Run, line_end};
use crate::document::Document;
use crate::exchange::ItemLocation;

/// How many findings a block may hold. Whoever takes the blocks checks what is left of it, so that memory does not grow
/// with what is wrong in it: lines may be as short as two bytes.
const MOST_FINDINGS: usize = 512;

/// Passes over the lines that a plan says are right, and checks those that it is not sure of.
struct Lines<'c> {
    plan: Option<LinePlan>,
    /// Made by the thread that uses it, near to nothing of another thread.
    scanner: Option<LineScanner>,
    checker: Checker<'c>,
    /// Stands for the place of a line, which is known when the block is taken.
    nowhere: ItemLocation,
    /// How many more findings this block may hold.
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
    fn tell(&mut self, text: &str, at: usize) -> (Told, usize) {
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
    /// All that is to be told of one.
    Told(Box<(Summary, Vec<Finding>)>),
}

impl Merge for Line {
    fn merge(&mut self, next: &Self) -> bool {
        let (Self::Counted { notes }, Self::Counted { notes: more }) = (self, next) else { return false };
        *notes += more;
        true
    }
}

impl LineFilter for Lines<'_> {
    type Filtered = Line;

    fn begin(&mut self, _: usize, _: usize) {
        self.room = MOST_FINDINGS;
        self.checker.counting.begin_block();
    }

    fn line(&mut self, text: &str, at: usize) -> (Option<Line>, usize) {
        let Self { plan, scanner, .. } = self;
        if scanner.is_none() {
            *scanner = plan.as_ref().map(LinePlan::scanner);
        }
        let Some(scanner) = scanner else {
            let end = line_end(text, at);
            return (self.closely(text, at, end, Told::Unsure), end);
        };
        let (told, end) = scanner.tell(text, at);
        let notes = match told {
            Told::Right => Some(0),
            Told::Misfits => self.checker.counting.count(0, scanner.told().misfits()),
            Told::Unsure => None,
        };
        (notes.map(|notes| Line::Counted { notes }).or_else(|| self.closely(text, at, end, told)), end)
    }
}

impl Lines<'_> {
    /// What is to be told of a line that is not only counted; nothing if it is for whoever takes the block: it is not
    /// JSON, something is told once in a run, or there is no room.
    fn closely(&mut self, text: &str, at: usize, end: usize, told: Told) -> Option<Line> {
        if self.room == 0 {
            return None;
        }
        let document = Document::parse(text.get(at..end).unwrap_or_default().as_bytes()).ok()?;
        let mut report = Report::new(Tool { name: String::new(), version: String::new() }, "", "");
        report.summary.exchanges = 1;
        let checker = &mut self.checker;
        checker.traces.clear();
        checker.bare_document(&self.nowhere, &document, &mut Output::Report(&mut report));
        if checker.told_once() {
            return None;
        }
        checker.counting.had(&checker.traces);
        if let (Told::Misfits, Some(scanner)) = (told, &self.scanner) {
            checker.counting.learn(0, scanner.told(), (text, at), &checker.traces);
        }
        let summary = report.summary;
        let findings = report.into_findings();
        self.room = self.room.saturating_sub(findings.len());
        Some(Line::Told(Box::new((summary, findings))))
    }
}

impl<'c> Checker<'c> {
    /// Checks captures that are NDJSON of bare bodies, on so many threads; findings and counts go to the report, as if
    /// each line had been given to [`Checker::check`] in turn. `advance` is told how many lines are done.
    pub fn check_lines(
        &mut self,
        captures: &Captures,
        threads: NonZeroUsize,
        report: &mut Report,
        mut advance: impl FnMut(u64),
    ) -> Result<(), CaptureError> {
        if self.bodies.life().is_empty() || self.options.effort == Effort::Complete {
            return captures.for_each(|item| {
                self.check(&item, report);
                advance(1);
                ControlFlow::Continue(())
            });
        }
        self.counting = Counting::of(report);
        let plan = self.line_plan();
        let filter = || self.filter(plan.as_ref());
        let mut filters: Vec<Lines<'c>> = (0..threads.get()).map(|_| filter()).collect();
        captures.scan_lines(&mut filters, |outcome| {
            match outcome {
                LineOutcome::Filtered(line, run) => {
                    advance(run.count);
                    self.take(line, &run, report);
                }
                LineOutcome::Left(item) => {
                    self.check(item, report);
                    advance(1);
                }
            }
            ControlFlow::Continue(())
        })?;
        self.counting.report(report);
        for lines in &mut filters {
            lines.checker.counting.report(report);
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
        let nowhere = ItemLocation { source: "".into(), entry: 0, line: None };
        Lines { plan: plan.cloned(), scanner: None, checker: self.another(), nowhere, room: MOST_FINDINGS }
    }

    /// Takes what became of some lines.
    fn take(&mut self, line: Line, run: &Run<'_>, report: &mut Report) {
        match line {
            Line::Counted { notes } => {
                report.summary.exchanges += run.count;
                report.summary.notes += notes;
            }
            Line::Told(told) => {
                let (summary, mut findings) = *told;
                for finding in &mut findings {
                    finding.location.source = run.place.source.clone();
                    finding.location.line = run.place.line;
                }
                add(summary, findings, &mut self.excerpts, report);
            }
        }
        self.see_bodies();
        report.summary.operations = self.seen.len() as u64;
    }
}
