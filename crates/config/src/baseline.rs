//! What stood already.

use std::collections::{BTreeMap, BTreeSet};

use report::{Acceptance, Finding, Report};
use serde::{Deserialize, Serialize};

use crate::ConfigError;
use crate::position::Position;

/// The version of the file's shape.
const VERSION: u32 = 1;

/// The fingerprints of what stood when it was written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Baseline {
    fingerprints: BTreeSet<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    baseline_version: u32,
    findings: Vec<Known>,
}

/// A finding that is known. Only the fingerprint counts; the rest is for whoever reads the file.
#[derive(Deserialize)]
struct Known {
    fingerprint: String,
}

/// A line of the file. The fields stand in the order by which lines are sorted, except for the fingerprint.
#[derive(PartialEq, Eq, PartialOrd, Ord, Serialize)]
struct Line<'a> {
    rule: &'a str,
    operation: Option<&'a str>,
    schema: Option<&'a str>,
    subject: Option<&'a str>,
    part: &'static str,
    pointer: &'a str,
}

impl Baseline {
    /// Reads the text of `file`. Fails, with line and column, where it is not a baseline of a version that we know.
    pub fn read(file: &str, text: &str) -> Result<Self, ConfigError> {
        let parsed: File = serde_json::from_str(text).map_err(|error| {
            let position = Position { line: error.line() as u64, column: error.column() as u64 };
            let said = error.to_string();
            let message = said.split(" at line ").next().unwrap_or_default();
            ConfigError::new(file, Some(position), format!("this is not a baseline: {message}"))
        })?;
        if parsed.baseline_version != VERSION {
            let message =
                format!("this is a baseline of version {}; we know version {VERSION}", parsed.baseline_version);
            return Err(ConfigError::new(file, None, message));
        }
        Ok(Self { fingerprints: parsed.findings.into_iter().map(|known| known.fingerprint).collect() })
    }

    /// What stands now, as a baseline and as the text of its file: JSON with a line for each fingerprint, sorted, the same
    /// for the same findings. What holds at several places is known at each: another place is something new.
    pub fn of(findings: &[Finding]) -> (Self, String) {
        let each: Vec<Finding> = findings.iter().flat_map(Finding::by_place).collect();
        let mut lines: BTreeMap<String, Line<'_>> = BTreeMap::new();
        for finding in &each {
            let line = Line::of(finding);
            let kept = lines.entry(finding.fingerprint().to_string()).or_insert_with(|| Line::of(finding));
            if line < *kept {
                *kept = line;
            }
        }
        let baseline = Self { fingerprints: lines.keys().cloned().collect() };
        let mut sorted: Vec<(Line<'_>, String)> = lines.into_iter().map(|(key, line)| (line, key)).collect();
        sorted.sort();
        let lines: Vec<String> = sorted.iter().map(|(line, fingerprint)| line.text(fingerprint)).collect();
        let text = format!("{{\n\"baseline_version\": {VERSION},\n\"findings\": [\n{}\n]\n}}\n", lines.join(",\n"));
        (baseline, text)
    }

    /// Holds findings against it one by one.
    pub fn knowing(&self) -> Knowing<'_> {
        Knowing { baseline: self, seen: BTreeSet::new() }
    }

    /// Takes out of the report what is known. Returns how many known ones no longer stand.
    pub fn apply(&self, report: &mut Report) -> usize {
        let mut knowing = self.knowing();
        report.accept(|finding| knowing.accepts(finding));
        knowing.gone()
    }
}

/// A baseline while findings are held against it, one by one.
#[derive(Debug)]
pub struct Knowing<'b> {
    baseline: &'b Baseline,
    seen: BTreeSet<String>,
}

impl Knowing<'_> {
    /// The reason not to show a finding, if there is one.
    pub fn accepts(&mut self, finding: &Finding) -> Option<Acceptance> {
        let fingerprint = finding.fingerprint().to_string();
        let known = self.baseline.fingerprints.contains(&fingerprint);
        if known {
            self.seen.insert(fingerprint);
        }
        known.then_some(Acceptance::InBaseline)
    }

    /// How many known ones no longer stand.
    pub fn gone(&self) -> usize {
        self.baseline.fingerprints.len() - self.seen.len()
    }
}

impl<'a> Line<'a> {
    fn of(finding: &'a Finding) -> Self {
        Self {
            rule: finding.rule.id(),
            operation: finding.operation.as_deref(),
            schema: finding.schema.as_deref(),
            subject: finding.subject.as_deref(),
            part: finding.location.part.as_str(),
            pointer: &finding.location.pointer,
        }
    }

    fn text(&self, fingerprint: &str) -> String {
        let mut line = serde_json::json!({"fingerprint": fingerprint});
        if let (Some(line), Ok(serde_json::Value::Object(rest))) = (line.as_object_mut(), serde_json::to_value(self)) {
            line.extend(rest.into_iter().filter(|(_, value)| !value.is_null()));
        }
        line.to_string()
    }
}

#[cfg(test)]
mod tests {
    use report::{Finding, Location, Part, Report, Tool};

    use super::Baseline;
    use crate::rules;

    fn finding(operation: &str, pointer: &str) -> Finding {
        let rule = rules::all().get("suppression-unused").unwrap();
        Finding::builder(rule, Location::new("a.har", Part::ResponseBody, pointer), "m").operation(operation).build()
    }

    #[test]
    fn the_text_is_sorted_whatever_the_order_and_reads_back() {
        let mut findings =
            vec![finding("search", "/3/type"), finding("getRandom", "/9/type"), finding("getRandom", "/2/type")];
        let (baseline, text) = Baseline::of(&findings);
        findings.reverse();
        assert_eq!(Baseline::of(&findings).1, text);
        assert_eq!(Baseline::read("b.json", &text), Ok(baseline));
        let lines: Vec<&str> = text.lines().filter(|line| line.contains("fingerprint")).collect();
        let [first, second] = lines.as_slice() else { panic!("items of one array are one thing: {text}") };
        assert!(first.contains(r#""operation":"getRandom""#) && first.contains(r#""pointer":"/2/type""#), "{first}");
        assert!(second.contains(r#""operation":"search""#), "{second}");
    }

    #[test]
    fn what_is_known_is_counted_and_what_is_gone_is_told() {
        let (baseline, _) = Baseline::of(&[finding("getRandom", "/2/type"), finding("gone", "")]);
        let mut report = Report::new(Tool { name: "t".into(), version: "1".into() }, "builtin", "1");
        report.extend([finding("getRandom", "/7/type"), finding("new", "")]);
        assert_eq!(baseline.apply(&mut report), 1);
        assert_eq!((report.summary.in_baseline, report.findings().len()), (1, 1));
    }

    #[test]
    fn what_is_no_baseline_is_told_with_its_place() {
        for (text, expected) in [
            ("# text", "b.json:1:1: this is not a baseline: expected value"),
            (
                "{\n\"x\": 1}",
                "b.json:2:3: this is not a baseline: unknown field `x`, expected `baseline_version` or `findings`",
            ),
            (
                "{\"baseline_version\": 2, \"findings\": []}",
                "b.json: this is a baseline of version 2; we know version 1",
            ),
        ] {
            let error = Baseline::read("b.json", text).unwrap_err().to_string();
            assert_eq!(error, expected);
        }
    }
}
