//! The client that is asked about: the operations that it calls.

use ::diff::Used;
use commands::{Failure, did_you_mean, exchanges};
use contract::{Contract, Operation, ReleaseSet};
use validator::assess::Assessor;
use validator::capture::{Captures, Limits, Options};
use validator::exchange::Item;

use crate::args::Client;
use crate::contracts;
use crate::progress::Progress;

/// The most that one capture may hold, in bytes once unpacked.
const LARGEST: u64 = 1 << 30;

/// The operations of these contracts that the client calls; nothing where nobody asked about a client.
pub(super) fn used(client: &Client, contracts: &[&Contract]) -> Result<Option<Used>, Failure> {
    used_in(client, captures(client)?.as_ref(), contracts)
}

/// What the client was captured with, which may be read more than once; nothing where no capture is named.
pub(crate) fn captures(client: &Client) -> Result<Option<Captures>, Failure> {
    if client.used_by.is_empty() {
        return Ok(None);
    }
    let limits = Limits { max_bytes: LARGEST };
    Ok(Some(Captures::open(&client.used_by, Options { limits, ..Options::default() })?))
}

/// The operations of these contracts that the client names or calls in its captures; nothing where it has neither.
pub(crate) fn used_in(
    client: &Client,
    captures: Option<&Captures>,
    contracts: &[&Contract],
) -> Result<Option<Used>, Failure> {
    if captures.is_none() && client.operations.is_empty() {
        return Ok(None);
    }
    let mut used = Used::default();
    for name in client.operations.iter().map(|name| name.trim()).filter(|name| !name.is_empty()) {
        named(name, contracts, &mut used)?;
    }
    if let Some(captures) = captures {
        captured(client, captures, contracts, &mut used)?;
    }
    if used.count() == 0 {
        return Err(Failure::new("the client calls no operation of either side; is --base-path right?"));
    }
    Ok(Some(used))
}

fn named(name: &str, contracts: &[&Contract], used: &mut Used) -> Result<(), Failure> {
    let all = || contracts.iter().flat_map(|contract| &contract.operations);
    let has_path = |one: &Operation| one.paths.iter().any(|(_, path)| format!("{} {path}", one.method) == name);
    let is_meant = |one: &&Operation| one.has_id(name) || has_path(one);
    let mut found = all().filter(is_meant).peekable();
    if found.peek().is_none() {
        let near = did_you_mean(name, all().flat_map(|one| one.ids.iter().map(|(_, id)| id.as_str())));
        return Err(Failure::new(format!("--operations: neither side has {name}{near}")));
    }
    found.for_each(|operation| used.add(operation));
    Ok(())
}

fn captured(client: &Client, captures: &Captures, sides: &[&Contract], used: &mut Used) -> Result<(), Failure> {
    let base_paths = |contract: &Contract| contracts::base_paths(client.base_path.as_deref(), contract);
    let mut routes: Vec<Assessor<'_>> =
        sides.iter().map(|contract| Assessor::new(contract, base_paths(contract))).collect();
    let progress = Progress::counting();
    exchanges::each(captures, &mut |count| progress.advance_by(count), |item| {
        let Item::Exchange(exchange) = &item else { return };
        for told in routes.iter_mut().filter_map(|routes| routes.assess(exchange, ReleaseSet::all())) {
            told.operations.iter().for_each(|operation| used.add(operation));
        }
    })
}
