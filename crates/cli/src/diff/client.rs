//! The client that is asked about, as the command line names it.

use ::diff::Used;
use commands::{Failure, diff};
use contract::Contract;
use validator::capture::{Captures, Limits, Options};

use crate::args::Client;
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
    let progress = Progress::counting();
    let client = diff::Client { operations: &client.operations, captures, base_path: client.base_path.as_deref() };
    client.used(contracts, &mut |count| progress.advance_by(count))
}
