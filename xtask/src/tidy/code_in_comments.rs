//! Code that is out of use is deleted; the history keeps it.

use std::sync::LazyLock;

use regex::Regex;

use super::problem::Problem;
use super::tree::Tree;

/// Comments that can only be code. Conservative: prose that ends in `;` or names a function passes.
static CODE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let forms = [
        r"let (mut )?\w+(: [^=]+)? = ",
        r"(pub(\(\w+\))? )?(const |async |unsafe )*fn \w+(<.*>)?\(",
        r"(pub(\(\w+\))? )?(struct|enum|trait|mod|impl) [\w<>]+( for \w+)? ?[{;]$",
        r"(pub )?use \w+(::[\w{}*, ]+)+;$",
        r"(if|for|while|match) .* \{$",
        r"return\b.*;$",
        r"[\w.:]+!?\(.*\)\??;$",
        r"#!?\[\w.*\]$",
        r"\}[;,)]*$",
    ];
    Regex::new(&format!(r"^\s*//\s*({})", forms.join("|"))).ok()
});

pub(super) fn check(tree: &Tree) -> Vec<Problem> {
    let lines = tree.rust().flat_map(|file| file.lines().map(move |(line, text)| (file, line, text)));
    let code = lines.filter(|(_, _, text)| CODE.as_ref().is_some_and(|code| code.is_match(text)));
    let what = || "commented-out code".to_owned();
    code.map(|(file, line, _)| Problem::new(file, line, what(), "delete it, the history keeps it")).collect()
}

#[cfg(test)]
mod tests {
    use super::super::problem::printed;
    use super::super::tree::tree_of;
    use super::*;

    #[test]
    fn code_is_told_from_prose() {
        let cases = [
            ("// let x = 1;", true),
            ("    // let mut x: Vec<u8> = make(", true),
            ("// fn old(x: u8) -> u8 {", true),
            ("// pub(crate) struct Old {", true),
            ("// use std::fs;", true),
            ("// for x in xs {", true),
            ("// return None;", true),
            ("// self.old.call(1)?;", true),
            ("//println!(\"x\");", true),
            ("// #[derive(Debug)]", true),
            ("// }", true),
            ("// });", true),
            ("// let us see why this holds", false),
            ("// for each release, the oldest first", false),
            ("// use the newest release;", false),
            ("// see Plan::run (the fast one);", false),
            ("// returns early;", false),
            ("/// let x = 1;", false),
            ("//! }", false),
            ("let x = 1; // }", false),
        ];
        for (line, expected) in cases {
            let found = printed(&check(&tree_of(&[("a.rs", &format!("{line}\n"))])));
            let problem = "a.rs:1: commented-out code; delete it, the history keeps it".to_owned();
            assert_eq!(found, Vec::from_iter(expected.then_some(problem)), "{line}");
        }
    }
}
