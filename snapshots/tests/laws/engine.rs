//! The one place in which laws ask the validator. When its engine changes, nothing but this file does.

use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::ops::ControlFlow;

use contract::{Contract, Release, ReleaseSet};
use report::{Finding, Part, Report, Severity, Summary, Tool};
use validator::capture::{self, Captures, Hint};
use validator::check::{BodyOf, Checker, Options};

pub(crate) use validator::check::{Effort, Notes};

/// What the engine is known to do otherwise than the laws say. What is not in [`KNOWN`] fails a law.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// Where several alternatives take values of a type, a finding in one of them is told of the component of any, as of
    /// `MirrorParameters` where `width` of `CropParameters` is too large: the one that has the member is the right one.
    AnyAlternative,
    /// A secret is masked wherever else it stands, also where a member has its name: what is wrong with `licenseKey` in
    /// `{"activationKey": "licenseKey", "licenseKey": 7}` is told of `/***`, which is not a place.
    MaskedName,
    /// At a set, a request that servers take although its path has other capitals is checked at the newest release only:
    /// `DELETE /api/STACKS/…/ASSETS/…` at 1.133.0 and 2.0.0 loses `operation-not-yet-added` of 1.133.0.
    LooseRoutes,
}

/// The faults of today's engine. It is to be empty.
const KNOWN: &[Fault] = &[Fault::MaskedName];

/// Whether a law may pass over a fault.
pub(crate) fn is_known(fault: Fault) -> bool {
    KNOWN.contains(&fault)
}

/// A capture in memory.
#[derive(Clone, Debug)]
pub(crate) enum Capture {
    /// NDJSON of exchanges, or a HAR.
    Exchanges(String),
    /// NDJSON of bare bodies.
    Lines(String),
}

/// What is asked.
#[derive(Clone)]
pub(crate) struct Question {
    pub(crate) contract: &'static Contract,
    pub(crate) releases: ReleaseSet,
    /// The component that bare bodies are.
    pub(crate) component: Option<&'static str>,
    pub(crate) notes: Notes,
    pub(crate) effort: Effort,
}

/// What is answered.
#[derive(Debug)]
pub(crate) struct ScanOutcome {
    pub(crate) findings: Vec<Finding>,
    pub(crate) summary: Summary,
}

/// What makes two findings one: where it is, by which rule, of what, and how bad.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Key {
    /// The position of the item in its source.
    pub(crate) item: u64,
    pub(crate) part: Part,
    pub(crate) pointer: String,
    pub(crate) rule: &'static str,
    pub(crate) severity: Severity,
    pub(crate) operation: Option<String>,
    pub(crate) schema: Option<String>,
}

/// A validator that has what it compiled from one question to the next.
pub(crate) struct Engine(Box<Checker<'static>>);

impl Question {
    /// About a capture of exchanges, with all notes.
    pub(crate) fn of(contract: &'static Contract, releases: ReleaseSet) -> Self {
        Self { contract, releases, component: None, notes: Notes::Reported, effort: Effort::Fast }
    }

    fn options(&self) -> Options {
        let body = self.component.map(|name| BodyOf::Component(name.to_owned()));
        Options { body, notes: self.notes, effort: self.effort, ..Options::default() }
    }

    /// A validator at one release, the newest of those that were asked about.
    pub(crate) fn at_one(&self) -> Engine {
        let release = self.releases.last().unwrap_or(Release::latest());
        Engine(Box::new(Checker::new(self.contract, ReleaseSet::only(release), self.options()).unwrap()))
    }

    /// A validator at all of the releases.
    pub(crate) fn at_all(&self) -> Engine {
        Engine(Box::new(Checker::new(self.contract, self.releases, self.options()).unwrap()))
    }
}

impl Capture {
    fn open(&self) -> Captures {
        let (text, hint) = match self {
            Self::Exchanges(text) => (text, Hint::Detect),
            Self::Lines(text) => (text, Hint::Lines),
        };
        let options = capture::Options { hint, ..capture::Options::default() };
        Captures::from_bytes("made", text.clone().into_bytes(), options)
    }
}

fn report() -> Report {
    Report::new(Tool { name: String::new(), version: String::new() }, "", "")
}

impl From<Report> for ScanOutcome {
    fn from(report: Report) -> Self {
        Self { summary: report.summary, findings: report.into_findings() }
    }
}

impl Engine {
    /// What is told of the items of a capture, one after another.
    pub(crate) fn tell(&mut self, capture: &Capture) -> ScanOutcome {
        let mut report = report();
        let read = capture.open().for_each(|item| {
            self.0.check(&item, &mut report);
            ControlFlow::Continue(())
        });
        read.unwrap();
        ScanOutcome::from(report)
    }

    /// What so many threads tell of a capture.
    pub(crate) fn tell_on(&mut self, threads: usize, capture: &Capture) -> ScanOutcome {
        let mut report = report();
        self.report_on(threads, capture, &mut report);
        ScanOutcome::from(report)
    }

    /// What people read of a capture that so many threads looked at: of each kind of findings the first.
    pub(crate) fn show_on(&mut self, threads: usize, capture: &Capture) -> String {
        let (mut report, mut shown) = (report(), Vec::new());
        report.fold();
        self.report_on(threads, capture, &mut report);
        let human = report::format_named("human").unwrap();
        (human.render)(&report, &report::Options::default(), &mut shown).unwrap();
        String::from_utf8(shown).unwrap()
    }

    fn report_on(&mut self, threads: usize, capture: &Capture, report: &mut Report) {
        let (captures, threads) = (capture.open(), NonZeroUsize::new(threads).unwrap());
        match capture {
            Capture::Lines(_) => self.0.check_lines(&captures, threads, report, |_| ()).unwrap(),
            Capture::Exchanges(_) => {
                self.0.check_captures(&captures, threads, report, || ()).unwrap();
            }
        }
    }
}

/// The newest id of the operation that has this one at some release: a finding at a set has the newest of its releases.
fn newest_id(id: &str) -> String {
    let renamed = crate::run::BUILTIN.operations_named(id).find(|operation| operation.id() != id);
    renamed.map_or(id, |operation| operation.id()).to_owned()
}

/// What identifies a finding.
pub(crate) fn key(finding: &Finding) -> Key {
    let named = |name: &Option<std::sync::Arc<str>>| name.as_deref().map(str::to_owned);
    let place = &finding.location;
    Key {
        item: place.line.or(place.entry.and_then(|entry| u64::try_from(entry).ok())).unwrap_or_default(),
        part: place.part,
        pointer: place.pointer.clone(),
        rule: finding.rule.id(),
        severity: finding.severity,
        operation: finding.operation.as_deref().map(newest_id),
        schema: named(&finding.schema),
    }
}

/// What identifies each finding, sorted.
pub(crate) fn keys(told: &ScanOutcome) -> Vec<Key> {
    let mut keys: Vec<Key> = told.findings.iter().map(key).collect();
    keys.sort();
    keys
}

/// Whether a fault of masking hides where something was found.
pub(crate) fn is_hidden(told: &ScanOutcome) -> bool {
    is_known(Fault::MaskedName) && told.findings.iter().any(|finding| finding.location.pointer.contains("***"))
}

/// The findings of an answer at a set, release by release, sorted.
pub(crate) fn by_release(open: ReleaseSet, told: &ScanOutcome) -> BTreeMap<Release, Vec<Key>> {
    let mut found: BTreeMap<Release, Vec<Key>> = open.iter().map(|release| (release, Vec::new())).collect();
    for finding in &told.findings {
        for release in releases(finding).iter() {
            found.entry(release).or_default().push(key(finding));
        }
    }
    for keys in found.values_mut() {
        keys.sort();
    }
    found
}

/// The releases that a finding at a set names.
fn releases(finding: &Finding) -> ReleaseSet {
    let named = finding.releases.as_ref().unwrap_or_else(|| panic!("{finding:?} names no releases"));
    ReleaseSet::of_named_runs(named.runs()).unwrap()
}
