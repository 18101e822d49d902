//! One exchange while it is looked at.

use std::cell::OnceCell;

use contract::{Operation, Release};
use report::{Finding, Part, Report, Tool};
use validator::check::Checker;
use validator::exchange::{Exchange, Item};

use crate::Step;

/// One exchange, with the operation that it called and the one that is there on the other release.
pub(crate) struct Call<'s, 'c> {
    pub(crate) item: &'s Item,
    pub(crate) exchange: &'s Exchange,
    pub(crate) from: &'c Operation,
    pub(crate) to: Option<&'c Operation>,
    /// The id that the called operation has at the release of the capture.
    pub(crate) id: &'c str,
    /// The release that it is of, and the other one.
    pub(crate) step: Step,
    after: OnceCell<Vec<Finding>>,
}

impl<'s, 'c> Call<'s, 'c> {
    /// `operations` are those that the request was for; nothing where none is there at `step.from`.
    pub(crate) fn new(
        item: &'s Item,
        exchange: &'s Exchange,
        operations: &[&'c Operation],
        step: Step,
    ) -> Option<Self> {
        let at = |release: Release| operations.iter().copied().find(|one| one.life.contains(release));
        let from = at(step.from)?;
        Some(Self { item, exchange, from, to: at(step.to), id: from.id_at(step.from), step, after: OnceCell::new() })
    }

    /// The status that the client got.
    pub(crate) fn status(&self) -> Option<u16> {
        self.exchange.response.as_ref().map(|response| response.status)
    }

    /// What a check at the other release finds at a place: it shows the payload, without secrets.
    pub(crate) fn shown(&self, checker: &mut Checker<'c>, part: Part, pointer: &str) -> Option<&Finding> {
        let found = self.after.get_or_init(|| findings(checker, self.item));
        found.iter().find(|one| one.location.part == part && one.location.pointer == pointer)
    }
}

/// What a check finds in an exchange: of each kind the first.
pub(crate) fn findings(checker: &mut Checker<'_>, item: &Item) -> Vec<Finding> {
    let tool = Tool { name: String::new(), version: String::new() };
    let mut report = Report::new(tool, "", "");
    report.fold();
    checker.check_alone(item, &mut report);
    report.into_findings()
}
