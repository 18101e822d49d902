//! What a command reads: captures or bare bodies.

use std::io::{self, IsTerminal};
use std::path::PathBuf;

use validator::capture::{Captures, Hint, Limits, Options};
use validator::check::BodyOf;

use crate::args::Inputs;
use crate::failure::Failure;

impl Inputs {
    /// Opens what the user named.
    pub(crate) fn open(&self) -> Result<Captures, Failure> {
        let paths = match self.paths.as_slice() {
            [] if io::stdin().is_terminal() => {
                return Err(Failure::new("no capture given; name a HAR file, a folder, or `-` for standard input"));
            }
            [] => vec![PathBuf::from("-")],
            paths => paths.to_vec(),
        };
        let bare = self.body().is_some();
        if self.lines && !bare {
            return Err(Failure::new("--lines needs --operation ID or --schema NAME: what is a line?"));
        }
        let hint = match (self.lines, bare) {
            (true, _) => Hint::Lines,
            (false, true) => Hint::Body,
            (false, false) => Hint::Detect,
        };
        Ok(Captures::open(&paths, Options { hint, limits: Limits { max_bytes: self.max_size << 20 } })?)
    }

    /// What bare bodies are said to be.
    pub(crate) fn body(&self) -> Option<BodyOf> {
        let operation = self.operation.clone().map(BodyOf::Operation);
        operation.or_else(|| self.schema.clone().map(BodyOf::Component))
    }
}
