//! The front matter of a rule file.
//!
//! Not YAML on purpose: single lines `key: value` need no quoting, and no parser for a build script to wait for.

use super::RuleError;
use crate::{Direction, Part, PartSet, Severity};

/// The words of [`Part`], for who wrote another.
const PARTS: &str = "`request.path`, `request.query`, `request.header`, `request.body`, `response.status`, \
                     `response.header`, `response.body`, `document`";

/// Keys that are taken out one by one; what is left over is kept as it is.
pub(super) struct Front {
    id: &'static str,
    pub(super) keys: Vec<(&'static str, &'static str)>,
    pub(super) body: &'static str,
}

impl Front {
    pub(super) fn parse(id: &'static str, text: &'static str) -> Result<Self, RuleError> {
        let no_front = || RuleError::NoFrontMatter { id: id.to_owned() };
        let mut rest = text;
        if next_line(&mut rest) != Some("---") {
            return Err(no_front());
        }
        let mut keys: Vec<(&str, &str)> = Vec::new();
        // The first line is the opening `---`.
        for line in 2.. {
            let content = next_line(&mut rest).ok_or_else(no_front)?;
            if content == "---" {
                break;
            }
            if content.is_empty() {
                continue;
            }
            let (key, value) = key_value(content).ok_or_else(|| RuleError::Line { id: id.to_owned(), line })?;
            if keys.iter().any(|(known, _)| *known == key) {
                return Err(RuleError::DuplicateKey { id: id.to_owned(), key: key.to_owned() });
            }
            keys.push((key, value));
        }
        Ok(Self { id, keys, body: rest.trim() })
    }

    pub(super) fn require(&mut self, key: &'static str) -> Result<&'static str, RuleError> {
        self.take(key)
            .filter(|value| !value.is_empty())
            .ok_or_else(|| RuleError::MissingKey { id: self.id.to_owned(), key })
    }

    pub(super) fn severity(&mut self) -> Result<Severity, RuleError> {
        let word = self.require("severity")?;
        Severity::from_word(word).ok_or_else(|| self.value("severity", word, "`error`, `warning`, `note`"))
    }

    /// Where the rule judges: the parts that it names, as far as its direction has them.
    pub(super) fn parts(&mut self) -> Result<PartSet, RuleError> {
        let direction = self.direction()?;
        let written = direction.map_or(PartSet::ALL, PartSet::written_by);
        let names = self.list("parts");
        if names.is_empty() {
            return Ok(written);
        }
        let part = |word: &&'static str| Part::from_word(word).ok_or_else(|| self.value("parts", word, PARTS));
        let parts = written.and(names.iter().map(part).collect::<Result<PartSet, _>>()?);
        match direction {
            Some(direction) if parts.is_empty() => {
                Err(RuleError::NoPart { id: self.id.to_owned(), direction: direction.as_str() })
            }
            _ => Ok(parts),
        }
    }

    /// None where the rule judges both directions.
    fn direction(&mut self) -> Result<Option<Direction>, RuleError> {
        match self.take("direction") {
            None | Some("both") => Ok(None),
            Some("request") => Ok(Some(Direction::Request)),
            Some("response") => Ok(Some(Direction::Response)),
            Some(word) => Err(self.value("direction", word, "`request`, `response`, `both`")),
        }
    }

    pub(super) fn list(&mut self, key: &'static str) -> Vec<&'static str> {
        self.take(key).unwrap_or("").split(',').map(str::trim).filter(|word| !word.is_empty()).collect()
    }

    pub(super) fn required_list(&mut self, key: &'static str) -> Result<Vec<&'static str>, RuleError> {
        let list = self.list(key);
        if list.is_empty() {
            return Err(RuleError::MissingKey { id: self.id.to_owned(), key });
        }
        Ok(list)
    }

    fn take(&mut self, key: &str) -> Option<&'static str> {
        let at = self.keys.iter().position(|(known, _)| *known == key)?;
        Some(self.keys.remove(at).1)
    }

    fn value(&self, key: &'static str, value: &str, allowed: &'static str) -> RuleError {
        RuleError::Value { id: self.id.to_owned(), key, value: value.to_owned(), allowed }
    }
}

fn next_line(rest: &mut &'static str) -> Option<&'static str> {
    if rest.is_empty() {
        return None;
    }
    let (line, after) = rest.split_once('\n').unwrap_or((rest, ""));
    *rest = after;
    Some(line.trim_end())
}

fn key_value(line: &'static str) -> Option<(&'static str, &'static str)> {
    let (key, value) = line.split_once(':')?;
    let key = key.trim();
    (!key.is_empty() && !key.contains(char::is_whitespace)).then(|| (key, value.trim()))
}
