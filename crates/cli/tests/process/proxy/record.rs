//! `--record`: written as it goes, without secrets, and read again with the same findings.

use serde_json::Value;

use super::running::Running;
use super::server::immich;
use crate::{File, file, run};

fn requests() -> [String; 3] {
    ["", "X-Wrong: 1\r\n", "X-Gzip: 1\r\nx-api-key: hunter2hunter2\r\n"]
        .map(|more| format!("GET /api/server/ping HTTP/1.1\r\nHost: h\r\n{more}Connection: close\r\n\r\n"))
}

fn send_all(proxy: &Running) {
    for request in requests() {
        assert_eq!(proxy.send(&request).status(), 200);
    }
}

fn check(record: &File) -> Value {
    let run = run(&["check", &record.path, "--server-version", "2.7.5", "--format", "json"]);
    serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}: {}", run.err))
}

/// Findings, without where they are.
fn findings(report: &Value) -> Vec<Value> {
    let mut findings = report["findings"].as_array().unwrap().clone();
    for finding in &mut findings {
        let location = finding["location"].as_object_mut().unwrap();
        for member in ["source", "line"] {
            location.remove(member);
        }
        finding.as_object_mut().unwrap().remove("fingerprint");
    }
    findings
}

#[test]
fn a_record_reads_back_to_the_same_findings() {
    for name in ["a.ndjson.gz", "a.har"] {
        let record = file(name, b"what was there before, and is longer than nothing");
        let proxy = Running::start(&immich(), &["--record", &record.path, "--format", "json"]);
        send_all(&proxy);
        let live = proxy.end().report();
        let again = check(&record);
        assert_eq!((findings(&live), live["summary"].clone()), (findings(&again), again["summary"].clone()), "{name}");
        assert_eq!(live["summary"]["errors"], 2, "{name}");
    }
}

#[test]
fn secrets_are_masked_unless_they_are_kept() {
    for (more, is_kept) in [(None, false), (Some("--keep-secrets"), true)] {
        let record = file("a.ndjson", b"");
        let args: Vec<&str> = ["--record", &record.path].into_iter().chain(more).collect();
        let proxy = Running::start(&immich(), &args);
        send_all(&proxy);
        proxy.end();
        let written = std::fs::read_to_string(&record.path).unwrap();
        assert_eq!(written.contains("hunter2"), is_kept, "{written}");
    }
}

#[test]
fn lines_are_whole_whatever_happens() {
    for name in ["a.ndjson", "a.ndjson.zst"] {
        let record = file(name, b"");
        let proxy = Running::start(&immich(), &["--record", &record.path]);
        send_all(&proxy);
        std::thread::sleep(std::time::Duration::from_millis(300));
        proxy.signal("-KILL");
        proxy.wait();
        assert_eq!(check(&record)["summary"]["exchanges"], 3, "{name}");
    }
}
