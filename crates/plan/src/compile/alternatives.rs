//! Places taken apart: the alternatives in which a value other than null can be right, and whether null is.

use contract::keyword::Keyword;
use contract::{Additional, Kind, Node, Projection, Schema};
use serde_json::Value;

/// The most alternatives that a place may have.
const MOST_WAYS: usize = 16;
/// References that lead to nothing but references end here.
const DEEPEST: usize = 32;

/// The plain facts that plans check.
const EXPRESSED: [&str; 12] = [
    "const",
    "exclusiveMaximum",
    "exclusiveMinimum",
    "format",
    "maxItems",
    "maxLength",
    "maximum",
    "minItems",
    "minLength",
    "minimum",
    "pattern",
    "uniqueItems",
];

/// Nodes that a value other than null fits together.
#[derive(Clone, Debug, Default)]
pub(crate) struct Alternative<'c> {
    pub(crate) nodes: Vec<&'c Node>,
}

/// All alternatives in which a value other than null fits all of these nodes; the error names a keyword that is not taken apart.
pub(crate) fn alternatives<'c>(view: Projection<'c>, nodes: &[&'c Node]) -> Result<Vec<Alternative<'c>>, &'static str> {
    let mut open = vec![(Alternative::default(), nodes.to_vec())];
    let mut done: Vec<Alternative<'c>> = Vec::new();
    while let Some((mut alternative, mut more)) = open.pop() {
        let Some(node) = more.pop() else {
            if alternative.is_possible() {
                done.push(alternative);
            }
            continue;
        };
        if alternative.nodes.iter().any(|known| std::ptr::eq(*known, node)) {
            open.push((alternative, more));
            continue;
        }
        if !node.one_of.is_empty() {
            return Err("oneOf");
        }
        if node.not.is_some() {
            return Err("not");
        }
        alternative.nodes.push(node);
        more.extend(node.reference.iter().filter_map(|name| view.component(name)));
        more.extend(node.all_of.iter().filter_map(|schema| schema.at(view.release)));
        for branch in &node.any_of {
            let branch = branch.at(view.release).into_iter();
            open.push((alternative.clone(), more.iter().copied().chain(branch).collect()));
        }
        if node.any_of.is_empty() {
            open.push((alternative, more));
        }
        if open.len() + done.len() > MOST_WAYS {
            return Err("anyOf of many branches");
        }
    }
    Ok(done)
}

/// Whether null fits a node, as the projected schema is written. Where that is hard to tell, it does not.
pub(crate) fn is_null_right(view: Projection<'_>, node: &Node, depth: usize) -> bool {
    if depth > DEEPEST || is_odd(node) {
        return false;
    }
    // Without a type, or beside a reference, "nullable" means null or all the rest.
    if node.nullable && (node.kind.is_none() || node.reference.is_some()) {
        return true;
    }
    let below = |schema: &Schema| schema.at(view.release).is_none_or(|node| is_null_right(view, node, depth + 1));
    let typed = node.nullable || node.kind.is_none_or(|kind| kind == Kind::Null);
    let valued = node.nullable || node.values_at(view.release).next().is_none();
    let refers = node.reference.iter().filter_map(|name| view.component(name));
    typed
        && valued
        && refers.into_iter().all(|target| is_null_right(view, target, depth + 1))
        && node.all_of.iter().all(below)
        && (node.any_of.is_empty() || node.any_of.iter().any(below))
}

/// Whether it takes more than the types of a node to tell whether null fits it.
fn is_odd(node: &Node) -> bool {
    node.not.is_some()
        || !node.one_of.is_empty()
        || !node.applicators.is_empty()
        || node.keywords.get("const").is_some()
}

/// Whether null may fit a node although [`is_null_right`] says that it does not.
pub(crate) fn is_null_uncertain(view: Projection<'_>, node: &Node, depth: usize) -> bool {
    if depth > DEEPEST || is_odd(node) || node.values_at(view.release).any(Value::is_null) {
        return true;
    }
    let refers = node.reference.iter().filter_map(|name| view.component(name));
    let joined = node.all_of.iter().chain(&node.any_of).filter_map(|schema| schema.at(view.release));
    refers.chain(joined).any(|below| is_null_uncertain(view, below, depth + 1))
}

impl<'c> Alternative<'c> {
    fn kinds(&self) -> impl Iterator<Item = Kind> {
        self.nodes.iter().filter_map(|node| node.kind)
    }

    /// The type; none allows any.
    pub(crate) fn kind(&self) -> Option<Kind> {
        self.kinds().find(|kind| *kind == Kind::Integer).or_else(|| self.kinds().next())
    }

    fn is_possible(&self) -> bool {
        let kinds: Vec<Kind> = self.kinds().collect();
        let is_number = |kind: &Kind| matches!(kind, Kind::Integer | Kind::Number);
        let agree = kinds.iter().all(is_number) || kinds.windows(2).all(|pair| matches!(pair, [a, b] if a == b));
        agree && !kinds.contains(&Kind::Null)
    }

    /// Whether any value fits, for want of anything that is asked of it.
    pub(crate) fn says_nothing(&self) -> bool {
        let silent = |node: &&Node| **node == Node { keywords: node.keywords.clone(), ..Node::default() };
        self.nodes.iter().all(|node| silent(node) && node.keywords.iter().all(|(keyword, _)| keyword.is_annotation()))
    }

    /// What no plan expresses of this alternative, where there is such a thing.
    pub(crate) fn beyond(&self, view: Projection<'_>, foreign: &'static str) -> Option<&'static str> {
        self.nodes.iter().find_map(|node| beyond(view, node, foreign))
    }

    /// Whether there is an enum or a constant.
    pub(crate) fn has_values(&self, view: Projection<'_>) -> bool {
        let has = |node: &Node| node.values_at(view.release).next().is_some();
        self.nodes.iter().any(|node| has(node)) || self.keyword("const").next().is_some()
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
    pub(crate) fn at_least(&self, name: &str) -> Option<u64> {
        self.keyword(name).filter_map(Value::as_u64).max()
    }

    /// The smallest value of a keyword that is an upper bound of a count.
    pub(crate) fn at_most(&self, name: &str) -> Option<u64> {
        self.keyword(name).filter_map(Value::as_u64).min()
    }

    /// The schemas of the items of an array.
    pub(crate) fn items(&self) -> Vec<&'c Schema> {
        self.nodes.iter().filter_map(|node| node.items.as_deref()).collect()
    }

    /// The schemas of members that no node names.
    pub(crate) fn additional(&self) -> Vec<&'c Schema> {
        self.nodes.iter().filter_map(|node| additional_of(node)).collect()
    }

    /// Whether no node names members, or forbids them.
    pub(crate) fn is_free(&self) -> bool {
        let free = |node: &&Node| node.properties.is_empty() && node.additional != Additional::Forbidden;
        self.nodes.iter().all(free)
    }
}

/// What no plan expresses of a node. All that a node can say is named here: what is new is a gap until a plan expresses it.
fn beyond(view: Projection<'_>, node: &Node, foreign: &'static str) -> Option<&'static str> {
    let Node {
        id: _,
        origin: _,
        // `alternatives` takes these apart,
        reference: _,
        all_of: _,
        any_of: _,
        // and `is_null_right` knows of null.
        nullable: _,
        kind,
        values: _,
        keywords,
        properties,
        additional,
        items,
        one_of,
        not,
        applicators,
    } = node;
    let is_kind = |wanted| kind.is_none_or(|kind| kind == wanted);
    let plain = |value: &Value| value.is_string() || small(value).is_some();
    let keyword = keywords.iter().map(|(keyword, _)| keyword).find(|keyword| !is_expressed(*keyword));
    if let Some(keyword) = keyword {
        Some(keyword.name())
    } else if !one_of.is_empty() {
        Some("oneOf")
    } else if not.is_some() {
        Some("not")
    } else if let Some(applicator) = applicators.first() {
        Some(applicator.keyword)
    } else if !(is_kind(Kind::Object) || (properties.is_empty() && *additional == Additional::Unspecified)) {
        // Members of what is not an object: legal, and nobody means it.
        Some("properties beside another type")
    } else if view.properties(node).any(|property| is_flagged(view, &property.schema, foreign, 0)) {
        Some(foreign)
    } else if items.is_some() && !is_kind(Kind::Array) {
        Some("items beside another type")
    } else if !(node.values_at(view.release).all(plain) && keywords.get("const").is_none_or(Value::is_string)) {
        Some("enum of others than texts and small integers")
    } else {
        None
    }
}

/// Whether a schema has a flag, be it in a component that it refers to.
fn is_flagged(view: Projection<'_>, schema: &Schema, flag: &str, depth: usize) -> bool {
    let Some(node) = schema.at(view.release).filter(|_| depth <= DEEPEST) else { return depth > DEEPEST };
    let component = node.reference.as_deref().and_then(|name| view.contract.component(name));
    let mut parts = component.map(|component| &component.schema).into_iter().chain(&node.all_of);
    node.keywords.get(flag).and_then(Value::as_bool) == Some(true)
        || parts.any(|part| is_flagged(view, part, flag, depth + 1))
}

/// Whether a plan checks a keyword of the table, or may pass over it.
fn is_expressed(keyword: Keyword) -> bool {
    keyword.is_annotation() || EXPRESSED.contains(&keyword.name())
}

/// The schema of members that a node does not name.
pub(crate) fn additional_of(node: &Node) -> Option<&Schema> {
    match &node.additional {
        Additional::Schema(schema) => Some(schema),
        Additional::Unspecified | Additional::Forbidden => None,
    }
}

/// An integer that every format holds.
pub(crate) fn small(value: &Value) -> Option<i32> {
    value.as_i64().and_then(|number| i32::try_from(number).ok())
}
