//! Access logs in JSON: those of Traefik and Caddy, and what people write with nginx's `log_format … escape=json`.
//!
//! One request a line. They have method, target, status and a few header fields, and no bodies, so nothing is told of
//! those. A server may write other lines between them; these are counted and passed over, and so is a last line that is
//! cut off, since logs are copied while they are written.

mod caddy;
mod entry;
mod members;

use std::ops::ControlFlow;

use crate::cut::Lines;
use crate::document::DocumentError;
use crate::error::{CaptureError, Fault};
use crate::exchange::ItemLocation;
use crate::format::Format;
use crate::input::Input;
use crate::json;
use crate::list::{Found, ItemList, ItemSyntax, ItemText};
use crate::sink::ItemSink;
use entry::Entry;

pub(super) const FORMAT: Format = Format { sniff, read };

const SYNTAX: ItemSyntax = ItemSyntax { cutter: || Box::new(Lines), is_of_lines: true, read: read_line };

/// Whether lines of JSON begin the source, one of them with a request and the status of its answer.
pub(super) fn sniff(bytes: &[u8]) -> bool {
    let lines = json::beginning(bytes).split('\n').filter(|line| !line.trim_ascii().is_empty());
    let mut entries = lines.map_while(json::read::<Entry<'_>>);
    entries.any(|entry| entry.is_answered())
}

fn read(input: Input<'_, '_>, sink: &mut dyn ItemSink) -> Result<ControlFlow<()>, CaptureError> {
    sink.list(ItemList::new(input, &SYNTAX))
}

fn read_line(line: &ItemText<'_>, place: ItemLocation) -> Found {
    match json::read::<Entry<'_>>(line.text).map_or_else(|| serde_json::from_str(line.text), Ok) {
        Ok(entry) => entry.into_exchange(place).map_or_else(Found::passed_over, Found::exchange),
        Err(error) if error.is_eof() && line.end.is_none() => Found::passed_over(),
        Err(error) => {
            let (error, number) = (DocumentError::from(error), line.start().lines + 1);
            let advice = "each line of an access log must be one JSON object; nginx writes such lines with escape=json";
            Found::fault(Fault::json(&error, number, None, advice))
        }
    }
}

#[cfg(test)]
mod tests;
