//! What a command reads: captures or bare bodies.

use std::io::{self, IsTerminal};
use std::num::NonZeroUsize;
use std::path::PathBuf;

use commands::Failure;
use validator::capture::{Captures, Hint, Limits, Options, Passes};
use validator::check::BodyOf;

use crate::args::{Inputs, Traffic};

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
        let most = commands::cores().saturating_mul(MOST_FOR_A_CORE);
        self.threads.map_or_else(commands::cores, |threads| threads.min(most))
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
