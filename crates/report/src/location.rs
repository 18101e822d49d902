//! Where in a capture a finding is.

use std::sync::Arc;

use serde::Serialize;

/// The part of an exchange, or of a document, that a finding is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum Part {
    /// The path of the request's URL.
    #[serde(rename = "request.path")]
    RequestPath,
    /// The query of the request's URL.
    #[serde(rename = "request.query")]
    RequestQuery,
    /// The request's headers.
    #[serde(rename = "request.header")]
    RequestHeader,
    /// The request's body.
    #[serde(rename = "request.body")]
    RequestBody,
    /// The status of the response.
    #[serde(rename = "response.status")]
    ResponseStatus,
    /// The response's headers.
    #[serde(rename = "response.header")]
    ResponseHeader,
    /// The response's body.
    #[serde(rename = "response.body")]
    ResponseBody,
    /// A bare body, an OpenAPI document, or a capture as a whole.
    #[serde(rename = "document")]
    Document,
}

impl Part {
    /// Every part, in the order in which an exchange has them.
    pub const ALL: [Self; 8] = [
        Self::RequestPath,
        Self::RequestQuery,
        Self::RequestHeader,
        Self::RequestBody,
        Self::ResponseStatus,
        Self::ResponseHeader,
        Self::ResponseBody,
        Self::Document,
    ];

    /// The name used in every format.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::RequestPath => "request.path",
            Self::RequestQuery => "request.query",
            Self::RequestHeader => "request.header",
            Self::RequestBody => "request.body",
            Self::ResponseStatus => "response.status",
            Self::ResponseHeader => "response.header",
            Self::ResponseBody => "response.body",
            Self::Document => "document",
        }
    }
}

impl std::fmt::Display for Part {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

/// The one place that a finding is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Location {
    /// The capture's name as the user gave it: a path, or `-` for standard input.
    pub source: Arc<str>,
    /// The zero-based index of the exchange in its source; none for a bare body or a document.
    pub entry: Option<usize>,
    /// The one-based line of an NDJSON source.
    pub line: Option<u64>,
    /// The part of the exchange.
    pub part: Part,
    /// JSON Pointer (RFC 6901) into that part; for queries and headers `/NAME`; empty for the whole part.
    pub pointer: String,
    /// The exchange in one line for a human, masked: `GET /api/assets/random?count=3 → 200`.
    pub request: Option<Arc<str>>,
}

impl Location {
    /// A place in `part` of `source`; add what is known of the exchange by struct update or the fields.
    pub fn new(source: impl Into<Arc<str>>, part: Part, pointer: impl Into<String>) -> Self {
        Self { source: source.into(), entry: None, line: None, part, pointer: pointer.into(), request: None }
    }
}

#[cfg(test)]
mod tests {
    use super::Part;

    #[test]
    fn json_and_text_name_parts_alike() {
        for part in Part::ALL {
            assert_eq!(serde_json::to_value(part).unwrap(), part.as_str());
        }
        assert_eq!(Part::ResponseBody.to_string(), "response.body");
    }
}
