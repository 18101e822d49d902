//! How parameters become text: OpenAPI's table of style examples (3.0.3, 4.7.12.3; where 3.1.1, 4.8.12.4 has another, both),
//! each row with what is right and what is wrong. Its values: `blue`; `blue`, `black`, `brown`; `R` 100, `G` 200, `B` 150.
#![expect(clippy::unwrap_used, reason = "helpers of tests stop like a test")]

use std::ops::ControlFlow;

use contract::{Contract, Release, ReleaseSet, read};
use report::{Report, Severity, Tool};
use serde_json::{Value, json};
use validator::capture::{self, Captures};
use validator::check::{Checker, Options};

/// What is told of a request, worse than a note: rules with pointers.
type Told = Vec<(&'static str, String)>;

const MISWRITTEN: &str = "parameter-style-mismatch";

/// An operation with parameters, and what was odd in its document.
fn reading(parameters: &Value) -> (Contract, Vec<String>) {
    let has_path = parameters.as_array().unwrap().iter().any(|parameter| parameter["in"] == "path");
    let path = if has_path { "/x/{color}" } else { "/x" };
    let operation = json!({"operationId": "x", "parameters": parameters, "responses": {"200": {"description": ""}}});
    let document =
        json!({"openapi": "3.0.3", "info": {"title": "t", "version": "1"}, "paths": {path: {"get": operation}}});
    let reading = read::openapi(document.to_string().as_bytes()).unwrap();
    let warnings = reading.warnings.into_iter().map(|warning| format!("{} {}", warning.pointer, warning.message));
    (reading.contract, warnings.collect())
}

/// What is told of a request line with headers.
fn told(contract: &Contract, target: &str, headers: &Value) -> Told {
    let line = json!({"request": {"method": "GET", "url": format!("http://h/api{target}"), "headers": headers},
        "response": {"status": 200, "headers": []}});
    let options = capture::Options::default();
    let captures = Captures::from_bytes("styles", line.to_string().into_bytes(), options);
    let mut checker = Checker::new(contract, ReleaseSet::only(Release::LATEST), Options::default()).unwrap();
    let mut report = Report::new(Tool { name: String::new(), version: String::new() }, "styles", "");
    let read = captures.for_each(|item| {
        checker.check(&item, &mut report);
        ControlFlow::Continue(())
    });
    read.unwrap();
    let worse = report.findings().iter().filter(|finding| finding.severity > Severity::Note);
    worse.map(|finding| (finding.rule.id(), finding.location.pointer.clone())).collect()
}

/// What is told of a text at the place of the parameter `color`.
fn told_at(contract: &Contract, place: &str, text: &str) -> Told {
    match place {
        "path" => told(contract, &format!("/x/{text}"), &json!([])),
        "query" => told(contract, &format!("/x?{text}"), &json!([])),
        "header" => told(contract, "/x", &json!([{"name": "Color", "value": text}])),
        _ => told(contract, "/x", &json!([{"name": "Cookie", "value": format!("a=b; {text}")}])),
    }
}

fn string() -> Value {
    json!({"type": "string", "enum": ["blue", ""]})
}

fn array() -> Value {
    json!({"type": "array", "items": {"type": "string", "enum": ["blue", "black", "brown"]}, "minItems": 3})
}

fn object() -> Value {
    let number = |value: u32| json!({"type": "integer", "enum": [value]});
    json!({"type": "object", "required": ["R", "G", "B"], "additionalProperties": false,
        "properties": {"R": number(100), "G": number(200), "B": number(150)}})
}

/// Place, style, explode, schema; texts that are right; texts that are wrong, with rule and pointer.
type Row = (
    &'static str,
    &'static str,
    bool,
    fn() -> Value,
    &'static [&'static str],
    &'static [(&'static str, &'static str, &'static str)],
);

const UNKNOWN: &str = "enum-value-unknown";
const MISSING: &str = "property-missing";
const FEW: &str = "array-too-short";
const FORBIDDEN: &str = "property-forbidden";

const TABLE: &[Row] = &[
    (
        "path",
        "matrix",
        false,
        string,
        &[";color", ";color=blue"],
        &[(";color=red", UNKNOWN, "/color"), ("blue", MISWRITTEN, "/color"), (";colour=blue", MISWRITTEN, "/color")],
    ),
    (
        "path",
        "matrix",
        false,
        array,
        &[";color=blue,black,brown", ";color=blue%2Cblack%2Cbrown"],
        &[
            (";color=blue,black,red", UNKNOWN, "/color/2"),
            (";color=blue,black", FEW, "/color"),
            ("blue,black,brown", MISWRITTEN, "/color"),
        ],
    ),
    (
        "path",
        "matrix",
        false,
        object,
        &[";color=R,100,G,200,B,150", ";color=B,150,R,100,G,200"],
        &[
            (";color=R,100,G,200,B,1", UNKNOWN, "/color/B"),
            (";color=R,100,G,200", MISSING, "/color/B"),
            (";color=R,100,G,200,B", MISWRITTEN, "/color"),
            (";R=100;G=200;B=150", MISWRITTEN, "/color"),
        ],
    ),
    (
        "path",
        "matrix",
        true,
        string,
        &[";color", ";color=blue"],
        &[(";color=red", UNKNOWN, "/color"), (".blue", MISWRITTEN, "/color")],
    ),
    (
        "path",
        "matrix",
        true,
        array,
        &[";color=blue;color=black;color=brown"],
        &[
            (";color=blue;color=black;color=red", UNKNOWN, "/color/2"),
            (";color=blue;color=black", FEW, "/color"),
            (";color=blue;colour=black;color=brown", MISWRITTEN, "/color"),
        ],
    ),
    (
        "path",
        "matrix",
        true,
        object,
        &[";R=100;G=200;B=150"],
        &[
            (";R=100;G=200;B=1", UNKNOWN, "/color/B"),
            (";R=100;G=200", MISSING, "/color/B"),
            (";R=100;G=200;B=150;A=1", FORBIDDEN, "/color/A"),
            ("R=100;G=200;B=150", MISWRITTEN, "/color"),
        ],
    ),
    ("path", "label", false, string, &[".blue"], &[(".red", UNKNOWN, "/color"), ("blue", MISWRITTEN, "/color")]),
    // `.blue.black.brown` is 3.0.3, `.blue,black,brown` is 3.0.4 and 3.1.1.
    (
        "path",
        "label",
        false,
        array,
        &[".blue.black.brown", ".blue,black,brown"],
        &[
            (".blue,black,red", UNKNOWN, "/color/2"),
            (".blue,black", FEW, "/color"),
            ("blue,black,brown", MISWRITTEN, "/color"),
        ],
    ),
    (
        "path",
        "label",
        false,
        object,
        &[".R.100.G.200.B.150", ".R,100,G,200,B,150"],
        &[
            (".R,100,G,200,B,1", UNKNOWN, "/color/B"),
            (".R,100,G,200", MISSING, "/color/B"),
            (".R,100,G", MISWRITTEN, "/color"),
        ],
    ),
    ("path", "label", true, string, &[".blue"], &[(".red", UNKNOWN, "/color")]),
    (
        "path",
        "label",
        true,
        array,
        &[".blue.black.brown"],
        &[
            (".blue.black.red", UNKNOWN, "/color/2"),
            (".blue.black", FEW, "/color"),
            (";color=blue", MISWRITTEN, "/color"),
        ],
    ),
    (
        "path",
        "label",
        true,
        object,
        &[".R=100.G=200.B=150"],
        &[
            (".R=100.G=200.B=1", UNKNOWN, "/color/B"),
            (".R=100.G=200", MISSING, "/color/B"),
            (".R.100.G.200.B.150", MISWRITTEN, "/color"),
        ],
    ),
    ("query", "form", false, string, &["color=", "color=blue"], &[("color=red", UNKNOWN, "/color")]),
    (
        "query",
        "form",
        false,
        array,
        &["color=blue,black,brown", "color=blue%2Cblack%2Cbrown"],
        &[
            ("color=blue,black,red", UNKNOWN, "/color/2"),
            ("color=blue,black", FEW, "/color"),
            ("color=blue&color=black&color=brown", MISWRITTEN, "/color"),
        ],
    ),
    (
        "query",
        "form",
        false,
        object,
        &["color=R,100,G,200,B,150"],
        &[
            ("color=R,100,G,200,B,1", UNKNOWN, "/color/B"),
            ("color=R,100,G,200", MISSING, "/color/B"),
            ("color=R,100,G", MISWRITTEN, "/color"),
        ],
    ),
    ("query", "form", true, string, &["color=", "color=blue"], &[("color=red", UNKNOWN, "/color")]),
    (
        "query",
        "form",
        true,
        array,
        &["color=blue&color=black&color=brown"],
        &[("color=blue&color=black&color=red", UNKNOWN, "/color/2"), ("color=blue&color=black", FEW, "/color")],
    ),
    (
        "query",
        "form",
        true,
        object,
        &["R=100&G=200&B=150"],
        &[
            ("R=100&G=200&B=1", UNKNOWN, "/color/B"),
            ("R=100&G=200", MISSING, "/color/B"),
            ("R=100&G=200&B=150&A=1", "parameter-undeclared", "/A"),
            ("color=R,100,G,200,B,150", MISWRITTEN, "/color"),
        ],
    ),
    ("cookie", "form", false, string, &["color=", "color=blue"], &[("color=red", UNKNOWN, "/color")]),
    (
        "cookie",
        "form",
        false,
        array,
        &["color=blue,black,brown"],
        &[("color=blue,black,red", UNKNOWN, "/color/2"), ("color=blue,black", FEW, "/color")],
    ),
    (
        "cookie",
        "form",
        false,
        object,
        &["color=R,100,G,200,B,150"],
        &[("color=R,100,G,200,B,1", UNKNOWN, "/color/B"), ("color=R,100,G,200", MISSING, "/color/B")],
    ),
    ("cookie", "form", true, string, &["color=", "color=blue"], &[("color=red", UNKNOWN, "/color")]),
    (
        "cookie",
        "form",
        true,
        array,
        &["color=blue&color=black&color=brown", "color=blue; color=black; color=brown"],
        &[("color=blue&color=black&color=red", UNKNOWN, "/color/2"), ("color=blue&color=black", FEW, "/color")],
    ),
    (
        "cookie",
        "form",
        true,
        object,
        &["R=100&G=200&B=150", "R=100; G=200; B=150"],
        &[("R=100&G=200&B=1", UNKNOWN, "/color/B"), ("R=100&G=200", MISSING, "/color/B")],
    ),
    ("path", "simple", false, string, &["blue"], &[("red", UNKNOWN, "/color")]),
    (
        "path",
        "simple",
        false,
        array,
        &["blue,black,brown", "blue%2Cblack%2Cbrown"],
        &[("blue,black,red", UNKNOWN, "/color/2"), ("blue,black", FEW, "/color")],
    ),
    (
        "path",
        "simple",
        false,
        object,
        &["R,100,G,200,B,150"],
        &[
            ("R,100,G,200,B,1", UNKNOWN, "/color/B"),
            ("R,100,G,200", MISSING, "/color/B"),
            ("R,100,G,200,B", MISWRITTEN, "/color"),
        ],
    ),
    ("path", "simple", true, string, &["blue"], &[("red", UNKNOWN, "/color")]),
    (
        "path",
        "simple",
        true,
        array,
        &["blue,black,brown"],
        &[("blue,black,red", UNKNOWN, "/color/2"), ("blue,black", FEW, "/color")],
    ),
    (
        "path",
        "simple",
        true,
        object,
        &["R=100,G=200,B=150"],
        &[
            ("R=100,G=200,B=1", UNKNOWN, "/color/B"),
            ("R=100,G=200", MISSING, "/color/B"),
            ("R,100,G,200,B,150", MISWRITTEN, "/color"),
        ],
    ),
    ("header", "simple", false, string, &["blue", ""], &[("red", UNKNOWN, "/color")]),
    (
        "header",
        "simple",
        false,
        array,
        &["blue,black,brown", "blue, black, brown"],
        &[("blue,black,red", UNKNOWN, "/color/2"), ("blue,black", FEW, "/color")],
    ),
    (
        "header",
        "simple",
        false,
        object,
        &["R,100,G,200,B,150", "R, 100, G, 200, B, 150"],
        &[("R,100,G,200,B,1", UNKNOWN, "/color/B"), ("R,100,G,200", MISSING, "/color/B")],
    ),
    ("header", "simple", true, array, &["blue,black,brown"], &[("blue,black,red", UNKNOWN, "/color/2")]),
    (
        "header",
        "simple",
        true,
        object,
        &["R=100,G=200,B=150"],
        &[("R=100,G=200,B=1", UNKNOWN, "/color/B"), ("R=100,G=200", MISSING, "/color/B")],
    ),
    (
        "query",
        "spaceDelimited",
        false,
        array,
        &["color=blue%20black%20brown", "color=blue+black+brown"],
        &[("color=blue%20black%20red", UNKNOWN, "/color/2"), ("color=blue%20black", FEW, "/color")],
    ),
    (
        "query",
        "spaceDelimited",
        false,
        object,
        &["color=R%20100%20G%20200%20B%20150"],
        &[
            ("color=R%20100%20G%20200%20B%201", UNKNOWN, "/color/B"),
            ("color=R%20100%20G%20200", MISSING, "/color/B"),
            ("color=R%20100%20G", MISWRITTEN, "/color"),
        ],
    ),
    (
        "query",
        "pipeDelimited",
        false,
        array,
        &["color=blue|black|brown", "color=blue%7Cblack%7Cbrown"],
        &[("color=blue|black|red", UNKNOWN, "/color/2"), ("color=blue|black", FEW, "/color")],
    ),
    (
        "query",
        "pipeDelimited",
        false,
        object,
        &["color=R|100|G|200|B|150", "color=R%7C100%7CG%7C200%7CB%7C150"],
        &[("color=R|100|G|200|B|1", UNKNOWN, "/color/B"), ("color=R|100|G|200", MISSING, "/color/B")],
    ),
    (
        "query",
        "deepObject",
        true,
        object,
        &["color[R]=100&color[G]=200&color[B]=150", "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"],
        &[
            ("color[R]=100&color[G]=200&color[B]=1", UNKNOWN, "/color/B"),
            ("color[R]=100&color[G]=200", MISSING, "/color/B"),
            ("color[R]=100&color[G]=200&color[B]=150&color[A]=1", FORBIDDEN, "/color/A"),
            ("color=R,100,G,200,B,150", MISWRITTEN, "/color"),
        ],
    ),
    (
        "query",
        "deepObject",
        false,
        object,
        &["color[R]=100&color[G]=200&color[B]=150"],
        &[("color[R]=100&color[G]=200", MISSING, "/color/B")],
    ),
];

#[test]
fn the_table_of_style_examples() {
    let mut wrong = String::new();
    for (place, style, explode, schema, right, others) in TABLE {
        let parameter = json!({"name": "color", "in": place, "required": *place == "path", "style": style,
            "explode": explode, "schema": schema()});
        let (contract, warnings) = reading(&json!([parameter]));
        assert_eq!(warnings, Vec::<String>::new(), "{style} {explode} in {place}");
        let mut hold = |text: &str, expected: Told| {
            let told = told_at(&contract, place, text);
            if told != expected {
                wrong.push_str(&format!("{place} {style} {explode} {text}: {told:?}, not {expected:?}\n"));
            }
        };
        right.iter().for_each(|text| hold(text, Vec::new()));
        others.iter().for_each(|(text, rule, pointer)| hold(text, vec![(rule, (*pointer).to_owned())]));
    }
    assert_eq!(wrong, "");
}

/// The rows that say "n/a", and what no row is of: told when the document is read, and nothing of it when it comes.
#[test]
fn what_no_style_defines_is_told_when_the_contract_is_read() {
    let nested = || json!({"type": "object", "properties": {"R": {"type": "array", "items": {"type": "integer"}}}});
    let lists = || json!({"type": "array", "items": array()});
    for (place, style, explode, schema, text) in [
        ("query", "spaceDelimited", false, string(), "color=red"),
        ("query", "spaceDelimited", true, array(), "color=red%20green"),
        ("query", "pipeDelimited", false, string(), "color=red"),
        ("query", "pipeDelimited", true, object(), "color=red"),
        ("query", "deepObject", true, string(), "color=red"),
        ("query", "deepObject", true, array(), "color[0]=red&color[1]=blue"),
        ("query", "deepObject", true, nested(), "color[R][]=x&color[R][]=y"),
        ("query", "deepObject", true, nested(), "color[R]=x"),
        ("query", "form", false, nested(), "color=R,x"),
        ("query", "form", true, nested(), "R=x"),
        ("query", "form", true, lists(), "color=red"),
        ("query", "matrix", false, array(), "color=red"),
        ("header", "form", false, array(), "red"),
        ("path", "deepObject", true, object(), "red"),
        ("cookie", "simple", false, array(), "color=red"),
    ] {
        let parameter = json!({"name": "color", "in": place, "required": true, "style": style, "explode": explode,
            "schema": schema});
        let (contract, warnings) = reading(&json!([parameter]));
        let [warning] = warnings.as_slice() else { unreachable!("{style} {explode} {schema}: {warnings:?}") };
        assert!(warning.contains("/parameters/0 OpenAPI does not define") && warning.contains(style), "{warning}");
        if !explode || style != "spaceDelimited" {
            let told: Told = told_at(&contract, place, text).into_iter().filter(|(rule, _)| *rule != FEW).collect();
            assert_eq!(told, [], "{place} {style} {explode} {text}");
        }
    }
}

#[test]
fn what_only_the_parameter_says() {
    let json = json!({"application/json": {"schema": {"type": "object", "required": ["n"],
        "properties": {"n": {"type": "integer"}}}}});
    let moment = json!({"type": "string", "format": "date-time"});
    let (contract, warnings) = reading(&json!([
        {"name": "filter", "in": "query", "content": json},
        {"name": "csv", "in": "query", "content": {"text/csv": {"schema": {"type": "array"}}}},
        {"name": "from", "in": "query", "schema": moment},
        {"name": "to", "in": "query", "schema": moment, "allowReserved": true},
        {"name": "strict", "in": "query", "schema": {"type": "boolean"}},
        {"name": "flag", "in": "query", "schema": {"type": "boolean"}, "allowEmptyValue": true},
        {"name": "names", "in": "query", "explode": false,
            "schema": {"type": "array", "items": {"enum": ["a,b", "c", "d"]}}},
        {"name": "page[size]", "in": "query", "schema": {"type": "integer"}},
        {"name": "Authorization", "in": "header", "required": true, "schema": {"type": "integer"}},
    ]));
    assert_eq!(warnings.len(), 1, "{warnings:?}");
    assert!(warnings[0].contains("the parameter csv is `text/csv`"), "{warnings:?}");
    for (query, expected) in [
        ("", None),
        ("filter=%7B%22n%22%3A1%7D", None),
        ("filter=%7B%22n%22%3A%22x%22%7D", Some(("type-mismatch", "/filter/n"))),
        ("filter=%7B%7D", Some((MISSING, "/filter/n"))),
        ("filter=%7B", Some(("value-not-json", "/filter"))),
        ("csv=1,2", None),
        ("from=2024-05-01T10:00:00%2B02:00", None),
        ("from=2024-05-01T10:00:00+02:00", Some(("format-invalid", "/from"))),
        ("to=2024-05-01T10:00:00+02:00", None),
        ("to=yesterday", Some(("format-invalid", "/to"))),
        ("strict", Some(("type-mismatch", "/strict"))),
        ("strict=1", Some(("type-mismatch", "/strict"))),
        ("flag", None),
        ("flag=", None),
        ("flag=1", Some(("type-mismatch", "/flag"))),
        ("names=a%2Cb,c", None),
        ("names=c%2Cd", None),
        ("names=c,x", Some((UNKNOWN, "/names/1"))),
        ("page%5Bsize%5D=3", None),
        ("page[size]=x", Some(("type-mismatch", "/page[size]"))),
        ("page[other]=3", Some(("parameter-undeclared", "/page[other]"))),
    ] {
        let expected: Told = expected.into_iter().map(|(rule, at)| (rule, at.to_owned())).collect();
        assert_eq!(told(&contract, &format!("/x?{query}"), &json!([])), expected, "{query}");
    }
}
