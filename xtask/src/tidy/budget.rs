//! Functions and files stay small enough to be read at once.

use std::fmt::Write as _;

use proc_macro2::{Delimiter, Group, Ident, TokenTree};

use super::problem::Problem;
use super::tokens::{each_level, is_word};
use super::tree::{TextFile, Tree};

/// Most lines of a function's body, from the line of its `{` to the line of its `}`.
const LONGEST_FUNCTION: usize = 60;
/// Most lines that nine of ten functions may have.
const LONGEST_P90: usize = 24;
/// Most lines of a file.
const LONGEST_FILE: usize = 400;
/// How many of the longest functions and files are named.
const NAMED: usize = 3;

const SPLIT_FUNCTION: &str = "split it where a part has a name of its own";
const SPLIT_FILE: &str = "move what stands for itself to a file of its own";

/// A function with a body, a method or a test.
struct Function<'tree> {
    file: &'tree TextFile,
    name: String,
    line: usize,
    lines: usize,
}

pub(super) fn check(tree: &Tree) -> Vec<Problem> {
    let functions = functions_longest_first(tree);
    let p90 = percentile(&lengths(&functions), 90);
    let too_many = p90 > LONGEST_P90;
    let mut problems: Vec<Problem> = functions
        .iter()
        .enumerate()
        .take_while(|(rank, function)| function.lines > LONGEST_FUNCTION || (too_many && *rank < NAMED))
        .map(|(_, function)| long_function(function, p90))
        .collect();
    problems.extend(tree.rust().filter(|file| file_length(file) > LONGEST_FILE).map(long_file));
    problems
}

/// Percentiles and the longest of functions and files, a line each.
pub(super) fn summary(tree: &Tree) -> String {
    let functions = functions_longest_first(tree);
    let lengths = lengths(&functions);
    let mut files: Vec<&TextFile> = tree.rust().collect();
    files.sort_by_key(|file| std::cmp::Reverse(file_length(file)));
    let file_lengths: Vec<usize> = files.iter().map(|file| file_length(file)).collect();

    let mut out = format!(
        "budget: {} functions, p90 {} lines, p99 {}, longest {}; {} files, median {} lines, longest {}\n",
        lengths.len(),
        percentile(&lengths, 90),
        percentile(&lengths, 99),
        percentile(&lengths, 100),
        file_lengths.len(),
        percentile(&file_lengths, 50),
        percentile(&file_lengths, 100),
    );
    for Function { file, name, line, lines } in functions.iter().take(NAMED) {
        let _ = writeln!(out, "  {}:{line}: {name}, {lines} lines", file.path);
    }
    for file in files.iter().take(NAMED) {
        let _ = writeln!(out, "  {}:1: {} lines", file.path, file_length(file));
    }
    out
}

fn long_function(function: &Function<'_>, p90: usize) -> Problem {
    let Function { file, name, line, lines } = function;
    let what = if *lines > LONGEST_FUNCTION {
        format!("`{name}` has {lines} lines, more than {LONGEST_FUNCTION}")
    } else {
        format!("`{name}` has {lines} lines, one of the longest while p90 is {p90}, above {LONGEST_P90}")
    };
    Problem::new(file, *line, what, SPLIT_FUNCTION)
}

fn long_file(file: &TextFile) -> Problem {
    let what = format!("{} lines, more than {LONGEST_FILE}", file_length(file));
    Problem::new(file, 1, what, SPLIT_FILE)
}

fn file_length(file: &TextFile) -> usize {
    file.text.lines().count()
}

fn lengths(functions: &[Function<'_>]) -> Vec<usize> {
    functions.iter().map(|function| function.lines).collect()
}

/// The nearest-rank percentile (0 to 100) of `descending`, sorted from the largest down; 0 if it is empty.
fn percentile(descending: &[usize], percent: usize) -> usize {
    let rank = (descending.len() * percent).div_ceil(100).max(1);
    let from_the_end = descending.len().checked_sub(rank);
    from_the_end.and_then(|index| descending.get(index)).copied().unwrap_or(0)
}

fn functions_longest_first(tree: &Tree) -> Vec<Function<'_>> {
    let mut functions = Vec::new();
    for file in tree.rust() {
        each_level(&file.tokens, &mut |level| {
            let starts = (0..level.len()).filter_map(|start| function_at(level.get(start..)?));
            functions.extend(starts.map(|(name, body)| measure(file, name, body)));
        });
    }
    functions.sort_by_key(|function| std::cmp::Reverse(function.lines));
    functions
}

/// The name and body of the function that starts with the first of `tokens`.
fn function_at(tokens: &[TokenTree]) -> Option<(&Ident, &Group)> {
    let [word, TokenTree::Ident(name), rest @ ..] = tokens else { return None };
    let declaration = is_word(word, "fn").then_some(rest)?.iter().take_while(|token| !is_semicolon(token));
    let mut groups = declaration.filter_map(|token| match token {
        TokenTree::Group(group) => Some(group),
        _ => None,
    });
    groups.find(|group| group.delimiter() == Delimiter::Brace).map(|body| (name, body))
}

fn is_semicolon(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Punct(found) if found.as_char() == ';')
}

fn measure<'tree>(file: &'tree TextFile, name: &Ident, body: &Group) -> Function<'tree> {
    let (first, last) = (body.span_open().start().line, body.span_close().end().line);
    Function { file, name: name.to_string(), line: name.span().start().line, lines: last + 1 - first }
}

#[cfg(test)]
mod tests {
    use super::super::problem::printed;
    use super::super::tree::tree_of;
    use super::*;

    fn function(name: &str, lines: usize) -> String {
        format!("fn {name}() {{\n{}}}\n", "x();\n".repeat(lines - 2))
    }

    #[test]
    fn sixty_lines_are_the_most() {
        let short: String = (0..20).map(|index| function(&format!("short{index}"), 3)).collect();
        let text = short + &function("enough", 60) + &function("endless", 61);
        let problems = printed(&check(&tree_of(&[("a.rs", &text)])));
        let line = 20 * 3 + 60 + 1;
        assert_eq!(problems, [format!("a.rs:{line}: `endless` has 61 lines, more than 60; {SPLIT_FUNCTION}")]);
    }

    #[test]
    fn nine_of_ten_functions_have_24_lines() {
        let short: String = (0..9).map(|index| function(&format!("short{index}"), 24)).collect();
        assert_eq!(check(&tree_of(&[("a.rs", &(short + &function("long", 50)))])), []);
        let long: String = (0..9).map(|index| function(&format!("long{index}"), 25)).collect();
        assert_eq!(check(&tree_of(&[("a.rs", &(long + &function("long", 50)))])).len(), NAMED);
    }

    #[test]
    fn methods_tests_and_macro_bodies_count() {
        let text = "impl A { fn a(&self) -> B where C: D { } }\n\
            trait T { fn declared(&self); fn given() { } }\n\
            mod tests { #[test] fn b() { } proptest! { fn c(x in 0..9) { } } }\n\
            type F = fn(u8); const S: &str = \"fn s() {}\";";
        let tree = tree_of(&[("a.rs", text)]);
        let mut names: Vec<String> = functions_longest_first(&tree).into_iter().map(|found| found.name).collect();
        names.sort();
        assert_eq!(names, ["a", "b", "c", "given"]);
    }

    #[test]
    fn four_hundred_lines_are_the_most() {
        let (most, more) = ("\n".repeat(400), "\n".repeat(401));
        let problems = check(&tree_of(&[("a.rs", &most), ("b.rs", &more), ("c.md", &more)]));
        assert_eq!(printed(&problems), [format!("b.rs:1: 401 lines, more than 400; {SPLIT_FILE}")]);
    }

    #[test]
    fn percentiles_are_of_nearest_rank() {
        let ten = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1];
        let cases = [(50, 5), (90, 9), (91, 10), (99, 10), (100, 10), (0, 1)];
        for (percent, expected) in cases {
            assert_eq!(percentile(&ten, percent), expected, "p{percent}");
        }
        assert_eq!(percentile(&[], 90), 0);
    }

    #[test]
    fn the_summary_names_the_worst() {
        let summary = summary(&tree_of(&[("a.rs", &(function("a", 5) + &function("b", 9)))]));
        assert_eq!(
            summary,
            "budget: 2 functions, p90 9 lines, p99 9, longest 9; 1 files, median 14 lines, longest 14\n  \
             a.rs:6: b, 9 lines\n  a.rs:1: a, 5 lines\n  a.rs:1: 14 lines\n"
        );
    }
}
