//! Where captures come from: files, folders, standard input, memory.

use std::fs::{self, File};
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::error::{CaptureError, Fault};
use super::format::SNIFFED;
use super::formats;
use super::json;
use super::options::{Hint, Options, Passes};
use super::unpack::{Unpacked, unpack};

/// How much of what can be read once is kept in memory for another reading, in bytes as they come.
const KEPT: usize = 8 << 20;

/// One capture, not read yet.
pub(super) enum Source {
    /// A file, read anew each time.
    File(PathBuf),
    /// Bytes with a name, perhaps still packed.
    Memory(Arc<str>, Vec<u8>),
    /// What can be read once, with a name, put down in a file that nobody else sees.
    Stored(Arc<str>, File),
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
            Self::Memory(name, _) | Self::Stored(name, _) => Arc::clone(name),
            Self::Input => Arc::from(INPUT),
        }
    }

    /// A reader of the content, unpacked.
    pub(super) fn unpacked(&self) -> Result<Unpacked<'_>, Fault> {
        match self {
            Self::File(path) => unpack(File::open(path).map_err(Fault::Io)?),
            Self::Memory(_, bytes) => unpack(bytes.as_slice()),
            Self::Stored(_, file) => {
                let mut file: &File = file;
                file.rewind().map_err(Fault::Io)?;
                unpack(file)
            }
            Self::Input => unpack(io::stdin()),
        }
    }
}

/// Adds the captures under a path, and counts the files of a folder that are none.
pub(super) fn find(path: &Path, options: Options, found: &mut Vec<Source>) -> Result<usize, CaptureError> {
    // Lines are looked at once and may never end.
    let once = options.passes == Passes::Once || options.hint == Hint::Lines;
    if path == Path::new("-") {
        let stored = |error| CaptureError::new(INPUT, Fault::Io(error));
        found.push(if once { Source::Input } else { kept(INPUT.into(), io::stdin()).map_err(stored)? });
        return Ok(0);
    }
    let fail = |fault| CaptureError::new(&path.to_string_lossy(), fault);
    let there = fs::metadata(path).map_err(|error| fail(Fault::Io(error)))?;
    if there.is_file() || (once && !there.is_dir()) {
        found.push(Source::File(path.to_owned()));
        return Ok(0);
    }
    if !there.is_dir() {
        // A pipe, which nobody writes to a second time.
        let stored = File::open(path).and_then(|pipe| kept(path.to_string_lossy().into(), pipe));
        found.push(stored.map_err(|error| fail(Fault::Io(error)))?);
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

/// Keeps what comes so that it can be read again. Any exchange may be the one that tells the release, and there may be
/// several that do not agree, so a look at the beginning would not do.
fn kept(name: Arc<str>, mut input: impl Read) -> io::Result<Source> {
    let mut bytes = Vec::new();
    input.by_ref().take(KEPT as u64).read_to_end(&mut bytes)?;
    if bytes.len() < KEPT {
        return Ok(Source::Memory(name, bytes));
    }
    let mut file = tempfile::tempfile()?;
    file.write_all(&bytes)?;
    io::copy(&mut input, &mut file)?;
    Ok(Source::Stored(name, file))
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
    let Ok(bytes) = unpack(file).and_then(|mut unpacked| unpacked.bytes(SNIFFED as u64)) else { return Ok(false) };
    // A byte order mark is left for the reading to complain about.
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
    Ok(match hint {
        Hint::Detect => formats::sniff(bytes).is_some(),
        Hint::Body | Hint::Lines => json::begins_like_json(bytes),
    })
}
