//! What of the contract was exercised.

use pages::{Axis, Look, Run, Strip, Tick};

use crate::Report;

/// How many names of operations are told; no Immich has more than a few hundred.
const NAMED: usize = 5000;

/// The operations of the contract, by tag.
#[derive(Default)]
pub(super) struct Coverage {
    pub(super) exercised: usize,
    pub(super) all: usize,
    pub(super) tags: Vec<Tag>,
    /// Whether names were left out.
    pub(super) is_cut: bool,
}

/// The operations of one tag.
pub(super) struct Tag {
    pub(super) name: String,
    pub(super) exercised: Vec<String>,
    pub(super) others: Vec<String>,
    pub(super) bar: String,
    pub(super) of: (usize, usize),
}

impl Coverage {
    /// What a report knows of it.
    pub(super) fn of(report: &Report) -> Self {
        let mut coverage = Self::default();
        let mut room = NAMED;
        for tag in report.pictures.iter().flat_map(|pictures| &pictures.coverage) {
            let (exercised, all) = (tag.exercised.len(), tag.exercised.len() + tag.others.len());
            coverage.exercised += exercised;
            coverage.all += all;
            if all > room {
                coverage.is_cut = true;
                continue;
            }
            room -= all;
            coverage.tags.push(Tag {
                name: crate::shorten(&tag.tag, 80).into_owned(),
                exercised: tag.exercised.clone(),
                others: tag.others.clone(),
                bar: bar(exercised, all),
                of: (exercised, all),
            });
        }
        coverage
    }
}

/// A bar that is filled as far as operations were exercised.
fn bar(exercised: usize, all: usize) -> String {
    let axis = Axis::new(vec![Tick { version: String::new(), date: String::new() }; all]);
    let filled =
        Run { first: 0, last: exercised.saturating_sub(1), look: Look::Required, words: "exercised".to_owned() };
    Strip { runs: if exercised == 0 { Vec::new() } else { vec![filled] } }.svg(&axis, &[])
}
