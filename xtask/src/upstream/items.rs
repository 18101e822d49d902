//! All types and operations of a contract as source text.

use std::collections::{BTreeMap, BTreeSet};

use contract::{Contract, Method};

use super::docs::Docs;
use super::made::Made;
use super::modules::{Item, ItemKind, Placing};
use super::operations::{Chosen, Names};
use super::source::Model;
use super::types::Typer;
use super::{operations, words};
use crate::Failure;

/// The items, and what was or could not be decided while they were made.
pub(crate) struct Found {
    pub(crate) items: Vec<Item>,
    pub(crate) chosen: Vec<String>,
    /// Names of operations whose id another one has.
    pub(crate) renamed: Vec<String>,
    pub(crate) questions: Vec<String>,
}

/// A type with its module.
type Placed = (Model, String);

/// All components, then all operations, each with what it uses that has no name of its own.
pub(crate) fn of(contract: &Contract, docs: &Docs) -> Result<Found, Failure> {
    let mut typer = Typer::of(contract)?;
    let placing = Placing::of(contract);
    let mut types: Vec<Placed> = Vec::new();
    for (name, component) in &contract.components {
        let model = Model::of(&mut typer, name, component, contract.releases);
        let module = placing.module(name);
        types.push((model, module.clone()));
        types.extend(made(&mut typer, &module));
    }
    let names = Names::of(contract);
    let (operations, used) = operations_of(&mut typer, docs, &names);
    types.extend(used);
    let cycles = cycles(&types.iter().map(|(model, _)| model).collect::<Vec<_>>());
    let item = |(model, module): &Placed| {
        let boxed = cycles.get(&model.name).cloned().unwrap_or_default();
        Item {
            module: module.clone(),
            text: model.source(docs, &boxed),
            name: model.name.clone(),
            kind: ItemKind::Type,
        }
    };
    let mut items: Vec<Item> = types.iter().map(item).collect();
    let mut questions = typer.questions;
    questions.extend(types.iter().flat_map(|(model, _)| model.questions()));
    items.extend(operations);
    questions.extend(same_names(&items));
    questions.sort();
    questions.dedup();
    let chosen = typer.made.chosen.into_iter().filter(|one| !docs.has(&one.name)).map(|one| one.told()).collect();
    let renamed = names.chosen.iter().filter(|one| !docs.has(&one.name)).map(Chosen::told).collect();
    Ok(Found { items, chosen, renamed, questions })
}

/// The types that were needed since this was last asked, and those that they need in turn.
fn made(typer: &mut Typer<'_>, module: &str) -> Vec<Placed> {
    let mut all = Vec::new();
    loop {
        let Made { open, .. } = &mut typer.made;
        if open.is_empty() {
            return all;
        }
        for (name, form) in std::mem::take(open) {
            all.push((Model::made(typer, &name, form), module.to_owned()));
        }
    }
}

fn operations_of(typer: &mut Typer<'_>, docs: &Docs, names: &Names) -> (Vec<Item>, Vec<Placed>) {
    let contract = typer.contract;
    let mut all: Vec<_> = contract.operations.iter().collect();
    all.sort_by_key(|one| (one.path().to_owned(), one.method));
    let (mut items, mut types) = (Vec::new(), Vec::new());
    for operation in all {
        let module = words::snake(&operations::tag(operation));
        let module = if module.is_empty() { "untagged".to_owned() } else { module };
        let name = names.name(operation);
        items.push(Item {
            module: module.clone(),
            text: operations::source(typer, docs, operation, &name),
            name,
            kind: if operation.method == Method::Get { ItemKind::Reading } else { ItemKind::Changing },
        });
        types.extend(made(typer, &module));
    }
    (items, types)
}

/// Of each type that contains itself, the types that it directly holds and is held by.
fn cycles(models: &[&Model]) -> BTreeMap<String, Vec<String>> {
    let held: BTreeMap<&str, Vec<&str>> = models.iter().map(|model| (model.name.as_str(), model.direct())).collect();
    let reaches = |from: &str, to: &str| {
        let (mut open, mut seen) = (vec![from], BTreeSet::new());
        while let Some(name) = open.pop() {
            if name == to {
                return true;
            }
            if seen.insert(name) {
                open.extend(held.get(name).into_iter().flatten().copied());
            }
        }
        false
    };
    let within = |(name, inner): (&&str, &Vec<&str>)| {
        let back: Vec<String> = inner.iter().filter(|one| reaches(one, name)).map(|one| (*one).to_owned()).collect();
        (!back.is_empty()).then(|| ((*name).to_owned(), back))
    };
    held.iter().filter_map(within).collect()
}

/// Names that two items have.
fn same_names(items: &[Item]) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let twice = items.iter().filter(|item| !seen.insert(&item.name));
    let table = "OPERATION_NAMES in xtask/src/upstream/decisions.rs";
    twice
        .map(|item| {
            format!(
                "Two items are called `{}`. If one is an operation, add `(\"ID\", \"METHOD /path\", \"NewName\"),` to {table}.",
                item.name
            )
        })
        .collect()
}
