//! Lines of bare bodies: the plan of all releases knows most of them, and is asked on several threads at once.

use std::sync::{Arc, OnceLock};

use contract::{Contract, ReleaseSet, Schema};
use plan::{SetPlan, SetScanner, Standing};

use crate::capture::{BlockStart, LineFilter, Merge, line_end};
use crate::check::WORTH;

/// What lines are, for all threads that read them.
struct Bodies<'c> {
    contract: &'c Contract,
    schema: &'c Schema,
    open: ReleaseSet,
    plan: OnceLock<SetPlan>,
}

/// Reads lines along the plan of a set of releases, and keeps of what it says what matters.
pub(super) struct SetLines<'c, K> {
    /// None where lines may be of several kinds, so that nothing is known of any.
    bodies: Option<Arc<Bodies<'c>>>,
    scanner: Option<SetScanner>,
    /// Whether the source is long enough for a plan.
    is_worth: bool,
    keep: fn(Standing, ReleaseSet) -> Option<K>,
}

/// One for each of so many threads; `lines` is their schema and the releases that are asked about. What `keep` keeps
/// nothing of is left to be looked at.
pub(super) fn filters<'c, K: Merge>(
    contract: &'c Contract,
    lines: Option<(&'c Schema, ReleaseSet)>,
    keep: fn(Standing, ReleaseSet) -> Option<K>,
    threads: usize,
) -> Vec<SetLines<'c, K>> {
    let bodies = lines.map(|(schema, open)| Arc::new(Bodies { contract, schema, open, plan: OnceLock::new() }));
    let filter = || SetLines { bodies: bodies.clone(), scanner: None, is_worth: false, keep };
    (0..threads).map(|_| filter()).collect()
}

impl<K: Merge> LineFilter for SetLines<'_, K> {
    type Filtered = K;

    /// That the plan is compiled depends on the length of the source, not on which thread is faster.
    fn begin(&mut self, block: BlockStart<'_>) {
        self.is_worth = block.before > 0 || block.length >= WORTH;
        if let (Some(bodies), None, true) = (&self.bodies, &self.scanner, self.is_worth) {
            let plan = bodies.plan.get_or_init(|| SetPlan::compile(bodies.contract, bodies.schema, bodies.open));
            self.scanner = Some(plan.scanner());
        }
    }

    fn line(&mut self, text: &str, at: usize) -> (Option<K>, usize) {
        let (Some(bodies), Some(scanner)) = (&self.bodies, self.scanner.as_mut().filter(|_| self.is_worth)) else {
            return (None, line_end(text, at));
        };
        let line = scanner.check_line(text, at);
        (line.standing.and_then(|standing| (self.keep)(standing, bodies.open)), line.end)
    }
}

#[cfg(test)]
mod tests {
    use std::num::NonZeroUsize;
    use std::ops::ControlFlow;

    use contract::read;
    use serde_json::json;

    use crate::assess::{Answer, Identifier};
    use crate::capture::{Captures, Hint, Options};
    use crate::check::BodyOf;
    use crate::document::DocumentError;
    use crate::exchange::ItemLocation;

    /// What so many threads tell of each line, and of how many the evidence was gathered.
    fn told(text: &str, threads: usize) -> (Vec<String>, usize) {
        let person = json!({"type": "object", "properties": {
            "id": {"type": "string"}, "color": {"type": "string", "x-immich-life": "1.126.0.."},
        }, "required": ["id"]});
        let contract = read::annotated(&json!({"$defs": {"X": person}})).unwrap().contract;
        let mut identifier = Identifier::new(&contract, "", Some(&BodyOf::Component("X".to_owned()))).unwrap();
        let options = Options { hint: Hint::Lines, ..Options::default() };
        let captures = Captures::from_bytes("made", text.as_bytes().to_vec(), options);
        let (mut lines, mut closely) = (Vec::new(), 0);
        let take = |place: &ItemLocation, count: u64, answer: Result<Answer<'_>, DocumentError>| {
            let answer = answer.unwrap();
            for further in 0..count {
                let (line, entry) = (place.line.unwrap() + further, place.entry as u64 + further);
                let (close, likely) = (answer.exhaustive, answer.likely.to_ranges());
                lines.push(format!("{line} {entry} {likely} {}", if close { "closely" } else { "" }));
            }
            closely += usize::from(answer.exhaustive);
            ControlFlow::Continue(())
        };
        identifier.answer_lines(&captures, NonZeroUsize::new(threads).unwrap(), take).unwrap();
        (lines, closely)
    }

    #[test]
    fn lines_tell_the_same_on_any_number_of_threads() {
        let colored = r#"{"id":"a","color":"red"}"#;
        let mut text = String::new();
        for number in 0..50_000 {
            text.push_str(match number {
                17 => "",
                20_000..20_003 => colored,
                30_000 => r#"{"\u0069d":"a"}"#,
                40_000 => r#"{"id":7}"#,
                _ => r#"{"id":"a"}"#,
            });
            text.push('\n');
        }
        let (lines, closely) = told(&text, 1);
        assert_eq!(lines.len(), 49_999);
        assert_eq!(lines[0], "1 0 .. closely");
        assert_eq!(lines[1], "2 1 .. ");
        assert_eq!(lines[19_999], "20001 19999 1.126.0.. closely", "a blank line has a number, but is not a body");
        assert_eq!(lines[20_000], "20002 20000 1.126.0.. ");
        assert_eq!(lines[39_999], "40001 39999  closely");
        // What the plan is not sure of, as of keys with escapes, is looked at, too.
        assert_eq!(closely, 4);
        for threads in [2, 3] {
            assert_eq!(told(&text, threads), (lines.clone(), closely), "{threads} threads");
        }
    }

    #[test]
    fn for_few_lines_no_plan_is_compiled() {
        let (lines, closely) = told(&"{\"id\":\"a\"}\n".repeat(50), 2);
        assert_eq!((lines.len(), closely), (50, 50));
    }
}
