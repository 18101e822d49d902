//! The folder of a site: built beside its place and put there as a whole, never among things that are not its own.

use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use commands::Failure;

use crate::unfinished::UnfinishedFolder;

/// The file in which a site says what is its own: a path a line.
const LIST: &str = ".immich-contract-site";

/// A site in the making.
pub(super) struct NewFolder {
    /// As the user named its place.
    named: PathBuf,
    place: PathBuf,
    beside: UnfinishedFolder,
    files: Vec<String>,
}

impl NewFolder {
    /// One for this place, if that is free or holds nothing but a site that was made here before.
    pub(super) fn for_place(named: &Path) -> Result<Self, Failure> {
        let place = place(named)?;
        let beside = UnfinishedFolder::beside(&place).map_err(|error| writing(named, &error))?;
        Ok(Self { named: named.to_owned(), place, beside, files: Vec::new() })
    }

    /// Writes a file of it.
    pub(super) fn write(&mut self, path: &str, text: &str) -> Result<(), Failure> {
        let file = self.beside.path().join(path);
        let written = file
            .parent()
            .map_or(Ok(()), fs::create_dir_all)
            .and_then(|()| File::create_new(&file))
            .and_then(|mut file| file.write_all(text.as_bytes()));
        self.files.push(path.to_owned());
        written.map_err(|error| writing(&self.named.join(path), &error))
    }

    /// Puts it in its place, where it replaces the site that was there.
    pub(super) fn take_place(mut self) -> Result<(), Failure> {
        let list = self.files.join("\n");
        self.write(LIST, &list)?;
        let Self { named, place, beside, .. } = self;
        beside.take_place(&place).map_err(|error| writing(&named, &error))
    }
}

fn writing(path: &Path, error: &io::Error) -> Failure {
    Failure::writing(&path.display().to_string(), error)
}

/// The place that the user means.
fn place(named: &Path) -> Result<PathBuf, Failure> {
    let wrong = |why: &str| Failure::of(named.display(), why);
    if fs::metadata(named).is_err() {
        let name = named.file_name().ok_or_else(|| wrong("there is no such folder"))?;
        let folder = named.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let folder = folder.canonicalize().map_err(|error| writing(named, &error))?;
        return Ok(folder.join(name));
    }
    let place = named.canonicalize().map_err(|error| writing(named, &error))?;
    if !place.is_dir() {
        return Err(wrong("is a file; name a folder for the site"));
    }
    if std::env::current_dir().is_ok_and(|here| here.starts_with(&place)) {
        return Err(wrong("is the folder that you are in, which cannot be replaced; name one in it, as in `-o site`"));
    }
    match stranger(&place).map_err(|error| Failure::of(named.display(), error))? {
        Some(path) => {
            let path = path.strip_prefix(&place).unwrap_or(&path).display().to_string();
            let why = format!(
                "holds {path}, which this command did not write, and a site replaces all that is in its folder; name a new or an empty one"
            );
            Err(wrong(&why))
        }
        None => Ok(place),
    }
}

/// Something in a folder that is not of a site.
fn stranger(folder: &Path) -> io::Result<Option<PathBuf>> {
    let list = match fs::read_to_string(folder.join(LIST)) {
        Ok(list) => list,
        Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
        Err(error) => return Err(error),
    };
    let own: HashSet<PathBuf> = list.lines().chain([LIST]).map(|path| folder.join(path)).collect();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in folder.read_dir()? {
            let entry = entry?;
            let (path, kind) = (entry.path(), entry.file_type()?);
            if kind.is_dir() {
                open.push(path);
            } else if !kind.is_file() || !own.contains(&path) || list.is_empty() {
                return Ok(Some(path));
            }
        }
    }
    Ok(None)
}
