//! The pages that lead to all others: the first one, and the lists of operations, types and releases.

use std::collections::BTreeMap;

use askama::Template;
use contract::{Operation, ReleaseSource};

use crate::catalog::Catalog;
use crate::changes::{Counts, Step};
use crate::file_names::anchor;
use crate::frame::{Frame, rendered};
use crate::rows::Link;
use crate::{Built, Write};

/// How many releases the first page names.
const NEWEST: usize = 8;
/// The heading of operations that have no tag.
const UNTAGGED: &str = "Without a tag";

#[derive(Template)]
#[template(path = "index.html")]
struct IndexPage<'p> {
    frame: Frame<'p>,
    built: Built,
    oldest: &'static str,
    newest: &'static str,
    releases: Vec<OfRelease>,
    tags: Vec<Tag>,
    operations: usize,
    types: usize,
}

#[derive(Template)]
#[template(path = "operations.html")]
struct OperationsPage<'p> {
    frame: Frame<'p>,
    axis: String,
    tags: Vec<Tag>,
}

#[derive(Template)]
#[template(path = "types.html")]
struct TypesPage<'p> {
    frame: Frame<'p>,
    axis: String,
    there: Vec<Listed>,
    gone: Vec<Listed>,
}

#[derive(Template)]
#[template(path = "releases.html")]
struct ReleasesPage<'p> {
    frame: Frame<'p>,
    releases: Vec<OfRelease>,
}

/// Operations of one tag.
struct Tag {
    name: String,
    place: String,
    count: usize,
    operations: Vec<Listed>,
}

/// A thing in a list.
struct Listed {
    link: Link,
    words: String,
    span: String,
    gone: bool,
    picture: String,
}

/// A release in a list.
struct OfRelease {
    link: Link,
    date: &'static str,
    is_from_clients: bool,
    counts: Option<Counts>,
}

/// Writes the lists.
pub(crate) fn write<E>(catalog: &Catalog<'_>, steps: &[Step], built: Built, write: Write<'_, E>) -> Result<(), E> {
    write("index.html", &rendered(&index(catalog, steps, built)))?;
    let frame = Frame::at_root(catalog, "Operations");
    write("operations.html", &rendered(&OperationsPage { frame, axis: catalog.axis_picture(), tags: tags(catalog) }))?;
    let (gone, there) = types(catalog).into_iter().partition(|listed| listed.gone);
    let frame = Frame::at_root(catalog, "Types");
    write("types.html", &rendered(&TypesPage { frame, axis: catalog.axis_picture(), there, gone }))?;
    if catalog.releases().is_empty() {
        return Ok(());
    }
    let frame = Frame::at_root(catalog, "Releases");
    write("releases.html", &rendered(&ReleasesPage { frame, releases: releases(catalog, steps) }))
}

fn index<'p>(catalog: &'p Catalog<'_>, steps: &[Step], built: Built) -> IndexPage<'p> {
    let version = |release: Option<&contract::Release>| release.map_or("", |release| release.version());
    let mut newest = releases(catalog, steps);
    newest.truncate(NEWEST);
    let there = |life: contract::ReleaseSet| life.contains(catalog.newest);
    let contract = catalog.contract;
    IndexPage {
        frame: Frame::at_root(catalog, "When can I use it?"),
        built,
        oldest: version(catalog.releases().first()),
        newest: version(catalog.releases().last()),
        releases: newest,
        tags: tags(catalog),
        operations: contract.operations.iter().filter(|operation| there(operation.life)).count(),
        types: contract.components.values().filter(|component| there(component.life)).count(),
    }
}

/// Operations by tag, each list in the order of the paths; what is gone stands last.
fn tags(catalog: &Catalog<'_>) -> Vec<Tag> {
    let mut tags: BTreeMap<&str, Vec<&Operation>> = BTreeMap::new();
    for operation in catalog.contract.operations.iter().chain(&catalog.contract.callbacks) {
        let own = operation.tags.newest().map(Vec::as_slice).unwrap_or_default();
        let untagged = own.is_empty().then_some(UNTAGGED);
        for tag in own.iter().map(String::as_str).chain(untagged) {
            tags.entry(tag).or_default().push(operation);
        }
    }
    let tag = |(name, mut operations): (&str, Vec<&Operation>)| {
        operations.sort_by_key(|operation| {
            (catalog.gone(operation.life).is_some(), operation.path().to_owned(), operation.method)
        });
        let listed: Vec<Listed> = operations.iter().map(|operation| listed(catalog, operation)).collect();
        let count = listed.iter().filter(|listed| !listed.gone).count();
        Tag { name: name.to_owned(), place: anchor(name), count, operations: listed }
    };
    let mut tags: Vec<Tag> = tags.into_iter().map(tag).collect();
    // Tags of which nothing is left stand last.
    tags.sort_by_key(|tag| tag.count == 0);
    tags
}

fn listed(catalog: &Catalog<'_>, operation: &Operation) -> Listed {
    let (id, strip) = (operation.id(), lives::operation(catalog.contract, operation).strip);
    Listed {
        link: Link::new(format!("{} {}", operation.method, operation.path()), catalog.operation_page(id)),
        words: id.to_owned(),
        span: catalog.span(operation.life),
        gone: catalog.gone(operation.life).is_some(),
        picture: catalog.picture(&strip),
    }
}

fn types(catalog: &Catalog<'_>) -> Vec<Listed> {
    let listed = |(name, component): (&String, &contract::Component)| Listed {
        link: Link::new(name, catalog.type_page(name)),
        words: String::new(),
        span: catalog.span(component.life),
        gone: catalog.gone(component.life).is_some(),
        picture: catalog.picture(&lives::component(catalog.contract, name, component).strip),
    };
    catalog.contract.components.iter().map(listed).collect()
}

/// The releases, the newest first.
fn releases(catalog: &Catalog<'_>, steps: &[Step]) -> Vec<OfRelease> {
    let of_release = |(position, release): (usize, &contract::Release)| OfRelease {
        link: Link::new(release.version(), catalog.release_page(release.version())),
        date: release.date(),
        is_from_clients: release.source() == ReleaseSource::Clients,
        counts: position.checked_sub(1).and_then(|before| steps.get(before)).map(Step::counts),
    };
    catalog.releases().iter().enumerate().rev().map(of_release).collect()
}
