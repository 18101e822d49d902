//! Where `-o` writes: a file is replaced as a whole, what is no file is written to, and a link is followed.
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::{FileTypeExt, symlink};

use super::{run, run_in};

const CHECK: [&str; 6] = ["check", "examples/random-assets.har", "--server-version", "1.132.3", "--format", "ndjson"];

/// The same, with an absolute path to the example.
fn check_from(folder: &std::path::Path, output: &str) -> super::Run {
    let example = super::root().join(CHECK[1]);
    let [check, _, rest @ ..] = CHECK;
    let args = [&[check, example.to_str().unwrap()], &rest[..], &["-o", output]].concat();
    run_in(folder, &args)
}

#[test]
fn a_device_stays_one() {
    let run = run(&[&CHECK[..], &["-o", "/dev/null"]].concat());
    assert_eq!((run.code, run.out.as_str(), run.err.as_str()), (Some(1), "", ""));
    assert!(fs::metadata("/dev/null").unwrap().file_type().is_char_device());
}

#[test]
fn standard_output_by_its_name_is_standard_output() {
    let plain = run(&CHECK);
    let named = run(&[&CHECK[..], &["-o", "/dev/stdout"]].concat());
    assert_eq!((named.code, named.out), (plain.code, plain.out));
}

#[test]
fn a_full_device_is_an_error() {
    let run = run(&[&CHECK[..], &["-o", "/dev/full"]].concat());
    assert_eq!(run.code, Some(2));
    assert!(run.err.starts_with("error: ") && run.err.contains("/dev/full"), "{}", run.err);
    assert!(fs::metadata("/dev/full").unwrap().file_type().is_char_device());
}

#[test]
fn a_link_is_followed() {
    let folder = tempfile::tempdir().unwrap();
    let (target, link) = (folder.path().join("report.ndjson"), folder.path().join("link"));
    fs::File::create(&target).unwrap();
    symlink(&target, &link).unwrap();
    assert_eq!(check_from(folder.path(), "link").code, Some(1));
    assert!(fs::symlink_metadata(&link).unwrap().file_type().is_symlink());
    assert!(!fs::read_to_string(&target).unwrap().is_empty());
}

#[test]
fn more_threads_than_any_machine_has_are_no_more_work() {
    let few = run(&CHECK);
    let many = run(&[&CHECK[..], &["--threads", "18446744073709551615"]].concat());
    assert_eq!((many.code, many.out), (few.code, few.out), "{}", many.err);
}
