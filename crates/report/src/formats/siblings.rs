//! Members of one object that break the same rule together: a reader wants them told as one.

use std::collections::HashMap;
use std::sync::Arc;

use crate::group::Group;
use crate::{Finding, Part, Releases, Severity};

use super::words::line;

/// How many names are told.
const NAMED: usize = 8;

/// Groups that are shown as one: the first speaks for all.
pub(super) struct Siblings<'a> {
    /// The one that is shown.
    pub(super) first: Group<'a>,
    /// Those of its siblings, in order.
    pub(super) others: Vec<Group<'a>>,
}

/// Each group for itself.
pub(super) fn apart(groups: Vec<Group<'_>>) -> Vec<Siblings<'_>> {
    groups.into_iter().map(|first| Siblings { first, others: Vec::new() }).collect()
}

/// Puts groups together that are about members of the same objects at the same places.
pub(super) fn fold(groups: Vec<Group<'_>>) -> Vec<Siblings<'_>> {
    let mut folded: Vec<Siblings<'_>> = Vec::new();
    let mut known: HashMap<Kind, usize> = HashMap::new();
    for group in groups {
        let at = Kind::of(&group).map(|kind| *known.entry(kind).or_insert(folded.len()));
        match at.and_then(|at| folded.get_mut(at)) {
            Some(one) if same_places(&one.first, &group) => one.others.push(group),
            _ => folded.push(Siblings { first: group, others: Vec::new() }),
        }
    }
    folded
}

/// `the same of 12 more: createdAt, deviceId, …`; nothing for a group without siblings.
pub(super) fn more_names(siblings: &Siblings<'_>) -> Option<String> {
    if siblings.others.is_empty() {
        return None;
    }
    let mut names: Vec<String> =
        siblings.others.iter().take(NAMED).map(|group| format!("`{}`", line(leaf(group.first)))).collect();
    if siblings.others.len() > NAMED {
        names.push("…".to_owned());
    }
    Some(format!("the same of {} more: {}", siblings.others.len(), names.join(", ")))
}

/// What siblings have in common, but for all their places.
#[derive(PartialEq, Eq, Hash)]
struct Kind {
    rule: &'static str,
    severity: Severity,
    operation: Option<Arc<str>>,
    schema: Option<Arc<str>>,
    releases: Option<Releases>,
    part: Part,
    place: (Arc<str>, Option<usize>, Option<u64>, String),
}

impl Kind {
    /// None for what stands alone: what is expected of a value differs from member to member.
    fn of(group: &Group<'_>) -> Option<Self> {
        let finding = group.first;
        let is_name = !leaf(finding).bytes().all(|byte| byte.is_ascii_digit());
        let has_siblings = finding.expected.is_none() && is_name;
        has_siblings.then(|| Self {
            rule: finding.rule.id(),
            severity: finding.severity,
            operation: finding.operation.clone(),
            schema: finding.schema.clone(),
            releases: finding.releases.clone(),
            part: finding.location.part,
            place: place(finding),
        })
    }
}

fn place(finding: &Finding) -> (Arc<str>, Option<usize>, Option<u64>, String) {
    let location = &finding.location;
    (location.source.clone(), location.entry, location.line, parent(finding).to_owned())
}

fn same_places(one: &Group<'_>, other: &Group<'_>) -> bool {
    one.more.len() == other.more.len()
        && one.more.iter().zip(&other.more).all(|(left, right)| place(left) == place(right))
}

fn parent(finding: &Finding) -> &str {
    finding.location.pointer.rsplit_once('/').map_or("", |(parent, _)| parent)
}

fn leaf(finding: &Finding) -> &str {
    finding.location.pointer.rsplit('/').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{fold, more_names};
    use crate::group::group;
    use crate::{Finding, Location, Part, Rule, Severity, test_rule};

    fn finding(rule: &'static Rule, entry: usize, pointer: &str) -> Finding {
        let mut location = Location::new("a.har", Part::ResponseBody, pointer);
        location.entry = Some(entry);
        Finding::builder(rule, location, "m").build()
    }

    #[test]
    fn members_of_the_same_objects_are_told_together() {
        let rule = test_rule(Severity::Error);
        let places = [(1, "/0/a"), (1, "/0/b"), (1, "/1/a"), (1, "/1/b"), (2, "/0/c"), (3, "/x/a"), (3, "/y/a")];
        let findings: Vec<Finding> = places.iter().map(|(entry, pointer)| finding(rule, *entry, pointer)).collect();
        let told: Vec<_> = fold(group(&findings)).iter().map(more_names).collect();
        assert_eq!(told, [Some("the same of 1 more: `b`".to_owned()), None, None, None]);
    }
}
