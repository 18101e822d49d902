//! Where in a document a place of its contract is written: the reader has kept that of everything that it read.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use contract::{
    Additional, Aside, Contract, Document, Element, Media, Method, Node, NodeId, Operation, Origin, ParameterLocation,
    Property, Release, Schema,
};

use crate::place::{ChangeLocation, Owner, Part, Step, counterpart};
use crate::source::Which;

/// A document with the contract that was read of it.
pub(crate) struct Locator<'d> {
    document: &'d Document,
    contract: &'d Contract,
    which: Which,
    operations: HashMap<(Method, &'d str), Known<'d>>,
}

/// An operation with what it may have many of.
struct Known<'d> {
    operation: &'d Operation,
    parameters: HashMap<(ParameterLocation, &'d str), &'d Property>,
}

/// How many parts of a schema are looked through for a place: it is told where it is nearest.
const MOST_PARTS: usize = 10_000;

/// A place, or what is nearest to it, and what the contract says there.
type Found<'d> = (Element<'d>, Option<&'d Node>);

impl<'d> Known<'d> {
    fn of(operation: &'d Operation) -> Self {
        let mut parameters = HashMap::new();
        for parameter in &operation.parameters {
            let property = &parameter.property;
            parameters.entry((parameter.place, property.name.as_str())).or_insert(property);
        }
        Self { operation, parameters }
    }
}

impl<'d> Locator<'d> {
    pub(crate) fn new(document: &'d Document, contract: &'d Contract, which: Which) -> Self {
        let mut operations = HashMap::new();
        for operation in contract.operations.iter().chain(&contract.callbacks) {
            operations.entry((operation.method, operation.path())).or_insert_with(|| Known::of(operation));
        }
        Self { document, contract, which, operations }
    }

    /// The place in the document, or what is nearest to it there.
    pub(crate) fn find(&self, place: &ChangeLocation) -> Element<'d> {
        let (mut element, mut node) = self.owner(&place.owner);
        for step in &place.steps {
            node = node.and_then(|node| self.step(node, step));
            element = node.and_then(|node| self.written(node.origin)).unwrap_or(element);
        }
        element
    }

    fn written(&self, origin: Aside<Option<Origin>>) -> Option<Element<'d>> {
        origin.0.map(|origin| self.document.element(origin))
    }

    fn said(schema: &'d Schema) -> Option<&'d Node> {
        schema.at(Release::latest())
    }

    fn owner(&self, owner: &Owner) -> Found<'d> {
        let root = self.document.root();
        let (name, part) = match owner {
            Owner::Document => return (below(root, &["servers"]), None),
            Owner::Component { old, new } => {
                let name = if self.which == Which::Old { old } else { new };
                let component = self.contract.component(name).map(|component| &component.schema);
                return self.schema(component, below(root, &["components", "schemas"]));
            }
            Owner::Exchange { operation, part } => (operation, part),
        };
        let (method, path) = match &name.moved_from {
            Some((method, path)) if self.which == Which::Old => (*method, &**path),
            _ => (name.method, &*name.path),
        };
        match self.operations.get(&(method, path)) {
            Some(known) => {
                let here = self.written(known.operation.origin).unwrap_or(root);
                self.part(known, here, &as_written(part, &name.path, path))
            }
            None => (below(root, &["paths", path]), None),
        }
    }

    fn part(&self, Known { operation, parameters }: &Known<'d>, here: Element<'d>, part: &Part) -> Found<'d> {
        let (status, media) = match part {
            Part::Whole => return (here, None),
            Part::Parameter(place, name) => {
                return self.property(parameters.get(&(*place, &**name)).copied(), here);
            }
            Part::Request(media) => {
                let Some(body) = &operation.body else { return (here, None) };
                return self.content(&body.content, self.written(body.origin).unwrap_or(here), media.as_deref());
            }
            Part::Response(status, media) => (status, Some(media.as_deref())),
            Part::Header(status, _) => (status, None),
        };
        let Some(response) = operation.responses.iter().find(|response| response.status == *status) else {
            return (below(here, &["responses"]), None);
        };
        let here = self.written(response.origin).unwrap_or(here);
        match (media, part) {
            (None, Part::Header(_, name)) => {
                let header = response.headers.iter().find(|header| header.name.eq_ignore_ascii_case(name));
                self.property(header, below(here, &["headers"]))
            }
            (media, _) => self.content(&response.content, here, media.flatten()),
        }
    }

    fn property(&self, property: Option<&'d Property>, nearest: Element<'d>) -> Found<'d> {
        let Some(property) = property else { return (nearest, None) };
        (self.written(property.origin).unwrap_or(nearest), Self::said(&property.schema))
    }

    fn content(&self, content: &'d [Media], here: Element<'d>, media: Option<&str>) -> Found<'d> {
        let Some(name) = media else { return (here, None) };
        match content.iter().find(|media| media.media_type == name) {
            Some(media) => self.schema(media.schema.as_ref(), self.written(media.origin).unwrap_or(here)),
            None => (below(here, &["content"]), None),
        }
    }

    fn schema(&self, schema: Option<&'d Schema>, nearest: Element<'d>) -> Found<'d> {
        let node = schema.and_then(Self::said);
        (node.and_then(|node| self.written(node.origin)).unwrap_or(nearest), node)
    }

    /// What a step leads to from a schema, also where a part or a base of it has that.
    fn step(&self, node: &'d Node, step: &Step) -> Option<&'d Node> {
        let schema: &dyn Fn(&'d Node) -> Option<&'d Schema> = match step {
            Step::Property(name) => &|node| node.property(name).map(|property| &property.schema),
            Step::Items => &|node| node.items.as_deref(),
            Step::Additional => &additional,
            Step::Branch(name) => return self.branch(node, name),
        };
        let mut seen: HashSet<NodeId> = HashSet::new();
        let mut open = vec![node];
        while let Some(node) = open.pop().filter(|_| seen.len() < MOST_PARTS) {
            if !seen.insert(node.id.0) {
                continue;
            }
            if let Some(found) = schema(node).and_then(Self::said) {
                return Some(found);
            }
            let parts: Vec<&'d Node> = self.parts(node).collect();
            open.extend(parts.into_iter().rev());
        }
        None
    }

    /// The branch of a choice that refers to this component.
    fn branch(&self, node: &'d Node, name: &str) -> Option<&'d Node> {
        let is_branch = |part: &&'d Node| part.reference.as_deref() == Some(name);
        let base = node.reference.as_ref().and_then(|base| self.component(base));
        self.parts(node).chain(base.into_iter().flat_map(|base| self.parts(base))).find(is_branch)
    }

    fn component(&self, name: &str) -> Option<&'d Node> {
        self.contract.component(name).and_then(|component| Self::said(&component.schema))
    }

    /// The nodes that a node is made of.
    fn parts(&self, node: &'d Node) -> impl Iterator<Item = &'d Node> {
        let base = node.reference.iter().filter_map(move |name| self.component(name));
        base.chain(node.all_of.iter().chain(&node.any_of).chain(&node.one_of).filter_map(Self::said))
    }
}

/// The part as an operation names it that has this path: a parameter in the path is known by its place.
fn as_written(part: &Part, known: &str, path: &str) -> Part {
    match part {
        Part::Parameter(ParameterLocation::Path, name) => {
            let name = counterpart(name, known, path).map_or_else(|| Arc::clone(name), Into::into);
            Part::Parameter(ParameterLocation::Path, name)
        }
        part => part.clone(),
    }
}

fn additional(node: &Node) -> Option<&Schema> {
    match &node.additional {
        Additional::Schema(schema) => Some(schema),
        Additional::Unspecified | Additional::Forbidden => None,
    }
}

/// The member to which these keys lead, or as far as they do.
fn below<'d>(element: Element<'d>, keys: &[&str]) -> Element<'d> {
    let step = |element: Element<'d>, key: &&str| element.get(key).ok_or(element);
    keys.iter().try_fold(element, step).unwrap_or_else(|last| last)
}
