//! What is answered where something goes wrong, and what is told of it.

use std::io::{Read as _, Write as _};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::time::Duration;

use super::running::Running;
use super::server::immich;
use crate::{file, run};

/// A server that does this with each connection once it has read the head of a request.
pub(super) fn server(act: impl Fn(TcpStream) + Send + Sync + 'static) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    std::thread::spawn(move || {
        for stream in listener.incoming().map(Result::unwrap) {
            let mut head = Vec::new();
            let mut byte = [0];
            while !head.ends_with(b"\r\n\r\n") && (&stream).read(&mut byte).unwrap_or(0) > 0 {
                head.push(byte[0]);
            }
            act(stream);
        }
    });
    format!("http://{address}")
}

const GIVEN: [&str; 2] = ["--server-version", "2.7.5"];

#[test]
fn faults_of_the_server_have_their_answers() {
    let away = format!("http://{}", TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap());
    let slow = server(|stream| std::thread::sleep(Duration::from_secs(20 + u64::from(stream.peer_addr().is_err()))));
    for (upstream, status, word) in [
        (away, 502, "cannot be reached"),
        ("http://no.such.host.invalid".to_owned(), 502, "cannot be reached"),
        (server(drop), 502, "closed the connection"),
        (server(|mut stream| drop(stream.write_all(b"SSH-2.0-OpenSSH_9.9\r\n\r\n"))), 502, "is not HTTP"),
        (slow, 504, "did not answer within 1 s"),
    ] {
        let proxy = Running::start(&upstream, &[&GIVEN[..], &["--format", "json", "--timeout", "1"]].concat());
        let answer = proxy.get("/api/server/ping");
        assert_eq!(
            (answer.status(), answer.header("content-type")),
            (status, Some("application/problem+json")),
            "{word}"
        );
        let problem = answer.json();
        assert!(problem["detail"].as_str().unwrap().contains(word), "{word}: {problem}");
        let run = proxy.end();
        assert!(run.err.contains(word), "{word}: {}", run.err);
        assert_eq!(run.report()["summary"]["exchanges"], 1, "{word}");
    }
}

#[test]
fn an_answer_that_breaks_off_breaks_off_for_the_client_too() {
    for sent in ["Content-Length: 100\r\n\r\n{\"res\":", "Transfer-Encoding: chunked\r\n\r\n7\r\n{\"res\":\r\n"] {
        let upstream = server(move |mut stream| {
            let head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
            stream.write_all(format!("{head}{sent}").as_bytes()).unwrap();
        });
        let proxy = Running::start(&upstream, &[&GIVEN[..], &["--format", "json"]].concat());
        let answer = proxy.get("/api/server/ping");
        assert_eq!(answer.status(), 200);
        assert!(answer.body.contains("{\"res\":") && !answer.body.ends_with("0\r\n\r\n"), "{}", answer.body);
        let run = proxy.end();
        assert!(run.err.contains("upstream broke off its answer"), "{}", run.err);
        let summary = &run.report()["summary"];
        assert_eq!((&summary["exchanges"], &summary["unchecked_bodies"]), (&1.into(), &1.into()));
    }
}

#[test]
fn clients_that_go_away_are_told_of() {
    let record = file("record.ndjson", b"");
    let proxy = Running::start(&immich(), &["--record", &record.path]);
    let mut stream = proxy.connect();
    stream.write_all(b"GET /api/slow HTTP/1.1\r\nHost: h\r\n\r\n").unwrap();
    std::thread::sleep(Duration::from_millis(200));
    stream.shutdown(Shutdown::Both).unwrap();
    let mut upload = proxy.connect();
    upload.write_all(b"POST /length HTTP/1.1\r\nHost: h\r\nContent-Length: 9\r\n\r\n12").unwrap();
    std::thread::sleep(Duration::from_millis(200));
    drop(upload);
    std::thread::sleep(Duration::from_millis(200));
    let run = proxy.end();
    assert!(run.err.contains("the client went away before it was answered"), "{}", run.err);
    let recorded = std::fs::read_to_string(&record.path).unwrap();
    assert_eq!(recorded.lines().count(), 2, "{recorded}");
    assert!(recorded.contains("\"status\":0") && recorded.contains("the client broke off"), "{recorded}");
}

#[test]
fn a_client_that_sends_no_more_is_answered_in_time() {
    let proxy = Running::start(&immich(), &["--timeout", "1"]);
    let mut stream = proxy.connect();
    stream.write_all(b"POST /length HTTP/1.1\r\nHost: h\r\nContent-Length: 9\r\n\r\n12").unwrap();
    let mut answer = vec![0; 12];
    stream.read_exact(&mut answer).unwrap();
    assert_eq!(answer, b"HTTP/1.1 408");
    proxy.end();
}

#[test]
fn a_proxy_does_not_lead_to_itself() {
    let first = Running::start(&immich(), &["-v"]);
    let address = first.address.to_string();
    let taken = run(&["proxy", "--upstream", "http://127.0.0.1:1", "--listen", &address]);
    assert_eq!(taken.code, Some(2));
    assert!(
        taken.err.contains(&format!("cannot listen on {address}")) && taken.err.contains("--listen"),
        "{}",
        taken.err
    );
    first.end();
    let listening = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let upstream = format!("http://localhost:{}", listening.port());
    let itself = run(&["proxy", "--upstream", &upstream, "--listen", &listening.to_string()]);
    assert_eq!(itself.code, Some(2));
    assert!(itself.err.contains("where this proxy listens itself"), "{}", itself.err);
}

#[test]
fn a_proxy_that_leads_to_itself_by_another_way_ends() {
    // Passes on whatever comes, to where it is told later.
    let between = TcpListener::bind("127.0.0.1:0").unwrap();
    let proxy = Running::start(&format!("http://{}", between.local_addr().unwrap()), &[]);
    let address = proxy.address;
    std::thread::spawn(move || {
        let (stream, back) = (between.accept().unwrap().0, TcpStream::connect(address).unwrap());
        let (mut up, mut down) = ((stream.try_clone().unwrap(), back.try_clone().unwrap()), (back, stream));
        std::thread::spawn(move || std::io::copy(&mut up.0, &mut up.1));
        std::io::copy(&mut down.0, &mut down.1)
    });
    let run = proxy.wait();
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("leads back to this proxy"), "{}", run.err);
}

#[test]
fn what_cannot_start_says_why() {
    for (args, word) in [
        (vec!["--upstream", "immich.lan"], "--upstream: \"immich.lan\" is not the address of a server"),
        (vec!["--upstream", "http://h", "--record", "a.json"], "--record writes .har or .ndjson"),
        (vec!["--upstream", "http://h", "--tls-cert", "no.pem", "--tls-key", "no.pem"], "no.pem: cannot read"),
        (vec!["--upstream", "http://h", "--listen", "192.0.2.1:1"], "cannot listen on 192.0.2.1:1"),
    ] {
        let run = run(&[&["proxy", "--listen", "127.0.0.1:0"][..1], &args].concat());
        assert_eq!(run.code, Some(2), "{word}");
        assert!(run.err.contains(word), "{word}: {}", run.err);
    }
}

#[test]
fn other_targets_than_paths_are_refused() {
    let proxy = Running::start(&immich(), &[]);
    for target in ["CONNECT h:443", "OPTIONS *"] {
        let answer = proxy.send(&format!("{target} HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n"));
        assert_eq!(answer.status(), 400, "{target}: {}", answer.head);
    }
    let absolute = "GET http://photos.example/api/server/ping HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n";
    assert_eq!(proxy.send(absolute).status(), 200);
    let run = proxy.end();
    assert_eq!(run.code, Some(0), "{}", run.err);
}

#[test]
fn a_second_signal_ends_at_once() {
    let slow = server(|stream| std::thread::sleep(Duration::from_secs(20 + u64::from(stream.peer_addr().is_err()))));
    let proxy = Running::start(&slow, &GIVEN);
    let mut stream = proxy.connect();
    stream.write_all(b"GET /api/server/ping HTTP/1.1\r\nHost: h\r\n\r\n").unwrap();
    std::thread::sleep(Duration::from_millis(100));
    proxy.signal("-INT");
    std::thread::sleep(Duration::from_millis(100));
    assert_eq!(proxy.end().code, Some(130));
}
