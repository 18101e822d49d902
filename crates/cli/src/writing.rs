//! Files, written as a whole or not at all.

use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use tempfile::NamedTempFile;

use crate::failure::Failure;

/// Writes a file as a whole or not at all. What is not a file, a device or a pipe, is written to as it is; where a link
/// leads is written, not the link.
pub(crate) fn whole_file(path: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Failure> {
    into_file(path, write).map_err(|error: io::Error| Failure::writing(&path.display().to_string(), &error))
}

/// The same with errors of the writer's own.
pub(crate) fn into_file<T, E: From<io::Error>>(
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> Result<T, E>,
) -> Result<T, E> {
    match path.metadata() {
        Ok(there) if !there.is_file() && !there.is_dir() => {
            flushed(BufWriter::new(fs::OpenOptions::new().write(true).open(path)?), write)
        }
        Ok(_) => replaced(&path.canonicalize()?, write),
        Err(_) => replaced(path, write),
    }
}

/// Writes through a buffer, and empties it.
pub(crate) fn flushed<T, E: From<io::Error>>(
    mut out: BufWriter<impl Write>,
    write: impl FnOnce(&mut dyn Write) -> Result<T, E>,
) -> Result<T, E> {
    let made = write(&mut out)?;
    out.flush()?;
    Ok(made)
}

fn replaced<T, E: From<io::Error>>(path: &Path, write: impl FnOnce(&mut dyn Write) -> Result<T, E>) -> Result<T, E> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = NamedTempFile::new_in(folder)?;
    let made = flushed(BufWriter::new(&mut file), write)?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(made)
}
