//! Captures of other tools: every command takes all of them through the same door.

use serde_json::Value;

use super::{file, root, run, run_with};

/// The examples of formats that have no answers, and of those that do.
const LOGS: [&str; 3] = ["traefik-access.log", "caddy-access.log", "nginx-access.log"];
const EXCHANGES: [&str; 6] = [
    "vcr-cassette.yaml",
    "immich-go-trace.log",
    "immich-go-trace-old.log",
    "postman-collection.json",
    "curl.txt",
    "http.txt",
];

#[test]
fn the_release_is_read_from_every_capture_that_has_answers() {
    for name in EXCHANGES {
        let path = format!("examples/{name}");
        let run = run(&["check", &path, "-v", "--fail-on", "never"]);
        assert_eq!(run.code, Some(0), "{name}: {}", run.err);
        assert!(run.out.contains("checked 2 exchanges") && run.out.contains("against 2.7.5"), "{name}: {}", run.out);
    }
}

#[test]
fn every_command_takes_every_capture() {
    for name in LOGS.iter().chain(&EXCHANGES) {
        let path = format!("examples/{name}");
        for args in [
            vec!["check", &path, "--server-version", "2.7.5", "--fail-on", "never"],
            vec!["compat", &path, "--from", "2.7.5", "--to", "3.0.2", "--fail-on", "never"],
            vec!["matrix", &path, "--releases", "2.7.5,3.0.2"],
            vec!["diff", "2.7.5", "3.0.2", "--used-by", &path, "--fail-on", "never"],
        ] {
            let run = run(&args);
            assert_eq!(run.code, Some(0), "{args:?}: {}", run.err);
            assert!(!run.out.is_empty(), "{args:?}");
        }
    }
    for name in EXCHANGES {
        let run = run(&["identify", &format!("examples/{name}")]);
        assert_eq!(run.code, Some(0), "{name}: {}", run.err);
    }
}

/// The JSON report of `compat` on a log, what each finding is about, and who does it.
fn callers(log: &str, args: &[&str]) -> Vec<(String, Vec<(String, u64)>)> {
    let run = run_with(
        &[&["compat", "-", "--to", "3.0.2", "--format", "json", "--fail-on", "never"], args].concat(),
        log.as_bytes(),
    );
    assert_eq!(run.code, Some(0), "{}", run.err);
    let report: Value = serde_json::from_str(&run.out).unwrap();
    let agents = |finding: &Value| {
        let agents = finding["user_agents"].as_array().map_or(&[][..], Vec::as_slice).iter();
        agents.map(|agent| (agent["name"].as_str().unwrap().to_owned(), agent["exchanges"].as_u64().unwrap())).collect()
    };
    let findings = report["findings"].as_array().unwrap().iter();
    findings.map(|finding| (finding["subject"].as_str().unwrap().to_owned(), agents(finding))).collect()
}

fn line(agent: &str, target: &str, status: u16) -> String {
    format!("{{\"method\":\"GET\",\"uri\":\"{target}\",\"status\":{status},\"user_agent\":\"{agent}\"}}\n")
}

#[test]
fn a_log_tells_who_still_calls_what_is_gone() {
    let mut log = String::new();
    for (agent, count) in [("a/1", 3), ("b/1", 5), ("c/1", 1), ("d/1", 2), ("", 4)] {
        log.push_str(&line(agent, "/api/assets/random?count=1", 400).repeat(count));
    }
    // A server of version 3 answers, and nobody says so: each request tells for itself.
    log.push_str(&line("e/1", "/api/albums?isShared=true", 200));
    log.push_str(&line("a/1", "/api/albums?shared=true", 200));
    log.push_str(&line("a/1", "/photos", 200));
    let of =
        |agents: &[(&str, u64)]| agents.iter().map(|(name, count)| ((*name).to_owned(), *count)).collect::<Vec<_>>();
    let random = ("GET /assets/random".to_owned(), of(&[("b/1", 5), ("a/1", 3), ("d/1", 2), ("c/1", 1)]));
    let shared = ("`shared` of getAllAlbums".to_owned(), of(&[("a/1", 1)]));
    assert_eq!(callers(&log, &[]), [shared.clone(), random.clone()]);
    assert_eq!(callers(&log, &["--from", "2.7.5"]), [shared, random]);

    let human = run_with(&["compat", "-", "--to", "3.0.2"], log.as_bytes());
    assert!(human.out.contains("by 4 user agents: b/1 (5), a/1 (3), d/1 (2) and 1 more"), "{}", human.out);
    assert!(human.err.contains("a log does not tell the server's release"), "{}", human.err);
}

/// What a log does not have is not told as missing.
#[test]
fn nothing_is_said_of_what_a_log_does_not_hold() {
    let log = [
        "POST /api/search/metadata",
        "GET /api/albums",
        "POST /api/assets",
        "DELETE /api/albums/0f8fad5b-d9cb-469f-a165-70867728950e",
    ]
    .map(|call| call.split_once(' ').unwrap())
    .map(|(method, uri)| format!("{{\"method\":\"{method}\",\"uri\":\"{uri}\",\"status\":200}}\n"))
    .concat();
    for (release, status) in [("2.7.5", "200"), ("2.7.5", "401"), ("1.120.0", "304")] {
        let run = run_with(
            &["check", "-", "--server-version", release, "-v", "--format", "json"],
            log.replace("200", status).as_bytes(),
        );
        let report: Value = serde_json::from_str(&run.out).unwrap();
        let rules: Vec<&str> =
            report["findings"].as_array().unwrap().iter().map(|one| one["rule"].as_str().unwrap()).collect();
        let known = ["status-undeclared", "request-refused"];
        assert!(rules.iter().all(|rule| known.contains(rule)), "{release} {status}: {rules:?}");
        assert_eq!(report["summary"]["exchanges"], 4);
    }
}

#[test]
fn what_is_passed_over_is_counted() {
    let cut = format!(
        "{}{}{}",
        "{\"msg\":\"hello\"}\n",
        line("a/1", "/api/albums", 200),
        &line("a/1", "/api/albums", 200)[..40]
    );
    let log = file("access.log", cut.as_bytes());
    for args in [["check", &log.path, "--server-version", "2.7.5"], ["compat", &log.path, "--to", "3.0.2"]] {
        let run = run(&args);
        assert_eq!(run.code, Some(0), "{}{}", run.out, run.err);
        assert!(run.err.contains("2 entries of the captures are not exchanges, or are cut off"), "{}", run.err);
    }
}

#[test]
fn a_folder_may_hold_all_of_them() {
    let run = run(&["check", "examples", "--server-version", "2.7.5", "--fail-on", "never", "--format", "json"]);
    let report: Value = serde_json::from_str(&run.out).unwrap();
    let files = std::fs::read_dir(root().join("examples")).unwrap();
    let files = files.filter(|entry| entry.as_ref().unwrap().path().is_file()).count();
    assert_eq!(files, LOGS.len() + EXCHANGES.len() + 1, "an example that no test knows");
    // Five of the HAR, four of Traefik, two of each other.
    assert_eq!(report["summary"]["exchanges"], 5 + 4 + 2 * (files as u64 - 2), "{}", run.err);
}
