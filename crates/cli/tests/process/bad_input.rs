//! Input that cannot be read ends with exit code 2 and one line that names file and place; it never panics.

use std::io::Write;

use super::{file, run};

/// The one line of standard error of a run that must fail with exit code 2.
fn failure(args: &[&str]) -> String {
    let run = run(args);
    assert_eq!(run.code, Some(2), "{args:?}: {}{}", run.out, run.err);
    assert_eq!((run.out.as_str(), run.err.lines().count()), ("", 1), "{args:?}: {}", run.err);
    assert!(run.err.starts_with("error: "), "{}", run.err);
    run.err
}

/// Fails with a capture of these bytes; the line names the file and has these words.
fn capture(bytes: &[u8], args: &[&str], words: &[&str]) {
    let input = file("in.har", bytes);
    let line = failure(&[&["check", &input.path, "--server-version", "2.7.5"], args].concat());
    for word in [&["in.har"], words].concat() {
        assert!(line.contains(word), "no {word:?} in {line}");
    }
}

fn gzip(fill: impl Fn(&mut flate2::write::GzEncoder<Vec<u8>>)) -> Vec<u8> {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    fill(&mut packed);
    packed.finish().unwrap()
}

#[test]
fn captures_that_cannot_be_read() {
    capture(b"", &[], &["empty"]);
    capture(b"{\"log\": {\"version\": \"1.2\", \"entries\": [{\"request\"", &[], &["in.har:1:"]);
    capture(b"{\"version\": \"1.2\", \"entries\": []}", &[], &["log"]);
    capture(b"\xef\xbb\xbf{\"log\": {\"entries\": []}}", &[], &["byte order mark"]);
    capture(b"{\"log\": {\"entries\": [], \"comment\": \"\xff\"}}", &[], &["UTF-8"]);
    capture(b"not json at all", &[], &["in.har"]);
    let deep = [b"[".repeat(100_000), b"]".repeat(100_000)].concat();
    capture(&deep, &["--schema", "AssetTypeEnum"], &["deep"]);
    capture(b"[]", &[], &["--operation"]);
    capture(b"interactions: []\nversion: 2\n", &[], &["in.har:2:1", "version 2", "record it again"]);
    capture(b"- request:\n    method: GET\n", &[], &["in.har:1:1", "older than version 1 of vcrpy"]);
    capture(b"interactions:\n- request: {uri: /}\n", &[], &["in.har:2:", "entry 0", "`response` is missing"]);
    capture(b"interactions: [\n", &[], &["in.har:", "not YAML"]);
    capture(b"curl -i 'http://h/\n", &[], &["in.har:1:1", "quote", "paste"]);
    capture(b"HTTP/1.1 200 OK\n\n\xff\n", &[], &["UTF-8", "offset 17"]);
    capture(b"/---- client #1\n\\---- client #1\n", &[], &["in.har:1:1", "--api-trace"]);
    let log = b"{\"method\": \"GET\", \"uri\": \"/\", \"status\": 200}\n{\"method\": \"GET\n{}\n";
    capture(log, &[], &["in.har:2:", "escape=json"]);
}

#[test]
fn a_bomb_stops_at_the_limit() {
    let bomb = gzip(|packed| (0..64).for_each(|_| packed.write_all(&vec![b' '; 1 << 20]).unwrap()));
    assert!(bomb.len() < 1 << 20, "{}", bomb.len());
    capture(&bomb, &["--max-size", "8"], &["8 MiB", "in.har"]);
}

/// Bytes are read in larger steps than an entry is over the limit.
#[test]
fn one_entry_is_held_to_the_limit_and_a_file_is_not() {
    let har = |sizes: &[usize]| {
        let entries = sizes.iter().map(|size| format!("{{\"comment\":\"{}\"}}", "x".repeat(*size)));
        format!("{{\"log\":{{\"entries\":[{}]}}}}", entries.collect::<Vec<_>>().join(","))
    };
    let mib = 1 << 20;
    for size in [2 * mib + 1, 5 * mib / 2, 3 * mib, 4 * mib] {
        for sizes in [&[size][..], &[10, size, 10], &[mib, mib, size]] {
            capture(har(sizes).as_bytes(), &["--max-size", "2"], &["2 MiB"]);
        }
        let line = format!("{{}}\n\"{}\"\n{{}}\n", "x".repeat(size));
        capture(line.as_bytes(), &["--max-size", "2", "--lines", "--schema", "TagResponseDto"], &["2 MiB"]);
    }
    let whole = file("in.har", har(&[2 * mib - 100; 4]).as_bytes());
    let run = run(&["check", &whole.path, "--server-version", "2.7.5", "--max-size", "2"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
}

#[test]
fn what_is_not_a_capture_of_this_machine() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.har");
    std::fs::create_dir(&path).unwrap();
    assert!(failure(&["check", path.to_str().unwrap()]).contains("x.har"));
    #[cfg(unix)]
    for name in ["loop", "loop/x.har"] {
        let _ = std::os::unix::fs::symlink("loop", folder.path().join("loop"));
        let path = folder.path().join(name);
        assert!(failure(&["check", path.to_str().unwrap(), "--server-version", "2.7.5"]).contains(name));
    }
}

#[test]
fn folders_and_files_that_are_none() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_str().unwrap();
    assert!(failure(&["check", path]).contains(path));
    assert!(failure(&["check", "no/such/file.har"]).contains("no/such/file.har"));
}

#[test]
fn releases_that_are_none() {
    let check = |version: &str| failure(&["check", "examples/random-assets.har", "--server-version", version]);
    assert!(check("banana").contains("\"banana\" is not a release"));
    assert!(check("1.2.3").contains("older than the oldest known"));
    assert!(check("1.100.0").contains("covers 1.106.0 –"));
    let silent = file("a.har", br#"{"log": {"entries": []}}"#);
    assert!(failure(&["check", &silent.path]).contains("give --server-version"));
}

#[test]
fn contracts_that_are_none() {
    let contract = |text: &str| {
        let document = file("api.json", text.as_bytes());
        let args = ["check", "examples/random-assets.har", "--contract", &document.path, "--server-version", "2.7.5"];
        let line = failure(&args);
        assert!(line.contains("api.json"), "{line}");
        line
    };
    assert!(contract(r#"{"openapi": "4.0.0", "info": {}, "paths": {}}"#).contains("OpenAPI 4.0.0"));
    assert!(contract(r#"{"swagger": "2.0", "paths": {}}"#).contains("Swagger 2.0"));
    assert!(contract("{}").contains("not an OpenAPI document"));
    assert!(contract("{").contains("line 1"));
    let external = r#"{"openapi": "3.0.0", "info": {"title": "t", "version": "1"}, "paths": {},
        "components": {"schemas": {"A": {"$ref": "https://example.org/a.json"}}}}"#;
    assert!(contract(external).contains("/components/schemas/A"));
    let dangling = external.replace("https://example.org/a.json", "#/components/schemas/B");
    assert!(contract(&dangling).contains("points to nothing"));
    assert!(
        contract(r#"{"openapi": "3.0.0", "info": {"title": "t", "version": "1"}, "paths": {"/a": {"get": 3}}}"#)
            .contains("/paths/~1a/get")
    );
}

#[test]
fn names_that_are_none() {
    let check = |args: &[&str]| failure(&[&["check", "Cargo.toml", "--server-version", "2.7.5"], args].concat());
    assert!(check(&["--schema", "Nope"]).contains("no schema Nope"));
    assert!(check(&["--operation", "nope"]).contains("no operation nope"));
    assert!(failure(&["schema", "AssetStackResponseDto", "--at", "1.106.0"]).contains("1.113.0 –"));
    assert!(failure(&["schema", "AssetResponseDt"]).contains("did you mean AssetResponseDto?"));
}

#[test]
fn wrong_usage_is_exit_code_2() {
    for args in [&["check", "--nonsense"][..], &["nonsense"], &["check", "x", "--format", "pdf"]] {
        assert_eq!(run(args).code, Some(2), "{args:?}");
    }
}
