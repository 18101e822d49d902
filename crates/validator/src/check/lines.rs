//! Bare bodies, a line each: checked on several threads, told as if one had checked them all.

use std::num::NonZeroUsize;
use std::ops::ControlFlow;

use plan::{Plan, Scanner, Verdict};
use report::{Finding, Report, Summary, Tool};

use super::{Checker, Effort, Notes, add};
use crate::capture::{CaptureError, Captures, LineFilter, LineOutcome, Merge, Run};
use crate::document::Document;
use crate::exchange::ItemLocation;

/// How many findings a block may hold. Whoever takes the blocks checks what is left of it, so that memory does not grow
/// with what is wrong in it: lines may be as short as two bytes.
const MOST_FINDINGS: usize = 512;

/// Passes over the lines that a plan says are right, and checks those that it is not sure of.
struct Lines<'c> {
    plan: Plan,
    /// Made by the thread that uses it, near to nothing of another thread.
    scanner: Option<Scanner>,
    checker: Checker<'c>,
    /// Stands for the place of a line, which is known when the block is taken.
    nowhere: ItemLocation,
    /// How many more findings this block may hold.
    room: usize,
}

/// What became of lines.
enum Line {
    /// They have so many members that the contract calls deprecated, and nothing else is to be told of them.
    Right { deprecated: u64 },
    /// All that is to be told of one.
    Told(Box<(Summary, Vec<Finding>)>),
}

impl Merge for Line {
    fn merge(&mut self, next: &Self) -> bool {
        let (Self::Right { deprecated }, Self::Right { deprecated: more }) = (self, next) else { return false };
        *deprecated += more;
        true
    }
}

impl LineFilter for Lines<'_> {
    type Filtered = Line;

    fn begin(&mut self, _: usize, _: usize) {
        self.room = MOST_FINDINGS;
    }

    fn line(&mut self, text: &str, at: usize) -> (Option<Line>, usize) {
        let Self { plan, scanner, .. } = self;
        let line = scanner.get_or_insert_with(|| plan.scanner()).check_line(text, at);
        let deprecated = match line.verdict {
            Verdict::Right => Some(0),
            Verdict::Deprecated(members) if self.checker.options.notes == Notes::Counted => Some(members.get().into()),
            _ => None,
        };
        let known = match deprecated {
            Some(deprecated) => Some(Line::Right { deprecated }),
            None => self.told(text.get(at..line.end).unwrap_or_default()),
        };
        (known, line.end)
    }
}

impl Lines<'_> {
    /// What is to be told of a line that the plan is not sure of; nothing if it is for whoever takes the block: it is no
    /// JSON, something is told once in a run, or there is no room.
    fn told(&mut self, line: &str) -> Option<Line> {
        if self.room == 0 {
            return None;
        }
        let document = Document::parse(line.as_bytes()).ok()?;
        let mut report = Report::new(Tool { name: String::new(), version: String::new() }, "", "");
        report.summary.exchanges = 1;
        self.checker.bare_document(&self.nowhere, &document, &mut report);
        if self.checker.told_once() {
            return None;
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
        if self.body.is_none() || self.options.effort == Effort::Complete {
            return captures.for_each(|item| {
                self.check(&item, report);
                advance(1);
                ControlFlow::Continue(())
            });
        }
        let plan = self.body_plan();
        let filter = || self.filter(&plan);
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
        })
    }

    fn filter(&self, plan: &Plan) -> Lines<'c> {
        let nowhere = ItemLocation { source: "".into(), entry: 0, line: None };
        Lines { plan: plan.clone(), scanner: None, checker: self.another(), nowhere, room: MOST_FINDINGS }
    }

    /// Takes what became of some lines.
    fn take(&mut self, line: Line, run: &Run<'_>, report: &mut Report) {
        match line {
            Line::Right { deprecated } => {
                report.summary.exchanges += run.count;
                report.summary.notes += deprecated;
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
        let operation = self.bare_operation();
        self.seen.extend(operation.map(|operation| operation.id.as_str()));
        report.summary.operations = self.seen.len() as u64;
    }
}
