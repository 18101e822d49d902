//! Which draft a schema is written in.

use contract::{Document, Element};

use crate::error::SchemaError;

/// How schemas of a document are written, as far as it makes a difference here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dialect {
    /// JSON Schema up to draft 7: nothing beside a `$ref` counts, `items` may be a list.
    UpTo7,
    /// JSON Schema 2019-09: `items` may be a list.
    Of2019,
    /// JSON Schema 2020-12, OpenAPI 3.1 and 3.2; also OpenAPI 3.0, whose documents mean what they say beside a `$ref`.
    Of2020,
}

/// The drafts, by what their `$schema` has between the host and an empty fragment.
const DRAFTS: &[(&str, Dialect)] = &[
    ("json-schema.org/draft-04/schema", Dialect::UpTo7),
    ("json-schema.org/draft-06/schema", Dialect::UpTo7),
    ("json-schema.org/draft-07/schema", Dialect::UpTo7),
    ("json-schema.org/draft/2019-09/schema", Dialect::Of2019),
    ("json-schema.org/draft/2020-12/schema", Dialect::Of2020),
    ("json-schema.org/schema", Dialect::Of2020),
];

/// The dialect that a document names; the newest where it names none.
pub(super) fn of(file: &str, document: &Document) -> Result<Dialect, SchemaError> {
    let text = |key: &str| document.root().get(key).and_then(Element::as_str);
    let fail = |key: &str, why: String| Err(SchemaError::at(file, document, &format!("/{key}"), why));
    if let Some(version) = text("swagger") {
        return fail("swagger", format!("this is a Swagger {version} document; OpenAPI 3.0, 3.1 and 3.2 are read"));
    }
    if let Some(version) = text("openapi") {
        if ["3.0", "3.1", "3.2"].iter().any(|known| version.starts_with(&format!("{known}."))) {
            return Ok(Dialect::Of2020);
        }
        return fail("openapi", format!("this is an OpenAPI {version} document; OpenAPI 3.0, 3.1 and 3.2 are read"));
    }
    let Some(named) = text("$schema") else { return Ok(Dialect::Of2020) };
    let bare = named.trim_end_matches('#').trim_start_matches("https://").trim_start_matches("http://");
    match DRAFTS.iter().find(|(known, _)| *known == bare) {
        Some((_, dialect)) => Ok(*dialect),
        None => fail("$schema", format!("{named:?} is not a draft that is read; 4, 6, 7, 2019-09 and 2020-12 are")),
    }
}
