//! What may have taken the place of something that is gone.

use std::collections::BTreeSet;

use contract::{Contract, Kind, Property, Release, ReleaseSet};
use serde_json::Value;
use validator::assess::ApplicableSchemas;

use crate::Step;

/// How alike two names are at least, of 1.
const ALIKE: f64 = 0.88;
/// A name shorter than this is part of too many others.
const TELLING: usize = 4;

/// The property that came when this one went, with the same type and a near name.
pub(crate) fn successor<'p>(
    contract: &Contract,
    step: Step,
    gone: &Property,
    all: impl IntoIterator<Item = &'p Property>,
) -> Option<&'p Property> {
    let way: Vec<Release> = step.way().into_iter().filter(|release| contract.covers(*release)).collect();
    let (last, first) = way.windows(2).find_map(|pair| match pair {
        [last, first] if gone.life.contains(*last) && !gone.life.contains(*first) => Some((*last, *first)),
        _ => None,
    })?;
    let old = kinds(contract, gone, last);
    let came = |one: &&Property| {
        one.name != gone.name
            && one.life.contains(first)
            && !one.life.contains(last)
            && one.life.contains(step.to)
            && kinds(contract, one, first) == old
    };
    let likeness = |one: &Property| likeness(&gone.name, &one.name);
    let near = all.into_iter().filter(came).filter(|one| likeness(one) >= ALIKE);
    near.max_by(|left, right| likeness(left).total_cmp(&likeness(right)))
}

fn kinds(contract: &Contract, property: &Property, release: Release) -> BTreeSet<Kind> {
    let text = Value::from("");
    let place = ApplicableSchemas::root(contract, &property.schema, ReleaseSet::only(release), &text);
    place.at(release).filter_map(|node| node.kind).collect()
}

fn likeness(old: &str, new: &str) -> f64 {
    let (old, new) = (old.to_lowercase(), new.to_lowercase());
    let (short, long) = if old.len() < new.len() { (&old, &new) } else { (&new, &old) };
    if short.len() >= TELLING && long.contains(short.as_str()) {
        return 1.0;
    }
    strsim::jaro_winkler(&old, &new)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_near_or_not() {
        for (old, new, near) in [
            ("shared", "isShared", true),
            ("isShared", "shared", true),
            ("sharedUserIds", "albumUserIds", false),
            ("skipCount", "skip", true),
            ("id", "assetIds", false),
            ("deviceAssetId", "visibility", false),
            ("isArchived", "isArchive", true),
        ] {
            assert_eq!(likeness(old, new) >= ALIKE, near, "{old} {new} {}", likeness(old, new));
        }
    }
}
