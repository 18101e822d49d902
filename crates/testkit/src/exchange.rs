//! Whole exchanges for any operation of a contract, written as the formats of captures write them.
//!
//! They are made here and read by whoever is tested, so that nothing depends on the types of a reader.

mod disturb;
mod make;
mod write;

pub use disturb::{DISTURBANCES, Disturbance};
pub use make::{disturbed, disturbed_by, exchange};
pub use write::{entry, har, line, ndjson};

use serde_json::Value;

/// The path that the API is mounted under.
pub const BASE_PATH: &str = "/api";

/// One request with its answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Exchange {
    /// What the client sends.
    pub request: Request,
    /// What the server answers; nothing where no answer came.
    pub response: Option<Response>,
}

/// What a client sends.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// The method, upper-case unless disturbed.
    pub method: String,
    /// The path with the base path, percent-encoded.
    pub path: String,
    /// Names and values of the query, not encoded.
    pub query: Vec<(String, String)>,
    /// The header fields; the content type is one of them.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Body,
}

/// What a server answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Response {
    /// The status.
    pub status: u16,
    /// The header fields; the content type is one of them.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Body,
}

/// A body, as a recorder keeps it.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Body {
    /// There is none.
    #[default]
    None,
    /// A JSON value.
    Json(Value),
    /// Any text, and JSON that was disturbed as text.
    Text(String),
    /// The fields of a form, urlencoded.
    Fields(Vec<(String, String)>),
    /// The parts of a multipart form.
    Parts(Vec<Part>),
    /// Bytes, recorded as base64.
    Base64(&'static str),
    /// There is one, and the recorder left it out.
    Omitted,
}

/// A part of a multipart form.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// The name of the field.
    pub name: String,
    /// Whether it is a file, of which no content is recorded.
    pub is_file: bool,
    /// The text of the field; empty for a file.
    pub text: String,
}

impl Body {
    /// The text of a JSON body, as it was made or disturbed.
    pub fn json_text(&self) -> Option<String> {
        match self {
            Self::Json(value) => Some(value.to_string()),
            Self::Text(text) => Some(text.clone()),
            _ => None,
        }
    }
}

/// The first value of a header field, whatever the case of its name.
pub fn header<'h>(headers: &'h [(String, String)], name: &str) -> Option<&'h str> {
    headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
}

/// The media type that the headers of a message name, without parameters.
pub fn media_type(headers: &[(String, String)]) -> Option<&str> {
    header(headers, CONTENT_TYPE).map(|value| value.split(';').next().unwrap_or_default())
}

/// The name of the header field that tells the media type.
pub(crate) const CONTENT_TYPE: &str = "Content-Type";
