//! The same exchanges as each format writes them that a capture may have.

use serde_json::{Value, json};

/// Writes exchanges of HAR in another format; of those that it cannot hold as they are, nothing.
pub(super) type Writer = fn(&[&Value]) -> Option<String>;

/// The formats, each by the name of a file, with how many places of secrets it holds at least.
pub(super) const WRITERS: [(&str, Writer, usize); 6] = [
    ("caddy.log", caddy, 10),
    ("nginx.log", nginx, 10),
    ("cassette.json", cassette, 35),
    ("trace.log", trace, 35),
    ("collection.json", collection, 35),
    ("http.txt", http, 35),
];

fn text<'v>(value: &'v Value, pointer: &str) -> Option<&'v str> {
    value.pointer(pointer)?.as_str()
}

/// Names and values of the header fields of the request.
fn fields(entry: &Value) -> Vec<(&str, &str)> {
    let headers = entry["request"]["headers"].as_array().unwrap().iter();
    headers.map(|field| (field["name"].as_str().unwrap(), field["value"].as_str().unwrap())).collect()
}

/// What a server sees of an address: path and query. Nothing of one that says more.
fn target(entry: &Value) -> Option<&str> {
    let url = text(entry, "/request/url")?;
    url.strip_prefix("http://server").filter(|target| !target.contains('#'))
}

/// The text that was sent; nothing where it was not a text.
fn sent(entry: &Value) -> Option<&str> {
    if entry["request"]["postData"]["params"].is_null() {
        Some(text(entry, "/request/postData/text").unwrap_or_default())
    } else {
        None
    }
}

fn answered(entry: &Value) -> &str {
    text(entry, "/response/content/text").unwrap()
}

/// A log has no bodies, so what only a body shows to be secret is none in it: the second of each four exchanges shows it.
fn lines(entries: &[&Value], line: impl Fn(&Value) -> Option<Value>) -> Option<String> {
    let is_bare = |entry: &Value| sent(entry) == Some("") && answered(entry) == "{\"odd\": 1}";
    if !entries.chunks(4).filter_map(|four| four.get(1)).all(|entry| is_bare(entry)) {
        return None;
    }
    entries.iter().map(|entry| Some(format!("{}\n", line(entry)?))).collect()
}

fn caddy(entries: &[&Value]) -> Option<String> {
    lines(entries, |entry| {
        let headers: serde_json::Map<String, Value> =
            fields(entry).into_iter().map(|(name, value)| (name.to_owned(), json!([value]))).collect();
        let request = json!({"method": "POST", "uri": target(entry)?, "host": "server", "headers": headers});
        Some(json!({"logger": "http.log.access", "request": request, "status": 200}))
    })
}

fn nginx(entries: &[&Value]) -> Option<String> {
    lines(entries, |entry| {
        let mut line = json!({"request_method": "POST", "request_uri": target(entry)?, "status": "200"});
        for (name, value) in fields(entry) {
            line[format!("http_{}", name.to_lowercase().replace('-', "_"))] = json!(value);
        }
        Some(line)
    })
}

fn cassette(entries: &[&Value]) -> Option<String> {
    let interaction = |entry: &&Value| {
        let mut headers = json!({});
        for (name, value) in fields(entry) {
            headers[name] = json!([value]);
        }
        if let Some(media_type) = text(entry, "/request/postData/mimeType") {
            headers["Content-Type"] = json!([media_type]);
        }
        let request =
            json!({"method": "POST", "uri": text(entry, "/request/url")?, "headers": headers, "body": sent(entry)?});
        let body = json!({"string": answered(entry)});
        let types = json!({"content-type": ["application/json"]});
        let response = json!({"status": {"code": 200, "message": "OK"}, "headers": types, "body": body});
        Some(json!({"request": request, "response": response}))
    };
    let interactions: Option<Vec<Value>> = entries.iter().map(interaction).collect();
    Some(json!({"version": 1, "interactions": interactions?}).to_string())
}

/// A header of the form that both texts have.
fn header(entry: &Value, indent: &str) -> String {
    let media_type = text(entry, "/request/postData/mimeType").map(|media_type| ("Content-Type", media_type));
    let fields = fields(entry).into_iter().chain(media_type);
    let lines: Vec<String> = fields.map(|(name, value)| format!("{indent}{name}: {value}\n")).collect();
    lines.concat()
}

fn trace(entries: &[&Value]) -> Option<String> {
    let block = |entry: &&Value| {
        let body = match sent(entry)? {
            "" => String::new(),
            text => format!("Body:\n  [JSON]\n  {text}\n"),
        };
        Some(format!(
            "/---- client #1 request  #2 ---\nMethod: POST, URL: {}\nHeaders:\n{}{body}+---- response  ---\nStatus: 200 OK: 200\n\
             Headers:\n  Content-Type: application/json\nBody:\n  [JSON]\n  {}\n\\---- client #1 request  #2 ---\n\n",
            text(entry, "/request/url")?,
            header(entry, "  "),
            answered(entry)
        ))
    };
    entries.iter().map(block).collect()
}

fn collection(entries: &[&Value]) -> Option<String> {
    let item = |entry: &&Value| {
        let fields = fields(entry).into_iter().map(|(name, value)| json!({"key": name, "value": value}));
        let media_type = text(entry, "/request/postData/mimeType");
        let media_type = media_type.map(|media_type| json!({"key": "Content-Type", "value": media_type}));
        let headers: Vec<Value> = fields.chain(media_type).collect();
        let body = json!({"mode": "raw", "raw": sent(entry)?});
        let request =
            json!({"method": "POST", "url": {"raw": text(entry, "/request/url")?}, "header": headers, "body": body});
        let types = json!([{"key": "Content-Type", "value": "application/json"}]);
        let answer = json!({"originalRequest": request, "code": 200, "header": types, "body": answered(entry)});
        Some(json!({"name": "x", "request": request, "response": [answer]}))
    };
    let items: Option<Vec<Value>> = entries.iter().map(item).collect();
    let schema = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json";
    Some(json!({"info": {"name": "x", "schema": schema}, "item": items?}).to_string())
}

fn http(entries: &[&Value]) -> Option<String> {
    let messages = |entry: &&Value| {
        Some(format!(
            "POST {} HTTP/1.1\n{}\n{}\n\nHTTP/1.1 200 OK\nContent-Type: application/json\n\n{}\n\n",
            text(entry, "/request/url")?,
            header(entry, ""),
            sent(entry)?,
            answered(entry)
        ))
    };
    entries.iter().map(messages).collect()
}
