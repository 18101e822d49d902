//! The contract as a whole.

use std::collections::BTreeMap;

use crate::{Observation, Operation, Release, ReleaseSet, Schema};

/// Everything an API promises, at all releases that it covers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Contract {
    /// The title of the source.
    pub title: String,
    /// The version that the source gives itself.
    pub version: Option<String>,
    /// The releases that the contract speaks of.
    pub releases: ReleaseSet,
    /// Whether it tells those apart: a document knows but one, and holds for all.
    pub has_releases: bool,
    /// The addresses at which the API is said to be, in the order of the source.
    pub servers: Vec<String>,
    /// The operations, in the order of the source.
    pub operations: Vec<Operation>,
    /// What servers ask clients: the callbacks of operations, and webhooks. Their paths say which.
    pub callbacks: Vec<Operation>,
    /// The named schemas.
    pub components: BTreeMap<String, Component>,
    /// The ways to authenticate, by name.
    pub security_schemes: BTreeMap<String, SecurityScheme>,
    /// What the body of a refusal (4xx, 5xx) looks like, where no response is documented.
    pub error_body: Option<Schema>,
    /// What servers do though no document says so.
    pub observations: Vec<Observation>,
}

/// A named schema.
#[derive(Clone, Debug, PartialEq)]
pub struct Component {
    /// The releases at which it exists.
    pub life: ReleaseSet,
    /// Whether no document has it: it was seen in traffic.
    pub observed: bool,
    /// What it says.
    pub schema: Schema,
}

/// A way to authenticate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SecurityScheme {
    /// Where the credential stands.
    pub credential: Credential,
    /// Whether no document has it: servers take it all the same, at every operation.
    pub observed: bool,
}

/// Where a credential stands in a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Credential {
    /// The `Authorization` header, with this scheme (`bearer`, `basic`).
    Http(String),
    /// A header of this name.
    Header(String),
    /// A query key of this name.
    Query(String),
    /// A cookie of this name.
    Cookie(String),
    /// A way that a capture does not show (flows of `oauth2`, `openIdConnect`).
    Elsewhere,
}

impl Contract {
    /// The component of this name.
    pub fn component(&self, name: &str) -> Option<&Component> {
        self.components.get(name)
    }

    /// The schemas that are not part of another one.
    pub fn schemas(&self) -> impl Iterator<Item = &Schema> {
        let operations = self.operations.iter().chain(&self.callbacks).flat_map(|operation| {
            let parameters = operation.parameters.iter().map(|parameter| &parameter.property.schema);
            let body = operation.body.iter().flat_map(|body| &body.content);
            let responses = operation.responses.iter().flat_map(|response| {
                let headers = response.headers.iter().map(|header| &header.schema);
                headers.chain(response.content.iter().filter_map(|media| media.schema.as_ref()))
            });
            parameters.chain(body.filter_map(|media| media.schema.as_ref())).chain(responses)
        });
        let components = self.components.values().map(|component| &component.schema);
        components.chain(operations).chain(&self.error_body)
    }

    /// The operations that have this id, at whichever release.
    pub fn operations_named<'c>(&'c self, id: &str) -> impl Iterator<Item = &'c Operation> {
        self.operations.iter().filter(move |operation| operation.has_id(id))
    }

    /// The operations that a user means by an id, each with the releases at which he does: where it has the id, and
    /// wherever it lives while no operation has it.
    pub fn operations_meant(&self, id: &str) -> Vec<(&Operation, ReleaseSet)> {
        let named = || self.operations_named(id);
        let exact = named().fold(ReleaseSet::NONE, |all, operation| all | operation.life_as(id));
        named().map(|operation| (operation, operation.life_as(id) | (operation.life - exact))).collect()
    }

    /// Whether the contract says something of this release.
    pub fn covers(&self, release: Release) -> bool {
        self.releases.contains(release)
    }
}

impl Default for ReleaseSet {
    fn default() -> Self {
        Self::NONE
    }
}
