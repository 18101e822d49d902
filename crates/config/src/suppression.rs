//! One accepted kind of finding.

use chrono::NaiveDate;
use contract::ReleaseSet;
use contract::pointer::split;
use report::{Finding, Rule};
use wildmatch::WildMatch;

use crate::position::Position;
use crate::{Ids, Scope};

/// One accepted kind of finding: a rule, where it is accepted, why, and until when.
#[derive(Clone, Debug)]
pub struct Suppression {
    pub(crate) rule: &'static Rule,
    pub(crate) operation: Option<WildMatch>,
    pub(crate) component: Option<WildMatch>,
    pub(crate) releases: Option<ReleaseSet>,
    pub(crate) reason: String,
    /// The first day on which it no longer holds.
    pub(crate) expires: Option<NaiveDate>,
    /// Its index in the file, and where its rule stands there.
    pub(crate) index: usize,
    pub(crate) position: Position,
}

impl Suppression {
    /// Whether it is meant for this finding, expired or not.
    pub fn matches(&self, finding: &Finding, scope: Scope, ids: &Ids) -> bool {
        let releases = scope.of(finding);
        self.rule.id() == finding.rule.id()
            && self.operation.as_ref().is_none_or(|wanted| is_operation(wanted, finding, ids, releases))
            && self.component.as_ref().is_none_or(|wanted| is_component(wanted, finding))
            && self.releases.is_none_or(|accepted| !(accepted & releases).is_empty())
    }

    pub(crate) fn is_expired(&self, today: NaiveDate) -> bool {
        self.expires.is_some_and(|day| today >= day)
    }

    /// What it is for, in the words of the file: `property-removed (component Asset*)`.
    pub(crate) fn name(&self) -> String {
        let part = |key: &str, pattern: &Option<WildMatch>| pattern.as_ref().map(|pattern| format!("{key} {pattern}"));
        let releases = self.releases.map(|releases| format!("releases {}", releases.to_ranges()));
        let parts: Vec<String> = part("operation", &self.operation)
            .into_iter()
            .chain(part("component", &self.component))
            .chain(releases)
            .collect();
        if parts.is_empty() { self.rule.id().to_owned() } else { format!("{} ({})", self.rule.id(), parts.join(", ")) }
    }
}

/// By operationId; a finding of no known operation has method and path as its subject.
fn is_operation(wanted: &WildMatch, finding: &Finding, ids: &Ids, releases: ReleaseSet) -> bool {
    let name = finding.operation.as_deref().or(finding.subject.as_deref());
    name.is_some_and(|name| wanted.matches(name) || ids.others(name, releases).any(|other| wanted.matches(other)))
}

/// By the component's name, `AssetResponseDto`, or a member's, `AssetResponseDto.visibility`.
fn is_component(wanted: &WildMatch, finding: &Finding) -> bool {
    // Some subjects are written as messages show them, as code.
    let subject = finding.subject.as_deref().map(|subject| subject.trim_matches('`'));
    let leaf = split(&finding.location.pointer).map(|(_, leaf)| leaf).filter(|leaf| !leaf.is_empty());
    let schema = finding.schema.as_deref();
    let member = |name: Option<&str>| Some(format!("{}.{}", schema?, name?));
    schema.is_some_and(|name| wanted.matches(name))
        || subject.is_some_and(|name| wanted.matches(name))
        || member(subject).or_else(|| member(leaf.as_deref())).is_some_and(|name| wanted.matches(&name))
}
