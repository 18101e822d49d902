//! HAR 1.2. One entry at a time is held. Bodies may be base64, missing, cut or of unknown size; the release may stand
//! in the extension fields `_serverVersion` or `serverVersion`; every other unknown field is skipped.

mod entries;
mod entry;

use super::Hint;
use super::error::{CaptureError, Fault};
use super::format::{Format, Reading};
use crate::document::DocumentError;

pub(super) const FORMAT: Format =
    Format { knows: |hint, opening| hint == Hint::Detect && opening.has("log"), holds_exchanges: true, read };

fn read(reading: &mut Reading<'_>) -> Result<(), CaptureError> {
    let mut json = serde_json::Deserializer::from_str(reading.text);
    let mut progress = entries::Progress::default();
    let result = entries::walk(&mut json, reading, &mut progress).and_then(|()| json.end());
    match result {
        Err(error) if !reading.stopped => {
            let error = DocumentError::from(error);
            let entry = progress.within_entry.then_some(reading.entry);
            let fault = Fault::json(&error, 1, entry, "the HAR is damaged or cut short, export it again");
            Err(CaptureError::new(reading.source, fault))
        }
        _ => Ok(()),
    }
}
