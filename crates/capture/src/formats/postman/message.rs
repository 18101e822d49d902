//! Requests and answers as a collection has them.

use document_tree::Element;

use super::ADVICE;
use super::variables::{Variables, pairs};
use crate::error::Fault;
use crate::exchange::{Body, Headers, Part, PartValue, Request, Response, Unavailable, Url};
use crate::recorded;

/// A request, or its address alone; nothing where it has none.
pub(super) fn request(request: Element<'_>, variables: &Variables<'_>) -> Option<Request> {
    let url = address(request.get("url").unwrap_or(request), variables).filter(|url| !url.is_empty())?;
    let method = request.get("method").and_then(Element::as_str).unwrap_or("GET");
    // How requests are authorised stands elsewhere, and Postman adds fields of its own.
    let headers = headers(request.get("header"), Some(variables)).into_excerpt();
    let (recorded_type, body) = body(request.get("body"), &headers, variables);
    let body = recorded::taken_apart(body, headers.get("content-type").unwrap_or_default());
    let recorded_type = recorded_type.map(str::to_owned);
    Some(Request { method: method.to_owned(), url: Url::parse(&url), headers, body, recorded_type })
}

/// An address with what is known in it. Of an unknown one before the path, the path is left.
fn address(url: Element<'_>, variables: &Variables<'_>) -> Option<String> {
    let raw = url.as_str().or_else(|| url.get("raw")?.as_str())?;
    let resolved = variables.put_into(raw);
    let (target, query) = resolved.split_once('?').map_or((&*resolved, None), |(target, query)| (target, Some(query)));
    let known: Vec<(&str, &str)> =
        pairs(url.get("variable")).filter_map(|(key, value)| Some((key, value.as_str()?))).collect();
    let segment = |segment: &str| {
        let name = segment.strip_prefix(':');
        let value = name.and_then(|name| known.iter().find(|(key, value)| *key == name && !value.is_empty()));
        value.map_or_else(|| segment.to_owned(), |(_, value)| variables.put_into(value))
    };
    let path = target.split('/').map(segment).collect::<Vec<_>>().join("/");
    let path = match path.split_once("}}") {
        Some((start, rest)) if start.starts_with("{{") && rest.starts_with('/') => rest,
        _ => &path,
    };
    Some(query.map_or_else(|| path.to_owned(), |query| format!("{path}?{query}")))
}

/// Header fields as a list, or as the text that is sent.
fn headers(fields: Option<Element<'_>>, variables: Option<&Variables<'_>>) -> Headers {
    let put = |text: &str| variables.map_or_else(|| text.to_owned(), |variables| variables.put_into(text));
    if let Some(text) = fields.and_then(Element::as_str) {
        return text
            .lines()
            .filter_map(|line| line.split_once(':'))
            .map(|(key, value)| (key, put(value.trim())))
            .collect();
    }
    pairs(fields).filter_map(|(key, value)| Some((key, put(value.as_str()?)))).collect()
}

/// The body of a request, and the media type that Postman sends it as.
fn body(body: Option<Element<'_>>, headers: &Headers, variables: &Variables<'_>) -> (Option<&'static str>, Body) {
    let Some((body, mode)) = body.and_then(|body| Some((body, body.get("mode")?.as_str()?))) else {
        return (None, Body::None);
    };
    match (mode, body.get(mode)) {
        (_, None) => (None, Body::None),
        ("raw", Some(raw)) => {
            let text = raw.as_str().filter(|text| !text.is_empty()).map(|text| variables.put_into(text));
            let language = body.pointer("/options/raw/language").and_then(Element::as_str);
            let media_type = (language == Some("json")).then_some("application/json");
            (media_type, text.map_or(Body::None, |text| recorded::text(text, None, headers)))
        }
        ("urlencoded", fields) => {
            let fields =
                pairs(fields).map(|(key, value)| (key, variables.put_into(value.as_str().unwrap_or_default())));
            let text = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
            (Some("application/x-www-form-urlencoded"), Body::Text(text))
        }
        ("formdata", Some(fields)) => {
            let parts = fields.items().filter_map(|field| part(field, variables));
            (Some("multipart/form-data"), Body::Parts(parts.collect()))
        }
        _ => (None, Body::Unavailable(Unavailable::NotRecorded)),
    }
}

/// A field of a form. A collection names files and does not hold them.
fn part(field: Element<'_>, variables: &Variables<'_>) -> Option<Part> {
    if field.get("disabled").and_then(Element::as_bool) == Some(true) {
        return None;
    }
    let text = |name: &str| field.get(name).and_then(Element::as_str);
    let is_file = text("type") == Some("file");
    let value = if is_file {
        PartValue::Unavailable(Unavailable::NotRecorded)
    } else {
        PartValue::Text(variables.put_into(text("value").unwrap_or_default()))
    };
    let filename = is_file.then(|| text("src").unwrap_or_default().to_owned());
    Some(Part { name: text("key")?.to_owned(), filename, content_type: text("contentType").map(str::to_owned), value })
}

/// A saved answer; nothing where it has no status. Nobody can tell an empty body from one that was not saved.
pub(super) fn response(answer: Element<'_>, head: bool, entry: usize) -> Result<Option<Response>, Fault> {
    let Some(code) = answer.get("code").filter(|code| !code.is_null()) else { return Ok(None) };
    let number = code.as_number().and_then(serde_json::Number::as_u64).and_then(|number| u16::try_from(number).ok());
    let Some(status) = number else {
        let reason = "the `code` of an answer is not a number below 65536";
        return Err(Fault::entry(code.position(), Some(entry), reason, ADVICE));
    };
    let headers = headers(answer.get("header"), None);
    let headers = if headers.is_empty() { headers.into_excerpt() } else { headers };
    let body = match answer.get("body").and_then(Element::as_str).filter(|body| !body.is_empty()) {
        Some(text) => recorded::text(text.to_owned(), None, &headers),
        None if recorded::never_has_body(head, status) => Body::None,
        None => Body::Unknown,
    };
    Ok((status > 0).then_some(Response { status, headers, body, recorded_type: None }))
}
