//! Failures as exceptions.

use ::commands::Failure;
use pyo3::create_exception;
use pyo3::exceptions::PyException;
use pyo3::prelude::*;

create_exception!(
    immich_contract,
    InputError,
    PyException,
    "What was given cannot be used. `file`, `line` and `column` say where, as far as that is known."
);

/// The exception for a failure.
pub(crate) fn raised(python: Python<'_>, failure: &Failure) -> PyErr {
    let error = InputError::new_err(failure.to_string());
    let (line, column) = failure.line_and_column().unzip();
    let value = error.value(python);
    let placed = value.setattr("file", failure.file()).and_then(|()| value.setattr("line", line));
    match placed.and_then(|()| value.setattr("column", column)) {
        Ok(()) => error,
        Err(other) => other,
    }
}

/// The exception for what is wrong with an argument.
pub(crate) fn refused(python: Python<'_>, why: impl Into<String>) -> PyErr {
    raised(python, &Failure::new(why))
}
