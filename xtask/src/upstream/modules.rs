//! Which module each type and operation goes to, and modules as files.

use std::collections::{BTreeMap, BTreeSet};

use contract::{Contract, Node, Operation, Schema};

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

    /// The module of a component, and whether an operation reaches it.
    pub(crate) fn module(&self, name: &str) -> (String, bool) {
        let reached = self.nearest.get(name);
        let decided = decisions::MODULES.iter().filter(|(start, _)| name.starts_with(start));
        let decided = decided.max_by_key(|(start, _)| start.len()).map(|(_, module)| (*module).to_owned());
        let module = decided.or_else(|| reached.map(|(_, module)| module.clone()));
        (module.unwrap_or_else(|| "bulk".to_owned()), reached.is_some())
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

/// The files of one module.
pub(crate) fn parts(module: &str, about: &str, items: Vec<Item>) -> Vec<Part> {
    let part = |path: String, items| Part { path, about: about.to_owned(), items, submodules: Vec::new() };
    let (types, operations): (Vec<Item>, Vec<Item>) =
        items.into_iter().partition(|item| matches!(item.kind, ItemKind::Type | ItemKind::Unreached));
    let listed = operations.len() + types.iter().filter(|item| item.kind == ItemKind::Unreached).count();
    if lines(&operations) + lines(&types) + listed / 3 <= ROOM {
        return vec![part(format!("{module}.rs"), operations.into_iter().chain(types).collect())];
    }
    let mut root = part(format!("{module}.rs"), Vec::new());
    let mut files = Vec::new();
    let mut below = |name: String, about: String, items: Vec<Item>| {
        root.submodules.push(name.clone());
        files.push(Part { path: format!("{module}/{name}.rs"), about, items, submodules: Vec::new() });
    };
    let stem = about.trim_end_matches('.');
    if lines(&operations) + listed / 3 <= ROOM {
        root.items = operations;
    } else {
        let (reading, changing) = operations.into_iter().partition(|item| item.kind == ItemKind::Reading);
        for (name, items) in [("reading", reading), ("changing", changing)] {
            for (index, chunk) in chunks(items).into_iter().enumerate() {
                let name = if index == 0 { name.to_owned() } else { format!("more_{name}") };
                below(name.clone(), format!("{stem}: operations, {}.", name.replace('_', " ")), chunk);
            }
        }
    }
    for (name, items) in packed(module, types) {
        let topic = name.replace("_to_", " to ").replace('_', " ");
        below(name, format!("{stem}: {topic}."), items);
    }
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

/// Types by the first words of their names that are not the module's, in files with a name from these.
fn packed(module: &str, types: Vec<Item>) -> Vec<(String, Vec<Item>)> {
    let mut groups: BTreeMap<String, Vec<Item>> = BTreeMap::new();
    for item in types {
        groups.entry(key(module, &item.name, 1)).or_default().push(item);
    }
    let mut fine: BTreeMap<String, Vec<Item>> = BTreeMap::new();
    for (name, items) in groups {
        if lines(&items) <= ROOM {
            fine.insert(name, items);
        } else {
            for item in items {
                fine.entry(key(module, &item.name, 2)).or_default().push(item);
            }
        }
    }
    let mut packs: Vec<(String, String, Vec<Item>)> = Vec::new();
    for (name, items) in fine {
        match packs.last_mut() {
            Some((_, last, pack)) if lines(pack) + lines(&items) <= ROOM => {
                *last = name;
                pack.extend(items);
            }
            _ => packs.push((name.clone(), name, items)),
        }
    }
    let named = |(first, last, items): (String, String, Vec<Item>)| {
        (if first == last { first + "_types" } else { format!("{first}_to_{last}") }, items)
    };
    packs.into_iter().map(named).collect()
}

fn key(module: &str, name: &str, count: usize) -> String {
    let stems: Vec<String> =
        module.split('_').flat_map(|word| [word.to_owned(), word.trim_end_matches('s').to_owned()]).collect();
    let words = words::words(name.strip_suffix("Dto").unwrap_or(name));
    let own: Vec<String> = words.iter().skip_while(|word| stems.contains(word)).take(count).cloned().collect();
    if own.is_empty() { "plain".to_owned() } else { own.join("_") }
}
