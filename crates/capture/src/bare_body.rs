//! One bare JSON value: a body without its exchange. Lines of them are read by [`super::lines`].

use std::ops::ControlFlow;
use std::sync::Arc;

use serde::de::DeserializeSeed;

use super::document::{DocumentError, Skim};
use super::error::{CaptureError, Fault};
use super::exchange::{BareBody, Item, ItemLocation};
use super::input::Input;
use super::peek::PeekReader;
use super::sink::ItemSink;

/// Hands a source that is one body to the sink.
pub(crate) fn read(
    Input { name, reader, .. }: Input<'_, '_>,
    sink: &mut dyn ItemSink,
) -> Result<ControlFlow<()>, CaptureError> {
    let bytes = whole(reader).map_err(|fault| CaptureError::new(name, fault))?;
    let place = ItemLocation { source: Arc::clone(name), entry: 0, line: None };
    Ok(sink.item(Item::Body(BareBody { place, bytes })))
}

fn whole(reader: &mut PeekReader<'_>) -> Result<Vec<u8>, Fault> {
    let text = reader.whole_text()?;
    skimmed(text.as_bytes(), None, "a bare body must be one JSON value")?;
    Ok(text.as_bytes().to_vec())
}

/// Checks that a text is JSON, which a body that is given as such must be.
pub(crate) fn skimmed(text: &[u8], line: Option<u64>, advice: &'static str) -> Result<(), Fault> {
    skim(text).map_err(|error| Fault::json(&error, line.unwrap_or(1), None, advice))
}

fn skim(text: &[u8]) -> Result<(), DocumentError> {
    let mut json = serde_json::Deserializer::from_slice(text);
    Skim.deserialize(&mut json)?;
    Ok(json.end()?)
}
