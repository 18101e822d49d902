//! What a client sees: the model of an asset as a client of Home Assistant has it, and the table of releases.

use std::fmt::Write as _;

use accepts::{answer, findings};
use contract::Release;
use serde_json::{Value, json};

use super::{BUILTIN, judged, reads};

/// The members that break, of a model as mashumaro exports it: everything is wanted that has no default.
fn asset() -> Value {
    json!({"type": "object", "title": "Asset", "additionalProperties": false,
        "properties": {"duration": {"type": "string"}, "people": {"type": "array"}, "resized": {"type": "boolean"},
            "thumbhash": {"type": "string"}, "fileCreatedAt": {"type": "string", "format": "date-time"},
            "libraryId": {"anyOf": [{"type": "string"}, {"type": "null"}], "default": null}},
        "required": ["duration", "people", "resized", "thumbhash", "fileCreatedAt"]})
}

/// Each decoder with the answer and what is found.
#[test]
fn the_table_of_releases_by_decoder() {
    let mut table = String::new();
    for decoder in accepts::Decoder::names() {
        let client = reads(&asset(), "AssetResponseDto", decoder);
        let verdict = judged(&BUILTIN, &client);
        writeln!(table, "{decoder}: {}", answer(&client, &verdict)).unwrap();
        for one in findings(&client, &verdict, BUILTIN.releases) {
            let releases = one.releases.unwrap();
            let (severity, rule) = (one.severity, one.rule.id());
            writeln!(table, "  {severity} {rule} ({releases})\n    {}", one.message).unwrap();
        }
    }
    insta::assert_snapshot!(table);
}

#[test]
fn what_is_not_required_is_a_note() {
    let client = reads(&json!({"properties": {"duration": {"type": "string"}}}), "AssetResponseDto", "json-schema");
    let verdict = judged(&BUILTIN, &client);
    let [two, three] = ["2.7.5", "3.0.0-rc.1"].map(|release| contract::ReleaseSet::only(Release::known(release)));
    let severities = |required| findings(&client, &verdict, required).iter().map(|one| one.severity).max();
    assert_eq!(severities(three), Some(report::Severity::Error));
    assert_eq!(severities(two), Some(report::Severity::Note));
    assert_eq!(
        answer(&client, &verdict),
        "works with 1.106.0 – 2.7.5; breaks at 3.0.0-rc.1 –: `duration` may be an integer"
    );
}
