//! The objects of a shape.

use std::collections::BTreeMap;

use contract::{Node, Property};

use super::Sub;

/// Objects.
#[derive(Clone, Debug, Default)]
pub(crate) struct Members<'c> {
    pub(crate) named: BTreeMap<&'c str, Member<'c>>,
    pub(crate) extra: Extra<'c>,
    pub(crate) min: Option<u64>,
    pub(crate) max: Option<u64>,
}

/// A member that has a name in the schema.
#[derive(Clone, Debug)]
pub(crate) struct Member<'c> {
    pub(crate) value: Sub<'c>,
    pub(crate) required: bool,
    pub(crate) deprecated: bool,
    pub(crate) state: Option<String>,
    /// Whether every schema that names it belongs to a component that both sides refer to: what changes is told there.
    pub(crate) inherited: bool,
}

/// What members without a name in the schema may be.
#[derive(Clone, Debug, Default)]
pub(crate) enum Extra<'c> {
    /// Anything.
    #[default]
    Any,
    /// There are none.
    Forbidden,
    /// This.
    Of(Sub<'c>),
}

impl<'c> Member<'c> {
    pub(crate) fn of(property: &'c Property, node: Option<&'c Node>, release: contract::Release) -> Self {
        Self {
            value: Sub(node.into_iter().collect()),
            required: property.required.contains(release),
            deprecated: property.deprecated.contains(release),
            state: property.markers.at(release).and_then(|history| history.state()).map(ToString::to_string),
            inherited: false,
        }
    }

    /// Whether a flag stands on the value's schema itself.
    pub(crate) fn flagged(&self, keyword: &str) -> bool {
        self.value.0.iter().any(|node| node.keywords.get(keyword).and_then(serde_json::Value::as_bool) == Some(true))
    }
}

impl Members<'_> {
    /// What both allow.
    pub(super) fn meet(&mut self, other: Self) {
        for (name, member) in other.named {
            match self.named.get_mut(name) {
                None => drop(self.named.insert(name, member)),
                Some(mine) => {
                    mine.value.0.extend(member.value.0);
                    mine.required |= member.required;
                    mine.deprecated |= member.deprecated;
                    mine.state = mine.state.take().or(member.state);
                    mine.inherited &= member.inherited;
                }
            }
        }
        self.extra = match (std::mem::take(&mut self.extra), other.extra) {
            (Extra::Any, extra) | (extra, Extra::Any) => extra,
            (Extra::Of(mut mine), Extra::Of(theirs)) => {
                mine.0.extend(theirs.0);
                Extra::Of(mine)
            }
            (Extra::Forbidden, _) | (_, Extra::Forbidden) => Extra::Forbidden,
        };
        self.min = self.min.max(other.min);
        self.max = super::meet::least(self.max, other.max);
    }
}
