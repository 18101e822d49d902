//! What Python gives to be read: paths, or bytes.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use ::commands::Failure;
use pyo3::prelude::*;
use validator::capture::{Captures, Hint, Limits, Options, Passes};
use validator::check::{BasePaths, BodyOf};

use crate::error::refused;

/// What is to be read, and how.
#[derive(FromPyObject)]
pub(crate) struct Source {
    paths: Vec<PathBuf>,
    /// In place of paths: a capture, and what to call it.
    content: Option<(String, Vec<u8>)>,
    schema: Option<String>,
    operation: Option<String>,
    lines: bool,
    base_path: Option<String>,
    threads: Option<NonZeroUsize>,
    max_size: u64,
}

impl Source {
    /// Opens it.
    pub(crate) fn open(&mut self, passes: Passes) -> Result<Captures, Failure> {
        let has_type = self.schema.is_some() || self.operation.is_some();
        let hint = match (self.lines, has_type) {
            (true, false) => return Err(Failure::new("lines need a schema or an operation: what is a line?")),
            (true, true) => Hint::Lines,
            (false, true) => Hint::Body,
            (false, false) => Hint::Detect,
        };
        let options = Options { hint, limits: Limits { max_bytes: self.max_size }, passes };
        match self.content.take() {
            Some((name, bytes)) => Ok(Captures::from_bytes(&name, bytes, options)),
            None => Ok(Captures::open(&self.paths, options)?),
        }
    }

    /// What bare bodies are said to be.
    pub(crate) fn body(&self, python: Python<'_>) -> PyResult<Option<BodyOf>> {
        body_of(python, self.schema.clone(), self.operation.clone())
    }

    /// Where the API is mounted, if that was said.
    pub(crate) fn base_path(&self) -> Option<&str> {
        self.base_path.as_deref()
    }

    /// Where the API is mounted.
    pub(crate) fn base_paths(&self, contract: &::contract::Contract) -> BasePaths {
        ::commands::contracts::base_paths(self.base_path(), contract)
    }

    /// How many threads read.
    pub(crate) fn threads(&self) -> NonZeroUsize {
        self.threads.unwrap_or_else(::commands::cores)
    }
}

/// What bodies are said to be.
pub(crate) fn body_of(
    python: Python<'_>,
    schema: Option<String>,
    operation: Option<String>,
) -> PyResult<Option<BodyOf>> {
    match (schema, operation) {
        (Some(_), Some(_)) => Err(refused(python, "name a schema or an operation, not both")),
        (schema, operation) => Ok(operation.map(BodyOf::Operation).or_else(|| schema.map(BodyOf::Component))),
    }
}
