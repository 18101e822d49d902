//! Exchanges in the formats of captures: a line of NDJSON, an entry of a HAR.

use form_urlencoded::Serializer;
use serde_json::{Map, Value, json};

use super::{Body, Exchange, Part, Request, header};

/// A line of NDJSON.
pub fn line(exchange: &Exchange) -> Value {
    let Request { method, headers, body, .. } = &exchange.request;
    let request = json!({"method": method, "url": url(&exchange.request), "headers": fields(headers)});
    let response = exchange.response.as_ref().map(|response| {
        let head = json!({"status": response.status, "headers": fields(&response.headers)});
        with(head, line_body(&response.body))
    });
    json!({"request": with(request, line_body(body)), "response": response})
}

/// An entry of a HAR.
pub fn entry(exchange: &Exchange) -> Value {
    let Request { method, headers, body, .. } = &exchange.request;
    let request = json!({"method": method, "url": url(&exchange.request), "headers": fields(headers)});
    let request = with(request, post_data(headers, body));
    // No answer is status 0.
    let none = json!({"status": 0, "headers": [], "content": {}});
    let response = exchange.response.as_ref().map_or(none, |response| {
        let mime_type = header(&response.headers, super::CONTENT_TYPE).unwrap_or("x-unknown");
        let content = with(json!({"mimeType": mime_type}), content(&response.body));
        json!({"status": response.status, "headers": fields(&response.headers), "content": content})
    });
    json!({"request": request, "response": response})
}

/// A capture as NDJSON.
pub fn ndjson(exchanges: &[Exchange]) -> String {
    exchanges.iter().flat_map(|exchange| [line(exchange).to_string(), "\n".to_owned()]).collect()
}

/// A capture as HAR.
pub fn har(exchanges: &[Exchange]) -> String {
    let entries: Vec<Value> = exchanges.iter().map(entry).collect();
    json!({"log": {"version": "1.2", "creator": {"name": "testkit", "version": "1"}, "entries": entries}}).to_string()
}

fn url(request: &Request) -> String {
    let query = urlencoded(&request.query);
    let mark = if query.is_empty() { "" } else { "?" };
    format!("http://immich.example{}{mark}{query}", request.path)
}

fn urlencoded(pairs: &[(String, String)]) -> String {
    Serializer::new(String::new()).extend_pairs(pairs).finish()
}

fn fields(headers: &[(String, String)]) -> Value {
    headers.iter().map(|(name, value)| json!({"name": name, "value": value})).collect()
}

fn with(head: Value, more: Value) -> Value {
    let members = [head, more].into_iter().filter_map(|part| part.as_object().cloned());
    Value::Object(members.flatten().collect::<Map<String, Value>>())
}

/// The parts of a form; of a file, what a recorder keeps of it.
fn listed(parts: &[Part], file: &Value) -> Value {
    let part = |part: &Part| {
        let kept = if part.is_file { file.clone() } else { json!({"value": part.text}) };
        with(json!({"name": part.name}), kept)
    };
    parts.iter().map(part).collect()
}

fn line_body(body: &Body) -> Value {
    match body {
        Body::None => json!({}),
        Body::Omitted => json!({"bodyOmitted": true}),
        Body::Base64(text) => json!({"bodyBase64": text}),
        Body::Fields(pairs) => json!({"bodyText": urlencoded(pairs)}),
        Body::Json(_) | Body::Text(_) => json!({"bodyText": body.json_text()}),
        Body::Parts(parts) => {
            let file = json!({"filename": "a.jpg", "contentType": "image/jpeg", "bodyOmitted": true});
            json!({"multipart": listed(parts, &file)})
        }
    }
}

/// What a HAR has of the body of a request.
fn post_data(headers: &[(String, String)], body: &Body) -> Value {
    let mime_type = header(headers, super::CONTENT_TYPE);
    let said = match body {
        Body::None => return json!({"bodySize": 0}),
        Body::Omitted => return json!({"bodySize": 7}),
        Body::Base64(text) => json!({"text": text, "encoding": "base64"}),
        Body::Fields(pairs) => json!({"text": urlencoded(pairs)}),
        Body::Json(_) | Body::Text(_) => json!({"text": body.json_text()}),
        Body::Parts(parts) => {
            let file = json!({"fileName": "a.jpg", "contentType": "image/jpeg"});
            json!({"params": listed(parts, &file)})
        }
    };
    json!({"postData": with(json!({"mimeType": mime_type}), said)})
}

/// What a HAR has of the body of a response.
fn content(body: &Body) -> Value {
    match body {
        Body::None => json!({"size": 0}),
        Body::Omitted | Body::Parts(_) => json!({"size": 7, "comment": "left out"}),
        Body::Base64(text) => json!({"text": text, "encoding": "base64"}),
        Body::Fields(pairs) => json!({"text": urlencoded(pairs)}),
        Body::Json(_) | Body::Text(_) => json!({"text": body.json_text()}),
    }
}
