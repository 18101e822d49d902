//! The native half of the Python package `immich_contract`: contracts, validators and commands.
//!
//! Answers that are documents go to Python as JSON, in the shapes that the binary writes; what Python has of them are the
//! classes in `python/immich_contract`. Bytes are read where they lie, without the interpreter's lock.

mod body;
mod commands;
mod contract;
mod error;
mod source;
mod validator;

use pyo3::prelude::*;

/// `immich_contract._native`.
#[pymodule]
fn _native(module: &Bound<'_, PyModule>) -> PyResult<()> {
    // Fails where a logger is set already, which then hears the notes.
    let _ = pyo3_log::try_init();
    module.add("VERSION", env!("CARGO_PKG_VERSION"))?;
    module.add("FORMATS", report::FORMATS.iter().map(|format| format.name).collect::<Vec<_>>())?;
    module.add_class::<contract::Contract>()?;
    module.add_class::<validator::Validator>()?;
    module.add_function(wrap_pyfunction!(commands::check, module)?)?;
    module.add_function(wrap_pyfunction!(commands::masked, module)?)?;
    module.add_function(wrap_pyfunction!(commands::identify, module)?)?;
    module.add_function(wrap_pyfunction!(commands::matrix, module)?)?;
    module.add_function(wrap_pyfunction!(commands::compat, module)?)?;
    module.add_function(wrap_pyfunction!(commands::diff, module)?)?;
    module.add_function(wrap_pyfunction!(commands::accepts, module)?)
}
