//! Turns the file of words into tables that the crate includes: what cannot be read does not compile.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

/// The tables of words, and those of pairs of words (`bar-code`).
const WORDS: [&str; 5] = ["telling", "joined", "describing", "asking", "beside"];
const PAIRS: [&str; 2] = ["together", "plain"];

fn main() -> Result<(), Box<dyn Error>> {
    let path = "src/words.toml";
    println!("cargo::rerun-if-changed={path}");
    let mut tables: BTreeMap<String, BTreeMap<String, String>> = toml::from_str(&fs::read_to_string(path)?)?;
    let mut source = String::new();
    for name in WORDS {
        let words = tables.remove(name).ok_or_else(|| format!("{path}: no table `{name}`"))?;
        let words: Vec<String> = words.into_keys().collect();
        writeln!(source, "pub(crate) static {}: &[&str] = &{words:?};", name.to_uppercase())?;
    }
    for name in PAIRS {
        let pairs = tables.remove(name).ok_or_else(|| format!("{path}: no table `{name}`"))?;
        let pairs = pairs.keys().map(|pair| pair.split_once('-').ok_or_else(|| format!("{path}: no pair: `{pair}`")));
        let mut pairs = pairs.collect::<Result<Vec<_>, _>>()?;
        pairs.sort_unstable();
        writeln!(source, "pub(crate) static {}: &[(&str, &str)] = &{pairs:?};", name.to_uppercase())?;
    }
    if let Some(name) = tables.keys().next() {
        return Err(format!("{path}: a table that nothing reads: `{name}`").into());
    }
    #[expect(clippy::disallowed_methods, reason = "nobody reads it before this has ended")]
    fs::write(Path::new(&env::var("OUT_DIR")?).join("words.rs"), source)?;
    Ok(())
}
