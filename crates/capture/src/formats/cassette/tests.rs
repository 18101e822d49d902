//! Cassettes of the libraries, whole and wrong.

use crate::exchange::{Body, Exchange, Unavailable};
use crate::tests::{fault_of, read_all};

fn exchange(cassette: &str) -> Exchange {
    let (mut exchanges, passed_over, end) = read_all("a.yaml", cassette);
    assert_eq!((exchanges.len(), passed_over, end), (1, 0, None), "{cassette}");
    exchanges.remove(0)
}

fn bodies(exchange: Exchange) -> (Body, Body) {
    (exchange.request.unwrap().body, exchange.response.unwrap().body)
}

fn text(text: &str) -> Body {
    Body::Text(text.to_owned())
}

const PYTHON: &str = "interactions:
- request:
    body: '{\"page\": 1}'
    headers:
      Content-Type: [application/json]
      x-api-key: [k]
    method: POST
    uri: http://immich.example/api/search/metadata?x=1
  response:
    body: {string: '{\"albums\": {}}'}
    headers:
      content-type: [application/json; charset=utf-8]
    status: {code: 200, message: OK}
version: 1
";

#[test]
fn a_cassette_of_python_is_read() {
    let exchange = exchange(PYTHON);
    let (request, response) = (exchange.request.as_ref().unwrap(), exchange.response.as_ref().unwrap());
    assert_eq!((request.method.as_str(), request.url.query(), response.status), ("POST", Some("x=1"), 200));
    assert_eq!(request.headers.get("X-Api-Key"), Some("k"));
    assert_eq!(response.essence().as_deref(), Some("application/json"));
    assert_eq!((exchange.place.entry, exchange.place.line), (0, None));
    assert_eq!(bodies(exchange), (text("{\"page\": 1}"), text("{\"albums\": {}}")));
}

#[test]
fn bodies_are_written_in_many_ways() {
    let not_recorded = Body::Unavailable(Unavailable::NotRecorded);
    // `printf '[1]' | gzip -n | base64`
    let gzip = "H4sIAAAAAAAAA4s2jAUAuDIvTAMAAAA=";
    for (written, headers, expected) in [
        ("{string: ''}", "{}", Body::None),
        ("null", "{}", Body::None),
        ("{string: null}", "{}", Body::None),
        ("[1]", "{}", not_recorded.clone()),
        ("{encoding: UTF-8}", "{}", not_recorded),
        ("{string: !!binary aGk=}", "{}", Body::Bytes(b"hi".to_vec())),
        ("{encoding: UTF-8, base64_string: aGk=}", "{}", Body::Bytes(b"hi".to_vec())),
        ("{base64_string: '?'}", "{}", Body::Damaged(b"?".to_vec())),
        (&format!("{{string: !!binary {gzip}}}"), "{content-encoding: [gzip]}", text("[1]")),
        ("{string: \"\\xE9\"}", "{content-type: text/plain}", text("\u{e9}")),
    ] {
        let cassette = PYTHON
            .replace("{string: '{\"albums\": {}}'}", written)
            .replace("\n      content-type: [application/json; charset=utf-8]", &format!(" {headers}"));
        assert_eq!(bodies(exchange(&cassette)).1, expected, "{written}");
    }
}

#[test]
fn json_other_libraries_and_old_httpx_are_read() {
    let json = r#"{"version": 1, "interactions": [{"request": {"method": "GET", "uri": "/a", "body": null, "headers": {}},
        "response": {"status": {"code": 204, "message": "No Content"}, "headers": {}, "body": {"string": ""}}}]}"#;
    let httpx = "interactions:\n- request: {body: '', headers: {}, method: GET, uri: /a}\n  response: {content: '[]', headers: {a: b}, http_version: HTTP/1.1, status_code: 200}\nversion: 1\n";
    let ruby = "---\nhttp_interactions:\n- request:\n    method: get\n    uri: /a\n    body: {encoding: US-ASCII, string: ''}\n    headers: {}\n  response:\n    status: {code: 200, message: OK}\n    headers: {}\n    body: {encoding: UTF-8, string: '[]'}\n  recorded_at: Sun, 01 Nov 2026 10:00:00 GMT\nrecorded_with: VCR 6.3.1\n";
    let betamax = r#"{"http_interactions": [{"request": {"body": {"encoding": "utf-8", "string": ""}, "headers": {}, "method": "GET", "uri": "/a"},
        "response": {"body": {"encoding": null, "base64_string": "W10="}, "headers": {}, "status": {"code": 200, "message": "OK"}, "url": "/a"},
        "recorded_at": "2026-11-01T10:00:00"}], "recorded_with": "betamax/0.9.0"}"#;
    let bytes = Body::Bytes(b"[]".to_vec());
    for (cassette, expected) in [(json, Body::None), (httpx, text("[]")), (ruby, text("[]")), (betamax, bytes)] {
        let exchange = exchange(cassette);
        assert_eq!(exchange.request.as_ref().unwrap().method, "GET", "{cassette}");
        assert_eq!(bodies(exchange), (Body::None, expected), "{cassette}");
    }
}

#[test]
fn faults_have_a_place() {
    let table = [
        (PYTHON.replace("version: 1", "version: 2"), 14, "of version 2"),
        (PYTHON.replace("version: 1", "version: one"), 14, "not the number 1"),
        (PYTHON.replace("    uri:", "    url:"), 2, "entry 0: `uri` is missing"),
        (PYTHON.replace("code: 200", "code: 70000"), 13, "entry 0: the status"),
        (PYTHON.replace("method: POST", "method: [POST]"), 7, "entry 0: `method` is not a text"),
        ("- request:\n    method: GET\n  response: {}\n".to_owned(), 1, "is a list"),
        ("interactions: 7\n".to_owned(), 1, "no list of interactions"),
        (format!("{PYTHON}  x: [\n"), 15, "not YAML"),
        ("interactions: *x\n".to_owned(), 1, "YAML"),
    ];
    for (cassette, line, reason) in table {
        let fault = fault_of("a.yaml", &cassette);
        assert!(fault.starts_with(&format!("a.yaml:{line}:")) && fault.contains(reason), "{cassette}: {fault}");
    }
}

#[test]
fn interactions_before_a_wrong_one_are_handed_out() {
    let wrong = PYTHON.replace("version: 1\n", "- request: {}\nversion: 1\n");
    let (exchanges, _, end) = read_all("a.yaml", &wrong);
    assert_eq!(exchanges.len(), 1);
    assert!(end.unwrap().contains("entry 1: `response` is missing"));
}

#[test]
fn aliases_have_an_end() {
    let others =
        ["b", "c", "d", "e", "f", "g", "h"].iter().zip(["a", "b", "c", "d", "e", "f", "g"]).map(|(name, other)| {
            let items = vec![format!("*{other}"); 8].join(", ");
            format!("- {name}: &{name} [{items}]\n")
        });
    let cassette: Vec<String> = others.collect();
    let cassette = format!("interactions:\n- a: &a [x, x, x, x, x, x, x, x]\n{}", cassette.concat());
    assert!(fault_of("a.yaml", &cassette).contains("aliases stand for more"));
}

#[test]
fn a_pact_is_not_a_cassette() {
    let pact = br#"{"consumer": {"name": "a"}, "provider": {"name": "b"}, "interactions": []}"#;
    assert!(
        !super::sniff(pact) && super::sniff(b"---\n# x\nversion: 1\ninteractions: []\n") && !super::sniff(b"a: b\n")
    );
}
