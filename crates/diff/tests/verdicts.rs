//! Whom a change breaks: small pairs of documents, each with what the standards say of it.

#![expect(clippy::unwrap_used, reason = "a helper of tests stops like a test")]

use contract::{Contract, Projection, Release, read};
use diff::{Judgement, changes, judge};
use report::Severity;
use serde_json::{Value, json};

/// What is wanted of a pair: nothing at all, notes alone, or errors by these rules and no others.
enum Wanted {
    Nothing,
    Notes,
    Errors(&'static [&'static str]),
}
use Wanted::{Errors, Notes, Nothing};

fn judged(old: &Value, new: &Value) -> Vec<Judgement> {
    let read = |document: &Value| read::openapi(document.to_string().as_bytes()).unwrap().contract;
    let (old, new) = (read(old), read(new));
    let view = |contract| Projection { contract, release: Release::LATEST };
    let (old, new): (Projection<'_>, Projection<'_>) = (view(&old), view(&new));
    judge(old, new, changes(old, new))
}

fn held(name: &str, judgements: &[Judgement], wanted: &Wanted) -> Option<String> {
    let of = |severity: Severity| -> Vec<&str> {
        let all = judgements.iter().filter(|one| one.severity == severity);
        all.map(|one| one.rule.id()).collect()
    };
    let (errors, warnings, notes) = (of(Severity::Error), of(Severity::Warning), of(Severity::Note));
    let fits = match wanted {
        Nothing => judgements.is_empty(),
        Notes => errors.is_empty() && warnings.is_empty() && !notes.is_empty(),
        Errors(rules) => errors == *rules && warnings.is_empty(),
    };
    (!fits).then(|| format!("{name}: errors {errors:?}, warnings {warnings:?}, notes {notes:?}"))
}

fn document(paths: Value, schemas: &Value) -> Value {
    json!({
        "openapi": "3.0.3", "info": {"title": "Library", "version": "1.0.0"},
        "paths": paths, "components": {"schemas": schemas},
    })
}

/// A document whose only operation takes a parameter.
fn with_parameter(parameter: &Value) -> Value {
    let mut parameter = parameter.clone();
    let members = parameter.as_object_mut().unwrap();
    members.entry("name").or_insert(json!("shelf"));
    members.entry("in").or_insert(json!("query"));
    let is_path = members.get("in") == Some(&json!("path"));
    members.insert("required".to_owned(), json!(is_path));
    let path = if is_path { "/books/{shelf}" } else { "/books" };
    let schemas = json!({"Order": {"type": "string", "enum": ["asc", "desc"]}});
    let operation =
        json!({"operationId": "books", "parameters": [parameter], "responses": {"204": {"description": ""}}});
    document(json!({path: {"get": operation}}), &schemas)
}

/// A document that takes a body, or answers with one.
fn with_body(is_request: bool, schema: &Value, schemas: &Value) -> Value {
    let content = json!({"application/json": {"schema": schema}});
    let operation = if is_request {
        json!({"operationId": "books", "requestBody": {"content": content}, "responses": {"204": {"description": ""}}})
    } else {
        json!({"operationId": "books", "responses": {"200": {"description": "", "content": content}}})
    };
    document(json!({"/books": {"post": operation}}), schemas)
}

/// RFC 3986 knows no types: what a parameter says is what its text can be read as.
#[test]
fn parameters_are_text() {
    let list = |items: Value| json!({"type": "array", "items": items});
    let [text, integer, boolean, number] = ["string", "integer", "boolean", "number"].map(|kind| json!({"type": kind}));
    let cases: Vec<(&str, Value, Value, Wanted)> = vec![
        ("any integer is a text", integer.clone(), text.clone(), Notes),
        ("any boolean is a text", boolean.clone(), text.clone(), Notes),
        ("any number is a text", number.clone(), text.clone(), Notes),
        ("any integer is a number", integer.clone(), number.clone(), Notes),
        ("a word is no integer", text.clone(), integer.clone(), Errors(&["request-type-changed"])),
        ("an integer is no boolean", integer.clone(), boolean.clone(), Errors(&["request-type-changed"])),
        ("a fraction is no integer", number, integer.clone(), Errors(&["request-type-changed"])),
        ("one is a list of one", integer.clone(), list(integer.clone()), Notes),
        ("one is a list of one text", integer.clone(), list(text.clone()), Notes),
        ("a word is no list of integers", text.clone(), list(integer.clone()), Errors(&["request-type-changed"])),
        ("two are not one", list(integer.clone()), integer.clone(), Errors(&["request-type-changed"])),
        ("two are not one text", list(text.clone()), text.clone(), Errors(&["request-type-changed"])),
        (
            "one is too short a list",
            text.clone(),
            json!({"type": "array", "items": text, "minItems": 2}),
            Errors(&["request-bound-tightened"]),
        ),
        ("no type at all is text", json!({}), text.clone(), Nothing),
        (
            "0 is not in the pattern",
            integer.clone(),
            json!({"type": "string", "pattern": "^[a-z]+$"}),
            Errors(&["request-pattern-narrowed"]),
        ),
        ("no integer is empty", integer.clone(), json!({"type": "string", "minLength": 1}), Notes),
        (
            "numbers in an enum of texts",
            json!({"type": "integer", "enum": [1, 2]}),
            json!({"type": "string", "enum": ["2", "1"]}),
            Nothing,
        ),
        ("both booleans are all booleans", json!({"type": "string", "enum": ["true", "false"]}), boolean, Nothing),
        ("all of the enum are integers", json!({"type": "string", "enum": ["1", "2"]}), integer.clone(), Notes),
        (
            "7 is not in the enum",
            integer,
            json!({"type": "string", "enum": ["1", "2"]}),
            Errors(&["request-enum-added"]),
        ),
        ("no text is null", json!({"type": "string", "nullable": true}), text.clone(), Nothing),
        (
            "an enum that is a component",
            json!({"$ref": "#/components/schemas/Order"}),
            list(json!({"$ref": "#/components/schemas/Order"})),
            Notes,
        ),
    ];
    let mut wrong = Vec::new();
    for place in ["query", "header", "cookie"] {
        for (name, old, new, wanted) in &cases {
            let is_list = [old, new].iter().any(|schema| schema.get("type") == Some(&json!("array")));
            if place == "header" && is_list {
                // A list in one text is another matter: `1,2`.
                continue;
            }
            let parameter = |schema: &Value| json!({"in": place, "schema": schema});
            let judgements = judged(&with_parameter(&parameter(old)), &with_parameter(&parameter(new)));
            wrong.extend(held(&format!("{place}: {name}"), &judgements, wanted));
            for one in judgements.iter().filter(|one| one.severity == Severity::Error) {
                let witness = one.witness.as_ref().unwrap();
                assert!(witness.value.is_string() && witness.pointer.is_empty(), "{name}: {witness:?}");
            }
        }
    }
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn witnesses_of_parameters_are_lines() {
    let line = |place: &str, old: Value, new: Value| {
        let parameter = |schema: Value| with_parameter(&json!({"in": place, "schema": schema}));
        let judgements = judged(&parameter(old), &parameter(new));
        let witness = judgements.first().unwrap().witness.clone().unwrap();
        witness.value.as_str().unwrap().to_owned()
    };
    let [text, integer] = ["string", "integer"].map(|kind| json!({"type": kind}));
    assert_eq!(line("query", text.clone(), integer.clone()), "GET /books?shelf=text");
    assert_eq!(line("path", text.clone(), integer.clone()), "GET /books/text");
    assert_eq!(line("header", text.clone(), integer.clone()), "shelf: text");
    assert_eq!(line("cookie", text, integer.clone()), "Cookie: shelf=text");
    assert_eq!(
        line("query", json!({"type": "array", "items": integer}), integer.clone()),
        "GET /books?shelf=0&shelf=0"
    );
}

/// A text with a comma is one text, and two where a list is written in one.
#[test]
fn a_list_in_one_text_parts_texts() {
    let parameter = |schema: Value| json!({"in": "path", "schema": schema});
    let list = |kind: &str| parameter(json!({"type": "array", "items": {"type": kind}}));
    let one = |kind: &str| parameter(json!({"type": kind}));
    let between = |old: &Value, new: &Value| judged(&with_parameter(old), &with_parameter(new));
    for (name, judgements, wanted) in [
        ("text", between(&one("string"), &list("string")), Errors(&["request-parameter-style-changed"])),
        ("integer", between(&one("integer"), &list("integer")), Notes),
    ] {
        assert_eq!(held(name, &judgements, &wanted), None);
    }
}

/// What a form holds is text as well; what JSON holds is not.
#[test]
fn fields_of_forms_are_text() {
    let body = |media: &str, kind: &str| {
        let inner = json!({"type": "object", "properties": {"n": {"type": kind}}});
        let schema = json!({"type": "object", "properties": {"plain": {"type": kind}, "nested": inner}});
        let schemas = json!({"Form": schema});
        let content = json!({media: {"schema": {"$ref": "#/components/schemas/Form"}}});
        let operation = json!({"operationId": "send", "requestBody": {"content": content},
            "responses": {"204": {"description": ""}}});
        document(json!({"/books": {"post": operation}}), &schemas)
    };
    let errors = |media: &str| -> Vec<String> {
        let judgements = judged(&body(media, "integer"), &body(media, "string"));
        let errors = judgements.iter().filter(|one| one.severity == Severity::Error);
        errors.map(|one| one.change.location.to_string()).collect()
    };
    assert_eq!(errors("multipart/form-data"), ["Form.nested.n"]);
    assert_eq!(errors("application/json"), ["Form.nested.n", "Form.plain"]);
}

#[test]
fn parameters_of_a_path_are_told_apart_by_their_places() {
    let two = |path: &str, first: (&str, &str), second: (&str, &str)| {
        let parameter = |(name, kind): (&str, &str)| json!({"name": name, "in": "path", "required": true, "schema": {"type": kind}});
        let operation = json!({"operationId": "copy", "parameters": [parameter(first), parameter(second)],
            "responses": {"204": {"description": ""}}});
        document(json!({path: {"get": operation}}), &json!({}))
    };
    let old = two("/shelves/{a}/books/{b}", ("a", "integer"), ("b", "string"));
    let swapped = two("/shelves/{b}/books/{a}", ("a", "integer"), ("b", "string"));
    let judgements = judged(&old, &swapped);
    assert_eq!(held("swapped", &judgements, &Errors(&["request-type-changed"])), None);
    let line = judgements.first().unwrap().witness.clone().unwrap().value;
    assert_eq!(line, json!("GET /shelves/0/books/text"));
    let renamed = two("/shelves/{b}/books/{a}", ("b", "integer"), ("a", "string"));
    assert_eq!(held("renamed", &judged(&old, &renamed), &Notes), None);
    let in_one = two("/tiles/{x}-{y}", ("x", "integer"), ("y", "string"));
    let other = two("/tiles/{y}-{x}", ("x", "integer"), ("y", "string"));
    assert_eq!(held("in one segment", &judged(&in_one, &other), &Errors(&["request-type-changed"])), None);
}

/// The same set of values, in other words.
#[test]
fn what_is_written_otherwise_is_no_change() {
    let object = |names: &[&str]| {
        let members: serde_json::Map<String, Value> =
            names.iter().map(|name| ((*name).to_owned(), json!({"type": "string"}))).collect();
        json!({"type": "object", "properties": members, "required": names})
    };
    let to = |name: &str| json!({"$ref": format!("#/components/schemas/{name}")});
    let (book, film) = (object(&["pages"]), object(&["minutes"]));
    let node = |name: &str| json!({"type": "object", "properties": {"next": to(name), "pages": {"type": "integer"}}});
    let cases = [
        (
            "a form became a component",
            json!({"anyOf": [book, film]}),
            json!({}),
            json!({"anyOf": [to("Book"), film]}),
            json!({"Book": book}),
        ),
        (
            "a form has another name",
            json!({"oneOf": [to("Book"), film]}),
            json!({"Book": book}),
            json!({"oneOf": [film, to("Volume")]}),
            json!({"Volume": book}),
        ),
        (
            "a form that holds itself has another name",
            json!({"anyOf": [to("Node"), film]}),
            json!({"Node": node("Node")}),
            json!({"anyOf": [to("Knot"), film]}),
            json!({"Knot": node("Knot")}),
        ),
        (
            "a form stands there twice",
            json!({"anyOf": [book, book, film]}),
            json!({}),
            json!({"anyOf": [film, to("Book")]}),
            json!({"Book": book}),
        ),
        (
            "null is a form",
            json!({"anyOf": [book, film], "nullable": true}),
            json!({}),
            json!({"anyOf": [book, film, {"type": "string", "nullable": true, "enum": [null]}]}),
            json!({}),
        ),
        (
            "null is allowed in a form",
            json!({"anyOf": [to("Book"), film], "nullable": true}),
            json!({"Book": book}),
            json!({"anyOf": [{"allOf": [to("Book")], "nullable": true}, film]}),
            json!({"Book": book}),
        ),
        (
            "a member moved to the base",
            to("Loan"),
            json!({"Loan": {"allOf": [to("Base"), object(&["pages", "day"])]}, "Base": object(&["id"])}),
            to("Loan"),
            json!({"Loan": {"allOf": [to("Base"), object(&["day"])]}, "Base": object(&["id", "pages"])}),
        ),
        (
            "a member moved from the base of a base",
            to("Loan"),
            json!({"Loan": {"allOf": [to("Base"), object(&["day"])]}, "Base": {"allOf": [to("Root"), object(&["id"])]},
                "Root": object(&["pages"])}),
            to("Loan"),
            json!({"Loan": {"allOf": [to("Base"), object(&["day", "pages"])]},
                "Base": {"allOf": [to("Root"), object(&["id"])]}, "Root": {"type": "object"}}),
        ),
        (
            "both booleans",
            json!({"type": "boolean"}),
            json!({}),
            json!({"type": "boolean", "enum": [false, true]}),
            json!({}),
        ),
    ];
    let mut wrong = Vec::new();
    for (name, old, old_schemas, new, new_schemas) in cases {
        for is_request in [true, false] {
            let (one, other) = (with_body(is_request, &old, &old_schemas), with_body(is_request, &new, &new_schemas));
            wrong.extend(held(name, &judged(&one, &other), &Nothing));
            wrong.extend(held(name, &judged(&other, &one), &Nothing));
        }
    }
    assert_eq!(wrong, [""; 0]);
}

/// JSON Schema validation, 9.2.1.3: exactly one of `oneOf` must hold.
#[test]
fn what_fits_two_forms_is_refused_where_one_must_fit() {
    let [number, integer, text] = ["number", "integer", "string"].map(|kind| json!({"type": kind}));
    let book = json!({"type": "object", "properties": {"pages": {"type": "integer"}}, "required": ["pages"]});
    let cases = [
        ("a form for integers beside numbers", number.clone(), json!({"oneOf": [number, integer]})),
        ("a further form", json!({"oneOf": [text, integer]}), json!({"oneOf": [text, integer, number]})),
        (
            "one instead of any",
            json!({"anyOf": [book, {"type": "object", "required": ["pages"]}]}),
            json!({"oneOf": [book, {"type": "object", "required": ["pages"]}]}),
        ),
        ("a form twice", json!({"oneOf": [book, text]}), json!({"oneOf": [book, text, book]})),
    ];
    for (name, old, new) in cases {
        let document = |is_request, schema| with_body(is_request, schema, &json!({}));
        let there = judged(&document(true, &old), &document(true, &new));
        assert_eq!(held(name, &there, &Errors(&["request-choice-overlaps"])), None);
        let back = judged(&document(false, &new), &document(false, &old));
        let errors = back.iter().filter(|one| one.severity == Severity::Error);
        let rules: Vec<&str> = errors.map(|one| one.rule.id()).collect();
        assert_eq!(rules, ["response-choice-overlap-allowed"], "{name}");
    }
}

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
        document(json!({"/loans": {"post": operation}}), &json!({}))
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
        let mut document = document(json!({"/loans": {"post": operation}}), &json!({}));
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

/// What is refused newly is an error, whatever it is that is too much.
#[test]
fn limits_that_refuse_what_was_right_are_errors() {
    for (old, new) in [
        (json!({"type": "string"}), json!({"type": "string", "maxLength": 20})),
        (json!({"type": "array", "items": {}}), json!({"type": "array", "items": {}, "maxItems": 20})),
        (json!({"type": "array", "items": {}}), json!({"type": "array", "items": {}, "uniqueItems": true})),
        (json!({"type": "object"}), json!({"type": "object", "maxProperties": 20})),
    ] {
        let document = |is_request, schema| with_body(is_request, schema, &json!({}));
        let there = judged(&document(true, &old), &document(true, &new));
        assert_eq!(held("request", &there, &Errors(&["request-size-limited"])), None);
        let back = judged(&document(false, &new), &document(false, &old));
        assert_eq!(held("response", &back, &Errors(&["response-bound-loosened"])), None);
    }
}

#[test]
fn a_base_path_that_went_is_an_error_and_another_host_a_warning() {
    let at = |addresses: &[&str]| {
        let mut document = with_parameter(&json!({"schema": {"type": "string"}}));
        let servers: Vec<Value> = addresses.iter().map(|address| json!({"url": address})).collect();
        document.as_object_mut().unwrap().insert("servers".to_owned(), json!(servers));
        document
    };
    let rules = |old: &[&str], new: &[&str]| -> Vec<(&str, Severity)> {
        judged(&at(old), &at(new)).iter().map(|one| (one.rule.id(), one.severity)).collect()
    };
    let hosts = ["https://one.example.com/api", "https://two.example.com/api"];
    assert_eq!(rules(&["/api"], &["/v2"]), [("base-path-removed", Severity::Error)]);
    assert_eq!(rules(&["/api", "/v2"], &["/v2"]), [("base-path-removed", Severity::Error)]);
    assert_eq!(rules(&["/api"], &["/"]), [("base-path-removed", Severity::Error)]);
    assert_eq!(rules(&hosts[..1], &hosts[1..]), [("server-removed", Severity::Warning)]);
    assert_eq!(rules(&hosts[..1], &hosts), [("server-added", Severity::Note)]);
    assert_eq!(rules(&["/api"], &["/api/"]), []);
}

/// Where nothing is shown, the first line says so.
#[test]
fn undecided_is_in_the_headline() {
    let not = |words: Value| with_body(true, &json!({"type": "string", "not": {"enum": words}}), &json!({}));
    let judgements = judged(&not(json!(["a"])), &not(json!(["b"])));
    let source = |name: &str| diff::Source::named(name);
    let options = diff::Options { old: source("old"), new: source("new"), rows: diff::Rows::Fact, releases: None };
    let findings = diff::findings(&judgements, &options);
    let [finding] = findings.as_slice() else { panic!("one finding") };
    assert!(finding.message.starts_with("undecided: "), "{}", finding.message);
}

/// Keeps a contract and itself apart from nothing.
#[test]
fn a_document_and_itself_have_no_changes() {
    let document = with_parameter(&json!({"schema": {"oneOf": [{"type": "number"}, {"type": "integer"}]}}));
    let contract: Contract = read::openapi(document.to_string().as_bytes()).unwrap().contract;
    let view = Projection { contract: &contract, release: Release::LATEST };
    assert_eq!(changes(view, view), []);
}
