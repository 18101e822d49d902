//! The binary as a process: exit codes, standard output and standard error.

#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a helper of tests stops like a test")]

mod accepts;
mod audit;
mod bad_input;
mod captures;
mod check;
mod compat;
mod config;
mod contract;
mod diff;
mod diff_client;
mod diff_sides;
mod documents;
mod exports;
mod foreign;
mod formats;
mod http;
mod identify;
mod matrix;
mod messages;
mod news;
mod pages;
#[cfg(unix)]
mod proxy;
mod ranges;
mod release_documents;
mod secrets;
mod site;
mod streaming;
mod streams;
mod writing;
mod written;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What a run left behind.
struct Run {
    code: Option<i32>,
    out: String,
    err: String,
}

/// Runs the binary in the workspace's root, with nothing on standard input.
fn run(args: &[&str]) -> Run {
    run_with(args, b"")
}

/// Runs the binary in a folder, with nothing on standard input.
fn run_in(folder: &Path, args: &[&str]) -> Run {
    run_with_in(folder, args, b"")
}

/// Runs the binary in the workspace's root with these bytes on standard input.
fn run_with(args: &[&str], input: &[u8]) -> Run {
    run_with_in(&root(), args, input)
}

fn run_with_in(folder: &Path, args: &[&str], input: &[u8]) -> Run {
    let mut child = Command::new(env!("CARGO_BIN_EXE_immich-contract"))
        .args(args)
        .current_dir(folder)
        .env_remove("COLUMNS")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    // A run that fails early does not read its input.
    let _ = stdin.write_all(input);
    drop(stdin);
    let output = child.wait_with_output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Run { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap().to_owned()
}

/// A file in a folder of its own that goes away with the test.
struct File {
    _folder: tempfile::TempDir,
    path: String,
}

fn file(name: &str, bytes: &[u8]) -> File {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::File::create(&path).unwrap().write_all(bytes).unwrap();
    File { path: path.to_str().unwrap().to_owned(), _folder: folder }
}
