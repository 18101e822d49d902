//! One thing wrong, or worth knowing, at one place.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use pages::Life;
use serde::{Serialize, Serializer};
use serde_json::Value;

use crate::{Location, Place, Releases, Rule, Severity, shown};

/// A few lines of a payload around the place of a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// Pretty-printed lines, masked.
    pub text: String,
    /// The one-based number of the first of these lines in the whole pretty-printed payload.
    pub first_line: usize,
    /// What to underline, in bytes of `text`. A range that does not fit `text` is cut to fit.
    pub span: Range<usize>,
    /// What stands beside the underline; may be empty.
    pub label: String,
}

/// A program that sent requests, as it calls itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct UserAgent {
    /// Its name, masked.
    pub name: Arc<str>,
    /// How many exchanges are its.
    pub exchanges: u64,
}

impl UserAgent {
    /// A program with the number of its exchanges.
    pub fn new(name: impl Into<Arc<str>>, exchanges: u64) -> Self {
        Self { name: name.into(), exchanges }
    }
}

/// One thing wrong, or worth knowing, at one place. Made by [`Finding::builder`].
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct Finding {
    /// The rule that was broken.
    #[serde(serialize_with = "rule_id")]
    pub rule: &'static Rule,
    /// How bad it is here; the rule's own severity unless something made it milder or worse.
    pub severity: Severity,
    /// What is wrong, in one line, masked.
    pub message: String,
    /// The `operationId` of the operation.
    pub operation: Option<Arc<str>>,
    /// The name of the schema that holds the place.
    pub schema: Option<Arc<str>>,
    /// What the finding is about where operation, schema and pointer do not say it: the missing property's name,
    /// method and path of an unknown operation. Findings of different subjects are never grouped.
    pub subject: Option<Arc<str>>,
    /// The tag of the API under which a reader looks for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tag: Option<Arc<str>>,
    /// Where; where it holds at several places, the first of those.
    pub location: Location,
    /// The same place on the other side of a comparison, where there are two sides.
    pub counterpart: Option<Location>,
    /// What the contract expects.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected: Option<Value>,
    /// What was found, masked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub actual: Option<Value>,
    /// The releases for which the finding holds.
    pub releases: Option<Releases>,
    /// Further facts, one line each.
    pub notes: Vec<String>,
    /// What to do, one line.
    pub help: Option<String>,
    /// The payload around the place; only for humans, no machine format has it.
    #[serde(skip)]
    pub excerpt: Option<Excerpt>,
    /// The life of what it is about; only for pages, no machine format has it. See [`crate::Report::draw_lives`].
    #[serde(skip)]
    pub life: Option<Arc<Life>>,
    /// How many times it was seen, 1 or more: above 1 where the maker already folded repetitions, and the number of places
    /// where it holds at several.
    pub count: u64,
    /// The operations that it reaches, by `operationId`, where it can reach several.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub operations: Vec<Arc<str>>,
    /// Who sent the requests, those of the most exchanges first, where the capture says so.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub user_agents: Vec<UserAgent>,
    /// All places, where the same is found at several: it is one finding.
    #[serde(skip)]
    pub places: Vec<Place>,
}

impl Finding {
    /// Begins a finding with what no finding can lack. Line breaks in `message` become spaces.
    pub fn builder(rule: &'static Rule, location: Location, message: impl Into<String>) -> FindingBuilder {
        FindingBuilder(Self {
            rule,
            severity: rule.severity(),
            message: one_line(message.into()),
            operation: None,
            schema: None,
            subject: None,
            tag: None,
            location,
            counterpart: None,
            expected: None,
            actual: None,
            releases: None,
            notes: Vec::new(),
            help: None,
            excerpt: None,
            life: None,
            count: 1,
            operations: Vec::new(),
            user_agents: Vec::new(),
            places: Vec::new(),
        })
    }
}

impl Finding {
    /// What it has in common with others of its kind, without words and without what is shown of the payload.
    #[must_use]
    pub fn outline(&self) -> Self {
        let location = Location::new("", self.location.part, "");
        let mut outline = Self::builder(self.rule, location, "").severity(self.severity).build();
        (outline.operation, outline.schema) = (self.operation.clone(), self.schema.clone());
        outline.subject = self.subject.as_ref().map(Arc::clone);
        (outline.expected, outline.releases) = (self.expected.clone(), self.releases.clone());
        outline
    }
}

/// A finding in the making.
#[derive(Clone, Debug)]
#[must_use = "a finding exists once it is built"]
pub struct FindingBuilder(Finding);

impl FindingBuilder {
    /// Overrides the rule's severity.
    pub fn severity(mut self, severity: Severity) -> Self {
        self.0.severity = severity;
        self
    }

    /// Names the operation by its `operationId`.
    pub fn operation(mut self, operation: impl Into<Arc<str>>) -> Self {
        self.0.operation = Some(operation.into());
        self
    }

    /// Names the schema that holds the place.
    pub fn schema(mut self, schema: impl Into<Arc<str>>) -> Self {
        self.0.schema = Some(schema.into());
        self
    }

    /// Says what the finding is about where the place does not: see [`Finding::subject`].
    pub fn subject(mut self, subject: impl Into<Arc<str>>) -> Self {
        self.0.subject = Some(subject.into());
        self
    }

    /// Says under which tag of the API a reader looks for it.
    pub fn tag(mut self, tag: impl Into<Arc<str>>) -> Self {
        self.0.tag = Some(tag.into());
        self
    }

    /// Names the same place on the other side of a comparison.
    pub fn counterpart(mut self, location: Location) -> Self {
        self.0.counterpart = Some(location);
        self
    }

    /// Says what the contract expects.
    pub fn expected(mut self, expected: impl Into<Value>) -> Self {
        self.0.expected = Some(expected.into());
        self
    }

    /// Says what was found, masked.
    pub fn actual(mut self, actual: impl Into<Value>) -> Self {
        self.0.actual = Some(actual.into());
        self
    }

    /// Says for which releases the finding holds.
    pub fn releases(mut self, releases: impl Into<Releases>) -> Self {
        self.0.releases = Some(releases.into());
        self
    }

    /// Adds a further fact, one line.
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.0.notes.push(one_line(note.into()));
        self
    }

    /// Says what to do, one line.
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.0.help = Some(one_line(help.into()));
        self
    }

    /// Shows the payload around the place.
    pub fn excerpt(mut self, excerpt: Excerpt) -> Self {
        self.0.excerpt = Some(excerpt);
        self
    }

    /// Says how many times it was seen; 0 counts as 1.
    pub fn count(mut self, count: u64) -> Self {
        self.0.count = count.max(1);
        self
    }

    /// Names the operations that it reaches.
    pub fn operations(mut self, operations: Vec<Arc<str>>) -> Self {
        self.0.operations = operations;
        self
    }

    /// Says who sent the requests.
    pub fn user_agents(mut self, user_agents: Vec<UserAgent>) -> Self {
        self.0.user_agents = user_agents;
        self
    }

    /// Says that the same is found at all of these places: the location, the operations and the count are theirs.
    pub fn places(mut self, places: Vec<Place>) -> Self {
        self.0.hold_at(places);
        self
    }

    /// Ends the making.
    pub fn build(self) -> Finding {
        self.0
    }
}

/// Texts of fewer bytes are shown whole.
const SHORT: usize = 256;

fn one_line(text: String) -> String {
    if text.len() < SHORT && text.bytes().all(|byte| (b' '..0x7f).contains(&byte)) {
        return text;
    }
    let line = if text.contains(['\n', '\r']) {
        text.split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
    } else {
        text
    };
    match shown(&line) {
        Cow::Borrowed(_) => line,
        Cow::Owned(shown) => shown,
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference to the field")]
fn rule_id<S: Serializer>(rule: &&'static Rule, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(rule.id())
}
