//! The project works on any machine, and without the folder beside it.

use std::sync::LazyLock;

use regex::Regex;

use super::problem::Problem;
use super::tree::{TextFile, Tree};

/// What may name the folder beside the project, in which upstream's documents may lie.
const MAY_LOOK_BESIDE: [&str; 3] = [".ci/run", "xtask/", "crates/testkit/src/material.rs"];

/// An absolute path of one machine; a path of a URL has something before its first slash.
static MACHINE: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?:^|[^\w.}*-])(/(?:work|root|home)/[\w./-]*)").ok());

pub(super) fn check(tree: &Tree) -> Vec<Problem> {
    tree.files.iter().flat_map(|file| file.lines().flat_map(|(line, text)| problems(file, line, text))).collect()
}

fn problems(file: &TextFile, line: usize, text: &str) -> Vec<Problem> {
    let path = MACHINE.as_ref().and_then(|machine| machine.captures(text)?.get(1));
    let machine = path.map(|path| {
        let what = format!("`{}` is a path of one machine", path.as_str());
        Problem::new(file, line, what, "take it from the environment, or make it relative")
    });
    let may_look = MAY_LOOK_BESIDE.iter().any(|allowed| file.path.starts_with(allowed));
    let beside = (!may_look && text.contains("../shared")).then(|| {
        let what = "a clone has no `../shared`".to_owned();
        Problem::new(file, line, what, "name $IMMICH_UPSTREAM, and let the test kit look for it")
    });
    machine.into_iter().chain(beside).collect()
}

#[cfg(test)]
mod tests {
    use super::super::problem::printed;
    use super::super::tree::tree_of;
    use super::*;

    #[test]
    fn paths_of_a_machine_are_found() {
        let own = "/wo\x72k/main/x.json";
        let text = format!("a: {own}\n\"/ho\x6de/me\"\nhttps://example.org/home/\n/api/root/x\n/network/\n");
        let problems = printed(&check(&tree_of(&[("a.md", &text)])));
        let remedy = "take it from the environment, or make it relative";
        let expected = [(1, own), (2, "/ho\x6de/me")]
            .map(|(line, path)| format!("a.md:{line}: `{path}` is a path of one machine; {remedy}"));
        assert_eq!(problems, expected);
    }

    #[test]
    fn only_few_look_beside_the_project() {
        let text = "//! ../shared/upstream\n";
        let tree = tree_of(&[("README.md", text), (".ci/run", text), ("crates/testkit/src/material.rs", text)]);
        let remedy = "name $IMMICH_UPSTREAM, and let the test kit look for it";
        assert_eq!(printed(&check(&tree)), [format!("README.md:1: a clone has no `../shared`; {remedy}")]);
    }
}
