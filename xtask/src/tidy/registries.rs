//! Packages come from crates.io, and no committed file names another host for them.

use std::sync::LazyLock;

use regex::Regex;

use super::problem::Problem;
use super::tree::{TextFile, Tree};

/// Where `Cargo.lock` says packages are from.
const CRATES_IO: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// What names a registry, a mirror or a repository to take packages from.
static OTHER_SOURCE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r#"^\s*\[(source|registry|registries)[.\]]|\b(sparse|registry|git)\+\w+:|(?:^|[\s{,])(registry|git)\s*=\s*""#,
    )
    .ok()
});

pub(super) fn check(tree: &Tree) -> Vec<Problem> {
    let files = tree.files.iter().filter(|file| file.has_extension("toml") || file.has_extension("lock"));
    files.flat_map(|file| file.lines().filter_map(|(line, text)| problem(file, line, text))).collect()
}

fn problem(file: &TextFile, line: usize, text: &str) -> Option<Problem> {
    let text = text.replace(CRATES_IO, "");
    OTHER_SOURCE.as_ref()?.is_match(&text).then(|| {
        let what = "packages from elsewhere than crates.io".to_owned();
        Problem::new(file, line, what, "keep a mirror in your own Cargo configuration, outside the project")
    })
}

#[cfg(test)]
mod tests {
    use super::super::tree::tree_of;
    use super::*;

    #[test]
    fn other_sources_are_found() {
        let cases = [
            ("source = \"registry+https://github.com/rust-lang/crates.io-index\"", false),
            ("source = \"registry+https://mirror.example/index\"", true),
            ("source = \"git+https://example.org/a?rev=1#2\"", true),
            ("index = \"sparse+https://mirror.example/\"", true),
            ("[source.crates-io]", true),
            ("[registries.mirror]", true),
            ("a = { git = \"https://example.org/a\" }", true),
            ("a = { version = \"1\", registry = \"mirror\" }", true),
            ("[sources]", false),
            ("unknown-git = \"deny\"", false),
            ("repository = \"https://example.org\"", false),
        ];
        for (text, expected) in cases {
            let problems = check(&tree_of(&[("Cargo.lock", text), ("README.md", text)]));
            assert_eq!(problems.len(), usize::from(expected), "{text}");
        }
    }
}
