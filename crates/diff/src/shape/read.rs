//! Reads schema nodes into shapes.
//!
//! Nodes that hold together are read each once, on however many ways they are reached. Of choices within choices only so
//! much is read as tells whether they are simple unions: what is more is left a choice, and compared branch by branch.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::ptr;

use contract::{Additional, Kind, Node, Projection, Schema, write};
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

/// How many nodes of choices within choices are read for one shape, and how deep they may lie in each other.
const MOST_NESTED: usize = 256;
const DEEPEST: usize = 8;
/// How many components may be reached by what is compared as a whole; those of more are compared for themselves.
const MOST_WRITTEN: usize = 32;

/// Reads the schemas of one projection.
pub(crate) struct Reader<'c> {
    pub(crate) view: Projection<'c>,
    /// Components that both sides refer to where reading began; their members are inherited.
    shared: BTreeSet<&'c str>,
    /// The nodes that hold where a branch is read.
    open: HashSet<*const Node>,
    /// How many choices lie around what is read.
    depth: usize,
    /// Whether what is read is one of several branches: that it has a choice of its own is all that matters of that.
    is_one_of_several: bool,
    /// How many nodes of choices within choices may still be read.
    left: usize,
    /// How many nodes were read.
    work: usize,
}

/// A node that holds together with others.
#[derive(Clone, Copy)]
struct Conjunct<'c> {
    node: &'c Node,
    /// Whether it belongs to a component that both sides refer to.
    is_inherited: bool,
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
        Self::sharing(view, BTreeSet::new())
    }

    /// The same, with components that both sides refer to.
    pub(crate) fn sharing(view: Projection<'c>, shared: BTreeSet<&'c str>) -> Self {
        Self { view, shared, open: HashSet::new(), depth: 0, is_one_of_several: false, left: MOST_NESTED, work: 0 }
    }

    /// How many nodes were read so far.
    pub(crate) const fn work(&self) -> usize {
        self.work
    }

    /// What a schema of the contract says here; anything where it says nothing.
    pub(crate) fn sub(&self, schema: &'c Schema) -> Sub<'c> {
        Sub(schema.at(self.view.release).into_iter().collect())
    }

    /// What all of these allow.
    pub(crate) fn shape(&mut self, sub: &Sub<'c>) -> Shape<'c> {
        self.left = MOST_NESTED;
        self.joined(&sub.0)
    }

    /// What each of these allows, of all together no more than of one.
    pub(crate) fn shapes(&mut self, subs: &[Sub<'c>]) -> Vec<Shape<'c>> {
        self.left = MOST_NESTED;
        self.depth += 1;
        let shapes = subs.iter().map(|sub| self.joined(&sub.0)).collect();
        self.depth -= 1;
        shapes
    }

    /// Whether nothing but null is allowed, as far as types say it.
    pub(crate) fn is_null(&self, sub: &Sub<'c>) -> bool {
        self.parts(&sub.0).iter().any(|part| part.node.kind == Some(Kind::Null))
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

    /// What these nodes allow that hold together.
    fn joined(&mut self, nodes: &[&'c Node]) -> Shape<'c> {
        let parts = self.parts(nodes);
        self.work = self.work.saturating_add(parts.len());
        let opened: Vec<*const Node> =
            parts.iter().map(|part| ptr::from_ref(part.node)).filter(|node| self.open.insert(*node)).collect();
        let mut shape = Shape::any();
        let mut nulls: HashMap<*const Node, bool> = HashMap::new();
        for part in &parts {
            let mut one = self.own(part.node);
            let mut has_null = one.kinds.has(Kinds::NULL);
            one.members.named.values_mut().for_each(|member| member.inherited = part.is_inherited);
            one.kinds = one.kinds.or(Kinds::NULL);
            shape.meet(one);
            for (keyword, branches) in [("anyOf", &part.node.any_of), ("oneOf", &part.node.one_of)] {
                if !branches.is_empty() {
                    has_null &= self.choose(&mut shape, (keyword, part.is_inherited), branches);
                }
            }
            nulls.insert(part.node, part.node.nullable || has_null);
        }
        for node in opened {
            self.open.remove(&node);
        }
        shape.tidy();
        if !self.has_null(nodes, &nulls) {
            shape.kinds = shape.kinds.without(Kinds::NULL);
        }
        shape
    }

    /// The nodes that hold together with these: those that they refer to or are put together of, each once. What holds
    /// anyway, because it lies around, adds nothing.
    fn parts(&self, nodes: &[&'c Node]) -> Vec<Conjunct<'c>> {
        let mut all = Vec::new();
        let mut met: HashSet<(*const Node, bool)> = HashSet::new();
        let mut open: Vec<Conjunct<'c>> =
            nodes.iter().rev().map(|node| Conjunct { node, is_inherited: false }).collect();
        while let Some(part) = open.pop() {
            let at = ptr::from_ref(part.node);
            if self.open.contains(&at) || !met.insert((at, part.is_inherited)) {
                continue;
            }
            all.push(part);
            open.extend(self.below(part.node).into_iter().rev().map(|(name, node)| {
                let is_shared = name.is_some_and(|name| self.shared.contains(name));
                Conjunct { node, is_inherited: part.is_inherited || is_shared }
            }));
        }
        all
    }

    /// The nodes that hold where a node does, the component that it refers to with its name.
    fn below(&self, node: &'c Node) -> Vec<(Option<&'c str>, &'c Node)> {
        let component = node.reference.as_deref().and_then(|name| Some((Some(name), self.view.component(name)?)));
        let parts = node.all_of.iter().filter_map(|schema| schema.at(self.view.release)).map(|node| (None, node));
        component.into_iter().chain(parts).collect()
    }

    /// Whether null is allowed: by each of these nodes, where the first of it that says "or null" is not asked further.
    fn has_null(&self, nodes: &[&'c Node], nulls: &HashMap<*const Node, bool>) -> bool {
        let mut met: HashSet<*const Node> = HashSet::new();
        let mut open = nodes.to_vec();
        while let Some(node) = open.pop() {
            if !met.insert(node) || node.nullable {
                continue;
            }
            if nulls.get(&ptr::from_ref(node)) == Some(&false) {
                return false;
            }
            open.extend(self.below(node).into_iter().map(|(_, node)| node));
        }
        true
    }

    /// Adds a choice to a shape; whether one of its branches allows null.
    fn choose(
        &mut self,
        shape: &mut Shape<'c>,
        (keyword, inherited): (&'static str, bool),
        branches: &'c [Schema],
    ) -> bool {
        // Beside null there may be only one branch, whose choice is then that of the whole.
        let are_several = branches.len() > 2;
        let outer = (self.is_one_of_several, self.depth);
        (self.is_one_of_several, self.depth) = (are_several, self.depth + 1);
        let read: Option<Vec<Shape<'c>>> = branches.iter().map(|branch| self.branch(branch)).collect();
        (self.is_one_of_several, self.depth) = outer;
        let Some(read) = read else {
            shape.choices.push(self.choice((keyword, inherited), branches.iter()));
            return true;
        };
        let kinds = read.iter().fold(Kinds::NONE, |kinds, one| kinds.or(one.kinds));
        // Null is a type, and said as one.
        let read = branches.iter().zip(read);
        let (null, others): (Vec<_>, Vec<_>) = read.partition(|(_, one)| one.kinds == Kinds::NULL);
        let (branches, mut shapes): (Vec<&'c Schema>, Vec<Shape<'c>>) = others.into_iter().unzip();
        let is_alone = shapes.len() == 1;
        if let ([_], [one]) = (branches.as_slice(), shapes.as_mut_slice()) {
            one.kinds = one.kinds.or(kinds.and(Kinds::NULL));
        } else {
            shapes.extend(null.into_iter().map(|(_, one)| one));
        }
        if let Some(mut one) = Shape::union(shapes).filter(|_| !(is_alone && are_several)) {
            one.kinds = one.kinds.or(Kinds::NULL);
            shape.meet(one);
        } else {
            shape.kinds = shape.kinds.and(kinds.or(Kinds::NULL));
            shape.choices.push(self.choice((keyword, inherited), branches.into_iter()));
        }
        kinds.has(Kinds::NULL)
    }

    /// A choice between branches that is left one.
    fn choice(
        &self,
        (keyword, inherited): (&'static str, bool),
        branches: impl Iterator<Item = &'c Schema>,
    ) -> Choice<'c> {
        let branches = branches.take(if self.is_one_of_several { 0 } else { usize::MAX });
        Choice { keyword, branches: branches.map(|branch| self.sub(branch)).collect(), inherited }
    }

    /// What a branch of a choice allows; nothing where that is too much to be read.
    fn branch(&mut self, branch: &'c Schema) -> Option<Shape<'c>> {
        let Some(node) = branch.at(self.view.release) else { return Some(Shape::any()) };
        if self.depth > 1 {
            self.left = self.left.checked_sub(1)?;
        }
        (self.depth <= DEEPEST).then(|| self.joined(&[node]))
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
        let projected = |not: &contract::Schema| write::json_schema_within(self.view, not, MOST_WRITTEN);
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
        (!says_nothing).then(|| write::json_schema_within(self.view, &contract::Schema::always(only), MOST_WRITTEN))
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
