//! Walks over two contracts at once and collects what changed.
//!
//! Each pair of components is compared once, at a site of its own, however many places refer to it; so is each part of an
//! operation. A site knows which others it refers to, and by that who is reached by what.

mod access;
mod choice;
mod exchange;
mod headers;
mod members;
mod operations;
mod reach;
mod scalar;
mod schema;
mod servers;

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use contract::{NodeId, Projection};
use report::Direction;
use serde_json::Value;

use crate::change::{Change, Forms};
use crate::fact::Fact;
use crate::place::{ChangeLocation, OperationName, Owner, Part, Step};
use crate::shape::Sub;

/// What the new contract says otherwise than the old one, in the order of the new contract.
pub fn changes(old: Projection<'_>, new: Projection<'_>) -> Vec<Change> {
    let mut walk = Walk { old, new, sites: Vec::new(), known: HashMap::new(), waiting: Vec::new() };
    walk.operations();
    walk.components();
    walk.unreferenced();
    reach::changes(walk.sites)
}

struct Walk<'c> {
    old: Projection<'c>,
    new: Projection<'c>,
    sites: Vec<Site>,
    /// The site of each pair of components.
    known: HashMap<(&'c str, &'c str), usize>,
    /// Pairs of components that are still to be compared, with their sites.
    waiting: Vec<(usize, &'c str, &'c str)>,
}

/// A place of its own in the comparison.
struct Site {
    owner: Owner,
    /// Who writes the value, where the site is a part of an operation.
    direction: Option<Direction>,
    changes: Vec<LocalChange>,
    /// The sites that this one refers to, and from where in it.
    edges: Vec<(Vec<Step>, usize)>,
}

/// A change, before it is known whom it reaches.
struct LocalChange {
    fact: Fact,
    steps: Vec<Step>,
    old: Value,
    new: Value,
    only: Option<Direction>,
    forms: Option<Arc<Forms>>,
}

/// The comparison at one site.
struct At<'w, 'c> {
    walk: &'w mut Walk<'c>,
    site: usize,
    steps: Vec<Step>,
    /// What values the schemas allow that are compared.
    forms: Option<Arc<Forms>>,
    /// Pairs of schemas that this site has compared: cycles end, and what is shared is told once.
    seen: HashSet<(Vec<NodeId>, Vec<NodeId>)>,
}

impl<'c> Walk<'c> {
    fn site(&mut self, owner: Owner, direction: Option<Direction>) -> usize {
        self.sites.push(Site { owner, direction, changes: Vec::new(), edges: Vec::new() });
        self.sites.len().saturating_sub(1)
    }

    /// The site of a part of an operation.
    fn part(&mut self, operation: &Arc<OperationName>, part: Part, direction: Direction) -> At<'_, 'c> {
        let site = self.site(Owner::Exchange { operation: Arc::clone(operation), part }, Some(direction));
        At { walk: self, site, steps: Vec::new(), forms: None, seen: HashSet::new() }
    }

    /// Says that one site refers to another.
    fn edge(&mut self, from: usize, to: usize) {
        if let Some(site) = self.sites.get_mut(from) {
            site.edges.push((Vec::new(), to));
        }
    }

    /// The site of a pair of components.
    fn pair_site(&mut self, old: &'c str, new: &'c str) -> usize {
        if let Some(site) = self.known.get(&(old, new)) {
            return *site;
        }
        let site = self.site(Owner::Component { old: old.into(), new: new.into() }, None);
        self.known.insert((old, new), site);
        self.waiting.push((site, old, new));
        site
    }

    /// Compares the components of one name to which no operation leads on either side: the models of events and streams.
    fn unreferenced(&mut self) {
        let told: (HashSet<&str>, HashSet<&str>) = self.known.keys().copied().unzip();
        let (old, new) = (self.old, self.new);
        let names = new.components().map(|(name, _)| name).filter(|name| {
            let here = old.contract.component(name).is_some_and(|one| one.life.contains(old.release));
            here && !told.0.contains(name) && !told.1.contains(name)
        });
        for name in names.collect::<Vec<_>>() {
            self.pair_site(name, name);
            self.components();
        }
    }

    /// Compares the components that were referred to, and those that they refer to.
    fn components(&mut self) {
        while let Some((site, old, new)) = self.waiting.pop() {
            let sub = |view: Projection<'c>, name| Sub(view.component(name).into_iter().collect());
            let (old, new) = (sub(self.old, old), sub(self.new, new));
            At { walk: self, site, steps: Vec::new(), forms: None, seen: HashSet::new() }.schemas(&old, &new);
        }
    }
}

impl<'c> At<'_, 'c> {
    fn tell(&mut self, fact: Fact, old: Value, new: Value) {
        self.tell_only(None, fact, old, new);
    }

    fn tell_only(&mut self, only: Option<Direction>, fact: Fact, old: Value, new: Value) {
        let change = LocalChange { fact, steps: self.steps.clone(), old, new, only, forms: self.forms.clone() };
        if let Some(site) = self.walk.sites.get_mut(self.site) {
            site.changes.push(change);
        }
    }

    /// Goes one step further for as long as `visit` runs.
    fn step(&mut self, step: Step, visit: impl FnOnce(&mut Self)) {
        self.steps.push(step);
        visit(self);
        self.steps.pop();
    }

    /// Leaves a pair of components to a site of its own.
    fn refer(&mut self, old: &'c str, new: &'c str) {
        let target = self.walk.pair_site(old, new);
        let steps = self.steps.clone();
        if let Some(site) = self.walk.sites.get_mut(self.site) {
            site.edges.push((steps, target));
        }
    }
}

impl ChangeLocation {
    fn at(owner: Owner, steps: Vec<Step>) -> Self {
        Self { owner, steps }
    }
}
