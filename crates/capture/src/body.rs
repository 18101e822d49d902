//! One bare JSON value: a body without its exchange. Lines of them are read by [`super::lines`].

use std::ops::ControlFlow;
use std::sync::Arc;

use serde::de::DeserializeSeed;

use super::Hint;
use super::error::{CaptureError, Fault};
use super::feed::Feed;
use super::format::{Format, Reading};
use crate::document::{DocumentError, Skim};
use crate::exchange::{BareBody, Item, Place};

pub(super) const FORMAT: Format =
    Format { knows: |hint, _| matches!(hint, Hint::Body | Hint::Lines | Hint::Detect), holds_exchanges: false, read };

fn read(reading: &mut Reading<'_, '_>) -> Result<ControlFlow<()>, CaptureError> {
    let body = whole(&mut reading.feed.borrow_mut()).map_err(|fault| reading.fail(fault))?;
    let place = Place { source: Arc::clone(reading.source), entry: 0, line: None };
    Ok(reading.crew.item(Item::Body(BareBody { place, bytes: body.into_bytes() })))
}

fn whole(feed: &mut Feed<'_>) -> Result<String, Fault> {
    let text = super::text(feed.whole()?)?;
    skimmed(text.as_bytes(), None, "a bare body must be one JSON value")?;
    Ok(text.to_owned())
}

/// Checks that a text is JSON, which a body that is given as such must be.
pub(super) fn skimmed(text: &[u8], line: Option<u64>, advice: &'static str) -> Result<(), Fault> {
    skim(text).map_err(|error| Fault::json(&error, line.unwrap_or(1), None, advice))
}

fn skim(text: &[u8]) -> Result<(), DocumentError> {
    let mut json = serde_json::Deserializer::from_slice(text);
    Skim.deserialize(&mut json)?;
    Ok(json.end()?)
}
