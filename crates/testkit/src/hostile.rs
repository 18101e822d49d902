//! Documents that ask for much with little: graphs of references, levels that double, and lists of thousands.

#![expect(clippy::indexing_slicing, reason = "what is indexed was made a line before")]
#![expect(clippy::needless_pass_by_value, reason = "each is a function from a value to one that holds it")]

use serde_json::{Map, Value, json};

/// A kind of document, by its size.
pub type Kind = fn(usize) -> Value;

/// All of them, by name.
pub const KINDS: [(&str, Kind); 22] = [
    ("a dense graph", dense),
    ("all refer to all", all_members),
    ("all are one of all", all_any_of),
    ("all are exactly one of all", all_one_of),
    ("levels of twice `allOf`", |n| levels(n, |next| json!({"allOf": [next, next]}))),
    ("levels of twice `anyOf`", |n| levels(n, |next| json!({"anyOf": [next, next]}))),
    ("levels of twice `oneOf`", |n| {
        levels(n, |next| json!({"oneOf": [next, {"allOf": [next, {"minProperties": 9}]}]}))
    }),
    ("levels of `not`", |n| levels(n, |next| json!({"allOf": [next, {"not": {"not": next}}]}))),
    ("levels of twice a member", |n| {
        levels(n, |next| json!({"required": ["a", "b"], "properties": {"a": next, "b": next}}))
    }),
    ("levels of a member said twice", |n| levels(n, said_twice)),
    ("a chain of references", |n| levels(n, |next| next)),
    ("a chain of lists", |n| levels(n, |next| json!({"type": "array", "items": next}))),
    ("a chain of bases", |n| levels(n, |next| json!({"allOf": [next, {"type": "object"}]}))),
    ("a ring", ring),
    ("many required names", |n| one(json!({"type": "object", "required": names(n)}))),
    ("many values", |n| one(json!({"type": "string", "enum": names(n)}))),
    ("many properties", |n| one(json!({"properties": members(n, |_| json!({"type": "integer"}))}))),
    ("many patterns", |n| one(json!({"properties": members(n, |at| json!({"pattern": format!("^{at}$")}))}))),
    ("many bases", |n| one(json!({"allOf": each(n, |at| json!({"required": [format!("p{at}")]}))}))),
    ("many alternatives", |n| one(json!({"oneOf": each(n, |at| json!({"required": [format!("p{at}")]}))}))),
    ("many parameters", parameters),
    ("many operations", operations),
];

/// A document with these schemas, of which one operation takes and answers the first.
fn document(schemas: Map<String, Value>) -> Value {
    let body = json!({"content": {"application/json": {"schema": {"$ref": "#/components/schemas/S0"}}}});
    let answer = json!({"200": {"description": "", "content": body["content"]}});
    json!({"openapi": "3.0.0", "info": {"title": "t", "version": "3.0.0"}, "components": {"schemas": schemas},
        "paths": {"/x": {"post": {"operationId": "x", "requestBody": body, "responses": answer}}}})
}

fn reference(at: usize) -> Value {
    json!({"$ref": format!("#/components/schemas/S{at}")})
}

fn each(count: usize, one: impl Fn(usize) -> Value) -> Vec<Value> {
    (0..count).map(one).collect()
}

fn members(count: usize, one: impl Fn(usize) -> Value) -> Map<String, Value> {
    (0..count).map(|at| (format!("p{at}"), one(at))).collect()
}

fn names(count: usize) -> Vec<Value> {
    each(count, |at| json!(format!("p{at}")))
}

fn schemas(count: usize, one: impl Fn(usize) -> Value) -> Value {
    document((0..count).map(|at| (format!("S{at}"), one(at))).collect())
}

fn one(schema: Value) -> Value {
    schemas(1, |_| schema.clone())
}

/// Each schema is made of the next; the last is an object.
fn levels(count: usize, one: fn(Value) -> Value) -> Value {
    let leaf = json!({"type": "object", "properties": {"v": {"type": "integer"}}});
    schemas(count + 1, |at| if at == count { leaf.clone() } else { one(reference(at + 1)) })
}

fn said_twice(next: Value) -> Value {
    json!({"allOf": [{"properties": {"a": next}}, {"properties": {"a": {"allOf": [next, next]}}}]})
}

/// Five references each, spread over the whole.
fn dense(count: usize) -> Value {
    let to = |at: usize, member: usize| reference((at * 31 + member * 7919 + 17 * at * member + 1) % count);
    schemas(count, |at| json!({"type": "object", "properties": members(5, |member| to(at, member))}))
}

fn all_members(count: usize) -> Value {
    schemas(count, |_| json!({"type": "object", "properties": members(count, reference)}))
}

fn all_any_of(count: usize) -> Value {
    schemas(count, |_| json!({"anyOf": each(count, reference)}))
}

fn all_one_of(count: usize) -> Value {
    schemas(count, |_| json!({"oneOf": each(count, reference)}))
}

fn ring(count: usize) -> Value {
    schemas(count, |at| reference((at + 1) % count))
}

fn parameters(count: usize) -> Value {
    let mut document = one(json!({"type": "object"}));
    let one = |at| json!({"name": format!("p{at}"), "in": "query", "schema": {"type": "integer"}});
    document["paths"]["/x"]["post"]["parameters"] = json!(each(count, one));
    document
}

fn operations(count: usize) -> Value {
    let mut document = one(json!({"type": "object"}));
    for at in 0..count {
        let mut item = document["paths"]["/x"].clone();
        item["post"]["operationId"] = json!(format!("x{at}"));
        document["paths"][format!("/x{at}")] = item;
    }
    document
}
