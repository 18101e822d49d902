//! Checks of exchanges on several threads, told as if one had made them all.

use std::collections::HashMap;
use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::sync::Arc;

use report::{Finding, Report, Severity, Summary, Tool};

use super::counting::Counting;
use super::{Checker, Excerpt, excerpt_for};
use crate::capture::{CaptureError, Captures, SaidVersion, VersionHint, VersionHints, Worker};
use crate::exchange::Item;

/// How a check of captures ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ended {
    /// Everything was checked. These are the releases that the captures say, as [`server_versions`](crate::server_version::server_versions) has them.
    Done(Vec<SaidVersion>),
    /// This source is a bare body, and nobody said what it is.
    Untold(Arc<str>),
}

/// A checker of its own for one thread.
struct Apprentice<'c>(Checker<'c>);

/// An item that was looked at.
struct Looked {
    heard: VersionHint,
    checked: Checked,
}

/// What became of an item.
pub(crate) enum Checked {
    /// All that is to be told of it.
    Told(Summary, Vec<Finding>),
    /// Not for an apprentice: something is told once in a run, or it is not an exchange.
    Left(Item),
}

impl Checked {
    /// What a report of one item holds.
    pub(crate) fn told(report: Report) -> Self {
        Self::Told(report.summary, report.into_findings())
    }
}

impl Worker for Apprentice<'_> {
    type Made = Looked;

    fn make(&mut self, item: Item) -> Looked {
        Looked { heard: VersionHint::of(&item), checked: self.checked(item) }
    }
}

impl Apprentice<'_> {
    fn checked(&mut self, item: Item) -> Checked {
        if matches!(item, Item::Body(_)) {
            return Checked::Left(item);
        }
        self.0.counting.refresh();
        let mut report = Report::new(Tool { name: String::new(), version: String::new() }, "", "");
        self.0.check(&item, &mut report);
        if self.0.told_once() { Checked::Left(item) } else { Checked::told(report) }
    }
}

impl<'c> Checker<'c> {
    /// Checks captures on so many threads; findings and counts go to the report, as if each item had been given to
    /// [`Checker::check`] in turn. `advance` is told of each item that is done.
    pub fn check_captures(
        &mut self,
        captures: &Captures,
        threads: NonZeroUsize,
        report: &mut Report,
        mut advance: impl FnMut(),
    ) -> Result<Ended, CaptureError> {
        self.counting = Counting::of(report);
        let mut apprentices: Vec<Apprentice<'c>> = (0..threads.get()).map(|_| Apprentice(self.another())).collect();
        let (mut untold, mut versions) = (None, VersionHints::default());
        captures.for_each_on(&mut apprentices, |looked| {
            versions.add(looked.heard);
            match looked.checked {
                Checked::Told(summary, findings) => add(summary, findings, &mut self.excerpts, report),
                Checked::Left(Item::Body(body)) if self.bodies.life().is_empty() => {
                    untold = Some(body.place.source);
                    return ControlFlow::Break(());
                }
                Checked::Left(item) => self.check(&item, report),
            }
            advance();
            ControlFlow::Continue(())
        })?;
        self.counting.report(report);
        for mut apprentice in apprentices {
            apprentice.0.counting.report(report);
            self.seen.extend(apprentice.0.seen);
        }
        report.summary.operations = self.seen.len() as u64;
        Ok(untold.map_or_else(|| Ended::Done(versions.said()), Ended::Untold))
    }
}

/// Adds what was told of one item. How many excerpts there were before it, only the whole run knows.
pub(crate) fn add(
    summary: Summary,
    findings: Vec<Finding>,
    excerpts: &mut HashMap<&'static str, usize>,
    report: &mut Report,
) {
    let Summary { exchanges, unmatched, not_modelled, unchecked_bodies, mut notes, .. } = summary;
    for mut finding in findings {
        if excerpt_for(excerpts, finding.rule.id()) == Excerpt::Omitted {
            finding.excerpt = None;
        }
        if finding.severity == Severity::Note {
            notes = notes.saturating_sub(finding.count);
        }
        report.push(finding);
    }
    report.summary.exchanges += exchanges;
    report.summary.unmatched += unmatched;
    report.summary.not_modelled += not_modelled;
    report.summary.unchecked_bodies += unchecked_bodies;
    report.summary.notes += notes;
}
