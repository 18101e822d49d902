//! The commands, as functions of Python. Each answers a document.

use std::sync::Arc;

use ::commands::check::{Check, Folding, is_told};

use ::commands::compat::{self as comparing, Way};
use ::commands::contracts::Oddities;
use ::commands::diff::{Client, Comparison, Rows, Sides};

use ::commands::identify::{self as identifying, Identify};
use ::commands::matrix::{self as matrices, Matrix};
use ::commands::{Failure, accepts as accepting, releases};
use pyo3::prelude::*;
use report::{Color, Direction, Options, Repeats, Report, Severity};
use validator::capture::Passes;
use validator::check::Notes;

use crate::contract::{Contract, no_address};
use crate::error::{raised, refused};
use crate::source::Source;

/// How wide a report for people is, in columns.
const WIDTH: usize = 100;

/// Nobody is told how far it is.
fn unheard(_: u64) {}

/// Checks captures, and answers a report in a format.
#[pyfunction]
pub(crate) fn check(
    python: Python<'_>,
    contract: &Contract,
    mut source: Source,
    server_version: &str,
    each: bool,
    format: &str,
) -> PyResult<String> {
    let options = validator::check::Options {
        base_paths: source.base_paths(&contract.contract),
        body: source.body(python)?,
        notes: Notes::Reported,
        ..Default::default()
    };
    let made = python.detach(|| {
        let passes = if is_told(server_version, &contract.contract) { Passes::Several } else { Passes::Once };
        let captures = source.open(passes)?;
        let threads = source.threads();
        let (contract, name) = (&*contract.contract, &*contract.name);
        let check = Check { contract, name, captures: &captures, options, threads };
        let folding = if each { Folding::Each } else { Folding::Folded };
        let (_, report) = check.report(server_version, folding, &unheard)?;
        written(report, format, if each { Repeats::Each } else { Repeats::Grouped })
    });
    made.map_err(|failure| raised(python, &failure))
}

/// NDJSON of exchanges with all secrets masked.
#[pyfunction]
pub(crate) fn masked(python: Python<'_>, contract: &Contract, name: &str, lines: Vec<u8>) -> PyResult<String> {
    let made = python.detach(|| ::commands::recording::masked(&contract.contract, name, lines));
    made.map_err(|failure| raised(python, &failure))
}

/// Says which releases can have written captures.
#[pyfunction]
pub(crate) fn identify(python: Python<'_>, contract: &Contract, mut source: Source) -> PyResult<String> {
    let body = source.body(python)?;
    let made = python.detach(|| {
        let captures = source.open(Passes::Once)?;
        let base_paths = source.base_paths(&contract.contract);
        let asked = Identify { captures: &captures, base_paths, body, threads: source.threads() };
        let told = asked.told(&contract.contract, &unheard)?;
        Ok(identifying::document(&told, &contract.name, contract.contract.releases).to_string())
    });
    made.map_err(|failure: Failure| raised(python, &failure))
}

/// Holds captured calls against releases.
#[pyfunction]
pub(crate) fn matrix(
    python: Python<'_>,
    contract: &Contract,
    mut source: Source,
    set: Option<&str>,
) -> PyResult<String> {
    let made = python.detach(|| {
        let open = match set {
            Some(set) => releases::set(set, &contract.contract)?,
            None => contract.contract.releases,
        };
        let captures = source.open(Passes::Once)?;
        let base_paths = source.base_paths(&contract.contract);
        let matrix = Matrix::of(&captures, (&contract.contract, base_paths), open, &mut unheard)?;
        Ok(matrices::document(&matrix, &contract.name).to_string())
    });
    made.map_err(|failure: Failure| raised(python, &failure))
}

/// Tells what breaks on another release for the client whose traffic was captured, as a report in a format.
#[pyfunction]
pub(crate) fn compat(
    python: Python<'_>,
    contract: &Contract,
    mut source: Source,
    step: (String, String),
    format: &str,
) -> PyResult<String> {
    let (from, to) = step;
    let made = python.detach(|| {
        let captures = source.open(Passes::Several)?;
        let way = Way::between((&from, &to), &contract.contract, &captures, source.threads())?;
        let base_paths = source.base_paths(&contract.contract);
        let of = (&*contract.contract, &*contract.name, base_paths);
        written(comparing::report(&captures, of, way, &mut unheard)?, format, Repeats::Grouped)
    });
    made.map_err(|failure| raised(python, &failure))
}

/// Tells what changed between two releases or documents, for a client if traffic or operations of one are given, as a
/// report in a format.
#[pyfunction]
pub(crate) fn diff(
    python: Python<'_>,
    contract: &Contract,
    sides: (String, String),
    traffic: Option<Source>,
    operations: Vec<String>,
    format: &str,
) -> PyResult<String> {
    let made = python.detach(move || {
        let mut both = Sides::of(Arc::clone(&contract.contract), Oddities::Counted, &no_address);
        let (old, new) = both.pair(&sides.0, &sides.1)?;
        let base_path = traffic.as_ref().and_then(Source::base_path).map(str::to_owned);
        let captures = traffic.map(|mut traffic| traffic.open(Passes::Once)).transpose()?;
        let client = Client { operations: &operations, captures: captures.as_ref(), base_path: base_path.as_deref() };
        let used = client.used(&[&*old.contract, &*new.contract], &mut unheard)?;
        let comparison = Comparison::of(old.projection(), new.projection(), used.as_ref());
        written(::commands::diff::report(&old, &new, &comparison, Rows::Kind), format, Repeats::Each)
    });
    made.map_err(|failure| raised(python, &failure))
}

/// Tells at which releases a client's model takes whatever the server may answer, as a report in a format.
#[pyfunction]
#[expect(clippy::too_many_arguments, reason = "each is an argument of the function in Python")]
pub(crate) fn accepts(
    python: Python<'_>,
    contract: &Contract,
    model: (String, Vec<u8>, String),
    counterpart: &str,
    decoder: Option<&str>,
    direction: &str,
    required: Option<&str>,
    format: &str,
) -> PyResult<String> {
    let direction = match direction {
        "receives" => Direction::Response,
        "sends" => Direction::Request,
        other => return Err(refused(python, format!("a model sends or receives, and does not {other}"))),
    };
    let (name, schema, place) = model;
    let made = python.detach(|| {
        let source = accepting::Source::read(&name, schema, &place).map_err(|error| Failure::new(error.to_string()))?;
        let clients = [accepting::client(source, counterpart, decoder, direction)?];
        let required = match required {
            Some(set) => releases::set_of(set, &contract.contract)?,
            None => contract.contract.releases,
        };
        let verdicts = accepting::judge(&contract.contract, &clients)?;
        let report = accepting::report((&contract.contract, &contract.name), (&clients, &verdicts), &[required]);
        written(report, format, Repeats::Each)
    });
    made.map_err(|failure| raised(python, &failure))
}

/// A report in a format, without secrets.
fn written(mut report: Report, format: &str, repeats: Repeats) -> Result<String, Failure> {
    let named = report::format_named(format);
    let format = named.ok_or_else(|| Failure::new(format!("there is no format {format}")))?;
    report.mask_all();
    let options = Options {
        color: Color::Never,
        repeats,
        shown_from: if format.name == "json" { Severity::Note } else { Severity::Warning },
        width: WIDTH,
        fails_from: Severity::Error,
    };
    let mut text = Vec::new();
    (format.render)(&report, &options, &mut text).map_err(|error| Failure::writing("a report", &error))?;
    String::from_utf8(text).map_err(|error| Failure::new(error.to_string()))
}
