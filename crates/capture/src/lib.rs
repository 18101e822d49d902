//! Captures: files, folders and standard input that hold exchanges or bare bodies, in any of the known formats.
//!
//! The format is told by content, not by name. Nothing in here writes a value of a capture to a message or a log.

mod blocks;
mod body;
mod crew;
mod cut;
pub mod document;
mod error;
pub mod exchange;
mod exchanges;
mod feed;
mod format;
mod har;
mod items;
pub mod json;
mod lines;
mod multipart;
mod opening;
mod recorded;
mod sources;
mod unpack;

#[cfg(test)]
mod round_trip;
#[cfg(test)]
mod streaming;
#[cfg(test)]
mod tests;

use std::cell::RefCell;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;

pub use error::CaptureError;
use error::Fault;
use feed::{Feed, UNMARKED};
use format::{Format, Reading};
pub use items::Worker;
use items::{Crew, Gang, Plain};
pub use lines::line_end;
pub use lines::{Known, Run, Sieve, Sieved};
use opening::Opening;
use sources::Source;

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

/// Whether standard input is read once or more often.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Passes {
    /// Perhaps more often. What does not fit into some memory is kept in a temporary file, unpacked it is never stored.
    #[default]
    Several,
    /// Once, as it comes; who asks again finds it empty.
    Once,
}

/// How much is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The most bytes that one entry, one line or one bare body may hold once unpacked: so much is held in memory. What
    /// stands around the entries of a HAR counts as one more of them.
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
    /// How often standard input is read.
    pub passes: Passes,
}

/// Captures that were found and can be read, more than once if need be.
pub struct Captures {
    sources: Vec<Source>,
    skipped: usize,
    options: Options,
}

impl Captures {
    /// Finds the captures under `paths`: a file is taken as it is, a folder is searched recursively in the order of
    /// its names for files that open like captures, `-` is standard input.
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

    /// How they are read.
    pub fn options(&self) -> Options {
        self.options
    }

    /// How many captures there are.
    pub fn sources(&self) -> usize {
        self.sources.len()
    }

    /// Hands every item to `visit`, source after source, until it breaks. Fails at the first source that is broken;
    /// the items before the fault have then been handed out.
    pub fn for_each(&self, visit: impl FnMut(Item) -> ControlFlow<()>) -> Result<(), CaptureError> {
        self.for_each_on(&mut [Plain], visit)
    }

    /// The same with one thread for each worker, which reads exchanges and does its part of the work. What it makes of
    /// them is handed out here, in the order of the items. Without a worker nothing is read.
    pub fn for_each_on<W: Worker>(
        &self,
        workers: &mut [W],
        mut take: impl FnMut(W::Made) -> ControlFlow<()>,
    ) -> Result<(), CaptureError> {
        if self.options.hint == Hint::Lines {
            let Some(worker) = workers.first_mut() else { return Ok(()) };
            return self.sift(&mut [lines::Everything], |sieved| match sieved {
                Sieved::Left(item) => take(worker.make(item.clone())),
                Sieved::Known(..) => ControlFlow::Continue(()),
            });
        }
        for source in &self.sources {
            if self.read(source, &mut Gang::new(workers, &mut take))?.is_break() {
                break;
            }
        }
        Ok(())
    }

    fn read(&self, source: &Source, crew: &mut dyn Crew) -> Result<ControlFlow<()>, CaptureError> {
        let name = source.name();
        let fail = |fault| CaptureError::new(&name, fault);
        let mut feed = Feed::new(source.unpacked().map_err(fail)?, self.options.limits);
        let format = recognise(&mut feed, &name, self.options.hint).map_err(fail)?;
        (format.read)(&mut Reading { source: &name, feed: &RefCell::new(feed), crew })
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

/// The format of what comes. Exchanges are told by the beginning; what is not told by it is read as a whole.
fn recognise(feed: &mut Feed<'_>, name: &str, hint: Hint) -> Result<&'static Format, Fault> {
    unmarked(feed.look(UNMARKED)?)?;
    let opening = Opening::of(beginning(feed.look(sources::PEEK)?));
    if let Some(format) = format::of(hint, &opening).filter(|format| format.holds_exchanges) {
        return Ok(format);
    }
    let opening = Opening::of(text(feed.whole()?)?);
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

/// The text that bytes begin with. They may end within a character.
fn beginning(bytes: &[u8]) -> &str {
    bytes.utf8_chunks().next().map(|chunk| chunk.valid()).unwrap_or_default()
}

/// `a.har`, `a.har.gz`.
fn is_named_like_har(name: &str) -> bool {
    let file = Path::new(name).file_name().map(|file| file.to_string_lossy().to_ascii_lowercase());
    file.is_some_and(|file| file.split('.').skip(1).any(|part| part == "har"))
}
