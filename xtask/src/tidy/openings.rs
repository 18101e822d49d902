//! Every module says at its top what it is for.

use super::problem::Problem;
use super::tree::Tree;

pub(super) fn check(tree: &Tree) -> Vec<Problem> {
    let silent = tree.rust().filter(|file| !file.text.starts_with("//!"));
    let what = || "the file does not start with `//!`".to_owned();
    silent.map(|file| Problem::new(file, 1, what(), "say in its first line what it is for")).collect()
}

#[cfg(test)]
mod tests {
    use super::super::problem::printed;
    use super::super::tree::tree_of;
    use super::*;

    #[test]
    fn a_module_opens_with_its_purpose() {
        let tree = tree_of(&[("a.rs", "//! A.\n"), ("b.rs", "use x::Y;\n//! B.\n"), ("c.rs", ""), ("d.md", "D")]);
        let remedy = "the file does not start with `//!`; say in its first line what it is for";
        assert_eq!(printed(&check(&tree)), [format!("b.rs:1: {remedy}"), format!("c.rs:1: {remedy}")]);
    }
}
