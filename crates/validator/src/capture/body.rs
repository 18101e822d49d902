//! One bare JSON value: a body without its exchange. Lines of them are read by [`super::lines`].

use serde::de::DeserializeSeed;

use super::Hint;
use super::error::{CaptureError, Fault};
use super::format::{Format, Reading};
use crate::document::{DocumentError, Skim};
use crate::exchange::{BareBody, Item};

pub(super) const FORMAT: Format =
    Format { knows: |hint, _| matches!(hint, Hint::Body | Hint::Lines | Hint::Detect), holds_exchanges: false, read };

fn read(reading: &mut Reading<'_>) -> Result<(), CaptureError> {
    let text = reading.text;
    skimmed(reading.source, text, None, "a bare body must be one JSON value")?;
    let place = reading.place(None);
    reading.emit(Item::Body(BareBody { place, bytes: text.as_bytes().to_vec() }));
    Ok(())
}

/// Checks that a text is JSON, which a body that is given as such must be.
pub(super) fn skimmed(source: &str, text: &str, line: Option<u64>, advice: &'static str) -> Result<(), CaptureError> {
    skim(text).map_err(|error| CaptureError::new(source, Fault::json(&error, line.unwrap_or(1), None, advice)))
}

fn skim(text: &str) -> Result<(), DocumentError> {
    let mut json = serde_json::Deserializer::from_str(text);
    Skim.deserialize(&mut json)?;
    Ok(json.end()?)
}
