//! The plan never accepts what the complete way has something against: random values, broken ones, noise, real bodies.
#![expect(clippy::unwrap_used, clippy::panic, reason = "helpers of tests stop like a test")]

use std::sync::LazyLock;

use contract::{Contract, Node, Projection, Release, Schema};
use plan::{Plan, Verdict};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use serde_json::Value;
use testkit::mutation::breaking_component;
use testkit::noise::{Chance, disturb};
use testkit::values;
use validator::agreement::Agreement;
use validator::check::BodyOf;

static BUILTIN: LazyLock<Contract> = LazyLock::new(|| models::contract().unwrap());

/// How many values of each component, and how often each is disturbed.
const VALUES: usize = 6;
const NOISES: usize = 30;

/// One component at one release, seen both ways.
struct Both<'c> {
    scanner: plan::Scanner,
    complete: Agreement<'c>,
    sure: usize,
}

impl<'c> Both<'c> {
    fn new(contract: &'c Contract, release: Release, name: &str) -> Self {
        let view = Projection { contract, release };
        let scanner = Plan::compile(view, &Schema::always(Node::to(name))).scanner();
        let complete = Agreement::new(contract, release, BodyOf::Component(name.to_owned())).unwrap();
        Self { scanner, complete, sure: 0 }
    }

    /// Holds the verdict on a document against what the complete way finds, and against those on it as a line.
    fn agree(&mut self, bytes: &[u8], of: &str) -> Verdict {
        let held = self.complete.hold(bytes);
        let (verdict, _) = held.unwrap_or_else(|why| panic!("{of}: {why} in {}", String::from_utf8_lossy(bytes)));
        self.sure += usize::from(verdict != Verdict::Unsure);
        assert_eq!(self.scanner.check(bytes), verdict, "{of}");
        if let Ok(text) = std::str::from_utf8(bytes)
            && !text.contains('\n')
        {
            let block = format!("x\n{text}\ny");
            let line = self.scanner.check_line(&block, 2);
            assert_eq!((line.verdict, line.end), (verdict, text.len() + 3), "{of}: {text}");
            assert_eq!(self.scanner.check_line(text, 0).verdict, verdict, "{of}: {text}");
        }
        verdict
    }
}

fn made(view: Projection<'_>, name: &str, runner: &mut TestRunner) -> Value {
    values::component(view, name).unwrap().new_tree(runner).unwrap().current()
}

#[test]
fn the_plan_agrees_on_every_component() {
    let mut runner = TestRunner::deterministic();
    let mut chance = Chance::new(1);
    let (mut right, mut all, mut disturbed) = (0, 0, 0);
    for (name, component) in &BUILTIN.components {
        let lives: Vec<Release> = (component.life & BUILTIN.releases).iter().collect();
        for _ in 0..VALUES {
            let release = lives[chance.below(lives.len())];
            let view = Projection { contract: &BUILTIN, release };
            let mut both = Both::new(&BUILTIN, release, name);
            let value = made(view, name, &mut runner);
            let of = format!("{name} at {release}");
            let text = serde_json::to_vec(&value).unwrap();
            all += 1;
            right += usize::from(both.agree(&text, &of) != Verdict::Unsure);
            both.agree(serde_json::to_string_pretty(&value).unwrap().as_bytes(), &of);
            for broken in breaking_component(view, name, &value) {
                let verdict = both.agree(&serde_json::to_vec(&broken.apply(&value)).unwrap(), &of);
                assert_eq!(verdict, Verdict::Unsure, "{broken:?} of {of}");
            }
            for _ in 0..NOISES {
                both.agree(&disturb(&text, &mut chance), &of);
            }
            disturbed += both.sure;
        }
    }
    // Numbers with an exponent, escapes in checked texts and the like are left to the complete way.
    assert!(right * 10 > all * 7, "the plan is sure of {right} of {all} right values only");
    assert!(disturbed > all, "noise leaves hardly anything right: {disturbed}");
}
