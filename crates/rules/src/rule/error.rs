//! What can be wrong with a rule file.

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
    /// Nobody writes the parts in the direction that are both asked for.
    #[error("rule `{id}`: none of its `parts` is part of a {direction}")]
    NoPart {
        /// The rule.
        id: String,
        /// Its direction.
        direction: &'static str,
    },
}
