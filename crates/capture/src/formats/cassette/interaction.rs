//! One interaction of a cassette.

use document_tree::Element;

use super::ADVICE;
use crate::error::Fault;
use crate::exchange::{Body, Headers, Request, Response, Unavailable, Url};
use crate::recorded;
use crate::whole::Messages;

pub(super) fn read(interaction: Element<'_>, entry: usize) -> Result<Messages, Fault> {
    let reader = Reader { entry };
    let request = reader.member(interaction, "request")?;
    let response = reader.member(interaction, "response")?;
    // Ruby writes methods in lower case.
    let method = reader.text(request, "method")?.to_ascii_uppercase();
    let head = method == "HEAD";
    Ok(Messages {
        request: Some(reader.request(request, method)?),
        response: reader.response(response, head)?,
        ..Messages::default()
    })
}

/// Reads what an entry must have.
struct Reader {
    entry: usize,
}

impl Reader {
    fn fault(&self, at: Element<'_>, reason: String) -> Fault {
        Fault::entry(at.position(), Some(self.entry), reason, ADVICE)
    }

    fn member<'d>(&self, of: Element<'d>, name: &str) -> Result<Element<'d>, Fault> {
        of.get(name).ok_or_else(|| self.fault(of, format!("`{name}` is missing")))
    }

    fn text<'d>(&self, of: Element<'d>, name: &str) -> Result<&'d str, Fault> {
        let member = self.member(of, name)?;
        member.as_str().ok_or_else(|| self.fault(member, format!("`{name}` is not a text")))
    }

    fn request(&self, request: Element<'_>, method: String) -> Result<Request, Fault> {
        let url = Url::parse(self.text(request, "uri")?);
        let headers = headers(request);
        let body = body(request.get("body"), &headers);
        let body = recorded::taken_apart(body, headers.get("content-type").unwrap_or_default());
        Ok(Request { method, url, headers, body, recorded_type: None })
    }

    /// Of httpx, old versions of vcrpy wrote `status_code` and `content`.
    fn response(&self, response: Element<'_>, head: bool) -> Result<Option<Response>, Fault> {
        let (code, content) = match response.get("status_code") {
            Some(code) => (code, response.get("content")),
            None => (self.member(self.member(response, "status")?, "code")?, response.get("body")),
        };
        let number = code.as_number().and_then(serde_json::Number::as_u64);
        let Some(status) = number.and_then(|number| u16::try_from(number).ok()) else {
            return Err(self.fault(code, "the status is not a number below 65536".to_owned()));
        };
        let headers = headers(response);
        let body = match body(content, &headers) {
            Body::Unavailable(_) | Body::Damaged(_) if recorded::never_has_body(head, status) => Body::None,
            body => body,
        };
        Ok((status > 0).then_some(Response { status, headers, body, recorded_type: None }))
    }
}

/// Header fields, each with its value or a list of them.
fn headers(message: Element<'_>) -> Headers {
    let fields = message.get("headers");
    let values = fields.into_iter().flat_map(Element::members).flat_map(|(name, value)| {
        let values = value.as_str().into_iter().chain(value.items().filter_map(Element::as_str));
        values.map(move |value| (name, value))
    });
    values.collect()
}

/// A body as a text, or an object that says how the text is to be read. What else Python wrote there nobody can read.
fn body(written: Option<Element<'_>>, headers: &Headers) -> Body {
    let Some(written) = written.filter(|written| !written.is_null()) else { return Body::None };
    if let Some(base64) = written.get("base64_string").and_then(Element::as_str) {
        return recorded::bytes(base64, None, headers);
    }
    let text = if written.is_object() { written.get("string") } else { Some(written) };
    match text {
        None => Body::Unavailable(Unavailable::NotRecorded),
        Some(text) if text.is_null() => Body::None,
        Some(text) => match text.as_str() {
            Some("") => Body::None,
            Some(base64) if text.is_binary() => recorded::bytes(base64, None, headers),
            Some(text) => recorded::text(text.to_owned(), None, headers),
            None => Body::Unavailable(Unavailable::NotRecorded),
        },
    }
}
