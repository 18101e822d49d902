//! Places taken apart: the alternatives in which a value other than null can be right.

use std::ptr;

use contract::keyword::Keyword;
use contract::{Additional, Kind, Node, Projection, Schema};
use foldhash::HashSet;
use serde_json::Value;

use super::work::{self, Work};

/// The most alternatives that a place may have.
const MOST_WAYS: usize = 16;
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
    /// The same, to be found, once there are more than a few.
    known: HashSet<*const Node>,
}

/// So many nodes are as soon compared as looked up.
const FEW: usize = 8;

/// All alternatives in which a value other than null fits all of these nodes; the error names what is not taken apart.
pub(crate) fn alternatives<'c>(
    view: Projection<'c>,
    nodes: &[&'c Node],
    work: &mut Work,
) -> Result<Vec<Alternative<'c>>, &'static str> {
    let mut open = vec![(Alternative::default(), nodes.to_vec())];
    let mut done: Vec<Alternative<'c>> = Vec::new();
    while let Some((mut alternative, mut more)) = open.pop() {
        let Some(node) = more.pop() else {
            if alternative.is_possible() {
                done.push(alternative);
            }
            continue;
        };
        if alternative.has(node) {
            open.push((alternative, more));
            continue;
        }
        if !node.one_of.is_empty() {
            return Err("oneOf");
        }
        if node.not.is_some() {
            return Err("not");
        }
        if node.any_of.len() + open.len() + done.len() > MOST_WAYS {
            return Err("anyOf of many branches");
        }
        if !work.does(1 + node.all_of.len() + (alternative.nodes.len() + more.len()) * node.any_of.len()) {
            return Err(work::TOO_MUCH);
        }
        alternative.add(node);
        more.extend(node.reference.iter().filter_map(|name| view.component(name)));
        more.extend(node.all_of.iter().filter_map(|schema| schema.at(view.release)));
        for branch in &node.any_of {
            let branch = branch.at(view.release).into_iter();
            open.push((alternative.clone(), more.iter().copied().chain(branch).collect()));
        }
        if node.any_of.is_empty() {
            open.push((alternative, more));
        }
    }
    Ok(done)
}

impl<'c> Alternative<'c> {
    fn has(&self, node: &Node) -> bool {
        if self.nodes.len() <= FEW {
            return self.nodes.iter().any(|known| ptr::eq(*known, node));
        }
        self.known.contains(&ptr::from_ref(node))
    }

    fn add(&mut self, node: &'c Node) {
        self.nodes.push(node);
        if self.nodes.len() > FEW {
            let new = self.nodes.iter().skip(self.known.len());
            self.known.extend(new.map(|node| ptr::from_ref(*node)));
        }
    }

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
        let silent =
            |node: &&Node| node.kind.is_none() && **node == Node { keywords: node.keywords.clone(), ..Node::default() };
        self.nodes.iter().all(|node| silent(node) && node.keywords.iter().all(|(keyword, _)| keyword.is_annotation()))
    }

    /// What no plan expresses of this alternative, where there is such a thing.
    pub(crate) fn beyond(
        &self,
        view: Projection<'_>,
        foreign: &'static str,
        mut is_flagged: impl FnMut(&'c Node) -> bool,
    ) -> Option<&'static str> {
        let flagged = |node: &&'c Node| is_flagged(node).then_some(foreign);
        let beyond = self.nodes.iter().find_map(|node| beyond(view, node));
        beyond.or_else(|| self.nodes.iter().find_map(flagged))
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
fn beyond(view: Projection<'_>, node: &Node) -> Option<&'static str> {
    let Node {
        id: _,
        origin: _,
        index: _,
        // `alternatives` takes these apart,
        reference: _,
        all_of: _,
        any_of: _,
        // and `Nulls` knows of null.
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
    } else if items.is_some() && !is_kind(Kind::Array) {
        Some("items beside another type")
    } else if !(node.values_at(view.release).all(plain) && keywords.get("const").is_none_or(Value::is_string)) {
        Some("enum of others than texts and small integers")
    } else {
        None
    }
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
