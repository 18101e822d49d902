//! NDJSON of exchanges: one object with `request` and `response` a line, bodies in `bodyText`, `bodyBase64` or
//! `multipart`, `bodyOmitted` where the recorder left one out. Blank lines are skipped, so are unknown fields.

use std::ops::ControlFlow;

use serde::Deserialize;
use serde_json::Value;

use super::access_log;
use crate::cut::Lines;
use crate::document::DocumentError;
use crate::error::{CaptureError, Fault};
use crate::exchange::{Body, Exchange, Headers, ItemLocation, Part, PartValue, Request, Response, Unavailable, Url};
use crate::format::Format;
use crate::input::Input;
use crate::json::{self, Text};
use crate::list::{Found, ItemList, ItemSyntax, ItemText};
use crate::recorded::{self, Claims, Fields, or_default, says_so};
use crate::sink::ItemSink;

pub(super) const FORMAT: Format = Format { sniff, read };

/// Access logs have such members, too.
fn sniff(bytes: &[u8]) -> bool {
    json::has_member(bytes, &["request", "response"]) && !access_log::sniff(bytes)
}

const SYNTAX: ItemSyntax = ItemSyntax { cutter: || Box::new(Lines), is_of_lines: true, read: read_line };

fn read(input: Input<'_, '_>, sink: &mut dyn ItemSink) -> Result<ControlFlow<()>, CaptureError> {
    sink.list(ItemList::new(input, &SYNTAX))
}

fn read_line(line: &ItemText<'_>, place: ItemLocation) -> Found {
    match json::read::<Line<'_>>(line.text).map_or_else(|| serde_json::from_str(line.text), Ok) {
        Ok(line) => Found::exchange(line.build(place)),
        Err(error) => {
            let (error, number) = (DocumentError::from(error), line.start().lines + 1);
            Found::fault(Fault::json(&error, number, None, "each line must be one whole exchange"))
        }
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Line<'t> {
    #[serde(borrow)]
    request: Option<LineRequest<'t>>,
    response: Option<LineResponse<'t>>,
    server_version: Option<Value>,
}

impl Line<'_> {
    fn build(self, place: ItemLocation) -> Exchange {
        let head = self.request.as_ref().is_some_and(|request| request.method.0.eq_ignore_ascii_case("HEAD"));
        let server_version = self.server_version.as_ref().and_then(Value::as_str).map(str::to_owned);
        let response = self.response.and_then(|response| response.build(head));
        Exchange {
            place,
            request: self.request.map(LineRequest::build),
            response,
            server_version,
            beside: Headers::default(),
        }
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct LineRequest<'t> {
    #[serde(borrow)]
    method: Text<'t>,
    url: Text<'t>,
    #[serde(default, deserialize_with = "or_default")]
    headers: Fields,
    body_text: Option<Text<'t>>,
    body_base64: Option<Text<'t>>,
    body_omitted: Option<Value>,
    body_size: Option<Value>,
    #[serde(default, deserialize_with = "or_default")]
    multipart: Vec<LinePart<'t>>,
}

impl LineRequest<'_> {
    fn build(self) -> Request {
        let headers = self.headers.0;
        let size = self.body_size.as_ref().and_then(Value::as_i64);
        let claims = Claims { sizes: [size, None], headers: &headers, omitted: says_so(self.body_omitted.as_ref()) };
        let body = if self.multipart.is_empty() {
            let body = body(self.body_text, self.body_base64.as_ref(), &claims);
            recorded::taken_apart(body, headers.get("content-type").unwrap_or_default())
        } else {
            Body::Parts(self.multipart.into_iter().map(LinePart::build).collect())
        };
        Request { method: self.method.0.into_owned(), url: Url::parse(&self.url.0), headers, body, recorded_type: None }
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct LineResponse<'t> {
    status: u16,
    #[serde(default, deserialize_with = "or_default")]
    headers: Fields,
    #[serde(borrow)]
    body_text: Option<Text<'t>>,
    body_base64: Option<Text<'t>>,
    body_omitted: Option<Value>,
}

impl LineResponse<'_> {
    /// Nothing where no response was received.
    fn build(self, head: bool) -> Option<Response> {
        let headers = self.headers.0;
        let claims = Claims { sizes: [None, None], headers: &headers, omitted: says_so(self.body_omitted.as_ref()) };
        let body = match body(self.body_text, self.body_base64.as_ref(), &claims) {
            Body::Unavailable(_) | Body::Damaged(_) if recorded::never_has_body(head, self.status) => Body::None,
            body => body,
        };
        (self.status > 0).then_some(Response { status: self.status, headers, body, recorded_type: None })
    }
}

fn body(text: Option<Text<'_>>, base64: Option<&Text<'_>>, claims: &Claims<'_>) -> Body {
    match (base64, text.and_then(Text::filled)) {
        (Some(base64), _) => recorded::bytes(&base64.0, None, claims.headers),
        (None, Some(text)) => recorded::text(text, None, claims.headers),
        (None, None) => claims.missing(),
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct LinePart<'t> {
    #[serde(borrow)]
    name: Text<'t>,
    filename: Option<Text<'t>>,
    content_type: Option<Text<'t>>,
    value: Option<Text<'t>>,
    body_base64: Option<Text<'t>>,
    body_omitted: Option<Value>,
}

impl LinePart<'_> {
    fn build(self) -> Part {
        let owned = |text: Text<'_>| text.0.into_owned();
        let value = match (self.value, self.body_base64) {
            (Some(text), _) => PartValue::Text(text.0.into_owned()),
            (None, Some(base64)) => recorded::part_bytes(&base64.0),
            (None, None) if says_so(self.body_omitted.as_ref()) => PartValue::Unavailable(Unavailable::Omitted),
            (None, None) if self.filename.is_some() => PartValue::Unavailable(Unavailable::NotRecorded),
            (None, None) => PartValue::Text(String::new()),
        };
        Part {
            name: owned(self.name),
            filename: self.filename.map(owned),
            content_type: self.content_type.map(owned),
            value,
        }
    }
}
