//! A disagreement on its way to a finding.

use std::sync::Arc;

use contract::{Release, ReleaseSet};
use report::{Finding, FindingBuilder, Location, Part};

use crate::element::Element;
use crate::fact::Fact;

/// One fact about an element, not yet judged.
pub(crate) struct Disagreement {
    fact: Fact,
    releases: ReleaseSet,
    /// What the words in braces of the rule's message stand for, beside the element's name.
    words: Vec<(&'static str, String)>,
    expected: Option<String>,
    actual: Option<String>,
    evidence: Vec<String>,
}

impl Disagreement {
    /// A fact, and the releases at which it is so.
    pub(crate) fn new(fact: Fact, releases: ReleaseSet) -> Self {
        Self { fact, releases, words: Vec::new(), expected: None, actual: None, evidence: Vec::new() }
    }

    /// The version that is claimed, `{claimed}`.
    pub(crate) fn claimed(mut self, version: &str) -> Self {
        self.actual = Some(version.to_owned());
        self.word("{claimed}", version)
    }

    /// The release that the documents show instead, `{seen}`.
    pub(crate) fn seen(mut self, release: Release) -> Self {
        self.expected = Some(release.version().to_owned());
        self.word("{seen}", release.version())
    }

    /// Another word of the message.
    pub(crate) fn word(mut self, placeholder: &'static str, word: impl Into<String>) -> Self {
        self.words.push((placeholder, word.into()));
        self
    }

    /// What should be there, and what is.
    pub(crate) fn instead_of(mut self, expected: String, actual: Option<String>) -> Self {
        (self.expected, self.actual) = (Some(expected), actual);
        self
    }

    /// A line of evidence.
    pub(crate) fn evidence(mut self, line: impl Into<String>) -> Self {
        self.evidence.push(line.into());
        self
    }

    /// The finding of the rule that judges this.
    pub(crate) fn judged(self, element: &Element, source: &Arc<str>) -> Finding {
        let rule = self.fact.rule(Part::Document);
        let template = rule.key("message").unwrap_or(rule.title());
        let message = self.words.iter().fold(template.replace("{name}", &element.name), |text, (placeholder, word)| {
            text.replace(placeholder, word)
        });
        let location = Location::new(source.clone(), Part::Document, element.pointer.clone());
        let finding = Finding::builder(rule, location, message).subject(element.name.clone());
        let finding = finding.releases(self.releases.named_runs());
        let finding = with(finding, element.operation.as_deref(), FindingBuilder::operation);
        let finding = with(finding, element.schema.as_deref(), FindingBuilder::schema);
        let finding = with(finding, self.expected, FindingBuilder::expected);
        let finding = with(finding, self.actual, FindingBuilder::actual);
        let finding = self.evidence.into_iter().fold(finding, FindingBuilder::note);
        with(finding, rule.key("help"), FindingBuilder::help).build()
    }
}

/// Adds what there may be.
fn with<T>(
    finding: FindingBuilder,
    part: Option<T>,
    add: impl FnOnce(FindingBuilder, T) -> FindingBuilder,
) -> FindingBuilder {
    match part {
        Some(part) => add(finding, part),
        None => finding,
    }
}
