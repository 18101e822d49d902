//! What all packages have in common is said once, in the workspace's manifest.

use toml::{Table, Value};

use super::problem::Problem;
use super::tree::{TextFile, Tree};

/// The fields of `[package]` that come from `[workspace.package]`. `publish` is not among them: who has the workspace's is
/// not published.
const FIELDS: [&str; 4] = ["version", "edition", "rust-version", "license"];

pub(super) fn check(tree: &Tree) -> Vec<Problem> {
    tree.manifests().flat_map(|(_, manifest)| problems(manifest)).collect()
}

fn problems(manifest: &TextFile) -> Vec<Problem> {
    let table: Table = manifest.text.parse().unwrap_or_default();
    let package = table.get("package").and_then(Value::as_table);
    let inherited = |field: &&str| package.is_some_and(|package| inherits(package.get(*field)));
    let fields = FIELDS.iter().filter(|field| !inherited(field)).map(|field| {
        let what = format!("`{field}` is not the workspace's");
        Problem::new(manifest, line_of(manifest, field), what, "write `FIELD.workspace = true`")
    });
    let lints = (!inherits(table.get("lints"))).then(|| {
        let what = "the workspace's lints do not hold here".to_owned();
        Problem::new(manifest, line_of(manifest, "[lints"), what, "write `[lints]` and `workspace = true`")
    });
    fields.chain(lints).collect()
}

fn inherits(value: Option<&Value>) -> bool {
    value.and_then(|value| value.get("workspace")).and_then(Value::as_bool) == Some(true)
}

/// The first line that starts with `text`, else the file's first.
fn line_of(manifest: &TextFile, text: &str) -> usize {
    manifest.lines().find(|(_, found)| found.starts_with(text)).map_or(1, |(line, _)| line)
}

#[cfg(test)]
mod tests {
    use super::super::problem::printed;
    use super::super::tree::{Member, tree_of};
    use super::*;

    const GOOD: &str = "[package]\nname = \"a\"\nversion.workspace = true\nedition.workspace = true\n\
        rust-version.workspace = true\nlicense = { workspace = true }\n\
        [lints]\nworkspace = true\n";

    fn check_manifest(text: &str) -> Vec<String> {
        let mut tree = tree_of(&[("a/Cargo.toml", text)]);
        tree.members.push(Member { name: "a".into(), manifest: "a/Cargo.toml".into(), arrows: Vec::new() });
        printed(&check(&tree))
    }

    #[test]
    fn a_package_inherits() {
        assert_eq!(check_manifest(GOOD), [""; 0]);
        assert_eq!(
            check_manifest(&GOOD.replace("edition.workspace = true", "edition = \"2021\"")),
            ["a/Cargo.toml:4: `edition` is not the workspace's; write `FIELD.workspace = true`"]
        );
        assert_eq!(
            check_manifest(&GOOD.replace("version.workspace = true\nedition", "edition")),
            ["a/Cargo.toml:1: `version` is not the workspace's; write `FIELD.workspace = true`"]
        );
        assert_eq!(
            check_manifest(&GOOD.replace("[lints]\nworkspace = true", "[lints.rust]")),
            ["a/Cargo.toml:7: the workspace's lints do not hold here; \
              write `[lints]` and `workspace = true`"]
        );
    }
}
