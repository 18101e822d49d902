//! What a format of captures is. The formats themselves are in [`super::formats`].

use std::ops::ControlFlow;

use super::error::CaptureError;
use super::input::Input;
use super::sink::ItemSink;

/// How many of the first bytes a format is asked with, at most; more are read only where no format knows these.
pub(crate) const SNIFFED: usize = 64 * 1024;

/// One format of exchanges.
pub(crate) struct Format {
    /// Whether a source that begins with these bytes is of this format.
    pub(crate) sniff: fn(&[u8]) -> bool,
    /// Hands all items of a source to the sink.
    pub(crate) read: fn(Input<'_, '_>, &mut dyn ItemSink) -> Result<ControlFlow<()>, CaptureError>,
}
