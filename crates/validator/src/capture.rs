//! Captures: files, folders and standard input that hold exchanges or bare bodies, in any of the known formats.
//!
//! The format is told by content, not by name. Nothing in here writes a value of a capture to a message or a log.

mod blocks;
mod body;
mod error;
mod exchanges;
mod format;
mod har;
mod lines;
mod multipart;
mod opening;
mod recorded;
mod sources;
mod unpack;
mod versions;

#[cfg(test)]
mod round_trip;
#[cfg(test)]
mod tests;

use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;

pub use error::CaptureError;
use error::Fault;
use format::Reading;
pub use lines::{Left, Sieve, Sieved, Sifted};
use opening::Opening;
use sources::Source;
pub use versions::SaidVersion;

use crate::exchange::Item;

/// What the caller knows of the input beforehand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Hint {
    /// Nothing: tell the format by content.
    #[default]
    Detect,
    /// Each source is one bare body, whatever it looks like.
    Body,
    /// Each source is NDJSON of bare bodies.
    Lines,
}

/// How much is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The most bytes that one source may hold once unpacked. A source is held in memory as a whole,
    /// lines are not: there it is the most that one line may hold.
    pub max_bytes: u64,
}

impl Default for Limits {
    /// One GiB.
    fn default() -> Self {
        Self { max_bytes: 1 << 30 }
    }
}

/// How captures are read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Options {
    /// What is known of their format.
    pub hint: Hint,
    /// How much of them is read.
    pub limits: Limits,
}

/// Captures that were found and can be read, more than once if need be.
pub struct Captures {
    sources: Vec<Source>,
    skipped: usize,
    options: Options,
}

impl Captures {
    /// Finds the captures under `paths`: a file is taken as it is, a folder is searched recursively in the order of
    /// its names for files that open like captures, `-` is standard input, read at once
    /// unless it holds lines.
    ///
    /// Fails where a path cannot be read or a folder holds no capture; what is in a file is looked at by
    /// [`Captures::for_each`].
    pub fn open<P: AsRef<Path>>(paths: &[P], options: Options) -> Result<Self, CaptureError> {
        let mut captures = Self { sources: Vec::new(), skipped: 0, options };
        for path in paths {
            captures.skipped += sources::find(path.as_ref(), options, &mut captures.sources)?;
        }
        Ok(captures)
    }

    /// One capture that is already in memory, under the name that places are to show.
    pub fn from_bytes(name: &str, bytes: Vec<u8>, options: Options) -> Self {
        Self { sources: vec![Source::Memory(Arc::from(name), bytes)], skipped: 0, options }
    }

    /// How many files in folders were passed over because they are no captures.
    pub fn skipped(&self) -> usize {
        self.skipped
    }

    /// How many captures there are.
    pub fn sources(&self) -> usize {
        self.sources.len()
    }

    /// Hands every item to `visit`, source after source, until it breaks. Fails at the first source that is broken;
    /// the items before the fault have then been handed out.
    pub fn for_each(&self, mut visit: impl FnMut(Item) -> ControlFlow<()>) -> Result<(), CaptureError> {
        if self.options.hint == Hint::Lines {
            return self.sift(&mut [lines::Everything], |sieved| match sieved {
                Sieved::Left(item) => visit(item.clone()),
                Sieved::Right(..) => ControlFlow::Continue(()),
            });
        }
        for source in &self.sources {
            if self.read(source, &mut visit)?.is_break() {
                break;
            }
        }
        Ok(())
    }

    fn read(
        &self,
        source: &Source,
        visit: &mut dyn FnMut(Item) -> ControlFlow<()>,
    ) -> Result<ControlFlow<()>, CaptureError> {
        let name = source.name();
        let fail = |fault| CaptureError::new(&name, fault);
        let bytes = source.bytes(self.options.limits).map_err(fail)?;
        let text = text(&bytes).map_err(fail)?;
        let format = recognise(text, &name, self.options.hint).map_err(fail)?;
        let mut reading = Reading { source: &name, text, entry: 0, stopped: false, visit };
        (format.read)(&mut reading)?;
        Ok(if reading.stopped { ControlFlow::Break(()) } else { ControlFlow::Continue(()) })
    }
}

/// The text of a capture: UTF-8 without a byte order mark, and not empty.
fn text(bytes: &[u8]) -> Result<&str, Fault> {
    unmarked(bytes)?;
    let text = std::str::from_utf8(bytes).map_err(|error| Fault::Encoding(error.valid_up_to()))?;
    if text.trim_ascii_start().is_empty() { Err(Fault::Empty) } else { Ok(text) }
}

fn unmarked(bytes: &[u8]) -> Result<(), Fault> {
    let marks = [&b"\xef\xbb\xbf"[..], b"\xff\xfe", b"\xfe\xff"];
    if marks.iter().any(|mark| bytes.starts_with(mark)) { Err(Fault::ByteOrderMark) } else { Ok(()) }
}

fn recognise(text: &str, name: &str, hint: Hint) -> Result<&'static format::Format, Fault> {
    let opening = Opening::of(text);
    let format = format::of(hint, &opening).ok_or(Fault::NoCaptures)?;
    if hint == Hint::Detect && !format.holds_exchanges {
        if opening.is_contract() {
            return Err(Fault::Contract);
        }
        // Formats are told by content; a name only tells what went wrong.
        if opening.is_har_without_log() || is_named_like_har(name) {
            return Err(Fault::NoLog);
        }
    }
    Ok(format)
}

/// `a.har`, `a.har.gz`.
fn is_named_like_har(name: &str) -> bool {
    let file = Path::new(name).file_name().map(|file| file.to_string_lossy().to_ascii_lowercase());
    file.is_some_and(|file| file.split('.').skip(1).any(|part| part == "har"))
}
