//! The rules of all commands.

use report::{Rule, RuleSet};

/// The rules of each command, and those about suppressions.
pub(crate) fn sets() -> [&'static RuleSet; 6] {
    [
        validator::rules::all(),
        ::accepts::rules::all(),
        ::audit::rules::all(),
        ::diff::rules::all(),
        ::compat::rules::all(),
        config::rules::all(),
    ]
}

/// The rule of this id, or that had it before.
pub(crate) fn named(id: &str) -> Option<&'static Rule> {
    sets().into_iter().find_map(|set| set.get(id))
}
