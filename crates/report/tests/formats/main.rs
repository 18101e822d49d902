//! Every format writes the corpus, and what holds for all of them holds for each.
#![expect(clippy::unwrap_used, reason = "a helper of tests stops like a test")]

// The corpus is read by the golden tests too, which know the crate by this name.
extern crate immich_contract_report as report;

mod corpus;
mod github;
mod html;
mod junit;
mod markdown;
mod sarif;
mod streams;

use report::{Color, FORMATS, Format, Options, Repeats, Report, SCHEMA, Severity, format_named};
use serde_json::{Value, json};

fn written(format: &Format, options: &Options) -> String {
    written_of(&corpus::report(), format, options)
}

fn written_of(report: &Report, format: &Format, options: &Options) -> String {
    let mut out = Vec::new();
    (format.render)(report, options, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// The corpus in the format of this name.
fn named(name: &str, options: &Options) -> String {
    written(format_named(name).unwrap(), options)
}

fn all_options() -> Vec<Options> {
    let mut all = Vec::new();
    for color in [Color::Never, Color::Always] {
        for repeats in [Repeats::Grouped, Repeats::Each] {
            for shown_from in Severity::WORST_FIRST {
                for width in [0, 60, 200] {
                    all.push(Options { color, repeats, shown_from, width, fails_from: Severity::Error });
                }
            }
        }
    }
    all
}

/// Text without the escape sequences that only set colours: `ESC [ digits and ; m`.
fn without_colors(text: &str) -> String {
    let mut parts = text.split("\u{1b}[");
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let after = part.trim_start_matches(|c: char| c.is_ascii_digit() || c == ';');
        plain.push_str(after.strip_prefix('m').unwrap_or("\u{1b}["));
    }
    plain
}

#[test]
fn formats_have_distinct_names_and_are_found_by_them() {
    for format in FORMATS {
        assert_eq!(format_named(format.name).unwrap().name, format.name);
        assert_eq!(FORMATS.iter().filter(|other| other.name == format.name).count(), 1);
        assert!(!format.help.is_empty() && !format.help.contains('\n'));
    }
    assert!(format_named("yaml").is_none());
}

#[test]
fn no_format_lets_a_payload_steer_the_terminal() {
    for format in FORMATS {
        for options in all_options() {
            let text = written(format, &options);
            let plain = if options.color == Color::Always { without_colors(&text) } else { text };
            let steering = plain.chars().find(|c| (c.is_control() && *c != '\n') || *c == '\u{202e}');
            assert_eq!(steering, None, "{} {options:?}\n{plain}", format.name);
        }
    }
}

#[test]
fn every_format_names_every_rule_that_it_shows() {
    for format in FORMATS {
        for options in all_options() {
            let text = written(format, &options);
            let errors = ["enum-value-unknown", "property-missing", "response-property-removed"];
            let warnings: &[&str] = if options.shown_from == Severity::Error { &[] } else { &["status-undocumented"] };
            for id in errors.iter().chain(warnings) {
                assert!(text.contains(id), "{} {options:?}: {id}", format.name);
            }
        }
    }
}

#[test]
fn long_values_are_cut_in_words_and_whole_as_data() {
    for (name, whole) in [
        ("human", false),
        ("concise", false),
        ("markdown", false),
        ("html", false),
        ("github", false),
        ("junit", false),
        ("json", true),
        ("ndjson", true),
    ] {
        let text = written(format_named(name).unwrap(), &Options::default());
        assert_eq!(text.contains(&"abcdefghij".repeat(200)), whole, "{name}");
        assert!(text.contains('…'), "{name}");
        let ends = ["END\\\"", "END\"", "END&quot;", "END&#34;"].map(|end| format!("{end} is not a documented"));
        assert!(ends.iter().any(|end| text.contains(end)), "{name}");
    }
}

#[test]
fn json_obeys_its_schema_and_has_each_finding_that_is_shown() {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    let validator = jsonschema::draft202012::options().build(&schema).unwrap();
    assert!(jsonschema::meta::is_valid(&schema));
    for options in all_options() {
        let document: Value = serde_json::from_str(&written(format_named("json").unwrap(), &options)).unwrap();
        let problems: Vec<String> =
            validator.iter_errors(&document).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert!(problems.is_empty(), "{problems:#?}");
        let report = corpus::report();
        let shown = report.findings().iter().filter(|one| one.severity >= options.shown_from).count();
        assert_eq!(document["findings"].as_array().unwrap().len(), shown);
    }
}

#[test]
fn the_schema_names_every_key_and_refuses_what_is_no_report() {
    let mut schema: Value = serde_json::from_str(SCHEMA).unwrap();
    close(&mut schema);
    let validator = jsonschema::draft202012::options().build(&schema).unwrap();
    let document: Value = serde_json::from_str(&written(format_named("json").unwrap(), &Options::default())).unwrap();
    let problems: Vec<String> =
        validator.iter_errors(&document).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(problems.is_empty(), "keys that the schema does not name: {problems:#?}");
    for (pointer, wrong) in [
        ("/report_version", json!(1)),
        ("/findings/0/severity", json!("fatal")),
        ("/findings/0/rule", json!("Enum_Value")),
        ("/findings/0/location/part", json!("body")),
        ("/findings/0/location/pointer", json!("2/type")),
        ("/findings/0/location/entry", json!(-1)),
        ("/findings/0/count", json!(0)),
        ("/summary/errors", json!(null)),
    ] {
        let mut changed = document.clone();
        *changed.pointer_mut(pointer).unwrap() = wrong;
        assert!(!validator.is_valid(&changed), "{pointer}");
    }
}

/// Says `additionalProperties: false` wherever a schema has `properties`.
fn close(schema: &mut Value) {
    match schema {
        Value::Object(map) => {
            map.values_mut().for_each(close);
            if map.get("properties").is_some_and(Value::is_object) && map.contains_key("required") {
                map.insert("additionalProperties".into(), json!(false));
            }
        }
        Value::Array(items) => items.iter_mut().for_each(close),
        _ => {}
    }
}

#[test]
fn json_has_the_documented_shape() {
    let document: Value = serde_json::from_str(&written(format_named("json").unwrap(), &Options::default())).unwrap();
    assert_eq!(
        document["findings"][0],
        json!({
            "rule": "enum-value-unknown", "severity": "error",
            "message": "\"PHOTO\" is not a value of `AssetTypeEnum`",
            "operation": "getRandom", "schema": "AssetResponseDto", "subject": null,
            "location": {
                "source": "app.har", "entry": 14, "line": null, "column": null, "part": "response.body", "pointer": "/2/type",
                "request": "GET /api/assets/random?count=3 → 200"
            },
            "counterpart": null,
            "expected": ["IMAGE", "VIDEO", "AUDIO", "OTHER"], "actual": "PHOTO",
            "releases": "1.100.0 –", "notes": [], "help": "send one of the four values", "count": 1,
            "fingerprint": corpus::report().findings()[0].fingerprint().to_string()
        })
    );
    assert_eq!(
        document["summary"],
        json!({
            "exchanges": 1412, "operations": 98, "unmatched": 12, "not_modelled": 300,
            "errors": 12, "warnings": 4, "notes": 2511, "unchecked_bodies": 1,
            "suppressed": 0, "in_baseline": 0, "off": 0, "severity_changed": 0
        })
    );
    assert_eq!(document["findings"][1].get("actual"), None);
    let both = &document["findings"][13];
    assert_eq!((&both["location"]["line"], &both["location"]["column"]), (&json!(98), &json!(7)));
    assert_eq!((&both["counterpart"]["source"], &both["counterpart"]["line"]), (&json!("specs/old.json"), &json!(120)));
}

/// What is found is null there, which differs from nothing found.
#[test]
fn notes_are_written_where_they_are_asked_for() {
    for format in ["json", "ndjson", "human", "concise", "markdown", "github", "sarif", "junit"] {
        let options = Options { shown_from: Severity::Note, ..Options::default() };
        assert!(named(format, &options).contains("the server answered 400"), "{format}");
        assert!(!named(format, &Options::default()).contains("the server answered 400"), "{format}");
    }
    let options = Options { shown_from: Severity::Note, ..Options::default() };
    let document: Value = serde_json::from_str(&named("json", &options)).unwrap();
    assert_eq!(document["findings"][13].get("actual"), Some(&Value::Null));
}

#[test]
fn many_places_are_one_finding_that_names_each() {
    let document: Value = serde_json::from_str(&named("json", &Options::default())).unwrap();
    let finding = document["findings"].as_array().unwrap().last().unwrap();
    assert_eq!(
        (&finding["count"], &finding["operation"], &finding["location"]["source"]),
        (&json!(8), &Value::Null, &json!("specs/new one.json"))
    );
    let places = finding["places"].as_array().unwrap();
    assert_eq!(places.len(), 8);
    assert_eq!(
        (&places[7]["subject"], &places[7]["operations"]),
        (&json!("GET /tags/{id} 200 checksum"), &json!(["gettags", "syncAll"]))
    );
    assert_eq!(finding["operations"].as_array().unwrap().len(), 9, "each once");
    let report = corpus::report();
    let alone = report.findings().last().unwrap().by_place();
    assert_eq!(places[7]["fingerprint"], json!(alone[7].fingerprint()));
    for format in ["human", "concise", "github", "sarif", "junit", "markdown"] {
        assert!(
            named(format, &Options::default()).contains("checksums in responses are gone (at 8 places)"),
            "{format}"
        );
    }
    for (format, whole) in [("human", false), ("github", false), ("markdown", true), ("junit", true), ("sarif", true)] {
        let text = named(format, &Options::default());
        assert_eq!(
            (text.contains("and 2 more"), text.contains("tags")),
            (!whole || format == "sarif", whole),
            "{format}"
        );
    }
}

#[test]
fn ndjson_has_the_findings_of_json_and_ends_with_the_summary() {
    let options = Options::default();
    let document: Value = serde_json::from_str(&written(format_named("json").unwrap(), &options)).unwrap();
    let text = written(format_named("ndjson").unwrap(), &options);
    let mut lines: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let mut last = lines.pop().unwrap();
    assert_eq!(last["type"], "summary");
    assert_eq!(last["report_version"], 2);
    let last = last.as_object_mut().unwrap();
    for (key, count) in document["summary"].as_object().unwrap() {
        assert_eq!(last.get(key), Some(count), "{key}");
    }
    for line in &mut lines {
        assert_eq!(line.as_object_mut().unwrap().shift_remove("type"), Some("finding".into()));
    }
    assert_eq!(Value::Array(lines), document["findings"]);
}
