//! Puts the files of `schemas/` together again into the one document that the crate embeds.
//!
//! Nobody who uses it builds the models: what it knows is what is published and reviewed, and a test keeps that fresh.

use std::env;
use std::error::Error;
use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value};

/// Where `cargo xtask schemas` writes: a link in this package, so that it is published with it; from its folder, in which
/// cargo starts a build script. Where a checkout has no links, the place that it leads to.
const SCHEMAS: [&str; 2] = ["schemas", "../../schemas"];
/// The file that is not a component: the operations, and all that is not said of one component.
const REST: &str = "operations";

fn main() -> Result<(), Box<dyn Error>> {
    let folder =
        SCHEMAS.map(Path::new).into_iter().find(|folder| folder.is_dir()).ok_or("there is no folder schemas/")?;
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut components = Map::new();
    for path in files(folder)? {
        let name = path.file_stem().and_then(|name| name.to_str()).ok_or("a file of schemas/ has no name")?;
        let mut schema: Value = serde_json::from_slice(&fs::read(&path)?)?;
        refer_within(&mut schema);
        components.insert(name.to_owned(), schema);
    }
    let Some(Value::Object(mut document)) = components.shift_remove(REST) else {
        return Err("schemas/operations.json is missing".into());
    };
    document.insert("$defs".to_owned(), Value::Object(components));
    let out = env::var_os("OUT_DIR").map(PathBuf::from).ok_or("cargo sets OUT_DIR")?;
    File::create(out.join("contract.json"))?.write_all(&serde_json::to_vec(&document)?)?;
    Ok(())
}

/// The JSON files, sorted, so that the same schemas give the same binary.
fn files(folder: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let paths = folder.read_dir()?.map(|entry| entry.map(|entry| entry.path()));
    let mut files: Vec<PathBuf> = paths.collect::<Result<_, _>>()?;
    files.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    files.sort();
    Ok(files)
}

/// Turns references from file to file into references within one document.
fn refer_within(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(refer_within),
        Value::Object(members) => {
            for (name, value) in members {
                match value.as_str().and_then(|target| target.strip_suffix(".json")) {
                    Some(component) if name == "$ref" => *value = format!("#/$defs/{component}").into(),
                    _ => refer_within(value),
                }
            }
        }
        _ => {}
    }
}
