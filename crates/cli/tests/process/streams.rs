//! Captures that are read as they come: standard input and files are told alike.

use serde_json::{Value, json};

use super::{Run, run, run_with};

const EXAMPLE: &str = "examples/random-assets.har";

/// What is told, without the name of the source.
fn told(run: &Run, name: &str) -> (Option<i32>, String) {
    (run.code, run.out.replace(name, "NAME"))
}

#[test]
fn a_pipe_is_told_like_a_file() {
    let har = std::fs::read(super::root().join(EXAMPLE)).unwrap();
    for args in [&["--server-version", "1.132.3"][..], &[], &["--server-version", "1.130..2.7"], &["--threads", "1"]] {
        let args = [&["check", "--format", "concise", "--all"], args].concat();
        let file = run(&[&args[..], &[EXAMPLE]].concat());
        let pipe = run_with(&[&args[..], &["-"]].concat(), &har);
        assert_eq!(told(&pipe, "<stdin>"), told(&file, EXAMPLE), "{args:?}: {}", pipe.err);
        assert_eq!(file.code, Some(1));
    }
}

/// Nobody writes to it twice.
#[cfg(unix)]
#[test]
fn a_pipe_with_a_name_is_told_like_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("x.har");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let name = pipe.to_str().unwrap();
    for args in [&["--server-version", "1.132.3"][..], &[]] {
        let args = [&["check", "--format", "concise", "--all"], args].concat();
        let har = std::fs::read(super::root().join(EXAMPLE)).unwrap();
        let into = pipe.clone();
        let writer = std::thread::spawn(move || {
            std::io::Write::write_all(&mut std::fs::File::options().write(true).open(into).unwrap(), &har).unwrap();
        });
        let piped = run(&[&args[..], &[name]].concat());
        writer.join().unwrap();
        assert_eq!(told(&piped, name), told(&run(&[&args[..], &[EXAMPLE]].concat()), EXAMPLE), "{}", piped.err);
    }
}

/// What is read twice is kept in memory, and in a file if it is long.
#[test]
fn a_long_pipe_tells_its_release_at_the_end() {
    let entry = |url: &str, text: &str| {
        let content = json!({"text": text, "mimeType": "application/json", "size": text.len()});
        json!({
            "comment": "x".repeat(10_000),
            "request": {"method": "GET", "url": url, "headers": []},
            "response": {"status": 200, "headers": [], "content": content},
        })
    };
    let mut entries = vec![entry("http://h/api/server/ping", r#"{"res":"pong"}"#); 1_000];
    entries.push(entry("http://h/api/server/version", r#"{"major":2,"minor":7,"patch":5,"x":1}"#));
    let har = json!({"log": {"entries": entries}}).to_string();
    assert!(har.len() > 8 << 20);
    let run = run_with(&["check", "-", "--format", "json"], har.as_bytes());
    let report: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!((&report["releases"], &report["summary"]["exchanges"]), (&json!("2.7.5"), &json!(1_001)), "{}", run.err);
}

#[test]
fn a_broken_pipe_ends_with_one_line() {
    let run = run_with(&["check", "-", "--server-version", "2.7.5"], br#"{"log":{"entries":[{},{"request":7}]}}"#);
    assert_eq!((run.code, run.err.lines().count()), (Some(2), 1), "{}", run.err);
    assert!(run.err.contains("<stdin>:1:34: entry 1: expected"), "{}", run.err);
}
