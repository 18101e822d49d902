//! One place of an answer at two releases: what may stand there after that could not before.

use std::collections::BTreeSet;

use contract::{Kind, Node, Release};
use serde_json::Value;
use validator::assess::ApplicableSchemas;

use crate::Step;
use crate::fact::Fact;

/// How a place changed, and what it was before and is after.
pub(crate) struct Change {
    pub(crate) fact: Fact,
    pub(crate) before: String,
    pub(crate) after: String,
}

/// Every change of a place that a reader can stumble over.
pub(crate) fn changes(place: &ApplicableSchemas<'_>, step: Step) -> Vec<Change> {
    let (before, after) = (Side::new(place, step.from), Side::new(place, step.to));
    if before.nodes.is_empty() || after.nodes.is_empty() {
        return Vec::new();
    }
    if !before.kinds.is_empty() && after.kinds.iter().any(|kind| !before.reads(*kind)) {
        return vec![Change { fact: Fact::Retyped, before: before.words(), after: after.words() }];
    }
    let mut changes = Vec::new();
    if after.nullable && !before.nullable {
        changes.push(Change { fact: Fact::MaybeNull, before: String::new(), after: String::new() });
    }
    if !before.formats.is_empty() && !after.formats.is_empty() && before.formats.is_disjoint(&after.formats) {
        let words = |formats: &BTreeSet<&str>| formats.iter().copied().collect::<Vec<_>>().join(" or ");
        let (before, after) = (words(&before.formats), words(&after.formats));
        changes.push(Change { fact: Fact::Reformatted, before, after });
    }
    let gained: Vec<&&Value> = after.values.iter().filter(|value| !before.values.contains(*value)).collect();
    if !before.values.is_empty() && !gained.is_empty() {
        let words: Vec<String> = gained.iter().map(ToString::to_string).collect();
        changes.push(Change { fact: Fact::EnumWidened, before: String::new(), after: words.join(", ") });
    }
    changes
}

/// What a place is at one release, in words: `string (date-time)`.
pub(crate) fn words(place: &ApplicableSchemas<'_>, release: Release) -> String {
    Side::new(place, release).words()
}

/// A place at one release.
struct Side<'c> {
    nodes: Vec<&'c Node>,
    kinds: BTreeSet<Kind>,
    nullable: bool,
    /// Formats of strings; those of numbers say how to store what is read.
    formats: BTreeSet<&'c str>,
    values: Vec<&'c Value>,
}

impl<'c> Side<'c> {
    fn new(place: &ApplicableSchemas<'c>, release: Release) -> Self {
        let nodes: Vec<&'c Node> = place.at(release).collect();
        let texts = nodes.iter().filter(|node| node.kind == Some(Kind::String));
        Self {
            kinds: nodes.iter().filter_map(|node| node.kind).filter(|kind| *kind != Kind::Null).collect(),
            nullable: nodes.iter().any(|node| node.nullable || node.kind == Some(Kind::Null)),
            formats: texts.filter_map(|node| node.keywords.text("format")).collect(),
            values: nodes.iter().flat_map(|node| node.values_at(release)).collect(),
            nodes,
        }
    }

    /// Whether who reads this place as it was can read a value of this type.
    fn reads(&self, kind: Kind) -> bool {
        self.kinds.contains(&kind) || (kind == Kind::Integer && self.kinds.contains(&Kind::Number))
    }

    fn words(&self) -> String {
        let kinds: Vec<&str> = self.kinds.iter().map(|kind| kind.name()).collect();
        let kinds = if kinds.is_empty() { "any value".to_owned() } else { kinds.join(" or ") };
        let formats: Vec<&str> = self.formats.iter().copied().collect();
        let formats = if formats.is_empty() { String::new() } else { format!(" ({})", formats.join(", ")) };
        let null = if self.nullable { " or null" } else { "" };
        format!("{kinds}{formats}{null}")
    }
}
