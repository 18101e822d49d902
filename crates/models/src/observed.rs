//! What no document of upstream's has, but traffic does: error bodies, further ways to authenticate, and what servers do
//! beside their documents.

mod behaviour;

use serde_json::{Map, Value, json};

use crate::{Integer, model};

pub(crate) use behaviour::FACTS;

/// The body of an answer to a request that the server refused.
#[model]
#[observed]
pub enum ErrorBody {
    /// Versions 1 and 2.
    #[life("..3.0.0-rc.1")]
    Plain(PlainError),
    /// Version 3.
    #[life("3.0.0-rc.1..")]
    Structured(StructuredError),
}

/// The error body of versions 1 and 2.
#[model]
#[observed]
#[life("..3.0.0-rc.1")]
pub struct PlainError {
    /// Names the request in the server's log. A body that is not JSON is refused before it gets one.
    pub correlation_id: Option<String>,
    /// The name of the status; absent where a handler threw the bare name as its message.
    pub error: Option<String>,
    /// What is wrong.
    pub message: ErrorMessage,
    /// The HTTP status once more.
    pub status_code: Integer,
}

/// What is wrong with a request: a sentence, or one for each field that fails.
#[model]
pub enum ErrorMessage {
    /// One sentence.
    One(String),
    /// One sentence for each failure.
    Many(Vec<String>),
}

/// The error body of version 3. What else stands in it has not been seen yet.
#[model]
#[observed]
#[life("3.0.0-rc.1..")]
pub struct StructuredError {
    /// The fields that fail; absent where it is not a field's fault.
    pub errors: Option<Vec<FieldError>>,
    /// What is wrong.
    pub message: String,
}

/// What is wrong with one field of a request.
#[model]
#[observed]
#[life("3.0.0-rc.1..")]
pub struct FieldError {
    /// What is wrong.
    pub message: String,
    /// The way to the field; its form has not been seen yet.
    pub path: Value,
}

/// Ways to authenticate that documents list, each a name and an OpenAPI security scheme.
fn documented() -> [(&'static str, Value); 3] {
    [
        ("bearer", json!({"type": "http", "scheme": "bearer"})),
        ("cookie", json!({"type": "apiKey", "in": "cookie", "name": "immich_access_token"})),
        ("api_key", json!({"type": "apiKey", "in": "header", "name": "x-api-key"})),
    ]
}

/// Ways to authenticate that servers take as well: a name, where in the request, and under which key.
const UNDOCUMENTED: [(&str, &str, &str); 8] = [
    ("query_api_key", "query", "apiKey"),
    ("query_session_key", "query", "sessionKey"),
    ("query_share_key", "query", "key"),
    ("query_share_slug", "query", "slug"),
    ("user_token", "header", "x-immich-user-token"),
    ("session_token", "header", "x-immich-session-token"),
    ("share_key", "header", "x-immich-share-key"),
    ("share_slug", "header", "x-immich-share-slug"),
];

/// All ways to authenticate, as `securitySchemes` of the annotated contract.
pub(crate) fn security_schemes() -> Map<String, Value> {
    let undocumented = UNDOCUMENTED.into_iter().map(|(scheme, place, name)| {
        (scheme, json!({"type": "apiKey", "in": place, "name": name, "x-immich-observed": true}))
    });
    documented().into_iter().chain(undocumented).map(|(scheme, value)| (scheme.to_owned(), value)).collect()
}
