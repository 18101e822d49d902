//! The nodes that speak of one place in a value, whichever component, branch or era they stand in.

use contract::{Additional, Contract, Kind, Node, Property, Release, ReleaseSet, Schema};
use foldhash::HashMap;
use serde_json::Value;
use smallvec::{SmallVec, smallvec};

use super::lives::deprecated;

/// The nodes that speak of a place, each with the releases at which it does.
#[derive(Clone, Default)]
pub struct ApplicableSchemas<'c> {
    pub(super) nodes: SmallVec<[ApplicableNode<'c>; 2]>,
    /// The nearest component around the place, by nodes that must be obeyed.
    component: ByRelease<&'c str>,
    /// The same by alternatives: it counts where no other is known.
    possible_component: ByRelease<&'c str>,
    /// The property that the place is the value of.
    pub(super) property: ByRelease<&'c Property>,
    /// How many schemas were looked at to find the nodes.
    pub(super) looked_at: usize,
}

/// The releases at which a component is another one by another name: whatever is in it, that one holds.
fn only_refers(schema: &Schema) -> ReleaseSet {
    let says_more = |node: &Node| !node.properties.is_empty() || !node.all_of.is_empty() || !node.any_of.is_empty();
    let other = schema.iter().filter(|(_, node)| node.reference.is_some() && !says_more(node));
    other.fold(ReleaseSet::NONE, |all, (at, _)| all | at)
}

/// How many nodes there are at least for a table of them; fewer are looked through faster.
const MANY: usize = 32;

/// The releases at which nodes are there already, where there are many.
#[derive(Default)]
struct Places {
    taken: HashMap<(*const Node, Certainty), ReleaseSet>,
    /// How many of the nodes it knows.
    known: usize,
}

impl Places {
    fn taken(&mut self, nodes: &[ApplicableNode<'_>], of: &ApplicableNode<'_>) -> ReleaseSet {
        for node in nodes.get(self.known..).unwrap_or_default() {
            let taken = self.taken.entry((std::ptr::from_ref(node.node), node.certainty)).or_insert(ReleaseSet::NONE);
            *taken = *taken | node.at;
        }
        self.known = nodes.len();
        let taken = self.taken.get(&(std::ptr::from_ref(of.node), of.certainty));
        taken.copied().unwrap_or(ReleaseSet::NONE)
    }
}

/// A node that speaks of a place.
#[derive(Clone, Copy)]
pub struct ApplicableNode<'c> {
    /// The releases at which it does.
    pub at: ReleaseSet,
    /// What it says.
    pub node: &'c Node,
    /// Whether it must be obeyed.
    pub certainty: Certainty,
    /// Whether null would do as well, by a node around this one.
    pub(super) or_null: bool,
}

/// Whether a node must be obeyed.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub enum Certainty {
    /// It must.
    Binding,
    /// It is one of several alternatives, or stands below one.
    Possible,
}

/// What is known of a member of an object.
pub struct MemberInfo<'c> {
    /// What is said of its value.
    pub schemas: ApplicableSchemas<'c>,
    /// The releases at which it is declared, or may have any name.
    pub known: ReleaseSet,
    /// The releases at which members are declared, and this one is not.
    pub undeclared: ReleaseSet,
    /// The releases at which it is deprecated.
    pub deprecated: ReleaseSet,
    /// Whether its name is the user's, not the contract's.
    pub is_free: bool,
    /// The releases at which it is declared, or its value must fit a schema for members of any name.
    pub(super) alive: ReleaseSet,
    /// The property of this name, by the releases that have or know one, be it of other releases.
    pub(super) named: ByRelease<&'c Property>,
}

/// Something of which each release has one: who speaks first is heard.
#[derive(Clone)]
pub(super) struct ByRelease<T>(SmallVec<[(ReleaseSet, T); 1]>);

impl<T> Default for ByRelease<T> {
    fn default() -> Self {
        Self(SmallVec::new())
    }
}

impl<T: Copy> ByRelease<T> {
    fn taken(&self) -> ReleaseSet {
        self.0.iter().fold(ReleaseSet::NONE, |all, (at, _)| all | *at)
    }

    /// Says what releases have that have nothing yet.
    pub(super) fn add(&mut self, at: ReleaseSet, value: T) {
        let free = at - self.taken();
        if !free.is_empty() {
            self.0.push((free, value));
        }
    }

    /// The parts of a set of releases by what they have; what has nothing comes last.
    pub(super) fn parts(&self, at: ReleaseSet) -> impl Iterator<Item = (ReleaseSet, Option<T>)> {
        let held = self.0.iter().map(move |(releases, value)| (*releases & at, Some(*value)));
        held.chain([(at - self.taken(), None)]).filter(|(releases, _)| !releases.is_empty())
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (ReleaseSet, T)> {
        self.0.iter().copied()
    }
}

impl MemberInfo<'_> {
    /// Whether there is something to say of the member itself at some of these releases, and not only of what its value is:
    /// it is not of all of them, or deprecated, or should not be written by the one or read by the other.
    pub fn is_told_of(&self, at: ReleaseSet) -> bool {
        let is_flagged =
            |node: &Node| ["readOnly", "writeOnly"].into_iter().any(|flag| node.keywords.get(flag).is_some());
        let may_be_told = self.schemas.nodes.iter().any(|applied| is_flagged(applied.node));
        may_be_told || !at.is_subset(self.alive) || !(self.deprecated & at).is_empty()
    }
}

impl<'c> ApplicableSchemas<'c> {
    /// Those of a whole value, as the releases of `open` see it.
    pub fn root(contract: &'c Contract, schema: &'c Schema, open: ReleaseSet, value: &Value) -> Self {
        Self::joint(contract, [(open, schema)], value)
    }

    /// The same where different releases have different schemas for the value.
    pub fn joint(
        contract: &'c Contract,
        schemas: impl IntoIterator<Item = (ReleaseSet, &'c Schema)>,
        value: &Value,
    ) -> Self {
        let mut all = Self::default();
        for (at, schema) in schemas {
            all.add(contract, (at, schema, Certainty::Binding, false), value);
        }
        all
    }

    /// The nodes; of one release, the outermost comes first.
    pub fn nodes(&self) -> impl Iterator<Item = ApplicableNode<'c>> {
        self.nodes.iter().copied()
    }

    /// The nodes that speak of it at one release.
    pub fn at(&self, release: Release) -> impl Iterator<Item = &'c Node> {
        self.nodes().filter(move |applied| applied.at.contains(release)).map(|applied| applied.node)
    }

    /// Whether nothing speaks of it.
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    pub(super) fn add(
        &mut self,
        contract: &'c Contract,
        first: (ReleaseSet, &'c Schema, Certainty, bool),
        value: &Value,
    ) {
        let mut open: SmallVec<[_; 4]> = smallvec![first];
        let mut places = Places::default();
        while let Some((releases, schema, certainty, or_null)) = open.pop() {
            self.looked_at += 1;
            for (era, node) in schema.iter() {
                let at = self.insert(ApplicableNode { at: releases & era, node, certainty, or_null }, &mut places);
                if at.is_empty() || is_null_beside(node, value) {
                    continue;
                }
                let or_null = or_null || is_nullable_beside(node);
                if let Some(name) = &node.reference {
                    let component = contract.component(name);
                    let named = at - component.map_or(ReleaseSet::NONE, |component| only_refers(&component.schema));
                    match certainty {
                        Certainty::Binding => self.component.add(named, name),
                        Certainty::Possible => self.possible_component.add(named, name),
                    }
                    open.extend(component.map(|component| (at, &component.schema, certainty, or_null)));
                }
                open.extend(node.all_of.iter().map(|schema| (at, schema, certainty, or_null)));
                // What is taken last comes first.
                let branches = node.any_of.iter().chain(&node.one_of).rev();
                open.extend(branches.map(|schema| (fitting(schema, value) & at, schema, Certainty::Possible, false)));
            }
        }
    }

    /// Adds a node for the releases at which it is not there yet. Answers those.
    fn insert(&mut self, applied: ApplicableNode<'c>, places: &mut Places) -> ReleaseSet {
        let same = |known: &&ApplicableNode<'c>| {
            std::ptr::eq(known.node, applied.node) && known.certainty == applied.certainty
        };
        let at = if self.nodes.len() < MANY {
            self.nodes.iter().filter(same).fold(applied.at, |at, known| at - known.at)
        } else {
            applied.at - places.taken(&self.nodes, &applied)
        };
        if !at.is_empty() {
            self.nodes.push(ApplicableNode { at, ..applied });
        }
        at
    }

    /// Those of the items of an array.
    #[must_use]
    pub fn item(&self, contract: &'c Contract, value: &Value) -> Self {
        let mut items = Self::default();
        for ApplicableNode { at, node, certainty, .. } in self.nodes() {
            // What stands behind a prefix is for the reference.
            if let Some(schema) = node.items.as_deref().filter(|_| !node.has_applicator("prefixItems")) {
                items.add(contract, (at, schema, certainty, false), value);
            }
        }
        items.within(self)
    }

    /// What is known of a member of an object.
    pub fn member(&self, contract: &'c Contract, name: &str, value: &Value) -> MemberInfo<'c> {
        let mut schemas = Self::default();
        let (mut alive, mut closed, mut naming) = (ReleaseSet::NONE, ReleaseSet::NONE, ReleaseSet::NONE);
        let mut named = ByRelease::default();
        let mut is_free = true;
        for ApplicableNode { at, node, certainty, .. } in self.nodes() {
            let property = node.property(name);
            let life = property.map_or(ReleaseSet::NONE, |property| property.life);
            if let Some(property) = property {
                is_free = false;
                alive = alive | (at & life);
                named.add(at, property);
                schemas.property.add(at & life, property);
                schemas.add(contract, (at & life, &property.schema, certainty, false), value);
            }
            if !node.applicators.is_empty() {
                // Which names a schema has that names them by pattern, or in a branch, the reference knows.
                alive = alive | at;
            }
            match &node.additional {
                _ if node.has_applicator("patternProperties") => {}
                Additional::Schema(schema) => {
                    alive = alive | (at - life);
                    schemas.add(contract, (at - life, schema, certainty, false), value);
                }
                // The schema itself refuses it, and so says all there is to say.
                Additional::Forbidden => closed = closed | (at - life),
                Additional::Unspecified => {}
            }
            if !node.properties.is_empty() {
                naming = naming | at;
            } else if certainty == Certainty::Possible && is_open(node) {
                // An alternative that may be any object declares every name.
                alive = alive | at;
            }
        }
        let deprecated = schemas.property.iter().fold(ReleaseSet::NONE, |all, (at, one)| all | (at & deprecated(one)));
        let schemas = schemas.within(self);
        MemberInfo {
            schemas,
            known: alive | closed,
            undeclared: naming - alive - closed,
            deprecated,
            is_free,
            alive,
            named,
        }
    }

    /// What has no component of its own is of the one around it.
    fn within(mut self, around: &Self) -> Self {
        for (at, name) in around.component.iter().chain(around.possible_component.iter()) {
            self.possible_component.add(at, name);
        }
        self
    }

    /// The parts of a set of releases by the nearest component around the place.
    pub(super) fn components(&self, at: ReleaseSet) -> impl Iterator<Item = (ReleaseSet, Option<&'c str>)> {
        self.component.parts(at).flat_map(|(at, binding)| {
            let possible = binding.is_none().then(|| self.possible_component.parts(at));
            let own = binding.map(|name| (at, Some(name)));
            own.into_iter().chain(possible.into_iter().flatten())
        })
    }
}

/// Whether a node allows any object, for want of anything that is asked of one.
fn is_open(node: &Node) -> bool {
    let is_silent = node.reference.is_none() && node.additional == Additional::Unspecified;
    is_silent && node.structure().next().is_none() && node.kind.is_none_or(|kind| kind == Kind::Object)
}

/// The releases at which a node itself has a property of this name.
pub(super) fn declared(node: &Node, name: &str) -> ReleaseSet {
    node.property(name).map_or(ReleaseSet::NONE, |property| property.life)
}

/// Whether a node means "null, or all the rest": it has no type of its own for null to be added to.
pub(super) fn is_nullable_beside(node: &Node) -> bool {
    node.nullable && (node.kind.is_none() || node.reference.is_some())
}

/// Whether a node lets null pass for all that stands in it.
pub(super) fn is_null_beside(node: &Node, value: &Value) -> bool {
    value.is_null() && is_nullable_beside(node)
}

/// The releases at which the type of a schema is that of a value.
fn fitting(schema: &Schema, value: &Value) -> ReleaseSet {
    let fits = |node: &Node| node.kind.is_none_or(|kind| kind.admits(value));
    schema.iter().filter(|(_, node)| fits(node)).fold(ReleaseSet::NONE, |all, (releases, _)| all | releases)
}
