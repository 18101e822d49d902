//! What the user is told beside the results.

use std::io::{self, Write as _};

use log::{Level, LevelFilter, Log, Metadata, Record};
use report::shown;

/// Writes a line to standard error. That nobody can read it is no reason to end.
pub(crate) fn say(line: &str) {
    let _ = writeln!(io::stderr().lock(), "{}", shown(line));
}

/// Says from now on what the commands log.
pub(crate) fn say_what_is_logged() {
    // Fails where somebody else hears already, who then says it.
    if log::set_logger(&Said).is_ok() {
        log::set_max_level(LevelFilter::Info);
    }
}

struct Said;

impl Log for Said {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target().split("::").next() == Some(commands::LOG_TARGET)
    }

    fn log(&self, record: &Record<'_>) {
        if self.enabled(record.metadata()) {
            let kind = if record.level() <= Level::Warn { "warning" } else { "note" };
            say(&format!("{kind}: {}", record.args()));
        }
    }

    fn flush(&self) {}
}
