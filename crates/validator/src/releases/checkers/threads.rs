//! Whole captures at many releases, on several threads.

use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::sync::Arc;

use report::{Report, Tool};

use super::{Checkers, Failed};
use crate::capture::{CaptureError, Captures, LineOutcome, Worker};
use crate::check::{Checked, Checker, Effort, Ended, UnknownBody, add};
use crate::exchange::Item;
use crate::releases::bytes::says_nothing;
use crate::releases::lines;

/// Checkers of its own for one thread.
struct Apprentice<'c>(Checkers<'c>);

impl Worker for Apprentice<'_> {
    type Made = Result<Checked, UnknownBody>;

    fn make(&mut self, item: Item) -> Self::Made {
        if matches!(item, Item::Body(_)) {
            return Ok(Checked::Left(item));
        }
        let mut report = Report::new(Tool { name: String::new(), version: String::new() }, "", "");
        self.0.check(&item, &mut report)?;
        let told_once = self.0.each.values_mut().map(Checker::told_once).filter(|told| *told).count();
        Ok(if told_once > 0 { Checked::Left(item) } else { Checked::told(report) })
    }
}

impl<'c> Checkers<'c> {
    /// Checks captures on so many threads; findings and counts go to the report, as if each item had been given to
    /// [`Checkers::check`] in turn. `advance` is told of each item that is done. The releases that captures say are only
    /// heard where one is checked against.
    pub fn check_captures(
        &mut self,
        captures: &Captures,
        threads: NonZeroUsize,
        report: &mut Report,
        mut advance: impl FnMut(),
    ) -> Result<Ended, Failed> {
        if let Some(checker) = self.single() {
            return Ok(checker.check_captures(captures, threads, report, advance)?);
        }
        let mut apprentices: Vec<Apprentice<'c>> = (0..threads.get()).map(|_| Apprentice(self.another())).collect();
        let mut ended = Ok(Ended::Done(Vec::new()));
        captures.for_each_on(&mut apprentices, |checked| {
            match self.taken(checked, report) {
                Ok(None) => {
                    advance();
                    return ControlFlow::Continue(());
                }
                Ok(Some(source)) => ended = Ok(Ended::Untold(source)),
                Err(error) => ended = Err(error.into()),
            }
            ControlFlow::Break(())
        })?;
        self.seen.extend(apprentices.into_iter().flat_map(|apprentice| apprentice.0.seen));
        report.summary.operations = self.seen.len() as u64;
        ended
    }

    /// Takes what became of an item. Answers the source of a bare body of which nobody said what it is.
    fn taken(
        &mut self,
        checked: Result<Checked, UnknownBody>,
        report: &mut Report,
    ) -> Result<Option<Arc<str>>, UnknownBody> {
        match checked? {
            Checked::Told(summary, findings) => add(summary, findings, &mut self.excerpts, report),
            Checked::Left(Item::Body(body)) if self.options.body.is_none() => return Ok(Some(body.place.source)),
            Checked::Left(item) => self.check(&item, report)?,
        }
        Ok(None)
    }

    /// The same for captures that are NDJSON of bare bodies. `advance` is told how many lines are done.
    pub fn check_lines(
        &mut self,
        captures: &Captures,
        threads: NonZeroUsize,
        report: &mut Report,
        mut advance: impl FnMut(u64),
    ) -> Result<(), Failed> {
        if let Some(checker) = self.single() {
            return Ok(checker.check_lines(captures, threads, report, advance)?);
        }
        let known =
            self.only_body().filter(|_| self.options.effort == Effort::Fast).map(|body| (body.schema, self.open));
        let mut filters = lines::filters(
            self.contract,
            known,
            |standing, open| says_nothing(standing, open).then_some(()),
            threads.get(),
        );
        let mut unknown = None;
        let ended: Result<(), CaptureError> = captures.scan_lines(&mut filters, |outcome| {
            let lines = match outcome {
                LineOutcome::Filtered((), run) => {
                    self.pass(run.count, report);
                    run.count
                }
                LineOutcome::Left(item) => {
                    if let Err(error) = self.closely(item, report) {
                        unknown = Some(error);
                        return ControlFlow::Break(());
                    }
                    1
                }
            };
            advance(lines);
            ControlFlow::Continue(())
        });
        ended?;
        unknown.map_or(Ok(()), |error| Err(error.into()))
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use contract::{Contract, Release, ReleaseSet, read};
    use serde_json::json;

    use super::*;
    use crate::capture::{Hint, Options as Reading};
    use crate::check::{BodyOf, Options};

    fn contract() -> Contract {
        let person = json!({"type": "object", "required": ["id"], "properties": {
            "id": {"type": "string"},
            "color": {"type": "string", "x-immich-life": "1.126.0.."},
            "old": {"type": "number", "x-immich-life": "..1.120.0"},
        }});
        let answer = json!({"content": {"application/json": {"$ref": "#/$defs/X"}}});
        let operation = json!({"operationId": "getX", "method": "get", "path": "/x", "responses": {"200": answer}});
        read::annotated(&json!({"$defs": {"X": person}, "operations": [operation]})).unwrap().contract
    }

    const BODIES: [&str; 5] = [
        r#"{"id":"a"}"#,
        r#"{"id":"a","color":"red"}"#,
        r#"{"id":"a","color":7}"#,
        r#"{"id":"a","old":1,"never":2}"#,
        r#"{"color":"red"}"#,
    ];

    fn report() -> Report {
        Report::new(Tool { name: String::new(), version: String::new() }, "", "")
    }

    /// Findings and counts, as far as they are told.
    fn told(report: &Report) -> String {
        let one = |finding: &report::Finding| {
            let (line, entry) = (finding.location.line, finding.location.entry);
            format!("{line:?} {entry:?} {} {:?} {}", finding.rule.id(), finding.releases, finding.message)
        };
        format!("{:?}\n{}", report.summary, report.findings().iter().map(one).collect::<Vec<_>>().join("\n"))
    }

    /// Several threads tell what one that takes item after item tells, at many releases and at one.
    fn agree(text: &str, hint: Hint, options: &Options) {
        agree_at("1.118.0..1.130.0".parse().unwrap(), text, hint, options);
        agree_at(ReleaseSet::only(Release::known("1.119.0")), text, hint, options);
    }

    fn agree_at(open: ReleaseSet, text: &str, hint: Hint, options: &Options) {
        let contract = contract();
        let captures = || {
            let reading = Reading { hint, ..Reading::default() };
            Captures::from_bytes("made", text.as_bytes().to_vec(), reading)
        };
        let checkers = || Checkers::new(&contract, open, options.clone()).unwrap();
        let (mut in_turn, mut one_by_one) = (report(), checkers());
        captures()
            .for_each(|item| {
                one_by_one.check(&item, &mut in_turn).unwrap();
                ControlFlow::Continue(())
            })
            .unwrap();
        assert!(in_turn.findings().len() > 100, "{}", in_turn.findings().len());
        for threads in [1, 2, 3] {
            let (mut together, mut done) = (report(), 0);
            let threads = NonZeroUsize::new(threads).unwrap();
            if hint == Hint::Lines {
                checkers().check_lines(&captures(), threads, &mut together, |lines| done += lines).unwrap();
            } else {
                checkers().check_captures(&captures(), threads, &mut together, || done += 1).unwrap();
            }
            assert_eq!(told(&together), told(&in_turn), "{threads} threads");
            assert_eq!(done, in_turn.summary.exchanges, "{threads} threads");
        }
    }

    #[test]
    fn lines_are_told_alike_on_any_number_of_threads() {
        let options = Options { body: Some(BodyOf::Component("X".to_owned())), ..Options::default() };
        // Far more often right than wrong, or mostly wrong, with blank lines between them.
        for (lines, right) in [(150, 199), (40_000, 199), (3_000, 1)] {
            let mut text = String::new();
            for number in 0..lines {
                let body = if number % right == 0 { BODIES[number / right % 5] } else { BODIES[0] };
                let blank = if number % 77 == 0 { "\n" } else { "" };
                writeln!(text, "{body}{blank}").unwrap();
            }
            if lines == 150 {
                text = text.replace(r#""a"}"#, r#""a","never":1}"#);
            }
            agree(&text, Hint::Lines, &options);
        }
    }

    #[test]
    fn exchanges_are_told_alike_on_any_number_of_threads() {
        let mut text = String::new();
        for number in 0..300 {
            let request = json!({"method": "GET", "url": "http://a/api/x", "headers": []});
            let body = BODIES[number % 5];
            let headers = json!([{"name": "content-type", "value": "application/json"}]);
            let response = json!({"status": 200, "headers": headers, "bodyText": body});
            writeln!(text, "{}", json!({"request": request, "response": response})).unwrap();
        }
        agree(&text, Hint::Detect, &Options::default());
    }
}
