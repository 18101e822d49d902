//! The layout before 25 September 2025: a record for each request and one for each answer, which a number puts together.
//!
//! Requests are sent side by side, so a record may stand between a request and its answer, and even within a body, which
//! then counts as cut off. Answers that are not read as JSON have no record.

use std::collections::HashMap;

use super::{fault, json_body};
use crate::error::Fault;
use crate::exchange::{Body, Headers, Request, Response, Unavailable, Url};
use crate::whole::{Contents, Messages};

/// The line with which a record begins: `2025-11-08T03:59:35-05:00 QUERY 102 GetAllAssets POST http://…`.
pub(super) struct Head<'t> {
    is_answer: bool,
    /// What request and answer have in common: number and name of the call.
    call: (&'t str, &'t str),
    method: Option<&'t str>,
    url: Option<&'t str>,
}

impl<'t> Head<'t> {
    pub(super) fn of(line: &'t str) -> Option<Self> {
        let mut words = line.split(' ');
        let is_time =
            |word: &str| word.starts_with(|first: char| first.is_ascii_digit()) && word.get(10..11) == Some("T");
        words.next().filter(|word| is_time(word))?;
        let is_answer = match words.next()? {
            "QUERY" => false,
            "RESPONSE" => true,
            _ => return None,
        };
        Some(Self { is_answer, call: (words.next()?, words.next()?), method: words.next(), url: words.next() })
    }

    /// The request without what the record of an answer does not have.
    fn request(&self) -> Option<Request> {
        Some(Request {
            method: self.method?.to_owned(),
            url: Url::parse(self.url?),
            headers: Headers::default(),
            body: Body::None,
            recorded_type: None,
        })
    }
}

pub(super) fn contents(text: &str) -> Contents {
    let mut contents = Contents::default();
    let mut waiting: HashMap<(&str, &str), usize> = HashMap::new();
    let lines: Vec<&str> = text.lines().collect();
    let heads: Vec<(usize, Head<'_>)> =
        lines.iter().enumerate().filter_map(|(at, line)| Some((at, Head::of(line)?))).collect();
    let ends = heads.iter().skip(1).map(|(at, _)| *at).chain([lines.len()]);
    for ((at, head), end) in heads.iter().zip(ends) {
        let record = Record { number: at + 1, head, lines: lines.get(at + 1..end).unwrap_or_default() };
        if !head.is_answer {
            waiting.insert(head.call, contents.exchanges.len());
            contents.add(record.sent());
            continue;
        }
        let known = waiting.remove(&head.call).and_then(|index| contents.exchanges.get_mut(index));
        match (record.answered(), known) {
            (Err(fault), _) => contents.add(Err(fault)),
            (Ok(response), Some(exchange)) => exchange.response = response,
            (Ok(Some(response)), None) => contents.add(Ok(record.alone(response))),
            (Ok(None), None) => contents.passed_over += 1,
        }
    }
    contents
}

struct Record<'t> {
    /// The number of its first line.
    number: usize,
    head: &'t Head<'t>,
    lines: &'t [&'t str],
}

impl Record<'_> {
    /// `   Accept [application/json]`, `   X-Api-Key redacted`; then the fields of a form, and the body.
    fn sent(&self) -> Result<Messages, Fault> {
        let Some(mut request) = self.head.request() else {
            return Err(fault(self.number, "the record has no method and address"));
        };
        let mut beside = Headers::default();
        for line in self.lines {
            if let Some((name, value)) = line.strip_prefix("     ").and_then(|line| line.split_once(": ")) {
                beside.add(name, value.trim_start());
            } else if let Some((name, value)) = line.strip_prefix("   ").and_then(|line| line.split_once(' ')) {
                let list = value.strip_prefix('[').and_then(|value| value.strip_suffix(']'));
                request.headers.add(name, list.unwrap_or(value));
            } else if line.starts_with("-- binary body") {
                request.body = Body::Unavailable(Unavailable::Omitted);
            } else if line.starts_with("-- ") {
                request.body = self.body("-- body start --", "-- body end --", &request.headers);
                break;
            }
        }
        Ok(Messages { request: Some(request), beside, ..Messages::default() })
    }

    /// The answer; nothing where none came, or the record is cut off before its status. The program read JSON of
    /// refusals without writing it, and then it writes neither body nor header fields.
    fn answered(&self) -> Result<Option<Response>, Fault> {
        let of_name = |name: &str| self.lines.iter().find_map(|line| line.strip_prefix(name));
        let Some(status) = of_name("  Status: ") else { return Ok(None) };
        let number = status.split(' ').next().and_then(|number| number.parse().ok());
        let status = number.ok_or_else(|| fault(self.number, "the status is not a number below 65536"))?;
        let fields = self.lines.iter().filter_map(|line| line.strip_prefix("     ")?.split_once(" : "));
        let headers: Headers = fields.collect();
        let is_whole = self.lines.contains(&"-- response body start --");
        let (headers, body) = if is_whole {
            let body = self.body("-- response body start --", "-- response body end --", &headers);
            (headers, body)
        } else {
            (headers.into_excerpt(), Body::Unknown)
        };
        Ok(Some(Response { status, headers, body, recorded_type: None }))
    }

    /// What stands between two marks, of which the second may stand at the end of a line.
    fn body(&self, start: &str, end: &str, headers: &Headers) -> Body {
        let after = self.lines.iter().skip_while(|line| **line != start).skip(1);
        let (mut lines, mut is_whole) = (Vec::new(), false);
        for line in after {
            match line.strip_suffix(end) {
                Some(last) => {
                    lines.push(last);
                    is_whole = true;
                    break;
                }
                // Where the program closes a body.
                None => lines.push(line.strip_suffix("-- body end --").unwrap_or(line)),
            }
        }
        match json_body(lines.join("\n").trim_end().to_owned(), headers) {
            Body::Unknown if is_whole && start == "-- body start --" => Body::None,
            body @ Body::Text(_) if !is_whole => body.damaged(),
            body => body,
        }
    }

    /// An answer whose request stands before the beginning of the trace.
    fn alone(&self, response: Response) -> Messages {
        let request = self.head.request().map(|request| Request {
            headers: Headers::default().into_excerpt(),
            body: Body::Unknown,
            ..request
        });
        Messages { request, response: Some(response), ..Messages::default() }
    }
}
