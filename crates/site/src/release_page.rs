//! A page for each release: what changed against the one before, and whom that breaks.

use askama::Template;
use contract::{Projection, Release, ReleaseSource};
use diff::Bump;
use report::{Finding, Severity};

use crate::Write;
use crate::catalog::Catalog;
use crate::changes::{self, Counts, Places, Step, Told};
use crate::frame::{Frame, rendered};
use crate::rows::Link;

#[derive(Template)]
#[template(path = "release.html")]
struct ReleasePage<'p> {
    frame: Frame<'p>,
    version: &'static str,
    date: &'static str,
    is_from_clients: bool,
    before: Option<Link>,
    after: Option<Link>,
    /// All that changed since, where that is more than one step.
    since: Option<Link>,
    operations: usize,
    types: usize,
    made: String,
    needed: String,
    counts: Counts,
    groups: Vec<Group>,
}

/// Changes that hurt the same.
struct Group {
    heading: String,
    said: String,
    class: &'static str,
    changes: Vec<Changed>,
}

/// One change.
struct Changed {
    told: Told,
    rule: &'static str,
    title: &'static str,
    help: String,
    notes: Vec<String>,
    witness: String,
    operations: Vec<Link>,
}

/// Writes the page of each release.
pub(crate) fn write<E>(catalog: &Catalog<'_>, steps: &[Step], places: &Places, write: Write<'_, E>) -> Result<(), E> {
    for (position, release) in catalog.releases().iter().enumerate() {
        let Some(path) = catalog.release_page(release.version()) else { continue };
        let step = position.checked_sub(1).and_then(|before| steps.get(before));
        write(&path, &rendered(&page(catalog, (position, *release), step, places)))?;
    }
    Ok(())
}

fn page<'p>(
    catalog: &'p Catalog<'_>,
    (position, release): (usize, Release),
    step: Option<&Step>,
    places: &Places,
) -> ReleasePage<'p> {
    let version = release.version();
    let view = Projection { contract: catalog.contract, release };
    let to = |position: Option<usize>| {
        let version = catalog.releases().get(position?)?.version();
        Some(Link::new(version, catalog.release_page(version)))
    };
    let bump = |made: Option<Bump>| made.map(|made| made.to_string()).unwrap_or_default();
    ReleasePage {
        frame: Frame::in_folder(catalog, version),
        version,
        date: release.date(),
        is_from_clients: release.source() == ReleaseSource::Clients,
        before: to(position.checked_sub(1)),
        after: to(position.checked_add(1)),
        since: since(catalog, position),
        operations: view.operations().count(),
        types: view.components().count(),
        made: bump(step.and_then(|step| Bump::made(step.old.version(), step.new.version()))),
        needed: bump(step.map(|step| step.needed)),
        counts: step.map(Step::counts).unwrap_or_default(),
        groups: step.map(|step| groups(catalog, step, places)).unwrap_or_default(),
    }
}

/// The way from a release to the newest one in the table of changes.
fn since(catalog: &Catalog<'_>, position: usize) -> Option<Link> {
    let (rest, newest) = (catalog.releases().get(position..)?, catalog.newest.version());
    let [this, _, _, ..] = rest else { return None };
    let way = format!("changes.html#{this}..{newest}");
    Some(Link::new(format!("All that changed from {this} to {newest}"), Some(way)))
}

fn groups(catalog: &Catalog<'_>, step: &Step, places: &Places) -> Vec<Group> {
    let (old, new) = (step.old, step.new);
    let kinds = [
        (
            Severity::Error,
            format!("Breaks clients of {old} on servers of {new}"),
            format!("A client that was written for {old} fails, or is misled, by these."),
            "error",
        ),
        (
            Severity::Warning,
            format!("Breaks clients of {new} on servers of {old}, or may break"),
            format!("A client that uses what came in {new} fails on {old}; and what cannot be decided is here."),
            "warning",
        ),
        (Severity::Note, "Breaks nobody".to_owned(), "What came, and what was said otherwise.".to_owned(), "note"),
    ];
    let group = |(severity, heading, said, class): (Severity, String, String, &'static str)| {
        let of_severity = step.findings.iter().filter(|finding| finding.severity == severity);
        let changes: Vec<Changed> = of_severity.map(|finding| changed(catalog, finding, places)).collect();
        (!changes.is_empty()).then_some(Group { heading, said, class, changes })
    };
    kinds.into_iter().filter_map(group).collect()
}

fn changed(catalog: &Catalog<'_>, finding: &Finding, places: &Places) -> Changed {
    // The operations stand below as links.
    let notes =
        finding.notes.iter().filter(|note| !note.starts_with("in requests of") && !note.starts_with("in responses of"));
    Changed {
        told: changes::told(catalog, places, finding),
        rule: finding.rule.id(),
        title: finding.rule.title(),
        help: finding.help.clone().unwrap_or_default(),
        notes: notes.cloned().collect(),
        witness: finding.excerpt.as_ref().map(|excerpt| excerpt.text.clone()).unwrap_or_default(),
        operations: changes::operations(catalog, finding),
    }
}
