//! Turns a folder of rule files into a table of texts, for crates whose facts are strings.

use std::env;
use std::error::Error;
use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use crate::RuleSet;

/// What the build script of a crate with rules does: checks the folder `rules` of the package, in which cargo starts build
/// scripts, and writes `rules.rs` to `OUT_DIR`:
///
/// ```text
/// /// Rule files: id and text.
/// pub static FILES: &[(&str, &str)] = &[("enum-value-unknown", include_str!("…")), …];
/// ```
///
/// `RuleSet::new(FILES)` reads it. Fails where a file is no rule or two rules get in each other's way, so that a table
/// that compiles can be read.
pub fn build_rule_table() -> Result<(), Box<dyn Error>> {
    let rules = Path::new("rules");
    println!("cargo::rerun-if-changed={}", rules.display());
    check(rules)?;
    let out = env::var_os("OUT_DIR").map(PathBuf::from).ok_or("cargo sets OUT_DIR")?;
    File::create(out.join("rules.rs"))?.write_all(rule_table(rules)?.as_bytes())?;
    Ok(())
}

fn check(rules: &Path) -> Result<(), Box<dyn Error>> {
    let mut files: Vec<(&'static str, &'static str)> = Vec::new();
    for entry in rules.read_dir()? {
        let path = entry?.path();
        if let Some(id) = path.file_name().and_then(|name| name.to_str()).and_then(|name| name.strip_suffix(".md")) {
            // Rules live as long as the program, and a build script is short.
            files.push((id.to_owned().leak(), fs::read_to_string(&path)?.leak()));
        }
    }
    RuleSet::new(&files)?;
    Ok(())
}

/// Rust source of a table of the rule files (`*.md`) in `dir`, sorted by id. Fails when the folder cannot be read or a path
/// in it is not Unicode.
fn rule_table(dir: &Path) -> io::Result<String> {
    let mut files = fs::canonicalize(dir)?
        .read_dir()?
        .map(|entry| entry.map(|entry| entry.path()))
        .filter(|path| path.as_ref().map_or(true, |path| path.extension().is_some_and(|ext| ext == "md")))
        .collect::<io::Result<Vec<PathBuf>>>()?;
    files.sort();
    let mut source = String::from("/// Rule files: id and text.\npub static FILES: &[(&str, &str)] = &[\n");
    for path in &files {
        let id = unicode(path, path.file_stem().and_then(|stem| stem.to_str()))?;
        let file = unicode(path, path.to_str())?;
        // `{:?}` of a string is a Rust literal.
        writeln!(source, "    ({id:?}, include_str!({file:?})),").map_err(io::Error::other)?;
    }
    source.push_str("];\n");
    Ok(source)
}

fn unicode<'a>(path: &Path, text: Option<&'a str>) -> io::Result<&'a str> {
    text.ok_or_else(|| {
        io::Error::new(io::ErrorKind::InvalidData, format!("the name of {} is not Unicode", path.display()))
    })
}

#[cfg(test)]
mod tests {
    use super::rule_table;

    #[test]
    fn the_table_is_sorted_and_has_rule_files_only() {
        let dir = tempfile::tempdir().unwrap();
        for name in ["b-rule.md", "a-rule.md", "README.txt"] {
            std::fs::File::create(dir.path().join(name)).unwrap();
        }
        let source = rule_table(dir.path()).unwrap();
        let root = dir.path().canonicalize().unwrap();
        let line = |id: &str| format!("    ({id:?}, include_str!({:?})),\n", root.join(format!("{id}.md")));
        let expected = format!(
            "/// Rule files: id and text.\npub static FILES: &[(&str, &str)] = &[\n{}{}];\n",
            line("a-rule"),
            line("b-rule")
        );
        assert_eq!(source, expected);
        assert!(rule_table(&root.join("none")).is_err());
    }
}
