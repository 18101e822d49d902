//! What changed between neighbouring releases, and whom it breaks.

use std::collections::HashSet;

use contract::{Contract, Projection, Release};
use diff::{Bump, Options, Rows, Source};
use pages::prose;
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
        Counts { errors: count(Severity::Error), warnings: count(Severity::Warning), notes: count(Severity::Note) }
    }
}

impl Counts {
    pub(crate) fn is_none(self) -> bool {
        self == Self::default()
    }

    /// `1 error, 2 warnings, no notes`
    pub(crate) fn words(self) -> String {
        let count = |count: usize, name: &str| match count {
            0 => format!("no {name}s"),
            1 => format!("1 {name}"),
            _ => format!("{count} {name}s"),
        };
        [count(self.errors, "error"), count(self.warnings, "warning"), count(self.notes, "note")].join(", ")
    }
}

/// The places in pages that there are to lead to.
pub(crate) type Places = HashSet<String>;

/// How a message begins that says what may be.
const UNDECIDED: &str = "undecided: ";

/// What a finding says, and where that is beside the place that it begins with.
pub(crate) struct Told {
    /// What stands before the place.
    pub(crate) before: &'static str,
    /// The place that the message begins with.
    pub(crate) subject: Link,
    /// The rest of the message, as HTML.
    pub(crate) message: String,
    pub(crate) places: Vec<Link>,
}

/// A finding in words that lead to what they speak of.
pub(crate) fn told(catalog: &Catalog<'_>, known: &Places, finding: &Finding) -> Told {
    let places = places(catalog, known, finding);
    let (before, message) = match finding.message.strip_prefix(UNDECIDED) {
        Some(rest) => (UNDECIDED, rest),
        None => ("", &*finding.message),
    };
    match places.as_slice() {
        [only] if message.starts_with(&only.text) => {
            let message = message.get(only.text.len()..).unwrap_or_default();
            Told { before, subject: only.clone(), message: prose(message), places: Vec::new() }
        }
        _ => Told { before, subject: Link::default(), message: prose(message), places },
    }
}

/// Where a finding is, each place with the page that tells of it.
fn places(catalog: &Catalog<'_>, known: &Places, finding: &Finding) -> Vec<Link> {
    finding.by_place().iter().filter_map(|finding| place(catalog, known, finding)).collect()
}

/// The operations that a finding reaches.
pub(crate) fn operations(catalog: &Catalog<'_>, finding: &Finding) -> Vec<Link> {
    finding.operations.iter().map(|id| Link::new(&**id, catalog.operation_page(id))).collect()
}

fn place(catalog: &Catalog<'_>, known: &Places, finding: &Finding) -> Option<Link> {
    let subject = finding.subject.as_deref()?;
    let (page, places) = match finding.schema.as_deref() {
        Some(schema) => (catalog.type_page(schema), field(schema, subject)),
        None => (
            finding.operation.as_deref().and_then(|id| catalog.operation_page(id)),
            parameter(subject).into_iter().collect(),
        ),
    };
    let known_place = |page: &String| {
        places.iter().map(|place| format!("{page}#{}", anchor(place))).find(|place| known.contains(place))
    };
    let place = page.as_ref().and_then(known_place);
    Some(Link::new(subject, place.or(page)))
}

/// The names under which the page of a type may have a field: `Type.ids[]` is about the items of `ids`.
fn field(schema: &str, subject: &str) -> Vec<String> {
    let field = subject.strip_prefix(schema).and_then(|rest| rest.strip_prefix('.'));
    field.into_iter().flat_map(|field| [field, field.trim_end_matches("[]")]).map(str::to_owned).collect()
}

/// The name of the parameter's place that `GET /assets query count` is about.
fn parameter(subject: &str) -> Option<String> {
    let (operation, name) = subject.rsplit_once(' ')?;
    let (_, place) = operation.rsplit_once(' ')?;
    Some(format!("{place}-{name}"))
}
