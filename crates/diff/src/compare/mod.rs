//! Walks over two contracts at once and collects what changed.
//!
//! Each pair of components is compared once, at a site of its own, however many places refer to it; so is each part of an
//! operation. A site knows which others it refers to, and by that who is reached by what.

mod access;
mod bases;
mod choice;
mod exchange;
mod headers;
mod members;
mod operations;
mod reach;
mod same;
mod scalar;
mod schema;
mod servers;
mod style;
mod text;

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use contract::{NodeId, Projection};
use report::Direction;
use serde_json::Value;

use crate::change::{Change, ValueKinds};
use crate::fact::Fact;
use crate::place::{Caller, ChangeLocation, OperationName, Owner, Part, Step};
use crate::representation::Representation;
use crate::shape::Sub;
use same::Trials;

/// What the new contract says otherwise than the old one, in the order of the new contract.
pub fn changes(old: Projection<'_>, new: Projection<'_>) -> Vec<Change> {
    reach::changes(walked(old, new).sites)
}

/// How much work it is to compare two contracts: the sites that are compared, and the nodes that are read for them.
pub fn work(old: Projection<'_>, new: Projection<'_>) -> usize {
    let walk = walked(old, new);
    walk.work.saturating_add(walk.trials.read()).saturating_add(walk.sites.len())
}

fn walked<'c>(old: Projection<'c>, new: Projection<'c>) -> Walk<'c> {
    let mut walk = Walk::new(old, new);
    walk.operations(Caller::Client);
    walk.operations(Caller::Server);
    walk.components();
    walk.unreferenced();
    walk
}

struct Walk<'c> {
    old: Projection<'c>,
    new: Projection<'c>,
    sites: Vec<Site>,
    /// The site of each pair of components, by how their values travel.
    known: HashMap<Pair<'c>, usize>,
    /// Pairs of components that are still to be compared, with their sites.
    waiting: Vec<(usize, Pair<'c>)>,
    /// Components that are compared as a part of others.
    merged: HashSet<&'c str>,
    trials: Trials,
    /// How many nodes were read.
    work: usize,
}

/// The names of two components, and how their values travel.
type Pair<'c> = (&'c str, &'c str, Representation);

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
    is_cut: bool,
    value_kinds: Option<Arc<ValueKinds>>,
}

/// The comparison at one site.
struct At<'w, 'c> {
    walk: &'w mut Walk<'c>,
    site: usize,
    steps: Vec<Step>,
    /// How the value here travels.
    representation: Representation,
    /// What values the schemas allow that are compared.
    value_kinds: Option<Arc<ValueKinds>>,
    /// Pairs of schemas that this site has compared: cycles end, and what is shared is told once.
    seen: HashSet<(Representation, Vec<NodeId>, Vec<NodeId>)>,
}

impl<'c> Walk<'c> {
    fn new(old: Projection<'c>, new: Projection<'c>) -> Self {
        let (sites, known, waiting) = (Vec::new(), HashMap::new(), Vec::new());
        Self { old, new, sites, known, waiting, merged: HashSet::new(), trials: Trials::default(), work: 0 }
    }

    fn site(&mut self, owner: Owner, direction: Option<Direction>) -> usize {
        self.sites.push(Site { owner, direction, changes: Vec::new(), edges: Vec::new() });
        self.sites.len().saturating_sub(1)
    }

    /// The site of a part of an operation.
    fn part(&mut self, operation: &Arc<OperationName>, part: Part, direction: Direction) -> At<'_, 'c> {
        let representation = Representation::of(&part);
        let direction = operation.caller.direction(direction);
        let site = self.site(Owner::Exchange { operation: Arc::clone(operation), part }, Some(direction));
        self.at(site, representation)
    }

    fn at(&mut self, site: usize, representation: Representation) -> At<'_, 'c> {
        At { walk: self, site, steps: Vec::new(), representation, value_kinds: None, seen: HashSet::new() }
    }

    /// Says that one site refers to another.
    fn edge(&mut self, from: usize, to: usize) {
        if let Some(site) = self.sites.get_mut(from) {
            site.edges.push((Vec::new(), to));
        }
    }

    /// The site of a pair of components.
    fn pair_site(&mut self, pair: Pair<'c>) -> usize {
        if let Some(site) = self.known.get(&pair) {
            return *site;
        }
        let site = self.site(Owner::Component { old: pair.0.into(), new: pair.1.into() }, None);
        self.known.insert(pair, site);
        self.waiting.push((site, pair));
        site
    }

    /// Compares the components of one name to which no operation leads on either side: the models of events and streams.
    fn unreferenced(&mut self) {
        let told: (HashSet<&str>, HashSet<&str>) = self.known.keys().map(|(old, new, _)| (*old, *new)).unzip();
        let (old, new) = (self.old, self.new);
        let names = new.components().map(|(name, _)| name).filter(|name| {
            let here = old.contract.component(name).is_some_and(|one| one.life.contains(old.release));
            here && !told.0.contains(name) && !told.1.contains(name) && !self.merged.contains(name)
        });
        for name in names.collect::<Vec<_>>() {
            self.pair_site((name, name, Representation::Json));
            self.components();
        }
    }

    /// Compares the components that were referred to, and those that they refer to.
    fn components(&mut self) {
        while self.component() {}
    }

    /// Compares the next of them, if there is one.
    fn component(&mut self) -> bool {
        let Some((site, (old, new, representation))) = self.waiting.pop() else { return false };
        let sub = |view: Projection<'c>, name| Sub(view.component(name).into_iter().collect());
        let (old, new) = (sub(self.old, old), sub(self.new, new));
        self.at(site, representation).schemas(&old, &new);
        true
    }
}

impl<'c> At<'_, 'c> {
    fn tell(&mut self, fact: Fact, old: Value, new: Value) {
        self.tell_only(None, fact, old, new);
    }

    fn tell_only(&mut self, only: Option<Direction>, fact: Fact, old: Value, new: Value) {
        let is_cut = matches!(fact, Fact::Choice(_) | Fact::Overlap(_)) && self.walk.trials.are_at_their_end();
        if let Some(site) = self.walk.sites.get_mut(self.site) {
            let fact = site.owner.caller().fact(fact);
            let (steps, value_kinds) = (self.steps.clone(), self.value_kinds.clone());
            site.changes.push(LocalChange { fact, steps, old, new, only, is_cut, value_kinds });
        }
    }

    /// Goes one step further for as long as `visit` runs.
    fn step(&mut self, step: Step, visit: impl FnOnce(&mut Self)) {
        let inside = self.representation.inside(&step);
        self.steps.push(step);
        self.within(inside, visit);
        self.steps.pop();
    }

    /// Takes values to travel so for as long as `visit` runs.
    fn within(&mut self, representation: Representation, visit: impl FnOnce(&mut Self)) {
        let outer = std::mem::replace(&mut self.representation, representation);
        visit(self);
        self.representation = outer;
    }

    /// Leaves a pair of components to a site of its own.
    fn refer(&mut self, pair: Pair<'c>) {
        let target = self.walk.pair_site(pair);
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
