//! Real traffic, sent again through the proxy to a server that answers as was recorded: the report is that of `check`, and
//! the record reads back to it.

use std::collections::VecDeque;
use std::path::Path;
use std::sync::{Arc, Mutex};

use http_body_util::{BodyExt, Full};
use hyper::body::{Bytes, Incoming};
use hyper::http::request;
use hyper::{Request, Response};
use hyper_util::client::legacy::Client;
use hyper_util::rt::TokioExecutor;
use serde_json::Value;
use testkit::material::captures;
use validator::capture::record::line;
use validator::capture::{Captures, Options};
use validator::exchange::{Body, Exchange, Headers, Item, Part, PartValue};

use super::running::Running;
use super::server::{Sent, answer, of_json, serve};
use crate::{file, run};

/// What is about a connection, or is told by the body that is sent.
const OF_CONNECTION: [&str; 5] = ["host", "connection", "keep-alive", "content-length", "transfer-encoding"];

/// One in so many exchanges is sent again; all of them if `$IMMICH_REPLAY_ALL` is set.
const EVERY: usize = 25;

/// What stands for a body that was not recorded.
const OMITTED: &[u8] = b"\xff\xd8 was left out";

fn exchanges(capture: &Path) -> Vec<Exchange> {
    let mut found = Vec::new();
    let opened = Captures::open(&[capture], Options::default()).unwrap();
    let read = opened.for_each(|item| {
        if let Item::Exchange(exchange) = item {
            found.push(*exchange);
        }
        std::ops::ControlFlow::Continue(())
    });
    read.unwrap();
    found
}

fn fields(headers: &Headers) -> impl Iterator<Item = (&str, &str)> {
    headers.iter().filter(|(name, _)| !OF_CONNECTION.contains(&name.to_ascii_lowercase().as_str()))
}

fn bytes(body: &Body, media_type: &str) -> Vec<u8> {
    match body {
        Body::None | Body::Unknown => Vec::new(),
        Body::Unavailable(_) | Body::Damaged(_) => OMITTED.to_vec(),
        Body::Text(text) => text.as_bytes().to_vec(),
        Body::Bytes(bytes) => bytes.clone(),
        Body::Parts(parts) => form(parts, media_type.split_once("boundary=").map_or("x", |(_, boundary)| boundary)),
    }
}

fn form(parts: &[Part], boundary: &str) -> Vec<u8> {
    let mut form = Vec::new();
    for part in parts {
        let filename = part.filename.iter().map(|name| format!("; filename=\"{name}\""));
        let media_type = part.content_type.iter().map(|name| format!("\r\nContent-Type: {name}"));
        let more: String = filename.chain(media_type).collect();
        let head = format!("--{boundary}\r\nContent-Disposition: form-data; name=\"{}\"{more}", part.name);
        form.extend_from_slice(head.as_bytes());
        form.extend_from_slice(b"\r\n\r\n");
        form.extend_from_slice(match &part.value {
            PartValue::Text(text) => text.as_bytes(),
            PartValue::Bytes(bytes) => bytes,
            PartValue::Unavailable(_) => OMITTED,
        });
        form.extend_from_slice(b"\r\n");
    }
    form.extend_from_slice(format!("--{boundary}--\r\n").as_bytes());
    form
}

fn recorded(exchange: &Exchange) -> Sent {
    let response = exchange.response.as_ref().unwrap();
    let mut head = Response::builder().status(response.status);
    for (name, value) in fields(&response.headers) {
        head = head.header(name, value);
    }
    answer(head, &bytes(&response.body, ""))
}

/// A server that answers one exchange after the other. What the proxy itself asks is none of them.
fn stub(exchanges: &[Exchange]) -> String {
    let left: Arc<Mutex<VecDeque<Exchange>>> = Arc::new(Mutex::new(exchanges.iter().cloned().collect()));
    let answered = move |request: Request<Incoming>| {
        let left = Arc::clone(&left);
        async move {
            if request.headers().contains_key("via") {
                return of_json("{}");
            }
            request.into_body().collect().await.unwrap();
            let next = left.lock().unwrap().pop_front().unwrap();
            recorded(&next)
        }
    };
    format!("http://{}", serve(answered))
}

fn request(exchange: &Exchange, proxy: &str) -> Request<Full<Bytes>> {
    let sent = exchange.request.as_ref().unwrap();
    let query = sent.url.query().map(|query| format!("?{query}")).unwrap_or_default();
    let head: request::Builder = Request::builder().method(sent.method.as_str());
    let mut head = head.uri(format!("{proxy}{}{query}", sent.url.path()));
    for (name, value) in fields(&sent.headers) {
        head = head.header(name, value);
    }
    let media_type = sent.media_type().unwrap_or_default();
    head.body(Full::new(Bytes::from(bytes(&sent.body, media_type)))).unwrap()
}

fn replay(exchanges: &[Exchange], proxy: &str) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_io().enable_time().build().unwrap();
    runtime.block_on(async {
        let client: Client<_, Full<Bytes>> = Client::builder(TokioExecutor::new()).build_http();
        for exchange in exchanges {
            let answered = client.request(request(exchange, proxy)).await.unwrap();
            let expected = exchange.response.as_ref().unwrap();
            assert_eq!(answered.status(), expected.status, "{:?}", exchange.place);
            let body = answered.into_body().collect().await.unwrap().to_bytes();
            assert_eq!(body, bytes(&expected.body, ""), "{:?}", exchange.place);
        }
    });
}

/// A report without what tells where it is from.
fn comparable(report: &str) -> Value {
    let mut report: Value = serde_json::from_str(report).unwrap();
    for finding in report["findings"].as_array_mut().unwrap() {
        finding.as_object_mut().unwrap().remove("fingerprint");
        let location = finding["location"].as_object_mut().unwrap();
        for member in ["source", "line", "column"] {
            location.remove(member);
        }
    }
    report
}

/// What stands in one of two reports only, as far as there is something.
fn differing(left: &Value, right: &Value) -> Option<String> {
    let told = |report: &Value| {
        report["findings"].as_array().unwrap().iter().map(ToString::to_string).collect::<Vec<String>>()
    };
    let (left_told, right_told) = (told(left), told(right));
    let only = |sign: &str, told: &[String], other: &[String]| {
        let only = told.iter().filter(|finding| !other.contains(finding));
        only.take(20).map(|finding| format!("{sign} {finding}")).collect::<Vec<_>>().join("\n")
    };
    let findings = only("-", &left_told, &right_told) + &only("+", &right_told, &left_told);
    (left != right).then(|| format!("{findings}{}\n{}", left["summary"], right["summary"]))
}

fn holds(release: &str) {
    let Some(captures) = captures() else { return };
    let path = captures.join(format!("v{release}")).join("capture.har");
    let is_all = std::env::var_os("IMMICH_REPLAY_ALL").is_some();
    let exchanges: Vec<Exchange> = exchanges(&path).into_iter().step_by(if is_all { 1 } else { EVERY }).collect();
    let lines: Vec<String> = exchanges.iter().map(|exchange| Value::Object(line(exchange)).to_string()).collect();
    let sample = file("sample.ndjson", lines.join("\n").as_bytes());
    let record = file("record.ndjson.gz", b"");
    let args = ["--server-version", release, "--format", "json"];
    let proxy = Running::start(&stub(&exchanges), &[&args[..], &["--record", &record.path]].concat());
    replay(&exchanges, &format!("http://{}", proxy.address));
    let live = comparable(&proxy.end().out);
    let check = |path: &str| comparable(&run(&[&["check", path], &args[..]].concat()).out);
    let whole = is_all.then(|| path.to_str().unwrap());
    for again in [&*sample.path, &*record.path].into_iter().chain(whole) {
        let differing = differing(&live, &check(again));
        assert!(differing.is_none(), "{again}: {}", differing.unwrap_or_default());
    }
}

#[test]
fn traffic_of_1_132_3_is_reported_as_it_was() {
    holds("1.132.3");
}

#[test]
fn traffic_of_2_7_5_is_reported_as_it_was() {
    holds("2.7.5");
}
