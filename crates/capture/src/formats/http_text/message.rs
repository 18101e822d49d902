//! A message as it travels: a line, header fields, an empty line, a body.

use std::borrow::Cow;

use super::fault;
use super::pieces::{Line, Piece};
use crate::error::Fault;
use crate::exchange::{Body, Headers, Request, Response, Url};
use crate::recorded::{self, Claims};

/// Reads a request.
pub(super) fn request(piece: &Piece<'_>) -> Result<Request, Fault> {
    let Message { line, headers, body } = Message::of(piece)?;
    let mut words = line.split(' ');
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    // Who asks a server says which in a field of its own.
    let host = headers.get("host").filter(|_| target.starts_with('/'));
    let url = host.map_or_else(|| Url::parse(target), |host| Url::parse(&format!("http://{host}{target}")));
    let claims = Claims { sizes: [None, None], headers: &headers, omitted: false };
    let body = if body.trim_ascii().is_empty() { claims.missing() } else { whole(&body, &headers) };
    let body = recorded::taken_apart(body, headers.get("content-type").unwrap_or_default());
    Ok(Request { method: method.to_owned(), url, headers, body, recorded_type: None })
}

/// Reads an answer; nothing where another comes behind it: that of a proxy, or one that asks to go on.
pub(super) fn response(piece: &Piece<'_>, head: bool) -> Result<Option<Response>, Fault> {
    let Message { line, headers, body } = Message::of(piece)?;
    let mut words = line.splitn(3, ' ').skip(1);
    let status = words.next().and_then(|code| code.parse().ok()).unwrap_or_default();
    let is_of_proxy = words.next().is_some_and(|reason| reason.eq_ignore_ascii_case("connection established"));
    if is_of_proxy || matches!(status, 100 | 102 | 103) {
        return Ok(None);
    }
    let is_empty = body.trim_ascii().is_empty();
    let body = if is_empty && recorded::never_has_body(head, status) {
        Body::None
    } else if !is_empty {
        whole(&body, &headers)
    } else if headers.get("content-length").is_some() {
        Claims { sizes: [None, None], headers: &headers, omitted: false }.missing()
    } else {
        // curl may have written it to a file.
        Body::Unknown
    };
    Ok(Some(Response { status, headers, body, recorded_type: None }))
}

struct Message<'t> {
    line: &'t str,
    headers: Headers,
    /// What stands behind the empty line, up to the next message.
    body: String,
}

impl<'t> Message<'t> {
    fn of(piece: &Piece<'t>) -> Result<Self, Fault> {
        let Some((first, rest)) = piece.lines.split_first() else { return Err(fault(1, "a message is empty")) };
        let end = rest.iter().position(|line| line.text.trim().is_empty()).unwrap_or(rest.len());
        let (fields, body) = rest.split_at_checked(end).unwrap_or_default();
        let mut headers = Headers::default();
        for Line { number, text } in fields {
            let Some((name, value)) = text.split_once(':') else {
                return Err(fault(*number, "a header field must be a name, a colon and a value"));
            };
            headers.add(name.trim(), value.trim());
        }
        let body: Vec<&str> = body.iter().skip(1).map(|line| line.text).collect();
        Ok(Self { line: first.text.trim_end(), headers, body: body.join("\n") })
    }
}

/// A body without what only carries it, and without the blank lines behind it.
fn whole(body: &str, headers: &Headers) -> Body {
    let is_chunked =
        headers.get("transfer-encoding").is_some_and(|coding| coding.to_ascii_lowercase().contains("chunked"));
    let body = if is_chunked { joined(body).map_or(Cow::Borrowed(body), Cow::Owned) } else { Cow::Borrowed(body) };
    let size = headers.get("content-length").and_then(|length| length.trim().parse::<usize>().ok());
    let exact = size.and_then(|size| body.split_at_checked(size)).filter(|(_, rest)| rest.trim_ascii().is_empty());
    let text = exact.map_or_else(|| body.trim_ascii_end(), |(text, _)| text);
    recorded::text(text.to_owned(), size.and_then(|size| i64::try_from(size).ok()), headers)
}

/// The chunks of a body (RFC 9112, 7.1) in one; nothing where it is not written in chunks, as curl undoes them.
fn joined(body: &str) -> Option<String> {
    let (mut rest, mut text) = (body, String::new());
    loop {
        let (size, after) = rest.split_once("\r\n")?;
        let size = usize::from_str_radix(size.split(';').next()?.trim(), 16).ok()?;
        if size == 0 {
            return Some(text);
        }
        let (chunk, after) = after.split_at_checked(size)?;
        text.push_str(chunk);
        rest = after.strip_prefix("\r\n")?;
    }
}
