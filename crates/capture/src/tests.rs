//! Captures as a whole: every format is told by content, every fault is one clear line.

use std::fs;
use std::io::Write;
use std::ops::ControlFlow;
use std::sync::Arc;

use flate2::Compression;
use flate2::write::GzEncoder;
use ruzstd::encoding::{CompressionLevel, compress_to_vec};

use super::exchange::{Exchange, Item};
use super::sources::Source;
use super::*;

const HAR: &str = r#"{"log":{"version":"1.2","entries":[
 {"request":{"method":"GET","url":"/api/a","headers":[]},"response":{"status":200,"headers":[],"content":{"size":2,"text":"[]"}}}
 ],"comment":"x"}}"#;
const NDJSON: &str = "\n{\"request\":{\"method\":\"GET\",\"url\":\"/a\"}}\r\n \n{\"response\":{\"status\":404}}";

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn zstd(bytes: &[u8]) -> Vec<u8> {
    compress_to_vec(bytes, CompressionLevel::Fastest)
}

fn with(hint: Hint) -> Options {
    Options { hint, ..Options::default() }
}

/// Each item as its place in short: `e` or `b`, entry, line.
fn items(captures: &Captures) -> Result<Vec<String>, CaptureError> {
    let mut items = Vec::new();
    captures.for_each(|item| {
        let kind = if matches!(item, Item::Body(_)) { 'b' } else { 'e' };
        let place = item.place();
        items.push(format!("{kind}{}{}", place.entry, place.line.map(|line| format!(":{line}")).unwrap_or_default()));
        ControlFlow::Continue(())
    })?;
    Ok(items)
}

fn exchange(text: &str) -> Exchange {
    let mut last = None;
    let captures = Captures::from_bytes("a", text.into(), Options::default());
    captures
        .for_each(|item| {
            last = Some(item);
            ControlFlow::Continue(())
        })
        .unwrap();
    match last {
        Some(Item::Exchange(exchange)) => *exchange,
        other => panic!("no exchange: {other:?}"),
    }
}

/// The exchanges of a capture, how many entries were passed over, and what is wrong with it.
pub(crate) fn read_all(name: &str, text: &str) -> (Vec<Exchange>, u64, Option<String>) {
    let captures = Captures::from_bytes(name, text.as_bytes().to_vec(), Options::default());
    let mut exchanges = Vec::new();
    let end = captures.for_each(|item| {
        let Item::Exchange(exchange) = item else { panic!("a body") };
        exchanges.push(*exchange);
        ControlFlow::Continue(())
    });
    (exchanges, captures.passed_over(), end.err().map(|error| error.to_string()))
}

/// What is wrong with a capture.
pub(crate) fn fault_of(name: &str, text: &str) -> String {
    read_all(name, text).2.expect("something is wrong with it")
}

#[test]
fn formats_are_told_by_content() {
    let two_members = [gzip(&HAR.as_bytes()[..40]), gzip(&HAR.as_bytes()[40..])].concat();
    let skippable = b"\x50\x2a\x4d\x18\x03\x00\x00\x00abc".to_vec();
    let frames = [zstd(&HAR.as_bytes()[..40]), skippable, zstd(&HAR.as_bytes()[40..])].concat();
    let table: Vec<(Vec<u8>, Hint, &[&str])> = vec![
        (HAR.into(), Hint::Detect, &["e0"]),
        (gzip(HAR.as_bytes()), Hint::Detect, &["e0"]),
        (zstd(HAR.as_bytes()), Hint::Detect, &["e0"]),
        (gzip(&zstd(HAR.as_bytes())), Hint::Detect, &["e0"]),
        (zstd(&gzip(HAR.as_bytes())), Hint::Detect, &["e0"]),
        (two_members, Hint::Detect, &["e0"]),
        (frames, Hint::Detect, &["e0"]),
        (NDJSON.into(), Hint::Detect, &["e0:2", "e1:4"]),
        (b"[{\"log\":1}]".to_vec(), Hint::Detect, &["b0"]),
        (HAR.into(), Hint::Body, &["b0"]),
        (b"1\n\n{\"log\":2}\n".to_vec(), Hint::Lines, &["b0:1", "b1:3"]),
    ];
    for (bytes, hint, expected) in table {
        let captures = Captures::from_bytes("a", bytes, with(hint));
        assert_eq!(items(&captures).unwrap(), expected, "{hint:?}");
    }
}

#[test]
fn every_fault_is_one_clear_line() {
    let deep = "[".repeat(100_000);
    let after = HAR.find(" ],").unwrap() + 1;
    let entries = |text: &str| format!(r#"{{"log":{{"entries":{text}}}}}"#).into_bytes();
    let table: Vec<(&str, Vec<u8>, Hint, &str)> = vec![
        ("empty", vec![], Hint::Detect, "a.json: is empty"),
        ("blank", b" \n".to_vec(), Hint::Detect, "a.json: is empty"),
        ("packed empty", gzip(b""), Hint::Detect, "a.json: is empty"),
        ("mark", b"\xef\xbb\xbf{}".to_vec(), Hint::Body, "byte order mark at byte 0"),
        ("UTF-16", b"\xff\xfe{\0".to_vec(), Hint::Body, "byte order mark at byte 0"),
        ("UTF-8", b"{\"a\":\"\xff\"}".to_vec(), Hint::Body, "invalid byte at offset 6"),
        ("cut HAR", HAR[..80].into(), Hint::Detect, "a.json:2:44: entry 0: EOF while parsing a string"),
        ("cut after an entry", HAR[..after].into(), Hint::Detect, "a.json:3:1: entry 1: EOF while parsing a list"),
        ("cut gzip", gzip(HAR.as_bytes())[..60].into(), Hint::Detect, "gzip data is damaged or cut short"),
        ("cut zstd", zstd(HAR.as_bytes())[..60].into(), Hint::Detect, "zstd data is damaged or cut short"),
        ("three layers", gzip(&gzip(&gzip(b"{}"))), Hint::Detect, "compressed more than twice"),
        ("no log", br#"{"version":"1.2","entries":[]}"#.to_vec(), Hint::Detect, "looks like HAR but has no `log`"),
        ("log no object", br#"{"log":"s3cret"}"#.to_vec(), Hint::Detect, "a.json:1:15: expected an object `log`"),
        ("no entries", br#"{"log":{}}"#.to_vec(), Hint::Detect, "missing field `entries`"),
        ("entries no array", entries(r#""s3cret""#), Hint::Detect, "expected an array `entries`"),
        ("two entries", br#"{"log":{"entries":[],"entries":[]}}"#.to_vec(), Hint::Detect, "duplicate field `entries`"),
        ("entry no object", entries(r#"[{},"s3cret"]"#), Hint::Detect, "entry 1: expected "),
        ("no method", entries(r#"[{"request":{"url":"s3cret"}}]"#), Hint::Detect, "entry 0: missing field `method`"),
        ("bad status", entries(r#"[{"response":{"status":"s3cret"}}]"#), Hint::Detect, "entry 0: expected "),
        ("big status", entries(r#"[{"response":{"status":70000}}]"#), Hint::Detect, "entry 0: a status above 65535"),
        ("more", format!("{HAR}}}").into(), Hint::Detect, "a.json:3:19: trailing characters"),
        ("deep entries", entries(&deep), Hint::Detect, "entry 0: expected "),
        ("deep body", deep.clone().into(), Hint::Body, "a.json:1:128: nested deeper than 127 levels"),
        ("deep, no hint", deep.into(), Hint::Detect, "a.json:1:128: nested deeper than 127 levels"),
        ("cut line", NDJSON[..NDJSON.len() - 1].into(), Hint::Detect, "a.json:4:26: EOF while parsing an object"),
        ("bad line", b"1\n\n{s3cret}".to_vec(), Hint::Lines, "a.json:3:2: key must be a string"),
        ("no JSON", b"s3cret".to_vec(), Hint::Body, "a.json:1:1: expected value"),
        ("two values", b"1\n2".to_vec(), Hint::Body, "a.json:2:1: trailing characters"),
        ("OpenAPI", br#"{"openapi":"3.0.0"}"#.to_vec(), Hint::Detect, "is an OpenAPI or Swagger document"),
        ("Swagger", br#"{"swagger":"2.0"}"#.to_vec(), Hint::Detect, "is an OpenAPI or Swagger document"),
    ];
    for (what, bytes, hint, expected) in table {
        let error = items(&Captures::from_bytes("a.json", bytes, with(hint))).expect_err(what);
        let line = error.to_string();
        assert!(line.contains(expected), "{what}: {line}");
        assert!(line.starts_with("a.json:") && !line.contains('\n') && !line.contains("s3cret"), "{what}: {line}");
        assert!(!format!("{error:?}").contains("s3cret"), "{what}");
    }
}

#[test]
fn a_name_tells_what_went_wrong_but_not_the_format() {
    let error = items(&Captures::from_bytes("x/a.har.gz", gzip(b"{}"), with(Hint::Detect))).unwrap_err();
    assert!(error.to_string().contains("no `log`"), "{error}");
    assert_eq!(items(&Captures::from_bytes("a.har", b"{}".to_vec(), with(Hint::Body))).unwrap(), ["b0"]);
}

#[test]
fn a_bomb_stops_at_the_limit() {
    let zeros = vec![b' '; 4 << 20];
    let limits = Limits { max_bytes: 1 << 20 };
    for bytes in [gzip(&zeros), zstd(&zeros), gzip(&gzip(&zeros)), zeros] {
        let captures = Captures::from_bytes("bomb", bytes, Options { limits, ..Options::default() });
        let line = items(&captures).unwrap_err().to_string();
        assert!(line.contains("more than 1 MiB"), "{line}");
    }
    let exact = Captures::from_bytes("fits", gzip(HAR.as_bytes()), {
        Options { limits: Limits { max_bytes: HAR.len() as u64 }, ..Options::default() }
    });
    assert_eq!(items(&exact).unwrap(), ["e0"]);
}

#[test]
fn a_folder_is_searched_in_order() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    for name in ["b", "b/c", "empty"] {
        fs::create_dir(at(name)).unwrap();
    }
    let files: [(&str, Vec<u8>); 7] = [
        ("z.txt", HAR.into()),
        ("b/c/1", gzip(NDJSON.as_bytes())),
        ("b/a.har", format!("\u{feff}{HAR}").into()),
        ("a.json", b"{\"x\":\"\xc3".to_vec()),
        ("README.md", b"# HAR".to_vec()),
        ("p.png", b"\x89PNG\xff".to_vec()),
        ("cut.gz", gzip(HAR.as_bytes())[..20].into()),
    ];
    for (name, bytes) in files {
        fs::File::create(at(name)).unwrap().write_all(&bytes).unwrap();
    }
    let names = |hint: Hint| {
        let captures = Captures::open(&[folder.path()], with(hint)).unwrap();
        let names: Vec<_> = captures.sources.iter().map(|source| source.name().to_string()).collect();
        let root = format!("{}/", folder.path().display());
        (names.iter().map(|name| name.replace(&root, "")).collect::<Vec<_>>(), captures.skipped())
    };
    assert_eq!(names(Hint::Detect), (vec!["b/a.har".into(), "b/c/1".into(), "z.txt".into()], 4));
    assert_eq!(names(Hint::Body), (["a.json", "b/a.har", "b/c/1", "z.txt"].map(String::from).to_vec(), 3));

    let table = [(at("empty"), "holds no capture"), (at("missing"), "cannot be read")];
    for (path, expected) in table {
        let line = Captures::open(&[&path], Options::default()).err().unwrap().to_string();
        assert!(line.starts_with(&path.display().to_string()) && line.contains(expected), "{line}");
    }
}

#[cfg(unix)]
#[test]
fn links_to_files_are_followed_and_those_to_folders_are_not() {
    use std::os::unix::fs::symlink;

    let (folder, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    for path in [folder.path().join("a.har"), other.path().join("b.har")] {
        fs::File::create(path).unwrap().write_all(HAR.as_bytes()).unwrap();
    }
    for (target, link) in [(other.path(), "folder"), (folder.path(), "round"), (&other.path().join("b.har"), "file")] {
        symlink(target, folder.path().join(link)).unwrap();
    }
    let captures = Captures::open(&[folder.path()], Options::default()).unwrap();
    let names: Vec<String> = captures.sources.iter().map(|source| source.name().to_string()).collect();
    let expected = ["a.har", "file"].map(|name| folder.path().join(name).display().to_string());
    assert_eq!(names, expected);
    assert_eq!(captures.sources(), 2);
}

/// A file is read when it is asked for, each time; only what cannot be read twice is kept.
#[test]
fn a_file_is_not_kept_in_memory() {
    let file = tempfile::NamedTempFile::new().unwrap();
    file.as_file().write_all(HAR.as_bytes()).unwrap();
    let captures = Captures::open(&[file.path()], with(Hint::Body)).unwrap();
    assert!(matches!(captures.sources.as_slice(), [Source::File(_)]));
    assert_eq!(captures.options(), with(Hint::Body));
}

#[test]
fn a_character_may_be_cut_by_the_end_of_what_was_read() {
    for before in ["", "a", "ab"] {
        let comment = format!("{before}{}", "€".repeat(40_000));
        let har = HAR.replacen("1.2", &comment, 1);
        assert_eq!(items(&Captures::from_bytes("a", har.into_bytes(), Options::default())).unwrap(), ["e0"]);
    }
}

#[test]
fn a_fault_of_the_text_has_a_place() {
    let place = |text: &str| {
        let error = items(&Captures::from_bytes("a", text.into(), Options::default())).unwrap_err();
        error.line_and_column()
    };
    assert_eq!(place(&format!("{NDJSON}\n{{\"request\":7}}")), Some((5, 12)));
    assert_eq!(place(""), None);
}

#[test]
fn the_visitor_can_stop() {
    let both = [HAR, NDJSON].map(|text| Source::Memory(Arc::from("a"), text.into()));
    let captures = Captures { sources: both.into(), skipped: 0, options: Options::default(), passed_over: 0.into() };
    for wanted in 1..=3 {
        let mut seen = 0;
        let stop = |_| {
            seen += 1;
            if seen == wanted { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        captures.for_each(stop).unwrap();
        assert_eq!(seen, wanted);
    }
}

/// What is not a file hands items over itself, as a proxy does.
#[test]
fn a_live_source_hands_items_to_the_same_sinks() {
    struct Entry;
    impl Worker for Entry {
        type Made = usize;

        fn make(&mut self, item: Item) -> usize {
            item.place().entry
        }
    }
    let proxy = |sink: &mut dyn ItemSink| {
        let mut handed = 0;
        while sink.item(Item::Exchange(Box::new(exchange(HAR)))).is_continue() {
            handed += 1;
        }
        handed
    };
    let mut seen = Vec::new();
    let mut take = |entry| {
        seen.push(entry);
        if seen.len() == 3 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    assert_eq!(proxy(&mut WorkerPool::new(&mut [Entry], &mut take)), 2);
    assert_eq!(proxy(&mut WorkerPool::<Entry>::new(&mut [], &mut take)), 0);
    assert_eq!(seen, [0, 0, 0]);
    assert_eq!(proxy(&mut |_| ControlFlow::Break(())), 0);
}

#[test]
fn a_har_entry_without_response_is_read() {
    let har = |entry: &str| format!(r#"{{"log":{{"entries":[{entry}]}}}}"#);
    for entry in [
        r#"{"request":{"method":"GET","url":"/","headers":null},"response":{"status":0,"content":null}}"#,
        r#"{"request":{"method":"GET","url":"/"},"response":{"status":null}}"#,
        r#"{"request":{"method":"GET","url":"/"}}"#,
    ] {
        let exchange = exchange(&har(entry));
        assert!(exchange.request.is_some() && exchange.response.is_none(), "{entry}");
    }
    let versions = [r#"{"_serverVersion":"1.0.0"}"#, r#"{"_serverVersion":7,"serverVersion":"1.0.0"}"#];
    for entry in versions {
        assert_eq!(exchange(&har(entry)).server_version.as_deref(), Some("1.0.0"), "{entry}");
    }
}
