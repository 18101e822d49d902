//! The rules: each fact has its judge, and the examples in their texts find what they say.

#![expect(clippy::unwrap_used, reason = "a helper of tests stops like a test")]

use std::collections::BTreeSet;

use contract::{Contract, Projection, Release, read};
use immich_contract_diff::{Action, Area, Fact, rules};
use report::{Direction, Example, Part, Rule, Verdict};
use serde_json::{Value, json};

/// The directions in which a fact of an area can be found.
fn directions(area: Area) -> &'static [Direction] {
    match area {
        Area::Values | Area::Annotation => &[Direction::Request, Direction::Response],
        Area::Request | Area::Operation => &[Direction::Request],
        Area::Response => &[Direction::Response],
    }
}

/// The rule of a fact in a body of a direction.
fn rule_in(fact: Fact, direction: Direction) -> &'static Rule {
    fact.rule(if direction == Direction::Request { Part::RequestBody } else { Part::ResponseBody })
}

/// That a fact is judged at all the compiler sees to.
#[test]
fn facts_are_judged_by_rules_of_their_direction() {
    for fact in Fact::all() {
        for direction in directions(fact.area()) {
            let rule = rule_in(fact, *direction);
            let own = rule.direction().is_none_or(|own| own == *direction);
            assert!(own, "{} judges {fact} in a {}", rule.id(), direction.as_str());
        }
        let wanted = directions(fact.area());
        let judges = rules::all().iter().filter(|rule| rule.facts().contains(&fact.to_string().as_str()));
        for rule in judges {
            let own = rule.direction().is_none_or(|own| wanted.contains(&own));
            assert!(own, "{}: no walk finds {fact} there", rule.id());
        }
    }
}

/// A break of old clients by one way is a break of new clients by the way back.
#[test]
fn verdicts_mirror() {
    let back = |fact: Fact| {
        let action = fact.action().mirrored();
        Fact::all().find(|other| other.name() == fact.name() && other.action() == action)
    };
    for fact in Fact::all().filter(|fact| fact.area() == Area::Values) {
        for direction in directions(fact.area()) {
            let breaks = |fact: Fact| rule_in(fact, *direction).key("breaks").unwrap();
            let expected: &[&str] = match breaks(fact) {
                // What is ignored without a word is a loss on the way there, and nothing on the way back.
                "old" if matches!(fact, Fact::Property(_)) => &["new", "nothing"],
                "old" if matches!(fact, Fact::RequiredProperty(_)) && *direction == Direction::Request => &["old"],
                "old" if fact.action() == Action::Changed => &["old"],
                "old" => &["new"],
                "new" | "nothing" => &["old"],
                _ => &["unknown"],
            };
            let back = breaks(back(fact).unwrap());
            assert!(expected.contains(&back), "{fact} in a {}: {back}", direction.as_str());
        }
    }
}

#[test]
fn templates_have_known_words() {
    for rule in rules::all() {
        let message = rule.key("message").unwrap();
        for message in rule.key("many").into_iter().chain([message]) {
            let words = ["{place}", "{aspect}", "{action}", "{before}", "{old}", "{new}"];
            let rest = words.iter().fold(message.to_owned(), |text, word| text.replace(word, ""));
            let has_place = message.contains("{place}");
            assert!(has_place && !rest.contains('{') && !message.ends_with('.'), "{}: {message}", rule.id());
        }
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
            let view = |contract| Projection { contract, release: Release::latest() };
            let (old, new) = (view(&old), view(&new));
            let judgements = immich_contract_diff::judge(old, new, immich_contract_diff::changes(old, new));
            for one in judgements.iter().filter(|_| rule.key("breaks") != Some("unknown")) {
                assert_eq!(one.severity, one.rule.severity(), "{}: a witness confirms it", rule.id());
            }
            let found: Vec<&str> = judgements.iter().map(|judgement| judgement.rule.id()).collect();
            let expected = if example.verdict == Verdict::Bad { vec![rule.id()] } else { Vec::new() };
            assert_eq!(found, expected, "{}: {}", rule.id(), example.text);
        }
    }
}
