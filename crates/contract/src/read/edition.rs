//! Which edition of OpenAPI a document is written in.

use super::shape::Edition;
use super::{Element, ReadError};
use crate::pointer::Pointer;

/// The edition that a document names. Fails where that is none that is read, and says what to do.
pub(super) fn of(document: Element<'_>) -> Result<Edition, ReadError> {
    let is_minor = |version: &str, minor: &str| {
        version.strip_prefix(minor).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    let named = |key: &str| document.get(key).and_then(Element::as_str);
    let message = match (named("openapi"), named("swagger")) {
        (Some(version), _) if is_minor(version, "3.0") => return Ok(Edition::V3_0),
        (Some(version), _) if is_minor(version, "3.1") || is_minor(version, "3.2") => return Ok(Edition::V3_1),
        (Some(version), _) => format!("this is an OpenAPI {version} document; OpenAPI 3.0, 3.1 and 3.2 are read"),
        (None, Some(version)) => format!(
            "this is a Swagger {version} document; OpenAPI 3.0, 3.1 and 3.2 are read. Convert it first, for example with \
             `npx swagger2openapi FILE -o openapi.json` or https://converter.swagger.io"
        ),
        (None, None) => "this is not an OpenAPI document: it has no `openapi` version".to_owned(),
    };
    Err(ReadError::new(&Pointer::ROOT, message))
}
