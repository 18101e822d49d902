//! Nothing unfinished is committed.

use std::sync::LazyLock;

use proc_macro2::{Spacing, TokenTree};
use regex::Regex;

use super::problem::Problem;
use super::tokens::{each_attribute, each_level, is_word};
use super::tree::{TextFile, Tree};

/// Macros that stand for code to come, or for a look at code while it is written.
const MACROS: [&str; 3] = ["todo", "unimplemented", "dbg"];

/// A comment that says there is work left. Spelled so that it does not find itself.
static NOTE: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"//.*\b(FIX[M]E|X{3})\b").ok());

pub(super) fn check(tree: &Tree) -> Vec<Problem> {
    tree.rust().flat_map(|file| [macros(file), ignored_tests(file), notes(file)]).flatten().collect()
}

fn macros(file: &TextFile) -> Vec<Problem> {
    let mut problems = Vec::new();
    each_level(&file.tokens, &mut |level| {
        for pair in level.windows(2) {
            if let [TokenTree::Ident(name), TokenTree::Punct(bang)] = pair
                && MACROS.iter().any(|banned| name == banned)
                && bang.as_char() == '!'
                // `todo != x` compares.
                && bang.spacing() == Spacing::Alone
            {
                let what = format!("`{name}!` is for work in progress");
                problems.push(Problem::new(file, name.span().start().line, what, "finish it, or return an error"));
            }
        }
    });
    problems
}

fn ignored_tests(file: &TextFile) -> Vec<Problem> {
    let mut problems = Vec::new();
    each_attribute(&file.tokens, &mut |attribute, line| {
        if attribute.first().is_some_and(|word| is_word(word, "ignore")) {
            let what = "an ignored test tells nothing".to_owned();
            problems.push(Problem::new(file, line, what, "mend it, or delete it"));
        }
    });
    problems
}

fn notes(file: &TextFile) -> Vec<Problem> {
    let note = |text| Some(NOTE.as_ref()?.captures(text)?.get(1)?.as_str());
    let lines = file.lines().filter_map(|(line, text)| Some((line, note(text)?)));
    let problem =
        |(line, note)| Problem::new(file, line, format!("{note} in a comment"), "do it, or open an issue and name it");
    lines.map(problem).collect()
}

#[cfg(test)]
mod tests {
    use super::super::problem::printed;
    use super::super::tree::tree_of;
    use super::*;

    #[test]
    fn work_in_progress_is_found() {
        let source = "fn f() {\n  todo!();\n  if todo != dbg { unimplemented![] }\n  \"dbg!(x)\"; // dbg!(x)\n}\n\
            #[test]\n#[ignore = \"slow\"]\nfn g() { a!{ dbg!(1) } }\n";
        let problems = printed(&check(&tree_of(&[("a.rs", source)])));
        let places: Vec<&str> = problems.iter().filter_map(|text| text.split(';').next()).collect();
        assert_eq!(
            places,
            [
                "a.rs:2: `todo!` is for work in progress",
                "a.rs:3: `unimplemented!` is for work in progress",
                "a.rs:8: `dbg!` is for work in progress",
                "a.rs:7: an ignored test tells nothing",
            ]
        );
    }

    #[test]
    fn notes_to_oneself_are_found() {
        let source = "// FIX\x4dE later\nlet a = 1; // X\x58X\n// XXXL is a size, \"FIX\" a verb\n\"X\x58X\";\n";
        let problems = printed(&check(&tree_of(&[("a.rs", source)])));
        let remedy = "in a comment; do it, or open an issue and name it";
        assert_eq!(problems, [format!("a.rs:1: FIX{}E {remedy}", 'M'), format!("a.rs:2: X{}X {remedy}", 'X')]);
    }
}
