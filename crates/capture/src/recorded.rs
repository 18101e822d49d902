//! From what recorders write to a body: which fields mean "none", "left out", "cut short".

use std::fmt;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde::de::{Deserialize, Deserializer, IgnoredAny, SeqAccess, Visitor};
use serde_json::Value;

use super::content_encoding::{self, Decoded};
use super::json::Text;
use super::multipart;
use crate::exchange::{Body, Headers, PartValue, Unavailable};

/// A header field as HAR and NDJSON write it.
#[derive(serde::Deserialize)]
struct Field<'t> {
    #[serde(borrow)]
    name: Text<'t>,
    value: Text<'t>,
}

/// Header fields as HAR and NDJSON write them.
#[derive(Default)]
pub(super) struct Fields(pub(super) Headers);

impl<'de> Deserialize<'de> for Fields {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(FieldsVisitor)
    }
}

struct FieldsVisitor;

impl<'de> Visitor<'de> for FieldsVisitor {
    type Value = Fields;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a sequence")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Fields, A::Error> {
        let mut headers = Headers::default();
        while let Some(Field { name, value }) = seq.next_element()? {
            headers.add(&name.0, &value.0);
        }
        Ok(Fields(headers))
    }
}

/// Reads `null` like an absent field: recorders write both.
pub(super) fn or_default<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: Default + Deserialize<'de>,
{
    Ok(Option::deserialize(deserializer)?.unwrap_or_default())
}

/// What a recorder says of a body besides the body itself.
pub(super) struct Claims<'a> {
    /// Its sizes in bytes, decoded or on the wire, where they are known.
    pub(super) sizes: [Option<i64>; 2],
    /// The message's headers.
    pub(super) headers: &'a Headers,
    /// Whether the recorder says that it left something out.
    pub(super) omitted: bool,
}

impl Claims<'_> {
    /// The body where the recorder wrote none.
    pub(super) fn missing(&self) -> Body {
        let sent = self.headers.get("content-length").and_then(|length| length.trim().parse::<i64>().ok());
        let known = || self.sizes.into_iter().chain([sent]).flatten();
        if known().any(|size| size > 0) || (self.omitted && !known().any(|size| size == 0)) {
            let reason = if self.omitted { Unavailable::Omitted } else { Unavailable::NotRecorded };
            return Body::Unavailable(reason);
        }
        Body::None
    }

    /// Whether nothing at all is said about the size of the body.
    pub(super) fn silent(&self) -> bool {
        self.sizes.into_iter().flatten().all(|size| size < 0) && self.headers.get("content-length").is_none()
    }
}

/// Whether HTTP gives such a response no body, whatever its headers say.
pub(super) fn never_has_body(answers_head: bool, status: u16) -> bool {
    answers_head || matches!(status, 100..=199 | 204 | 304)
}

/// A text and the size it should have.
pub(super) fn text(text: String, size: Option<i64>, headers: &Headers) -> Body {
    whole(Body::Text(text), size, headers)
}

/// A body without its content encodings. A shorter one than it should be was cut, unless it is whole JSON: then the size
/// is wrong, as it is after a change of the character set. Of what is still encoded the size says nothing.
pub(super) fn whole(body: Body, size: Option<i64>, headers: &Headers) -> Body {
    match content_encoding::decoded(body, headers) {
        Decoded::AsRecorded(body) if body.bytes().is_some_and(|bytes| is_cut(bytes, size)) => body.damaged(),
        Decoded::AsRecorded(body) | Decoded::Undone(body) => body,
        Decoded::Impossible => Body::Unavailable(Unavailable::Compressed),
    }
}

/// The body of a request, in parts where it is a multipart form.
pub(super) fn taken_apart(body: Body, media_type: &str) -> Body {
    match body {
        Body::Text(text) => multipart::parts(&text, media_type).map_or(Body::Text(text), Body::Parts),
        body => body,
    }
}

/// Bytes in base64 and the size they should have.
pub(super) fn bytes(text: &str, size: Option<i64>, headers: &Headers) -> Body {
    match decode(text) {
        Some(bytes) => whole(Body::Bytes(bytes), size, headers),
        None => Body::Damaged(text.as_bytes().to_vec()),
    }
}

/// The same for a part of a form.
pub(super) fn part_bytes(text: &str) -> PartValue {
    decode(text).map_or(PartValue::Unavailable(Unavailable::BadBase64), PartValue::Bytes)
}

/// Base64, which may be broken into lines.
fn decode(text: &str) -> Option<Vec<u8>> {
    BASE64_STANDARD.decode(text).ok().or_else(|| {
        let joined: String = text.split_ascii_whitespace().collect();
        BASE64_STANDARD.decode(joined).ok()
    })
}

fn is_cut(bytes: &[u8], size: Option<i64>) -> bool {
    let size = size.and_then(|size| usize::try_from(size).ok());
    size.is_some_and(|size| size > bytes.len()) && serde_json::from_slice::<IgnoredAny>(bytes).is_err()
}

/// Whether a field that says "left out" says so: a size, a reason, or `true`.
pub(super) fn says_so(value: Option<&Value>) -> bool {
    match value {
        Some(Value::Bool(said)) => *said,
        Some(Value::Number(size)) => size.as_i64() != Some(0),
        Some(Value::String(reason)) => !reason.is_empty(),
        Some(Value::Object(_) | Value::Array(_)) => true,
        Some(Value::Null) | None => false,
    }
}
