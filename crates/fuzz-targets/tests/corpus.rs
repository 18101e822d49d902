//! Each target over its corpus: what a fuzzer begins with, and what one once found.
#![expect(clippy::unwrap_used, reason = "helpers of tests stop like a test")]

use std::collections::BTreeSet;
use std::fs::{read, read_dir, read_to_string};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::{Path, PathBuf};

use fuzz_targets::{TARGETS, Target};

fn fuzz() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz")
}

/// The names of what is in a folder, without what tells the kind of a file.
fn names(folder: &str) -> BTreeSet<String> {
    let paths = read_dir(fuzz().join(folder)).unwrap().map(|entry| entry.unwrap().path());
    paths.map(|path| path.file_stem().unwrap().to_string_lossy().into_owned()).collect()
}

/// How many cases of a target there are, and how many of them say something to it. A case that fails is named.
fn run(name: &str, target: Target) -> (usize, usize) {
    let (mut cases, mut telling) = (0, 0);
    for entry in read_dir(fuzz().join("corpus").join(name)).unwrap() {
        let path = entry.unwrap().path();
        let input = read(&path).unwrap();
        let says = catch_unwind(AssertUnwindSafe(|| target(&input))).unwrap_or_else(|panic| {
            eprintln!("{}", path.display());
            resume_unwind(panic)
        });
        cases += 1;
        telling += usize::from(says);
    }
    (cases, telling)
}

#[test]
fn each_target_has_a_binary_and_a_corpus() {
    let targets: BTreeSet<String> = TARGETS.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(targets, names("fuzz_targets"));
    assert_eq!(targets, names("corpus"));
    let manifest = read_to_string(fuzz().join("Cargo.toml")).unwrap();
    assert!(targets.iter().all(|name| manifest.contains(&format!("name = \"{name}\""))));
}

#[test]
fn each_target_holds_over_its_corpus() {
    for (name, target) in TARGETS {
        let (cases, telling) = run(name, target);
        assert!(cases >= 15 && telling * 3 >= cases, "{name}: {telling} of {cases} say something");
    }
}
