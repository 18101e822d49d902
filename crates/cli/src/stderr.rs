//! What the user is told beside the results.

use std::io::{self, Write as _};

use report::shown;

/// Writes a line to standard error. That nobody can read it is no reason to end.
pub(crate) fn say(line: &str) {
    let _ = writeln!(io::stderr().lock(), "{}", shown(line));
}
