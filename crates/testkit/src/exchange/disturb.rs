//! Disturbing one part of an exchange. Nobody knows whether the result is right: two checkers must agree on it.

use std::fmt;

use contract::{Media, Operation, ParameterLocation, Projection, Property, Schema};
use serde_json::Value;

use super::make::texts;
use super::{BASE_PATH, Body, CONTENT_TYPE, Exchange, Part, media_type};
use crate::mutation::breaking;
use crate::noise::{Chance, disturb};

/// The operation that an exchange is of, and the release that it was made for.
#[derive(Clone, Copy, Debug)]
pub struct Situation<'c> {
    /// The contract at the release.
    pub view: Projection<'c>,
    /// The operation.
    pub operation: &'c Operation,
}

/// A way to disturb an exchange.
#[derive(Clone, Copy)]
pub struct Disturbance {
    /// What is disturbed, and how.
    pub name: &'static str,
    change: fn(Situation<'_>, &mut Exchange, &mut Chance),
}

impl fmt::Debug for Disturbance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

impl Disturbance {
    /// Disturbs an exchange, where it has such a part.
    pub fn apply(self, situation: Situation<'_>, exchange: &mut Exchange, chance: &mut Chance) {
        (self.change)(situation, exchange, chance);
    }
}

const fn way(name: &'static str, change: fn(Situation<'_>, &mut Exchange, &mut Chance)) -> Disturbance {
    Disturbance { name, change }
}

/// All ways to disturb an exchange. What goes wrong most often in bodies stands here more than once.
pub const DISTURBANCES: &[Disturbance] = &[
    way("method", method),
    way("path: other case", |_, exchange, _| exchange.request.path = capitals(&exchange.request.path)),
    way("path: trailing slash", |_, exchange, _| exchange.request.path.push('/')),
    way("path: other value", segment),
    way("path: outside of the base path", |_, exchange, _| {
        exchange.request.path = exchange.request.path.replacen(BASE_PATH, "", 1);
    }),
    way("parameter: missing", |_, exchange, chance| drop(taken(&mut exchange.request.query, chance))),
    way("parameter: unknown", |_, exchange, _| exchange.request.query.push(("xUnknown".into(), "1".into()))),
    way("parameter: twice", parameter_twice),
    way("parameter: other value", parameter_value),
    way("parameter: of any release", parameter_of_any_release),
    way("headers: missing", |_, exchange, chance| drop(taken(&mut exchange.request.headers, chance))),
    way("request: other media type", |_, exchange, chance| retype(&mut exchange.request.headers, chance)),
    way("request: body removed", |_, exchange, _| exchange.request.body = Body::None),
    way("request: body added", |_, exchange, _| exchange.request.body = Body::Text("{}".to_owned())),
    way("request: body not JSON", |_, exchange, _| not_json(&mut exchange.request.body)),
    way("request: other value", request_value),
    way("request: other value", request_value),
    way("request: noise", |_, exchange, chance| noise(&mut exchange.request.body, chance)),
    way("request: key twice", |_, exchange, _| key_twice(&mut exchange.request.body)),
    way("response: missing", |_, exchange, _| exchange.response = None),
    way("response: status", status),
    way("response: other media type", |_, exchange, chance| {
        exchange.response.iter_mut().for_each(|response| retype(&mut response.headers, chance));
    }),
    way("response: body removed", |_, exchange, _| {
        exchange.response.iter_mut().for_each(|response| response.body = Body::None);
    }),
    way("response: body added", |_, exchange, _| {
        exchange.response.iter_mut().for_each(|response| response.body = Body::Text("[]".to_owned()));
    }),
    way("response: body not JSON", |_, exchange, _| {
        exchange.response.iter_mut().for_each(|response| not_json(&mut response.body));
    }),
    way("response: other value", response_value),
    way("response: other value", response_value),
    way("response: other value", response_value),
    way("response: noise", |_, exchange, chance| {
        exchange.response.iter_mut().for_each(|response| noise(&mut response.body, chance));
    }),
    way("response: key twice", |_, exchange, _| {
        exchange.response.iter_mut().for_each(|response| key_twice(&mut response.body));
    }),
];

fn method(_: Situation<'_>, exchange: &mut Exchange, chance: &mut Chance) {
    let methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "get", "BREW"];
    chance.pick(&methods).copied().unwrap_or_default().clone_into(&mut exchange.request.method);
}

/// The path with capitals, below the base path.
fn capitals(path: &str) -> String {
    let below = path.strip_prefix(BASE_PATH).unwrap_or(path);
    format!("{BASE_PATH}{}", below.to_ascii_uppercase())
}

fn segment(_: Situation<'_>, exchange: &mut Exchange, chance: &mut Chance) {
    let mut segments: Vec<&str> = exchange.request.path.split('/').collect();
    let at = 2 + chance.below(segments.len().saturating_sub(2));
    if let (Some(segment), Some(other)) = (segments.get_mut(at), chance.pick(&["", "me", "random", "%C3%BC", "7"])) {
        *segment = other;
    }
    exchange.request.path = segments.join("/");
}

/// Takes an item out of a list.
fn taken<T>(list: &mut Vec<T>, chance: &mut Chance) -> Option<T> {
    let at = chance.below(list.len());
    (at < list.len()).then(|| list.remove(at))
}

fn parameter_twice(_: Situation<'_>, exchange: &mut Exchange, chance: &mut Chance) {
    let pair = chance.pick(&exchange.request.query).cloned();
    exchange.request.query.extend(pair);
}

fn parameter_value(_: Situation<'_>, exchange: &mut Exchange, chance: &mut Chance) {
    let values = ["", "null", "3000000000", "1e2", "-1", "9223372036854775808", "TRUE", "ä \"x\"", "2023-02-29", "[1]"];
    let at = chance.below(exchange.request.query.len());
    if let (Some((_, value)), Some(other)) = (exchange.request.query.get_mut(at), chance.pick(&values)) {
        (*other).clone_into(value);
    }
}

fn parameter_of_any_release(situation: Situation<'_>, exchange: &mut Exchange, chance: &mut Chance) {
    let all: Vec<&Property> = situation.operation.parameters_in(ParameterLocation::Query).collect();
    let name = chance.pick(&all).map(|property| property.name.clone());
    exchange.request.query.extend(name.map(|name| (name, "1".to_owned())));
}

fn status(_: Situation<'_>, exchange: &mut Exchange, chance: &mut Chance) {
    let others = [200, 201, 204, 206, 304, 400, 404, 418, 500];
    let other = chance.pick(&others).copied().unwrap_or(200);
    exchange.response.iter_mut().for_each(|response| response.status = other);
}

fn retype(headers: &mut Vec<(String, String)>, chance: &mut Chance) {
    headers.retain(|(name, _)| !name.eq_ignore_ascii_case(CONTENT_TYPE));
    let types = ["text/html", "application/json", "application/problem+json", "image/png", "x-unknown", ""];
    let other = chance.pick(&types).filter(|name| !name.is_empty());
    headers.extend(other.map(|name| ("content-type".to_owned(), (*name).to_owned())));
}

fn not_json(body: &mut Body) {
    if matches!(body, Body::Json(_)) {
        *body = Body::Text("<html>no JSON</html>".to_owned());
    }
}

fn noise(body: &mut Body, chance: &mut Chance) {
    let Body::Json(value) = &body else { return };
    let bytes = disturb(value.to_string().as_bytes(), chance);
    *body = Body::Text(String::from_utf8_lossy(&bytes).into_owned());
}

/// The first member of an object once more, with another value.
fn key_twice(body: &mut Body) {
    let Body::Json(value) = &body else { return };
    let text = value.to_string();
    let Some(start) = text.find("{\"").map(|at| at + 1) else { return };
    let Some(end) = text.get(start..).and_then(|rest| rest.find("\":")).map(|length| start + length + 2) else {
        return;
    };
    let key = text.get(start..end).unwrap_or_default();
    *body = Body::Text(format!(
        "{}{key}7,{}",
        &text.get(..start).unwrap_or_default(),
        &text.get(start..).unwrap_or_default()
    ));
}

fn request_value(situation: Situation<'_>, exchange: &mut Exchange, chance: &mut Chance) {
    let content = situation.operation.body.iter().flat_map(|body| &body.content);
    let schema = schema_of(situation, content, &exchange.request.headers);
    if let Some(schema) = schema {
        other_value(situation, schema, &mut exchange.request.body, chance);
    }
}

fn response_value(situation: Situation<'_>, exchange: &mut Exchange, chance: &mut Chance) {
    let Some(response) = &mut exchange.response else { return };
    let content = situation.operation.response(response.status).into_iter().flat_map(|documented| &documented.content);
    let schema = schema_of(situation, content, &response.headers);
    if let Some(schema) = schema {
        other_value(situation, schema, &mut response.body, chance);
    }
}

/// The schema of a body with such headers.
fn schema_of<'c>(
    situation: Situation<'c>,
    content: impl Iterator<Item = &'c Media>,
    headers: &[(String, String)],
) -> Option<&'c Schema> {
    let name = media_type(headers)?;
    let mut alive = content.filter(|media| media.life.contains(situation.view.release));
    alive.find(|media| media.media_type.eq_ignore_ascii_case(name)).and_then(|media| media.schema.as_ref())
}

/// Breaks what stands in a body by one mutation: null, another type, a member of another release, …
fn other_value(situation: Situation<'_>, schema: &Schema, body: &mut Body, chance: &mut Chance) {
    match body {
        Body::Json(value) => {
            let mutations = breaking(situation.view, schema, value);
            if let Some(mutation) = chance.pick(&mutations) {
                *value = mutation.apply(value);
            }
        }
        Body::Fields(pairs) => {
            pairs.extend(other_field(chance));
            drop(taken(pairs, chance));
        }
        Body::Parts(parts) => {
            let field = other_field(chance).map(|(name, text)| Part { name, text, is_file: false });
            parts.extend(field);
            drop(taken(parts, chance));
        }
        _ => {}
    }
}

fn other_field(chance: &mut Chance) -> Option<(String, String)> {
    let name = chance.pick(&["xUnknown", "deviceId", "isFavorite", "metadata", "visibility"])?;
    let values = [Value::from("x"), Value::from(true), serde_json::json!({"a": null})];
    let text = chance.pick(&values).and_then(|value| texts(value).into_iter().next())?;
    Some(((*name).to_owned(), text))
}
