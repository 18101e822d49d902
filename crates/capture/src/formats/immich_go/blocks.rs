//! The layout since 25 September 2025: a block for each exchange, between two borders.

use super::{fault, json_body, nothing_read};
use crate::error::Fault;
use crate::exchange::{Body, Headers, Part, PartValue, Request, Response, Unavailable, Url};
use crate::multipart::parameter;
use crate::whole::{Contents, Messages};

const BEGIN: &str = "/---- client #";
const END: &str = "\\---- client #";
const ANSWER: &str = "+---- response ";

/// So many bytes of what is neither JSON nor a form are written, whether there were more or not.
const DUMPED: usize = 1024;

/// Whether a line is where a block begins or ends. Of a trace without its beginning, an end may come first.
pub(super) fn is_border(line: &str) -> bool {
    line.starts_with(BEGIN) || line.starts_with(END)
}

/// All exchanges. Of a block that does not end, or does not begin, nothing is told.
pub(super) fn contents(text: &str) -> Contents {
    let mut contents = Contents::default();
    let mut open: Option<(usize, Vec<&str>)> = None;
    for (line, number) in text.lines().zip(1..) {
        let is_end = line.starts_with(END);
        if let Some((begin, lines)) = open.take_if(|_| is_end) {
            contents.add(exchange(begin, &lines));
        } else if is_border(line) {
            contents.passed_over += u64::from(is_end || open.is_some());
            open = (!is_end).then(|| (number, Vec::new()));
        } else if let Some((_, lines)) = &mut open {
            lines.push(line);
        }
    }
    contents.passed_over += u64::from(open.is_some());
    contents
}

/// The exchange of a block whose border has this number.
fn exchange(begin: usize, lines: &[&str]) -> Result<Messages, Fault> {
    let at = lines.iter().position(|line| line.starts_with(ANSWER));
    let at = at.ok_or_else(|| fault(begin, "the block has no line `+---- response`"))?;
    let (sent, answered) = lines.split_at_checked(at).unwrap_or_default();
    let (sent, answered) = (Side::of(sent), Side::of(answered));
    let Some((method, url)) = sent.of_name("Method: ").and_then(|line| line.split_once(", URL: ")) else {
        return Err(fault(begin, "the block has no line `Method: …, URL: …`"));
    };
    let body = match sent.body {
        // A request without a body has no such line.
        None => Body::None,
        Some(lines) => body(lines, &sent.headers),
    };
    let response = match answered.of_name("Status: ") {
        Some(status) => {
            Some(response(status, &answered).ok_or_else(|| fault(begin, "the status is not a number below 65536"))?)
        }
        // An `Error:` instead: nothing came.
        None => None,
    };
    let (method, url) = (method.to_owned(), Url::parse(url));
    let request = Request { method, url, headers: sent.headers, body, recorded_type: None };
    Ok(Messages { request: Some(request), response, ..Messages::default() })
}

/// `200 OK: 200`
fn response(status: &str, side: &Side<'_>) -> Option<Response> {
    let status = status.rsplit(": ").next()?.trim().parse().ok()?;
    let headers = side.headers.clone();
    let body = side.body.map_or(Body::Unknown, |lines| body(lines, &headers));
    Some(Response { status, headers, body, recorded_type: None })
}

/// The request or the answer of a block.
struct Side<'b> {
    /// The lines before the header fields.
    lines: &'b [&'b str],
    headers: Headers,
    body: Option<&'b [&'b str]>,
}

impl<'b> Side<'b> {
    fn of(lines: &'b [&'b str]) -> Self {
        let (before, body) = cut(lines, "Body:");
        let (lines, fields) = cut(before, "Headers:");
        let fields = fields.unwrap_or_default().iter().filter_map(|line| line.trim_start().split_once(": "));
        Self { lines, headers: fields.collect(), body }
    }

    /// What stands behind a name.
    fn of_name(&self, name: &str) -> Option<&'b str> {
        self.lines.iter().find_map(|line| line.strip_prefix(name))
    }
}

/// What stands before a line, and what stands behind it.
fn cut<'b>(lines: &'b [&'b str], border: &str) -> (&'b [&'b str], Option<&'b [&'b str]>) {
    let at = lines.iter().position(|line| *line == border);
    match at.and_then(|at| lines.split_at_checked(at)) {
        Some((before, [_, after @ ..])) => (before, Some(after)),
        _ => (lines, None),
    }
}

/// A body as it is written, each line indented.
fn body(lines: &[&str], headers: &Headers) -> Body {
    match lines {
        [kind, rest @ ..] if kind.trim() == "[JSON]" => {
            let lines: Vec<&str> = rest.iter().map(|line| line.strip_prefix("  ").unwrap_or(line)).collect();
            json_body(lines.join("\n"), headers)
        }
        [kind, rest @ ..] if kind.trim() == "[Multipart]" => form(rest),
        [kind, rest @ ..] if kind.trim() == "[Binary/HexDump]" => match dumped(rest) {
            bytes if bytes.len() < DUMPED => Body::Bytes(bytes),
            bytes => Body::Damaged(bytes),
        },
        _ => nothing_read(headers),
    }
}

/// The bytes of a dump: an offset, up to sixteen of them in hexadecimal, and the same as text.
fn dumped(lines: &[&str]) -> Vec<u8> {
    let of_line = |line: &&str| {
        let words = line.split_whitespace().skip(1);
        let bytes = words.take_while(|word| word.len() == 2).map_while(|word| u8::from_str_radix(word, 16).ok());
        bytes.take(16).collect::<Vec<u8>>()
    };
    lines.iter().filter(|line| !line.trim_start().starts_with("...")).flat_map(of_line).collect()
}

/// The parts of a form. Of files only the beginning is written.
fn form(lines: &[&str]) -> Body {
    let as_far_as_written = || Body::Damaged(lines.join("\n").into_bytes());
    if lines.iter().any(|line| line.trim_start().starts_with("Error")) {
        return as_far_as_written();
    }
    let is_border = |line: &&str| line.starts_with("  --- Part ");
    let parts = lines.split(is_border).skip(1).map(part);
    parts.collect::<Option<Vec<Part>>>().map_or_else(as_far_as_written, Body::Parts)
}

fn part(lines: &[&str]) -> Option<Part> {
    let content = lines.iter().position(|line| line.trim_start().starts_with("Content:"))?;
    let (fields, value) = lines.split_at_checked(content)?;
    let headers: Headers = fields.iter().filter_map(|line| line.trim_start().split_once(": ")).collect();
    let disposition = headers.get("content-disposition")?;
    let name = parameter(disposition, "name")?.to_owned();
    let filename = parameter(disposition, "filename").map(str::to_owned);
    let value = match value {
        [kind, text @ ..] if kind.trim() == "Content:" => {
            let text = text.join("\n");
            PartValue::Text(text.strip_prefix("    ").unwrap_or(&text).to_owned())
        }
        _ => PartValue::Unavailable(Unavailable::Truncated),
    };
    let content_type = headers.get("content-type").map(str::to_owned);
    Some(Part { name, filename, content_type, value })
}
