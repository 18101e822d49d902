//! The secrets of exchanges: where in a message they are looked for, and which names a contract adds.

use contract::{Contract, Credential, Kind, Node, NodeId, Schema};
use foldhash::HashSet;
use report::FindingSink;
use secrets::{Gatherer, Names};

use super::{Checker, Visit};
use crate::capture::json;
use crate::exchange::{Body, Exchange, PartValue};

/// The names of secrets, those that a contract says are among them: where its credentials stand, and what it says are
/// passwords. What the contract itself writes, in paths, names and lists of values, is no secret.
pub fn names(contract: &Contract) -> Names {
    let schemes = contract.security_schemes.values().filter_map(|scheme| match &scheme.credential {
        Credential::Header(name) | Credential::Query(name) | Credential::Cookie(name) => Some(name.as_str()),
        Credential::Http(_) | Credential::Elsewhere => None,
    });
    let mut secret: HashSet<&str> = schemes.collect();
    let paths = contract.operations.iter().flat_map(|operation| operation.path().split('/'));
    let mut public: HashSet<&str> = paths.collect();
    walk(contract, contract.schemas(), |node| {
        let is_password =
            |schema: &Schema| schema.iter().any(|(_, node)| node.keywords.text("format") == Some("password"));
        let passwords = node.properties.iter().filter(|property| is_password(&property.schema));
        secret.extend(passwords.map(|property| property.name.as_str()));
        public.extend(node.properties.iter().map(|property| property.name.as_str()));
        public.extend(node.values.iter().filter_map(|value| value.value.as_str()));
        false
    });
    Names::of_contract(secret, public)
}

impl Checker<'_> {
    /// Hands on what else is secret of what is looked at, before anything of it is shown.
    pub(super) fn learn_rest(&mut self, visit: &Visit<'_>, sink: &mut dyn FindingSink) {
        visit.gather_rest(&mut self.gatherer);
        sink.learn(self.gatherer.take());
    }

    /// Whether what is right by a schema may hold a secret.
    pub(super) fn may_hold_secrets(&mut self, schema: &Schema) -> bool {
        let (contract, names) = (self.contract, &self.names);
        *self.holding.entry(schema.id()).or_insert_with(|| may_hold(contract, names, schema))
    }
}

/// Whether what is right by a schema may hold a secret: under a name that tells, or where it may hold anything.
fn may_hold(contract: &Contract, names: &Names, schema: &Schema) -> bool {
    let is_text = |schema: &Schema| schema.iter().any(|(_, node)| node.kind != Some(Kind::Boolean));
    walk(contract, std::iter::once(schema), |node| {
        let says_nothing = node.properties.is_empty() && node.structure().next().is_none() && node.reference.is_none();
        let is_open = says_nothing && matches!(node.kind, None | Some(Kind::Object)) && node.values.is_empty();
        let mut properties = node.properties.iter();
        is_open || properties.any(|property| names.is_secret(&property.name) && is_text(&property.schema))
    })
}

/// Looks at the nodes of schemas and of what they refer to, each once, until `found` says that it has found what it looks
/// for; whether it did.
fn walk<'c>(
    contract: &'c Contract,
    schemas: impl IntoIterator<Item = &'c Schema>,
    mut found: impl FnMut(&'c Node) -> bool,
) -> bool {
    let mut seen: HashSet<NodeId> = HashSet::default();
    let mut left: Vec<&Schema> = schemas.into_iter().collect();
    while let Some(schema) = left.pop() {
        for (_, node) in schema.iter() {
            if !seen.insert(node.id.0) {
                continue;
            }
            if found(node) {
                return true;
            }
            left.extend(node.structure());
            left.extend(node.properties.iter().map(|property| &property.schema));
            let referred = node.reference.as_ref().and_then(|name| contract.component(name));
            left.extend(referred.map(|component| &component.schema));
        }
    }
    false
}

/// Gathers the secrets of an exchange.
pub fn gather(gatherer: &mut Gatherer, exchange: &Exchange) {
    gather_request(gatherer, exchange);
    gather_answer(gatherer, exchange);
}

/// Gathers what the request holds, and what else is not the body of the answer.
pub(super) fn gather_request(gatherer: &mut Gatherer, exchange: &Exchange) {
    exchange.beside.iter().for_each(|(name, value)| gatherer.field(name, value));
    if let Some(request) = &exchange.request {
        request.headers.iter().for_each(|(name, value)| gatherer.field(name, value));
        let url = &request.url;
        let texts = [url.origin().filter(|origin| origin.contains('@')), Some(url.path()), url.fragment()];
        texts.into_iter().flatten().for_each(|text| gatherer.text(text));
        request.url.query_pairs().for_each(|(name, value)| gatherer.field(&name, &value));
        body(gatherer, &request.body);
    }
    if let Some(response) = &exchange.response {
        response.headers.iter().for_each(|(name, value)| gatherer.field(name, value));
    }
}

/// Gathers what the body of the answer holds.
pub(super) fn gather_answer(gatherer: &mut Gatherer, exchange: &Exchange) {
    exchange.response.iter().for_each(|response| body(gatherer, &response.body));
}

fn body(gatherer: &mut Gatherer, body: &Body) {
    match body {
        Body::Parts(parts) => {
            for part in parts {
                if let PartValue::Text(text) = &part.value {
                    gatherer.field(&part.name, text);
                }
            }
        }
        // It may end within a character.
        Body::Damaged(beginning) => gather_body(gatherer, &String::from_utf8_lossy(beginning)),
        whole => whole.bytes().and_then(plan::utf8).into_iter().for_each(|text| gather_body(gatherer, text)),
    }
}

/// Gathers what a body holds: JSON, mostly.
pub(super) fn gather_body(gatherer: &mut Gatherer, text: &str) {
    let is_json = json::read_as(text, gatherer.document()).is_some();
    if is_json {
        gatherer.rest_of_body(text, true);
    } else {
        gatherer.body(text);
    }
}
