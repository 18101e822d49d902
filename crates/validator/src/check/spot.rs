//! A place in a value, with everything that the contract may mean by it.
//!
//! A schema can refer, combine and offer alternatives; what a value's member is called by, and until when, is then a
//! question to several nodes at once. A spot holds them all.

use contract::{Additional, Node, Projection, Property, Schema};
use serde_json::Value;

/// The nodes that speak of one place in a value.
#[derive(Clone, Debug, Default)]
pub(crate) struct Spot<'c> {
    nodes: Vec<&'c Node>,
    /// The nearest component around the place.
    pub(crate) component: Option<&'c str>,
    /// The property that the place is the value of.
    pub(crate) property: Option<&'c Property>,
}

/// What the contract knows of a member of an object.
pub(crate) enum Member<'c> {
    /// It exists at this release.
    Known(Spot<'c>),
    /// It exists at other releases only.
    Elsewhere(&'c Property),
    /// The object may have any members, or the schema itself refuses this one.
    Free,
    /// It exists at no release.
    Unknown,
}

impl<'c> Spot<'c> {
    /// The spot of a whole value.
    pub(crate) fn root(view: Projection<'c>, schema: &'c Schema, value: &Value) -> Self {
        let mut spot = Self::default();
        spot.add(view, schema, value);
        spot
    }

    /// The nodes, the outermost first.
    pub(crate) fn nodes(&self) -> impl Iterator<Item = &'c Node> {
        self.nodes.iter().copied()
    }

    fn add(&mut self, view: Projection<'c>, schema: &'c Schema, value: &Value) {
        let mut open: Vec<&'c Node> = schema.at(view.release).into_iter().collect();
        while let Some(node) = open.pop() {
            if self.nodes.iter().any(|known| std::ptr::eq(*known, node)) {
                continue;
            }
            self.nodes.push(node);
            if let Some(name) = &node.reference {
                self.component = self.component.or(Some(name));
                open.extend(view.component(name));
            }
            open.extend(node.all_of.iter().filter_map(|schema| schema.at(view.release)));
            let choices = node.any_of.iter().chain(&node.one_of).filter_map(|schema| schema.at(view.release));
            open.extend(choices.filter(|choice| choice.kind.is_none_or(|kind| kind.admits(value))));
        }
    }

    /// The spot of a member of an object.
    pub(crate) fn member(&self, view: Projection<'c>, key: &str, value: &Value) -> Member<'c> {
        let declared: Vec<&'c Property> = self.nodes().filter_map(|node| node.property(key)).collect();
        let mut spot = Self { component: None, ..Self::default() };
        for property in declared.iter().filter(|property| property.life.contains(view.release)) {
            spot.property = spot.property.or(Some(property));
            spot.add(view, &property.schema, value);
        }
        for node in self.nodes().filter(|node| node.property(key).is_none()) {
            if let Additional::Schema(schema) = &node.additional {
                spot.add(view, schema, value);
            }
        }
        if spot.property.is_some() || !spot.nodes.is_empty() {
            return Member::Known(Self { component: spot.component.or(self.component), ..spot });
        }
        match declared.first() {
            Some(property) => Member::Elsewhere(property),
            None if self.is_open() || self.is_closed() => Member::Free,
            None => Member::Unknown,
        }
    }

    /// Whether no node says what members there are.
    fn is_open(&self) -> bool {
        self.nodes().all(|node| node.properties.is_empty())
    }

    /// Whether a schema itself refuses other members, and so says all there is to say.
    fn is_closed(&self) -> bool {
        self.nodes().any(|node| node.additional == Additional::Forbidden)
    }

    /// The spot of the items of an array.
    pub(crate) fn item(&self, view: Projection<'c>, value: &Value) -> Self {
        let mut spot = Self::default();
        for items in self.nodes().filter_map(|node| node.items.as_deref()) {
            spot.add(view, items, value);
        }
        Self { component: spot.component.or(self.component), ..spot }
    }

    /// The spot at a JSON Pointer below this one, as far as the contract goes. A last token that is not in the value
    /// (a missing property) is looked up all the same.
    pub(crate) fn at(&self, view: Projection<'c>, value: &Value, pointer: &str) -> Self {
        let mut spot = self.clone();
        let mut value = value;
        for token in pointer.split('/').skip(1) {
            let (next, below) = spot.step(view, value, &token.replace("~1", "/").replace("~0", "~"));
            spot = Self { component: next.component.or(spot.component), ..next };
            value = below;
        }
        spot
    }

    /// One token further, with the value there.
    fn step<'v>(&self, view: Projection<'c>, value: &'v Value, key: &str) -> (Self, &'v Value) {
        if let Value::Array(items) = value {
            let item = key.parse::<usize>().ok().and_then(|index| items.get(index)).unwrap_or(&Value::Null);
            return (self.item(view, item), item);
        }
        let member = value.get(key).unwrap_or(&Value::Null);
        let next = match self.member(view, key, member) {
            Member::Known(next) => next,
            Member::Elsewhere(property) => Self { property: Some(property), ..Self::default() },
            Member::Free | Member::Unknown => Self::default(),
        };
        (next, member)
    }
}
