//! Findings that are written as they come are those of a report that knows them all.

use std::io::Read;
use std::process::{Command, Stdio};

use serde_json::Value;

use super::{file, run, run_in};

const EXAMPLE: &str = "examples/random-assets.har";

/// Accepts something, and has one suppression that is of no use.
const CONFIG: &str = "[[suppress]]\nrule = 'operation-deprecated'\nreason = 'r'\n\n\
    [[suppress]]\nrule = 'type-mismatch'\noperation = 'nothing'\nreason = 'r'\n";

/// The findings and the summary of `json`, which keeps all, and of `ndjson`, which keeps none.
fn both(args: &[&str]) -> [(Vec<Value>, Value); 2] {
    let kept = run(&[args, &["--format", "json"]].concat());
    let mut report: Value = serde_json::from_str(&kept.out).unwrap();
    let streamed = run(&[args, &["--format", "ndjson"]].concat());
    assert_eq!((streamed.code, streamed.err), (kept.code, kept.err), "{args:?}");
    let mut lines: Vec<Value> = streamed.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let mut summary = lines.pop().unwrap();
    assert_eq!(summary["releases"], report["releases"]);
    for line in lines.iter_mut().chain([&mut summary]) {
        line.as_object_mut().unwrap().remove("type");
    }
    let counts = report["summary"].as_object().unwrap();
    let summary = counts.keys().map(|name| (name.clone(), summary[name].clone())).collect();
    let findings = report["findings"].as_array_mut().map(std::mem::take).unwrap();
    [(findings, report["summary"].take()), (lines, summary)]
}

#[test]
fn what_is_streamed_is_what_is_kept() {
    let config = file("c.toml", CONFIG.as_bytes());
    let baseline = file("b.json", b"");
    assert_eq!(run(&["check", EXAMPLE, "--write-baseline", &baseline.path, "--server-version", "2.7.5"]).code, Some(0));
    for args in [
        &["--server-version", "1.132.3"][..],
        &["--server-version", "3.0.2", "--threads", "1"],
        &["--server-version", "1.130..2.7"],
        &["--server-version", "auto"],
        &["--config", &config.path],
        &["--config", &config.path, "--baseline", &baseline.path, "--server-version", "3.0.2"],
    ] {
        let [kept, streamed] = both(&[&["check", EXAMPLE], args].concat());
        assert!(!kept.0.is_empty(), "{args:?}");
        assert_eq!(streamed, kept, "{args:?}");
    }
}

#[test]
fn a_file_has_what_standard_output_has() {
    let folder = tempfile::tempdir().unwrap();
    let har = super::root().join(EXAMPLE);
    for (format, version) in [("ndjson", "3.0.2"), ("concise", "3.0.2"), ("ndjson", "auto"), ("concise", "auto")] {
        let args = ["check", har.to_str().unwrap(), "--server-version", version, "--format", format, "--all"];
        let shown = run_in(folder.path(), &args);
        let written = run_in(folder.path(), &[&args[..], &["-o", "out"]].concat());
        assert_eq!((written.code, written.out.as_str()), (shown.code, ""), "{}", written.err);
        assert_eq!(std::fs::read_to_string(folder.path().join("out")).unwrap(), shown.out, "{format} {version}");
    }
}

#[test]
fn a_capture_that_breaks_off_leaves_the_file_as_it_was() {
    let lines = file("x.ndjson", b"{\"id\":1}\n{}\nno JSON\n");
    let out = file("out", b"before");
    let args = ["check", "--lines", "--schema", "TagResponseDto", "--server-version", "3.0.2", "--format", "ndjson"];
    let run = run(&[&args[..], &[&lines.path, "-o", &out.path]].concat());
    assert_eq!((run.code, run.err.lines().count()), (Some(2), 1), "{}", run.err);
    assert_eq!(std::fs::read(&out.path).unwrap(), b"before");
}

#[test]
fn who_reads_no_further_ends_the_run() {
    let lines = file("x.ndjson", "{}\n".repeat(200_000).as_bytes());
    let mut child = Command::new(env!("CARGO_BIN_EXE_immich-contract"))
        .args(["check", "--lines", "--schema", "AssetResponseDto", "--server-version", "3.0.2", "--format", "ndjson"])
        .arg(&lines.path)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut out = child.stdout.take().unwrap();
    out.read_exact(&mut [0; 1000]).unwrap();
    drop(out);
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), String::from_utf8(output.stderr).unwrap().as_str()), (Some(0), ""));
}
