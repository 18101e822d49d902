//! Where the configuration lies.

use std::path::{Path, PathBuf};

/// The name of the configuration.
pub const FILE_NAME: &str = "immich-contract.toml";

/// The configuration in `folder` or the nearest folder above it, no higher than the root of the repository that `folder` is
/// in. Outside of a repository only `folder` counts: what lies in somebody's home is not meant for all that is below.
pub fn find(folder: &Path) -> Option<PathBuf> {
    let root = folder.ancestors().find(|ancestor| ancestor.join(".git").exists()).unwrap_or(folder);
    let searched = folder.ancestors().take_while(|ancestor| ancestor.starts_with(root));
    searched.map(|ancestor| ancestor.join(FILE_NAME)).find(|path| path.is_file())
}

#[cfg(test)]
mod tests {
    use std::fs::{File, create_dir_all};

    use super::{FILE_NAME, find};

    #[test]
    fn the_nearest_one_within_the_repository_counts() {
        let top = tempfile::tempdir().unwrap();
        let (repository, inner) = (top.path().join("repository"), top.path().join("repository/a/b"));
        create_dir_all(&inner).unwrap();
        File::create(top.path().join(FILE_NAME)).unwrap();
        assert_eq!(find(&inner), None, "no repository: nothing above counts");
        assert_eq!(find(top.path()), Some(top.path().join(FILE_NAME)));
        create_dir_all(repository.join(".git")).unwrap();
        assert_eq!(find(&inner), None, "what lies above the repository is not of it");
        File::create(repository.join(FILE_NAME)).unwrap();
        assert_eq!(find(&inner), Some(repository.join(FILE_NAME)));
        File::create(inner.join(FILE_NAME)).unwrap();
        assert_eq!(find(&inner), Some(inner.join(FILE_NAME)));
    }
}
