//! `sarif`: valid by the published schema, and what the schema cannot say.

use std::collections::BTreeSet;

use report::{Options, Repeats, Severity};
use serde_json::{Value, json};

fn log(options: &Options) -> Value {
    serde_json::from_str(&super::named("sarif", options)).unwrap()
}

/// OASIS' schema is under terms of its own, so it is not part of the project: a folder of the developer's has it, or not.
#[test]
fn the_published_schema_accepts_it() {
    let Some(path) = testkit::material::published_schema("sarif-schema-2.1.0.json") else { return };
    let bytes = testkit::material::bytes(&path);
    let schema: Value = serde_json::from_slice(&bytes).unwrap();
    let validator = jsonschema::draft4::options().should_validate_formats(true).build(&schema).unwrap();
    for options in super::all_options() {
        let log = log(&options);
        let problems: Vec<String> =
            validator.iter_errors(&log).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert!(problems.is_empty(), "{problems:#?}");
    }
    let mut wrong = log(&Options::default());
    wrong["runs"][0]["results"][0]["level"] = json!("fatal");
    assert!(!validator.is_valid(&wrong));
}

#[test]
fn all_rules_are_listed_and_results_point_at_theirs() {
    let log = log(&Options::default());
    let rules = log["runs"][0]["tool"]["driver"]["rules"].as_array().unwrap();
    let ids: Vec<&str> = rules.iter().map(|rule| rule["id"].as_str().unwrap()).collect();
    assert!(ids.contains(&"never-fires") && ids.is_sorted(), "{ids:?}");
    let former = rules.iter().find(|rule| rule["id"] == "response-property-removed").unwrap();
    assert_eq!(former["deprecatedIds"], json!(["property-gone"]));
    for result in log["runs"][0]["results"].as_array().unwrap() {
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(result["ruleId"], ids[index]);
    }
}

#[test]
fn a_result_has_both_places_and_a_fingerprint() {
    let log = log(&Options::default());
    let results = log["runs"][0]["results"].as_array().unwrap();
    let result = results.iter().find(|result| result["ruleId"] == "response-property-removed").unwrap();
    let place = |uri: &str, line: u64, column: u64| json!({"artifactLocation": {"uri": uri}, "region": {"startLine": line, "startColumn": column}});
    assert_eq!(result["locations"][0]["physicalLocation"], place("specs/new%20one.json", 98, 7));
    assert_eq!(result["relatedLocations"][0]["physicalLocation"], place("specs/old.json", 120, 11));
    let name = "AssetResponseDto/document/components/schemas/AssetResponseDto";
    assert_eq!(result["locations"][0]["logicalLocations"], json!([{"fullyQualifiedName": name}]));
    let fingerprint = super::corpus::report().findings()[14].fingerprint().to_string();
    assert_eq!(result["partialFingerprints"], json!({"immichContract/v1": fingerprint}));
}

#[test]
fn repetitions_are_one_result_unless_each_is_asked_for() {
    let report = super::corpus::report();
    let grouped = log(&Options { shown_from: Severity::Note, ..Options::default() });
    let results = grouped["runs"][0]["results"].as_array().unwrap();
    let fingerprints: BTreeSet<String> =
        results.iter().map(|result| result["partialFingerprints"].to_string()).collect();
    assert_eq!(fingerprints.len(), results.len());
    let seen: u64 = results.iter().map(|result| result["occurrenceCount"].as_u64().unwrap()).sum();
    assert_eq!(seen, report.findings().iter().map(|finding| finding.count).sum::<u64>());
    let each = log(&Options { repeats: Repeats::Each, shown_from: Severity::Note, ..Options::default() });
    assert_eq!(each["runs"][0]["results"].as_array().unwrap().len(), report.findings().len());
}

#[test]
fn a_payload_is_neither_link_nor_placeholder() {
    let log = log(&Options::default());
    for result in log["runs"][0]["results"].as_array().unwrap() {
        let related = result["relatedLocations"].as_array().into_iter().flatten();
        for message in related.map(|place| &place["message"]).chain([&result["message"]]) {
            let text = message["text"].as_str().unwrap();
            assert!(!text.contains("](") && !text.contains(" {0} "), "{text}");
        }
    }
}
