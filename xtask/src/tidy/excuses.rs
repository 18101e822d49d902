//! A lint is silenced only with a reason.

use proc_macro2::TokenTree;

use super::problem::Problem;
use super::tokens::{each_attribute, inside, is_word};
use super::tree::Tree;

pub(super) fn check(tree: &Tree) -> Vec<Problem> {
    let mut problems = Vec::new();
    for file in tree.rust() {
        each_attribute(&file.tokens, &mut |attribute, line| {
            if let Some(word) = silencing(attribute) {
                let what = format!("`{word}(…)` without a reason");
                problems.push(Problem::new(file, line, what, "mend the code, or add `reason = \"…\"`"));
            }
        });
    }
    problems
}

/// The word of an `allow(…)` or `expect(…)` that gives no reason.
fn silencing(attribute: &[TokenTree]) -> Option<String> {
    let [word, TokenTree::Group(lints), ..] = attribute else { return None };
    let silences = is_word(word, "allow") || is_word(word, "expect");
    let excused = inside(lints).iter().any(|token| is_word(token, "reason"));
    (silences && !excused).then(|| word.to_string())
}

#[cfg(test)]
mod tests {
    use super::super::problem::printed;
    use super::super::tree::tree_of;
    use super::*;

    #[test]
    fn a_silenced_lint_has_a_reason() {
        let text = "#![allow(a)]\n#[expect(b, reason = \"c\")]\nfn f() {\n  #[allow(d::e)] // f\n  x.expect(g);\n}";
        let remedy = "`allow(…)` without a reason; mend the code, or add `reason = \"…\"`";
        let problems = printed(&check(&tree_of(&[("a.rs", text)])));
        assert_eq!(problems, [format!("a.rs:1: {remedy}"), format!("a.rs:4: {remedy}")]);
    }
}
