//! A named kind of finding, written as a Markdown file.

mod example;
mod front;

pub use example::{Example, Verdict};
use front::Front;

use crate::Severity;

/// Who wrote what a rule judges: the client or the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// What the client writes.
    Request,
    /// What the server writes.
    Response,
}

impl Direction {
    /// The word used in rule files.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Request => "request",
            Self::Response => "response",
        }
    }
}

/// A named kind of finding: one Markdown file, front matter and text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    id: &'static str,
    title: &'static str,
    severity: Severity,
    facts: Vec<&'static str>,
    direction: Option<Direction>,
    aliases: Vec<&'static str>,
    keys: Vec<(&'static str, &'static str)>,
    body: &'static str,
}

impl Rule {
    /// Reads a rule file; `id` is the file's name without `.md`.
    ///
    /// The file begins with front matter, `key: value` lines between two lines `---`. `title`, `severity` (`error`,
    /// `warning` or `note`) and `facts` (separated by commas) must be there; `direction` (`request`, `response` or
    /// `both`) and `aliases` (former ids) may; other keys are kept.
    pub fn parse(id: &'static str, text: &'static str) -> Result<Self, RuleError> {
        if !is_kebab_case(id) {
            return Err(RuleError::Id { id: id.to_owned() });
        }
        let mut front = Front::parse(id, text)?;
        Ok(Self {
            id,
            title: front.require("title")?,
            severity: front.severity()?,
            facts: front.required_list("facts")?,
            direction: front.direction()?,
            aliases: front.list("aliases"),
            body: front.body,
            keys: front.keys,
        })
    }

    /// The rule's name in kebab-case.
    pub fn id(&self) -> &'static str {
        self.id
    }

    /// What is wrong, in a few words.
    pub fn title(&self) -> &'static str {
        self.title
    }

    /// How bad its findings are unless something says otherwise.
    pub fn severity(&self) -> Severity {
        self.severity
    }

    /// The facts of the emitting crate that this rule judges.
    pub fn facts(&self) -> &[&'static str] {
        &self.facts
    }

    /// The direction it judges; none means both.
    pub fn direction(&self) -> Option<Direction> {
        self.direction
    }

    /// Ids that the rule had before.
    pub fn aliases(&self) -> &[&'static str] {
        &self.aliases
    }

    /// The value of another key of the front matter.
    pub fn key(&self, name: &str) -> Option<&'static str> {
        self.keys.iter().find(|(key, _)| *key == name).map(|(_, value)| *value)
    }

    /// The other keys of the front matter, in order.
    pub fn keys(&self) -> &[(&'static str, &'static str)] {
        &self.keys
    }

    /// The text below the front matter, Markdown.
    pub fn body(&self) -> &'static str {
        self.body
    }

    /// Whether it is this rule that judges `fact` where `direction` wrote it.
    pub fn judges(&self, fact: &str, direction: Direction) -> bool {
        self.facts.contains(&fact) && self.direction.is_none_or(|own| own == direction)
    }

    /// The fenced code blocks whose info string begins with `json bad` or `json good`, in order.
    pub fn examples(&self) -> Vec<Example> {
        example::examples(self.body)
    }
}

/// Why a text is not a rule.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RuleError {
    /// The id is not kebab-case.
    #[error("rule `{id}`: an id is lower-case words joined by `-`")]
    Id {
        /// The id.
        id: String,
    },
    /// There is no front matter, or it does not end.
    #[error("rule `{id}`: the file must begin with front matter between two lines `---`")]
    NoFrontMatter {
        /// The rule.
        id: String,
    },
    /// A line of the front matter is not `key: value`.
    #[error("rule `{id}`: line {line} of the front matter is not `key: value`")]
    Line {
        /// The rule.
        id: String,
        /// The line, one-based, in the file.
        line: usize,
    },
    /// A key stands twice.
    #[error("rule `{id}`: the key `{key}` stands twice")]
    DuplicateKey {
        /// The rule.
        id: String,
        /// The key.
        key: String,
    },
    /// A key that every rule has is missing or empty.
    #[error("rule `{id}`: the key `{key}` is missing or empty")]
    MissingKey {
        /// The rule.
        id: String,
        /// The key.
        key: &'static str,
    },
    /// A key has a value that it cannot have.
    #[error("rule `{id}`: `{key}` must be one of {allowed}, not `{value}`")]
    Value {
        /// The rule.
        id: String,
        /// The key.
        key: &'static str,
        /// Its value.
        value: String,
        /// What it may be.
        allowed: &'static str,
    },
}

fn is_kebab_case(id: &str) -> bool {
    id.starts_with(|c: char| c.is_ascii_lowercase())
        && id
            .split('-')
            .all(|word| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()))
}

#[cfg(test)]
mod tests;
