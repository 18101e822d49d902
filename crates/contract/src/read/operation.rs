//! What the readers of operations share.

use super::markers::life;
use super::node::schema;
use super::serialization::encodings;
use super::{Context, Element, ReadError, members};
use crate::pointer::Pointer;
use crate::{Aside, Credential, Media, ReleaseSet, SecurityScheme};

/// Reads a `content` map. `schema_of` says where in a media type object its schema stands.
pub(super) fn content(
    cx: &mut Context,
    content: Option<Element<'_>>,
    at: &Pointer<'_>,
    schema_of: for<'v> fn(&mut Context, Element<'v>, &Pointer<'_>) -> Option<Element<'v>>,
) -> Result<Vec<Media>, ReadError> {
    let place = at.key("content");
    let one = |(name, media): (&str, Element<'_>)| {
        let at = place.key(name);
        let media_type = essence(name);
        let encodings = encodings(cx, media, &media_type, &at);
        let schema = schema_of(cx, media, &at).map(|value| schema(cx, value, &at.key("schema"))).transpose()?;
        let life = life(media, "x-immich-life", &at)?.unwrap_or(ReleaseSet::all());
        Ok(Media { origin: Aside(Some(media.origin())), media_type, life, schema, encodings })
    };
    members(content).map(one).collect()
}

/// A key of a `content` map as bodies are held against it: lower-case and without parameters.
pub(super) fn essence(name: &str) -> String {
    name.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

/// Reads a security scheme object.
pub(super) fn security_scheme(cx: &mut Context, scheme: Element<'_>, at: &Pointer<'_>) -> SecurityScheme {
    let text = |key: &str| scheme.get(key).and_then(Element::as_str).unwrap_or_default();
    let name = text("name").to_owned();
    let credential = match (text("type"), text("in")) {
        ("http", place) => {
            if !place.is_empty() {
                cx.warn(at, "`in` has no meaning beside `type: http`; not read");
            }
            Credential::Http(text("scheme").to_ascii_lowercase())
        }
        ("apiKey", "header") => Credential::Header(name),
        ("apiKey", "query") => Credential::Query(name),
        ("apiKey", "cookie") => Credential::Cookie(name),
        ("oauth2" | "openIdConnect" | "mutualTLS", _) => Credential::Elsewhere,
        (kind, _) => {
            cx.warn(at, format!("`type: {kind}` is not a security scheme of OpenAPI; not checked"));
            Credential::Elsewhere
        }
    };
    SecurityScheme { credential, observed: scheme.get("x-immich-observed").is_some() }
}
