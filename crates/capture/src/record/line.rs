//! An exchange as NDJSON has it.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Map, Value, json};

use crate::exchange::{Body, Exchange, Headers, Part, PartValue, Unavailable};

/// An exchange as NDJSON of exchanges has it. No response was received where its status is 0.
pub fn line(exchange: &Exchange) -> Map<String, Value> {
    let mut line = Map::new();
    if let Some(request) = &exchange.request {
        let url = &request.url;
        let query = url.query().map(|query| format!("?{query}")).unwrap_or_default();
        let url = [url.origin().unwrap_or_default(), url.path(), &query].concat();
        let message = json!({"method": request.method, "url": url, "headers": headers(&request.headers)});
        line.insert("request".to_owned(), with_body(message, &request.body));
    }
    let response = exchange.response.as_ref().map(|response| {
        let message = json!({"status": response.status, "headers": headers(&response.headers)});
        with_body(message, &response.body)
    });
    line.insert("response".to_owned(), response.unwrap_or_else(|| json!({"status": 0, "headers": []})));
    if let Some(version) = &exchange.server_version {
        line.insert("serverVersion".to_owned(), version.as_str().into());
    }
    line
}

fn headers(headers: &Headers) -> Value {
    headers.iter().map(|(name, value)| json!({"name": name, "value": value})).collect()
}

fn with_body(mut message: Value, body: &Body) -> Value {
    let (name, value) = match body {
        Body::None | Body::Unknown => return message,
        Body::Unavailable(reason) => ("bodyOmitted", reason.to_string().into()),
        // As a body it would be taken for whole.
        Body::Damaged(_) => ("bodyOmitted", Unavailable::Truncated.to_string().into()),
        Body::Text(text) => ("bodyText", text.as_str().into()),
        Body::Bytes(bytes) => ("bodyBase64", BASE64_STANDARD.encode(bytes).into()),
        Body::Parts(parts) => ("multipart", parts.iter().map(part).collect()),
    };
    if let Some(members) = message.as_object_mut() {
        members.insert(name.to_owned(), value);
    }
    message
}

fn part(part: &Part) -> Value {
    let mut written = Map::new();
    let mut add = |name: &str, value: Value| written.insert(name.to_owned(), value);
    add("name", part.name.as_str().into());
    part.filename.as_deref().map(|name| add("filename", name.into()));
    part.content_type.as_deref().map(|name| add("contentType", name.into()));
    match &part.value {
        PartValue::Text(text) => add("value", text.as_str().into()),
        PartValue::Bytes(bytes) => add("bodyBase64", BASE64_STANDARD.encode(bytes).into()),
        PartValue::Unavailable(_) => add("bodyOmitted", true.into()),
    };
    written.into()
}
