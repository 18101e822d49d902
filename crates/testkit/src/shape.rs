//! What a schema asks of a value at one release, with references, `allOf` and alternatives taken apart.
//!
//! A schema becomes "null or not" and a list of ways. A way is a list of nodes that hold together; a value other than
//! null is right if it fits one of the ways.

use contract::{Additional, Kind, Node, Projection, Property, Schema};
use serde_json::Value;

/// References that lead to nothing but references end here.
const DEEPEST: usize = 32;

/// All that a value at one place can be.
#[derive(Clone, Debug, Default)]
pub(crate) struct Shape<'c> {
    /// Whether it can be null.
    pub(crate) null: bool,
    /// What else it can be.
    pub(crate) ways: Vec<Way<'c>>,
}

/// Nodes that a value other than null fits together.
#[derive(Clone, Debug, Default)]
pub(crate) struct Way<'c> {
    /// The nodes.
    pub(crate) nodes: Vec<&'c Node>,
    /// The components that they come from.
    pub(crate) names: Vec<&'c str>,
}

/// A property of an object, from every node that has it.
#[derive(Clone, Debug)]
pub(crate) struct Field<'c> {
    pub(crate) name: &'c str,
    pub(crate) required: bool,
    pub(crate) schemas: Vec<&'c Schema>,
}

impl<'c> Shape<'c> {
    /// The shape of a value that fits all of these schemas.
    pub(crate) fn of(view: Projection<'c>, schemas: &[&'c Schema]) -> Self {
        schemas.iter().fold(Self::anything(), |all, schema| all.and(&Self::of_schema(view, schema, 0)))
    }

    /// Whether a value of this kind, other than null, fits some way; a way without a kind takes any.
    pub(crate) fn admits_kind_of(&self, value: &Value) -> bool {
        self.ways.iter().any(|way| way.kind().is_none_or(|kind| kind.admits(value)))
    }

    fn anything() -> Self {
        Self { null: true, ways: vec![Way::default()] }
    }

    fn of_schema(view: Projection<'c>, schema: &'c Schema, depth: usize) -> Self {
        match schema.at(view.release) {
            // A schema that says nothing at a release forbids nothing.
            None => Self::anything(),
            Some(_) if depth > DEEPEST => Self::default(),
            Some(node) => Self::of_node(view, node, depth + 1),
        }
    }

    fn of_node(view: Projection<'c>, node: &'c Node, depth: usize) -> Self {
        let typed = node.kind.is_some() && node.reference.is_none();
        let null_by_type = node.kind.is_none_or(|kind| kind == Kind::Null) && node.values.is_empty();
        let mut shape = Self {
            null: (null_by_type || (typed && node.nullable)) && node.not.is_none(),
            ways: if node.kind == Some(Kind::Null) { Vec::new() } else { vec![Way::from(node)] },
        };
        if let Some(name) = &node.reference {
            shape = shape.and(&Self::of_component(view, name, depth));
        }
        for schema in &node.all_of {
            shape = shape.and(&Self::of_schema(view, schema, depth));
        }
        for choice in [&node.any_of, &node.one_of].into_iter().filter(|choice| !choice.is_empty()) {
            let branches = choice.iter().map(|schema| Self::of_schema(view, schema, depth));
            shape = shape.and(&branches.fold(Self::default(), Self::or));
        }
        // Without a type, or beside a reference, "nullable" means null or all the rest.
        shape.null |= node.nullable && !typed;
        shape.null &= node.keywords.get("const").is_none_or(Value::is_null);
        shape
    }

    fn of_component(view: Projection<'c>, name: &'c str, depth: usize) -> Self {
        let Some(component) = view.contract.component(name) else { return Self::anything() };
        let mut shape = Self::of_schema(view, &component.schema, depth);
        shape.ways.iter_mut().for_each(|way| way.names.push(name));
        shape
    }

    fn and(&self, other: &Self) -> Self {
        let pairs = self.ways.iter().flat_map(|one| other.ways.iter().map(move |two| one.and(two)));
        Self { null: self.null && other.null, ways: pairs.filter(Way::is_possible).collect() }
    }

    fn or(mut self, other: Self) -> Self {
        self.null |= other.null;
        self.ways.extend(other.ways);
        self
    }
}

impl<'c> From<&'c Node> for Way<'c> {
    fn from(node: &'c Node) -> Self {
        Self { nodes: vec![node], names: Vec::new() }
    }
}

impl<'c> Way<'c> {
    fn and(&self, other: &Self) -> Self {
        let nodes = self.nodes.iter().chain(&other.nodes).copied().collect();
        Self { nodes, names: self.names.iter().chain(&other.names).copied().collect() }
    }

    fn is_possible(&self) -> bool {
        let kinds: Vec<Kind> = self.kinds().collect();
        let is_number = |kind: &Kind| matches!(kind, Kind::Integer | Kind::Number);
        kinds.iter().all(is_number) || kinds.windows(2).all(|pair| matches!(pair, [one, two] if one == two))
    }

    fn kinds(&self) -> impl Iterator<Item = Kind> {
        self.nodes.iter().filter_map(|node| node.kind)
    }

    /// The type; none allows any.
    pub(crate) fn kind(&self) -> Option<Kind> {
        self.kinds().find(|kind| *kind == Kind::Integer).or_else(|| self.kinds().next())
    }

    /// The values of a keyword in all nodes.
    pub(crate) fn keyword(&self, name: &str) -> impl Iterator<Item = &'c Value> {
        self.nodes.iter().filter_map(move |node| node.keywords.get(name))
    }

    /// The texts of a keyword in all nodes.
    pub(crate) fn texts(&self, name: &str) -> impl Iterator<Item = &'c str> {
        self.keyword(name).filter_map(Value::as_str)
    }

    /// The largest value of a keyword that is a lower bound of a count.
    pub(crate) fn at_least(&self, name: &str) -> Option<usize> {
        self.counts(name).max()
    }

    /// The smallest value of a keyword that is an upper bound of a count.
    pub(crate) fn at_most(&self, name: &str) -> Option<usize> {
        self.counts(name).min()
    }

    fn counts(&self, name: &str) -> impl Iterator<Item = usize> {
        self.keyword(name).filter_map(Value::as_u64).filter_map(|count| usize::try_from(count).ok())
    }

    /// The values that an `enum` or a `const` allows at this release, if there is one.
    pub(crate) fn values(&self, view: Projection<'_>) -> Option<Vec<Value>> {
        let enums = self.nodes.iter().filter(|node| !node.values.is_empty());
        let enums = enums.map(|node| node.values_at(view.release).cloned().collect::<Vec<_>>());
        let constants = self.keyword("const").map(|value| vec![value.clone()]);
        enums.chain(constants).reduce(|one, two| one.into_iter().filter(|value| two.contains(value)).collect())
    }

    /// The properties that exist at this release, in the order of the schema.
    pub(crate) fn fields(&self, view: Projection<'c>) -> Vec<Field<'c>> {
        let mut fields: Vec<Field<'c>> = Vec::new();
        for property in self.nodes.iter().flat_map(|node| &node.properties) {
            if !property.life.contains(view.release) {
                continue;
            }
            let required = property.required.contains(view.release);
            if let Some(field) = fields.iter_mut().find(|field| field.name == property.name) {
                field.required |= required;
                field.schemas.push(&property.schema);
            } else {
                fields.push(Field { name: &property.name, required, schemas: vec![&property.schema] });
            }
        }
        for field in &mut fields {
            field.schemas.extend(self.nodes.iter().filter_map(|node| additional_of(node, field.name)));
        }
        fields.retain(|field| !self.nodes.iter().any(|node| forbids(node, field.name)));
        fields
    }

    /// The properties that exist at other releases only.
    pub(crate) fn elsewhere(&self, view: Projection<'c>) -> Vec<&'c Property> {
        let all = self.nodes.iter().flat_map(|node| &node.properties);
        let alive = |name: &str| all.clone().any(|one| one.name == name && one.life.contains(view.release));
        all.clone().filter(|property| !property.life.is_empty() && !alive(&property.name)).collect()
    }

    /// The schemas of properties that no node names.
    pub(crate) fn additional(&self) -> Vec<&'c Schema> {
        let schemas = self.nodes.iter().filter_map(|node| match &node.additional {
            Additional::Schema(schema) => Some(&**schema),
            Additional::Unspecified | Additional::Forbidden => None,
        });
        schemas.collect()
    }

    /// Whether some node allows no properties but its own.
    pub(crate) fn is_closed(&self) -> bool {
        self.nodes.iter().any(|node| node.additional == Additional::Forbidden)
    }

    /// Whether no node says what properties there are.
    pub(crate) fn is_free(&self) -> bool {
        !self.is_closed() && self.nodes.iter().all(|node| node.properties.is_empty())
    }

    /// The schemas of the items of an array.
    pub(crate) fn items(&self) -> Vec<&'c Schema> {
        self.nodes.iter().filter_map(|node| node.items.as_deref()).collect()
    }
}

fn additional_of<'c>(node: &'c Node, name: &str) -> Option<&'c Schema> {
    match &node.additional {
        Additional::Schema(schema) if node.property(name).is_none() => Some(schema),
        _ => None,
    }
}

fn forbids(node: &Node, name: &str) -> bool {
    node.additional == Additional::Forbidden && node.property(name).is_none()
}
