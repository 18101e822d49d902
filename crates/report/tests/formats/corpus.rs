//! One corpus of findings, which every format must write. The golden tests read this file too.
#![expect(clippy::expect_used, reason = "the corpus is constant: if it is wrong, every test should stop")]

use std::sync::LazyLock;

use report::{Excerpt, Finding, Location, Part, Place, Report, Rule, RuleSet, Tool};
use serde_json::{Value, json};

static RULES: LazyLock<RuleSet> = LazyLock::new(|| {
    RuleSet::new(&[
        ("enum-value-unknown", "---\ntitle: a value that the enum lacks\nseverity: error\nfacts: enum\n---\nText.\n"),
        (
            "property-missing",
            "---\ntitle: a required property is missing\nseverity: error\nfacts: required\n---\nText.\n",
        ),
        ("property-removed", "---\ntitle: a removed property\nseverity: warning\nfacts: removed\n---\nText.\n"),
        ("status-undocumented", "---\ntitle: an undocumented status\nseverity: warning\nfacts: status\n---\nText.\n"),
        (
            "response-property-removed",
            "---\ntitle: a property left the response\nseverity: error\nfacts: gone\naliases: property-gone\n---\nText.\n",
        ),
        ("never-fires", "---\ntitle: a thing that nothing has\nseverity: error\nfacts: none\n---\nText.\n"),
        ("request-refused", "---\ntitle: the server refused\nseverity: note\nfacts: refused\n---\nText.\n"),
    ])
    .expect("the rules of the corpus are right")
});

fn rule(id: &str) -> &'static Rule {
    RULES.get(id).expect("a rule of the corpus")
}

fn location(entry: usize, part: Part, pointer: &str) -> Location {
    let mut location = Location::new("app.har", part, pointer);
    location.entry = Some(entry);
    location.request = Some("GET /api/assets/random?count=3 → 200".into());
    location
}

fn unknown_type(entry: usize, pointer: &str, value: &str) -> Finding {
    let location = location(entry, Part::ResponseBody, pointer);
    Finding::builder(rule("enum-value-unknown"), location, format!("\"{value}\" is not a value of `AssetTypeEnum`"))
        .operation("getRandom")
        .schema("AssetResponseDto")
        .expected(json!(["IMAGE", "VIDEO", "AUDIO", "OTHER"]))
        .actual(value)
        .releases(vec![("1.100.0", None)])
        .build()
}

/// The place in the lines of a payload.
fn excerpt() -> Excerpt {
    let text = "    \"id\": \"5ca1ab1e\",\n    \"type\": \"PHOTO\",\n    \"visibility\": \"timeline\"\n";
    let start = text.find("\"PHOTO\"").expect("the text has it");
    Excerpt { text: text.into(), first_line: 98, span: start..start + "\"PHOTO\"".len(), label: String::new() }
}

fn with_excerpt() -> Finding {
    let location = location(14, Part::ResponseBody, "/2/type");
    Finding::builder(rule("enum-value-unknown"), location, "\"PHOTO\" is not a value of `AssetTypeEnum`")
        .operation("getRandom")
        .schema("AssetResponseDto")
        .expected(json!(["IMAGE", "VIDEO", "AUDIO", "OTHER"]))
        .actual("PHOTO")
        .releases(vec![("1.100.0", None)])
        .help("send one of the four values")
        .excerpt(excerpt())
        .build()
}

fn missing(subject: &str) -> Finding {
    let message = format!("`{subject}` is missing");
    Finding::builder(rule("property-missing"), location(14, Part::ResponseBody, "/2"), message)
        .operation("getRandom")
        .schema("AssetResponseDto")
        .subject(subject)
        .note("required since 1.133.0; this server is 1.133.1")
        .build()
}

/// A payload that tries to colour the terminal, to overwrite a line and to turn text around.
fn hostile() -> Finding {
    let text = "\"a\": \"\u{1b}[31m\",\n\"b\": \"x\u{9b}2J\u{202e}\"\n";
    let start = text.find("\"x").expect("the text has it");
    let mut place = location(16, Part::ResponseBody, "/\u{1b}]0;owned\u{7}");
    place.source = "evil\u{1b}[2K.har".into();
    place.request = Some("GET /\u{1b}[1A → 200".into());
    Finding::builder(rule("property-removed"), place, "`\u{1b}[31mred\r\nnext` was removed")
        .schema("\u{1b}S")
        .expected(json!("\u{9b}"))
        .actual(json!("\u{7f}"))
        .note("note \u{8}\u{8}")
        .help("help \u{1b}c")
        .excerpt(Excerpt { text: text.into(), first_line: 1, span: start..text.len() - 1, label: "\u{1b}[0m".into() })
        .build()
}

fn long() -> Finding {
    let value = format!("{}END", "abcdefghij".repeat(200));
    let message = format!("\"{value}\" is not a documented status");
    Finding::builder(rule("status-undocumented"), location(17, Part::ResponseStatus, ""), message)
        .expected(json!([200, 404]))
        .actual(value)
        .build()
}

/// A payload on one long line, to be cut to the terminal around the place.
fn wide() -> Finding {
    let text = format!("{{\"ids\": [{0}], \"duration\": \"0:00:01\", \"more\": [{0}]}}", "\"5ca1ab1e\", ".repeat(20));
    let start = text.find("\"0:00").expect("the text has it");
    let span = start..start + "\"0:00:01\"".len();
    Finding::builder(rule("property-removed"), location(18, Part::RequestBody, "/duration"), "`duration` was removed")
        .operation("updateAsset")
        .excerpt(Excerpt { text, first_line: 1, span, label: "removed in 3.0.0".into() })
        .build()
}

fn refused() -> Finding {
    let mut place = Location::new("bodies.ndjson", Part::Document, "");
    place.line = Some(3);
    Finding::builder(rule("request-refused"), place, "the server answered 400").actual(Value::Null).count(2511).build()
}

/// A place with lines in two documents.
fn in_two_documents() -> Finding {
    let pointer = "/components/schemas/AssetResponseDto/properties/deviceId";
    let old = Location::new("specs/old.json", Part::Document, pointer).at(120, 11);
    let new = Location::new("specs/new one.json", Part::Document, "/components/schemas/AssetResponseDto").at(98, 7);
    Finding::builder(rule("response-property-removed"), new, "`AssetResponseDto.deviceId` is gone from responses")
        .counterpart(old)
        .schema("AssetResponseDto")
        .subject("AssetResponseDto.deviceId")
        .note("reaches 12 operations")
        .build()
}

/// The same at more places than a text for people names.
fn at_many_places() -> Finding {
    let places = ["albums", "assets", "faces", "libraries", "memories", "people", "stacks", "tags"].map(|path| {
        let location = Location::new("specs/new one.json", Part::Document, format!("/paths/~1{path}~1{{id}}/get"));
        let operation: std::sync::Arc<str> = format!("get{path}").into();
        let one = Finding::builder(rule("response-property-removed"), location, "the checksum is gone")
            .subject(format!("GET /{path}/{{id}} 200 checksum"))
            .operation(std::sync::Arc::clone(&operation))
            .operations(vec![operation, "syncAll".into()]);
        Place::of(&one.build())
    });
    let place = places[0].location.clone();
    Finding::builder(rule("response-property-removed"), place, "checksums in responses are gone")
        .subject("checksums in responses: property")
        .places(places.to_vec())
        .help("compute it")
        .build()
}

/// A payload that tries to end what holds it: a table, code, an element, a command, a comment; and to call and to link.
fn breaking_out() -> Finding {
    let text = "\"a\": \"```\n</code></details><img src=x onerror=alert(1)>| a | b |\n::error::x\n]]>\"\n";
    let message =
        "`a`b`</code></details><script>` | x | ]]> & @immich #12 [x](https://evil.example) {0} ##[error]x %0A";
    let mut place = location(19, Part::ResponseBody, "/``` | <b>/a,b:c%");
    place.source = "::error,file=a%b|<i>.har".into();
    Finding::builder(rule("property-removed"), place, message)
        .operation("</summary>|x")
        .schema("[S](https://evil.example)")
        .expected(json!("</pre>"))
        .actual(json!("https://evil.example ``` @immich"))
        .note("1. a list\n# and a heading\n::set-output name=a::b")
        .note("- x [link](javascript:x) ![i](http://evil.example/i.png) <https://evil.example>")
        .help("</details>")
        .excerpt(Excerpt { text: text.into(), first_line: 1, span: 5..9, label: "<b>".into() })
        .build()
}

/// The corpus: errors, warnings and notes; grouped and alone; with and without excerpt; hostile and long.
pub(crate) fn report() -> Report {
    let tool = Tool { name: "immich-contract".into(), version: "0.0.0".into() };
    let mut report = Report::new(tool, "builtin", "1.133.1");
    report.summary.exchanges = 1412;
    report.summary.operations = 98;
    report.summary.unmatched = 12;
    report.summary.not_modelled = 300;
    report.summary.unchecked_bodies = 1;
    report.push(with_excerpt());
    report.push(missing("thumbhash"));
    report.push(missing("visibility"));
    report.extend((15..22).map(|entry| unknown_type(entry, "/7/type", "FILM")));
    report.push(hostile());
    report.push(long());
    report.push(wide());
    report.push(refused());
    report.push(in_two_documents());
    report.push(breaking_out());
    report.push(at_many_places());
    report.rules = RULES.iter().collect();
    report
}
