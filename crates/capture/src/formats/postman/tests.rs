//! Collections with variables, folders and saved answers.

use crate::exchange::{Body, Exchange, PartValue, Unavailable};
use crate::tests::{fault_of, read_all};

/// A collection of these items.
fn collection(items: &str) -> String {
    format!(
        r#"{{"info": {{"name": "photos", "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"}},
"auth": {{"type": "apikey", "apikey": [{{"key": "key", "value": "x-api-key"}}, {{"key": "value", "value": "hush"}}]}},
"item": [{items}],
"variable": [{{"key": "host", "value": "photos.example"}}, {{"key": "base", "value": "https://{{{{host}}}}"}},
  {{"key": "off", "value": "x", "disabled": true}}, {{"key": "me", "value": "{{{{me}}}}{{{{me}}}}"}}, {{"key": "size", "value": 250}}]}}"#
    )
}

fn exchanges(items: &str) -> Vec<Exchange> {
    let (exchanges, _, end) = read_all("a.json", &collection(items));
    assert_eq!(end, None, "{items}");
    exchanges
}

/// The address of a request that is written so.
fn address(url: &str) -> String {
    let exchanges = exchanges(&format!(r#"{{"request": {{"method": "GET", "url": {url}}}}}"#));
    let url = &exchanges[0].request.as_ref().unwrap().url;
    [
        url.origin().unwrap_or_default(),
        url.path(),
        url.query().map(|query| format!("?{query}")).as_deref().unwrap_or_default(),
    ]
    .concat()
}

#[test]
fn folders_and_saved_answers_are_read() {
    let exchanges = exchanges(
        r#"{"name": "albums", "item": [{"name": "one", "item": [{"name": "all", "request": {"method": "GET", "url": "{{base}}/api/albums"},
            "response": [{"name": "fine", "originalRequest": {"method": "GET", "url": {"raw": "{{base}}/api/albums?shared=true"}, "header": [
                {"key": "Accept", "value": "{{host}}"}, {"key": "Off", "value": "x", "disabled": true}]},
              "code": 200, "header": [{"key": "Content-Type", "value": "application/json"}], "cookie": [{"name": "sid", "value": "c"}], "body": "[]"},
             {"name": "empty", "code": 200, "header": null, "body": null}]}]}]},
           {"name": "ping", "request": "{{base}}/api/server/ping", "response": []}"#,
    );
    let told: Vec<_> = exchanges
        .iter()
        .map(|exchange| {
            let (request, response) = (exchange.request.as_ref().unwrap(), exchange.response.as_ref());
            (request.url.path(), request.url.query(), response.map(|response| (response.status, response.body.clone())))
        })
        .collect();
    let expected = [
        ("/api/albums", Some("shared=true"), Some((200, Body::Text("[]".to_owned())))),
        ("/api/albums", None, Some((200, Body::Unknown))),
        ("/api/server/ping", None, None),
    ];
    assert_eq!(told, expected);
    let request = exchanges[0].request.as_ref().unwrap();
    assert_eq!(request.headers.iter().collect::<Vec<_>>(), [("Accept", "photos.example")]);
    assert!(!request.headers.is_complete() && exchanges[0].response.as_ref().unwrap().headers.is_complete());
    assert!(!exchanges[1].response.as_ref().unwrap().headers.is_complete());
    let beside = |name: &str| exchanges[0].beside.get(name);
    assert_eq!((beside("apikey"), beside("sid"), beside("host")), (Some("hush"), Some("c"), Some("photos.example")));
}

#[test]
fn what_is_known_of_variables_is_put_in() {
    for (url, expected) in [
        (r#""{{base}}/api/x?size={{ size }}""#, "https://photos.example/api/x?size=250"),
        (r#""{{server}}/api/x""#, "/api/x"),
        (r#""{{base}}/api/{{id}}/x""#, "https://photos.example/api/{{id}}/x"),
        (r#""{{off}}/api/x""#, "/api/x"),
        (
            r#"{"raw": "{{base}}/api/albums/:id/:other", "variable": [{"key": "id", "value": "{{size}}"}, {"key": "other", "value": ""}]}"#,
            "https://photos.example/api/albums/250/:other",
        ),
        (r#""http://h/{{unclosed""#, "http://h/{{unclosed"),
    ] {
        assert_eq!(address(url), expected, "{url}");
    }
    assert!(address(r#""http://h/{{me}}""#).len() < 2_000_000, "variables that stand for themselves");
}

#[test]
fn bodies_of_requests_have_modes() {
    let sent = |body: &str| {
        let item = format!(r#"{{"request": {{"method": "POST", "url": "/api/x", "body": {body}}}}}"#);
        let request = exchanges(&item).remove(0).request.unwrap();
        (request.recorded_type, request.body)
    };
    let text = |text: &str| Body::Text(text.to_owned());
    for (body, media_type, expected) in [
        ("null", None, Body::None),
        (r#"{"mode": "raw", "raw": ""}"#, None, Body::None),
        (
            r#"{"mode": "raw", "raw": "{\"n\": {{size}}}", "options": {"raw": {"language": "json"}}}"#,
            Some("application/json"),
            text(r#"{"n": 250}"#),
        ),
        (
            r#"{"mode": "urlencoded", "urlencoded": [{"key": "a b", "value": "{{host}}"}, {"key": "c", "value": "d", "disabled": true}]}"#,
            Some("application/x-www-form-urlencoded"),
            text("a+b=photos.example"),
        ),
        (r#"{"mode": "file", "file": {"src": "a.jpg"}}"#, None, Body::Unavailable(Unavailable::NotRecorded)),
    ] {
        assert_eq!(sent(body), (media_type.map(str::to_owned), expected), "{body}");
    }
    let (_, Body::Parts(parts)) = sent(
        r#"{"mode": "formdata", "formdata": [{"key": "id", "value": "{{size}}", "type": "text"}, {"key": "file", "type": "file", "src": "a.jpg"}]}"#,
    ) else {
        panic!("not a form")
    };
    let told: Vec<_> =
        parts.iter().map(|part| (part.name.as_str(), part.filename.as_deref(), part.value.clone())).collect();
    let file = PartValue::Unavailable(Unavailable::NotRecorded);
    assert_eq!(told, [("id", None, PartValue::Text("250".to_owned())), ("file", Some("a.jpg"), file)]);
}

#[test]
fn faults_have_a_place_and_drafts_are_counted() {
    let draft = collection(r#"{"request": {"method": "GET", "url": {"raw": ""}}}, {"name": "a note"}"#);
    assert_eq!(read_all("a.json", &draft).1, 1);
    let answer = collection(r#"{"request": "/api/x", "response": [{"code": "200"}]}"#);
    let version = collection("").replace("v2.1.0", "v3.0.0");
    for (collection, line, reason) in [
        (answer, 3, "entry 0: the `code` of an answer"),
        (version, 1, "of another version than 2.0 and 2.1"),
        (collection("{]"), 3, ""),
    ] {
        let fault = fault_of("a.json", &collection);
        assert!(fault.starts_with(&format!("a.json:{line}:")) && fault.contains(reason), "{fault}");
        assert!(fault.contains("export the collection again"), "{fault}");
    }
}
