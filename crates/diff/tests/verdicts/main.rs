//! Whom a change breaks: small pairs of documents, each with what the standards say of it.

#![expect(clippy::unwrap_used, reason = "a helper of tests stops like a test")]

mod callbacks;
mod parameters;

use contract::{Contract, Projection, Release, read};
use immich_contract_diff::{Judgement, changes, judge};
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
    let view = |contract| Projection { contract, release: Release::latest() };
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

fn document(paths: &Value, schemas: &Value) -> Value {
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
    document(&json!({path: {"get": operation}}), &schemas)
}

/// A document that takes a body, or answers with one.
fn with_body(is_request: bool, schema: &Value, schemas: &Value) -> Value {
    let content = json!({"application/json": {"schema": schema}});
    let operation = if is_request {
        json!({"operationId": "books", "requestBody": {"content": content}, "responses": {"204": {"description": ""}}})
    } else {
        json!({"operationId": "books", "responses": {"200": {"description": "", "content": content}}})
    };
    document(&json!({"/books": {"post": operation}}), schemas)
}

/// A schema and its components, before and after.
type Otherwise = (&'static str, [Value; 2], [Value; 2]);

fn object(names: &[&str]) -> Value {
    let members: serde_json::Map<String, Value> =
        names.iter().map(|name| ((*name).to_owned(), json!({"type": "string"}))).collect();
    json!({"type": "object", "properties": members, "required": names})
}

fn to(name: &str) -> Value {
    json!({"$ref": format!("#/components/schemas/{name}")})
}

fn forms_in_other_words() -> Vec<Otherwise> {
    let (book, film) = (object(&["pages"]), object(&["minutes"]));
    let none = || json!({});
    let books = || json!({"Book": book});
    let knot = |name: &str| json!({"type": "object", "properties": {"next": to(name), "pages": {"type": "integer"}}});
    let only_null = json!({"type": "string", "nullable": true, "enum": [null]});
    vec![
        (
            "a form became a component",
            [json!({"anyOf": [book, film]}), none()],
            [json!({"anyOf": [to("Book"), film]}), books()],
        ),
        (
            "a form has another name",
            [json!({"oneOf": [to("Book"), film]}), books()],
            [json!({"oneOf": [film, to("Volume")]}), json!({"Volume": book})],
        ),
        (
            "a form that holds itself has another name",
            [json!({"anyOf": [to("Node"), film]}), json!({"Node": knot("Node")})],
            [json!({"anyOf": [to("Knot"), film]}), json!({"Knot": knot("Knot")})],
        ),
        (
            "a form stands there twice",
            [json!({"anyOf": [book, book, film]}), none()],
            [json!({"anyOf": [film, to("Book")]}), books()],
        ),
        (
            "null is a form",
            [json!({"anyOf": [book, film], "nullable": true}), none()],
            [json!({"anyOf": [book, film, only_null]}), none()],
        ),
        (
            "null is allowed in a form",
            [json!({"anyOf": [to("Book"), film], "nullable": true}), books()],
            [json!({"anyOf": [{"allOf": [to("Book")], "nullable": true}, film]}), books()],
        ),
        (
            "both booleans",
            [json!({"type": "boolean"}), none()],
            [json!({"type": "boolean", "enum": [false, true]}), none()],
        ),
    ]
}

fn bases_in_other_words() -> Vec<Otherwise> {
    let loan = |base: &str, names: &[&str]| json!({"allOf": [to(base), object(names)]});
    vec![
        (
            "a member moved to the base",
            [to("Loan"), json!({"Loan": loan("Base", &["pages", "day"]), "Base": object(&["id"])})],
            [to("Loan"), json!({"Loan": loan("Base", &["day"]), "Base": object(&["id", "pages"])})],
        ),
        (
            "a member moved from the base of a base",
            [
                to("Loan"),
                json!({"Loan": loan("Base", &["day"]), "Base": loan("Root", &["id"]), "Root": object(&["pages"])}),
            ],
            [
                to("Loan"),
                json!({"Loan": loan("Base", &["day", "pages"]), "Base": loan("Root", &["id"]),
                "Root": {"type": "object"}}),
            ],
        ),
    ]
}

/// The same set of values, in other words.
#[test]
fn what_is_written_otherwise_is_no_change() {
    let mut wrong = Vec::new();
    for (name, [old, old_schemas], [new, new_schemas]) in
        forms_in_other_words().into_iter().chain(bases_in_other_words())
    {
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
    let source = |name: &str| immich_contract_diff::Source::named(name);
    let options = immich_contract_diff::Options {
        old: source("old"),
        new: source("new"),
        rows: immich_contract_diff::Rows::Fact,
        releases: None,
    };
    let findings = immich_contract_diff::findings(&judgements, &options);
    let [finding] = findings.as_slice() else { panic!("one finding") };
    assert!(finding.message.starts_with("undecided: "), "{}", finding.message);
}

/// Keeps a contract and itself apart from nothing.
#[test]
fn a_document_and_itself_have_no_changes() {
    let document = with_parameter(&json!({"schema": {"oneOf": [{"type": "number"}, {"type": "integer"}]}}));
    let contract: Contract = read::openapi(document.to_string().as_bytes()).unwrap().contract;
    let view = Projection { contract: &contract, release: Release::latest() };
    assert_eq!(changes(view, view), []);
}
