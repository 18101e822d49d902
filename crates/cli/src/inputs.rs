//! What a command reads: captures or bare bodies.

use std::cmp::Reverse;
use std::io::{self, IsTerminal};
use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::path::PathBuf;

use contract::Contract;
use validator::capture::{Captures, Hint, Limits, Options, Passes};
use validator::check::{BasePaths, BodyOf, Reached};
use validator::exchange::Item;

use crate::args::{Inputs, Traffic};
use crate::failure::Failure;
use crate::progress::Progress;
use crate::stderr::say;

/// Beyond so many threads for a core, one more only needs memory.
const MOST_FOR_A_CORE: NonZeroUsize = NonZeroUsize::new(4).unwrap();

impl Inputs {
    /// Opens what the user named.
    pub(crate) fn open(&self, passes: Passes) -> Result<Captures, Failure> {
        let paths = paths(&self.paths)?;
        let bare = self.body().is_some();
        if self.lines && !bare {
            return Err(Failure::new("--lines needs --operation ID or --schema NAME: what is a line?"));
        }
        let hint = match (self.lines, bare) {
            (true, _) => Hint::Lines,
            (false, true) => Hint::Body,
            (false, false) => Hint::Detect,
        };
        Ok(Captures::open(&paths, Options { hint, limits: Limits { max_bytes: self.max_size << 20 }, passes })?)
    }

    /// How many threads read: as many as were asked for, as far as more of them help.
    pub(crate) fn threads(&self) -> NonZeroUsize {
        let most = crate::cores().saturating_mul(MOST_FOR_A_CORE);
        self.threads.map_or_else(crate::cores, |threads| threads.min(most))
    }

    /// What bare bodies are said to be.
    pub(crate) fn body(&self) -> Option<BodyOf> {
        let operation = self.operation.clone().map(BodyOf::Operation);
        operation.or_else(|| self.schema.clone().map(BodyOf::Component))
    }
}

impl Traffic {
    /// Opens what the user named.
    pub(crate) fn open(&self, passes: Passes) -> Result<Captures, Failure> {
        let limits = Limits { max_bytes: self.max_size << 20 };
        Ok(Captures::open(&paths(&self.paths)?, Options { hint: Hint::Detect, limits, passes })?)
    }
}

/// Hands out the exchanges of the captures. A bare body says nothing of a client.
pub(crate) fn exchanges(captures: &Captures, mut each: impl FnMut(Item)) -> Result<(), Failure> {
    let progress = Progress::counting();
    let mut bare = None;
    captures.for_each(|item| {
        if let Item::Body(body) = &item {
            bare = Some(body.place.source.clone());
            return ControlFlow::Break(());
        }
        each(item);
        progress.advance();
        ControlFlow::Continue(())
    })?;
    drop(progress);
    tell_passed_over(captures);
    match bare {
        None => Ok(()),
        Some(source) => Err(Failure::new(format!(
            "{source}: this is a bare JSON body; a capture of requests and answers is needed (HAR, NDJSON of exchanges, or another that `check --help` names)"
        ))),
    }
}

/// Says what of the captures was passed over.
pub(crate) fn tell_passed_over(captures: &Captures) {
    if captures.skipped() > 0 {
        say(&format!("note: {} files in the folders are no captures and were passed over", captures.skipped()));
    }
    match captures.passed_over() {
        0 => {}
        1 => say("note: 1 entry of the captures is not an exchange, or is cut off, and was passed over"),
        several => say(&format!(
            "note: {several} entries of the captures are not exchanges, or are cut off, and were passed over"
        )),
    }
}

/// The failure where a bare body was read, and nobody said what it is.
pub(crate) fn untold_body(source: &str) -> Failure {
    Failure::new(format!("{source}: this is a bare JSON body; say what it is with --operation ID or --schema NAME"))
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

/// The paths that the user named, or standard input.
fn paths(named: &[PathBuf]) -> Result<Vec<PathBuf>, Failure> {
    match named {
        [] if io::stdin().is_terminal() => {
            Err(Failure::new("no capture given; name a HAR file, a folder, or `-` for standard input"))
        }
        [] => Ok(vec![PathBuf::from("-")]),
        paths => Ok(paths.to_vec()),
    }
}
