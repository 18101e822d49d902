//! `matrix`: captured calls against releases.

mod html;
mod json;
mod words;

use std::collections::BTreeMap;

use contract::{Contract, Release, ReleaseSet};
use validator::assess::{Assessor, OperationSupport, Support};
use validator::capture::Captures;
use validator::check::BasePaths;
use validator::exchange::Item;

use crate::failure::Failure;
use crate::{exchanges, releases};

pub use html::page;
pub use json::document;
pub use words::{EVERY, example, sign, words};

/// Captured calls against releases.
pub struct Matrix<'c> {
    /// The releases that were looked at.
    pub open: ReleaseSet,
    /// A row for each operation that was called, by its id.
    pub rows: Vec<OperationSupport<'c>>,
    /// Exchanges that were read.
    pub exchanges: usize,
    /// Those of them that match no operation.
    pub unmatched: usize,
}

/// The releases from the one to the other, both included; those of the contract where one is not said.
pub fn between(from: Option<&str>, to: Option<&str>, contract: &Contract) -> Result<ReleaseSet, Failure> {
    match (from, to) {
        (None, None) => Ok(contract.releases),
        (from, to) => releases::set(&format!("{}..{}", from.unwrap_or_default(), to.unwrap_or_default()), contract),
    }
}

impl<'c> Matrix<'c> {
    /// Holds the calls of captures against releases.
    pub fn of(
        captures: &Captures,
        (contract, base_paths): (&'c Contract, BasePaths),
        open: ReleaseSet,
        advance: &mut dyn FnMut(u64),
    ) -> Result<Self, Failure> {
        let mut assessor = Assessor::new(contract, base_paths);
        let mut rows: BTreeMap<&'c str, OperationSupport<'c>> = BTreeMap::new();
        let (mut read, mut unmatched) = (0, 0);
        exchanges::each(captures, advance, |item| {
            let Item::Exchange(exchange) = item else { return };
            read += 1;
            let Some(told) = assessor.assess_new(&exchange, open) else {
                unmatched += 1;
                return;
            };
            // The last life of a path has the name that its users know.
            if let Some(operation) = told.operations.iter().max_by_key(|operation| operation.life.last()) {
                rows.entry(operation.id()).or_insert_with(|| OperationSupport::new(operation)).add(&exchange, &told);
            }
        })?;
        Ok(Self { open, rows: rows.into_values().collect(), exchanges: read, unmatched })
    }

    /// Neighbouring releases at which all rows are the same, oldest first.
    pub fn columns(&self) -> Vec<Column> {
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

/// Neighbouring releases at which all rows are the same.
pub struct Column {
    /// The oldest of them.
    pub first: Release,
    /// The newest.
    pub last: Release,
}
