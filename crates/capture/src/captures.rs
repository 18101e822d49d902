//! Captures that were found.

use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::error::{CaptureError, Fault};
use super::exchange::Item;
use super::format::{Format, SNIFFED};
use super::input::Input;
use super::lines::{self, LineFilter, LineOutcome, NoFilter};
use super::list::Worker;
use super::options::{Hint, Options};
use super::peek::PeekReader;
use super::pool::WorkerPool;
use super::sink::ItemSink;
use super::sources::{self, Source};
use super::{bare_body, formats, json};

/// Captures that were found and can be read, more than once if need be.
pub struct Captures {
    pub(crate) sources: Vec<Source>,
    pub(crate) skipped: usize,
    pub(crate) options: Options,
    /// How many entries the last reading passed over.
    pub(crate) passed_over: AtomicU64,
}

impl Captures {
    /// Finds the captures under `paths`: a file is taken as it is, a folder is searched recursively in the order of
    /// its names for files that open like captures, `-` is standard input.
    ///
    /// Fails where a path cannot be read or a folder holds no capture; what is in a file is looked at by
    /// [`Captures::for_each`].
    pub fn open<P: AsRef<Path>>(paths: &[P], options: Options) -> Result<Self, CaptureError> {
        let mut captures = Self { sources: Vec::new(), skipped: 0, options, passed_over: AtomicU64::new(0) };
        for path in paths {
            captures.skipped += sources::find(path.as_ref(), options, &mut captures.sources)?;
        }
        Ok(captures)
    }

    /// One capture that is already in memory, under the name that places are to show.
    pub fn from_bytes(name: &str, bytes: Vec<u8>, options: Options) -> Self {
        let sources = vec![Source::Memory(Arc::from(name), bytes)];
        Self { sources, skipped: 0, options, passed_over: AtomicU64::new(0) }
    }

    /// How many files in folders were passed over because they are no captures.
    pub fn skipped(&self) -> usize {
        self.skipped
    }

    /// How many entries of logs the last reading passed over because they are not exchanges: a server writes other lines
    /// beside them, and the last line may be cut off.
    pub fn passed_over(&self) -> u64 {
        self.passed_over.load(Ordering::Relaxed)
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
    pub fn for_each(&self, mut visit: impl FnMut(Item) -> ControlFlow<()>) -> Result<(), CaptureError> {
        self.read_into(&mut visit)
    }

    /// The same with one thread for each worker, which reads exchanges and does its part of the work. What it makes of
    /// them is handed out here, in the order of the items. Without a worker nothing is handed out.
    pub fn for_each_on<W: Worker>(
        &self,
        workers: &mut [W],
        mut take: impl FnMut(W::Made) -> ControlFlow<()>,
    ) -> Result<(), CaptureError> {
        self.read_into(&mut WorkerPool::new(workers, &mut take))
    }

    /// Hands every item to a sink, as [`Captures::for_each`] does.
    pub fn read_into(&self, sink: &mut dyn ItemSink) -> Result<(), CaptureError> {
        if self.options.hint == Hint::Lines {
            return self.scan_lines(&mut [NoFilter], |outcome| match outcome {
                LineOutcome::Left(item) => sink.item(item.clone()),
                LineOutcome::Filtered(..) => ControlFlow::Continue(()),
            });
        }
        self.passed_over.store(0, Ordering::Relaxed);
        for source in &self.sources {
            if self.read(source, sink)?.is_break() {
                break;
            }
        }
        Ok(())
    }

    /// Scans NDJSON of bare bodies with one thread for each filter, and hands what comes of it to `take`, source after
    /// source and line after line, until it breaks. Fails at the first line that is not JSON; those before it have then
    /// been handed out.
    pub fn scan_lines<S: LineFilter>(
        &self,
        filters: &mut [S],
        mut take: impl FnMut(LineOutcome<'_, S::Filtered>) -> ControlFlow<()>,
    ) -> Result<(), CaptureError> {
        for source in &self.sources {
            let name = source.name();
            let fail = |fault| CaptureError::new(&name, fault);
            let mut reader = self.open_source(source).map_err(fail)?;
            let flow = lines::scan(self.input(&name, &mut reader), filters, &mut take).map_err(fail)?;
            if flow.is_break() {
                break;
            }
        }
        Ok(())
    }

    pub(crate) fn read(&self, source: &Source, sink: &mut dyn ItemSink) -> Result<ControlFlow<()>, CaptureError> {
        let name = source.name();
        let fail = |fault| CaptureError::new(&name, fault);
        let mut reader = self.open_source(source).map_err(fail)?;
        let format = match self.options.hint {
            Hint::Detect => recognise(&mut reader, &name).map_err(fail)?,
            Hint::Body | Hint::Lines => None,
        };
        let input = self.input(&name, &mut reader);
        match format {
            Some(format) => (format.read)(input, sink),
            None => bare_body::read(input, sink),
        }
    }

    fn input<'i, 's>(&'i self, name: &'i Arc<str>, reader: &'i mut PeekReader<'s>) -> Input<'i, 's> {
        Input { name, reader, passed_over: &self.passed_over }
    }

    fn open_source<'s>(&self, source: &'s Source) -> Result<PeekReader<'s>, Fault> {
        let mut reader = PeekReader::new(source.unpacked()?, self.options.limits);
        reader.check_unmarked()?;
        Ok(reader)
    }
}

/// The format of what comes; nothing where it is one bare body. Formats are told by the beginning; what is not told by
/// it is read as a whole.
fn recognise(reader: &mut PeekReader<'_>, name: &str) -> Result<Option<&'static Format>, Fault> {
    if let Some(format) = formats::sniff(reader.peek(SNIFFED)?) {
        return Ok(Some(format));
    }
    let bytes = reader.whole_text()?.as_bytes();
    match formats::sniff(bytes) {
        None if json::has_member(bytes, &["openapi", "swagger"]) => Err(Fault::Contract),
        // Formats are told by content; a name only tells what went wrong.
        None if json::has_member(bytes, &["entries"]) || is_named_like_har(name) => Err(Fault::NoLog),
        format => Ok(format),
    }
}

/// `a.har`, `a.har.gz`.
fn is_named_like_har(name: &str) -> bool {
    let file = Path::new(name).file_name().map(|file| file.to_string_lossy().to_ascii_lowercase());
    file.is_some_and(|file| file.split('.').skip(1).any(|part| part == "har"))
}
