//! Whole captures at many releases, on several threads.

use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::sync::Arc;

use report::{Report, Tool};

use super::{Checkers, Failed};
use crate::capture::{CaptureError, Captures, Sieved, Worker};
use crate::check::{Checked, Effort, Ended, UnknownBody, add};
use crate::exchange::Item;
use crate::releases::bytes::says_nothing;
use crate::releases::lines;

/// Checkers of its own for one thread.
struct Apprentice<'c>(Checkers<'c>);

impl Worker for Apprentice<'_> {
    type Made = Result<Checked, UnknownBody>;

    fn make(&mut self, item: Item) -> Self::Made {
        if matches!(item, Item::Body(_)) {
            return Ok(Checked::Left(item));
        }
        let mut report = Report::new(Tool { name: String::new(), version: String::new() }, "", "");
        self.0.check(&item, &mut report)?;
        let told_once = self.0.each.values_mut().fold(false, |told, checker| checker.told_once() || told);
        Ok(if told_once { Checked::Left(item) } else { Checked::told(report) })
    }
}

impl<'c> Checkers<'c> {
    /// Checks captures on so many threads; findings and counts go to the report, as if each item had been given to
    /// [`Checkers::check`] in turn. `advance` is told of each item that is done. The releases that captures say are only
    /// heard where one is checked against.
    pub fn check_captures(
        &mut self,
        captures: &Captures,
        threads: NonZeroUsize,
        report: &mut Report,
        mut advance: impl FnMut(),
    ) -> Result<Ended, Failed> {
        if let Some(checker) = self.single() {
            return Ok(checker.check_captures(captures, threads, report, advance)?);
        }
        let mut apprentices: Vec<Apprentice<'c>> = (0..threads.get()).map(|_| Apprentice(self.another())).collect();
        let mut ended = Ok(Ended::Done(Vec::new()));
        captures.for_each_on(&mut apprentices, |checked| {
            match self.taken(checked, report) {
                Ok(None) => {
                    advance();
                    return ControlFlow::Continue(());
                }
                Ok(Some(source)) => ended = Ok(Ended::Untold(source)),
                Err(error) => ended = Err(error.into()),
            }
            ControlFlow::Break(())
        })?;
        self.seen.extend(apprentices.into_iter().flat_map(|apprentice| apprentice.0.seen));
        report.summary.operations = self.seen.len() as u64;
        ended
    }

    /// Takes what became of an item. Answers the source of a bare body of which nobody said what it is.
    fn taken(
        &mut self,
        checked: Result<Checked, UnknownBody>,
        report: &mut Report,
    ) -> Result<Option<Arc<str>>, UnknownBody> {
        match checked? {
            Checked::Told(summary, findings) => add(summary, findings, &mut self.excerpts, report),
            Checked::Left(Item::Body(body)) if self.options.body.is_none() => return Ok(Some(body.place.source)),
            Checked::Left(item) => self.check(&item, report)?,
        }
        Ok(None)
    }

    /// The same for captures that are NDJSON of bare bodies. `advance` is told how many lines are done.
    pub fn check_lines(
        &mut self,
        captures: &Captures,
        threads: NonZeroUsize,
        report: &mut Report,
        mut advance: impl FnMut(u64),
    ) -> Result<(), Failed> {
        if let Some(checker) = self.single() {
            return Ok(checker.check_lines(captures, threads, report, advance)?);
        }
        let known =
            self.only_body().filter(|_| self.options.effort == Effort::Fast).map(|body| (body.schema, self.open));
        let mut sieves = lines::sieves(
            self.contract,
            known,
            |standing, open| says_nothing(standing, open).then_some(()),
            threads.get(),
        );
        let mut unknown = None;
        let ended: Result<(), CaptureError> = captures.sift(&mut sieves, |sieved| {
            let lines = match sieved {
                Sieved::Known((), run) => {
                    self.pass(run.count, report);
                    run.count
                }
                Sieved::Left(item) => {
                    if let Err(error) = self.closely(item, report) {
                        unknown = Some(error);
                        return ControlFlow::Break(());
                    }
                    1
                }
            };
            advance(lines);
            ControlFlow::Continue(())
        });
        ended?;
        unknown.map_or(Ok(()), |error| Err(error.into()))
    }
}
