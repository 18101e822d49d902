//! What commands that ask about a client read: exchanges, and nothing else.

use std::cmp::Reverse;
use std::ops::ControlFlow;

use contract::Contract;
use validator::capture::Captures;
use validator::check::{BasePaths, Reached};
use validator::exchange::Item;

use crate::failure::Failure;

/// Hands out the exchanges of the captures, and says how many came each time. A bare body says nothing of a client: it is a
/// failure.
pub fn each(captures: &Captures, advance: &mut dyn FnMut(u64), mut take: impl FnMut(Item)) -> Result<(), Failure> {
    let mut bare = None;
    captures.for_each(|item| {
        if let Item::Body(body) = &item {
            bare = Some(body.place.source.clone());
            return ControlFlow::Break(());
        }
        take(item);
        advance(1);
        ControlFlow::Continue(())
    })?;
    tell_passed_over(captures);
    match bare {
        None => Ok(()),
        Some(source) => Err(Failure::of(
            source,
            "this is a bare JSON body; a capture of requests and answers is needed (HAR, NDJSON of exchanges, or another that \
             `check --help` names)",
        )),
    }
}

/// Says what of the captures was passed over.
pub fn tell_passed_over(captures: &Captures) {
    if captures.skipped() > 0 {
        log::info!("{} files in the folders are no captures and were passed over", captures.skipped());
    }
    match captures.passed_over() {
        0 => {}
        1 => log::info!("1 entry of the captures is not an exchange, or is cut off, and was passed over"),
        several => {
            log::info!("{several} entries of the captures are not exchanges, or are cut off, and were passed over");
        }
    }
}

/// The failure where a bare body was read, and nobody said what it is.
pub(crate) fn untold_body(source: &str) -> Failure {
    Failure::of(source, "this is a bare JSON body; say what it is with --operation ID or --schema NAME")
}

/// How many addresses are named to a user.
const SHOWN: usize = 3;

/// The failure where no request went to the API.
pub(crate) fn nothing_reached(reached: &Reached, base_paths: &BasePaths, contract: &Contract) -> Failure {
    let mut addresses: Vec<(&str, u64)> =
        reached.elsewhere.iter().map(|(address, count)| (address.as_str(), *count)).collect();
    addresses.sort_by_key(|(_, count)| Reverse(*count));
    let named = addresses.iter().take(SHOWN).map(|(address, count)| {
        let address = if address.is_empty() { "a path without an address" } else { address };
        format!("{address} ({count})")
    });
    let more = addresses.len().checked_sub(SHOWN + 1).map(|rest| format!(" and {} more", rest + 1)).unwrap_or_default();
    let servers = if contract.servers.is_empty() {
        String::new()
    } else {
        format!(" (servers: {})", contract.servers.join(", "))
    };
    Failure::new(format!(
        "not one request of the captures lies below {base_paths}{servers}; they went to {}{more}; say with --base-path where the API is mounted",
        named.collect::<Vec<_>>().join(", ")
    ))
}
