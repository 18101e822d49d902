//! A place in a value with every node that speaks of it, each with the releases at which it does.

use contract::marker::State;
use contract::{Additional, Contract, Node, Property, Release, ReleaseSet, Schema};
use serde_json::Value;

use super::judge::{declared, is_null_beside};

/// The nodes that speak of one place in a value, whichever component, branch or era they stand in.
#[derive(Clone, Default)]
pub struct Place<'c> {
    voices: Vec<Voice<'c>>,
}

/// A node that speaks of a place.
#[derive(Clone, Copy)]
pub struct Voice<'c> {
    /// The releases at which it does.
    pub at: ReleaseSet,
    /// What it says.
    pub node: &'c Node,
    /// Whether it must be obeyed.
    pub force: Force,
}

/// Whether a node must be obeyed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Force {
    /// It must.
    Binding,
    /// It is one of several alternatives, or stands below one.
    Offer,
}

/// At which releases the contract knows a member of an object.
pub struct Knowledge<'c> {
    /// What is said of its value.
    pub place: Place<'c>,
    /// The releases at which it is declared, or may have any name.
    pub known: ReleaseSet,
    /// The releases at which members are declared, and this one is not.
    pub undeclared: ReleaseSet,
    /// The releases at which it is deprecated.
    pub deprecated: ReleaseSet,
    /// Whether its name is the user's, not the contract's.
    pub is_free: bool,
}

impl<'c> Place<'c> {
    /// The place of a whole value, as the open releases see it.
    pub fn root(contract: &'c Contract, schema: &'c Schema, open: ReleaseSet, value: &Value) -> Self {
        Self::joint(contract, [(open, schema)], value)
    }

    /// The same where different releases have different schemas for the value.
    pub fn joint(
        contract: &'c Contract,
        schemas: impl IntoIterator<Item = (ReleaseSet, &'c Schema)>,
        value: &Value,
    ) -> Self {
        let mut place = Self::default();
        for (open, schema) in schemas {
            place.add(contract, (open, schema, Force::Binding), value);
        }
        place
    }

    /// The nodes, in no particular order.
    pub fn voices(&self) -> impl Iterator<Item = Voice<'c>> {
        self.voices.iter().copied()
    }

    /// The nodes that speak of it at one release.
    pub fn at(&self, release: Release) -> impl Iterator<Item = &'c Node> {
        self.voices().filter(move |voice| voice.at.contains(release)).map(|voice| voice.node)
    }

    /// Whether nothing speaks of it.
    pub fn is_empty(&self) -> bool {
        self.voices.is_empty()
    }

    fn add(&mut self, contract: &'c Contract, first: (ReleaseSet, &'c Schema, Force), value: &Value) {
        let mut open = vec![first];
        while let Some((releases, schema, force)) = open.pop() {
            for (era, node) in schema.iter() {
                let at = releases & era;
                if at.is_empty() || !self.hear(Voice { at, node, force }) || is_null_beside(node, value) {
                    continue;
                }
                let component = node.reference.as_ref().and_then(|name| contract.component(name));
                open.extend(component.map(|component| (at, &component.schema, force)));
                open.extend(node.all_of.iter().map(|schema| (at, schema, force)));
                let choices = node.any_of.iter().chain(&node.one_of);
                open.extend(choices.map(|schema| (fitting(schema, value) & at, schema, Force::Offer)));
            }
        }
    }

    /// Adds a voice; false where it says nothing new.
    fn hear(&mut self, voice: Voice<'c>) -> bool {
        let same = |known: &&mut Voice<'c>| std::ptr::eq(known.node, voice.node) && known.force == voice.force;
        match self.voices.iter_mut().find(same) {
            Some(known) if voice.at.is_subset(known.at) => false,
            Some(known) => {
                known.at = known.at | voice.at;
                true
            }
            None => {
                self.voices.push(voice);
                true
            }
        }
    }

    /// The place of the items of an array.
    #[must_use]
    pub fn item(&self, contract: &'c Contract, value: &Value) -> Self {
        let mut place = Self::default();
        for voice in self.voices() {
            if let Some(items) = voice.node.items.as_deref() {
                place.add(contract, (voice.at, items, voice.force), value);
            }
        }
        place
    }

    /// What is known of a member of an object.
    pub fn member(&self, contract: &'c Contract, name: &str, value: &Value) -> Knowledge<'c> {
        let mut place = Self::default();
        let (mut known, mut naming, mut gone_soon) = (ReleaseSet::NONE, ReleaseSet::NONE, ReleaseSet::NONE);
        let mut is_free = true;
        for Voice { at, node, force } in self.voices() {
            if let Some(property) = node.property(name) {
                is_free = false;
                known = known | (at & property.life);
                gone_soon = gone_soon | (at & property.life & deprecated(property));
                place.add(contract, (at & property.life, &property.schema, force), value);
            }
            let others = at - declared(node, name);
            match &node.additional {
                Additional::Schema(schema) => {
                    known = known | others;
                    place.add(contract, (others, schema, force), value);
                }
                // The schema itself refuses it, and so says all there is to say.
                Additional::Forbidden => known = known | others,
                Additional::Unsaid => {}
            }
            if !node.properties.is_empty() {
                naming = naming | at;
            }
        }
        Knowledge { place, known, undeclared: naming - known, deprecated: gone_soon, is_free }
    }
}

/// The releases at which a property or parameter is deprecated: by its flag, or by the state that it claims.
pub(super) fn deprecated(property: &Property) -> ReleaseSet {
    let claims = property.markers.iter().filter(|(_, history)| history.state() == Some(&State::Deprecated));
    claims.fold(property.deprecated, |all, (releases, _)| all | releases)
}

/// The releases at which the type of a schema is that of a value.
fn fitting(schema: &Schema, value: &Value) -> ReleaseSet {
    let fits = |node: &Node| node.kind.is_none_or(|kind| kind.admits(value));
    schema.iter().filter(|(_, node)| fits(node)).fold(ReleaseSet::NONE, |all, (releases, _)| all | releases)
}
