//! A capture is checked to its end, and the fast way, threads and several releases tell what the complete way tells.

use std::cell::RefCell;
use std::num::NonZeroUsize;

use contract::{Release, ReleaseSet};
use report::{Excerpts, Finding, Report, Tool};
use validator::capture::{self, Captures};
use validator::check::{Checker, Effort, Options};

use crate::BUILTIN;

thread_local! {
    static ENGINES: RefCell<Engines> = RefCell::new(Engines::new());
}

/// The ways to check that are held against each other.
struct Engines {
    fast: Checker<'static>,
    complete: Checker<'static>,
    several: Checker<'static>,
}

impl Engines {
    fn new() -> Self {
        let at = |releases, effort| {
            Checker::new(&BUILTIN, releases, Options { effort, excerpts: Excerpts::Omitted, ..Options::default() })
                .unwrap()
        };
        let newest = ReleaseSet::only(Release::latest());
        Self {
            fast: at(newest, Effort::Fast),
            complete: at(newest, Effort::Complete),
            several: at(BUILTIN.releases, Effort::Fast),
        }
    }
}

/// An input is a capture. It says something where it has an exchange of which something is told.
pub fn traffic(input: &[u8]) -> bool {
    ENGINES.with_borrow_mut(|engines| {
        let fast = told(&mut engines.fast, input, 1);
        assert_eq!(fast, told(&mut engines.complete, input, 1), "the complete way tells the same");
        assert_eq!(fast, told(&mut engines.fast, input, 2), "two threads tell the same");
        told(&mut engines.several, input, 1);
        !fast.is_empty()
    })
}

/// What is told of a capture up to its end or its fault.
fn told(checker: &mut Checker<'static>, input: &[u8], threads: usize) -> Vec<String> {
    let options = capture::Options { limits: capture::Limits { max_bytes: 1 << 20 }, ..capture::Options::default() };
    let captures = Captures::from_bytes("capture", input.to_vec(), options);
    let mut report = Report::new(Tool { name: String::new(), version: String::new() }, "", "");
    let threads = NonZeroUsize::new(threads).unwrap();
    let ended = checker.check_captures(&captures, threads, &mut report, || ());
    let findings = report.findings().iter().map(|one: &Finding| serde_json::to_string(one).unwrap());
    findings.chain(ended.err().map(|error| error.to_string())).collect()
}
