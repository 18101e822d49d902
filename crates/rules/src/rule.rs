//! A named kind of finding, written as a Markdown file.

mod error;
mod example;
mod front;

pub use error::RuleError;
pub use example::{Example, Verdict};
use front::Front;

use crate::{Direction, PartSet, Severity};

/// A named kind of finding: one Markdown file, front matter and text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule(RuleFile);

/// What stands in a rule file, taken apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RuleFile {
    /// The file's name without `.md`.
    pub id: &'static str,
    /// What is wrong, in a few words.
    pub title: &'static str,
    /// How bad its findings are.
    pub severity: Severity,
    /// What it judges.
    pub facts: &'static [&'static str],
    /// Where it judges that.
    pub parts: PartSet,
    /// Ids that it had before.
    pub aliases: &'static [&'static str],
    /// The other keys of the front matter.
    pub keys: &'static [(&'static str, &'static str)],
    /// The text below the front matter.
    pub body: &'static str,
}

impl Rule {
    /// The rule of a file that was read when its crate was built.
    pub const fn new(file: RuleFile) -> Self {
        Self(file)
    }

    /// Reads a rule file; `id` is the file's name without `.md`. A rule lives as long as the program.
    ///
    /// The file begins with front matter, `key: value` lines between two lines `---`. `title`, `severity` (`error`,
    /// `warning` or `note`) and `facts` (separated by commas) must be there; `direction` (`request`, `response` or
    /// `both`), `parts` (`request.query, …`) and `aliases` (former ids) may; other keys are kept.
    pub fn parse(id: &'static str, text: &'static str) -> Result<Self, RuleError> {
        if !is_kebab_case(id) {
            return Err(RuleError::Id { id: id.to_owned() });
        }
        let mut front = Front::parse(id, text)?;
        Ok(Self(RuleFile {
            id,
            title: front.require("title")?,
            severity: front.severity()?,
            facts: front.required_list("facts")?.leak(),
            parts: front.parts()?,
            aliases: front.list("aliases").leak(),
            body: front.body,
            keys: front.keys.leak(),
        }))
    }

    /// The file that it was read from.
    pub(crate) fn file(&self) -> &RuleFile {
        &self.0
    }

    /// The rule's name in kebab-case.
    pub fn id(&self) -> &'static str {
        self.0.id
    }

    /// What is wrong, in a few words.
    pub fn title(&self) -> &'static str {
        self.0.title
    }

    /// How bad its findings are unless something says otherwise.
    pub fn severity(&self) -> Severity {
        self.0.severity
    }

    /// The facts of the emitting crate that this rule judges.
    pub fn facts(&self) -> &'static [&'static str] {
        self.0.facts
    }

    /// The parts of an exchange in which it judges them.
    pub fn parts(&self) -> PartSet {
        self.0.parts
    }

    /// The direction it judges; none means both.
    pub fn direction(&self) -> Option<Direction> {
        let mut writers = self.0.parts.iter().map(crate::Part::direction);
        let first = writers.next()?;
        writers.all(|writer| writer == first).then_some(first)
    }

    /// Ids that the rule had before.
    pub fn aliases(&self) -> &'static [&'static str] {
        self.0.aliases
    }

    /// The value of another key of the front matter.
    pub fn key(&self, name: &str) -> Option<&'static str> {
        self.0.keys.iter().find(|(key, _)| *key == name).map(|(_, value)| *value)
    }

    /// The other keys of the front matter, in order.
    pub fn keys(&self) -> &'static [(&'static str, &'static str)] {
        self.0.keys
    }

    /// The text below the front matter, Markdown.
    pub fn body(&self) -> &'static str {
        self.0.body
    }

    /// Whether it is this rule that judges `fact` where `direction` wrote it.
    pub fn judges(&self, fact: &str, direction: Direction) -> bool {
        self.0.facts.contains(&fact) && !self.0.parts.and(PartSet::written_by(direction)).is_empty()
    }

    /// The fenced code blocks whose info string begins with `json bad` or `json good`, in order.
    pub fn examples(&self) -> Vec<Example> {
        example::examples(self.0.body)
    }
}

fn is_kebab_case(id: &str) -> bool {
    id.starts_with(|c: char| c.is_ascii_lowercase())
        && id
            .split('-')
            .all(|word| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()))
}

#[cfg(test)]
mod tests;
