//! Reads schema nodes into shapes.

use std::collections::BTreeSet;

use contract::{Additional, Node, Projection, Schema, write};
use serde_json::Value;

use super::{Bound, Choice, Extra, Kinds, List, Member, Members, Numbers, Shape, Sub, Text};

/// Formats that a JSON Schema validator checks; all others only tell how to hold a value.
const CHECKED: &[&str] = &[
    "date",
    "date-time",
    "duration",
    "email",
    "hostname",
    "idn-email",
    "idn-hostname",
    "ipv4",
    "ipv6",
    "iri",
    "iri-reference",
    "json-pointer",
    "regex",
    "relative-json-pointer",
    "time",
    "uri",
    "uri-reference",
    "uri-template",
    "uuid",
];

/// Keywords that are compared as a whole, with the applicators of their node.
const NOT_TAKEN_APART: [&str; 3] = ["dependentRequired", "maxContains", "minContains"];

/// Keywords that do not bear on the set of values.
const BESIDE: &[&str] = &["default", "readOnly", "writeOnly"];

/// Reads the schemas of one projection.
pub(crate) struct Reader<'c> {
    pub(crate) view: Projection<'c>,
    /// Components that both sides refer to where reading began; their members are inherited.
    shared: BTreeSet<&'c str>,
    /// The components that are being read.
    open: Vec<&'c str>,
}

/// The component that a sub says nothing but the name of, and whether null is allowed beside it.
pub(crate) fn plain_reference<'c>(sub: &Sub<'c>) -> Option<(&'c str, bool)> {
    let [node] = sub.0.as_slice() else { return None };
    let name = node.reference.as_deref()?;
    let bare = node.kind.is_none()
        && node.values.is_empty()
        && node.properties.is_empty()
        && node.additional == Additional::Unspecified
        && node.structure().next().is_none()
        && node.keywords.iter().all(|(keyword, _)| BESIDE.contains(&keyword.name()));
    bare.then_some((name, node.nullable))
}

impl<'c> Reader<'c> {
    pub(crate) fn new(view: Projection<'c>) -> Self {
        Self { view, shared: BTreeSet::new(), open: Vec::new() }
    }

    /// The same, with components that both sides refer to.
    pub(crate) fn sharing(view: Projection<'c>, shared: BTreeSet<&'c str>) -> Self {
        Self { view, shared, open: Vec::new() }
    }

    /// What a schema of the contract says here; anything where it says nothing.
    pub(crate) fn sub(&self, schema: &'c Schema) -> Sub<'c> {
        Sub(schema.at(self.view.release).into_iter().collect())
    }

    /// What all of these allow.
    pub(crate) fn shape(&mut self, sub: &Sub<'c>) -> Shape<'c> {
        let mut shape = Shape::any();
        for node in &sub.0 {
            let one = self.node(node);
            shape.meet(one);
        }
        shape.tidy();
        shape
    }

    /// The components that a sub refers to as a part of what it says itself, directly or through others.
    pub(crate) fn bases(&self, sub: &Sub<'c>) -> BTreeSet<&'c str> {
        let mut bases = BTreeSet::new();
        let mut open: Vec<&'c Node> = sub.0.clone();
        while let Some(node) = open.pop() {
            if let Some(name) = node.reference.as_deref()
                && bases.insert(name)
            {
                open.extend(self.view.component(name));
            }
            open.extend(node.all_of.iter().filter_map(|schema| schema.at(self.view.release)));
        }
        bases
    }

    fn node(&mut self, node: &'c Node) -> Shape<'c> {
        let mut shape = self.own(node);
        if let Some(name) = node.reference.as_deref() {
            let one = self.component(name);
            shape.meet(one);
        }
        for part in &node.all_of {
            let one = self.schema(part);
            shape.meet(one);
        }
        for (keyword, branches) in [("anyOf", &node.any_of), ("oneOf", &node.one_of)] {
            if !branches.is_empty() {
                self.choose(&mut shape, keyword, branches);
            }
        }
        if node.nullable {
            shape.kinds = shape.kinds.or(Kinds::NULL);
        }
        shape
    }

    fn schema(&mut self, schema: &'c Schema) -> Shape<'c> {
        match schema.at(self.view.release) {
            Some(node) => self.node(node),
            None => Shape::any(),
        }
    }

    fn component(&mut self, name: &'c str) -> Shape<'c> {
        // A component that is a part of itself adds nothing to itself.
        let Some(node) = self.view.component(name).filter(|_| !self.open.contains(&name)) else { return Shape::any() };
        self.open.push(name);
        let mut shape = self.node(node);
        self.open.pop();
        if self.shared.contains(name) {
            shape.members.named.values_mut().for_each(|member| member.inherited = true);
        }
        shape
    }

    fn choose(&mut self, shape: &mut Shape<'c>, keyword: &'static str, branches: &'c [Schema]) {
        let read: Vec<(&'c Schema, Shape<'c>)> = branches.iter().map(|branch| (branch, self.schema(branch))).collect();
        let kinds = read.iter().fold(Kinds::NONE, |kinds, (_, one)| kinds.or(one.kinds));
        // Null is a type, and said as one.
        let (null, others): (Vec<_>, Vec<_>) = read.into_iter().partition(|(_, one)| one.kinds == Kinds::NULL);
        let (branches, mut shapes): (Vec<&'c Schema>, Vec<Shape<'c>>) = others.into_iter().unzip();
        if let ([_], [one]) = (branches.as_slice(), shapes.as_mut_slice()) {
            one.kinds = one.kinds.or(kinds.and(Kinds::NULL));
        } else {
            shapes.extend(null.into_iter().map(|(_, one)| one));
        }
        if let Some(one) = Shape::union(shapes) {
            return shape.meet(one);
        }
        shape.kinds = shape.kinds.and(kinds);
        let branches = branches.into_iter().map(|branch| self.sub(branch)).collect();
        shape.choices.push(Choice { keyword, branches });
    }

    /// What a node says without what it refers to and combines.
    fn own(&self, node: &'c Node) -> Shape<'c> {
        let release = self.view.release;
        let mut shape = Shape { kinds: node.kind.map_or(Kinds::ALL, Kinds::of), ..Shape::any() };
        let mut values: Vec<Value> = node.values_at(release).cloned().collect();
        values.extend(node.keywords.get("const").cloned());
        if !values.is_empty() {
            // The reader of documents has made null in an enum a flag of its own.
            shape.kinds = if values.contains(&Value::Null) { shape.kinds } else { shape.kinds.without(Kinds::NULL) };
            shape.values = Some(values);
        }
        shape.text = text(node);
        shape.number = numbers(node);
        shape.list = List {
            items: node.items.as_deref().map(|items| self.sub(items)).unwrap_or_default(),
            min: count(node, "minItems"),
            max: count(node, "maxItems"),
            unique: flag(node, "uniqueItems"),
        };
        shape.members = self.members(node);
        let projected = |not: &contract::Schema| write::json_schema_of(self.view, not);
        shape.nots = node.not.as_deref().map(projected).into_iter().collect();
        shape.nots.extend(self.applicators(node));
        let format = node.keywords.text("format").filter(|format| !CHECKED.contains(format));
        shape.notes = super::Notes {
            default: node.keywords.get("default").filter(|value| !value.is_null()).cloned(),
            read_only: flag(node, "readOnly"),
            write_only: flag(node, "writeOnly"),
            hints: format.map(str::to_owned).into_iter().collect(),
        };
        shape.tidy();
        shape
    }

    /// What is not taken apart of a node, as JSON Schema.
    fn applicators(&self, node: &'c Node) -> Option<Value> {
        let mut only = Node { applicators: node.applicators.clone(), ..Node::default() };
        let beside = node.keywords.iter().filter(|(keyword, _)| NOT_TAKEN_APART.contains(&keyword.name()));
        beside.for_each(|(keyword, value)| only.keywords.set(keyword, value.clone()));
        let says_nothing = only.applicators.is_empty() && only.keywords.is_empty();
        (!says_nothing).then(|| write::json_schema_of(self.view, &contract::Schema::always(only)))
    }

    fn members(&self, node: &'c Node) -> Members<'c> {
        let release = self.view.release;
        let alive = node.properties.iter().filter(|property| property.life.contains(release));
        let member = |property: &'c contract::Property| {
            (property.name.as_str(), Member::of(property, property.schema.at(release), release))
        };
        Members {
            named: alive.map(member).collect(),
            extra: match &node.additional {
                Additional::Unspecified => Extra::Any,
                Additional::Forbidden => Extra::Forbidden,
                Additional::Schema(schema) if schema.at(release).is_none_or(|node| *node == Node::default()) => {
                    Extra::Any
                }
                Additional::Schema(schema) => Extra::Of(self.sub(schema)),
            },
            min: count(node, "minProperties"),
            max: count(node, "maxProperties"),
        }
    }
}

fn text(node: &Node) -> Text {
    let text = |name: &str| node.keywords.text(name).map(str::to_owned);
    Text {
        formats: text("format").filter(|format| CHECKED.contains(&format.as_str())).into_iter().collect(),
        patterns: text("pattern").into_iter().collect(),
        min: count(node, "minLength"),
        max: count(node, "maxLength"),
    }
}

fn numbers(node: &Node) -> Numbers {
    let number = |name: &str| node.keywords.get(name).and_then(Value::as_f64);
    let bound = |name: &str, exclusive| number(name).map(|value| Bound { value, exclusive });
    let range = |exclusive: bool, min: &str, max: &str| Numbers {
        min: bound(min, exclusive),
        max: bound(max, exclusive),
        multiples: Vec::new(),
    };
    let mut numbers = range(false, "minimum", "maximum");
    numbers.meet(range(true, "exclusiveMinimum", "exclusiveMaximum"));
    numbers.multiples.extend(number("multipleOf"));
    numbers
}

fn count(node: &Node, name: &str) -> Option<u64> {
    node.keywords.get(name).and_then(Value::as_u64)
}

fn flag(node: &Node, name: &str) -> bool {
    node.keywords.get(name).and_then(Value::as_bool).unwrap_or(false)
}
