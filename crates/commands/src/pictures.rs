//! What pages show beside findings: the lives of what findings are about, and how much of the contract was exercised.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use contract::pointer::tokens;
use contract::{Contract, Operation, ParameterLocation, Property, Release, ReleaseSet};
use report::pages::Life;
use report::{Finding, GroupKey, Part, Pictures, Report, TagCoverage};

/// Adds the pictures to a report on a contract at these releases; without any where it does not tell releases apart.
pub fn add(report: &mut Report, contract: &Contract, releases: ReleaseSet) {
    let marks_nothing = !contract.has_releases || contract.releases.is_subset(releases);
    report.pictures = Some(Pictures {
        axis: lives::axis(contract),
        marks: if marks_nothing { Vec::new() } else { lives::marks(contract, releases) },
        coverage: if report.exercised.is_empty() { Vec::new() } else { coverage(report, contract, releases) },
    });
    if !contract.has_releases {
        return;
    }
    // What is the same thing at many places has one life.
    let mut known: HashMap<GroupKey, Option<Arc<Life>>> = HashMap::new();
    report.draw_lives(|finding| {
        let draw = || life(finding, contract).map(Arc::new);
        known.entry(finding.group_key()).or_insert_with(draw).clone()
    });
}

/// The operations of a contract at these releases, by tag: those that were exercised, and the others.
fn coverage(report: &Report, contract: &Contract, releases: ReleaseSet) -> Vec<TagCoverage> {
    let exercised: BTreeSet<&str> = report.exercised.iter().map(String::as_str).collect();
    let mut tags: BTreeMap<String, TagCoverage> = BTreeMap::new();
    let Some(release) = (releases & contract.releases).last() else { return Vec::new() };
    for operation in contract.operations.iter().filter(|operation| !(operation.life & releases).is_empty()) {
        let tag = tag(operation, release);
        let of_tag = tags.entry(tag.clone()).or_insert_with(|| TagCoverage { tag, ..TagCoverage::default() });
        let is_exercised = operation.ids.iter().any(|(_, id)| exercised.contains(id.as_str()));
        let list = if is_exercised { &mut of_tag.exercised } else { &mut of_tag.others };
        list.push(operation.id_at(release).to_owned());
    }
    tags.into_values().collect()
}

/// Under what a reader looks for an operation.
fn tag(operation: &Operation, release: Release) -> String {
    let tags = operation.tags.at(release).or_else(|| operation.tags.newest());
    let tag = tags.into_iter().flatten().find(|tag| *tag != "Deprecated");
    tag.map_or_else(|| "without a tag".to_owned(), Clone::clone)
}

/// The life of what a finding is about: of a parameter, a property, a type, or else of the operation.
fn life(finding: &Finding, contract: &Contract) -> Option<Life> {
    if finding.places.len() > 1 {
        return None;
    }
    let path: Vec<String> = tokens(&finding.location.pointer).map(std::borrow::Cow::into_owned).collect();
    let operation = operation(finding, &path, contract);
    let of_parameter = || parameter(finding, &path, operation?, contract);
    let of_type = || component(finding, &path, contract);
    let of_operation = || operation.map(|operation| lives::operation(contract, operation));
    of_parameter().or_else(of_type).or_else(of_operation)
}

/// The operation that a finding names, or that its place in a document is in.
fn operation<'c>(finding: &Finding, path: &[String], contract: &'c Contract) -> Option<&'c Operation> {
    let named = finding.operation.as_deref().and_then(|id| contract.operations_named(id).last());
    let placed = || {
        let [paths, template, method, ..] = path else { return None };
        let is_it =
            |one: &&Operation| one.method.key() == method && one.paths.iter().any(|(_, known)| known == template);
        contract.operations.iter().find(is_it).filter(|_| paths == "paths")
    };
    named.or_else(placed)
}

/// The life of the parameter that a finding is about.
fn parameter(finding: &Finding, path: &[String], operation: &Operation, contract: &Contract) -> Option<Life> {
    let place = match finding.location.part {
        Part::RequestPath => Some(ParameterLocation::Path),
        Part::RequestQuery => Some(ParameterLocation::Query),
        Part::RequestHeader => Some(ParameterLocation::Header),
        Part::Document if path.iter().any(|token| token == "parameters") => None,
        _ => return None,
    };
    let subject = finding.subject.as_deref().and_then(|subject| subject.rsplit(' ').next());
    // A document has parameters in a list: its place does not name them, what is said of it does.
    let name = if place.is_some() { path.first().map(String::as_str) } else { subject }?;
    let in_place = operation.parameters.iter().filter(|one| place.is_none_or(|place| one.place == place));
    let parameter = in_place.map(|one| &one.property).find(|property| property.name == name)?;
    Some(lives::property(contract, (operation.id(), operation.life), parameter))
}

/// The life of the property of a type that a finding is about, or of the type.
fn component(finding: &Finding, path: &[String], contract: &Contract) -> Option<Life> {
    let placed = match path {
        [components, schemas, name, ..] if components == "components" && schemas == "schemas" => Some(name.as_str()),
        _ => None,
    };
    let name = finding.schema.as_deref().or(placed)?;
    let component = contract.component(name)?;
    let nodes = || component.schema.iter().map(|(_, node)| node);
    let own = |name: &str| nodes().find_map(|node| node.property(name));
    let property: Option<&Property> = path.iter().rev().find(|token| !is_index(token)).and_then(|last| own(last));
    Some(match property {
        Some(property) => lives::property(contract, (name, component.life), property),
        None => lives::component(contract, name, component),
    })
}

fn is_index(token: &str) -> bool {
    token.bytes().all(|byte| byte.is_ascii_digit())
}
