//! The client that is asked about: the operations that it calls.

use ::diff::Used;
use contract::{Contract, Operation, ReleaseSet};
use validator::assess::Assessor;
use validator::capture::Captures;
use validator::exchange::Item;

use crate::contracts::base_paths;
use crate::{Failure, did_you_mean, exchanges};

/// What is known of a client.
#[derive(Clone, Copy)]
pub struct Client<'a> {
    /// Operations that it is said to call: their ids, or as in `GET /assets/{id}`.
    pub operations: &'a [String],
    /// Its traffic.
    pub captures: Option<&'a Captures>,
    /// Where the API is mounted in its traffic, if not where the contract says.
    pub base_path: Option<&'a str>,
}

impl Client<'_> {
    /// The operations of these contracts that it names or calls; nothing where nobody asked about a client. `advance` is
    /// told of each exchange that was read.
    pub fn used(self, contracts: &[&Contract], advance: &mut dyn FnMut(u64)) -> Result<Option<Used>, Failure> {
        if self.captures.is_none() && self.operations.is_empty() {
            return Ok(None);
        }
        let mut used = Used::default();
        for name in self.operations.iter().map(|name| name.trim()).filter(|name| !name.is_empty()) {
            named(name, contracts, &mut used)?;
        }
        if let Some(captures) = self.captures {
            self.captured(captures, contracts, &mut used, advance)?;
        }
        if used.count() == 0 {
            return Err(Failure::new("the client calls no operation of either side; is --base-path right?"));
        }
        Ok(Some(used))
    }

    fn captured(
        self,
        captures: &Captures,
        sides: &[&Contract],
        used: &mut Used,
        advance: &mut dyn FnMut(u64),
    ) -> Result<(), Failure> {
        let routes = sides.iter().map(|contract| Assessor::new(contract, base_paths(self.base_path, contract)));
        let mut routes: Vec<Assessor<'_>> = routes.collect();
        exchanges::each(captures, advance, |item| {
            let Item::Exchange(exchange) = &item else { return };
            for told in routes.iter_mut().filter_map(|routes| routes.assess(exchange, ReleaseSet::all())) {
                told.operations.iter().for_each(|operation| used.add(operation));
            }
        })
    }
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
