//! What the checks look at: the workspace's text files and its packages.

use std::fs;
use std::path::Path;

use cargo_metadata::{Dependency, DependencyKind, MetadataCommand, Package};
use ignore::WalkBuilder;
use proc_macro2::TokenStream;

use crate::Failure;

/// The workspace as it lies on disk, without what `.gitignore` names.
#[derive(Debug, Default)]
pub(crate) struct Tree {
    /// Every text file, sorted by path.
    pub(crate) files: Vec<TextFile>,
    /// The workspace's packages.
    pub(crate) members: Vec<Member>,
}

/// A file that is valid UTF-8.
#[derive(Debug)]
pub(crate) struct TextFile {
    /// Relative to the workspace's root, with `/`.
    pub(crate) path: String,
    pub(crate) text: String,
    /// What the file says as Rust, with places; empty if it is not a `.rs` file.
    pub(crate) tokens: TokenStream,
}

/// A package of the workspace.
#[derive(Debug)]
pub(crate) struct Member {
    pub(crate) name: String,
    /// Path of its `Cargo.toml`, as [`TextFile::path`].
    pub(crate) manifest: String,
    /// Its dependencies on other packages of the workspace.
    pub(crate) arrows: Vec<Arrow>,
}

/// A dependency on another package of the workspace.
#[derive(Debug, Clone)]
pub(crate) struct Arrow {
    pub(crate) to: String,
    pub(crate) kind: DependencyKind,
}

impl Tree {
    /// Reads the workspace at `root`; fails on a file that cannot be read, or a `.rs` file that is not Rust.
    pub(crate) fn read(root: &Path) -> Result<Self, Failure> {
        Ok(Self { files: read_files(root)?, members: read_members(root)? })
    }

    /// The `.rs` files.
    pub(crate) fn rust(&self) -> impl Iterator<Item = &TextFile> {
        self.files.iter().filter(|file| file.is_rust())
    }

    /// The packages, each with its manifest.
    pub(crate) fn manifests(&self) -> impl Iterator<Item = (&Member, &TextFile)> {
        let manifest = |member: &Member| self.files.iter().find(|file| file.path == member.manifest);
        self.members.iter().filter_map(move |member| Some((member, manifest(member)?)))
    }
}

impl TextFile {
    /// A file from its text; fails if it is a `.rs` file that Rust's lexer refuses.
    pub(crate) fn new(path: &str, text: &str) -> Result<Self, Failure> {
        let mut file = Self { path: path.to_owned(), text: text.to_owned(), tokens: TokenStream::new() };
        if file.is_rust() {
            let refused = |error: proc_macro2::LexError| format!("{path}:{}: not Rust", error.span().start().line);
            file.tokens = text.parse().map_err(refused)?;
        }
        Ok(file)
    }

    /// Whether its name ends in `.rs`.
    pub(crate) fn is_rust(&self) -> bool {
        self.has_extension("rs")
    }

    /// Whether its name ends in a dot and `extension`.
    pub(crate) fn has_extension(&self, extension: &str) -> bool {
        Path::new(&self.path).extension().is_some_and(|found| found == extension)
    }

    /// Its lines with their numbers, counted from 1.
    pub(crate) fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        (1..).zip(self.text.lines())
    }
}

fn read_files(root: &Path) -> Result<Vec<TextFile>, Failure> {
    let mut walk = WalkBuilder::new(root);
    walk.hidden(false).require_git(false).parents(false).git_global(false).git_exclude(false);
    walk.filter_entry(|entry| entry.file_name() != ".git").sort_by_file_path(Path::cmp);
    let mut files = Vec::new();
    for entry in walk.build() {
        let entry = entry?;
        if entry.file_type().is_some_and(|kind| kind.is_file()) {
            files.extend(read_file(root, entry.path())?);
        }
    }
    Ok(files)
}

fn read_file(root: &Path, path: &Path) -> Result<Option<TextFile>, Failure> {
    let bytes = fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let Ok(text) = String::from_utf8(bytes) else { return Ok(None) };
    TextFile::new(&relative(root, path), &text).map(Some)
}

fn relative(root: &Path, path: &Path) -> String {
    let inside = path.strip_prefix(root).unwrap_or(path);
    inside.to_string_lossy().replace('\\', "/")
}

fn read_members(root: &Path) -> Result<Vec<Member>, Failure> {
    let metadata = MetadataCommand::new().manifest_path(root.join("Cargo.toml")).no_deps().exec()?;
    let root = metadata.workspace_root.as_std_path();
    Ok(metadata.packages.iter().map(|package| member(root, package)).collect())
}

fn member(root: &Path, package: &Package) -> Member {
    let arrow = |dependency: &Dependency| Arrow { to: short(&dependency.name), kind: dependency.kind };
    Member {
        name: short(&package.name),
        manifest: relative(root, package.manifest_path.as_std_path()),
        arrows: package.dependencies.iter().filter(|found| found.path.is_some()).map(arrow).collect(),
    }
}

/// The name of a package without what registries need to tell it from others: that of its folder, but for the binary's.
fn short(package: &str) -> String {
    package.strip_prefix("immich-contract-").unwrap_or(package).to_owned()
}

/// A tree of these files, for tests.
#[cfg(test)]
pub(crate) fn tree_of(files: &[(&str, &str)]) -> Tree {
    let file = |(path, text): &(&str, &str)| TextFile::new(path, text).expect("test input lexes");
    Tree { files: files.iter().map(file).collect(), members: Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_is_not_ignored() {
        let folder = tempfile::tempdir().unwrap();
        let put = |path: &str, text: &[u8]| {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::io::Write::write_all(&mut fs::File::create(path).unwrap(), text).unwrap();
        };
        put(".gitignore", b"/target\n");
        put(".ci/run", b"true\n");
        put(".git/config", b"x\n");
        put("a/b.rs", b"//! B.\n");
        put("binary", b"\xff\xfe");
        put("target/c.rs", b"//! C.\n");
        let files = read_files(folder.path()).unwrap();
        let paths: Vec<&str> = files.iter().map(|file| file.path.as_str()).collect();
        assert_eq!(paths, [".ci/run", ".gitignore", "a/b.rs"]);
    }

    #[test]
    fn refuses_a_file_that_is_not_rust() {
        let error = TextFile::new("a.rs", "//! A.\nfn a() {\n").unwrap_err();
        assert!(error.to_string().starts_with("a.rs:"), "{error}");
    }
}
