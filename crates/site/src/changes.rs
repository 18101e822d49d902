//! What changed between neighbouring releases, and whom it breaks.

use std::collections::HashSet;

use contract::{Contract, Projection, Release};
use diff::{Bump, Options, Rows, Source};
use report::{Finding, Severity};

use crate::catalog::Catalog;
use crate::file_names::anchor;
use crate::rows::Link;

/// A release and the one before it.
pub(crate) struct Step {
    pub(crate) old: Release,
    pub(crate) new: Release,
    /// The bump that the version should have had.
    pub(crate) needed: Bump,
    pub(crate) findings: Vec<Finding>,
}

/// How many findings of each severity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) errors: usize,
    pub(crate) warnings: usize,
    pub(crate) notes: usize,
}

/// Compares each release with the one before it.
pub(crate) fn steps(contract: &Contract, releases: &[Release]) -> Vec<Step> {
    let at = |release| Projection { contract, release };
    let step = |(old, new): (&Release, &Release)| {
        let judgements = diff::judge(at(*old), at(*new), diff::changes(at(*old), at(*new)));
        let (of_old, of_new) = (Source::named(old.version()), Source::named(new.version()));
        let options = Options { old: of_old, new: of_new, rows: Rows::Kind, releases: None };
        let findings = diff::findings(&judgements, &options);
        Step { old: *old, new: *new, needed: Bump::needed(&judgements), findings }
    };
    releases.iter().zip(releases.iter().skip(1)).map(step).collect()
}

impl Step {
    pub(crate) fn counts(&self) -> Counts {
        let count = |severity| self.findings.iter().filter(|finding| finding.severity == severity).count();
        Counts {
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            notes: count(Severity::Note),
        }
    }
}

impl Counts {
    pub(crate) fn is_none(self) -> bool {
        self == Self::default()
    }
}

/// The places in pages that there are to lead to.
pub(crate) type Places = HashSet<String>;

/// Where a finding is, each place with the page that tells of it.
pub(crate) fn places(catalog: &Catalog<'_>, known: &Places, finding: &Finding) -> Vec<Link> {
    finding.by_place().iter().filter_map(|finding| place(catalog, known, finding)).collect()
}

/// The operations that a finding reaches.
pub(crate) fn operations(catalog: &Catalog<'_>, finding: &Finding) -> Vec<Link> {
    finding.operations.iter().map(|id| Link::new(&**id, catalog.operation_page(id))).collect()
}

fn place(catalog: &Catalog<'_>, known: &Places, finding: &Finding) -> Option<Link> {
    let subject = finding.subject.as_deref()?;
    let Some(schema) = finding.schema.as_deref() else {
        let page = finding.operation.as_deref().and_then(|id| catalog.operation_page(id));
        return Some(Link::new(subject, page));
    };
    let page = catalog.type_page(schema);
    let field = subject.strip_prefix(schema).and_then(|rest| rest.strip_prefix('.'));
    let place = page.as_ref().zip(field).map(|(page, field)| format!("{page}#{}", anchor(field)));
    Some(Link::new(subject, place.filter(|place| known.contains(place)).or(page)))
}
