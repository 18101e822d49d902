//! `cargo xtask upstream learn`: writes the source of the models from upstream's documents.
//!
//! The contracts of all documents become one with eras; each component becomes a type, each operation a struct. Doc
//! comments that somebody wrote stay. What cannot be decided is asked for in [`decisions`].

#![expect(
    clippy::format_collect,
    clippy::format_push_string,
    reason = "source text is put together once, not per value"
)]
#![expect(clippy::similar_names, clippy::type_complexity, reason = "types of types: names and tables are alike")]

mod decisions;
mod docs;
mod documents;
mod files;
mod flat;
mod lives;
mod modules;
mod operations;
mod review;
mod scalars;
mod source;
#[cfg(test)]
mod tests;
mod types;
mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use clap::Subcommand;
use contract::{Contract, Method};

use self::docs::Docs;
use self::modules::{Item, ItemKind, Placing};
use self::scalars::Scalars;
use self::source::Model;
use self::types::Typer;
use crate::{Answer, Failure, Verdict, generated};

/// What to do with upstream's documents.
#[derive(Subcommand)]
pub(crate) enum Command {
    /// Write the models from documents, and print what changed as a review in Markdown
    Learn {
        /// Documents, or folders of them, each named `vX.Y.Z.json`
        #[arg(required = true, value_name = "DIR|FILE")]
        sources: Vec<PathBuf>,
    },
}

/// Runs a command in the workspace at `root`.
pub(crate) fn run(root: &Path, command: &Command) -> Answer {
    let Command::Learn { sources } = command;
    let learnt = documents::timeline(sources)?;
    let written = source_of(root, &learnt)?;
    print!("{}", review::markdown(&models::contract()?, &learnt));
    generated::write(root, &written.files)?;
    for question in &written.questions {
        println!("undecided: {question}");
    }
    Ok(if written.questions.is_empty() { Verdict::Fine } else { Verdict::Failed })
}

/// The models as files, and what could not be decided.
struct Written {
    files: Vec<generated::Generated>,
    questions: Vec<String>,
}

fn source_of(root: &Path, contract: &Contract) -> Result<Written, Failure> {
    let folder = root.join(files::FOLDER);
    let docs = Docs::below(&folder)?;
    let mut typer =
        Typer { contract, scalars: Scalars::known()?, inline: Vec::new(), choices: Vec::new(), questions: Vec::new() };
    let placing = Placing::of(contract);
    let mut items = types(&mut typer, &docs, &placing);
    items.extend(operations_of(&mut typer, &docs));
    typer.questions.extend(same_names(&items));
    typer.questions.sort();
    typer.questions.dedup();
    Ok(Written { files: files::written(root, contract, &docs, items)?, questions: typer.questions })
}

/// All components, then what they use that has no name of its own.
fn types(typer: &mut Typer<'_>, docs: &Docs, placing: &Placing) -> Vec<Item> {
    let contract = typer.contract;
    let mut all: Vec<(Model, String, ItemKind)> = Vec::new();
    for (name, component) in &contract.components {
        let (before_inline, before_choices) = (typer.inline.len(), typer.choices.len());
        let model = Model::of(typer, name, component, contract.covers);
        let (module, reached) = placing.module(name);
        all.push((model, module.clone(), if reached { ItemKind::Type } else { ItemKind::Unreached }));
        for (name, era) in typer.inline.split_off(before_inline) {
            all.push((Model::inline(typer, &name, &era), module.clone(), ItemKind::Type));
        }
        for (name, names) in typer.choices.iter().skip(before_choices) {
            all.push((Model::choice(name, names), module.clone(), ItemKind::Type));
        }
    }
    let cycles = cycles(&all.iter().map(|(model, ..)| model).collect::<Vec<_>>());
    let item = |(model, module, kind): (Model, String, ItemKind)| {
        let boxed = cycles.get(&model.name).cloned().unwrap_or_default();
        Item { module, text: model.source(docs, &boxed), name: model.name, kind }
    };
    all.into_iter().map(item).collect()
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

fn operations_of(typer: &mut Typer<'_>, docs: &Docs) -> Vec<Item> {
    let contract = typer.contract;
    let mut all: Vec<_> = contract.operations.iter().collect();
    all.sort_by_key(|one| (one.path.clone(), one.method));
    let mut items = Vec::new();
    for operation in all {
        items.push(Item {
            module: words::snake(&operations::tag(operation)),
            name: operations::name(operation),
            text: operations::source(typer, docs, operation, contract.covers),
            kind: if operation.method == Method::Get { ItemKind::Reading } else { ItemKind::Changing },
        });
    }
    items
}

/// Names that two items have.
fn same_names(items: &[Item]) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let twice = items.iter().filter(|item| !seen.insert(&item.name));
    twice.map(|item| format!("two items are called {}; name one in OPERATION_NAMES", item.name)).collect()
}
