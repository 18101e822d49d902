//! An exchange as HAR 1.2 has it, made of its line.

use chrono::{DateTime, SecondsFormat, Utc};
use serde_json::{Map, Value, json};

use super::Moment;

/// What stands before the entries.
pub(super) const HEAD: &str = concat!(
    r#"{"log":{"version":"1.2","creator":{"name":"immich-contract","version":""#,
    env!("CARGO_PKG_VERSION"),
    r#""},"entries":["#
);

/// What stands behind them.
pub(super) const TAIL: &str = "\n]}}\n";

/// When an exchange began.
pub(super) fn date(moment: Moment) -> String {
    DateTime::<Utc>::from(moment.started).to_rfc3339_opts(SecondsFormat::Millis, true)
}

/// The entry of an exchange.
pub(super) fn entry(line: &Map<String, Value>, moment: Moment) -> Value {
    let took = moment.took.as_secs_f64() * 1000.0;
    let mut entry = json!({
        "startedDateTime": date(moment),
        "time": took,
        "request": line.get("request").map(request),
        "response": line.get("response").map(response),
        "cache": {},
        "timings": {"send": 0, "wait": took, "receive": 0},
    });
    if let (Some(version), Some(members)) = (line.get("serverVersion"), entry.as_object_mut()) {
        members.insert("_serverVersion".to_owned(), version.clone());
    }
    entry
}

fn request(message: &Value) -> Value {
    let mut request = json!({
        "method": message.get("method"), "url": message.get("url"), "httpVersion": "HTTP/1.1",
        "cookies": [], "headers": message.get("headers"), "queryString": [], "headersSize": -1, "bodySize": 0,
    });
    let parts = message.get("multipart").and_then(Value::as_array);
    let params = parts.map(|parts| parts.iter().map(param).collect::<Value>());
    let content = content(message);
    let has_body = params.is_some() || content.get("size") != Some(&0.into());
    if let (true, Some(members)) = (has_body, request.as_object_mut()) {
        let mut data = content;
        if let (Some(params), Some(data)) = (params, data.as_object_mut()) {
            data.insert("params".to_owned(), params);
        }
        members.insert("bodySize".to_owned(), json!(-1));
        members.insert("postData".to_owned(), data);
    }
    request
}

fn param(part: &Value) -> Value {
    let mut param = Map::new();
    for (from, to) in [("name", "name"), ("filename", "fileName"), ("contentType", "contentType"), ("value", "value")] {
        part.get(from).map(|value| param.insert(to.to_owned(), value.clone()));
    }
    if param.get("value").is_none() {
        param.insert("comment".to_owned(), "left out".into());
    }
    param.into()
}

fn response(message: &Value) -> Value {
    json!({
        "status": message.get("status"), "statusText": "", "httpVersion": "HTTP/1.1", "cookies": [],
        "headers": message.get("headers"), "content": content(message), "redirectURL": "", "headersSize": -1, "bodySize": -1,
    })
}

/// A body, with what there is to say of it.
fn content(message: &Value) -> Value {
    let headers = message.get("headers").and_then(Value::as_array).into_iter().flatten();
    let is_type = |header: &&Value| {
        header.get("name").and_then(Value::as_str).is_some_and(|name| name.eq_ignore_ascii_case("content-type"))
    };
    let media_type = headers.clone().find(is_type).and_then(|header| header.get("value"));
    let mut content = json!({"size": 0, "mimeType": media_type.cloned().unwrap_or_else(|| "x-unknown".into())});
    let told = [("bodyText", "text"), ("bodyBase64", "text"), ("bodyOmitted", "comment")];
    let told = told.into_iter().find_map(|(from, to)| Some((from, to, message.get(from)?)));
    if let (Some((from, to, value)), Some(members)) = (told, content.as_object_mut()) {
        let length =
            value.as_str().filter(|_| from == "bodyText").map_or(-1, |text| i64::try_from(text.len()).unwrap_or(-1));
        members.insert("size".to_owned(), length.into());
        members.insert(to.to_owned(), value.clone());
        if from == "bodyBase64" {
            members.insert("encoding".to_owned(), "base64".into());
        }
    }
    content
}
