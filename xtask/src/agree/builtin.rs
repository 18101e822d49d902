//! The builtin contract against upstream's document of the same release: findings on the same captures.
//!
//! Both describe the same release, so each difference must come from what the builtin contract knows beside that
//! document: other releases, and what servers were observed to do.

use std::collections::BTreeMap;

use report::{Finding, Severity};

use super::ours::Checked;
use super::print::Listing;
use crate::Verdict;

/// How many unexplained differences are listed.
const SHOWN: usize = 20;

/// A place at which the two contracts find something different: what only one of them finds.
#[derive(Debug, Default)]
struct Difference<'f> {
    document: Vec<&'f Finding>,
    builtin: Vec<&'f Finding>,
    /// The whole exchange, with the builtin contract.
    around: Vec<&'f Finding>,
}

/// Why the two may differ.
struct Reason {
    says: &'static str,
    fits: fn(&Difference<'_>) -> bool,
}

const ALIVE: &str = "operation-undocumented-but-alive";

/// Rules for what one document cannot tell from what never was, and the rules of other releases.
const OTHER_RELEASES: &[(&str, &[&str])] = &[
    ("enum-value-unknown", &["enum-value-not-yet-added", "enum-value-removed"]),
    ("operation-undocumented", &["operation-not-yet-added", "operation-removed"]),
    ("parameter-undeclared", &["parameter-not-yet-added", "parameter-removed"]),
    ("property-undeclared", &["property-not-yet-added", "property-removed"]),
];

const REASONS: &[Reason] = &[
    Reason {
        says: "other releases have it: the document can only say that it does not",
        fits: |one| pair(one).is_some_and(|(document, builtin)| is_of_other_release(document, builtin)),
    },
    Reason {
        says: "observed: servers are known to do it though the document does not say so, which makes it milder",
        fits: |one| {
            pair(one).is_some_and(|(document, builtin)| {
                document.rule.id() == builtin.rule.id() && builtin.severity < document.severity && is_observed(builtin)
            })
        },
    },
    Reason {
        says: "observed: servers answer routes that the document does not have; they are taken as what was meant",
        fits: |one| {
            let undocumented = |finding: &&Finding| finding.rule.id() == "operation-undocumented";
            one.document.iter().all(undocumented) && one.builtin.iter().any(|finding| finding.rule.id() == ALIVE)
        },
    },
    Reason {
        says: "observed: what else is in the exchanges with such routes; with the document nothing is looked at there",
        fits: |one| one.document.is_empty() && one.around.iter().any(|finding| finding.rule.id() == ALIVE),
    },
    Reason {
        says: "observed: credentials that the document does not have",
        fits: |one| {
            let about = |finding: &&Finding| match finding.rule.id() {
                "authentication-missing" | "authentication-of-other-kind" => true,
                "parameter-undeclared" => is_credential(&finding.location.pointer),
                _ => false,
            };
            one.builtin.is_empty() && one.document.iter().all(about)
        },
    },
    Reason {
        says: "observed: the shape of error bodies",
        fits: |one| {
            one.document.is_empty() && one.builtin.iter().all(|finding| finding.rule.id() == "error-body-unknown")
        },
    },
];

/// The one finding on each side.
fn pair<'f>(one: &Difference<'f>) -> Option<(&'f Finding, &'f Finding)> {
    match (one.document.as_slice(), one.builtin.as_slice()) {
        ([document], [builtin]) => Some((document, builtin)),
        _ => None,
    }
}

fn is_of_other_release(document: &Finding, builtin: &Finding) -> bool {
    let known = OTHER_RELEASES.iter().find(|(rule, _)| *rule == document.rule.id());
    known.is_some_and(|(_, rules)| rules.contains(&builtin.rule.id()))
}

fn is_observed(finding: &Finding) -> bool {
    finding.notes.iter().any(|note| note.starts_with(validator::check::OBSERVED))
}

fn is_credential(pointer: &str) -> bool {
    matches!(pointer, "/apiKey" | "/key" | "/sessionKey" | "/slug")
}

/// Compares, prints counts and reasons, and says whether everything has a reason.
pub(super) fn compare(document: &Checked, builtin: &Checked, listing: Listing) -> Verdict {
    for (name, checked) in [("document", document), ("builtin", builtin)] {
        let count = |severity| checked.findings.iter().filter(|(_, finding)| finding.severity == severity).count();
        let counts = [Severity::Error, Severity::Warning, Severity::Note].map(count);
        println!("{name:>8}: {} errors, {} warnings, {} notes", counts[0], counts[1], counts[2]);
    }
    let differences = differences(document, builtin);
    let reason = |one: &Difference<'_>| REASONS.iter().position(|reason| (reason.fits)(one));
    let mut groups: BTreeMap<Option<usize>, Vec<&Difference<'_>>> = BTreeMap::new();
    for one in &differences {
        groups.entry(reason(one)).or_default().push(one);
    }
    println!("places at which they differ: {}", differences.len());
    for (index, members) in &groups {
        let says = index.and_then(|index| REASONS.get(index)).map_or("WITHOUT A REASON", |reason| reason.says);
        println!("{:7}  {says}", members.len());
        let shown = match (index, listing) {
            (_, Listing::Everything) => members.len(),
            (None, Listing::Unexplained) => SHOWN,
            (Some(_), Listing::Unexplained) => 0,
        };
        members.iter().take(shown).for_each(|one| print_one(one));
    }
    print_undocumented(builtin);
    if groups.contains_key(&None) { Verdict::Failed } else { Verdict::Fine }
}

/// The places at which not both find the same.
fn differences<'f>(document: &'f Checked, builtin: &'f Checked) -> Vec<Difference<'f>> {
    let mut places: BTreeMap<(usize, &str, &str), Difference<'f>> = BTreeMap::new();
    for (entry, finding) in &document.findings {
        places.entry(key(*entry, finding)).or_default().document.push(finding);
    }
    for (entry, finding) in &builtin.findings {
        let place = places.entry(key(*entry, finding)).or_default();
        let is_same = |one: &&Finding| one.rule.id() == finding.rule.id() && one.severity == finding.severity;
        match place.document.iter().position(is_same) {
            Some(same) => drop(place.document.remove(same)),
            None => place.builtin.push(finding),
        }
    }
    let mut around: BTreeMap<usize, Vec<&Finding>> = BTreeMap::new();
    for (entry, finding) in &builtin.findings {
        around.entry(*entry).or_default().push(finding);
    }
    let differing = places.into_iter().filter(|(_, one)| !one.document.is_empty() || !one.builtin.is_empty());
    let with_exchange =
        |((entry, _, _), one)| Difference { around: around.get(&entry).cloned().unwrap_or_default(), ..one };
    differing.map(with_exchange).collect()
}

fn key(entry: usize, finding: &Finding) -> (usize, &str, &str) {
    (entry, finding.location.part.as_str(), &finding.location.pointer)
}

fn print_one(one: &Difference<'_>) {
    for (side, findings) in [("document", &one.document), ("builtin", &one.builtin)] {
        for finding in findings {
            let place = &finding.location;
            let request = place.request.as_deref().unwrap_or("-");
            let (severity, rule) = (finding.severity.as_str(), finding.rule.id());
            println!("         {side}: {severity} {rule} at {} {:?} of {request}", place.part, place.pointer);
        }
    }
}

/// The routes below the base path that no release documents.
fn print_undocumented(builtin: &Checked) {
    let mut routes: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, finding) in builtin.findings.iter().filter(|(_, one)| one.rule.id() == "operation-undocumented") {
        *routes.entry(finding.subject.as_deref().unwrap_or("-")).or_default() += 1;
    }
    let (exchanges, all) = (routes.values().sum::<usize>(), builtin.exchanges.len());
    println!("of {all} exchanges, {exchanges} are below the base path and of no operation of any release:");
    for (route, count) in routes {
        println!("{count:7}  {route}");
    }
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    const THUMBNAIL: &str = "/api/assets/4f4e1bbf-2a9c-4c0e-8f0c-111111111111/thumbnail";

    use contract::{Contract, Release};
    use serde_json::{Value, json};

    use super::super::ours;
    use super::*;

    static BUILTIN: LazyLock<Contract> = LazyLock::new(|| models::contract().unwrap());

    fn checked(contract: &Contract, line: &Value) -> Checked {
        let file = tempfile::NamedTempFile::new().unwrap();
        serde_json::to_writer(file.as_file(), line).unwrap();
        ours::check(contract, Release::known("2.7.5"), &[file.path()]).unwrap()
    }

    fn exchange(method: &str, target: &str, status: u16) -> Value {
        let request = json!({"method": method, "url": format!("http://host{target}"), "headers": [{"name": "x-api-key", "value": "a"}]});
        json!({"request": request, "response": {"status": status}})
    }

    /// The document that the builtin contract writes of 2.7.5, without what a test takes out of it.
    fn document(change: impl FnOnce(&mut Value)) -> Contract {
        let view = contract::Projection { contract: &BUILTIN, release: Release::known("2.7.5") };
        let mut document = contract::write::openapi(view);
        change(&mut document);
        contract::read::openapi(document.to_string().as_bytes()).unwrap().contract
    }

    /// The reason of each place at which the contracts differ, by its first word, or that there is none.
    fn reasons(document: &Contract, line: &Value) -> Vec<Option<usize>> {
        let (document, builtin) = (checked(document, line), checked(&BUILTIN, line));
        let all = differences(&document, &builtin);
        all.iter().map(|one| REASONS.iter().position(|reason| (reason.fits)(one))).collect()
    }

    #[test]
    fn what_the_builtin_contract_knows_more_is_a_reason() {
        let whole = document(|_| ());
        for (line, expected) in [
            (exchange("GET", THUMBNAIL, 302), vec![Some(1)]),
            (exchange("GET", "/api/albums?isShared=true", 304), vec![Some(0)]),
            (exchange("GET", "/api/albums/", 304), vec![Some(2), Some(3)]),
            (exchange("GET", "/api/nope", 404), vec![]),
            (exchange("GET", "/api/server/ping?apiKey=a", 304), vec![Some(4)]),
        ] {
            assert_eq!(reasons(&whole, &line), expected, "{line}");
        }
    }

    #[test]
    fn anything_else_is_none() {
        let without = document(|document| drop(document["paths"].as_object_mut().unwrap().remove("/albums")));
        assert!(reasons(&without, &exchange("GET", "/api/albums", 500)).contains(&None));
    }
}
