//! What is wrong with a file of the user's.

use crate::position::Position;

/// What is wrong with a configuration or a baseline: one line, with file and place.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}{}: {message}", position.map(|at| format!(":{at}")).unwrap_or_default())]
pub struct ConfigError {
    file: String,
    position: Option<Position>,
    message: String,
}

impl ConfigError {
    pub(crate) fn new(file: &str, position: Option<Position>, message: impl Into<String>) -> Self {
        let message: String = message.into();
        Self { file: file.to_owned(), position, message: message.split_whitespace().collect::<Vec<_>>().join(" ") }
    }
}
