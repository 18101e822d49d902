//! Strategies for exchanges that are right at one release, and for such as are disturbed.

use contract::{
    Credential, Media, Operation, Parameter, ParameterLocation, Projection, Response as Documented, Schema, Status,
};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use proptest::prelude::*;
use proptest::strategy::Union;
use proptest::{collection, option, sample};
use serde_json::Value;

use super::disturb::{DISTURBANCES, Disturbance, Situation};
use super::{BASE_PATH, Body, CONTENT_TYPE, Exchange, Part, Request, Response};
use crate::noise::Chance;
use crate::values;

/// How often what may be left out is there.
const OFTEN: f64 = 0.6;
/// Statuses that servers answer with, documented or not.
const STATUSES: [u16; 12] = [200, 201, 204, 206, 301, 304, 400, 401, 403, 404, 500, 502];
/// Two bytes that are not text.
const BYTES: Body = Body::Base64("//4=");

type Pairs = Vec<(String, String)>;

/// Exchanges of an operation that a server of the release takes and answers, by the contract; the status is not always a
/// documented one, and credentials are not always shown.
pub fn exchange(view: Projection<'_>, operation: &Operation) -> BoxedStrategy<Exchange> {
    let (method, template) = (operation.method.to_string(), format!("{BASE_PATH}{}", operation.path_at(view.release)));
    let given = (given(view, operation, ParameterLocation::Path), given(view, operation, ParameterLocation::Query));
    let more = (given_headers(view, operation), credentials(view, operation));
    let parts = (given, more, request_body(view, operation), answer(view, operation));
    let made = parts.prop_map(move |((path, query), (mut headers, shown), (media_type, body), response)| {
        headers.extend(media_type.map(|media_type| (CONTENT_TYPE.to_owned(), media_type)));
        let path = filled(&template, &path);
        let mut request = Request { method: method.clone(), path, query, headers, body };
        for credential in &shown {
            show(&mut request, credential);
        }
        Exchange { request, response }
    });
    made.boxed()
}

/// The same, most of them disturbed in one to three parts.
pub fn disturbed(view: Projection<'static>, operation: &'static Operation) -> BoxedStrategy<Exchange> {
    disturbed_by(view, operation, DISTURBANCES.to_vec())
}

/// The same, disturbed in none but these ways.
pub fn disturbed_by(
    view: Projection<'static>,
    operation: &'static Operation,
    ways: Vec<Disturbance>,
) -> BoxedStrategy<Exchange> {
    let picks = collection::vec((sample::select(ways), any::<u64>()), 0..=3);
    let made = (exchange(view, operation), picks).prop_map(move |(mut exchange, picks)| {
        let situation = Situation { view, operation };
        for (disturbance, seed) in picks {
            disturbance.apply(situation, &mut exchange, &mut Chance::new(seed));
        }
        exchange
    });
    made.boxed()
}

/// A path template with its parameters. An empty value makes another path, so it is given as a dash.
fn filled(template: &str, given: &Pairs) -> String {
    given.iter().fold(template.to_owned(), |path, (name, value)| {
        let value = if value.is_empty() { "-" } else { value };
        path.replace(&format!("{{{name}}}"), &utf8_percent_encode(value, NON_ALPHANUMERIC).to_string())
    })
}

/// Names and texts of the parameters of one place, those that are not required only sometimes.
fn given(view: Projection<'_>, operation: &Operation, place: ParameterLocation) -> BoxedStrategy<Pairs> {
    let parameters = view.parameters(operation).filter(|parameter| parameter.place == place);
    let all: Vec<BoxedStrategy<Pairs>> = parameters.map(|parameter| texts_of(view, parameter)).collect();
    all.prop_map(|pairs| pairs.into_iter().flatten().collect()).boxed()
}

/// The same of headers and cookies.
fn given_headers(view: Projection<'_>, operation: &Operation) -> BoxedStrategy<Pairs> {
    let cookies = given(view, operation, ParameterLocation::Cookie).prop_map(|pairs| {
        let cookies = pairs.into_iter().map(|(name, value)| ("Cookie".to_owned(), format!("{name}={value}")));
        cookies.collect::<Pairs>()
    });
    let both = (given(view, operation, ParameterLocation::Header), cookies);
    both.prop_map(|(headers, cookies)| headers.into_iter().chain(cookies).collect()).boxed()
}

fn texts_of(view: Projection<'_>, parameter: &Parameter) -> BoxedStrategy<Pairs> {
    let property = &parameter.property;
    let Some(values) = values::value(view, &property.schema) else { return Just(Vec::new()).boxed() };
    let name = property.name.clone();
    let named = move |text| (name.clone(), text);
    let pairs = values.prop_map(move |value| texts(&value).into_iter().map(&named).collect::<Pairs>());
    if property.required.contains(view.release) || parameter.place == ParameterLocation::Path {
        return pairs.boxed();
    }
    option::weighted(OFTEN, pairs).prop_map(Option::unwrap_or_default).boxed()
}

/// The texts of a value where only texts can be: an array is its items, and what is inside an item is JSON.
pub(super) fn texts(value: &Value) -> Vec<String> {
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    value.as_array().map_or_else(|| vec![text(value)], |items| items.iter().map(text).collect())
}

/// Each documented way to authenticate, each credential that was only observed, or none.
fn credentials(view: Projection<'_>, operation: &Operation) -> BoxedStrategy<Vec<Credential>> {
    let schemes = &view.contract.security_schemes;
    let documented = operation.security.at(view.release).into_iter().flatten();
    let documented = documented.map(|names| names.iter().filter_map(|name| schemes.get(name)).collect::<Vec<_>>());
    let observed = schemes.values().filter(|scheme| scheme.observed).map(|scheme| vec![scheme]);
    let ways = documented.chain(observed).chain([Vec::new()]);
    let ways = ways.map(|schemes| schemes.into_iter().map(|scheme| scheme.credential.clone()).collect());
    sample::select(ways.collect::<Vec<Vec<Credential>>>()).boxed()
}

fn show(request: &mut Request, credential: &Credential) {
    const SECRET: &str = "q7Zt0-not-a-secret";
    let field = |name: &str, value: String| (name.to_owned(), value);
    match credential {
        Credential::Http(scheme) => request.headers.push(field("Authorization", format!("{scheme} {SECRET}"))),
        Credential::Header(name) => request.headers.push(field(name, SECRET.to_owned())),
        Credential::Cookie(name) => request.headers.push(field("Cookie", format!("a=b; {name}={SECRET}"))),
        Credential::Query(name) => request.query.push(field(name, SECRET.to_owned())),
        Credential::Elsewhere => {}
    }
}

/// A content type and a body, or neither.
type Typed = (Option<String>, Body);

fn request_body(view: Projection<'_>, operation: &Operation) -> BoxedStrategy<Typed> {
    let documented = operation.body.as_ref().filter(|body| body.life.contains(view.release));
    let Some(body) = documented else { return Just((None, Body::None)).boxed() };
    let bodies = bodies(view, &body.content);
    if body.required.contains(view.release) {
        return bodies;
    }
    option::weighted(OFTEN, bodies).prop_map(Option::unwrap_or_default).boxed()
}

/// Bodies of any of these media types.
fn bodies(view: Projection<'_>, content: &[Media]) -> BoxedStrategy<Typed> {
    let all: Vec<BoxedStrategy<Typed>> = view.media(content).map(|media| body_of(view, media)).collect();
    if all.is_empty() { Just((None, Body::None)).boxed() } else { Union::new(all).boxed() }
}

fn body_of(view: Projection<'_>, media: &Media) -> BoxedStrategy<Typed> {
    let media_type = media.media_type.clone();
    let values = media.schema.as_ref().and_then(|schema| values::value(view, schema));
    let bodies = match (media_type.as_str(), values) {
        ("application/x-www-form-urlencoded", Some(values)) => {
            values.prop_map(|value| Body::Fields(fields(&value))).boxed()
        }
        ("multipart/form-data", Some(values)) => {
            let files = media.schema.as_ref().map(|schema| files(view, schema)).unwrap_or_default();
            values.prop_map(move |value| Body::Parts(parts(&value, &files))).boxed()
        }
        (name, Some(values)) if name.ends_with("json") => values.prop_map(Body::Json).boxed(),
        (name, _) if name.starts_with("text/") => Just(Body::Text("a text".to_owned())).boxed(),
        _ => sample::select(vec![BYTES, Body::Omitted]).boxed(),
    };
    // A range of types is answered with one of them.
    let media_type = media_type.replace("*/*", "image/jpeg").replace("/*", "/jpeg");
    let types = vec![media_type.clone(), format!("{media_type}; charset=utf-8"), media_type.to_ascii_uppercase()];
    let weighted =
        Union::new_weighted(types.into_iter().zip([4, 1, 1]).map(|(name, weight)| (weight, Just(name))).collect());
    (weighted, bodies).prop_map(|(media_type, body)| (Some(media_type), body)).boxed()
}

/// The fields of a form that stand for an object. A member that is an object is sent as JSON.
fn fields(value: &Value) -> Pairs {
    let members = value.as_object().into_iter().flatten();
    members.flat_map(|(name, value)| texts(value).into_iter().map(|text| (name.clone(), text))).collect()
}

fn parts(value: &Value, files: &[String]) -> Vec<Part> {
    let part = |(name, text): (String, String)| {
        let is_file = files.contains(&name);
        Part { text: if is_file { String::new() } else { text }, is_file, name }
    };
    fields(value).into_iter().map(part).collect()
}

/// The names of the properties that are files.
fn files(view: Projection<'_>, schema: &Schema) -> Vec<String> {
    let Some(node) = schema.at(view.release) else { return Vec::new() };
    let named = node.reference.as_ref().and_then(|name| view.component(name));
    let properties = view.properties(named.unwrap_or(node));
    let is_file = |node: &contract::Node| node.keywords.text("format") == Some("binary");
    let files = properties.filter(|property| property.schema.at(view.release).is_some_and(is_file));
    files.map(|property| property.name.clone()).collect()
}

/// A documented answer, one with another status, or none.
fn answer(view: Projection<'_>, operation: &Operation) -> BoxedStrategy<Option<Response>> {
    let documented = view.responses(operation).map(|documented| (12, answer_of(view, documented)));
    let mut all: Vec<(u32, BoxedStrategy<Response>)> = documented.collect();
    all.push((5, other_answer(view)));
    option::weighted(0.97, Union::new_weighted(all)).boxed()
}

fn answer_of(view: Projection<'_>, documented: &Documented) -> BoxedStrategy<Response> {
    let status = match documented.status {
        Status::Code(code) => code,
        Status::Class(class) => class * 100 + 1,
        Status::Default => 599,
    };
    bodies(view, &documented.content).prop_map(move |typed| response(status, typed)).boxed()
}

fn other_answer(view: Projection<'_>) -> BoxedStrategy<Response> {
    let json = |values: BoxedStrategy<Value>| {
        values.prop_map(|value| (Some("application/json".to_owned()), Body::Json(value))).boxed()
    };
    let refusal = view.contract.error_body.as_ref().and_then(|schema| values::value(view, schema));
    let odd = sample::select(vec![Value::Null, "text".into(), serde_json::json!({"error": 7})]).boxed();
    let plain = Just((Some("text/plain".to_owned()), Body::Text("Bad Gateway".to_owned()))).boxed();
    let bodies = [refusal.map(json), Some(json(odd)), Some(plain), Some(Just((None, Body::None)).boxed())];
    let statuses = prop_oneof![sample::select(&STATUSES[..]), 200_u16..=599];
    let all = (statuses, Union::new(bodies.into_iter().flatten()));
    all.prop_map(|(status, typed)| response(status, typed)).boxed()
}

fn response(status: u16, (media_type, body): Typed) -> Response {
    let headers = media_type.into_iter().map(|media_type| (CONTENT_TYPE.to_owned(), media_type)).collect();
    Response { status, headers, body }
}
