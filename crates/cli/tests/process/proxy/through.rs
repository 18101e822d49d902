//! What goes through, and how it comes out.

use std::io::{Read, Write as _};

use serde_json::json;

use super::faults::server;
use super::running::{Answer, Running};
use super::server::{ORIGINAL, immich, original_bytes};

const WRONG: &str = "GET /api/server/ping HTTP/1.1\r\nHost: photos.example\r\nX-Wrong: 1\r\nConnection: close\r\n\r\n";

/// The head of an answer, and not a byte of what comes behind it.
fn head(stream: &mut impl Read) -> Answer {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        let mut byte = [0];
        stream.read_exact(&mut byte).unwrap();
        head.push(byte[0]);
    }
    Answer::of(&head)
}

#[test]
fn traffic_is_reported_as_check_does() {
    let proxy = Running::start(&immich(), &["--format", "json"]);
    assert_eq!(proxy.get("/api/server/ping").json(), json!({"res": "pong"}));
    for _ in 0..3 {
        assert_eq!(proxy.send(WRONG).json(), json!({"res": 3}));
    }
    let gzip = WRONG.replace("X-Wrong", "X-Gzip");
    assert_eq!(proxy.send(&gzip).header("content-encoding"), Some("gzip"));
    let run = proxy.end();
    assert_eq!(run.code, Some(1), "{}", run.err);
    assert_eq!(run.rules(), ["type-mismatch"; 4]);
    let report = run.report();
    assert_eq!((&report["summary"]["exchanges"], &report["releases"]), (&json!(5), &json!("2.7.5")));
    assert_eq!(report["exercised"], json!(["pingServer"]));
    assert!(run.err.contains("the server says that it is 2.7.5"), "{}", run.err);
    assert_eq!(run.err.matches("error[type-mismatch] GET /api/server/ping → 200").count(), 1, "once: {}", run.err);
}

#[test]
fn heads_are_passed_on_as_reverse_proxies_do() {
    let upstream = immich();
    let proxy = Running::start(&upstream, &[]);
    let request = "GET /seen HTTP/1.1\r\nHost: photos.example\r\nX-Own: a\r\nx-own: b\r\nConnection: close, X-Hop\r\nX-Hop: 1\r\n\
        X-Forwarded-For: 10.1.2.3\r\nKeep-Alive: timeout=5\r\n\r\n";
    let seen = proxy.send(request);
    let host = upstream.strip_prefix("http://").unwrap();
    let expected = json!([
        ["host", host],
        ["x-own", "a"],
        ["x-own", "b"],
        ["x-forwarded-for", "10.1.2.3, 127.0.0.1"],
        ["x-forwarded-host", "photos.example"],
        ["x-forwarded-proto", "http"],
    ]);
    let sorted = |list: &serde_json::Value| {
        let mut list = list.as_array().unwrap().clone();
        list.sort_by_key(ToString::to_string);
        list
    };
    assert_eq!(sorted(&seen.json()), sorted(&expected));
    proxy.end();
}

#[test]
fn names_are_spelt_as_they_came() {
    let upstream = server(|mut stream| {
        stream
            .write_all(
                b"HTTP/1.1 200 Fine\r\nX-ODD-name: a\r\nConnection: x-hop\r\nX-Hop: 1\r\nContent-length: 2\r\n\r\n[]",
            )
            .unwrap();
    });
    let proxy = Running::start(&upstream, &["--server-version", "2.7.5"]);
    let answer = proxy.get("/");
    assert_eq!(answer.head, "HTTP/1.1 200 Fine\r\nX-ODD-name: a\r\nContent-length: 2\r\nConnection: close");
    proxy.end();
}

#[test]
fn bodies_go_through_whole_in_part_and_not_at_all() {
    let proxy = Running::start(&immich(), &["--format", "json"]);
    let path = "/api/assets/5f0c2a8e-3d1b-4c5a-9e7f-000000000002/original";
    let mut stream = proxy.connect();
    for (method, range, length) in [("GET", "", ORIGINAL), ("HEAD", "", 0), ("GET", "Range: bytes=5-9\r\n", 5)] {
        write!(stream, "{method} {path} HTTP/1.1\r\nHost: h\r\n{range}\r\n").unwrap();
        let head = head(&mut stream);
        let expected = if range.is_empty() { ORIGINAL } else { 5 };
        assert_eq!(head.header("content-length"), Some(expected.to_string().as_str()), "{method} {range}");
        assert_eq!(head.status(), if range.is_empty() { 200 } else { 206 });
        let mut body = vec![0; length];
        stream.read_exact(&mut body).unwrap();
        let from = if range.is_empty() { 0 } else { 5 };
        assert!(body == original_bytes(from..from + length), "{method} {range}");
    }
    drop(stream);
    assert_eq!(proxy.end().report()["summary"]["exchanges"], 3);
}

#[test]
fn a_body_is_asked_for_when_the_server_asks() {
    let proxy = Running::start(&immich(), &["--server-version", "2.7.5"]);
    let mut stream = proxy.connect();
    stream.write_all(b"POST /length HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 5\r\nConnection: close\r\n\r\n").unwrap();
    let mut asked = [0; 25];
    stream.read_exact(&mut asked).unwrap();
    assert_eq!(asked, *b"HTTP/1.1 100 Continue\r\n\r\n");
    stream.write_all(b"12345").unwrap();
    let mut rest = Vec::new();
    stream.read_to_end(&mut rest).unwrap();
    assert_eq!(Answer::of(&rest).json()["length"], 5);
    proxy.end();
}

#[test]
fn trailers_go_through_both_ways() {
    let proxy = Running::start(&immich(), &["--server-version", "2.7.5"]);
    let sent = proxy.send(
        "POST /length HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\nTrailer: digest\r\nConnection: close\r\n\r\n\
         3\r\nabc\r\n0\r\ndigest: sha-256=y\r\n\r\n",
    );
    assert_eq!(sent.json(), json!({"length": 3, "digest": "sha-256=y"}));
    let answered = proxy.send("GET /trailers HTTP/1.1\r\nHost: h\r\nTE: trailers\r\nConnection: close\r\n\r\n");
    assert!(answered.body.ends_with("0\r\ndigest: sha-256=x\r\n\r\n"), "{}", answered.body);
    proxy.end();
}

#[test]
fn a_websocket_is_passed_through() {
    let proxy = Running::start(&immich(), &["--format", "json", "-v"]);
    let mut stream = proxy.connect();
    let request = "GET /socket HTTP/1.1\r\nHost: h\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n";
    stream.write_all(request.as_bytes()).unwrap();
    let head = head(&mut stream);
    assert_eq!((head.status(), head.header("upgrade")), (101, Some("websocket")), "{}", head.head);
    for word in ["one", "another"] {
        stream.write_all(word.as_bytes()).unwrap();
        let mut echo = vec![0; word.len()];
        stream.read_exact(&mut echo).unwrap();
        assert_eq!(echo, word.as_bytes());
    }
    drop(stream);
    proxy.get("/api/server/ping");
    assert_eq!(proxy.end().report()["summary"]["exchanges"], 2);
}

#[test]
fn http_2_comes_out_as_http_1() {
    let proxy = Running::start(&immich(), &["--format", "json"]);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_io().enable_time().build().unwrap();
    let address = proxy.address;
    let answered = runtime.block_on(async move {
        use http_body_util::{BodyExt, Empty};
        use hyper_util::client::legacy::Client;
        use hyper_util::rt::TokioExecutor;
        let client: Client<_, Empty<hyper::body::Bytes>> =
            Client::builder(TokioExecutor::new()).http2_only(true).build_http();
        let response = client.get(format!("http://{address}/api/server/ping").parse().unwrap()).await.unwrap();
        (response.version(), response.into_body().collect().await.unwrap().to_bytes())
    });
    assert_eq!(answered, (hyper::Version::HTTP_2, r#"{"res":"pong"}"#.into()));
    assert_eq!(proxy.end().report()["summary"]["exchanges"], 1);
}
