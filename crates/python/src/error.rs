//! Failures as exceptions.

use ::commands::Failure;
use pyo3::prelude::*;

/// The exception for a failure: `InputError` of the package, with file and place.
pub(crate) fn raised(python: Python<'_>, failure: &Failure) -> PyErr {
    let (line, column) = failure.line_and_column().unzip();
    let of = (failure.to_string(), failure.file(), line, column);
    let made = python.import("immich_contract._errors").and_then(|module| module.getattr("InputError")?.call1(of));
    made.map_or_else(|error| error, PyErr::from_value)
}

/// The exception for what is wrong with an argument.
pub(crate) fn refused(python: Python<'_>, why: impl Into<String>) -> PyErr {
    raised(python, &Failure::new(why))
}
