//! Schema nodes: types, constraints and properties, each with its life.

use std::fmt;

use serde_json::Value;

use crate::keyword::Keywords;
use crate::marker::{History, State};
use crate::{Applicator, Aside, Eras, NodeId, Origin, PropertyIndex, Release, ReleaseSet};

/// A schema: one node by era.
pub type Schema = Eras<Node>;

/// What a schema says in one era. A reference with other keywords beside it means both.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Node {
    /// Who it is within its contract.
    pub id: Aside<NodeId>,
    /// Where it was written.
    pub origin: Aside<Option<Origin>>,
    /// Where each of many properties is.
    pub index: Aside<PropertyIndex>,
    /// The name of the component that this node refers to.
    pub reference: Option<String>,
    /// The type; none allows any.
    pub kind: Option<Kind>,
    /// Whether null is allowed beside what the rest says.
    pub nullable: bool,
    /// The values of an enum; empty where there is none.
    pub values: Vec<EnumValue>,
    /// The plain facts: format, pattern, bounds, default, …
    pub keywords: Keywords,
    /// The properties of an object, in the order of the source.
    pub properties: Vec<Property>,
    /// What properties beside those may be.
    pub additional: Additional,
    /// The items of an array.
    pub items: Option<Box<Schema>>,
    /// All of these hold.
    pub all_of: Vec<Schema>,
    /// At least one of these holds.
    pub any_of: Vec<Schema>,
    /// Exactly one of these holds.
    pub one_of: Vec<Schema>,
    /// This does not hold.
    pub not: Option<Box<Schema>>,
    /// What else JSON Schema 2020-12 has with schemas below it: `if`, `prefixItems`, `patternProperties`, …
    pub applicators: Vec<Applicator>,
}

/// The type of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// `null`
    Null,
    /// `true` or `false`
    Boolean,
    /// A number without a fraction; `3.0` is one.
    Integer,
    /// Any number.
    Number,
    /// A text.
    String,
    /// A list.
    Array,
    /// Names with values.
    Object,
}

/// A value of an enum.
#[derive(Clone, Debug, PartialEq)]
pub struct EnumValue {
    /// The value itself.
    pub value: Value,
    /// The releases at which it is one of the enum's.
    pub life: ReleaseSet,
}

/// A property of an object, or a parameter of an operation.
#[derive(Clone, Debug, PartialEq)]
pub struct Property {
    /// Its name.
    pub name: String,
    /// Where it was written.
    pub origin: Aside<Option<Origin>>,
    /// The releases at which it exists.
    pub life: ReleaseSet,
    /// The releases at which it must be there.
    pub required: ReleaseSet,
    /// The releases at which the document flags it deprecated.
    pub deprecated: ReleaseSet,
    /// What the document claims, by era.
    pub markers: Eras<History>,
    /// What its value is.
    pub schema: Schema,
    /// Whether only `required` names it, so that nothing is said of its value.
    pub is_implied: bool,
}

/// What properties that are not named may be.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Additional {
    /// The schema does not say, so anything.
    #[default]
    Unspecified,
    /// None.
    Forbidden,
    /// Whatever this schema allows.
    Schema(Box<Schema>),
}

impl Kind {
    const NAMES: [(&'static str, Self); 7] = [
        ("null", Self::Null),
        ("boolean", Self::Boolean),
        ("integer", Self::Integer),
        ("number", Self::Number),
        ("string", Self::String),
        ("array", Self::Array),
        ("object", Self::Object),
    ];

    /// The type that a schema's `type` names.
    pub fn named(name: &str) -> Option<Self> {
        Self::NAMES.into_iter().find(|(known, _)| *known == name).map(|(_, kind)| kind)
    }

    /// Its name in a schema.
    pub fn name(self) -> &'static str {
        Self::NAMES.into_iter().find(|(_, kind)| *kind == self).map_or("", |(name, _)| name)
    }

    /// Whether a value is of this type, as JSON Schema defines it.
    pub fn admits(self, value: &Value) -> bool {
        match self {
            Self::Null => value.is_null(),
            Self::Boolean => value.is_boolean(),
            Self::Integer => is_integer(value),
            Self::Number => value.is_number(),
            Self::String => value.is_string(),
            Self::Array => value.is_array(),
            Self::Object => value.is_object(),
        }
    }
}

fn is_integer(value: &Value) -> bool {
    value.is_i64() || value.is_u64() || value.as_f64().is_some_and(|number| number.fract() == 0.0)
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl Node {
    /// A node that refers to a component.
    pub fn to(name: impl Into<String>) -> Self {
        Self { reference: Some(name.into()), ..Self::default() }
    }

    /// A node of one type.
    pub fn of(kind: Kind) -> Self {
        Self { kind: Some(kind), ..Self::default() }
    }

    /// The property of this name, whenever it lived.
    pub fn property(&self, name: &str) -> Option<&Property> {
        self.index.0.find(&self.properties, name)
    }

    /// The types that the node itself names: `type`, else those of the values that it lists, else of what it speaks of.
    pub fn kinds(&self, release: Release) -> Vec<Kind> {
        let of = |value: &Value| Kind::NAMES.into_iter().map(|(_, kind)| kind).find(|kind| kind.admits(value));
        let listed = || self.values_at(release).chain(self.keywords.get("const")).filter_map(of);
        let spoken_of = || {
            let object = (!self.properties.is_empty()).then_some(Kind::Object);
            object.into_iter().chain(self.items.as_ref().map(|_| Kind::Array))
        };
        match self.kind {
            Some(kind) => vec![kind],
            None if listed().next().is_some() => listed().collect(),
            None => spoken_of().collect(),
        }
    }

    /// The member whose text says that this branch of a choice is meant, as a discriminator has it.
    pub fn tag(&self) -> Option<&Property> {
        let [property] = self.properties.as_slice() else { return None };
        let has_values = property.schema.constant().is_some_and(|node| !node.values.is_empty());
        (self.reference.is_some() && has_values).then_some(property)
    }

    /// The values of the enum at one release.
    pub fn values_at(&self, release: Release) -> impl Iterator<Item = &Value> {
        self.values.iter().filter(move |value| value.life.contains(release)).map(|value| &value.value)
    }

    /// The schemas right below this node, save those of its properties.
    pub fn structure(&self) -> impl Iterator<Item = &Schema> {
        let additional = match &self.additional {
            Additional::Schema(schema) => Some(&**schema),
            Additional::Unspecified | Additional::Forbidden => None,
        };
        let single = [additional, self.items.as_deref(), self.not.as_deref()].into_iter().flatten();
        let lists = self.all_of.iter().chain(&self.any_of).chain(&self.one_of);
        single.chain(lists).chain(self.applicators.iter().map(|applicator| &applicator.schema))
    }

    /// Whether one of the applicators is of this keyword.
    pub fn has_applicator(&self, keyword: &str) -> bool {
        self.applicators.iter().any(|applicator| applicator.keyword == keyword)
    }
}

impl Property {
    /// Whether the contract calls it deprecated at a release: by its flag, or by the state that it claims.
    pub fn is_deprecated_at(&self, release: Release) -> bool {
        let claimed = self.markers.at(release).and_then(History::state);
        self.deprecated.contains(release) || claimed == Some(&State::Deprecated)
    }

    /// A property that lives always, optional and unmarked.
    pub fn optional(name: impl Into<String>, schema: Schema) -> Self {
        Self {
            name: name.into(),
            origin: Aside::default(),
            life: ReleaseSet::all(),
            required: ReleaseSet::NONE,
            deprecated: ReleaseSet::NONE,
            markers: Eras::never(),
            schema,
            is_implied: false,
        }
    }
}
