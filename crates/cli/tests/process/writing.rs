//! Where `-o` and `--write-baseline` write: a file is replaced as a whole and stays what it was else, what is not a file is
//! written to, and a link is followed.
#![cfg(unix)]

use std::fs::{self, Permissions};
use std::io::{Read, Write};
use std::os::unix::fs::{FileTypeExt, MetadataExt, PermissionsExt, symlink};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use super::{run, run_in};

const CHECK: [&str; 6] = ["check", "examples/random-assets.har", "--server-version", "1.132.3", "--format", "ndjson"];

/// The same, with an absolute path to the example.
fn check_from(folder: &Path, output: &str) -> super::Run {
    check_with(folder, &["-o", output])
}

fn check_with(folder: &Path, more: &[&str]) -> super::Run {
    let example = super::root().join(CHECK[1]);
    let [check, _, rest @ ..] = CHECK;
    run_in(folder, &[&[check, example.to_str().unwrap()], &rest[..], more].concat())
}

/// Makes a file.
fn put(path: &Path, text: &str) {
    fs::File::create(path).unwrap().write_all(text.as_bytes()).unwrap();
}

/// The names in a folder.
fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// Runs in a shell in the workspace's root, with `$BIN` and a folder `$DIR`.
fn shell(folder: &Path, script: &str) -> super::Run {
    let output = Command::new("sh")
        .args(["-c", script])
        .current_dir(super::root())
        .env("BIN", env!("CARGO_BIN_EXE_immich-contract"))
        .env("DIR", folder)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    super::Run { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
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

/// The shell opened the files, and goes on writing to them.
#[test]
fn a_file_that_is_open_already_is_written_to() {
    let folder = tempfile::tempdir().unwrap();
    let check = format!("\"$BIN\" {}", CHECK.join(" "));
    for (name, redirection) in [("/dev/stdout", ">>"), ("/dev/fd/1", ">>"), ("/dev/fd/5", "5>>"), ("/dev/fd/5", "5>")] {
        let script =
            format!("rm -f \"$DIR/f\"; {{ echo a >> \"$DIR/f\"; {check} -o {name} {redirection} \"$DIR/f\"; }}");
        assert_eq!(shell(folder.path(), &script).code, Some(1), "{name}");
        let written = fs::read_to_string(folder.path().join("f")).unwrap();
        let kept = if redirection.ends_with(">>") { "a\n" } else { "" };
        assert_eq!(written, format!("{kept}{}", run(&CHECK).out), "{name} {redirection}");
    }
}

#[test]
fn a_full_device_is_an_error() {
    for option in ["-o", "--write-baseline"] {
        let run = run(&[&CHECK[..], &[option, "/dev/full"]].concat());
        assert_eq!(run.code, Some(2));
        assert!(run.err.starts_with("error: ") && run.err.contains("/dev/full"), "{}", run.err);
        assert!(fs::metadata("/dev/full").unwrap().file_type().is_char_device());
    }
}

#[test]
fn what_takes_nothing_is_an_error_and_no_panic() {
    let folder = tempfile::tempdir().unwrap();
    let check = CHECK.join(" ");
    for command in [&check, "completions bash", "schema", "openapi", "explain", "identify examples/random-assets.har"] {
        let full = shell(folder.path(), &format!("\"$BIN\" {command} > /dev/full"));
        assert_eq!((full.code, full.err.lines().count()), (Some(2), 1), "{command}: {}", full.err);
        assert!(full.err.contains("standard output: cannot write"), "{command}: {}", full.err);
        let closed = shell(folder.path(), &format!("{{ sleep 0.1; \"$BIN\" {command}; echo $? >&2; }} | :"));
        assert_eq!(closed.err, "0\n", "{command}");
    }
    let silent = shell(folder.path(), "\"$BIN\" check no/such 2> /dev/full");
    assert_eq!((silent.code, silent.out.as_str()), (Some(2), ""));
}

#[test]
fn a_link_is_followed() {
    for there in [true, false] {
        let folder = tempfile::tempdir().unwrap();
        let (target, link) = (folder.path().join("report.ndjson"), folder.path().join("link"));
        if there {
            fs::File::create(&target).unwrap();
        }
        symlink("report.ndjson", &link).unwrap();
        assert_eq!(check_from(folder.path(), "link").code, Some(1));
        assert!(fs::symlink_metadata(&link).unwrap().file_type().is_symlink());
        assert!(!fs::read_to_string(&target).unwrap().is_empty());
        assert_eq!(names(folder.path()), ["link", "report.ndjson"]);
    }
}

#[test]
fn links_that_lead_nowhere_are_an_error() {
    let folder = tempfile::tempdir().unwrap();
    symlink("b", folder.path().join("a")).unwrap();
    symlink("a", folder.path().join("b")).unwrap();
    let run = check_from(folder.path(), "a");
    assert_eq!((run.code, run.err.lines().count()), (Some(2), 1), "{}", run.err);
    assert_eq!(names(folder.path()), ["a", "b"]);
}

#[test]
fn a_pipe_is_written_to() {
    let folder = tempfile::tempdir().unwrap();
    let run = shell(
        folder.path(),
        &format!(
            "mkfifo \"$DIR/p\"; cat \"$DIR/p\" & \"$BIN\" {} -o \"$DIR/p\"; code=$?; wait; exit $code",
            CHECK.join(" ")
        ),
    );
    assert_eq!((run.code, run.out), (Some(1), super::run(&CHECK).out), "{}", run.err);
    assert!(fs::metadata(folder.path().join("p")).unwrap().file_type().is_fifo());
}

#[test]
fn a_file_keeps_its_mode_and_a_new_one_goes_by_the_umask() {
    let folder = tempfile::tempdir().unwrap();
    let mode = |name: &str| fs::metadata(folder.path().join(name)).unwrap().permissions().mode() & 0o7777;
    put(&folder.path().join("old"), "before");
    fs::set_permissions(folder.path().join("old"), Permissions::from_mode(0o664)).unwrap();
    assert_eq!(check_from(folder.path(), "old").code, Some(1));
    assert_eq!(mode("old"), 0o664);
    for (umask, expected) in [("022", 0o644), ("077", 0o600), ("002", 0o664)] {
        let script = format!("umask {umask}; \"$BIN\" {} -o \"$DIR/{umask}\"", CHECK.join(" "));
        assert_eq!(shell(folder.path(), &script).code, Some(1));
        assert_eq!(mode(umask), expected, "{umask}");
    }
}

#[test]
fn a_file_keeps_its_extended_attributes() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("old");
    put(&path, "before");
    if xattr::set(&path, "user.note", b"mine").is_err() {
        eprintln!("skipped: files have no extended attributes here");
        return;
    }
    assert_eq!(check_from(folder.path(), "old").code, Some(1));
    assert_ne!(fs::read(&path).unwrap(), b"before");
    assert_eq!(xattr::get(&path, "user.note").unwrap().as_deref(), Some(&b"mine"[..]));
}

#[test]
fn all_names_of_a_file_have_what_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let (one, other) = (folder.path().join("one"), folder.path().join("other"));
    put(&one, "x".repeat(1 << 20).as_ref());
    fs::hard_link(&one, &other).unwrap();
    assert_eq!(check_from(folder.path(), "one").code, Some(1));
    assert_eq!(fs::metadata(&one).unwrap().ino(), fs::metadata(&other).unwrap().ino());
    assert_eq!(fs::read_to_string(&other).unwrap(), run(&CHECK).out.replace(CHECK[1], &example()));
}

fn example() -> String {
    super::root().join(CHECK[1]).to_str().unwrap().to_owned()
}

#[test]
fn a_report_that_cannot_be_written_leaves_the_baseline_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    put(&folder.path().join("b.json"), "before");
    fs::create_dir(folder.path().join("d")).unwrap();
    for output in ["/dev/full", "no/such/file", "d"] {
        let run = check_with(folder.path(), &["--write-baseline", "b.json", "-o", output]);
        assert_eq!(run.code, Some(2), "{output}");
        assert_eq!(fs::read_to_string(folder.path().join("b.json")).unwrap(), "before", "{output}");
    }
    let run = check_with(folder.path(), &["--write-baseline", "b.json", "-o", "./b.json"]);
    assert!(run.err.contains("name the same file"), "{}", run.err);
    assert_eq!(names(folder.path()), ["b.json", "d"]);
    assert_eq!(check_with(folder.path(), &["--write-baseline", "b.json", "-o", "o"]).code, Some(0));
    assert_eq!(names(folder.path()), ["b.json", "d", "o"]);
}

/// Checks lines that come through a pipe, and writes to `out` in the folder.
fn checking_a_pipe(folder: &Path) -> std::process::Child {
    Command::new(env!("CARGO_BIN_EXE_immich-contract"))
        .args(["check", "-", "--lines", "--schema", "TagResponseDto", "--server-version", "3.0.2"])
        .args(["--format", "ndjson", "-o", "out"])
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

#[test]
fn a_signal_leaves_nothing_behind() {
    for (signal, code) in [("INT", 130), ("TERM", 143)] {
        let folder = tempfile::tempdir().unwrap();
        put(&folder.path().join("out"), "before");
        let mut child = checking_a_pipe(folder.path());
        let mut stdin = child.stdin.take().unwrap();
        stdin.write_all(b"{}\n").unwrap();
        while names(folder.path()).len() == 1 {
            std::thread::sleep(Duration::from_millis(5));
        }
        let kill = Command::new("kill").args([&format!("-{signal}"), &child.id().to_string()]).status().unwrap();
        assert!(kill.success());
        assert_eq!(child.wait().unwrap().code(), Some(code));
        drop(stdin);
        let mut err = String::new();
        child.stderr.take().unwrap().read_to_string(&mut err).unwrap();
        assert_eq!((names(folder.path()), err.as_str()), (vec!["out".to_owned()], ""), "{signal}");
        assert_eq!(fs::read_to_string(folder.path().join("out")).unwrap(), "before");
    }
}

#[test]
fn who_is_killed_while_writing_leaves_the_old_or_the_new() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(check_from(folder.path(), "out").code, Some(1));
    let new = fs::read(folder.path().join("out")).unwrap();
    let example = example();
    for pause in 0..20 {
        put(&folder.path().join("out"), "before");
        let mut child = Command::new(env!("CARGO_BIN_EXE_immich-contract"))
            .args([&[CHECK[0], &example], &CHECK[2..], &["-o", "out"]].concat())
            .current_dir(folder.path())
            .spawn()
            .unwrap();
        std::thread::sleep(Duration::from_millis(pause * 4));
        child.kill().unwrap();
        child.wait().unwrap();
        let left = fs::read(folder.path().join("out")).unwrap();
        assert!(left == b"before" || left == new, "after {pause}: {} bytes", left.len());
    }
}

#[test]
fn more_threads_than_any_machine_has_are_no_more_work() {
    let few = run(&CHECK);
    let many = run(&[&CHECK[..], &["--threads", "18446744073709551615"]].concat());
    assert_eq!((many.code, many.out), (few.code, few.out), "{}", many.err);
}
