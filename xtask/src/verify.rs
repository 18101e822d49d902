//! `cargo xtask verify`: the contract that the models derive, held against upstream's document of each release.

pub(crate) mod compare;
mod documents;
mod matrix;
mod parallel;
mod second_opinion;
#[cfg(test)]
mod tests;
mod unread;

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Instant;

use contract::facts::{Difference, Subject};
use contract::read::Warning;
use contract::{Contract, Release};

use self::compare::{Comparison, LeftOut};
use self::documents::Document;
pub(crate) use self::matrix::differences;
use self::matrix::{Matrix, folded};
use self::second_opinion::SecondOpinion;
use crate::{Answer, Failure, Verdict, one_line};

/// How many facts of a document are told that two readers read differently.
const MOST_DISPUTED: usize = 20;

/// What is printed of the reader's warnings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Warnings {
    /// How many there are.
    Counted,
    /// Each.
    Shown,
}

/// Compares the models with every document `vVERSION.json` in `folder` whose release they cover.
pub(crate) fn run(folder: &Path, warnings: Warnings) -> Answer {
    let start = Instant::now();
    let derived = models::contract()?;
    let found = documents::find(folder, derived.releases)?;
    for name in &found.unknown {
        eprintln!("note: {name} is of no release of the table; not compared");
    }
    let (comparisons, unreadable) = compare_all(&derived, &found.documents);
    print!("{}", Matrix(&comparisons));
    for line in differences(&comparisons) {
        println!("{line}");
    }
    println!("{}", left_out(&comparisons));
    let disputed = second_opinions(&comparisons);
    print_warnings(&comparisons, warnings);
    let facts: usize = comparisons.iter().map(|one| one.facts).sum();
    let wrong: usize = comparisons.iter().map(|one| one.differences.len()).sum();
    let not_modelled: usize = comparisons.iter().map(|one| one.not_modelled.0 + one.not_modelled.1).sum();
    println!("not modelled: {not_modelled} operations and schemas of the documents");
    println!(
        "verify: {wrong} differences in {facts} facts of {} documents, {:.1} s",
        comparisons.len(),
        start.elapsed().as_secs_f64()
    );
    verdict(wrong + not_modelled + disputed, &unreadable, found.documents.len())
}

fn verdict(wrong: usize, unreadable: &[Failure], documents: usize) -> Answer {
    for failure in unreadable {
        eprintln!("error: {}", one_line(failure.as_ref()));
    }
    match (unreadable.len(), wrong) {
        (0, 0) => Ok(Verdict::Fine),
        (0, _) => Ok(Verdict::Failed),
        (count, _) => Err(format!("{count} of {documents} documents could not be read").into()),
    }
}

/// Compares each document; those that cannot be read come second, each as its error.
fn compare_all(derived: &Contract, documents: &[Document]) -> (Vec<Comparison>, Vec<Failure>) {
    let (groups, mut unreadable) = documents::by_content(documents);
    let all = parallel::map(&groups, |group| {
        let releases: Vec<Release> = group.documents.iter().map(|document| document.release).collect();
        let fail = |error: Failure| {
            let failure = |document: &&Document| Failure::from(format!("{}: {error}", document.path.display()));
            group.documents.iter().map(failure).collect::<Vec<_>>()
        };
        compare::bytes_of(derived, &releases, &group.bytes).map_err(fail)
    });
    let mut comparisons = Vec::new();
    for one in all {
        match one {
            Ok(compared) => comparisons.extend(compared),
            Err(failures) => unreadable.extend(failures),
        }
    }
    comparisons.sort_by_key(|one| one.release);
    (comparisons, unreadable)
}

/// What the documents say and no comparison looks at, in one line.
fn left_out(comparisons: &[Comparison]) -> String {
    let sum = |count: fn(&LeftOut) -> usize| comparisons.iter().map(|one| count(&one.left_out)).sum::<usize>();
    format!(
        "left out on purpose: {} texts and examples (prose is not a fact), {} tags `Deprecated` (they repeat the flag), \
         {} states (they repeat the history), {} marks `x-rebuilt` (they say that clients are the source)",
        sum(|one| one.prose),
        sum(|one| one.deprecated_tags),
        sum(|one| one.states),
        sum(|one| one.rebuilt)
    )
}

/// Prints how the `openapiv3` crate reads the documents otherwise than we do. Answers in how many facts.
fn second_opinions(comparisons: &[Comparison]) -> usize {
    let sum = |count: fn(&SecondOpinion) -> usize| comparisons.iter().map(|one| count(&one.second)).sum::<usize>();
    for comparison in comparisons {
        for Difference { subject, left, right } in comparison.second.differences.iter().take(MOST_DISPUTED) {
            let said =
                |value: &Option<serde_json::Value>| value.as_ref().map_or("nothing".to_owned(), ToString::to_string);
            let Subject { element, aspect } = subject;
            println!("{}: {element}: {aspect}: we read {}, openapiv3 {}", comparison.release, said(left), said(right));
        }
    }
    let disputed = sum(|one| one.differences.len());
    println!(
        "second opinion, by the types of openapiv3: {disputed} differences in {} facts; its types do not hold {} defaults \
         that are null, and {} facts beside a `$ref`",
        sum(|one| one.facts),
        sum(|one| one.null_defaults),
        sum(|one| one.beside_references)
    );
    disputed
}

fn print_warnings(comparisons: &[Comparison], warnings: Warnings) {
    let count: usize = comparisons.iter().map(|one| one.warnings.len()).sum();
    match warnings {
        Warnings::Shown => warning_lines(comparisons).iter().for_each(|line| println!("{line}")),
        Warnings::Counted if count > 0 => println!("{count} warnings of the reader; -v shows them"),
        Warnings::Counted => {}
    }
}

/// The reader's warnings, each once with the releases whose documents have it.
fn warning_lines(comparisons: &[Comparison]) -> Vec<String> {
    let compared: Vec<Release> = comparisons.iter().map(|one| one.release).collect();
    let mut found: BTreeMap<String, Vec<Release>> = BTreeMap::new();
    for one in comparisons {
        for Warning { pointer, message, .. } in &one.warnings {
            found.entry(format!("{pointer}: {message}")).or_default().push(one.release);
        }
    }
    found.iter().map(|(text, releases)| format!("warning: {}  {text}", folded(&compared, releases))).collect()
}
