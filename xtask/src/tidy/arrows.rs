//! Which crate may know which.

use cargo_metadata::DependencyKind;

use super::problem::Problem;
use super::tree::{Arrow, Member, TextFile, Tree};

/// What each package may use, in normal and build dependencies; ARCHITECTURE.md says why.
const ALLOWED: &[(&str, &[&str])] = &[
    ("json-runs", &[]),
    ("document-tree", &[]),
    ("capture", &["document-tree", "json-runs"]),
    ("proxy", &["capture"]),
    ("contract", &["document-tree"]),
    ("model-macros", &[]),
    ("rules", &[]),
    ("secrets", &[]),
    ("pages", &[]),
    ("lives", &["contract", "pages"]),
    ("report", &["pages", "rules", "secrets"]),
    ("site", &["audit", "contract", "diff", "lives", "pages", "report"]),
    ("reference", &[]),
    ("models", &["contract", "model-macros"]),
    ("plan", &["contract", "json-runs"]),
    ("validator", &["capture", "contract", "json-runs", "plan", "reference", "report", "rules", "secrets"]),
    ("diff", &["contract", "reference", "report", "rules"]),
    ("accepts", &["contract", "diff", "reference", "report", "rules"]),
    ("audit", &["contract", "report", "rules"]),
    ("compat", &["contract", "report", "rules", "secrets", "validator"]),
    ("config", &["contract", "report", "rules"]),
    ("builtin", &["contract"]),
    (
        "commands",
        &[
            "accepts",
            "builtin",
            "compat",
            "config",
            "contract",
            "diff",
            "lives",
            "pages",
            "report",
            "secrets",
            "validator",
        ],
    ),
    ("python", &["builtin", "commands", "contract", "report", "validator"]),
    (
        "immich-contract",
        &[
            "accepts",
            "audit",
            "builtin",
            "commands",
            "compat",
            "config",
            "contract",
            "diff",
            "proxy",
            "report",
            "site",
            "validator",
        ],
    ),
    (
        "xtask",
        &[
            "contract",
            "models",
            "plan",
            "report",
            "validator",
            "diff",
            "accepts",
            "audit",
            "compat",
            "config",
            "testkit",
        ],
    ),
    ("testkit", &["contract"]),
    // Golden tests look at everything; nothing looks at them.
    (
        "snapshots",
        &["contract", "models", "plan", "report", "validator", "diff", "audit", "compat", "config", "testkit"],
    ),
    // As do the targets of the fuzzers.
    (
        "fuzz-targets",
        &["config", "contract", "diff", "models", "reference", "report", "secrets", "testkit", "validator"],
    ),
];

const REMEDY: &str = "turn the dependency round, or move what is needed to a crate that both may use";

pub(super) fn check(tree: &Tree) -> Vec<Problem> {
    tree.manifests().flat_map(|(member, manifest)| check_member(tree, member, manifest)).collect()
}

fn check_member(tree: &Tree, member: &Member, manifest: &TextFile) -> Vec<Problem> {
    let Some((_, allowed)) = ALLOWED.iter().find(|(name, _)| *name == member.name) else {
        let what = format!("`{}` stands in no row of the allowed arrows", member.name);
        return vec![Problem::new(manifest, 1, what, "add it to xtask/src/tidy/arrows.rs and ARCHITECTURE.md")];
    };
    let problem = |arrow: &Arrow| {
        let what = objection(tree, member, arrow, allowed)?;
        Some(Problem::new(manifest, line_of(manifest, &arrow.to), what, REMEDY))
    };
    member.arrows.iter().filter_map(problem).collect()
}

fn objection(tree: &Tree, member: &Member, arrow: &Arrow, allowed: &[&str]) -> Option<String> {
    let (from, to) = (&member.name, &arrow.to);
    if arrow.kind == DependencyKind::Development {
        // Cargo builds such a crate twice, and the types of the one are not those of the other.
        return reaches(tree, to, from).then(|| format!("tests of `{from}` use `{to}`, which uses `{from}`"));
    }
    (!allowed.contains(&to.as_str())).then(|| format!("`{from}` may not use `{to}`"))
}

/// Whether `from` is `to` or uses it through normal and build dependencies. Ends because cargo refuses cycles
/// of these.
fn reaches(tree: &Tree, from: &str, to: &str) -> bool {
    let member = tree.members.iter().find(|member| member.name == from);
    let mut arrows = member.into_iter().flat_map(|member| &member.arrows);
    from == to || arrows.any(|arrow| arrow.kind != DependencyKind::Development && reaches(tree, &arrow.to, to))
}

fn line_of(manifest: &TextFile, dependency: &str) -> usize {
    let names = |text: &str| {
        let rest = text.strip_prefix(dependency);
        rest.is_some_and(|rest| rest.starts_with(['.', ' ', '=']))
    };
    manifest.lines().find(|(_, text)| names(text)).map_or(1, |(line, _)| line)
}

#[cfg(test)]
mod tests {
    use super::super::problem::printed;
    use super::super::tree::tree_of;
    use super::*;

    use DependencyKind::{Build, Development, Normal};

    /// Checks a workspace in which each package has these dependencies.
    fn check_arrows(arrows: &[(&str, DependencyKind, &str)]) -> Vec<String> {
        let mut names: Vec<&str> = arrows.iter().flat_map(|(from, _, to)| [*from, *to]).collect();
        names.sort_unstable();
        names.dedup();
        let manifests: Vec<String> = names.iter().map(|name| format!("{name}/Cargo.toml")).collect();
        let files: Vec<(&str, &str)> = manifests.iter().map(|path| (path.as_str(), "[dependencies]\n")).collect();
        let mut tree = tree_of(&files);
        for (name, manifest) in names.iter().zip(&manifests) {
            let own = arrows.iter().filter(|(from, _, _)| from == name);
            let arrows = own.map(|(_, kind, to)| Arrow { to: (*to).to_owned(), kind: *kind }).collect();
            tree.members.push(Member { name: (*name).to_owned(), manifest: manifest.clone(), arrows });
        }
        printed(&check(&tree))
    }

    #[test]
    fn allowed_arrows_pass() {
        let arrows = [
            ("models", Normal, "contract"),
            ("validator", Normal, "report"),
            ("validator", Build, "report"),
            ("immich-contract", Development, "models"),
            ("xtask", Normal, "models"),
            ("snapshots", Normal, "testkit"),
            ("testkit", Normal, "contract"),
            ("validator", Development, "testkit"),
            ("validator", Development, "models"),
        ];
        assert_eq!(check_arrows(&arrows), [""; 0]);
    }

    #[test]
    fn other_arrows_fail() {
        for kind in [Normal, Build] {
            let expected = format!("validator/Cargo.toml:1: `validator` may not use `models`; {REMEDY}");
            assert_eq!(check_arrows(&[("validator", kind, "models")]), [expected]);
        }
        assert_eq!(check_arrows(&[("report", Normal, "snapshots")]).len(), 1);
    }

    #[test]
    fn a_test_may_not_come_back_to_its_own_crate() {
        let arrows = [("testkit", Normal, "contract"), ("contract", Development, "testkit")];
        let what = "tests of `contract` use `testkit`, which uses `contract`";
        assert_eq!(check_arrows(&arrows), [format!("contract/Cargo.toml:1: {what}; {REMEDY}")]);
    }

    #[test]
    fn a_new_package_needs_a_row() {
        let what = "`other` stands in no row of the allowed arrows";
        let remedy = "add it to xtask/src/tidy/arrows.rs and ARCHITECTURE.md";
        assert_eq!(check_arrows(&[("other", Normal, "contract")]), [format!("other/Cargo.toml:1: {what}; {remedy}")]);
    }

    #[test]
    fn the_line_is_that_of_the_dependency() {
        let manifest = TextFile::new("Cargo.toml", "[dependencies]\nmodels.workspace = true\nmodel = \"1\"\n").unwrap();
        assert_eq!([line_of(&manifest, "models"), line_of(&manifest, "model"), line_of(&manifest, "x")], [2, 3, 1]);
    }
}
