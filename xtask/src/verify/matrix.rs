//! Prints comparisons: runs of releases with one row each, differences with one line each.

use std::collections::BTreeMap;
use std::fmt;

use contract::Release;
use contract::facts::Difference;
use serde_json::Value;

use super::compare::Comparison;

/// One row for each run of releases with the same numbers.
pub(crate) struct Matrix<'c>(pub(crate) &'c [Comparison]);

impl fmt::Display for Matrix<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{:25} documents   facts  operations  schemas  differences", "releases")?;
        for rows in self.0.chunk_by(|left, right| numbers(left) == numbers(right)) {
            let (Some(first), Some(last)) = (rows.first(), rows.last()) else { continue };
            let (facts, operations, schemas, differences) = numbers(first);
            let releases = run(first.release, last.release);
            let documents = rows.len();
            writeln!(f, "{releases:25} {documents:9}  {facts:6}  {operations:10}  {schemas:7}  {differences:11}")?;
        }
        Ok(())
    }
}

fn numbers(one: &Comparison) -> (usize, usize, usize, usize) {
    (one.facts, one.operations, one.schemas, one.differences.len())
}

/// Each difference once, by element, with the releases that have it.
pub(crate) fn differences(comparisons: &[Comparison]) -> Vec<String> {
    let compared: Vec<Release> = comparisons.iter().map(|one| one.release).collect();
    let mut found: BTreeMap<String, Vec<Release>> = BTreeMap::new();
    for one in comparisons {
        for difference in &one.differences {
            found.entry(line(difference)).or_default().push(one.release);
        }
    }
    found.iter().map(|(text, releases)| format!("{}  {text}", folded(&compared, releases))).collect()
}

fn line(Difference { subject, left, right }: &Difference) -> String {
    let said = |value: &Option<Value>| value.as_ref().map_or_else(|| "nothing".to_owned(), Value::to_string);
    format!("{} {}: models say {}, upstream says {}", subject.element, subject.aspect, said(left), said(right))
}

/// Some of the compared releases as runs: `1.113.0 – 1.115.0, 2.0.0`. What was not compared interrupts no run.
pub(crate) fn folded(compared: &[Release], some: &[Release]) -> String {
    let marked: Vec<(Release, bool)> = compared.iter().map(|release| (*release, some.contains(release))).collect();
    let runs =
        marked.chunk_by(|left, right| left.1 == right.1).filter_map(|chunk| match (chunk.first(), chunk.last()) {
            (Some((first, true)), Some((last, _))) => Some(run(*first, *last)),
            _ => None,
        });
    runs.collect::<Vec<_>>().join(", ")
}

fn run(first: Release, last: Release) -> String {
    if first == last { first.to_string() } else { format!("{first} – {last}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::verify::compare::LeftOut;
    use contract::facts::Subject;
    use serde_json::json;

    fn comparison(version: &str, wrong: &[(&str, Option<Value>)]) -> Comparison {
        let difference = |(element, left): &(&str, Option<Value>)| Difference {
            subject: Subject { element: (*element).to_owned(), aspect: "required".to_owned() },
            left: left.clone(),
            right: Some(json!(["b"])),
        };
        Comparison {
            release: Release::known(version),
            facts: 1000,
            operations: 2,
            schemas: 12,
            differences: wrong.iter().map(difference).collect(),
            warnings: Vec::new(),
            second: crate::verify::second_opinion::SecondOpinion::default(),
            left_out: LeftOut::default(),
            not_modelled: (0, 0),
        }
    }

    #[test]
    fn equal_neighbours_share_a_row() {
        let all = [comparison("1.113.0", &[]), comparison("1.115.0", &[]), comparison("1.116.0", &[("A.b", None)])];
        let expected = "\
releases                  documents   facts  operations  schemas  differences
1.113.0 – 1.115.0                 2    1000           2       12            0
1.116.0                           1    1000           2       12            1
";
        assert_eq!(Matrix(&all).to_string(), expected);
    }

    #[test]
    fn equal_differences_share_a_line() {
        let (both, one) = ([("A.b", Some(json!(true))), ("A.a", None)], [("A.b", Some(json!(true)))]);
        let all = [
            comparison("1.113.0", &both),
            comparison("1.115.0", &one),
            comparison("1.116.0", &[]),
            comparison("2.0.0", &both),
        ];
        assert_eq!(
            differences(&all),
            [
                "1.113.0, 2.0.0  A.a required: models say nothing, upstream says [\"b\"]",
                "1.113.0 – 1.115.0, 2.0.0  A.b required: models say true, upstream says [\"b\"]",
            ]
        );
    }
}
