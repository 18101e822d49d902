//! What can be marked: operations, parameters and properties, each with what its documents show of it.

use contract::marker::{Claim, History, State};
use contract::pointer::Pointer;
use contract::{Component, Contract, Eras, Operation, Parameter, ParameterLocation, Property, Release, ReleaseSet};

/// An operation, a parameter or a property.
pub(crate) struct Element {
    /// What it has in common with itself at other releases.
    key: String,
    /// `GET /assets/random`, `AssetResponseDto.deviceId`, `query parameter count of GET /assets/random`.
    pub(crate) name: String,
    /// Where a document of upstream has it. Parameters, which documents list, go by place and name.
    pub(crate) pointer: String,
    /// The operationId of the operation that it is, or belongs to; the newest where it changed.
    pub(crate) operation: Option<String>,
    /// The schema that it belongs to.
    pub(crate) schema: Option<String>,
    /// The releases at which what it belongs to exists: every release for an operation.
    pub(crate) owner: ReleaseSet,
    /// The releases at which it exists.
    pub(crate) alive: ReleaseSet,
    /// The releases at which its document flags it deprecated.
    pub(crate) deprecated: ReleaseSet,
    /// What the document claims, by era.
    pub(crate) markers: Eras<History>,
    /// Where else an operation of its id stands, and when: method and path.
    elsewhere: Vec<(String, ReleaseSet)>,
}

impl Element {
    /// The claims at one release.
    pub(crate) fn claims_at(&self, release: Release) -> &[Claim] {
        self.markers.at(release).map_or(&[], |history| &history.0)
    }

    /// Each different version of which it is claimed that this state was reached in it, with the releases whose documents
    /// say so.
    pub(crate) fn claims_of(&self, state: &State) -> Vec<(&str, ReleaseSet)> {
        let mut all: Vec<(&str, ReleaseSet)> = Vec::new();
        for (releases, history) in self.markers.iter() {
            for claim in history.0.iter().filter(|claim| claim.state == *state) {
                match all.iter_mut().find(|(version, _)| *version == claim.version) {
                    Some((_, known)) => *known = *known | releases,
                    None => all.push((&claim.version, releases)),
                }
            }
        }
        all
    }

    /// Where else an operation of its id stands at a release.
    pub(crate) fn elsewhere_at(&self, release: Release) -> Option<&str> {
        let place = self.elsewhere.iter().find(|(_, alive)| alive.contains(release));
        place.map(|(place, _)| place.as_str())
    }

    /// Takes over what `other`, the same thing under another id or in another era, tells of it. It goes by its newest name.
    fn merge(&mut self, mut other: Self) {
        if other.alive.last() > self.alive.last() {
            std::mem::swap(self, &mut other);
        }
        self.owner = self.owner | other.owner;
        self.alive = self.alive | other.alive;
        self.deprecated = self.deprecated | other.deprecated;
        other.markers.iter().for_each(|(releases, history)| self.markers.push(releases, history.clone()));
        self.elsewhere.extend(other.elsewhere);
    }
}

/// Everything that can be marked, in the order of the contract.
pub(crate) fn all(contract: &Contract) -> Vec<Element> {
    let mut elements = Elements(Vec::new());
    for operation in &contract.operations {
        elements.add(of_operation(contract, operation));
        // Those in the path come and go with it, and no client sends their names.
        let parameters = operation.parameters.iter().filter(|parameter| parameter.place != ParameterLocation::Path);
        parameters.for_each(|parameter| elements.add(of_parameter(contract, operation, parameter)));
    }
    let mut all = elements.0;
    for (name, component) in contract.components.iter().filter(|(_, component)| !component.observed) {
        all.extend(of_component(contract.releases & component.life, name, component));
    }
    all
}

/// Elements, each once: an operation whose id changed, or the name of a parameter in its path, stands in the contract more
/// than once.
struct Elements(Vec<Element>);

impl Elements {
    fn add(&mut self, element: Element) {
        match self.0.iter_mut().find(|known| known.key == element.key) {
            Some(known) => known.merge(element),
            None if element.alive.is_empty() => {}
            None => self.0.push(element),
        }
    }
}

fn of_operation(contract: &Contract, operation: &Operation) -> Element {
    let alive = contract.releases & operation.life;
    let named = operation.ids.iter().flat_map(|(_, id)| contract.operations_named(id));
    let others = named.filter(|other| other.route() != operation.route());
    let paths = Pointer::ROOT.key("paths");
    let path = paths.key(operation.path());
    Element {
        key: key_of(operation),
        name: name_of(operation),
        pointer: path.key(operation.method.key()).to_string(),
        operation: Some(operation.id().to_owned()),
        schema: None,
        owner: contract.releases,
        alive,
        deprecated: operation.deprecated & alive,
        markers: during(alive, &operation.markers),
        elsewhere: others.map(|other| (name_of(other), other.life & contract.releases)).collect(),
    }
}

fn name_of(operation: &Operation) -> String {
    format!("{} {}", operation.method, operation.path())
}

/// Method and path without the names of the parameters in it, which no client sends.
fn key_of(operation: &Operation) -> String {
    let (method, path) = operation.route();
    format!("{method} {path}")
}

fn of_parameter(contract: &Contract, operation: &Operation, parameter: &Parameter) -> Element {
    let owner = contract.releases & operation.life;
    let (place, name) = (parameter.place.name(), parameter.property.name.as_str());
    let paths = Pointer::ROOT.key("paths");
    let path = paths.key(operation.path());
    let own = path.key(operation.method.key());
    let parameters = own.key("parameters");
    let pointer = parameters.key(place).key(name).to_string();
    Element {
        key: format!("{} {place} {name}", key_of(operation)),
        name: format!("{place} parameter {name} of {}", name_of(operation)),
        operation: Some(operation.id().to_owned()),
        ..of_property(owner, owner, pointer, &parameter.property)
    }
}

/// The properties of a component. One that stands in several eras of it is one element.
fn of_component(owner: ReleaseSet, name: &str, component: &Component) -> Vec<Element> {
    let mut elements = Elements(Vec::new());
    let components = Pointer::ROOT.key("components");
    let schemas = components.key("schemas");
    let own = schemas.key(name);
    let place = own.key("properties");
    for (era, node) in component.schema.iter() {
        for property in &node.properties {
            let pointer = place.key(&property.name).to_string();
            elements.add(Element {
                name: format!("{name}.{}", property.name),
                schema: Some(name.to_owned()),
                ..of_property(owner, era, pointer, property)
            });
        }
    }
    elements.0
}

/// What a property says of itself; its place names it for now.
fn of_property(owner: ReleaseSet, era: ReleaseSet, pointer: String, property: &Property) -> Element {
    let alive = owner & era & property.life;
    Element {
        key: pointer.clone(),
        name: pointer.clone(),
        pointer,
        operation: None,
        schema: None,
        owner,
        alive,
        deprecated: property.deprecated & alive,
        markers: during(alive, &property.markers),
        elsewhere: Vec::new(),
    }
}

/// The claims while something lives: an era can be written longer than the life of what it is about.
fn during(alive: ReleaseSet, markers: &Eras<History>) -> Eras<History> {
    markers.iter().map(|(releases, history)| (releases & alive, history.clone())).collect()
}
