//! What changed in the contract, as a review in Markdown.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use contract::facts::{Facts, Scope};
use contract::{Contract, Projection, Release};

/// How many elements are listed under one heading.
const SHOWN: usize = 200;

/// What a contract says that another did not, and the other way round.
pub(crate) fn markdown(before: &Contract, after: &Contract) -> String {
    let mut text = "# What changed in the contract\n".to_owned();
    let names = |contract: &Contract| contract.components.keys().cloned().collect::<BTreeSet<_>>();
    let operations = |contract: &Contract| {
        contract.operations.iter().map(|one| format!("{} {} ({})", one.method, one.path, one.id)).collect()
    };
    section(&mut text, "Operations", &operations(before), &operations(after));
    let observed = |name: &String| before.component(name).is_some_and(|one| one.observed);
    let known: BTreeSet<String> = names(before).into_iter().filter(|name| !observed(name)).collect();
    section(&mut text, "Schemas", &known, &names(after));
    let changed = changed(before, after);
    let _ = writeln!(text, "\n## Changed: {} facts", changed.len());
    for (what, releases) in changed.iter().take(SHOWN) {
        let set: contract::ReleaseSet = releases.iter().copied().collect();
        let _ = writeln!(text, "- {what} ({set})");
    }
    rest(&mut text, changed.len());
    text
}

fn section(text: &mut String, title: &str, before: &BTreeSet<String>, after: &BTreeSet<String>) {
    for (verb, names) in [("added", after - before), ("removed", before - after)] {
        let _ = writeln!(text, "\n## {title} {verb}: {}", names.len());
        names.iter().take(SHOWN).for_each(|name| {
            let _ = writeln!(text, "- {name}");
        });
        rest(text, names.len());
    }
}

fn rest(text: &mut String, count: usize) {
    if count > SHOWN {
        let _ = writeln!(text, "- … {} more", count - SHOWN);
    }
}

/// Facts of what both contracts have that are not the same, with the releases that both speak of.
fn changed(before: &Contract, after: &Contract) -> BTreeMap<String, Vec<Release>> {
    let scope = Scope::of(before);
    let mut found: BTreeMap<String, Vec<Release>> = BTreeMap::new();
    for release in (before.covers & after.covers).iter() {
        let facts = |contract| Facts::of(Projection { contract, release }, &scope);
        for one in facts(before).differences(&facts(after)) {
            let said =
                |value: Option<serde_json::Value>| value.map_or_else(|| "nothing".to_owned(), |one| one.to_string());
            let line =
                format!("`{}` {}: {} → {}", one.subject.element, one.subject.aspect, said(one.left), said(one.right));
            found.entry(line).or_default().push(release);
        }
    }
    found
}
