//! `Validator`: one type at one release, asked about bodies.

use std::sync::Arc;

use ::contract::{Contract, Release};
use pyo3::prelude::*;
use self_cell::self_cell;
use validator::check::BodyOf;
use validator::compiled::Compiled;

use crate::body;
use crate::error::refused;

self_cell!(
    struct Held {
        owner: Arc<Contract>,

        #[not_covariant]
        dependent: Compiled,
    }
);

/// Tells whether bodies are of a type at a release. May be used by several threads at once.
#[pyclass(frozen, module = "immich_contract._native")]
pub(crate) struct Validator(Held);

/// Bodies of fewer bytes are read with the interpreter's lock: to hand it over takes longer than to read them.
const SHORT: usize = 16 * 1024;

impl Validator {
    /// Compiles a type.
    pub(crate) fn compiled(
        python: Python<'_>,
        contract: &Arc<Contract>,
        release: Release,
        body: BodyOf,
    ) -> PyResult<Self> {
        let compiled =
            python.detach(|| Held::try_new(Arc::clone(contract), |contract| Compiled::new(contract, release, body)));
        compiled.map(Self).map_err(|error| refused(python, error.to_string()))
    }

    fn ask<T: Send>(&self, asked: &Bound<'_, PyAny>, ask: impl Fn(&Compiled<'_>, &[u8]) -> T + Send) -> PyResult<T> {
        let bytes = body::bytes(asked)?;
        let (held, bytes) = (&self.0, &*bytes);
        let ask = move || held.with_dependent(|_, compiled| ask(compiled, bytes));
        Ok(if bytes.len() < SHORT { ask() } else { asked.py().detach(ask) })
    }
}

#[expect(clippy::redundant_closure_for_method_calls, reason = "a method's path is of one contract's lifetime only")]
#[pymethods]
impl Validator {
    /// Whether a body has no error.
    fn is_valid(&self, body: &Bound<'_, PyAny>) -> PyResult<bool> {
        self.ask(body, |compiled, bytes| compiled.is_valid(bytes))
    }

    /// The first error in a body, as JSON.
    fn first(&self, body: &Bound<'_, PyAny>) -> PyResult<Option<String>> {
        let first = self.ask(body, |compiled, bytes| compiled.validate(bytes).err())?;
        first.map(|finding| json(body.py(), &finding)).transpose()
    }

    /// Everything that is to be said of a body, each as JSON.
    fn findings(&self, body: &Bound<'_, PyAny>) -> PyResult<Vec<String>> {
        let findings = self.ask(body, |compiled, bytes| compiled.findings(bytes).collect::<Vec<_>>())?;
        findings.iter().map(|finding| json(body.py(), finding)).collect()
    }

    /// The versions at which a body has no error.
    fn releases(&self, body: &Bound<'_, PyAny>) -> PyResult<Vec<&'static str>> {
        let releases = self.ask(body, |compiled, bytes| compiled.releases(bytes))?;
        Ok(releases.iter().map(Release::version).collect())
    }

    /// The one-based numbers of the lines that are not valid. Empty lines are none.
    fn invalid_lines(&self, lines: &Bound<'_, PyAny>) -> PyResult<Vec<u64>> {
        self.ask(lines, |compiled, bytes| compiled.invalid_lines(bytes))
    }
}

fn json(python: Python<'_>, finding: &report::Finding) -> PyResult<String> {
    serde_json::to_string(finding).map_err(|error| refused(python, error.to_string()))
}
