//! The same change at many places: one finding, named by what the places have in common.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use report::{Direction, Finding, Severity};

use crate::change::Change;
use crate::fact::Fact;
use crate::findings::Located;
use crate::judge::{Judgement, Verdict};
use crate::place::{Owner, Part, Step};
use crate::words;

/// What changes have in common that are one fact.
#[derive(PartialEq, Eq, Hash)]
struct Kind<'j> {
    rule: &'static str,
    severity: Severity,
    direction: Direction,
    undecided: Option<&'j str>,
    fact: Fact,
    values: (String, String),
    thing: Thing<'j>,
}

/// What came or went, where that is what a change tells. Two members of different names that went are two facts, one that
/// went from two objects is one.
#[derive(PartialEq, Eq, Hash)]
pub(crate) enum Thing<'j> {
    /// A value said more of itself, or less: what counts is what it said.
    Value,
    /// A member, parameter or header of this name.
    Named(Option<&'j str>),
    /// The operation itself, which is no other.
    Operation(String),
}

/// A finding for each fact, in the order of the first place of each; those of several tags before those of one.
pub(crate) fn findings(located: &[Located<'_>]) -> Vec<Finding> {
    let mut order: Vec<Vec<&Located<'_>>> = Vec::new();
    let mut known: HashMap<Kind<'_>, usize> = HashMap::new();
    for one in located {
        let at = *known.entry(Kind::of(one.judgement)).or_insert(order.len());
        match order.get_mut(at) {
            Some(group) => group.push(one),
            None => order.push(vec![one]),
        }
    }
    let mut findings: Vec<Finding> = order.iter().filter_map(|group| of_group(group)).collect();
    findings.sort_by_key(|finding| (Reverse(finding.severity), finding.tag.clone()));
    findings
}

fn of_group(group: &[&Located<'_>]) -> Option<Finding> {
    match group {
        [] => None,
        [only] => Some(only.finding(None).build()),
        [first, ..] => Some(first.at_all(group)),
    }
}

impl<'j> Kind<'j> {
    fn of(judgement: &'j Judgement) -> Self {
        let change = &judgement.change;
        let undecided = match &judgement.verdict {
            Verdict::Undecided(why) => Some(&**why),
            _ => None,
        };
        Self {
            rule: judgement.rule.id(),
            severity: judgement.severity,
            direction: judgement.direction,
            undecided,
            fact: change.fact,
            values: (change.old.to_string(), change.new.to_string()),
            thing: Thing::of(change),
        }
    }
}

impl<'j> Thing<'j> {
    pub(crate) fn of(change: &'j Change) -> Self {
        match change.fact {
            Fact::Property(_)
            | Fact::RequiredProperty(_)
            | Fact::Required(_)
            | Fact::Parameter(_)
            | Fact::RequiredParameter(_)
            | Fact::ParameterRequired(_)
            | Fact::ParameterName(_)
            | Fact::ResponseHeader(_)
            | Fact::RequiredResponseHeader(_)
            | Fact::ResponseHeaderRequired(_) => Self::Named(leaf(change)),
            Fact::Operation(_) | Fact::DeprecatedOperation(_) | Fact::OperationId(_) => {
                Self::Operation(change.location.to_string())
            }
            _ => Self::Value,
        }
    }
}

/// The name of the member, parameter or header that holds the place.
pub(crate) fn leaf(change: &Change) -> Option<&str> {
    let member = change.location.steps.iter().rev().find_map(|step| match step {
        Step::Property(name) => Some(&**name),
        Step::Items | Step::Additional | Step::Branch(_) => None,
    });
    member.or(match &change.location.owner {
        Owner::Exchange { part: Part::Parameter(_, name) | Part::Header(_, name), .. } => Some(name),
        _ => None,
    })
}

/// What a reader calls all of the places.
pub(crate) fn common_name(changes: &[&Change]) -> String {
    let names: HashSet<Option<&str>> = changes.iter().map(|change| leaf(change)).collect();
    if let Some(Some(name)) = names.iter().next().filter(|_| names.len() == 1) {
        return format!("`{name}`");
    }
    if changes.iter().all(|change| matches!(&change.location.owner, Owner::Exchange { part: Part::Whole, .. })) {
        return "each of these operations".to_owned();
    }
    let forms: Option<HashSet<String>> = changes.iter().map(|change| words::several(change)).collect();
    match forms.map(|forms| forms.into_iter().collect::<Vec<_>>()).as_deref() {
        Some([form]) => form.clone(),
        _ => "values".to_owned(),
    }
}
