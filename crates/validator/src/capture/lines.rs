//! NDJSON of bare bodies: one JSON value a line, blank lines skipped.

use super::error::CaptureError;
use super::format::{Format, Reading};
use super::{Hint, body};

pub(super) const FORMAT: Format = Format { knows: |hint, _| hint == Hint::Lines, holds_exchanges: false, read };

fn read(reading: &mut Reading<'_>) -> Result<(), CaptureError> {
    reading
        .each_line(|reading, line, number| body::emit(reading, line, Some(number), "each line must be one JSON value"))
}
