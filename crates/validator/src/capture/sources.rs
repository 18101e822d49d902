//! Where captures come from: files, folders, standard input, memory.

use std::borrow::Cow;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::error::{CaptureError, Fault};
use super::format;
use super::opening::Opening;
use super::unpack::{Unpacked, is_packed, unpack};
use super::{Hint, Limits, Options};

/// How much of a file in a folder is looked at to tell whether it is a capture, in bytes once unpacked.
const PEEK: u64 = 64 * 1024;

/// One capture, not read yet.
pub(super) enum Source {
    /// A file, read anew each time.
    File(PathBuf),
    /// Bytes with a name, perhaps still packed; standard input can be read only once.
    Memory(Arc<str>, Vec<u8>),
    /// Standard input, read as it comes, once.
    Input,
}

/// What places call standard input.
const INPUT: &str = "<stdin>";

impl Source {
    /// The name that places and messages show.
    pub(super) fn name(&self) -> Arc<str> {
        match self {
            Self::File(path) => Arc::from(path.to_string_lossy()),
            Self::Memory(name, _) => Arc::clone(name),
            Self::Input => Arc::from(INPUT),
        }
    }

    /// The whole content, unpacked.
    pub(super) fn bytes(&self, limits: Limits) -> Result<Cow<'_, [u8]>, Fault> {
        match self {
            Self::File(path) => whole(unpack(File::open(path).map_err(Fault::Io)?)?, limits).map(Cow::Owned),
            Self::Memory(_, bytes) if is_packed(bytes) => whole(unpack(bytes.as_slice())?, limits).map(Cow::Owned),
            Self::Memory(_, bytes) if bytes.len() as u64 > limits.max_bytes => Err(Fault::TooLarge(limits.max_bytes)),
            Self::Memory(_, bytes) => Ok(Cow::Borrowed(bytes)),
            Self::Input => whole(self.unpacked()?, limits).map(Cow::Owned),
        }
    }

    /// A reader of the content, unpacked.
    pub(super) fn unpacked(&self) -> Result<Unpacked<'_>, Fault> {
        match self {
            Self::File(path) => unpack(File::open(path).map_err(Fault::Io)?),
            Self::Memory(_, bytes) => unpack(bytes.as_slice()),
            Self::Input => unpack(io::stdin()),
        }
    }
}

/// Reads to the end, or fails where that is beyond the limit.
fn whole(mut unpacked: Unpacked<'_>, limits: Limits) -> Result<Vec<u8>, Fault> {
    let bytes = unpacked.bytes(limits.max_bytes.saturating_add(1))?;
    if bytes.len() as u64 > limits.max_bytes { Err(Fault::TooLarge(limits.max_bytes)) } else { Ok(bytes) }
}

/// Adds the captures under a path, and counts the files of a folder that are none.
pub(super) fn find(path: &Path, options: Options, found: &mut Vec<Source>) -> Result<usize, CaptureError> {
    if path == Path::new("-") {
        // Lines are looked at once and may never end.
        found.push(if options.hint == Hint::Lines { Source::Input } else { standard_input(options.limits)? });
        return Ok(0);
    }
    let fail = |fault| CaptureError::new(&path.to_string_lossy(), fault);
    if !fs::metadata(path).map_err(|error| fail(Fault::Io(error)))?.is_dir() {
        found.push(Source::File(path.to_owned()));
        return Ok(0);
    }
    let files = files_under(path)?;
    let (before, seen) = (found.len(), files.len());
    for file in files {
        if opens_like_a_capture(&file, options.hint)? {
            found.push(Source::File(file));
        }
    }
    let taken = found.len() - before;
    if taken == 0 { Err(fail(Fault::NoCaptures)) } else { Ok(seen - taken) }
}

fn standard_input(limits: Limits) -> Result<Source, CaptureError> {
    let name: Arc<str> = Arc::from(INPUT);
    match unpack(io::stdin()).and_then(|input| whole(input, limits)) {
        Ok(bytes) => Ok(Source::Memory(name, bytes)),
        Err(fault) => Err(CaptureError::new(&name, fault)),
    }
}

/// All files under a folder in the order of their paths. Links to files are followed, links to folders are not: they
/// can go round in circles.
fn files_under(folder: &Path) -> Result<Vec<PathBuf>, CaptureError> {
    let mut folders = vec![folder.to_owned()];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        let fail = |error| CaptureError::new(&folder.to_string_lossy(), Fault::Io(error));
        for entry in fs::read_dir(&folder).map_err(fail)? {
            let entry = entry.map_err(fail)?;
            if entry.file_type().map_err(fail)?.is_dir() {
                folders.push(entry.path());
            } else if fs::metadata(entry.path()).is_ok_and(|data| data.is_file()) {
                files.push(entry.path());
            }
        }
    }
    files.sort();
    Ok(files)
}

/// Whether a file in a folder is meant. What is damaged or no text is not: only a file that cannot be opened is an
/// error.
fn opens_like_a_capture(path: &Path, hint: Hint) -> Result<bool, CaptureError> {
    let file = File::open(path).map_err(|error| CaptureError::new(&path.to_string_lossy(), Fault::Io(error)))?;
    let Ok(bytes) = unpack(file).and_then(|mut unpacked| unpacked.bytes(PEEK)) else { return Ok(false) };
    // The look may end within a character. A byte order mark is left for the reading to complain about.
    let text = bytes.utf8_chunks().next().map(|chunk| chunk.valid()).unwrap_or_default();
    let opening = Opening::of(text.trim_start_matches('\u{feff}'));
    let format = format::of(hint, &opening);
    Ok(format.is_some_and(|format| match hint {
        Hint::Detect => format.holds_exchanges,
        Hint::Body | Hint::Lines => opening.is_json(),
    }))
}
