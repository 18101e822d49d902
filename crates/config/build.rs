//! Turns the folder of rule files into a table that the crate includes.

use std::env;
use std::error::Error;
use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use report::RuleSet;

fn main() -> Result<(), Box<dyn Error>> {
    // Cargo starts a build script in its package's folder.
    let rules = Path::new("rules");
    println!("cargo::rerun-if-changed={}", rules.display());
    check(rules)?;
    let out = env::var_os("OUT_DIR").map(PathBuf::from).ok_or("cargo sets OUT_DIR")?;
    File::create(out.join("rules.rs"))?.write_all(report::rule_table(rules)?.as_bytes())?;
    Ok(())
}

/// Fails where a file is no rule or two rules get in each other's way, so that a table that compiles can be read.
fn check(rules: &Path) -> Result<(), Box<dyn Error>> {
    let mut files: Vec<(&'static str, &'static str)> = Vec::new();
    for entry in rules.read_dir()? {
        let path = entry?.path();
        if let Some(id) = path.file_name().and_then(|name| name.to_str()).and_then(|name| name.strip_suffix(".md")) {
            // Rules live as long as the program, and this one is short.
            files.push((id.to_owned().leak(), fs::read_to_string(&path)?.leak()));
        }
    }
    RuleSet::new(&files)?;
    Ok(())
}
