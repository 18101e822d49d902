//! `check`: captures against the contract of one release, or of several.

use std::num::NonZeroUsize;

use contract::{Contract, ReleaseSet};
use report::{FindingSink, Report};
use validator::capture::{Captures, Hint};
use validator::check::{Checker, Ended, Options};
use validator::server_version::SaidVersion;

use crate::exchanges::{nothing_reached, untold_body};
use crate::failure::Failure;
use crate::{releases, tool};

/// What is checked, and how.
pub struct Check<'r> {
    /// What it is held against.
    pub contract: &'r Contract,
    /// What the report calls the contract.
    pub name: &'r str,
    /// What is read; with [`Hint::Lines`] each line is a bare body.
    pub captures: &'r Captures,
    /// How.
    pub options: Options,
    /// How many threads read.
    pub threads: NonZeroUsize,
}

/// What came of a check, with the releases that the captures say, as far as that was heard.
pub type Checked<T> = Result<(T, Vec<SaidVersion>), Failure>;

/// Whether the captures are to tell the release. Where a contract has none, none is asked for.
pub fn is_told(server_version: &str, contract: &Contract) -> bool {
    server_version == "auto" && contract.has_releases
}

impl Check<'_> {
    /// The whole report, at a version, at several (`1.120..2.7`, `all`), or at the one that the captures tell (`auto`).
    /// The releases that were asked for come with it. Where it is folded, only the first findings of a kind are kept, and all are counted.
    pub fn report(
        &self,
        server_version: &str,
        folding: Folding,
        advance: &dyn Fn(u64),
    ) -> Result<(ReleaseSet, Report), Failure> {
        let against = |open| {
            let mut checker = self.checker(open)?;
            let mut report = self.blank(checker.releases());
            if folding == Folding::Folded {
                report.fold();
            }
            let said = self.run(&mut checker, &mut report, advance)?;
            report.exercised = checker.exercised();
            Ok(((open, report), said))
        };
        if is_told(server_version, self.contract) {
            return self.as_told(against);
        }
        let open = releases::set_of(server_version, self.contract)?;
        against(open).map(|(made, _)| made)
    }

    /// Checks against the release that the captures tell. The first that is told is nearly always the one; what was checked
    /// against it counts only if nothing else is told further on. Errors are those of who looks for the release first.
    pub fn as_told<T>(&self, against: impl Fn(ReleaseSet) -> Checked<T>) -> Result<T, Failure> {
        let at = |release| against(ReleaseSet::only(release));
        let first = releases::first_told(self.captures, self.contract);
        let Some((first, (made, said))) = first.and_then(|first| Some((first, at(first).ok()?))) else {
            let told = releases::told(self.captures, self.contract, self.threads)?;
            return at(told).map(|(made, _)| made);
        };
        let told = releases::the_one(&said, self.contract, "--server-version")?;
        if told == first { Ok(made) } else { at(told).map(|(made, _)| made) }
    }

    /// A report without findings.
    pub fn blank(&self, open: ReleaseSet) -> Report {
        blank(self.contract, self.name, open)
    }

    /// What checks at these releases. Fails if none of them has what bare bodies are said to be.
    pub fn checker(&self, open: ReleaseSet) -> Result<Checker<'_>, Failure> {
        Checker::new(self.contract, open, self.options.clone()).map_err(|error| Failure::new(error.to_string()))
    }

    /// Checks every item of the captures. At one release, it is also heard which releases exchanges say.
    pub fn run(
        &self,
        checker: &mut Checker<'_>,
        sink: &mut dyn FindingSink,
        advance: &dyn Fn(u64),
    ) -> Result<Vec<SaidVersion>, Failure> {
        if self.captures.options().hint == Hint::Lines {
            checker.check_lines(self.captures, self.threads, sink, advance)?;
            return Ok(Vec::new());
        }
        match checker.check_captures(self.captures, self.threads, sink, || advance(1))? {
            Ended::Done(_) if checker.reached().below == 0 && !checker.reached().elsewhere.is_empty() => {
                Err(nothing_reached(checker.reached(), &self.options.base_paths, self.contract))
            }
            Ended::Done(said) => Ok(said),
            Ended::BodyTypeUnknown(source) => Err(untold_body(&source)),
        }
    }
}

/// A report without findings, of a contract that is called this.
pub(crate) fn blank(contract: &Contract, name: &str, open: ReleaseSet) -> Report {
    let printed = if contract.has_releases { releases::printed(open) } else { String::new() };
    let mut report = Report::new(tool(), name, printed);
    report.releases_from_clients = releases::from_clients(open, contract);
    report.contract_releases = Some(contract.releases.named_runs().into());
    report
}

/// Whether a report keeps all findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Folding {
    /// Each is kept.
    Each,
    /// The first of a kind are kept; each is counted.
    Folded,
}
