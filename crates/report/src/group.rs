//! When findings are the same thing at many places.

use std::collections::HashMap;
use std::sync::Arc;

use serde_json::Value;

use crate::{Finding, Part, Severity};

/// What two findings have in common that are shown as one.
///
/// They break the same rule as badly, at the same property of the same schema in the same operation, whichever the array
/// item, about the same subject, against the same expectation. The message and the value that was found do not count:
/// `"PHOTO"` at `/3/type` and `"FILM"` at `/7/type` are one mistake of one server.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct GroupKey {
    rule: &'static str,
    severity: Severity,
    operation: Option<Arc<str>>,
    schema: Option<Arc<str>>,
    subject: Option<Arc<str>>,
    part: Part,
    pointer: String,
    expected: Option<Value>,
}

impl Finding {
    /// What this finding has in common with others that are shown as one with it.
    pub fn group_key(&self) -> GroupKey {
        GroupKey {
            rule: self.rule.id(),
            severity: self.severity,
            operation: self.operation.clone(),
            schema: self.schema.clone(),
            subject: self.subject.clone(),
            part: self.location.part,
            pointer: without_indices(&self.location.pointer),
            expected: self.expected.clone(),
        }
    }
}

/// The same finding at one or more places; the first speaks for all.
#[derive(Clone, Debug)]
pub(crate) struct Group<'a> {
    /// The one that is shown.
    pub(crate) first: &'a Finding,
    /// The others, in order.
    pub(crate) more: Vec<&'a Finding>,
}

impl Group<'_> {
    /// How many findings there are beyond the first, repetitions that the maker folded included.
    pub(crate) fn more_count(&self) -> u64 {
        self.more
            .iter()
            .map(|finding| finding.weight())
            .fold(self.first.weight().saturating_sub(1), u64::saturating_add)
    }
}

/// Puts findings together that are shown as one, groups in the order of their first findings.
pub(crate) fn group<'a>(findings: impl IntoIterator<Item = &'a Finding>) -> Vec<Group<'a>> {
    let mut groups: Vec<Group<'a>> = Vec::new();
    let mut known: HashMap<GroupKey, usize> = HashMap::new();
    for finding in findings {
        let at = *known.entry(finding.group_key()).or_insert(groups.len());
        match groups.get_mut(at) {
            Some(group) => group.more.push(finding),
            None => groups.push(Group { first: finding, more: Vec::new() }),
        }
    }
    groups
}

/// The pointer with `*` for each array index: digits without a leading zero, as RFC 6901 writes them.
pub(crate) fn without_indices(pointer: &str) -> String {
    let is_index = |token: &str| {
        !token.is_empty()
            && token.bytes().all(|byte| byte.is_ascii_digit())
            && (token == "0" || !token.starts_with('0'))
    };
    let mut without = String::with_capacity(pointer.len());
    for (at, token) in pointer.split('/').enumerate() {
        without.push_str(if at == 0 { "" } else { "/" });
        without.push_str(if is_index(token) { "*" } else { token });
    }
    without
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{group, without_indices};
    use crate::{Finding, FindingBuilder, Location, Part, Severity, test_rule};

    fn finding(pointer: &str) -> FindingBuilder {
        let rule = test_rule(Severity::Error);
        Finding::builder(rule, Location::new("a.har", Part::ResponseBody, pointer), format!("at {pointer}"))
            .operation("getRandom")
            .expected(json!(["A"]))
    }

    #[test]
    fn other_items_values_and_sources_are_the_same_thing() {
        let mut elsewhere = finding("/4/type").build();
        elsewhere.location.source = "b.har".into();
        elsewhere.location.entry = Some(3);
        let same = [finding("/3/type").actual("X").build(), finding("/7/type").actual("Y").count(3).build(), elsewhere];
        let groups = group(&same);
        let [only] = groups.as_slice() else { panic!("{groups:?}") };
        assert_eq!(only.first.message, "at /3/type");
        assert_eq!(only.more_count(), 4);
    }

    #[test]
    fn what_makes_a_difference() {
        let mut query = finding("/3/type").build();
        query.location.part = Part::RequestQuery;
        let different = [
            finding("/3/type").build(),
            finding("/3/name").build(),
            finding("/3/type").operation("search").build(),
            finding("/3/type").schema("S").build(),
            finding("/3/type").subject("visibility").build(),
            finding("/3/type").severity(Severity::Note).build(),
            finding("/3/type").expected(json!(["B"])).build(),
            query,
        ];
        assert_eq!(group(&different).len(), different.len());
    }

    #[test]
    fn indices_become_stars_and_names_stay() {
        for (pointer, expected) in [
            ("", ""),
            ("/3/type", "/*/type"),
            ("/0/people/12", "/*/people/*"),
            ("/01", "/01"),
            ("/a1/x~1y", "/a1/x~1y"),
            ("/", "/"),
        ] {
            assert_eq!(without_indices(pointer), expected, "{pointer}");
        }
    }
}
