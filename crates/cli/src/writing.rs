//! Files, written as a whole or not at all, and everything else that can be written to.
//!
//! A file is written beside its place and renamed, so that nobody reads half of one. It keeps mode, owner and extended
//! attributes of the one whose place it takes. Where the place cannot be taken (the file has other names, that would keep the
//! old one; nothing can be made in its folder; it is mounted there; its owner or attributes cannot be kept), it is
//! overwritten when all of it is ready.

use std::fs::{File, Metadata, OpenOptions};
use std::io::{self, BufWriter, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use tempfile::SpooledTempFile;

use crate::unfinished::Unfinished;
use commands::Failure;

/// How much of what cannot be written beside its place is kept in memory, in bytes.
const KEPT: usize = 8 << 20;

/// A file that is ready, and not yet in its place.
#[must_use = "it is not in its place"]
pub(crate) struct Ready {
    /// As the user named it.
    named: PathBuf,
    /// Its place.
    path: PathBuf,
    content: Content,
}

/// Where what is ready is.
enum Content {
    /// In a file beside its place.
    Beside(Unfinished),
    /// Kept apart.
    Apart(SpooledTempFile),
    /// Where it belongs: of a device or a pipe nothing can be taken back.
    Written,
}

/// Writes a file as a whole or not at all. What is not a file, a device or a pipe, is written to as it is; where a link
/// leads is written, not the link.
pub(crate) fn whole_file(path: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Failure> {
    ready(path, write).map_err(|error: io::Error| Failure::writing(&path.display().to_string(), &error))?.put()
}

/// The same up to the point where nothing but taking its place can fail, with errors of the writer's own.
pub(crate) fn ready_with<T, E: From<io::Error>>(
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> Result<T, E>,
) -> Result<(Ready, T), E> {
    let named = path;
    let path = match place(named)? {
        Place::Stream(stream) => {
            let made = stream.written(write)?;
            let (named, path) = (named.to_owned(), named.to_owned());
            return Ok((Ready { named, path, content: Content::Written }, made));
        }
        Place::File(path) => path,
    };
    let (content, made) = if let Some(mut file) = beside(&path)? {
        let made = flushed(BufWriter::new(file.file()), write)?;
        (Content::Beside(file), made)
    } else {
        let mut apart = SpooledTempFile::new(KEPT);
        let made = flushed(BufWriter::new(&mut apart), write)?;
        (Content::Apart(apart), made)
    };
    Ok((Ready { named: named.to_owned(), path, content }, made))
}

/// The same where nothing but the file is made.
pub(crate) fn ready<E: From<io::Error>>(
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> Result<(), E>,
) -> Result<Ready, E> {
    ready_with(path, write).map(|(ready, ())| ready)
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

impl Ready {
    /// Whether two files want the same place.
    pub(crate) fn is_at(&self, other: &Self) -> bool {
        let is_file = |ready: &Self| !matches!(ready.content, Content::Written);
        is_file(self) && is_file(other) && self.path == other.path
    }

    /// Puts the file in its place.
    pub(crate) fn put(self) -> Result<(), Failure> {
        let Self { named, path, content } = self;
        let put = match content {
            Content::Beside(file) => match file.take_place(&path) {
                Ok(()) => Ok(()),
                Err((_, mut file)) if path.exists() => overwritten(&path, file.file()),
                Err((error, _)) => Err(error),
            },
            Content::Apart(mut kept) => overwritten(&path, &mut kept),
            Content::Written => Ok(()),
        };
        put.map_err(|error| Failure::writing(&named.display().to_string(), &error))
    }
}

/// Writes what is new at the end first: if there is no room for it, the file stays as it was.
fn overwritten(path: &Path, content: &mut (impl Read + Seek)) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).open(path)?;
    let before = file.metadata()?.len();
    let length = content.seek(SeekFrom::End(0))?;
    if length > before {
        content.seek(SeekFrom::Start(before))?;
        file.seek(SeekFrom::End(0))?;
        io::copy(content, &mut file).or_else(|error| file.set_len(before).and(Err(error)))?;
    }
    content.rewind()?;
    file.rewind()?;
    io::copy(&mut content.take(before), &mut file)?;
    file.set_len(length)
}

/// A file that can take the place of another one, or of none; nothing where that place cannot be taken.
fn beside(path: &Path) -> io::Result<Option<Unfinished>> {
    let Ok(old) = path.metadata() else { return Unfinished::beside(path).map(Some) };
    // Whoever may not write to a file shall not put another one in its place.
    OpenOptions::new().write(true).open(path)?;
    Ok(if has_other_names(&old) {
        None
    } else {
        Unfinished::beside(path).and_then(|mut file| liken(file.file(), (path, &old)).map(|()| file)).ok()
    })
}

#[cfg(unix)]
fn has_other_names(file: &Metadata) -> bool {
    std::os::unix::fs::MetadataExt::nlink(file) > 1
}

#[cfg(not(unix))]
fn has_other_names(_: &Metadata) -> bool {
    false
}

/// Gives a new file owner, mode and extended attributes of an old one.
#[cfg(unix)]
fn liken(new: &File, (path, old): (&Path, &Metadata)) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt as _, fchown};

    let made = new.metadata()?;
    if (made.uid(), made.gid()) != (old.uid(), old.gid()) {
        fchown(new, Some(old.uid()), Some(old.gid()))?;
    }
    new.set_permissions(old.permissions())?;
    give_attributes(new, path)
}

#[cfg(not(unix))]
fn liken(new: &File, (_, old): (&Path, &Metadata)) -> io::Result<()> {
    new.set_permissions(old.permissions())
}

/// Gives a new file the extended attributes of an old one, and no others: access control lists and labels are among them.
#[cfg(unix)]
fn give_attributes(new: &File, old: &Path) -> io::Result<()> {
    use xattr::FileExt as _;

    let kept: Vec<_> = match xattr::list(old) {
        Err(error) if error.kind() == io::ErrorKind::Unsupported => return Ok(()),
        listed => listed?.collect(),
    };
    for name in new.list_xattr()?.filter(|name| !kept.contains(name)) {
        new.remove_xattr(name)?;
    }
    for name in kept {
        let value = xattr::get(old, &name)?.unwrap_or_default();
        if new.get_xattr(&name)?.as_ref() != Some(&value) {
            new.set_xattr(&name, &value)?;
        }
    }
    Ok(())
}

/// Where a path leads.
enum Place {
    /// To a file, or to where one can be made.
    File(PathBuf),
    Stream(Stream),
}

/// What is written to as it is.
enum Stream {
    Stdout,
    Stderr,
    /// A device, a pipe, or an open descriptor.
    Open(File),
}

impl Stream {
    fn written<T, E: From<io::Error>>(self, write: impl FnOnce(&mut dyn Write) -> Result<T, E>) -> Result<T, E> {
        match self {
            Self::Stdout => flushed(BufWriter::new(io::stdout().lock()), write),
            Self::Stderr => flushed(BufWriter::new(io::stderr().lock()), write),
            Self::Open(file) => flushed(BufWriter::new(file), write),
        }
    }
}

/// How many links are followed, as on Linux.
const MOST_LINKS: usize = 40;

/// Follows links to where a path leads, be there something or not.
fn place(named: &Path) -> io::Result<Place> {
    let mut path = named.to_owned();
    for _ in 0..MOST_LINKS {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let folder = folder.canonicalize()?;
        if let Some(number) = path.file_name().filter(|_| is_of_descriptors(&folder)) {
            return Ok(Place::Stream(match number.to_str() {
                Some("1") => Stream::Stdout,
                Some("2") => Stream::Stderr,
                // What others wrote there stays.
                _ => Stream::Open(OpenOptions::new().append(true).open(&path)?),
            }));
        }
        match path.read_link() {
            Ok(target) => path = folder.join(target),
            Err(_) => return there(path.file_name().map_or(path.clone(), |name| folder.join(name))),
        }
    }
    // Says that there are too many.
    named.metadata().and_then(|_| there(named.to_owned()))
}

/// What a path is that is not a link.
fn there(path: PathBuf) -> io::Result<Place> {
    match path.metadata() {
        Ok(there) if there.is_dir() => Err(io::ErrorKind::IsADirectory.into()),
        Ok(there) if !there.is_file() => {
            OpenOptions::new().write(true).open(path).map(|file| Place::Stream(Stream::Open(file)))
        }
        _ => Ok(Place::File(path)),
    }
}

/// Whether the names in a folder are those of open descriptors, as in `/dev/fd`.
fn is_of_descriptors(folder: &Path) -> bool {
    folder == Path::new("/dev/fd") || (folder.starts_with("/proc") && folder.ends_with("fd"))
}
