//! From any release to any release: all changes in one table, of which a reader chooses the steps between two releases.

use askama::Template;
use report::Finding;

use crate::Write;
use crate::catalog::Catalog;
use crate::changes::{self, Places, Step, Told};
use crate::frame::{Frame, rendered};
use crate::rows::Link;

/// How many places a row names; the page of the release names all.
const NAMED: usize = 3;

#[derive(Template)]
#[template(path = "changes.html")]
struct ChangesPage<'p> {
    frame: Frame<'p>,
    versions: Vec<&'static str>,
    oldest: &'static str,
    newest: &'static str,
    rows: Vec<Changed>,
}

/// One change.
struct Changed {
    /// The position of its release.
    at: usize,
    release: Link,
    severity: &'static str,
    told: Told,
    rule: &'static str,
    more: usize,
}

/// Writes the table, where there is something to compare.
pub(crate) fn write<E>(catalog: &Catalog<'_>, steps: &[Step], places: &Places, write: Write<'_, E>) -> Result<(), E> {
    let versions: Vec<&'static str> = catalog.releases().iter().map(|release| release.version()).collect();
    let (Some(oldest), Some(newest)) = (versions.first().copied(), versions.last().copied()) else { return Ok(()) };
    // The newest first, as readers look for it.
    let of_step = |(position, step): (usize, &'_ Step)| {
        let release = Link::new(step.new.version(), catalog.release_page(step.new.version()));
        let row = |finding: &Finding| changed(catalog, places, finding, position + 1, &release);
        step.findings.iter().map(row).collect::<Vec<_>>()
    };
    let rows = steps.iter().enumerate().rev().flat_map(of_step).collect();
    let frame = Frame::at_root(catalog, "What changed");
    write("changes.html", &rendered(&ChangesPage { frame, versions, oldest, newest, rows }))
}

fn changed(catalog: &Catalog<'_>, known: &Places, finding: &Finding, at: usize, release: &Link) -> Changed {
    let mut told = changes::told(catalog, known, finding);
    let more = told.places.len().saturating_sub(NAMED);
    told.places.truncate(NAMED);
    Changed { at, release: release.clone(), severity: finding.severity.as_str(), told, rule: finding.rule.id(), more }
}
