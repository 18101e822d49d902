//! The files of the generated modules.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

use contract::Contract;

use super::docs::Docs;
use super::modules::{Item, ItemKind, Part, parts};
use super::{operations, words};
use crate::generated::Generated;
use crate::{Failure, atomic};

/// The sources of the models, in the workspace.
pub(crate) const FOLDER: &str = "crates/models/src";

/// The list of types that the laws are tried on, in the workspace.
const LAWS: &str = "snapshots/tests/laws/types.rs";

/// What the models have beside the generated types.
const WRITTEN: &[&str] = &[
    "Binary",
    "DAY",
    "Date",
    "DateTime",
    "Double",
    "EMAIL",
    "Either",
    "Email",
    "Id",
    "Integer",
    "MAX_SAFE",
    "MIN_SAFE",
    "Millis",
    "Pair",
    "Uri",
    "Natural",
    "Nullable",
    "Number",
    "Object",
    "OpenObject",
    "PIN",
    "Whole",
    "Positive",
    "SafeInteger",
    "Timestamp",
    "UUID_ANY",
    "UUID_V4",
    "Uuid",
    "ZONED",
];

/// All files of the generated modules; those that are there and should not are empty.
pub(crate) fn written(
    root: &Path,
    contract: &Contract,
    docs: &Docs,
    items: Vec<Item>,
) -> Result<Vec<Generated>, Failure> {
    let items = with_reach(formatted(root, items)?);
    let names: BTreeSet<&str> = items
        .iter()
        .filter(|item| matches!(item.kind, ItemKind::Type | ItemKind::Unreached))
        .map(|item| item.name.as_str())
        .chain(WRITTEN.iter().copied())
        .collect();
    let mut modules: BTreeMap<String, Vec<Item>> = BTreeMap::new();
    for item in &items {
        modules.entry(item.module.clone()).or_default().push(item.clone());
    }
    let mut texts: BTreeMap<String, String> = BTreeMap::from([("api.rs".to_owned(), index(&modules, docs))]);
    for (module, mut items) in modules {
        items.sort_by(|left, right| {
            let types = |item: &Item| matches!(item.kind, ItemKind::Type | ItemKind::Unreached);
            (types(left), if types(left) { left.name.as_str() } else { "" })
                .cmp(&(types(right), if types(right) { right.name.as_str() } else { "" }))
        });
        let lists = Lists::of(&items);
        let own: BTreeSet<String> = items.iter().map(|item| item.name.clone()).collect();
        for part in parts(&module, &about(contract, &module), items) {
            // The root has the names of its submodules already; importing them would hide them.
            let is_root = !part.path.contains('/');
            let others: BTreeSet<&str> =
                names.iter().copied().filter(|name| !is_root || !own.contains(*name)).collect();
            let text = file(&part, docs, &others, if is_root { Some(&lists) } else { None });
            texts.insert(format!("api/{}", part.path), text);
        }
    }
    let texts = tidied(root, &texts)?;
    let mut files: Vec<Generated> =
        texts.into_iter().map(|(path, text)| Generated { path: Path::new(FOLDER).join(path), text }).collect();
    files.push(Generated { path: LAWS.into(), text: laws(contract) });
    let gone = on_disk(root, Path::new(FOLDER).join("api").as_path())?;
    let gone: Vec<_> = gone.into_iter().filter(|path| !files.iter().any(|file| file.path == *path)).collect();
    files.extend(gone.into_iter().map(|path| Generated { path, text: String::new() }));
    Ok(files)
}

/// The list of all components for the laws.
fn laws(contract: &Contract) -> String {
    let mut lines = vec![String::from("    FieldError, PlainError, StructuredError,")];
    for name in contract.components.keys() {
        match lines.last_mut() {
            Some(line) if line.len() + name.len() + 2 <= 120 => *line += &format!(" {name},"),
            _ => lines.push(format!("    {name},")),
        }
    }
    format!(
        "//! Every type that is a component of the contract. `cargo xtask upstream learn` writes this list.\n\n\
         use ::models::observed::{{FieldError, PlainError, StructuredError}};\nuse ::models::*;\n\n\
         use crate::models::{{Again, again}};\n\n\
         macro_rules! types {{\n    ($($name:ident),* $(,)?) => {{ &[$((stringify!($name), again::<$name> as Again)),*] }};\n}}\n\n\
         /// The types by name.\npub(crate) const TYPES: &[(&str, Again)] = types! {{\n{}\n}};\n",
        lines.join("\n")
    )
}

/// What a module is about: its tag, or its name.
fn about(contract: &Contract, module: &str) -> String {
    let tags = contract.operations.iter().map(operations::tag);
    let tag = tags.filter(|tag| words::snake(tag) == module).max();
    tag.unwrap_or_else(|| words::capital(&module.replace('_', " "))) + "."
}

/// The names that a module's root lists.
struct Lists {
    operations: Vec<String>,
    unreached: Vec<String>,
}

impl Lists {
    fn of(items: &[Item]) -> Self {
        let names = |wanted: &[ItemKind]| {
            items.iter().filter(|item| wanted.contains(&item.kind)).map(|item| item.name.clone()).collect()
        };
        Self { operations: names(&[ItemKind::Reading, ItemKind::Changing]), unreached: names(&[ItemKind::Unreached]) }
    }

    fn source(&self) -> String {
        let mut text = String::new();
        if !self.operations.is_empty() {
            let all: Vec<String> = self.operations.iter().map(|name| format!("{name}::describe")).collect();
            text += "/// The operations of this tag.\n";
            text += &format!("pub(crate) const OPERATIONS: &[Describe] = &[{}];\n\n", all.join(", "));
        }
        if !self.unreached.is_empty() {
            let all: Vec<String> = self.unreached.iter().map(|name| format!("reach::<{name}>")).collect();
            text += "/// The types that no operation names; they travel in streams and events.\n";
            text += &format!("pub(crate) const UNREACHED: &[Reach] = &[{}];\n\n", all.join(", "));
        }
        text
    }
}

/// The module of all generated modules.
fn index(modules: &BTreeMap<String, Vec<Item>>, docs: &Docs) -> String {
    let about = " The types and operations of the API, one module for each tag.\n//!\n//! `cargo xtask upstream learn` writes \
                 these modules and keeps what stands in their comments.";
    let mut text = docs
        .of("//api")
        .map_or_else(|| format!("//!{about}\n"), |lines| lines.iter().map(|line| format!("//!{line}\n")).collect());
    let names: Vec<&String> = modules.keys().collect();
    text += "\nuse crate::operation::{Describe, Reach};\n\n";
    text += &names.iter().map(|name| format!("mod {name};\n")).collect::<String>();
    text += "\n";
    text += &names.iter().map(|name| format!("pub use {name}::*;\n")).collect::<String>();
    let list = |wanted: &dyn Fn(&Item) -> bool, constant: &str| {
        let all = modules.iter().filter(|(_, items)| items.iter().any(wanted));
        all.map(|(name, _)| format!("{name}::{constant}")).collect::<Vec<_>>().join(", ")
    };
    let operations = list(&|item| matches!(item.kind, ItemKind::Reading | ItemKind::Changing), "OPERATIONS");
    let unreached = list(&|item| item.kind == ItemKind::Unreached, "UNREACHED");
    text += &format!(
        "\n/// The operations of each module.\npub(crate) const OPERATIONS: &[&[Describe]] = &[{operations}];\n"
    );
    text += &format!(
        "\n/// The types of each module that no operation names.\npub(crate) const UNREACHED: &[&[Reach]] = &[{unreached}];\n"
    );
    text
}

fn file(part: &Part, docs: &Docs, names: &BTreeSet<&str>, lists: Option<&Lists>) -> String {
    let head = docs.of(&format!("//api/{}", part.path.trim_end_matches(".rs")));
    let head = head.map_or_else(
        || format!("//! {}\n", part.about),
        |lines| lines.iter().map(|line| format!("//!{line}\n")).collect(),
    );
    let lists = lists.map(Lists::source).unwrap_or_default();
    let body: String = part.items.iter().map(|item| format!("{}\n", item.text)).collect();
    let mods: String = part.submodules.iter().map(|name| format!("mod {name};\n")).collect();
    let uses: String = part.submodules.iter().map(|name| format!("pub use {name}::*;\n")).collect();
    let imports = imports(&format!("{lists}{body}"), &body, part, names);
    format!("{head}\n{mods}\n{uses}\n{imports}\n{lists}{body}")
}

/// The `use` lines of a file from the words in it.
fn imports(text: &str, body: &str, part: &Part, names: &BTreeSet<&str>) -> String {
    let found = identifiers(body);
    let own: BTreeSet<&str> = part.items.iter().map(|item| item.name.as_str()).collect();
    let mut used: Vec<&str> =
        names.iter().copied().filter(|name| found.contains(*name) && !own.contains(name)).collect();
    if body.contains("#[model") {
        used.push("model");
    }
    if body.contains("#[operation") {
        used.push("operation");
    }
    let mut lines = String::new();
    let listing: Vec<&str> = [("Describe", "&[Describe]"), ("Reach", "&[Reach]"), ("reach", "reach::<")]
        .into_iter()
        .filter(|(_, sign)| text.contains(sign))
        .map(|(name, _)| name)
        .collect();
    if text.contains("::describe") {
        used.push("Operation");
    }
    if found.contains("BTreeMap") {
        lines += "use std::collections::BTreeMap;\n\n";
    }
    if !listing.is_empty() {
        lines += &format!("use crate::operation::{{{}}};\n", listing.join(", "));
    }
    if found.contains("Value") {
        lines += "use serde_json::Value;\n";
    }
    if !used.is_empty() {
        lines += &format!("use crate::{{{}}};\n", used.join(", "));
    }
    lines
}

/// The identifiers of a source outside of comments and of texts.
fn identifiers(source: &str) -> BTreeSet<&str> {
    let variant = |line: &str| {
        let name = line.trim_end_matches(',').split(" = ").next().unwrap_or_default();
        name.chars().all(|letter| letter.is_ascii_alphanumeric())
    };
    let code = source.lines().filter(|line| !line.trim_start().starts_with("//") && !variant(line.trim()));
    let outside = code.flat_map(|line| line.split('"').step_by(2));
    outside.flat_map(|code| code.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_')).collect()
}

/// Items whose types know whether an operation reaches them through the source.
fn with_reach(mut items: Vec<Item>) -> Vec<Item> {
    let named: BTreeMap<String, BTreeSet<String>> = items
        .iter()
        .map(|item| (item.name.clone(), identifiers(&item.text).into_iter().map(str::to_owned).collect()))
        .collect();
    let is_operation = |item: &&Item| matches!(item.kind, ItemKind::Reading | ItemKind::Changing);
    let mut open: Vec<&String> = items.iter().filter(is_operation).map(|item| &item.name).collect();
    let mut reached: BTreeSet<String> = BTreeSet::new();
    while let Some(name) = open.pop() {
        if reached.insert(name.clone()) {
            open.extend(named.get(name).into_iter().flatten());
        }
    }
    for item in items.iter_mut().filter(|item| item.kind == ItemKind::Type && !reached.contains(&item.name)) {
        item.kind = ItemKind::Unreached;
    }
    items
}

/// Items as rustfmt writes them.
fn formatted(root: &Path, items: Vec<Item>) -> Result<Vec<Item>, Failure> {
    const MARK: &str = "// ---- item";
    let joined: String = items.iter().map(|item| format!("{MARK}\n{}\n", item.text)).collect();
    let texts = tidied(root, &BTreeMap::from([("api.rs".to_owned(), joined)]))?;
    let text = texts.into_values().next().unwrap_or_default();
    let parts = text.split(MARK).skip(1).map(|part| part.trim().to_owned() + "\n");
    Ok(items.into_iter().zip(parts).map(|(item, text)| Item { text, ..item }).collect())
}

/// Files as rustfmt writes them; the first is the root of the others.
fn tidied(root: &Path, texts: &BTreeMap<String, String>) -> Result<BTreeMap<String, String>, Failure> {
    let folder = tempfile::tempdir()?;
    for (path, text) in texts {
        atomic::write(&folder.path().join(path), text)?;
    }
    let output = Command::new("rustfmt")
        .args(["--edition", "2024", "--config-path"])
        .arg(root)
        .arg(folder.path().join("api.rs"))
        .output()
        .map_err(|error| format!("rustfmt: {error}"))?;
    if !output.status.success() {
        return Err(format!("rustfmt: {}", String::from_utf8_lossy(&output.stderr)).into());
    }
    let read = |path: &String| Ok((path.clone(), fs::read_to_string(folder.path().join(path))?));
    texts.keys().map(read).collect()
}

/// The Rust files below a folder of the workspace, relative to its root.
fn on_disk(root: &Path, folder: &Path) -> Result<Vec<std::path::PathBuf>, Failure> {
    let mut found = Vec::new();
    let Ok(entries) = fs::read_dir(root.join(folder)) else { return Ok(found) };
    for entry in entries {
        let name = entry?.file_name();
        let path = folder.join(name);
        if root.join(&path).is_dir() {
            found.extend(on_disk(root, &path)?);
        } else {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}
