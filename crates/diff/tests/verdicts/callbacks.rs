//! What servers ask clients.

use report::Severity;
use serde_json::{Value, json};

use crate::Wanted::{Errors, Notes, Nothing};
use crate::{document, held, judged};

/// A server sends callbacks: what breaks a client there is what breaks it in a response.
#[test]
fn callbacks_have_the_other_direction() {
    let subscription = |request: Value, answer: Value| {
        let called = json!({"post": {
            "requestBody": {"required": true, "content": {"application/json": {"schema": request}}},
            "responses": {"200": {"description": "", "content": {"application/json": {"schema": answer}}}},
        }});
        let operation = json!({"operationId": "subscribe", "callbacks": {"returned": {"{$request.body#/url}": called}},
            "responses": {"204": {"description": ""}}});
        document(&json!({"/loans": {"post": operation}}), &json!({}))
    };
    let [text, number, integer] = ["string", "number", "integer"].map(|kind| json!({"type": kind}));
    let short = json!({"type": "string", "maxLength": 9});
    let of = |request: &Value, answer: &Value| subscription(request.clone(), answer.clone());
    let cases = [
        ("the server may send fractions", (&integer, &text), (&number, &text), Errors(&["response-type-changed"])),
        ("the server sends integers only", (&number, &text), (&integer, &text), Errors(&[])),
        ("the client must be short", (&text, &text), (&text, &short), Errors(&["request-size-limited"])),
        ("the client may be long", (&text, &short), (&text, &text), Notes),
        ("nothing changed", (&text, &short), (&text, &short), Nothing),
    ];
    for (name, old, new, wanted) in cases {
        let judgements = judged(&of(old.0, old.1), &of(new.0, new.1));
        let errors = judgements.iter().filter(|one| one.severity == Severity::Error);
        match wanted {
            Errors(rules) => assert_eq!(errors.map(|one| one.rule.id()).collect::<Vec<_>>(), rules, "{name}"),
            wanted => assert_eq!(held(name, &judgements, &wanted), None),
        }
    }
    let judgements = judged(&of(&integer, &text), &of(&text, &text));
    let place = judgements.first().unwrap().change.location.to_string();
    assert_eq!(place, "POST {$request.body#/url} (callback returned of POST /loans) request");
}

/// What there is of a callback, or a webhook, and what is gone.
#[test]
fn callbacks_and_webhooks_come_and_go() {
    let with = |callbacks: Value, webhooks: Value| {
        let operation = json!({"operationId": "subscribe", "callbacks": callbacks,
            "responses": {"204": {"description": ""}}});
        let mut document = document(&json!({"/loans": {"post": operation}}), &json!({}));
        document.as_object_mut().unwrap().insert("webhooks".to_owned(), webhooks);
        document
    };
    let body =
        |required: bool| json!({"required": required, "content": {"text/plain": {"schema": {"type": "string"}}}});
    let asked = |body: Value| json!({"post": {"requestBody": body, "responses": {"204": {"description": ""}}}});
    let callback = |body: Value| json!({"returned": {"{$request.body#/url}": asked(body)}});
    let rules = |old: &Value, new: &Value| -> Vec<(&str, Severity)> {
        judged(old, new).iter().map(|one| (one.rule.id(), one.severity)).collect()
    };
    let none = with(json!({}), json!({}));
    let (always, sometimes) = (with(callback(body(true)), json!({})), with(callback(body(false)), json!({})));
    assert_eq!(rules(&none, &always), [("operation-added", Severity::Note)]);
    assert_eq!(rules(&always, &none), [("operation-removed-without-deprecation", Severity::Error)]);
    assert_eq!(rules(&always, &sometimes), [("response-body-removed", Severity::Error)]);
    assert_eq!(rules(&sometimes, &always), [("response-body-added", Severity::Note)]);
    let hook = with(json!({}), json!({"returned": asked(body(true))}));
    assert_eq!(rules(&hook, &none), [("operation-removed-without-deprecation", Severity::Error)]);
}
