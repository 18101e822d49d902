//! The walk: a value against a schema of all eras at once.
//!
//! Every step is told which releases are still open and answers which of them are left. A node that holds for some
//! releases only is asked about those, once; where nothing is open any more, nothing is done.

use contract::{Additional, Contract, Node, Property, ReleaseSet, Schema};
use serde_json::{Map, Value};

use super::leaf::Leaves;
use super::trail::Trail;

/// Judges values by a contract.
pub(super) struct Judge<'r, 'c> {
    pub(super) contract: &'c Contract,
    leaves: &'r mut Leaves,
}

impl<'r, 'c> Judge<'r, 'c> {
    pub(super) fn new(contract: &'c Contract, leaves: &'r mut Leaves) -> Self {
        Self { contract, leaves }
    }

    /// The open releases at which a value is right.
    pub(super) fn schema(&mut self, schema: &'c Schema, value: &Value, open: ReleaseSet) -> ReleaseSet {
        self.eras(schema, value, open, &Trail::START)
    }

    /// A release at which the schema says nothing forbids nothing.
    fn eras(&mut self, schema: &'c Schema, value: &Value, open: ReleaseSet, trail: &Trail<'_>) -> ReleaseSet {
        let (mut right, mut silent) = (ReleaseSet::NONE, open);
        for (releases, node) in schema.iter() {
            if silent.is_empty() {
                break;
            }
            right = right | self.node(node, value, open & releases, trail);
            silent = silent - releases;
        }
        right | silent
    }

    fn node(&mut self, node: &'c Node, value: &Value, open: ReleaseSet, trail: &Trail<'_>) -> ReleaseSet {
        let mut right = self.itself(node, value, open);
        if right.is_empty() || is_null_beside(node, value) {
            return right;
        }
        if let Some(name) = &node.reference {
            right = self.reference(name, value, right, trail);
        }
        for schema in &node.all_of {
            right = self.eras(schema, value, right, trail);
        }
        right = self.choices(node, value, right, trail);
        match value {
            Value::Object(members) => self.object(node, members, right),
            Value::Array(items) => self.array(node, items, right),
            _ => right,
        }
    }

    /// What a node says of a value without a look at other nodes: type, enum and plain facts.
    pub(super) fn itself(&mut self, node: &'c Node, value: &Value, open: ReleaseSet) -> ReleaseSet {
        if open.is_empty() || !admits_type(node, value) || !self.leaves.hold(node, value) {
            return ReleaseSet::NONE;
        }
        if is_null_beside(node, value) {
            return open;
        }
        open & self.leaves.values(node, value)
    }

    fn reference(&mut self, name: &'c str, value: &Value, open: ReleaseSet, trail: &Trail<'_>) -> ReleaseSet {
        match self.contract.component(name) {
            Some(component) if !trail.has(name) => self.eras(&component.schema, value, open, &trail.through(name)),
            _ => open,
        }
    }

    /// The alternatives of a node, and what it must not be.
    pub(super) fn choices(&mut self, node: &'c Node, value: &Value, open: ReleaseSet, trail: &Trail<'_>) -> ReleaseSet {
        let mut right = open;
        if !node.any_of.is_empty() {
            let mut missed = right;
            for schema in &node.any_of {
                missed = missed - self.eras(schema, value, missed, trail);
            }
            right = right - missed;
        }
        if !node.one_of.is_empty() {
            let (mut once, mut again) = (ReleaseSet::NONE, ReleaseSet::NONE);
            for schema in &node.one_of {
                let fits = self.eras(schema, value, right - again, trail);
                again = again | (once & fits);
                once = once | fits;
            }
            right = once - again;
        }
        match &node.not {
            Some(schema) => right - self.eras(schema, value, right, trail),
            None => right,
        }
    }

    fn object(&mut self, node: &'c Node, members: &Map<String, Value>, open: ReleaseSet) -> ReleaseSet {
        let mut right = open;
        for property in &node.properties {
            if right.is_empty() {
                return right;
            }
            right = match members.get(&property.name) {
                Some(value) => (right - property.life) | self.schema(&property.schema, value, right & property.life),
                None => right - must(property),
            };
        }
        if node.additional == Additional::Unsaid {
            return right;
        }
        for (name, value) in members {
            let declared = right & declared(node, name);
            right = match &node.additional {
                Additional::Schema(schema) => declared | self.schema(schema, value, right - declared),
                Additional::Forbidden | Additional::Unsaid => declared,
            };
        }
        right
    }

    fn array(&mut self, node: &'c Node, items: &[Value], open: ReleaseSet) -> ReleaseSet {
        let mut right = open;
        let Some(schema) = &node.items else { return right };
        for item in items {
            if right.is_empty() {
                break;
            }
            right = self.schema(schema, item, right);
        }
        right
    }
}

/// The releases at which a property must be there.
pub(super) fn must(property: &Property) -> ReleaseSet {
    property.required & property.life
}

/// The releases at which a node itself has a property of this name.
pub(super) fn declared(node: &Node, name: &str) -> ReleaseSet {
    node.property(name).map_or(ReleaseSet::NONE, |property| property.life)
}

/// Whether a node lets null pass for all that stands in it: it has no type of its own for null to be added to.
pub(super) fn is_null_beside(node: &Node, value: &Value) -> bool {
    value.is_null() && node.nullable && (node.kind.is_none() || node.reference.is_some())
}

fn admits_type(node: &Node, value: &Value) -> bool {
    node.kind.is_none_or(|kind| kind.admits(value)) || (node.nullable && value.is_null())
}
