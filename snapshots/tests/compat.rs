//! What breaks on another release: the rules, their examples, which are executed, and what users have met.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "helpers of tests stop like a test")]

use std::ops::ControlFlow;
use std::sync::LazyLock;

use compat::{Compat, Step, rules};
use contract::{Contract, Release, read};
use report::{Example, Finding, Report, Tool};
use serde_json::{Value, json};
use validator::capture::{self, Captures};

static BUILTIN: LazyLock<Contract> = LazyLock::new(|| models::contract().unwrap());

/// What breaks on the way from one release to the other for who made these exchanges.
fn breaks(contract: &Contract, from: &str, to: &str, exchanges: &[Value]) -> Vec<Finding> {
    let step = Step { from: Release::known(from), to: Release::known(to) };
    let mut compat = Compat::new(contract, step, "/api").unwrap();
    let lines = exchanges.iter().map(Value::to_string).collect::<Vec<_>>().join("\n");
    let captures = Captures::from_bytes("capture", lines.into_bytes(), capture::Options::default());
    let read = captures.for_each(|item| {
        compat.add(&item);
        ControlFlow::Continue(())
    });
    read.unwrap();
    let mut report = Report::new(Tool { name: String::new(), version: String::new() }, "builtin", to);
    compat.finish(&mut report);
    assert_eq!((report.summary.exchanges, report.summary.unmatched), (exchanges.len() as u64, 0));
    report.findings().to_vec()
}

fn of_example(example: &Example) -> Vec<Finding> {
    let whole: Value = serde_json::from_str(&example.text).unwrap();
    let (from, to) = (example.option("from").unwrap(), example.option("to").unwrap());
    match whole.get("contract") {
        Some(document) => {
            let reading = read::annotated(document).unwrap();
            assert_eq!(reading.warnings, []);
            breaks(&reading.contract, from, to, &[whole["exchange"].clone()])
        }
        None => breaks(&BUILTIN, from, to, &[whole]),
    }
}

#[test]
fn ids() {
    insta::assert_snapshot!(snapshots::ids(rules::all()));
}

#[test]
fn examples_find_what_they_say() {
    snapshots::examples_find_what_they_say(rules::all(), |example| snapshots::distinct(&of_example(example)));
}

#[test]
fn words_of_the_bad_examples() {
    let words = snapshots::words_of_the_bad_examples(rules::all(), of_example, snapshots::help);
    insta::assert_snapshot!(words);
}

/// An exchange of JSON that went well.
fn exchange(call: &str, sent: &Value, answer: &Value) -> Value {
    let (method, path) = call.split_once(' ').unwrap();
    let headers = json!([{"name": "content-type", "value": "application/json"}]);
    let mut request = json!({"method": method, "url": format!("https://photos.example/api{path}")});
    if !sent.is_null() {
        request["headers"] = headers.clone();
        request["bodyText"] = json!(sent.to_string());
    }
    json!({"request": request, "response": {"status": 200, "headers": headers, "bodyText": answer.to_string()}})
}

const NONE: Value = Value::Null;

/// Releases, call, what was sent and answered, and the rule that tells of what.
type Reported = ([&'static str; 2], &'static str, [&'static str; 2], &'static str, &'static str);

/// What users of clients have reported.
const REPORTED: &[Reported] = &[
    (
        ["2.7.5", "3.0.2"],
        "GET /assets/0f8fad5b-d9cb-469f-a165-70867728950e",
        ["", r#"{"duration": "0:00:01.000"}"#],
        "answer-field-retyped",
        "`AssetResponseDto.duration`",
    ),
    (
        ["3.0.2", "2.7.5"],
        "GET /assets/0f8fad5b-d9cb-469f-a165-70867728950e",
        ["", r#"{"duration": 1000}"#],
        "answer-field-retyped",
        "`AssetResponseDto.duration`",
    ),
    (
        ["2.7.5", "3.0.2"],
        "GET /albums",
        ["", r#"[{"albumUsers": [{"role": "editor"}]}]"#],
        "answer-enum-widened",
        "`AlbumUserRole`",
    ),
    (
        ["2.7.5", "3.0.2"],
        "GET /albums/0f8fad5b-d9cb-469f-a165-70867728950e",
        ["", r#"{"ownerId": "x"}"#],
        "answer-field-gone",
        "`AlbumResponseDto.ownerId`",
    ),
    (
        ["2.7.5", "3.0.2"],
        "GET /albums/0f8fad5b-d9cb-469f-a165-70867728950e",
        ["", r#"{"assets": []}"#],
        "answer-field-gone",
        "`AlbumResponseDto.assets`",
    ),
    (
        ["1.132.3", "1.133.0"],
        "GET /timeline/bucket?timeBucket=2024-01-01T00:00:00Z&size=MONTH",
        ["", "[{}]"],
        "answer-field-retyped",
        "`the answer of getTimeBucket`",
    ),
    (
        ["1.133.0", "1.132.3"],
        "GET /assets/0f8fad5b-d9cb-469f-a165-70867728950e",
        ["", r#"{"visibility": "timeline"}"#],
        "answer-field-gone",
        "`AssetResponseDto.visibility`",
    ),
    (["1.112.1", "1.113.0"], "GET /tags", ["", r#"[{"userId": "x"}]"#], "answer-field-gone", "`TagResponseDto.userId`"),
    (["2.7.5", "3.0.2"], "GET /assets/random", ["", "[]"], "called-operation-gone", "GET /assets/random"),
    (
        ["1.132.3", "1.133.0"],
        "GET /assets/memory-lane?day=1&month=1",
        ["", "[]"],
        "called-operation-gone",
        "GET /assets/memory-lane",
    ),
    (
        ["2.7.5", "3.0.2"],
        "POST /search/metadata",
        [r#"{"deviceAssetId": "x"}"#, "null"],
        "request-key-ignored",
        "`MetadataSearchDto.deviceAssetId`",
    ),
    (
        ["2.7.5", "3.0.2"],
        "POST /search/metadata",
        [r#"{"takenBefore": "2024-05-01T10:00:00"}"#, "null"],
        "request-value-refused",
        "`MetadataSearchDto.takenBefore`",
    ),
    (["2.7.5", "3.0.2"], "GET /albums?shared=true", ["", "[]"], "request-key-ignored", "`shared` of getAllAlbums"),
    (["3.0.2", "2.7.5"], "GET /albums?isShared=true", ["", "[]"], "request-key-ignored", "`isShared` of getAllAlbums"),
    (
        ["1.132.3", "1.133.0"],
        "GET /timeline/buckets?size=MONTH",
        ["", "[]"],
        "request-key-ignored",
        "`size` of getTimeBuckets",
    ),
    (
        ["2.5.3", "2.5.4"],
        "PUT /notifications",
        [r#"{"ids": []}"#, "null"],
        "request-value-refused",
        "`NotificationUpdateAllDto.ids`",
    ),
];

#[test]
fn what_users_have_met() {
    for ([from, to], call, [sent, answer], rule, name) in REPORTED {
        let json = |text: &str| serde_json::from_str(text).unwrap_or(NONE);
        let exchange = exchange(call, &json(sent), &json(answer));
        let found = breaks(&BUILTIN, from, to, std::slice::from_ref(&exchange));
        let told = |one: &Finding| one.rule.id() == *rule && one.subject.as_deref() == Some(*name);
        assert!(found.iter().any(told), "{from} → {to} {rule} {name}: {found:#?}");
        assert!(breaks(&BUILTIN, from, from, &[exchange]).is_empty(), "nothing breaks where nothing changes");
    }
}

#[test]
fn a_renamed_parameter_is_told_by_its_new_name() {
    let new = "`isShared` came at the same release with the same type: it may be the new name";
    let found = breaks(&BUILTIN, "2.7.5", "3.0.2", &[exchange("GET /albums?shared=true", &NONE, &json!([]))]);
    assert_eq!(found[0].notes, ["it was removed in 3.0.0-rc.1", new]);
    let old = "`shared` came at the same release with the same type: it may be the new name";
    let found = breaks(&BUILTIN, "3.0.2", "2.7.5", &[exchange("GET /albums?isShared=true", &NONE, &json!([]))]);
    assert_eq!(found[0].notes, ["it was added in 3.0.0-rc.1", old]);
}

#[test]
fn a_fact_is_told_once() {
    let asset = "/assets/0f8fad5b-d9cb-469f-a165-70867728950e";
    let (one, list) = (json!({"deviceId": "phone"}), json!([{"deviceId": "phone"}, {"deviceId": "phone"}]));
    let exchanges = [
        exchange(&format!("GET {asset}"), &NONE, &one),
        exchange("POST /search/random", &json!({}), &list),
        exchange(&format!("GET {asset}"), &NONE, &one),
    ];
    let found = breaks(&BUILTIN, "2.7.5", "3.0.2", &exchanges);
    let [only] = found.as_slice() else { panic!("{found:#?}") };
    assert_eq!((only.count, only.operation.as_deref()), (3, Some("getAssetInfo")));
    assert_eq!(only.notes, ["it was removed in 3.0.0-rc.1", "1 more operation reaches it: searchRandom"]);
}

#[test]
fn refused_requests_and_what_was_wrong_before_break_nothing() {
    let mut refused = exchange("GET /albums?shared=true", &NONE, &NONE);
    refused["response"]["status"] = json!(400);
    let wrong = exchange("GET /albums?shraed=true", &NONE, &json!([{"nobodyPromisedThis": 1}]));
    assert!(breaks(&BUILTIN, "2.7.5", "3.0.2", &[refused, wrong]).is_empty());
}

/// A log tells who calls, and nothing else: each of several programs is named with what it sent.
#[test]
fn a_log_names_who_calls() {
    let agents =
        ["frame/1.0", "kiosk/0.9", "frame/1.0", "curl/8.5", "app/2", "mirror/1 (Bearer c2VjcmV0LmtleQ)", "frame/1.0"];
    let line =
        |agent| json!({"method": "GET", "uri": "/api/assets/random?count=1", "status": 404, "user_agent": agent});
    let lines = agents.map(|agent| line(agent).to_string()).join("\n");
    let mut compat = Compat::of_untold_release(&BUILTIN, Release::known("3.0.2"), "/api").unwrap();
    let captures = Captures::from_bytes("access.log", lines.into_bytes(), capture::Options::default());
    let read = captures.for_each(|item| {
        compat.add(&item);
        ControlFlow::Continue(())
    });
    read.unwrap();
    let mut report = Report::new(Tool { name: "tool".into(), version: "1".into() }, "builtin", "→ 3.0.2");
    compat.finish(&mut report);
    report.mask_all();
    for format in ["human", "concise", "json", "markdown"] {
        let mut out = Vec::new();
        (report::format_named(format).unwrap().render)(&report, &report::Options::default(), &mut out).unwrap();
        insta::assert_snapshot!(format!("log_{format}"), String::from_utf8(out).unwrap());
    }
}
