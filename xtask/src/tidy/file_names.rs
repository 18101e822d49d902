//! A file is named after what is in it.

use std::path::Path;

use super::problem::Problem;
use super::tree::{TextFile, Tree};

/// Names that say nothing.
const EMPTY_NAMES: [&str; 7] = ["common", "helper", "helpers", "misc", "shared", "util", "utils"];

pub(super) fn check(tree: &Tree) -> Vec<Problem> {
    tree.rust().filter_map(problem).collect()
}

fn problem(file: &TextFile) -> Option<Problem> {
    let path = Path::new(&file.path).with_extension("");
    let parts = path.iter().filter_map(|part| part.to_str());
    let empty = parts.into_iter().find(|part| EMPTY_NAMES.contains(part))?;
    Some(Problem::new(file, 1, format!("`{empty}` does not say what is inside"), "name it after its content"))
}

#[cfg(test)]
mod tests {
    use super::super::problem::printed;
    use super::super::tree::tree_of;
    use super::*;

    #[test]
    fn a_name_says_what_is_inside() {
        let paths = ["utils.rs", "a/helpers.rs", "tests/common/mod.rs", "common_ground.rs", "utils.md"];
        let problems = check(&tree_of(&paths.map(|path| (path, "//! X.\n"))));
        let expected = [("utils.rs", "utils"), ("a/helpers.rs", "helpers"), ("tests/common/mod.rs", "common")]
            .map(|(path, name)| format!("{path}:1: `{name}` does not say what is inside; name it after its content"));
        assert_eq!(printed(&problems), expected);
    }
}
