//! Which module each type and operation goes to, and modules as files.

use std::collections::{BTreeMap, BTreeSet};

use contract::{Contract, Node, Operation, Schema};

use super::topics::{Topic, topic};
use super::{decisions, operations, words};

/// How many lines a file has at most, without its head.
const ROOM: usize = 340;

/// An operation or a type as formatted source.
#[derive(Clone, Debug)]
pub(crate) struct Item {
    pub(crate) module: String,
    pub(crate) name: String,
    pub(crate) text: String,
    pub(crate) kind: ItemKind,
}

/// What an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ItemKind {
    /// An operation that only reads.
    Reading,
    /// An operation that changes something.
    Changing,
    /// A type that operations reach.
    Type,
    /// A type that no operation reaches.
    Unreached,
}

/// A file of the models, its path below the folder of generated modules.
pub(crate) struct Part {
    pub(crate) path: String,
    /// What the head of the file says it is, if nobody wrote something better.
    pub(crate) about: String,
    pub(crate) items: Vec<Item>,
    pub(crate) submodules: Vec<String>,
}

/// Modules by component, from the operations that reach it.
pub(crate) struct Placing {
    nearest: BTreeMap<String, (usize, String)>,
}

impl Placing {
    /// Walks from all operations.
    pub(crate) fn of(contract: &Contract) -> Self {
        let mut uses: BTreeMap<String, BTreeMap<String, usize>> = BTreeMap::new();
        for operation in &contract.operations {
            let module = words::snake(&operations::tag(operation));
            for name in of_operation(operation) {
                *uses.entry(name).or_default().entry(module.clone()).or_default() += 1;
            }
        }
        let most = |counts: &BTreeMap<String, usize>| {
            let best = counts.iter().max_by_key(|(name, count)| (**count, std::cmp::Reverse((*name).clone())));
            best.map(|(name, _)| name.clone()).unwrap_or_default()
        };
        let mut nearest: BTreeMap<String, (usize, String)> =
            uses.iter().map(|(name, counts)| (name.clone(), (1, most(counts)))).collect();
        let mut depth = 1;
        loop {
            let edge: Vec<(String, String)> = nearest
                .iter()
                .filter(|(_, (at, _))| *at == depth)
                .map(|(name, (_, module))| (name.clone(), module.clone()))
                .collect();
            if edge.is_empty() {
                return Self { nearest };
            }
            depth += 1;
            for (name, module) in edge {
                let Some(component) = contract.component(&name) else { continue };
                for inner in of_schema(&component.schema) {
                    nearest.entry(inner).or_insert_with(|| (depth, module.clone()));
                }
            }
        }
    }

    /// The module of a component.
    pub(crate) fn module(&self, name: &str) -> String {
        let reached = self.nearest.get(name);
        let decided = decisions::MODULES.iter().filter(|(start, _)| name.starts_with(start));
        let decided = decided.max_by_key(|(start, _)| start.len()).map(|(_, module)| (*module).to_owned());
        let module = decided.or_else(|| reached.map(|(_, module)| module.clone()));
        module.unwrap_or_else(|| "bulk".to_owned())
    }
}

fn of_operation(operation: &Operation) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    operation.parameters.iter().for_each(|one| found.extend(of_schema(&one.property.schema)));
    let bodies = operation.body.iter().flat_map(|body| &body.content);
    let answers = operation.responses.iter().flat_map(|response| &response.content);
    for schema in bodies.chain(answers).filter_map(|media| media.schema.as_ref()) {
        found.extend(of_schema(schema));
    }
    found
}

/// The components that a schema names.
pub(crate) fn of_schema(schema: &Schema) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut open: Vec<&Node> = schema.iter().map(|(_, node)| node).collect();
    while let Some(node) = open.pop() {
        found.extend(node.reference.clone());
        let properties = node.properties.iter().map(|property| &property.schema);
        open.extend(node.structure().chain(properties).flat_map(Schema::iter).map(|(_, node)| node));
    }
    found
}

/// The files of one module: its operations with the types that no topic has, and a file for each topic.
pub(crate) fn parts(module: &str, about: &str, items: Vec<Item>) -> Vec<Part> {
    let mut root =
        Part { path: format!("{module}.rs"), about: about.to_owned(), items: Vec::new(), submodules: Vec::new() };
    let mut below: Vec<(String, String, Vec<Item>)> = Vec::new();
    let is_type = |item: &Item| matches!(item.kind, ItemKind::Type | ItemKind::Unreached);
    let unreached = items.iter().filter(|item| item.kind == ItemKind::Unreached).count();
    let (types, operations): (Vec<Item>, Vec<Item>) = items.into_iter().partition(is_type);
    let listed = (operations.len() + unreached) / 3;
    let mut rest = Vec::new();
    for item in types {
        let Some(Topic { name, about, .. }) = topic(module, &item.name) else {
            rest.push(item);
            continue;
        };
        match below.iter_mut().find(|(known, ..)| known == name) {
            Some((.., items)) => items.push(item),
            None => below.push(((*name).to_owned(), (*about).to_owned(), vec![item])),
        }
    }
    let stem = about.trim_end_matches('.');
    if lines(&operations) + lines(&rest) + listed <= ROOM {
        root.items = operations.into_iter().chain(rest).collect();
    } else {
        if !rest.is_empty() {
            below.push(("types".to_owned(), format!("{stem}: types."), rest));
        }
        if lines(&operations) + listed <= ROOM {
            root.items = operations;
        } else {
            let (reading, changing) = operations.into_iter().partition(|item| item.kind == ItemKind::Reading);
            below.push(("reading".to_owned(), format!("{stem}: operations that only read."), reading));
            below.push(("changing".to_owned(), format!("{stem}: operations that change something."), changing));
        }
    }
    with_submodules(module, root, below)
}

/// The root with its submodules; one that is too long is cut.
fn with_submodules(module: &str, mut root: Part, below: Vec<(String, String, Vec<Item>)>) -> Vec<Part> {
    let mut files = Vec::new();
    for (name, about, items) in below {
        for (index, items) in chunks(items).into_iter().enumerate() {
            let name = "more_".repeat(index) + &name;
            root.submodules.push(name.clone());
            let path = format!("{module}/{name}.rs");
            files.push(Part { path, about: about.clone(), items, submodules: Vec::new() });
        }
    }
    root.submodules.sort();
    files.insert(0, root);
    files
}

fn lines(items: &[Item]) -> usize {
    items.iter().map(|item| item.text.lines().count() + 1).sum()
}

/// Items in their order, in files.
fn chunks(items: Vec<Item>) -> Vec<Vec<Item>> {
    let mut chunks: Vec<Vec<Item>> = vec![Vec::new()];
    for item in items {
        let size = item.text.lines().count() + 1;
        match chunks.last_mut() {
            Some(last) if last.is_empty() || lines(last) + size <= ROOM => last.push(item),
            _ => chunks.push(vec![item]),
        }
    }
    chunks.retain(|chunk| !chunk.is_empty());
    chunks
}
