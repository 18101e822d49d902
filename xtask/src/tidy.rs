//! `cargo xtask tidy`: the house rules that neither rustc nor clippy knows.
//!
//! A check is one file with one function over the [`Tree`] and one line in [`CHECKS`].

mod arrows;
mod budget;
mod code_in_comments;
mod excuses;
mod file_names;
mod inheritance;
mod machine_paths;
mod openings;
mod problem;
mod registries;
mod tokens;
mod tree;
mod unfinished;

use std::path::Path;

use self::problem::Problem;
use self::tree::Tree;
use crate::{Answer, Verdict};

/// Every check. rustc reports a module whose `check` is missing here as dead code.
const CHECKS: &[fn(&Tree) -> Vec<Problem>] = &[
    arrows::check,
    budget::check,
    code_in_comments::check,
    excuses::check,
    file_names::check,
    inheritance::check,
    machine_paths::check,
    openings::check,
    registries::check,
    unfinished::check,
];

/// Checks the workspace at `root`, prints what is wrong and the size of its code.
pub(crate) fn run(root: &Path) -> Answer {
    let tree = Tree::read(root)?;
    let mut problems: Vec<Problem> = CHECKS.iter().flat_map(|check| check(&tree)).collect();
    problems.sort();
    for problem in &problems {
        println!("{problem}");
    }
    print!("{}", budget::summary(&tree));
    println!("tidy: {} problems in {} files", problems.len(), tree.files.len());
    Ok(if problems.is_empty() { Verdict::Fine } else { Verdict::Failed })
}
