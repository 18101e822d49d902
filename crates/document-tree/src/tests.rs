//! Documents in both forms.

use serde_json::json;

use super::{Document, Position};

fn read(text: &str) -> Document {
    Document::parse(text.as_bytes().to_vec()).unwrap()
}

fn refused(text: &str) -> (Option<(u64, u64)>, String) {
    let error = Document::parse(text.as_bytes().to_vec()).unwrap_err();
    (error.position.map(|place| (place.line, place.column)), error.message)
}

fn places(document: &Document, pointers: &[&str]) -> Vec<(u64, u64)> {
    let places = pointers.iter().map(|pointer| document.position(pointer));
    places.map(|place| (place.line, place.column)).collect()
}

#[test]
fn json_tells_where_members_and_items_stand() {
    let document =
        read("{\n  \"a\\u002fb\": {\"é\": [1, {\"c\": \"}\"}], \"d\": 2},\n  \"e\": [\n    3,\n    [4]]\n}\n");
    let pointers = ["", "/a~1b", "/a~1b/é/1/c", "/a~1b/d", "/a~1b/gone/too", "/e/1/0", "/e/7"];
    // Counted by hand; what is not there is where its holder is.
    let expected = [(1, 1), (2, 3), (2, 26), (2, 38), (2, 3), (5, 6), (3, 3)];
    assert_eq!(places(&document, &pointers), expected);
    assert_eq!(document.position("/e"), Position { line: 3, column: 3 });
}

#[test]
fn yaml_tells_where_members_and_items_stand() {
    let document = read("a/b:\n  é: [1, {c: x}]\n  200: y\n# nothing\ne:\n- 3\n- - 4\n");
    assert_eq!(document.root().to_value(), json!({"a/b": {"é": [1, {"c": "x"}], "200": "y"}, "e": [3, [4]]}));
    let pointers = ["/a~1b", "/a~1b/é/1/c", "/a~1b/200", "/a~1b/gone", "/e/1/0", "/e"];
    assert_eq!(places(&document, &pointers), [(1, 1), (2, 11), (3, 3), (1, 1), (7, 5), (5, 1)]);
}

#[test]
fn an_alias_is_what_its_anchor_names() {
    let document = read(
        "base: &b {x: 1, y: 2}\nsame: *b\nmore:\n  <<: *b\n  y: 3\nlist: [&t text, *t]\nquoted: '1'\ntag: !!str 2\n",
    );
    let expected = json!({
        "base": {"x": 1, "y": 2}, "same": {"x": 1, "y": 2}, "more": {"y": 3, "x": 1},
        "list": ["text", "text"], "quoted": "1", "tag": "2",
    });
    assert_eq!(document.root().to_value(), expected);
    assert_eq!(places(&document, &["/same/x", "/list/1", "/more/y"]), [(2, 1), (6, 17), (5, 3)]);
}

#[test]
fn a_billion_laughs_end_at_a_bound() {
    let mut lines = vec!["a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]\n".to_owned()];
    lines.extend((1..=9).map(|level| {
        let before = format!("*a{}", level - 1);
        format!("a{level}: &a{level} [{}]\n", vec![before; 10].join(", "))
    }));
    let text = lines.concat();
    let (place, message) = refused(&text);
    assert!(place.is_some() && message.contains("aliases stand for more than"), "{message}");
}

#[test]
fn more_values_than_a_document_may_have_end_at_a_bound() {
    let long = |count: usize| format!("{{\"a\":\n[{}0]}}", "0,".repeat(count));
    assert_eq!(read(&long(100_000)).root().get("a").unwrap().items().count(), 100_001);
    let (place, message) = refused(&long(5_000_000));
    assert!(place.is_some_and(|(line, _)| line == 2) && message.contains("5000000 values and keys"), "{message}");
}

/// The parser holds all of what may be a key before it tells of any of it.
#[test]
fn what_yaml_has_in_brackets_ends_at_a_bound() {
    let nested = |count: usize| format!("a: [[\n  {}]]\nb: 1\n", "1, ".repeat(count));
    assert_eq!(read(&nested(100_000)).root().get("a").unwrap().item(0).unwrap().items().count(), 100_000);
    let (place, message) = refused(&nested(1_000_001));
    assert!(place.is_some() && message.contains("write it without brackets"), "{message}");
    // Of a list that cannot be a key, and of a text, nothing is held.
    let flat = format!("a: [{}]\nb: |\n  {}\n", "1, ".repeat(1_000_001), "-".repeat(1_000_001));
    assert_eq!(read(&flat).root().get("b").and_then(super::Element::as_str).map(str::len), Some(1_000_002));
}

#[test]
fn what_is_no_document_is_refused_with_its_place() {
    assert_eq!(refused("{\n  \"a\": }"), (Some((2, 8)), "expected value".to_owned()));
    assert_eq!(refused("a: 1\nb: 2\na: 3\n"), (Some((3, 1)), "the key \"a\" stands here twice".to_owned()));
    assert!(refused("a: [1\nb: 2\n").1.starts_with("this is not YAML: "));
    assert!(refused("a: *nobody\n").1.starts_with("this is not YAML: "));
    assert_eq!(refused("a: &a [*a]\n").0, Some((1, 8)));
    assert_eq!(refused("a: 1\n---\nb: 2\n").0, Some((2, 1)));
    assert_eq!(refused("").1, "this is empty");
    assert!(refused(&"[".repeat(100_000)).1.contains("recursion limit exceeded"));
    let nested: Vec<String> = (0..200).map(|depth| " ".repeat(depth) + "a:\n").collect();
    assert_eq!(refused(&nested.concat()).1, "values lie too deep in each other");
    let deep = format!("{{\"a\": {}{}}}", "[".repeat(100_000), "]".repeat(100_000));
    assert_eq!(refused(&deep).1, "values lie too deep in each other");
    assert_eq!(
        refused(r#"{"a": 1, "b": {"c": 1, "d": 2, "c": 3}}"#),
        (Some((1, 32)), "the key \"c\" stands here twice".to_owned())
    );
    assert_eq!(refused(r#"{"a": "\ud800"}"#).1, "unexpected end of hex escape");
    assert_eq!(refused(r#"{"a": 1e999}"#).1, "number out of range");
    let error = Document::parse(b"a: \xff".to_vec()).unwrap_err();
    assert_eq!(error.position, Some(Position { line: 1, column: 4 }));
}

#[test]
fn what_is_wrong_can_be_said_without_words_of_the_document() {
    let twice = Document::parse(b"hush: 1\nhush: 2\n".to_vec()).unwrap_err();
    assert_eq!(twice.message, "the key \"hush\" stands here twice");
    assert_eq!(twice.without_words(), "the key … stands here twice");
    let open = Document::parse(b"hush: [".to_vec()).unwrap_err();
    assert_eq!(open.without_words(), open.message);
}

#[test]
fn what_yaml_calls_binary_is_known_as_such() {
    let document = read("a: !!binary |\n  aGk=\n  aGk=\nb: &x !!binary aGk=\nc: *x\nd: aGk=\n!!binary e: 1\n");
    let element = |name: &str| document.root().get(name).unwrap();
    assert_eq!(element("a").as_str(), Some("aGk=\naGk=\n"));
    assert!(element("a").is_binary() && element("b").is_binary() && element("c").is_binary());
    assert!(!element("d").is_binary() && element("e").as_number().is_some());
    assert_eq!(element("c").to_value(), json!("aGk="));
}
