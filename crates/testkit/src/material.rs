//! Upstream's documents and real captures, and the releases that tests turn to. The material is no part of the project; tests
//! that need it say when they skip.

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::{env, fs};

use contract::Release;

/// Releases before and after large changes of the API, in order.
pub const TURNING_RELEASES: [&str; 14] = [
    "1.106.0",
    "1.112.1",
    "1.113.0",
    "1.118.0",
    "1.126.0",
    "1.132.3",
    "1.133.0",
    "1.137.0",
    "1.142.0",
    "2.0.0",
    "2.5.0",
    "2.7.5",
    "3.0.0-rc.1",
    "3.0.2",
];

/// A folder of material: the environment variable's, else the one beside the checkout; nothing where neither is there.
fn folder(variable: &str, beside: &str) -> Option<PathBuf> {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2)?;
    let folder = env::var_os(variable).map_or_else(|| workspace.join("../shared").join(beside), PathBuf::from);
    if folder.is_dir() {
        return Some(folder);
    }
    // Past the test harness, which shows what a passing test prints to nobody.
    let _ = writeln!(io::stderr(), "skipped: {variable} is not set and no {beside} folder lies beside the checkout");
    None
}

/// Upstream's documents with the release of each, oldest first; nothing (and a line that says so) without them.
pub fn upstream() -> Option<Vec<(Release, PathBuf)>> {
    let folder = folder("IMMICH_UPSTREAM", "upstream")?;
    let path = |release: Release| folder.join(format!("v{}.json", release.version()));
    Some(Release::all().map(|release| (release, path(release))).filter(|(_, path)| path.is_file()).collect())
}

/// The folder of the recorded captures, one folder per release in it; nothing (and a line that says so) without it.
pub fn captures() -> Option<PathBuf> {
    folder("IMMICH_CAPTURES", "captures")
}

/// The folder with lists of what went wrong in practice; nothing (and a line that says so) without it.
pub fn cases() -> Option<PathBuf> {
    folder("IMMICH_CASES", "cases")
}

/// A schema that somebody else published under terms of their own; nothing (and a line that says so) without it.
pub fn published_schema(name: &str) -> Option<PathBuf> {
    let file = folder("IMMICH_SCHEMAS", "schemas")?.join(name);
    if file.is_file() {
        return Some(file);
    }
    let _ = writeln!(io::stderr(), "skipped: there is no {name} in the folder of published schemas");
    None
}

/// The bytes of a file of the material.
///
/// # Panics
/// When it cannot be read: a test has nothing to go on then.
#[must_use]
#[expect(clippy::panic, reason = "only tests call it")]
pub fn bytes(path: &Path) -> Vec<u8> {
    fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
