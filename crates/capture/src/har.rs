//! HAR 1.2, entry by entry. Bodies may be base64, missing, cut or of unknown size; the release may stand in the extension
//! fields `_serverVersion` or `serverVersion`; every other unknown field is skipped.
//!
//! What is around the entries is read by serde as it comes. At the list of entries it stands aside: they are cut, read
//! and used in blocks, and it goes on at the bracket behind them.

mod around;
mod entries;
mod entry;
mod masks;
mod piece;
mod splitter;

use std::ops::ControlFlow;

use super::Hint;
use super::error::CaptureError;
use super::format::{Format, Reading};
use around::Around;

pub(super) const FORMAT: Format =
    Format { knows: |hint, opening| hint == Hint::Detect && opening.has("log"), holds_exchanges: true, read };

/// What to do about a HAR that is no JSON.
const ADVICE: &str = "the HAR is damaged or cut short, export it again";

fn read(reading: &mut Reading<'_, '_>) -> Result<ControlFlow<()>, CaptureError> {
    let mut around = Around::new(reading.feed);
    let mut outcome = entries::Outcome::default();
    let mut json = serde_json::Deserializer::from_reader(&mut around);
    let result = entries::walk(&mut json, reading, &mut outcome).and_then(|()| json.end());
    match (result, outcome) {
        (_, entries::Outcome { fault: Some(fault), .. }) => Err(reading.fail(fault)),
        (_, entries::Outcome { stopped: true, .. }) => Ok(ControlFlow::Break(())),
        (Ok(()), _) => Ok(ControlFlow::Continue(())),
        (Err(error), outcome) => Err(reading.fail(around.fault(error, outcome.gap))),
    }
}
