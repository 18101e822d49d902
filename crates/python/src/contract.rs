//! `Contract`: what servers are held against.

use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use ::commands::contracts::{self, Named, Oddities};
use ::commands::documents::Documents;
use ::commands::{Failure, releases};
use ::contract::write;
use ::contract::{Projection, Release};
use pyo3::prelude::*;

use crate::error::{raised, refused};
use crate::validator::Validator;

/// A contract: what the API promises at each of its releases.
#[pyclass(frozen, module = "immich_contract._native")]
pub(crate) struct Contract {
    pub(crate) contract: Arc<::contract::Contract>,
    pub(crate) name: String,
}

/// The built-in contract is read once in a process.
static BUILT_IN: OnceLock<Arc<::contract::Contract>> = OnceLock::new();

impl From<Named> for Contract {
    fn from(named: Named) -> Self {
        Self { contract: Arc::new(named.contract), name: named.name }
    }
}

impl Contract {
    /// A release of it, by its name.
    pub(crate) fn release(&self, python: Python<'_>, name: &str) -> PyResult<Release> {
        releases::named(name, &self.contract).map_err(|failure| raised(python, &failure))
    }
}

/// Python has its own ways to addresses.
pub(crate) fn no_address(address: &str) -> Result<Vec<u8>, Failure> {
    Err(Failure::of(address, "no address is asked from Python; download the document and give its path"))
}

#[pymethods]
impl Contract {
    /// The contract of Immich's API at all known releases.
    #[staticmethod]
    fn builtin(python: Python<'_>) -> PyResult<Self> {
        let contract = if let Some(contract) = BUILT_IN.get() {
            contract
        } else {
            let read = python.detach(contracts::built_in).map_err(|failure| raised(python, &failure))?;
            BUILT_IN.get_or_init(|| Arc::new(read))
        };
        Ok(Self { contract: Arc::clone(contract), name: builtin::NAME.to_owned() })
    }

    /// The contract of one OpenAPI 3 document, in JSON or YAML.
    #[staticmethod]
    #[expect(clippy::needless_pass_by_value, reason = "what Python gives is ours")]
    fn from_openapi(python: Python<'_>, path: PathBuf) -> PyResult<Self> {
        let read = python.detach(|| contracts::document(&path, Oddities::Listed));
        read.map(Self::from).map_err(|failure| raised(python, &failure))
    }

    /// The built-in contract with documents of further releases: `[VERSION=]FILE` or a folder each. The table of releases is
    /// one for the process: this must come before any release is asked for.
    #[staticmethod]
    fn with_documents(python: Python<'_>, documents: Vec<String>) -> PyResult<Self> {
        let named: Vec<_> = documents.into_iter().map(|name| (PathBuf::new(), name)).collect();
        let read = python.detach(|| Documents::beside_built_in(&named, &no_address)?.named(Oddities::Listed));
        read.map(Self::from).map_err(|failure| raised(python, &failure))
    }

    /// What reports call it.
    #[getter]
    fn name(&self) -> &str {
        &self.name
    }

    /// The versions that it knows, oldest first; one, that is not to be minded, where it does not tell releases apart.
    #[getter]
    fn releases(&self) -> Vec<&'static str> {
        self.contract.releases.iter().map(Release::version).collect()
    }

    /// The ids of its operations, those that they go by last.
    #[getter]
    fn operations(&self) -> Vec<&str> {
        self.contract.operations.iter().map(::contract::Operation::id).collect()
    }

    /// The version that a name stands for: `2.7.5`, `2.7` (its newest), `latest`.
    fn resolve(&self, python: Python<'_>, release: &str) -> PyResult<&'static str> {
        self.release(python, release).map(Release::version)
    }

    /// The versions of a list of ranges: `1.132.3,2.0..2.7`, `all`.
    fn resolve_set(&self, python: Python<'_>, set: &str) -> PyResult<Vec<&'static str>> {
        let set = releases::set_of(set, &self.contract).map_err(|failure| raised(python, &failure))?;
        Ok(set.iter().map(Release::version).collect())
    }

    /// What tells whether bodies are of a type, or what an operation answers, at a release.
    fn validator(
        &self,
        python: Python<'_>,
        release: &str,
        schema: Option<String>,
        operation: Option<String>,
    ) -> PyResult<Validator> {
        let release = self.release(python, release)?;
        let body = crate::source::body_of(python, schema, operation)?;
        let body = body.ok_or_else(|| refused(python, "name a schema or an operation"))?;
        Validator::compiled(python, &self.contract, release, body)
    }

    /// The JSON Schema (draft 2020-12) of a type at a release, as JSON.
    fn json_schema(&self, python: Python<'_>, release: &str, name: &str) -> PyResult<String> {
        let view = Projection { contract: &self.contract, release: self.release(python, release)? };
        let schema = write::json_schema(view, name);
        let schema = schema.ok_or_else(|| {
            let near = ::commands::did_you_mean(name, view.components().map(|(name, _)| name));
            refused(python, format!("release {} has no schema {name}{near}", view.release))
        })?;
        Ok(schema.to_string())
    }
}
