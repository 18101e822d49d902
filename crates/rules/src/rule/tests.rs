//! Tests of rule files.

use super::{Rule, RuleError, Verdict};
use crate::{Direction, Part, PartSet, Severity};

const WHOLE: &str = "---
title: an enum value that the contract does not know
severity: error
facts: enum-value, const-value
direction: response
aliases: unknown-enum-value
mirror: none, because: clients may
---

## What it finds

```json bad at=1.132.3 schema=AssetResponseDto strict
{\"type\":
  \"PHOTO\"}
```

````json good at=1.132.3
```
````

```json
{}
```

```rust bad
```
";

#[test]
fn a_rule_file_is_read() {
    let rule = Rule::parse("enum-value-unknown", WHOLE).unwrap();
    assert_eq!(rule.id(), "enum-value-unknown");
    assert_eq!(rule.title(), "an enum value that the contract does not know");
    assert_eq!(rule.severity(), Severity::Error);
    assert_eq!(rule.facts(), ["enum-value", "const-value"]);
    assert_eq!(rule.direction(), Some(Direction::Response));
    assert_eq!(rule.aliases(), ["unknown-enum-value"]);
    assert_eq!(rule.keys(), [("mirror", "none, because: clients may")]);
    assert_eq!(rule.key("mirror"), Some("none, because: clients may"));
    assert_eq!(rule.key("title"), None);
    assert!(rule.body().starts_with("## What it finds"));
    assert!(rule.judges("const-value", Direction::Response));
    assert!(!rule.judges("const-value", Direction::Request));
    assert!(!rule.judges("const", Direction::Response));
}

#[test]
fn a_rule_judges_the_parts_that_it_names_in_its_direction() {
    let parts = |front: &str| {
        let text = format!("---\ntitle: t\nseverity: note\nfacts: f\n{front}\n---\n");
        Rule::parse("a", text.leak()).unwrap()
    };
    let rule = parts("parts: request.query, response.body");
    assert_eq!(rule.parts(), PartSet::of(&[Part::RequestQuery, Part::ResponseBody]));
    assert_eq!(rule.direction(), None);
    let rule = parts("direction: request\nparts: request.query, response.body");
    assert_eq!((rule.parts(), rule.direction()), (PartSet::of(&[Part::RequestQuery]), Some(Direction::Request)));
    assert_eq!((parts("").parts(), parts("").direction()), (PartSet::ALL, None));
}

#[test]
fn examples_are_the_json_blocks_with_a_verdict() {
    let examples = Rule::parse("enum-value-unknown", WHOLE).unwrap().examples();
    let [bad, good] = examples.as_slice() else { panic!("{examples:?}") };
    assert_eq!(bad.verdict, Verdict::Bad);
    assert_eq!(bad.options, [("at", "1.132.3"), ("schema", "AssetResponseDto"), ("strict", "")]);
    assert_eq!(bad.option("schema"), Some("AssetResponseDto"));
    assert_eq!(bad.text, "{\"type\":\n  \"PHOTO\"}\n");
    assert_eq!((good.verdict, good.text.as_str()), (Verdict::Good, "```\n"));
}

#[test]
fn windows_line_ends_make_no_difference() {
    let text = "---\r\ntitle: t\r\nseverity: note\r\nfacts: f\r\ndirection: both\r\n---\r\nText.\r\n";
    let rule = Rule::parse("a", text).unwrap();
    assert_eq!((rule.title(), rule.direction(), rule.body()), ("t", None, "Text."));
}

#[test]
fn what_is_wrong_with_a_rule_file_is_named() {
    let id = || "a-b".to_owned();
    let cases = [
        ("", RuleError::NoFrontMatter { id: id() }),
        ("title: t\n", RuleError::NoFrontMatter { id: id() }),
        ("---\ntitle: t\n", RuleError::NoFrontMatter { id: id() }),
        ("---\ntitle: t\n\nnonsense\n---\n", RuleError::Line { id: id(), line: 4 }),
        ("---\ntitle: t\ntitle: u\n---\n", RuleError::DuplicateKey { id: id(), key: "title".into() }),
        ("---\ntitle: t\nfacts: f\n---\n", RuleError::MissingKey { id: id(), key: "severity" }),
        ("---\ntitle:\nseverity: note\nfacts: f\n---\n", RuleError::MissingKey { id: id(), key: "title" }),
        ("---\ntitle: t\nseverity: note\nfacts: ,\n---\n", RuleError::MissingKey { id: id(), key: "facts" }),
    ];
    for (text, expected) in cases {
        assert_eq!(Rule::parse("a-b", text), Err(expected), "{text}");
    }
    let up = "---\ntitle: t\nfacts: f\nseverity: note\ndirection: request\nparts: response.body\n---\n";
    assert_eq!(Rule::parse("a-b", up), Err(RuleError::NoPart { id: id(), direction: "request" }));
    for (text, wrong) in [
        ("---\ntitle: t\nfacts: f\nseverity: note\nparts: query\n---\n", "`parts` must be one of `request.path`"),
        ("---\ntitle: t\nfacts: f\nseverity: fatal\n---\n", "`severity` must be one of `error`"),
        ("---\ntitle: t\nfacts: f\nseverity: note\ndirection: up\n---\n", "`direction` must be one of `request`"),
    ] {
        let error = Rule::parse("a-b", text).unwrap_err().to_string();
        assert!(error.contains(wrong), "{error}");
    }
}

#[test]
fn ids_are_kebab_case() {
    let text = "---\ntitle: t\nseverity: note\nfacts: f\n---\n";
    for (id, right) in [
        ("a", true),
        ("enum-value-unknown", true),
        ("http-2xx", true),
        ("", false),
        ("2xx", false),
        ("A", false),
        ("a_b", false),
        ("a--b", false),
        ("a-", false),
        ("-a", false),
    ] {
        let expected = if right { None } else { Some(RuleError::Id { id: id.to_owned() }) };
        assert_eq!(Rule::parse(id, text).err(), expected, "{id}");
    }
}
