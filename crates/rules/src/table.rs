//! Turns a folder of rule files into Rust, for build scripts.

use std::env;
use std::error::Error;
use std::fmt::{self, Write as _};
use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use crate::judged::{Judged, judged};
use crate::{PartSet, Rule, RuleSet};

/// What the build script of a crate with rules does: reads the folder `rules` of the package, in which cargo starts build
/// scripts, and writes `rules.rs` to `OUT_DIR`:
///
/// ```text
/// static ENUM_VALUE_UNKNOWN: immich_contract_rules::Rule = …;
/// static ALL: immich_contract_rules::RuleSet = immich_contract_rules::RuleSet::of(&[&ENUM_VALUE_UNKNOWN, …]);
/// impl Fact {
///     pub const fn name(self) -> &'static str { … }
///     pub const fn rule(self, part: immich_contract_rules::Part) -> &'static immich_contract_rules::Rule { … }
/// }
/// ```
///
/// The crate includes it where `Fact`, its enum of facts, and `report::rules` are in scope. A fact `min-length` or
/// `minLength` is the variant `Fact::MinLength`, a fact `enum.added` is `Fact::Enum(actions::Enum::Added)`. Both functions
/// are one `match` over all variants: a variant that no rule judges and a rule whose variant does not exist do not compile.
///
/// Fails the build where a file is not a rule, or two rules get in each other's way.
pub fn build_rules() {
    println!("cargo::rerun-if-changed=rules");
    if let Err(error) = write_rules() {
        println!("cargo::error={error}");
    }
}

fn write_rules() -> Result<(), Box<dyn Error>> {
    let files = files(Path::new("rules"))?;
    let out = env::var_os("OUT_DIR").map(PathBuf::from).ok_or("cargo sets OUT_DIR")?;
    File::create(out.join("rules.rs"))?.write_all(source(&files)?.as_bytes())?;
    Ok(())
}

/// The rule files (`*.md`) of a folder: id and text.
fn files(folder: &Path) -> Result<Vec<(&'static str, &'static str)>, Box<dyn Error>> {
    let mut files: Vec<(&'static str, &'static str)> = Vec::new();
    for entry in folder.read_dir()? {
        let path = entry?.path();
        if let Some(id) = path.file_name().and_then(|name| name.to_str()).and_then(|name| name.strip_suffix(".md")) {
            // Rules live as long as the program, and a build script is short.
            files.push((id.to_owned().leak(), fs::read_to_string(&path)?.leak()));
        }
    }
    Ok(files)
}

/// What the compiler says of the `match`. A pattern that cannot be reached is a fact in two spellings.
const LINTS: &str = "\
#[allow(clippy::match_same_arms, clippy::too_many_lines, clippy::unneeded_struct_pattern, reason = \"an arm for each fact\")]
#[allow(clippy::match_wildcard_for_single_variants, reason = \"where no other rule judges\")]
#[allow(dead_code, unreachable_pub, unused_variables, reason = \"not every crate needs all of it\")]
#[deny(unreachable_patterns)]
";

fn source(files: &[(&'static str, &'static str)]) -> Result<String, Box<dyn Error>> {
    let rules = RuleSet::new(files)?;
    let mut source = Source::default();
    for rule in &rules {
        source.rule(rule)?;
    }
    let all: Vec<String> = rules.iter().map(|rule| format!("&{}", constant(rule))).collect();
    writeln!(source.0, "static ALL: rules::RuleSet = rules::RuleSet::of(&[{}]);", all.join(", "))?;
    source.facts(&judged(&rules)?)?;
    Ok(source.0)
}

/// Rust source that grows. `{:?}` of a string is a Rust literal, and of a slice of strings one but for the `&`.
#[derive(Default)]
struct Source(String);

impl Source {
    fn rule(&mut self, rule: &Rule) -> fmt::Result {
        let file = rule.file();
        writeln!(self.0, "static {}: rules::Rule = rules::Rule::new(rules::RuleFile {{", constant(rule))?;
        writeln!(self.0, "    id: {:?}, title: {:?},", file.id, file.title)?;
        writeln!(self.0, "    severity: rules::Severity::{:?}, parts: {},", file.severity, part_set(file.parts))?;
        writeln!(self.0, "    facts: &{:?}, aliases: &{:?},", file.facts, file.aliases)?;
        writeln!(self.0, "    keys: &{:?},\n    body: {:?},\n}});", file.keys, file.body)
    }

    fn facts(&mut self, facts: &[Judged]) -> fmt::Result {
        self.0.push_str(LINTS);
        self.0.push_str("impl Fact {\n    /// Its name in rule files, without what happened to it.\n");
        self.0.push_str("    pub const fn name(self) -> &'static str {\n        match self {\n");
        let mut names: Vec<&str> = facts.iter().map(|judged| noun_and_verb(judged.fact).0).collect();
        names.dedup();
        for name in names {
            writeln!(self.0, "            Fact::{} {{ .. }} => {name:?},", variant(name))?;
        }
        self.0.push_str("        }\n    }\n\n    /// The rule that judges it in a part of an exchange.\n");
        self.0.push_str("    pub const fn rule(self, part: rules::Part) -> &'static rules::Rule {\n");
        self.0.push_str("        match self {\n");
        for judged in facts {
            writeln!(self.0, "            {} => {},", pattern(judged.fact), rule_by_part(judged))?;
        }
        self.0.push_str("        }\n    }\n}\n");
        Ok(())
    }
}

/// The rule of a fact, by the variable `part` where that matters.
fn rule_by_part(judged: &Judged) -> String {
    let widest = format!("&{}", constant(judged.widest));
    if judged.narrower.is_empty() {
        return widest;
    }
    let arm = |(parts, rule): &(PartSet, &Rule)| format!("{} => &{}, ", parts_of(*parts, " | "), constant(rule));
    let arms: String = judged.narrower.iter().map(arm).collect();
    format!("match part {{ {arms}_ => {widest} }}")
}

fn part_set(parts: PartSet) -> String {
    format!("rules::PartSet::of(&[{}])", parts_of(parts, ", "))
}

fn parts_of(parts: PartSet, separator: &str) -> String {
    parts.iter().map(|part| format!("rules::Part::{part:?}")).collect::<Vec<_>>().join(separator)
}

/// `ENUM_VALUE_UNKNOWN`
fn constant(rule: &Rule) -> String {
    rule.id().replace('-', "_").to_ascii_uppercase()
}

/// `Fact::MinLength`, `Fact::MinLength(actions::MinLength::Added)`
fn pattern(fact: &str) -> String {
    match noun_and_verb(fact) {
        (noun, None) => format!("Fact::{}", variant(noun)),
        (noun, Some(verb)) => format!("Fact::{0}(actions::{0}::{1})", variant(noun), variant(verb)),
    }
}

fn noun_and_verb(fact: &str) -> (&str, Option<&str>) {
    fact.split_once('.').map_or((fact, None), |(noun, verb)| (noun, Some(verb)))
}

/// `MinLength` for `minLength` as for `min-length`
fn variant(name: &str) -> String {
    let upper = |word: &str| word.get(..1).unwrap_or_default().to_ascii_uppercase() + word.get(1..).unwrap_or_default();
    name.split('-').map(upper).collect()
}

#[cfg(test)]
mod tests {
    use super::{files, source};

    const PLAIN: &str = "---\ntitle: \"t\"\nseverity: error\nfacts: minLength\n---\nText.\n";
    const QUERY: &str = "---\ntitle: t\nseverity: note\nfacts: minLength, enum-gone\nparts: request.query\n---\n";
    const GONE: &str = "---\ntitle: t\nseverity: note\nfacts: enum-gone\ndirection: request\nkey: v\naliases: c\n---\n";

    #[test]
    fn rules_become_statics_and_facts_one_match() {
        let source = source(&[("b-query", QUERY), ("a-plain", PLAIN), ("gone", GONE)]).unwrap();
        for line in [
            "static A_PLAIN: rules::Rule = rules::Rule::new(rules::RuleFile {",
            r#"    id: "a-plain", title: "\"t\"","#,
            r#"    facts: &["enum-gone"], aliases: &["c"],"#,
            r#"    keys: &[("key", "v")],"#,
            "    severity: rules::Severity::Note, parts: rules::PartSet::of(&[rules::Part::RequestQuery]),",
            "static ALL: rules::RuleSet = rules::RuleSet::of(&[&A_PLAIN, &B_QUERY, &GONE]);",
            r#"            Fact::EnumGone { .. } => "enum-gone","#,
            "            Fact::EnumGone => match part { rules::Part::RequestQuery => &B_QUERY, _ => &GONE },",
            "            Fact::MinLength => match part { rules::Part::RequestQuery => &B_QUERY, _ => &A_PLAIN },",
        ] {
            assert!(source.lines().any(|found| found == line), "{line}\nis not in\n{source}");
        }
    }

    #[test]
    fn a_fact_with_an_action_is_a_variant_that_holds_it() {
        let text = "---\ntitle: t\nseverity: note\nfacts: min-length.added, min-length.removed\n---\n";
        let source = source(&[("a", text)]).unwrap();
        assert!(source.contains("Fact::MinLength(actions::MinLength::Added) => &A,"), "{source}");
        assert_eq!(source.matches("Fact::MinLength { .. } => \"min-length\",").count(), 1, "{source}");
    }

    #[test]
    fn only_rule_files_count_and_all_of_them_must_be_right() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["a-rule.md", "README.txt"] {
            std::fs::File::create(folder.path().join(name)).unwrap();
        }
        assert_eq!(files(folder.path()).unwrap(), [("a-rule", "")]);
        assert!(source(&files(folder.path()).unwrap()).is_err());
        assert!(files(&folder.path().join("none")).is_err());
        let error = source(&[("a", PLAIN), ("b", PLAIN)]).unwrap_err().to_string();
        assert!(error.contains("rules/a.md") && error.contains("rules/b.md"), "{error}");
    }
}
