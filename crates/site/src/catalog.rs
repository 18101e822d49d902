//! What pages there are, and where each thing stands in them.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use contract::{Contract, Operation, Release, ReleaseSet};
use pages::{Axis, Strip};

use crate::file_names::FileNames;

/// A contract as the pages see it.
pub(crate) struct Catalog<'c> {
    pub(crate) contract: &'c Contract,
    /// The program that builds the pages.
    pub(crate) made_by: String,
    /// Its releases; without any where it does not tell them apart.
    pub(crate) axis: Axis,
    releases: Vec<Release>,
    /// The release whose names and order count.
    pub(crate) newest: Release,
    /// The operations whose newest id this is, those that live longest first, and those that had it before.
    pub(crate) ids: BTreeMap<&'c str, Named<'c>>,
    operations: FileNames,
    types: FileNames,
    versions: FileNames,
}

/// The operations of one id.
#[derive(Default)]
pub(crate) struct Named<'c> {
    /// Those whose newest id it is.
    pub(crate) now: Vec<&'c Operation>,
    /// Those that have another one now.
    pub(crate) before: Vec<&'c Operation>,
}

impl<'c> Catalog<'c> {
    pub(crate) fn of(contract: &'c Contract, made_by: &str) -> Self {
        let releases: Vec<Release> =
            if contract.has_releases { contract.releases.iter().collect() } else { Vec::new() };
        let ids = ids(contract);
        Self {
            contract,
            made_by: made_by.to_owned(),
            axis: lives::axis(contract),
            newest: contract.releases.last().unwrap_or(Release::FIRST),
            operations: FileNames::of(ids.keys().copied()),
            types: FileNames::of(contract.components.keys().map(String::as_str)),
            versions: FileNames::of(releases.iter().map(|release| release.version())),
            releases,
            ids,
        }
    }

    /// The releases that the contract tells apart, oldest first.
    pub(crate) fn releases(&self) -> &[Release] {
        &self.releases
    }

    /// What the pages are about.
    pub(crate) fn title(&self) -> &str {
        if self.contract.title.is_empty() { "API" } else { &self.contract.title }
    }

    /// The page of a type, from the root of the site.
    pub(crate) fn type_page(&self, name: &str) -> Option<String> {
        self.types.get(name).map(|file| format!("types/{file}.html"))
    }

    /// The page of an operation, by any id that it ever had.
    pub(crate) fn operation_page(&self, id: &str) -> Option<String> {
        self.operations.get(id).map(|file| format!("operations/{file}.html"))
    }

    /// The page of a release.
    pub(crate) fn release_page(&self, version: &str) -> Option<String> {
        self.versions.get(version).map(|file| format!("releases/{file}.html"))
    }

    /// The releases of the contract at which something of this life exists.
    pub(crate) fn alive(&self, life: ReleaseSet) -> ReleaseSet {
        life & self.contract.releases
    }

    /// The releases of a life in words; nothing where it is all of them.
    pub(crate) fn span(&self, life: ReleaseSet) -> String {
        let alive = self.alive(life);
        if alive == self.contract.releases { String::new() } else { alive.to_string() }
    }

    /// The first release without something of this life, where that is gone for good.
    pub(crate) fn gone(&self, life: ReleaseSet) -> Option<&'static str> {
        let last = self.alive(life).last()?;
        self.releases.iter().find(|release| **release > last).map(|release| release.version())
    }

    /// A life as a picture whose words stand beside it.
    pub(crate) fn picture(&self, strip: &Strip) -> String {
        if self.releases.is_empty() { String::new() } else { strip.svg_beside_words(&self.axis) }
    }

    /// The axis above pictures.
    pub(crate) fn axis_picture(&self) -> String {
        if self.releases.is_empty() { String::new() } else { self.axis.svg() }
    }

    /// The release at a position of the axis.
    pub(crate) fn release_at(&self, position: usize) -> Release {
        self.releases.get(position).copied().unwrap_or(self.newest)
    }
}

/// Operations by id. What servers ask clients stands among them.
fn ids(contract: &Contract) -> BTreeMap<&str, Named<'_>> {
    let mut ids: BTreeMap<&str, Named<'_>> = BTreeMap::new();
    for operation in contract.operations.iter().chain(&contract.callbacks) {
        ids.entry(operation.id()).or_default().now.push(operation);
        for (_, id) in operation.ids.iter().filter(|(_, id)| *id != operation.id()) {
            let named = ids.entry(id).or_default();
            if !named.before.iter().any(|known| std::ptr::eq(*known, operation)) {
                named.before.push(operation);
            }
        }
    }
    for named in ids.values_mut() {
        named.now.sort_by_key(|operation| Reverse(operation.life.last()));
    }
    ids
}
