//! Rust source of operations.

use std::collections::{HashMap, HashSet};

use contract::{Contract, Operation, ParameterLocation, Property, ReleaseSet, RequestBody, Response, Status};

use super::docs::Docs;
use super::flat;
use super::lives::{Owner, ranges};
use super::source::{Field, bodies, doc, life, markers};
use super::types::Typer;
use super::{decisions, words};

/// The names of the operations' structs.
pub(crate) struct Names {
    /// By route.
    known: HashMap<String, String>,
    /// Names that the tool chose for want of a decision.
    pub(crate) chosen: Vec<Chosen>,
}

/// A name for an operation that shares its id with one of another route.
pub(crate) struct Chosen {
    id: String,
    route: String,
    pub(crate) name: String,
}

impl Chosen {
    /// What was chosen, as a line of the table that can say otherwise.
    pub(crate) fn told(&self) -> String {
        let Self { id, route, name } = self;
        format!("`({id:?}, {route:?}, {name:?}),`")
    }
}

impl Names {
    /// Names every operation: as decided, else by its id; where an older one has that, by its route.
    pub(crate) fn of(contract: &Contract) -> Self {
        let mut names = Self { known: HashMap::new(), chosen: Vec::new() };
        let mut all: Vec<&Operation> = contract.operations.iter().collect();
        all.sort_by_key(|one| (one.life.first(), one.path().to_owned(), one.method));
        let mut taken: HashSet<String> =
            decisions::OPERATION_NAMES.iter().map(|(.., name)| (*name).to_owned()).collect();
        for operation in all {
            let by_id = words::pascal(operation.id());
            let name = match decided(operation) {
                Some(name) => name,
                None if taken.insert(by_id.clone()) => by_id,
                None => names.choose(operation),
            };
            names.known.insert(route(operation), name);
        }
        names
    }

    fn choose(&mut self, operation: &Operation) -> String {
        let fixed = operation.path().split('/').filter(|segment| !segment.starts_with('{'));
        let words: Vec<&str> = std::iter::once(operation.method.key()).chain(fixed).collect();
        let name = words::pascal(&words.join(" "));
        self.chosen.push(Chosen { id: operation.id().to_owned(), route: route(operation), name: name.clone() });
        name
    }

    /// The name of an operation of the contract.
    pub(crate) fn name(&self, operation: &Operation) -> String {
        self.known.get(&route(operation)).cloned().unwrap_or_default()
    }
}

fn route(operation: &Operation) -> String {
    format!("{} {}", operation.method, operation.path())
}

fn decided(operation: &Operation) -> Option<String> {
    let route = route(operation);
    let mut known = decisions::OPERATION_NAMES.iter();
    known.find(|(id, known, _)| *id == operation.id() && *known == route).map(|(.., name)| (*name).to_owned())
}

/// The tag that the newest document gives it; `Deprecated` is none.
pub(crate) fn tag(operation: &Operation) -> String {
    let eras = tags(operation);
    eras.into_iter().max_by_key(|(releases, _)| releases.last()).map(|(_, tag)| tag).unwrap_or_default()
}

/// Its tags by era, without `Deprecated`.
fn tags(operation: &Operation) -> Vec<(ReleaseSet, String)> {
    let mut all: Vec<(ReleaseSet, String)> = Vec::new();
    for (releases, tags) in operation.tags.iter() {
        let Some(tag) = tags.iter().find(|tag| *tag != "Deprecated") else { continue };
        match all.iter_mut().find(|(_, known)| known == tag) {
            Some((seen, _)) => *seen = *seen | releases,
            None => all.push((releases, tag.clone())),
        }
    }
    all
}

/// The operation as Rust source.
pub(crate) fn source(typer: &mut Typer<'_>, docs: &Docs, operation: &Operation, name: &str) -> String {
    let owner = Owner { seen: operation.life & typer.contract.releases, written: operation.life };
    let written = written(docs, operation, name);
    let mut text = doc(docs, &written);
    text += &head(operation);
    let mut responses: Vec<&Response> = operation.responses.iter().collect();
    responses.sort_by_key(|response| response.status);
    for response in responses {
        if !matches!(response.status, Status::Code(_)) {
            typer.questions.push(format!(
                "`{name}` answers `{}`: `#[answer]` takes one status (`crates/model-macros/src/arguments.rs`).",
                response.status
            ));
            continue;
        }
        text += &answers(typer, name, response, owner);
    }
    let mut fields = String::new();
    for place in ParameterLocation::ALL {
        let mut properties: Vec<&Property> = operation.parameters_in(place).collect();
        properties.sort_by(|left, right| left.name.cmp(&right.name));
        for property in properties {
            let field = Field::of(typer, name, property.clone(), owner);
            fields += &field.source(docs, &written, &format!("#[{}]\n", place.name()), &[]);
        }
    }
    if let Some(request) = &operation.body {
        fields += &body(typer, docs, (name, &written), request, owner);
    }
    text + &format!("pub struct {name} {{{fields}}}\n")
}

/// The name under which the operation's comments stand in the source: its own, or that of a former id.
fn written(docs: &Docs, operation: &Operation, name: &str) -> String {
    let former = operation.ids.iter().map(|(_, id)| words::pascal(id)).find(|former| docs.has(former));
    former.filter(|_| !docs.has(name)).unwrap_or_else(|| name.to_owned())
}

/// Everything above an operation's answers.
fn head(operation: &Operation) -> String {
    let method = operation.method;
    let (path, id, last) = (operation.path(), operation.id(), tag(operation));
    let mut text = format!("#[operation({method} {path:?}, id = {id:?}, tag = {last:?})]\n");
    let ids = operation.ids.iter().filter(|(_, former)| *former != id).map(|era| ("id", era));
    let paths = operation.paths.iter().filter(|(_, former)| *former != path).map(|era| ("path", era));
    let tags = tags(operation);
    let tags = tags.iter().filter(|(_, former)| *former != last).map(|(releases, tag)| ("tag", (*releases, tag)));
    for (attribute, (releases, former)) in ids.chain(paths).chain(tags) {
        text += &format!("#[{attribute}({}, {former:?})]\n", ranges(releases & operation.life));
    }
    text += &life(operation.life, operation.life, operation.deprecated).unwrap_or_default();
    text += &markers(&operation.markers, operation.life);
    for (releases, permission) in operation.permission.iter() {
        text += &format!("#[permission({}, {permission:?})]\n", ranges(releases & operation.life));
    }
    if !operation.admin_only.is_empty() {
        text += &format!("#[admin_only({})]\n", ranges(operation.admin_only));
    }
    for (releases, ways) in operation.security.iter() {
        let ways: Vec<String> = ways.iter().map(|way| way.join(" + ")).collect();
        let range = if releases == ReleaseSet::all() { String::new() } else { ranges(releases) + ", " };
        text += &format!("#[security({range}{})]\n", ways.join(", "));
    }
    text
}

fn answers(typer: &mut Typer<'_>, name: &str, response: &Response, owner: Owner) -> String {
    let status = response.status;
    let part = owner.part(response.life);
    let place = format!("{name} {status}");
    let range = |set: ReleaseSet| if set == ReleaseSet::all() { String::new() } else { ranges(set) + ", " };
    if response.content.is_empty() {
        return format!("#[answer({}{status})]\n", range(response.life));
    }
    let mut text = String::new();
    let with_body = response.content.iter().fold(ReleaseSet::NONE, |all, media| all | media.life);
    if !part.seen.is_subset(with_body) {
        text += &format!("#[answer({}{status})]\n", range(part.life(part.seen - with_body)));
    }
    for media in &response.content {
        let part = part.part(media.life & part.written);
        let json = media.media_type == "application/json";
        let content = if json { String::new() } else { format!(", content = {:?}", media.media_type) };
        let Some(schema) = &media.schema else {
            typer.questions.push(format!("`{place}` has a body without a schema: `#[answer]` takes a type."));
            continue;
        };
        for (releases, ty) in bodies(typer, &place, &flat::eras(schema, part.seen)) {
            text += &format!("#[answer({}{status}, {ty}{content})]\n", range(part.life(releases)));
        }
    }
    text
}

/// The field for the request's body.
fn body(
    typer: &mut Typer<'_>,
    docs: &Docs,
    (name, written): (&str, &str),
    request: &RequestBody,
    owner: Owner,
) -> String {
    let [media] = request.content.as_slice() else {
        let types: Vec<&str> = request.content.iter().map(|media| media.media_type.as_str()).collect();
        typer.questions.push(format!(
            "`{name}` takes a body of several media types ({}): `#[body]` takes one (`crates/model-macros/src/operation.rs`).",
            types.join(", ")
        ));
        return String::new();
    };
    let Some(schema) = &media.schema else { return String::new() };
    let property =
        Property { life: request.life, required: request.required, ..Property::optional("body", schema.clone()) };
    let json = media.media_type == "application/json";
    let attribute = if json { "#[body]\n".to_owned() } else { format!("#[body(content = {:?})]\n", media.media_type) };
    Field::of(typer, name, property, owner).source(docs, written, &attribute, &[])
}
