//! Bodies as Python has them.

use std::borrow::Cow;

use pyo3::prelude::*;
use pyo3::types::{PyByteArray, PyBytes, PyString};

use crate::error::refused;

/// The bytes of a body: of `bytes` and `str` where they lie; of anything else a copy, of objects as `json.dumps` writes them.
pub(crate) fn bytes<'b>(body: &'b Bound<'_, PyAny>) -> PyResult<Cow<'b, [u8]>> {
    if let Ok(bytes) = body.cast::<PyBytes>() {
        return Ok(Cow::Borrowed(bytes.as_bytes()));
    }
    if let Ok(text) = body.cast::<PyString>() {
        return Ok(Cow::Borrowed(text.to_str()?.as_bytes()));
    }
    if let Ok(array) = body.cast::<PyByteArray>() {
        return Ok(Cow::Owned(array.to_vec()));
    }
    if body.is_none() {
        return Err(refused(body.py(), "the body is None; JSON's null is b\"null\""));
    }
    if body.get_type().name()? == "memoryview" {
        return Ok(Cow::Owned(body.call_method0("tobytes")?.extract()?));
    }
    let written = body.py().import("json")?.call_method1("dumps", (body,));
    let written =
        written.map_err(|error| refused(body.py(), format!("the body cannot be written as JSON: {error}")))?;
    Ok(Cow::Owned(written.extract::<String>()?.into_bytes()))
}
