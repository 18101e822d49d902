//! NDJSON of exchanges: one object with `request` and `response` a line, bodies in `bodyText`, `bodyBase64` or
//! `multipart`, `bodyOmitted` where the recorder left one out. Blank lines are skipped, so are unknown fields.

use std::ops::ControlFlow;

use serde::Deserialize;
use serde_json::Value;

use super::Hint;
use super::cut::Lines;
use super::error::{CaptureError, Fault};
use super::format::{Format, Reading};
use super::items::{Found, Grammar, Piece};
use super::recorded::{self, Claims, Fields, or_default, says_so};
use crate::document::DocumentError;
use crate::exchange::{Body, Exchange, Part, PartValue, Place, Request, Response, Unavailable, Url};

pub(super) const FORMAT: Format = Format {
    knows: |hint, opening| hint == Hint::Detect && (opening.has("request") || opening.has("response")),
    holds_exchanges: true,
    read,
};

const GRAMMAR: Grammar = Grammar { cutter: || Box::new(Lines), is_of_lines: true, read: read_line };

fn read(reading: &mut Reading<'_, '_>) -> Result<ControlFlow<()>, CaptureError> {
    let read = reading.crew.list(reading.source, &GRAMMAR, &mut reading.feed.borrow_mut());
    read.map_err(|fault| reading.fail(fault))
}

fn read_line(piece: &Piece<'_>, place: Place) -> Found {
    match serde_json::from_str::<Line>(piece.text) {
        Ok(line) => (Some(line.build(place)), None),
        Err(error) => {
            let (error, line) = (DocumentError::from(error), piece.start().lines + 1);
            (None, Some(Fault::json(&error, line, None, "each line must be one whole exchange")))
        }
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Line {
    request: Option<LineRequest>,
    response: Option<LineResponse>,
    server_version: Option<Value>,
}

impl Line {
    fn build(self, place: Place) -> Exchange {
        let head = self.request.as_ref().is_some_and(|request| request.method.eq_ignore_ascii_case("HEAD"));
        let server_version = self.server_version.as_ref().and_then(Value::as_str).map(str::to_owned);
        let response = self.response.and_then(|response| response.build(head));
        Exchange { place, request: self.request.map(LineRequest::build), response, server_version }
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct LineRequest {
    method: String,
    url: String,
    #[serde(default, deserialize_with = "or_default")]
    headers: Fields,
    body_text: Option<String>,
    body_base64: Option<String>,
    body_omitted: Option<Value>,
    body_size: Option<Value>,
    #[serde(default, deserialize_with = "or_default")]
    multipart: Vec<LinePart>,
}

impl LineRequest {
    fn build(self) -> Request {
        let headers = self.headers.0;
        let size = self.body_size.as_ref().and_then(Value::as_i64);
        let claims = Claims { sizes: [size, None], headers: &headers, omitted: says_so(self.body_omitted.as_ref()) };
        let body = if self.multipart.is_empty() {
            let body = body(self.body_text, self.body_base64.as_deref(), &claims);
            recorded::taken_apart(body, headers.get("content-type").unwrap_or_default())
        } else {
            Body::Parts(self.multipart.into_iter().map(LinePart::build).collect())
        };
        Request { method: self.method, url: Url::parse(&self.url), headers, body, recorded_type: None }
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct LineResponse {
    status: u16,
    #[serde(default, deserialize_with = "or_default")]
    headers: Fields,
    body_text: Option<String>,
    body_base64: Option<String>,
    body_omitted: Option<Value>,
}

impl LineResponse {
    /// Nothing where no response was received.
    fn build(self, head: bool) -> Option<Response> {
        let headers = self.headers.0;
        let claims = Claims { sizes: [None, None], headers: &headers, omitted: says_so(self.body_omitted.as_ref()) };
        let body = match body(self.body_text, self.body_base64.as_deref(), &claims) {
            Body::Unavailable(_) if recorded::never_has_body(head, self.status) => Body::None,
            body => body,
        };
        (self.status > 0).then_some(Response { status: self.status, headers, body, recorded_type: None })
    }
}

fn body(text: Option<String>, base64: Option<&str>, claims: &Claims<'_>) -> Body {
    match (base64, text.filter(|text| !text.is_empty())) {
        (Some(base64), _) => recorded::bytes(base64, None),
        (None, Some(text)) => Body::Text(text),
        (None, None) => claims.missing(),
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct LinePart {
    name: String,
    filename: Option<String>,
    content_type: Option<String>,
    value: Option<String>,
    body_base64: Option<String>,
    body_omitted: Option<Value>,
}

impl LinePart {
    fn build(self) -> Part {
        let value = match (self.value, self.body_base64) {
            (Some(text), _) => PartValue::Text(text),
            (None, Some(base64)) => recorded::part_bytes(&base64),
            (None, None) if says_so(self.body_omitted.as_ref()) => PartValue::Unavailable(Unavailable::Omitted),
            (None, None) if self.filename.is_some() => PartValue::Unavailable(Unavailable::NotRecorded),
            (None, None) => PartValue::Text(String::new()),
        };
        Part { name: self.name, filename: self.filename, content_type: self.content_type, value }
    }
}
