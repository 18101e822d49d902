//! What of the server a model stands for, as an operation with nothing but that.

use contract::{
    Additional, Aside, Contract, Media, Method, Node, Operation, ReleaseSet, RequestBody, Response, Schema, Status,
};
use report::Direction;

use crate::client::{Client, bare};
use crate::error::did_you_mean;

/// A name that is neither a type nor an operation of the contract.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{why}")]
pub struct UnknownCounterpart {
    why: String,
}

/// The operation that answers, or takes, what a client's model stands for. `index` tells it from those of other clients.
pub(crate) fn operation(contract: &Contract, client: &Client, index: usize) -> Result<Operation, UnknownCounterpart> {
    let name = &client.counterpart.0;
    let path = format!("/{index}");
    let operation = match client.direction {
        Direction::Response => Operation {
            responses: answers(contract, name).ok_or_else(|| unknown(contract, name))?,
            ..bare(name, path, Method::Get)
        },
        Direction::Request => Operation {
            body: Some(request(contract, name).ok_or_else(|| unknown(contract, name))?),
            ..bare(name, path, Method::Post)
        },
    };
    if bodies(&operation).next().is_some() {
        return Ok(operation);
    }
    let what = if client.direction == Direction::Response { "answers with JSON" } else { "has a request body" };
    Err(UnknownCounterpart { why: format!("no release has an operation {name} that {what}") })
}

/// The media types of an operation's bodies.
pub(crate) fn bodies(operation: &Operation) -> impl Iterator<Item = (ReleaseSet, &Media)> {
    let answered = operation.responses.iter().map(|response| (response.life, &response.content));
    let sent = operation.body.iter().map(|body| (body.life, &body.content));
    answered.chain(sent).flat_map(|(life, content)| content.iter().map(move |media| (life & media.life, media)))
}

fn answers(contract: &Contract, name: &str) -> Option<Vec<Response>> {
    if let Some(media) = component(contract, name) {
        return Some(vec![response(Status::Code(200), ReleaseSet::all(), vec![media])]);
    }
    let meant = contract.operations_meant(name);
    let of = |(operation, releases): &(&Operation, ReleaseSet)| -> Vec<Response> {
        let is_success = |one: &&Response| matches!(one.status, Status::Code(200..=299) | Status::Class(2));
        let json = |one: &Response| one.content.iter().filter(|media| is_json(media)).cloned().collect();
        let successes = operation.responses.iter().filter(is_success);
        successes.map(|one| response(one.status, one.life & *releases, json(one))).collect()
    };
    (!meant.is_empty()).then(|| meant.iter().flat_map(of).collect())
}

fn request(contract: &Contract, name: &str) -> Option<RequestBody> {
    let content = component(contract, name).map(|media| vec![media]).or_else(|| sent(contract, name))?;
    Some(RequestBody { origin: Aside::default(), life: ReleaseSet::all(), required: ReleaseSet::all(), content })
}

/// The bodies that an operation takes.
fn sent(contract: &Contract, name: &str) -> Option<Vec<Media>> {
    let meant = contract.operations_meant(name);
    let during = |life: ReleaseSet, media: &Media| Media { life: media.life & life, ..media.clone() };
    let of = |(operation, releases): &(&Operation, ReleaseSet)| -> Vec<Media> {
        let bodies = operation.body.iter().map(|body| (body.life & *releases, &body.content));
        bodies.flat_map(|(life, content)| content.iter().map(move |media| during(life, media))).collect()
    };
    (!meant.is_empty()).then(|| meant.iter().flat_map(of).collect())
}

/// A component as a body.
fn component(contract: &Contract, name: &str) -> Option<Media> {
    let component = contract.component(name)?;
    let schema = Some(Schema::from_iter([(component.life, Node::to(name))]));
    Some(Media {
        origin: Aside::default(),
        media_type: "application/json".to_owned(),
        life: component.life,
        schema,
        encodings: Vec::new(),
    })
}

fn response(status: Status, life: ReleaseSet, content: Vec<Media>) -> Response {
    Response { origin: Aside::default(), status, life, content, headers: Vec::new() }
}

fn is_json(media: &Media) -> bool {
    let kind = media.media_type.split(';').next().unwrap_or_default().trim();
    media.schema.is_some() && (kind.eq_ignore_ascii_case("application/json") || kind.ends_with("+json"))
}

fn unknown(contract: &Contract, name: &str) -> UnknownCounterpart {
    let types = contract.components.keys().map(String::as_str);
    let ids = contract.operations.iter().flat_map(|operation| operation.ids.iter().map(|(_, id)| id.as_str()));
    let near = did_you_mean(name, types.chain(ids));
    UnknownCounterpart { why: format!("no release has a type or an operation {name}{near}") }
}

/// The contract as what servers write: an object has the members that its schema names, and no others. What its parts say
/// together is left open, because each of them would shut out the others' members.
pub(crate) fn as_written(mut contract: Contract) -> Contract {
    let mut parts: Vec<String> = Vec::new();
    let mut all: Vec<&Schema> = contract.components.values().map(|component| &component.schema).collect();
    while let Some(schema) = all.pop() {
        for (_, node) in schema.iter() {
            let named =
                node.all_of.iter().flat_map(contract::Eras::iter).filter_map(|(_, part)| part.reference.clone());
            let is_alone = node.all_of.len() == 1 && node.properties.is_empty();
            parts.extend(named.filter(|_| !is_alone));
            all.extend(node.structure().chain(node.properties.iter().map(|property| &property.schema)));
        }
    }
    for (_, component) in contract.components.iter_mut().filter(|(name, _)| !parts.contains(name)) {
        close(&mut component.schema);
    }
    contract
}

/// Shuts out members without a name in a schema, and in those of its members and items.
fn close(schema: &mut Schema) {
    for node in schema.values_mut() {
        let is_whole = node.all_of.is_empty() && node.any_of.is_empty() && node.one_of.is_empty();
        if is_whole && !node.properties.is_empty() && node.additional == Additional::Unspecified {
            node.additional = Additional::Forbidden;
        }
        node.properties.iter_mut().for_each(|property| close(&mut property.schema));
        node.items.iter_mut().for_each(|items| close(items));
    }
}
