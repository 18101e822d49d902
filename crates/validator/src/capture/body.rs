//! One bare JSON value: a body without its exchange.

use serde::de::DeserializeSeed;

use super::Hint;
use super::error::{CaptureError, Fault};
use super::format::{Format, Reading};
use crate::document::{DocumentError, Skim};
use crate::exchange::{BareBody, Item};

pub(super) const FORMAT: Format =
    Format { knows: |hint, _| matches!(hint, Hint::Body | Hint::Detect), holds_exchanges: false, read };

fn read(reading: &mut Reading<'_>) -> Result<(), CaptureError> {
    let text = reading.text;
    emit(reading, text, None, "a bare body must be one JSON value")
}

/// Checks that a text is JSON, which a body that is given as such must be, and hands it out.
pub(super) fn emit(
    reading: &mut Reading<'_>,
    text: &str,
    line: Option<u64>,
    advice: &'static str,
) -> Result<(), CaptureError> {
    skim(text).map_err(|error| {
        let fault = Fault::json(&error, line.unwrap_or(1), None, advice);
        CaptureError::new(reading.source, fault)
    })?;
    let place = reading.place(line);
    reading.emit(Item::Body(BareBody { place, bytes: text.as_bytes().to_vec() }));
    Ok(())
}

fn skim(text: &str) -> Result<(), DocumentError> {
    let mut json = serde_json::Deserializer::from_str(text);
    Skim.deserialize(&mut json)?;
    Ok(json.end()?)
}
