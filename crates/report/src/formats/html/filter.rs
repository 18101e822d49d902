//! Boxes that hide findings: styles do it, no script.

use std::fmt::Write as _;

use super::super::words::number;
use super::article::Article;
use crate::Severity;

/// What can be hidden.
pub(super) struct Filter {
    pub(super) severities: Vec<Choice>,
    pub(super) rules: Vec<Choice>,
}

/// Findings that one box hides.
pub(super) struct Choice {
    /// The class of those, and the id of the box behind `show-`; made of letters, digits and hyphens.
    pub(super) class: String,
    pub(super) name: &'static str,
    pub(super) title: &'static str,
    count: u64,
}

impl Choice {
    /// How many it hides.
    pub(super) fn counted(&self) -> String {
        number(self.count)
    }
}

impl Filter {
    /// What can be hidden of these; nothing where all are of a kind.
    pub(super) fn of(articles: &[Article]) -> Self {
        let severities = Severity::WORST_FIRST.map(|severity| {
            let class = format!("severity-{}", severity.as_str());
            let of_it = articles.iter().filter(|article| article.severity == severity);
            let count = of_it.map(|article| article.weight).fold(0, u64::saturating_add);
            Choice { class, name: severity.as_str(), title: "", count }
        });
        let mut rules: Vec<Choice> = Vec::new();
        for article in articles {
            match rules.iter_mut().find(|rule| rule.name == article.rule) {
                Some(rule) => rule.count = rule.count.saturating_add(article.weight),
                None => rules.push(Choice {
                    class: format!("rule-{}", article.rule),
                    name: article.rule,
                    title: article.title,
                    count: article.weight,
                }),
            }
        }
        rules.sort_by_key(|rule| rule.name);
        Self { severities: severities.into_iter().filter(|one| one.count > 0).collect(), rules }
    }

    /// The severities that there are, the worst first.
    pub(super) fn severities(&self) -> Vec<Severity> {
        let is_there = |severity: &Severity| self.severities.iter().any(|one| one.name == severity.as_str());
        Severity::WORST_FIRST.into_iter().filter(is_there).collect()
    }

    /// Whether there is anything to choose between.
    pub(super) fn is_useful(&self) -> bool {
        self.rules.len() > 1 || self.severities.len() > 1
    }

    /// The styles that hide findings whose box is not ticked.
    pub(super) fn styles(&self) -> String {
        let mut styles = String::new();
        for Choice { class, .. } in self.severities.iter().chain(&self.rules) {
            let _ = writeln!(styles, "body:has(#show-{class}:not(:checked)) .finding.{class} {{ display: none; }}");
        }
        styles
    }
}
