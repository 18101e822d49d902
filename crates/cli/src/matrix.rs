//! `matrix`: captured calls against releases.

mod human;
mod json;
mod markdown;
mod words;

use std::collections::BTreeMap;

use contract::{Contract, Release, ReleaseSet};
use validator::assess::{Assessor, OperationSupport, Support};
use validator::capture::Passes;
use validator::exchange::Item;

use crate::args::{self, Table, When};
use crate::contracts::{self, Named, Oddities};
use crate::failure::Failure;
use crate::{Exit, inputs, output, releases};

/// Captured calls against releases.
struct Matrix<'c> {
    /// The releases that were looked at.
    open: ReleaseSet,
    rows: Vec<OperationSupport<'c>>,
    /// Exchanges that were read, and those of them that match no operation.
    exchanges: usize,
    unmatched: usize,
}

/// Shows at which releases each captured call is accepted and its answer promised.
pub(crate) fn run(args: &args::Matrix, color: When) -> Result<Exit, Failure> {
    let Named { contract, name } = contracts::load(&args.contract, None, Oddities::Counted)?;
    let open = open(args, &contract)?;
    let matrix = matrix(args, &contract, open)?;
    output::stdout(|out| match args.format {
        Table::Human => human::write(out, &matrix, args, output::color(color, false)),
        Table::Json => json::write(out, &matrix, &name),
        Table::Markdown => markdown::write(out, &matrix),
    })?;
    Ok(Exit::Clean)
}

/// The releases that the user wants to look at.
fn open(args: &args::Matrix, contract: &Contract) -> Result<ReleaseSet, Failure> {
    match (&args.releases, &args.from, &args.to) {
        (Some(set), _, _) => releases::set(set, contract),
        (None, None, None) => Ok(contract.releases),
        (None, from, to) => {
            let end = |end: &Option<String>| end.clone().unwrap_or_default();
            releases::set(&format!("{}..{}", end(from), end(to)), contract)
        }
    }
}

fn matrix<'c>(args: &args::Matrix, contract: &'c Contract, open: ReleaseSet) -> Result<Matrix<'c>, Failure> {
    let captures = args.traffic.open(Passes::Once)?;
    let mut exchanges = Assessor::new(contract, contracts::base_paths(args.traffic.base_path.as_deref(), contract));
    let mut rows: BTreeMap<&'c str, OperationSupport<'c>> = BTreeMap::new();
    let (mut read, mut unmatched) = (0, 0);
    inputs::exchanges(&captures, |item| {
        let Item::Exchange(exchange) = item else { return };
        read += 1;
        let Some(told) = exchanges.assess_new(&exchange, open) else {
            unmatched += 1;
            return;
        };
        // The last life of a path has the name that its users know.
        if let Some(operation) = told.operations.iter().max_by_key(|operation| operation.life.last()) {
            rows.entry(operation.id()).or_insert_with(|| OperationSupport::new(operation)).add(&exchange, &told);
        }
    })?;
    Ok(Matrix { open, rows: rows.into_values().collect(), exchanges: read, unmatched })
}

/// Neighbouring releases at which all rows are the same.
struct Column {
    first: Release,
    last: Release,
}

impl Matrix<'_> {
    fn columns(&self) -> Vec<Column> {
        let mut columns: Vec<(Column, Vec<Support>)> = Vec::new();
        for release in self.open.iter() {
            let cells: Vec<Support> = self.rows.iter().map(|row| row.at(release)).collect();
            match columns.last_mut() {
                Some((column, known)) if *known == cells => column.last = release,
                _ => columns.push((Column { first: release, last: release }, cells)),
            }
        }
        columns.into_iter().map(|(column, _)| column).collect()
    }
}
