//! What immich-go writes with `--api-trace`: blocks since 25 September 2025, and before that a record for each request and
//! one for each answer.
//!
//! Whatever is cut off is not told as wrong: a trace ends where the program was stopped, and bodies end where it stopped
//! reading.

mod blocks;
mod records;

use std::ops::ControlFlow;

use serde::de::IgnoredAny;

use crate::error::{CaptureError, Fault};
use crate::exchange::{Body, Headers};
use crate::format::Format;
use crate::input::Input;
use crate::json;
use crate::recorded::{self, Claims};
use crate::sink::ItemSink;
use crate::whole::{self, Contents};

pub(super) const FORMAT: Format = Format { sniff, read };

/// What to do about a trace that cannot be read.
const ADVICE: &str = "the trace is damaged, write it again with --api-trace";

fn sniff(bytes: &[u8]) -> bool {
    first_line(json::beginning(bytes)).is_some_and(|line| blocks::is_border(line) || records::Head::of(line).is_some())
}

fn first_line(text: &str) -> Option<&str> {
    text.lines().find(|line| !line.trim().is_empty())
}

fn read(input: Input<'_, '_>, sink: &mut dyn ItemSink) -> Result<ControlFlow<()>, CaptureError> {
    whole::read(input, sink, |text| Ok(contents(text)))
}

fn contents(text: &str) -> Contents {
    if first_line(text).is_some_and(blocks::is_border) { blocks::contents(text) } else { records::contents(text) }
}

/// A body of JSON as far as it was read: who stops reading does not say so.
fn json_body(text: String, headers: &Headers) -> Body {
    match serde_json::from_str::<IgnoredAny>(&text) {
        Err(error) if error.is_eof() && !text.trim().is_empty() => Body::Damaged(text.into_bytes()),
        _ if text.trim().is_empty() => nothing_read(headers),
        _ => recorded::text(text, None, headers),
    }
}

/// A body of which nothing was read: whether there was one, the headers may tell.
fn nothing_read(headers: &Headers) -> Body {
    match headers.get("content-length") {
        Some(_) => Claims { sizes: [None, None], headers, omitted: false }.missing(),
        None => Body::Unknown,
    }
}

/// A fault at the beginning of a line.
fn fault(line: usize, reason: &str) -> Fault {
    Fault::Text { line: line as u64, column: 1, entry: None, reason: reason.to_owned(), advice: ADVICE }
}

#[cfg(test)]
mod tests;
