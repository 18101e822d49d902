//! `cargo xtask rules`: the page of all rules, `docs/rules.md`, generated from the rule files of every crate that has some.

use std::path::Path;

use report::RuleSet;

use crate::generated::{self, Generated};
use crate::{Answer, Failure};

const COMMAND: &str = "cargo xtask rules";
const PAGE: &str = "docs/rules.md";

/// Writes the page of the workspace at `root`.
pub(crate) fn write(root: &Path) -> Answer {
    generated::write(root, &[page()?])
}

/// Fails if the page of the workspace at `root` is stale.
pub(crate) fn check(root: &Path) -> Answer {
    generated::check(root, &[page()?], COMMAND)
}

/// Fails where rules of two crates get in each other's way.
fn page() -> Result<Generated, Failure> {
    let all = RuleSet::joined(&sets())?;
    Ok(Generated { path: PAGE.into(), text: report::rules_page(&all) })
}

/// The rules of all commands.
pub(crate) fn all() -> impl Iterator<Item = &'static report::Rule> {
    sets().into_iter().flat_map(RuleSet::iter)
}

fn sets() -> [&'static RuleSet; 6] {
    [
        validator::rules::all(),
        accepts::rules::all(),
        audit::rules::all(),
        diff::rules::all(),
        compat::rules::all(),
        config::rules::all(),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_committed_page_is_fresh() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        let complaint = generated::complaint(root, &[page().unwrap()], COMMAND).unwrap();
        assert!(complaint.is_none(), "{}", complaint.unwrap_or_default());
    }

    #[test]
    fn the_page_has_a_section_for_each_rule() {
        let page = page().unwrap().text;
        for rule in sets().into_iter().flat_map(RuleSet::iter) {
            assert!(page.contains(&format!("\n### {}\n", rule.id())), "{}", rule.id());
        }
    }
}
