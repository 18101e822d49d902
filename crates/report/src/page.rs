//! The Markdown page of all rules.

use crate::{PartSet, Rule, RuleSet, Severity};
use rules::markdown::{Line, lines};

/// The Markdown page of all rules: a table of contents by severity, then each rule in the order of ids.
pub fn rules_page(rules: &RuleSet) -> String {
    let mut page = vec!["# Rules".to_owned()];
    for severity in Severity::WORST_FIRST {
        let entries: Vec<String> = rules
            .iter()
            .filter(|rule| rule.severity() == severity)
            .map(|rule| format!("- [`{0}`](#{0}): {1}", rule.id(), rule.title()))
            .collect();
        if !entries.is_empty() {
            page.push(format!("## {}", plural_heading(severity)));
            page.push(entries.join("\n"));
        }
    }
    page.push("## All rules".to_owned());
    page.extend(rules.iter().map(section));
    page.join("\n\n") + "\n"
}

fn plural_heading(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "Errors",
        Severity::Warning => "Warnings",
        Severity::Note => "Notes",
    }
}

/// A heading of plain words, so that the anchor is the id on every renderer.
fn section(rule: &Rule) -> String {
    let head = format!("{} *({}{})*", rule.title(), rule.severity(), condition(rule));
    let mut blocks = vec![format!("### {}", rule.id()), head];
    if !rule.aliases().is_empty() {
        blocks.push(format!("Formerly: `{}`.", rule.aliases().join("`, `")));
    }
    blocks.push(lowered(rule.body()));
    blocks.join("\n\n")
}

/// Where a rule judges, if that is not everywhere.
fn condition(rule: &Rule) -> String {
    match (rule.parts(), rule.direction()) {
        (PartSet::ALL, _) => String::new(),
        (parts, Some(direction)) if parts == PartSet::written_by(direction) => {
            format!(", {}s only", direction.as_str())
        }
        (parts, _) => format!(", in {parts} only"),
    }
}

/// The text with its headings below that of the rule.
fn lowered(body: &str) -> String {
    let originals = body.lines();
    lines(body)
        .zip(originals)
        .map(|(line, original)| match line {
            Line::Heading(level, words) => format!("{} {words}", "#".repeat((level + 2).clamp(4, 6))),
            _ => original.to_owned(),
        })
        .collect::<Vec<_>>()
        .join("\n")
}

#[cfg(test)]
mod tests {
    use super::rules_page;
    use crate::RuleSet;

    #[test]
    fn contents_are_grouped_and_headings_lowered() {
        let rules = RuleSet::new(&[
            (
                "old-thing",
                "---\ntitle: an old thing\nseverity: warning\nfacts: x\ndirection: request\naliases: aged-thing\n---\n## What\n```json bad\n# 1\n```\n",
            ),
            (
                "bad-thing",
                "---\ntitle: a bad thing\nseverity: error\nfacts: y\n---\nText.\n",
            ),
            (
                "far-thing",
                "---\ntitle: a far thing\nseverity: error\nfacts: y\nparts: request.query\n---\nText.\n",
            ),
        ])
        .unwrap();
        let expected = "# Rules\n\n## Errors\n\n- [`bad-thing`](#bad-thing): a bad thing\n- [`far-thing`](#far-thing): a far thing\n\n\
            ## Warnings\n\n- [`old-thing`](#old-thing): an old thing\n\n\
            ## All rules\n\n### bad-thing\n\na bad thing *(error)*\n\nText.\n\n\
            ### far-thing\n\na far thing *(error, in request.query only)*\n\nText.\n\n\
            ### old-thing\n\nan old thing *(warning, requests only)*\n\nFormerly: `aged-thing`.\n\n\
            #### What\n```json bad\n# 1\n```\n";
        assert_eq!(rules_page(&rules), expected);
    }
}
