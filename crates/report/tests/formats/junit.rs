//! `junit`: the structure that Jenkins' published schema (xunit-plugin, junit-10.xsd) asks for, and what fails.

use std::collections::BTreeMap;

use quick_xml::events::{BytesStart, Event};
use report::{Options, Severity};

/// `skipped` on `testsuites`, which is not in that schema: readers that know no such attribute pass over it.
const BEYOND: &str = "skipped";

type Names = &'static [&'static str];
type Row = (&'static str, Names, Names, Names);

/// Each element of the schema: what may be in it, which attributes it must have, and which it may have.
const SCHEMA: &[Row] = &[
    ("testsuites", &["testsuite"], &[], &["name", "time", "tests", "failures", "errors", BEYOND]),
    (
        "testsuite",
        &["testsuite", "properties", "testcase", "system-out", "system-err"],
        &["name", "tests", "failures", "errors"],
        &["group", "time", "skipped", "timestamp", "hostname", "id", "package", "file", "log", "url"],
    ),
    ("properties", &["property"], &[], &[]),
    ("property", &[], &["name", "value"], &[]),
    (
        "testcase",
        &["skipped", "error", "failure", "system-out", "system-err"],
        &["name"],
        &["time", "classname", "group"],
    ),
    ("failure", &[], &[], &["type", "message"]),
    ("system-out", &[], &[], &[]),
];

/// An element: its name, its attributes, its text.
struct Element {
    name: String,
    attributes: BTreeMap<String, String>,
    text: String,
}

fn opened(start: &BytesStart<'_>) -> Element {
    let attribute = |attribute: quick_xml::events::attributes::Attribute<'_>| {
        let key = String::from_utf8(attribute.key.as_ref().to_vec()).unwrap();
        (key, attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0).unwrap().into_owned())
    };
    let attributes = start.attributes().map(|one| attribute(one.unwrap())).collect();
    Element { name: String::from_utf8(start.name().as_ref().to_vec()).unwrap(), attributes, text: String::new() }
}

/// All elements in the order of their ends, held against the schema.
fn elements(xml: &str) -> Vec<Element> {
    let mut reader = quick_xml::Reader::from_str(xml);
    let (mut open, mut done): (Vec<Element>, Vec<Element>) = (Vec::new(), Vec::new());
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) => {
                check(open.last(), &opened(&start));
                open.push(opened(&start));
            }
            Event::Empty(start) => {
                check(open.last(), &opened(&start));
                done.push(opened(&start));
            }
            Event::End(_) => done.push(open.pop().unwrap()),
            Event::Text(text) => add(&mut open, &text.decode().unwrap()),
            Event::GeneralRef(entity) => add(&mut open, &format!("&{};", entity.decode().unwrap())),
            Event::Eof => break,
            _ => {}
        }
    }
    assert!(open.is_empty());
    done
}

fn add(open: &mut [Element], text: &str) {
    if let Some(element) = open.last_mut() {
        element.text.push_str(text);
    }
}

fn check(parent: Option<&Element>, element: &Element) {
    let row = |name: &str| SCHEMA.iter().find(|row| row.0 == name);
    let (_, _, required, optional) = row(&element.name).unwrap();
    match parent {
        None => assert_eq!(element.name, "testsuites"),
        Some(parent) => assert!(row(&parent.name).unwrap().1.contains(&element.name.as_str()), "{}", element.name),
    }
    assert!(required.iter().all(|key| element.attributes.contains_key(*key)), "{}", element.name);
    let known = |key: &String| required.contains(&key.as_str()) || optional.contains(&key.as_str());
    assert!(element.attributes.keys().all(known), "{}: {:?}", element.name, element.attributes);
}

/// The names of the test cases that failed.
fn failed(xml: &str) -> Vec<String> {
    let mut reader = quick_xml::Reader::from_str(xml);
    let (mut case, mut failed) = (String::new(), Vec::new());
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) | Event::Empty(start) => match opened(&start) {
                element if element.name == "testcase" => case.clone_from(element.attributes.get("name").unwrap()),
                element if element.name == "failure" => failed.push(case.clone()),
                _ => {}
            },
            Event::Eof => return failed,
            _ => {}
        }
    }
}

#[test]
fn the_structure_is_that_of_the_schema_and_the_counts_are_right() {
    let xml = super::named("junit", &Options::default());
    let elements = elements(&xml);
    let cases: Vec<&Element> = elements.iter().filter(|element| element.name == "testcase").collect();
    let ids: Vec<&str> = super::corpus::report().rules.iter().map(|rule| rule.id()).collect();
    assert_eq!(cases.iter().map(|case| case.attributes["name"].as_str()).collect::<Vec<_>>(), ids);
    let suite = elements.iter().find(|element| element.name == "testsuite").unwrap();
    assert_eq!((suite.attributes["tests"].as_str(), suite.attributes["failures"].as_str()), ("7", "3"));
}

#[test]
fn what_makes_the_run_fail_fails() {
    let errors = ["enum-value-unknown", "property-missing", "response-property-removed"];
    assert_eq!(failed(&super::named("junit", &Options::default())), errors);
    let strict = Options { fails_from: Severity::Warning, ..Options::default() };
    let mut all = [&errors[..], &["property-removed", "status-undocumented"]].concat();
    all.sort_unstable();
    assert_eq!(failed(&super::named("junit", &strict)), all);
}

#[test]
fn failures_have_the_text_and_the_rest_is_output() {
    let xml = super::named("junit", &Options { shown_from: Severity::Note, ..Options::default() });
    let elements = elements(&xml);
    let failure = elements.iter().find(|one| one.name == "failure" && one.text.contains("PHOTO")).unwrap();
    assert_eq!(failure.attributes["message"], "a value that the enum lacks: 8 findings");
    assert!(failure.text.contains("help: send one of the four values"), "{}", failure.text);
    let output: Vec<&str> =
        elements.iter().filter(|one| one.name == "system-out").map(|one| one.text.as_str()).collect();
    assert!(output.iter().any(|text| text.contains("warning: ") && text.contains("evil.example")), "{output:?}");
    assert!(output.iter().any(|text| text.contains("note: the server answered 400")), "{output:?}");
}
