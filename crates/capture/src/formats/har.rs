//! HAR 1.2, entry by entry. Bodies may be base64, missing, cut or of unknown size; the release may stand in the extension
//! fields `_serverVersion` or `serverVersion`; every other unknown field is skipped.
//!
//! What is around the entries is read by serde as it comes. At the list of entries it stands aside: they are cut, read
//! and used in blocks, and it goes on at the bracket behind them.

mod around;
mod beside;
mod entries;
mod entry;
mod piece;

use std::cell::RefCell;
use std::ops::ControlFlow;

use crate::error::CaptureError;
use crate::format::Format;
use crate::input::Input;
use crate::json;
use crate::sink::ItemSink;
use around::Around;
use entries::{Entries, Outcome};

pub(super) const FORMAT: Format = Format { sniff, read };

/// Lines of exchanges may have any other members.
fn sniff(bytes: &[u8]) -> bool {
    json::has_member(bytes, &["log"]) && !json::has_member(bytes, &["request", "response"])
}

fn read(input: Input<'_, '_>, sink: &mut dyn ItemSink) -> Result<ControlFlow<()>, CaptureError> {
    let mut outcome = Outcome::default();
    let passed_over = input.passed_over;
    let reader = RefCell::new(input.reader);
    let mut around = Around::new(&reader);
    let mut json = serde_json::Deserializer::from_reader(&mut around);
    let entries = Entries { source: input.name, reader: &reader, passed_over, sink, outcome: &mut outcome };
    let result = entries::walk(&mut json, entries).and_then(|()| json.end());
    match (result, outcome) {
        (_, Outcome { error: Some(error), .. }) => Err(error),
        (_, Outcome { stopped: true, .. }) => Ok(ControlFlow::Break(())),
        (Ok(()), _) => Ok(ControlFlow::Continue(())),
        (Err(error), outcome) => Err(CaptureError::new(input.name, around.fault(error, outcome.gap))),
    }
}
