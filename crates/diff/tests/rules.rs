//! The rules: each fact has its judge, and the examples in their texts find what they say.

#![expect(clippy::unwrap_used, reason = "a helper of tests stops like a test")]

use std::collections::BTreeSet;

use contract::{Contract, Projection, Release, read};
use diff::{Action, Area, Aspect, rules};
use report::{Direction, Example, Rule, Verdict};
use serde_json::{Value, json};

/// Facts that no walk can find, and why. `*` stands for every action.
const IMPOSSIBLE: &[(&str, &[Action], &str)] = &[
    (
        "null",
        &[Action::Added, Action::Removed, Action::Changed],
        "null is allowed or not: the values get more or fewer",
    ),
    ("enum", &[Action::Changed], "values that came and values that went are two facts"),
    ("minLength", &[Action::Changed], ORDERED),
    ("maxLength", &[Action::Changed], ORDERED),
    ("minimum", &[Action::Changed], ORDERED),
    ("maximum", &[Action::Changed], ORDERED),
    ("minItems", &[Action::Changed], ORDERED),
    ("maxItems", &[Action::Changed], ORDERED),
    ("minProperties", &[Action::Changed], ORDERED),
    ("maxProperties", &[Action::Changed], ORDERED),
    ("uniqueItems", &[Action::Tightened, Action::Loosened, Action::Changed], SWITCH),
    ("additionalProperties", &[Action::Changed], "what two schemas say differently is told of their keywords"),
    ("choice", &[Action::Added, Action::Removed], "one schema is a choice with one branch"),
    ("not", &[Action::Tightened, Action::Loosened], "what is excluded is not compared as a set"),
    ("property", &[Action::Tightened, Action::Loosened, Action::Changed], SWITCH),
    ("required-property", &[Action::Tightened, Action::Loosened, Action::Changed], SWITCH),
    ("required", &[Action::Tightened, Action::Loosened, Action::Changed], SWITCH),
    ("format-hint", &[Action::Tightened, Action::Loosened], NO_VALUES),
    ("default", &[Action::Tightened, Action::Loosened], NO_VALUES),
    ("readOnly", &[Action::Tightened, Action::Loosened, Action::Changed], SWITCH),
    ("writeOnly", &[Action::Tightened, Action::Loosened, Action::Changed], SWITCH),
    ("property-deprecation", &[Action::Tightened, Action::Loosened, Action::Changed], SWITCH),
    ("property-state", &[Action::Added, Action::Removed, Action::Tightened, Action::Loosened], STATE),
    ("parameter", &[Action::Tightened, Action::Loosened], SCHEMA),
    ("required-parameter", &[Action::Tightened, Action::Loosened, Action::Changed], SCHEMA),
    ("parameter-required", &[Action::Tightened, Action::Loosened, Action::Changed], SWITCH),
    (
        "parameter-name",
        &[Action::Added, Action::Removed, Action::Tightened, Action::Loosened],
        "a path has its parameters",
    ),
    (
        "parameter-style",
        &[Action::Added, Action::Removed, Action::Tightened, Action::Loosened],
        "each parameter has a style, and none allows more than another",
    ),
    ("parameter-deprecation", &[Action::Tightened, Action::Loosened, Action::Changed], SWITCH),
    ("parameter-state", &[Action::Added, Action::Removed, Action::Tightened, Action::Loosened], STATE),
    ("request-body", &[Action::Tightened, Action::Loosened, Action::Changed], SCHEMA),
    ("required-request-body", &[Action::Tightened, Action::Loosened, Action::Changed], SCHEMA),
    ("request-body-required", &[Action::Tightened, Action::Loosened, Action::Changed], SWITCH),
    ("request-media-type", &[Action::Tightened, Action::Loosened], SCHEMA),
    ("success-status", &[Action::Tightened, Action::Loosened], SCHEMA),
    ("error-status", &[Action::Tightened, Action::Loosened, Action::Changed], SCHEMA),
    ("response-body", &[Action::Tightened, Action::Loosened, Action::Changed], SCHEMA),
    ("response-media-type", &[Action::Tightened, Action::Loosened], SCHEMA),
    ("response-header", &[Action::Tightened, Action::Loosened, Action::Changed], SCHEMA),
    ("required-response-header", &[Action::Tightened, Action::Loosened, Action::Changed], SCHEMA),
    ("response-header-required", &[Action::Tightened, Action::Loosened, Action::Changed], SWITCH),
    ("server", &[Action::Tightened, Action::Loosened], "addresses are names without an order"),
    ("operation", &[Action::Tightened, Action::Loosened], SCHEMA),
    (
        "deprecated-operation",
        &[Action::Added, Action::Tightened, Action::Loosened, Action::Changed],
        "only who goes was deprecated",
    ),
    (
        "operation-id",
        &[Action::Added, Action::Removed, Action::Tightened, Action::Loosened],
        "an operation has an id, if need be its path",
    ),
    ("operation-deprecation", &[Action::Tightened, Action::Loosened, Action::Changed], SWITCH),
    ("operation-state", &[Action::Added, Action::Removed, Action::Tightened, Action::Loosened], STATE),
    ("permission", &[Action::Tightened, Action::Loosened], "permissions are names without an order"),
    ("admin-only", &[Action::Tightened, Action::Loosened, Action::Changed], SWITCH),
    ("login", &[Action::Tightened, Action::Loosened, Action::Changed], SWITCH),
    (
        "security",
        &[Action::Tightened, Action::Loosened, Action::Changed],
        "ways that came and ways that went are two facts",
    ),
];

const ORDERED: &str = "limits have an order";
const SWITCH: &str = "it is there or not";
const NO_VALUES: &str = "it says nothing of the set of values";
const STATE: &str = "a state that was never told before says nothing of the API";
const SCHEMA: &str = "what it holds is compared for itself";

fn possible(aspect: Aspect, action: Action) -> bool {
    !IMPOSSIBLE.iter().any(|(name, actions, _)| *name == aspect.name() && actions.contains(&action))
}

/// The directions in which a fact of an area can be found.
fn directions(area: Area) -> &'static [Direction] {
    match area {
        Area::Values | Area::Annotation => &[Direction::Request, Direction::Response],
        Area::Request | Area::Operation => &[Direction::Request],
        Area::Response => &[Direction::Response],
    }
}

#[test]
fn no_cell_of_the_table_is_empty() {
    let mut empty: Vec<String> = Vec::new();
    let mut judged = BTreeSet::from(["unreferenced.changed".to_owned()]);
    for aspect in Aspect::all() {
        for action in Action::ALL {
            let fact = aspect.fact(action);
            for direction in directions(aspect.area()) {
                if rules::all().judge(&fact, *direction).is_some() != possible(aspect, action) {
                    empty.push(format!("{fact} in a {}", direction.as_str()));
                }
            }
            judged.insert(fact);
        }
    }
    assert_eq!(empty, [""; 0], "neither judged nor waived, or both");
    let waiting: Vec<&str> =
        rules::all().iter().flat_map(Rule::facts).copied().filter(|fact| !judged.contains(*fact)).collect();
    assert_eq!(waiting, [""; 0], "no walk finds such a fact");
}

/// A break of old clients by one way is a break of new clients by the way back.
#[test]
fn verdicts_mirror() {
    for aspect in Aspect::all().filter(|aspect| aspect.area() == Area::Values) {
        for action in Action::ALL.into_iter().filter(|action| possible(aspect, *action)) {
            for direction in directions(aspect.area()) {
                let breaks =
                    |action: Action| rules::all().judge(&aspect.fact(action), *direction).unwrap().key("breaks");
                let expected: &[&str] = match breaks(action).unwrap() {
                    // What is ignored without a word is a loss on the way there, and nothing on the way back.
                    "old" if aspect.name() == "property" => &["new", "nothing"],
                    "old" if aspect.name() == "required-property" && *direction == Direction::Request => &["old"],
                    "old" if action == Action::Changed => &["old"],
                    "old" => &["new"],
                    "new" | "nothing" => &["old"],
                    _ => &["unknown"],
                };
                let back = breaks(action.mirrored()).unwrap();
                assert!(expected.contains(&back), "{} in a {}: {back}", aspect.fact(action), direction.as_str());
            }
        }
    }
}

#[test]
fn templates_have_known_words() {
    for rule in rules::all() {
        let message = rule.key("message").unwrap();
        let rest = ["{place}", "{aspect}", "{action}", "{old}", "{new}"]
            .iter()
            .fold(message.to_owned(), |text, word| text.replace(word, ""));
        assert!(
            message.contains("{place}") && !rest.contains('{') && !message.ends_with('.'),
            "{}: {message}",
            rule.id()
        );
        let breaks = rule.key("breaks").unwrap();
        assert!(["old", "new", "nothing", "unknown"].contains(&breaks), "{}: {breaks}", rule.id());
        assert!(
            breaks == "old" || rule.severity() < report::Severity::Error,
            "{}: an error breaks old clients",
            rule.id()
        );
    }
}

/// The document around one side of an example: paths, or a schema at one place of an operation.
fn document(example: &Example, side: &Value) -> Contract {
    let content = || json!({"application/json": {"schema": side}});
    let paths = match example.option("at") {
        None => side.clone(),
        Some("schema") => json!({}),
        Some("servers") => json!({"/things": {"get": {"operationId": "getThing", "responses": {"200": {}}}}}),
        Some("request") => json!({"/things": {"post": {
            "operationId": "postThing", "requestBody": {"content": content()}, "responses": {"200": {"description": ""}},
        }}}),
        Some(_) => json!({"/things": {"get": {
            "operationId": "getThing", "responses": {"200": {"description": "", "content": content()}},
        }}}),
    };
    let login = json!({"bearer": {"type": "http", "scheme": "bearer"}, "key": {"type": "apiKey", "in": "header", "name": "x-key"}});
    let servers = if example.option("at") == Some("servers") { side.clone() } else { json!([]) };
    let schemas = if example.option("at") == Some("schema") { json!({"Event": side}) } else { json!({}) };
    let mut paths = paths;
    for operation in
        paths.as_object_mut().unwrap().values_mut().flat_map(|item| item.as_object_mut().unwrap().values_mut())
    {
        for response in
            operation.get_mut("responses").into_iter().flat_map(|all| all.as_object_mut().unwrap().values_mut())
        {
            response.as_object_mut().unwrap().entry("description").or_insert(json!(""));
        }
    }
    let document = json!({
        "openapi": "3.0.0", "info": {"title": "Example", "version": "1.0.0"}, "paths": paths, "servers": servers,
        "components": {"securitySchemes": login, "schemas": schemas},
    });
    read::openapi(document.to_string().as_bytes()).unwrap().contract
}

#[test]
fn examples_find_what_they_say() {
    for rule in rules::all() {
        let verdicts: BTreeSet<bool> = rule.examples().iter().map(|it| it.verdict == Verdict::Bad).collect();
        assert_eq!(verdicts.len(), 2, "{}: a bad and a good example", rule.id());
        for example in rule.examples() {
            let sides: Value = serde_json::from_str(&example.text).unwrap();
            let (old, new) = (document(&example, &sides["old"]), document(&example, &sides["new"]));
            let view = |contract| Projection { contract, release: Release::LATEST };
            let (old, new) = (view(&old), view(&new));
            let judgements = diff::judge(old, new, diff::changes(old, new));
            for one in judgements.iter().filter(|_| rule.key("breaks") != Some("unknown")) {
                assert_eq!(one.severity, one.rule.severity(), "{}: a witness confirms it", rule.id());
            }
            let found: Vec<&str> = judgements.iter().map(|judgement| judgement.rule.id()).collect();
            let expected = if example.verdict == Verdict::Bad { vec![rule.id()] } else { Vec::new() };
            assert_eq!(found, expected, "{}: {}", rule.id(), example.text);
        }
    }
}
