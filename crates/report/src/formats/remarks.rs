//! What there is to say of a finding beyond its message and its place.

use super::places::{agents, more_like_this, spread};
use super::words::{expectation, line, message, shown_value};
use crate::group::Group;
use crate::{Finding, Report};

/// `expected "A"; found 1`, as far as the finding says it.
pub(super) fn found(finding: &Finding) -> Option<String> {
    let expected = finding.expected.as_ref().map(expectation);
    let actual = finding.actual.as_ref().map(|value| format!("found {}", shown_value(value)));
    let said: Vec<String> = expected.into_iter().chain(actual).collect();
    (!said.is_empty()).then(|| said.join("; "))
}

/// The notes of a finding, who sent the requests, and the releases that it holds for where they do not go without saying.
pub(super) fn remarks<'a>(finding: &'a Finding, report: &Report) -> impl Iterator<Item = String> + use<'a> {
    let releases = finding.releases.as_ref().filter(|releases| report.contract_releases.as_ref() != Some(releases));
    let releases = releases.map(|releases| format!("this holds for releases {}", line(&releases.to_string())));
    finding.notes.iter().map(|note| message(note)).chain(agents(finding)).chain(releases)
}

/// All that there is to say of a group, one line each, with as many places as `named` says: for formats that draw no payload.
pub(super) fn all_remarks(group: &Group<'_>, report: &Report, named: usize) -> Vec<String> {
    let finding = group.first;
    let help = finding.help.as_ref().map(|help| format!("help: {}", message(help)));
    let places = spread(finding, named).into_iter().chain(remarks(finding, report)).chain(more_like_this(group));
    found(finding).into_iter().chain(places).chain(help).collect()
}
