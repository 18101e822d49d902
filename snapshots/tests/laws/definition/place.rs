//! A place in a value, with everything that the contract says of it at a release.

use contract::{Additional, Node, Projection, Property, Schema};
use serde_json::Value;

/// What speaks of one place.
#[derive(Clone, Default)]
pub(super) struct Place {
    /// What must or may hold there: the node itself, what it refers to, all of `allOf`, and the alternatives of its type.
    pub(super) nodes: Vec<&'static Node>,
    /// The component that the place is, else the nearest one around it.
    pub(super) component: Option<&'static str>,
    /// All components that it may be, more than one where there are alternatives here or further up.
    candidates: Vec<&'static str>,
    /// The property that it is the value of.
    property: Option<&'static Property>,
}

/// What the contract says of a member of an object.
pub(super) enum Member {
    /// It exists at the release.
    Known(Place),
    /// It exists at other releases only.
    Elsewhere(&'static Property),
    /// Nobody says which members there are, or a schema itself forbids this one.
    Free,
    /// It exists at no release.
    Unknown,
}

/// The component that a name leads to: one that is nothing but a reference is another name, and it is the other that says
/// what is broken (its keyword's absolute location is there).
fn meant_by(view: Projection<'static>, name: &'static str) -> &'static str {
    let node = view.contract.component(name).and_then(|component| component.schema.at(view.release));
    let only = node.filter(|node| node.kind.is_none() && node.properties.is_empty());
    only.and_then(|node| node.reference.as_deref()).map_or(name, |other| meant_by(view, other))
}

impl Place {
    pub(super) fn root(view: Projection<'static>, schema: &'static Schema, value: &Value) -> Self {
        let mut place = Self::default();
        place.add(view, schema, value);
        place
    }

    fn add(&mut self, view: Projection<'static>, schema: &'static Schema, value: &Value) {
        let Some(node) = schema.at(view.release) else { return };
        if self.nodes.iter().any(|known| std::ptr::eq(*known, node)) {
            return;
        }
        self.nodes.push(node);
        if let Some(name) = &node.reference {
            let meant = meant_by(view, name);
            self.component = self.component.or(Some(meant));
            self.candidates.push(meant);
            view.contract.component(name).into_iter().for_each(|component| self.add(view, &component.schema, value));
        }
        node.all_of.iter().for_each(|schema| self.add(view, schema, value));
        for choice in node.any_of.iter().chain(&node.one_of) {
            let kind = choice.at(view.release).and_then(|choice| choice.kind);
            if kind.is_none_or(|kind| kind.admits(value)) {
                self.add(view, choice, value);
            }
        }
    }

    /// A place below this one.
    fn below(&self, view: Projection<'static>, schemas: &[&'static Schema], value: &Value) -> Self {
        let mut place = Self::default();
        for schema in schemas {
            place.add(view, schema, value);
        }
        Self { component: place.component.or(self.component), ..place }
    }

    pub(super) fn member(&self, view: Projection<'static>, key: &str, value: &Value) -> Member {
        let declared: Vec<&'static Property> = self.nodes.iter().filter_map(|node| node.property(key)).collect();
        let alive: Vec<&'static Property> =
            declared.iter().copied().filter(|property| property.life.contains(view.release)).collect();
        let silent = self.nodes.iter().filter(|node| node.property(key).is_none());
        let others = silent.filter_map(|node| match &node.additional {
            Additional::Schema(schema) => Some(&**schema),
            Additional::Unspecified | Additional::Forbidden => None,
        });
        let schemas: Vec<&'static Schema> = alive.iter().map(|property| &property.schema).chain(others).collect();
        let says_something = schemas.iter().any(|schema| schema.at(view.release).is_some());
        match declared.first() {
            _ if !alive.is_empty() || says_something => {
                Member::Known(Self { property: alive.first().copied(), ..self.below(view, &schemas, value) })
            }
            Some(property) => Member::Elsewhere(property),
            None if self.nodes.iter().all(|node| node.properties.is_empty()) => Member::Free,
            None if self.nodes.iter().any(|node| node.additional == Additional::Forbidden) => Member::Free,
            None => Member::Unknown,
        }
    }

    pub(super) fn item(&self, view: Projection<'static>, value: &Value) -> Self {
        let items: Vec<&'static Schema> = self.nodes.iter().filter_map(|node| node.items.as_deref()).collect();
        self.below(view, &items, value)
    }

    /// The component that a member of this place is told of: of several alternatives the one that has it. Behind it the
    /// others.
    pub(super) fn components_of(&self, view: Projection<'static>, key: &str) -> Vec<&'static str> {
        let has = |name: &&&str| view.component(name).is_some_and(|node| node.property(key).is_some());
        let having = self.candidates.iter().find(has).copied();
        having.into_iter().chain(self.component).chain(self.candidates.iter().copied()).collect()
    }

    /// Whether the place is the value of a deprecated property.
    pub(super) fn is_deprecated(&self, view: Projection<'_>) -> bool {
        self.property.is_some_and(|property| property.is_deprecated_at(view.release))
    }

    /// The place at a JSON Pointer, which may end at a member that is not there.
    pub(super) fn at(&self, view: Projection<'static>, value: &Value, pointer: &str) -> Self {
        let (mut place, mut value) = (self.clone(), value);
        for token in pointer.split('/').skip(1) {
            let key = token.replace("~1", "/").replace("~0", "~");
            let below = value.pointer(&format!("/{token}")).unwrap_or(&Value::Null);
            let next = match value {
                Value::Array(_) => place.item(view, below),
                _ => match place.member(view, &key, below) {
                    Member::Known(next) => next,
                    _ => Self { component: place.component, ..Self::default() },
                },
            };
            (place, value) = (next, below);
        }
        place
    }
}
