//! What is written as HAR or as NDJSON is read back as it was, and each way in which recorders leave bodies out is
//! understood.

use std::ops::ControlFlow;
use std::sync::Arc;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::{Captures, Options};
use crate::exchange::{
    Body, Exchange, Headers, Item, ItemLocation, Part, PartValue, Request, Response, Unavailable, Url,
};

fn read(text: String) -> Vec<Exchange> {
    let mut exchanges = Vec::new();
    let captures = Captures::from_bytes("a", text.into_bytes(), Options::default());
    captures
        .for_each(|item| {
            match item {
                Item::Exchange(exchange) => exchanges.push(*exchange),
                Item::Body(body) => panic!("{body:?}"),
            }
            ControlFlow::Continue(())
        })
        .unwrap();
    exchanges
}

fn headers() -> impl Strategy<Value = Headers> {
    let name = prop_oneof![Just("Content-Type".to_owned()), Just("set-cookie".to_owned()), "[a-zA-Z]{1,8}"];
    vec((name, any::<String>()), 0..4).prop_map(|fields| fields.into_iter().collect())
}

fn body() -> impl Strategy<Value = Body> {
    prop_oneof![
        Just(Body::None),
        Just(Body::Unavailable(Unavailable::Omitted)),
        any::<String>().prop_filter("no body", |text| !text.is_empty()).prop_map(Body::Text),
        vec(any::<u8>(), 1..40).prop_map(Body::Bytes),
    ]
}

fn part() -> impl Strategy<Value = Part> {
    let value = prop_oneof![
        any::<String>().prop_map(|text| (PartValue::Text(text), None)),
        any::<String>().prop_map(|name| (PartValue::Unavailable(Unavailable::Omitted), Some(name))),
    ];
    (any::<String>(), value, option::of("[a-z]{1,5}/[a-z]{1,5}"))
        .prop_map(|(name, (value, filename), content_type)| Part { name, filename, content_type, value })
}

fn request() -> impl Strategy<Value = Request> {
    let url = "(https?://[a-z]{1,5}(:[0-9]{2,4})?)?/[ -~&&[^?#]]{0,20}(\\?[ -~&&[^#]]{0,20})?";
    let body = prop_oneof![3 => body(), 1 => vec(part(), 1..4).prop_map(Body::Parts)];
    (prop::sample::select(vec!["GET", "POST", "PUT"]), url, headers(), body).prop_map(|(method, url, headers, body)| {
        // A form that is not a multipart form is read as text, and that is another test.
        let headers: Headers = match body {
            Body::Parts(_) => [("content-type", "multipart/form-data; boundary=x")].into_iter().collect(),
            _ => headers,
        };
        Request { method: method.to_owned(), url: Url::parse(&url), headers, body, recorded_type: None }
    })
}

fn response() -> impl Strategy<Value = Response> {
    let status = prop::sample::select(vec![200_u16, 201, 302, 400, 404, 500]);
    (status, headers(), body()).prop_map(|(status, headers, body)| Response {
        status,
        headers,
        body,
        recorded_type: None,
    })
}

fn exchanges() -> impl Strategy<Value = Vec<Exchange>> {
    let one = (request(), option::of(response()), option::of("[0-9]\\.[0-9]\\.[0-9]"));
    vec(one, 1..5).prop_map(|all| {
        let exchange = |(entry, (request, response, server_version))| Exchange {
            beside: Headers::default(),
            place: ItemLocation { source: Arc::from("a"), entry, line: None },
            request: Some(request),
            response,
            server_version,
        };
        all.into_iter().enumerate().map(exchange).collect()
    })
}

fn url(url: &Url) -> String {
    let query = url.query().map(|query| format!("?{query}")).unwrap_or_default();
    format!("{}{}{query}", url.origin().unwrap_or_default(), url.path())
}

fn fields(headers: &Headers) -> Value {
    headers.iter().map(|(name, value)| json!({"name": name, "value": value})).collect()
}

fn merged(mut object: Value, more: Value) -> Value {
    let (Value::Object(members), Value::Object(more)) = (&mut object, more) else { panic!("objects") };
    members.extend(more);
    object
}

fn har_part(part: &Part) -> Value {
    let base = json!({"name": part.name, "fileName": part.filename, "contentType": part.content_type});
    match &part.value {
        PartValue::Text(text) => merged(base, json!({"value": text})),
        _ => merged(base, json!({"comment": "body omitted: 5 bytes"})),
    }
}

fn har_body(body: &Body) -> Value {
    match body {
        Body::None => json!({"size": 0}),
        Body::Text(text) => json!({"size": text.len(), "text": text}),
        Body::Bytes(bytes) => json!({"size": bytes.len(), "text": BASE64_STANDARD.encode(bytes), "encoding": "base64"}),
        Body::Parts(parts) => json!({"mimeType": "", "params": parts.iter().map(har_part).collect::<Value>()}),
        Body::Unavailable(_) => json!({"size": 7, "comment": "body omitted: 7 bytes"}),
        Body::Unknown | Body::Damaged(_) => unreachable!("none is made here"),
    }
}

fn har_entry(exchange: &Exchange) -> Value {
    let request = exchange.request.as_ref().unwrap();
    let size = i64::from(request.body != Body::None);
    let mut written = json!({"method": request.method, "url": url(&request.url), "headers": fields(&request.headers)});
    written = merged(written, json!({"bodySize": size, "queryString": [], "cookies": []}));
    if request.body != Body::None {
        written = merged(written, json!({"postData": har_body(&request.body)}));
    }
    let response = match &exchange.response {
        Some(response) => {
            json!({"status": response.status, "headers": fields(&response.headers), "content": har_body(&response.body)})
        }
        None => json!({"status": 0, "headers": [], "content": {"size": 0}}),
    };
    json!({"time": 1.5, "request": written, "response": response, "_serverVersion": exchange.server_version})
}

fn line_part(part: &Part) -> Value {
    let base = json!({"name": part.name, "filename": part.filename, "contentType": part.content_type});
    match &part.value {
        PartValue::Text(text) => merged(base, json!({"value": text})),
        _ => merged(base, json!({"bodyOmitted": 5})),
    }
}

fn line_body(body: &Body) -> Value {
    match body {
        Body::None => json!({"bodyText": null}),
        Body::Text(text) => json!({"bodyText": text}),
        Body::Bytes(bytes) => json!({"bodyBase64": BASE64_STANDARD.encode(bytes)}),
        Body::Parts(parts) => json!({"bodyOmitted": 9, "multipart": parts.iter().map(line_part).collect::<Value>()}),
        Body::Unavailable(_) => json!({"bodyOmitted": 7}),
        Body::Unknown | Body::Damaged(_) => unreachable!("none is made here"),
    }
}

fn line(exchange: &Exchange) -> Value {
    let request = exchange.request.as_ref().unwrap();
    let head = json!({"method": request.method, "url": url(&request.url), "headers": fields(&request.headers)});
    let response = exchange.response.as_ref().map(|response| {
        let head = json!({"status": response.status, "headers": fields(&response.headers)});
        merged(head, line_body(&response.body))
    });
    let request = merged(head, line_body(&request.body));
    json!({"request": request, "response": response, "serverVersion": exchange.server_version})
}

proptest! {
    #[test]
    fn har_is_read_as_written(exchanges in exchanges()) {
        let entries: Value = exchanges.iter().map(har_entry).collect();
        let text = json!({"log": {"version": "1.2", "entries": entries}}).to_string();
        prop_assert_eq!(read(text), exchanges);
    }

    #[test]
    fn ndjson_is_read_as_written(mut exchanges in exchanges()) {
        let lines: Vec<String> = exchanges.iter().map(|exchange| line(exchange).to_string()).collect();
        let text = lines.join("\n");
        for (exchange, number) in exchanges.iter_mut().zip(1..) {
            exchange.place.line = Some(number);
        }
        prop_assert_eq!(read(text), exchanges);
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in vec(any::<u8>(), 0..200), text in "[\\[{\":,}\\]log entrisqu0-9]{0,60}") {
        for bytes in [bytes, text.into_bytes()] {
            let _ = Captures::from_bytes("a", bytes.clone(), Options::default()).for_each(|_| ControlFlow::Continue(()));
            let _ = crate::document::Document::parse(&bytes);
        }
    }
}

const OMITTED: Body = Body::Unavailable(Unavailable::Omitted);
const NOT_RECORDED: Body = Body::Unavailable(Unavailable::NotRecorded);

fn damaged(recorded: impl Into<Vec<u8>>) -> Body {
    Body::Damaged(recorded.into())
}

#[test]
fn bodies_of_har_responses() {
    let ok = json!({"status": 200});
    let length = |length: &str| json!({"status": 200, "headers": [{"name": "Content-Length", "value": length}]});
    let table = [
        (&ok, json!({"size": -1}), NOT_RECORDED),
        (&ok, json!(null), NOT_RECORDED),
        (&ok, json!({"size": 0, "text": ""}), Body::None),
        (&ok, json!({"size": -1, "text": "[]"}), Body::Text("[]".into())),
        (&ok, json!({"size": 5}), NOT_RECORDED),
        (&ok, json!({"size": 5, "comment": "left out"}), OMITTED),
        (&ok, json!({"size": -1, "comment": "left out"}), OMITTED),
        (&ok, json!({"size": 9, "text": "{\"a\":"}), damaged("{\"a\":")),
        (&ok, json!({"size": 9, "text": "\"ä\""}), Body::Text("\"ä\"".into())),
        (&ok, json!({"size": 9, "text": "eyJh", "encoding": "base64"}), damaged("{\"a")),
        (&ok, json!({"size": 3, "text": "AP\n8=", "encoding": "base64"}), damaged([0, 255])),
        (&ok, json!({"size": 2, "text": "AP\n8=", "encoding": "base64"}), Body::Bytes(vec![0, 255])),
        (&ok, json!({"size": 2, "text": "a!", "encoding": "base64"}), damaged("a!")),
        (&ok, json!({"text": "[]", "comment": "truncated"}), damaged("[]")),
        (&length("0"), json!({"size": -1}), Body::None),
        (&length("7"), json!({"size": 0}), NOT_RECORDED),
        (&json!({"status": 204}), json!({"size": -1}), Body::None),
        (&json!({"status": 304}), json!(null), Body::None),
    ];
    for (response, content, expected) in table {
        let request = json!({"method": "GET", "url": "/"});
        let response = merged(response.clone(), json!({"content": content}));
        let har = json!({"log": {"entries": [{"request": request, "response": response}]}});
        let body = read(har.to_string()).pop().unwrap().response.unwrap().body;
        assert!(body == expected, "{har}: {body:?}");
    }
}

#[test]
fn bodies_of_har_requests() {
    let form = "application/x-www-form-urlencoded";
    let raw = "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--x--\r\n";
    let part = |value: PartValue, filename: Option<&str>| {
        Body::Parts(vec![Part { name: "a".into(), filename: filename.map(str::to_owned), content_type: None, value }])
    };
    let table = [
        (json!({"bodySize": 0}), Body::None),
        (json!({"bodySize": -1}), Body::None),
        (json!({}), Body::None),
        (json!({"bodySize": 3}), NOT_RECORDED),
        (json!({"postData": {"text": ""}, "bodySize": 0}), Body::None),
        (json!({"postData": {"text": "[]"}}), Body::Text("[]".into())),
        (
            json!({"postData": {"mimeType": form, "params": [{"name": "a b", "value": "&"}]}}),
            Body::Text("a+b=%26".into()),
        ),
        (json!({"postData": {"mimeType": form, "text": "a=1", "params": [{"name": "a"}]}}), Body::Text("a=1".into())),
        (
            json!({"postData": {"mimeType": "multipart/form-data", "text": "--x", "params": [{"name": "a", "value": "1"}]}}),
            part(PartValue::Text("1".into()), None),
        ),
        (
            json!({"postData": {"mimeType": "multipart/form-data; boundary=x", "text": raw}}),
            part(PartValue::Text("1".into()), None),
        ),
        (
            json!({"postData": {"params": [{"name": "a", "fileName": "f"}]}}),
            part(PartValue::Unavailable(Unavailable::Omitted), Some("f")),
        ),
    ];
    for (more, expected) in table {
        let request = merged(json!({"method": "POST", "url": "/"}), more);
        let har = json!({"log": {"entries": [{"request": request}]}});
        let body = read(har.to_string()).pop().unwrap().request.unwrap().body;
        assert!(body == expected, "{har}: {body:?}");
    }
}

#[test]
fn bodies_of_lines() {
    let length = json!([{"name": "content-length", "value": "5"}]);
    let table = [
        (json!({"status": 200}), Body::None),
        (json!({"status": 200, "bodyText": ""}), Body::None),
        (json!({"status": 200, "bodyOmitted": false}), Body::None),
        (json!({"status": 200, "bodyOmitted": 0}), Body::None),
        (json!({"status": 200, "bodyOmitted": true}), OMITTED),
        (json!({"status": 200, "bodyOmitted": "too large"}), OMITTED),
        (json!({"status": 200, "bodyBase64": "?"}), damaged("?")),
        (json!({"status": 200, "headers": length}), NOT_RECORDED),
        (json!({"status": 304, "headers": length}), Body::None),
    ];
    for (response, expected) in table {
        let line = json!({"response": response});
        let body = read(line.to_string()).pop().unwrap().response.unwrap().body;
        assert!(body == expected, "{line}: {body:?}");
    }
}
