//! A file is written whole or not at all.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use tempfile::Builder;

use crate::Failure;

/// Puts `text` in the place of the file at `path`, whose folder is made if it is missing.
pub(crate) fn write(path: &Path, text: &str) -> Result<(), Failure> {
    let fail = |error: &dyn std::fmt::Display| Failure::from(format!("{}: {error}", path.display()));
    let folder = path.parent().ok_or_else(|| fail(&"a file must be in a folder"))?;
    fs::create_dir_all(folder).map_err(|error| fail(&error))?;
    let mut file = readable(&mut Builder::new()).tempfile_in(folder).map_err(|error| fail(&error))?;
    file.write_all(text.as_bytes()).map_err(|error| fail(&error))?;
    file.persist(path).map_err(|error| fail(&error.error))?;
    Ok(())
}

/// A temporary file is its owner's alone; one that stays is as readable as any other.
#[cfg(unix)]
fn readable<'b>(builder: &'b mut Builder<'static, 'static>) -> &'b mut Builder<'static, 'static> {
    use std::os::unix::fs::PermissionsExt as _;
    builder.permissions(fs::Permissions::from_mode(0o666))
}

#[cfg(not(unix))]
fn readable<'b>(builder: &'b mut Builder<'static, 'static>) -> &'b mut Builder<'static, 'static> {
    builder
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn replaces_a_file_and_leaves_no_other() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("new/a.txt");
        for text in ["a longer first text\n", "second\n"] {
            write(&path, text).unwrap();
            assert_eq!(fs::read_to_string(&path).unwrap(), text);
        }
        assert_eq!(fs::read_dir(path.parent().unwrap()).unwrap().count(), 1);
    }

    #[test]
    fn names_the_file_that_it_cannot_write() {
        let folder = tempfile::tempdir().unwrap();
        let taken = folder.path().join("taken");
        fs::create_dir_all(taken.join("x")).unwrap();
        let error = write(&taken, "text").unwrap_err().to_string();
        assert!(error.starts_with(taken.to_str().unwrap()), "{error}");
    }
}
