//! Which release the server behind the proxy has: given, asked for, or told by an answer that goes by.

use std::time::{Duration, Instant};

use commands::check::is_told;
use commands::live::{Live, told_by};
use commands::{Failure, releases};
use contract::ReleaseSet;
use proxy::{Asker, Handed, Queue, Untold};
use validator::exchange::Item;

use crate::args;
use crate::stderr::say;

/// So many exchanges wait until the release is known; those beyond are not checked.
const MOST_WAITING: usize = 4096;
/// How long it is before the server is asked again.
const AGAIN: Duration = Duration::from_secs(2);

/// What is asked, and who.
pub(super) struct Asking<'r> {
    pub(super) live: &'r Live<'r>,
    pub(super) asker: &'r Asker,
    pub(super) args: &'r args::Proxy,
}

impl Asking<'_> {
    /// The releases to hold traffic against, with the exchanges that came before they were known.
    pub(super) fn release(&self, queue: &mut Queue) -> Result<(ReleaseSet, Vec<Handed>), Failure> {
        let asked = self.ask();
        if let Err(Untold::Loop(why)) = asked {
            return Err(Failure::new(why));
        }
        if !is_told(&self.args.server_version, self.live.contract) {
            self.tell(asked.err());
            return Ok((releases::set_of(&self.args.server_version, self.live.contract)?, Vec::new()));
        }
        match asked.map(|item| told_by(&item, self.live.contract)) {
            Ok(Some(told)) => Ok((told?, Vec::new())),
            Ok(None) => {
                say("note: the server does not tell its release; an answer of GET /server/version that goes by does");
                self.wait(queue)
            }
            Err(why) => {
                self.tell(Some(why));
                self.wait(queue)
            }
        }
    }

    fn ask(&self) -> Result<Item, Untold> {
        let base = self.args.base_path.as_deref().unwrap_or("/api").trim_end_matches('/');
        self.asker.get(&format!("{base}/server/version"))
    }

    fn tell(&self, untold: Option<Untold>) {
        if let (Some(Untold::Fault(why)), false) = (untold, self.args.output.quiet) {
            say(&format!("warning: {why}"));
        }
    }

    /// Waits for an exchange that tells, or that shows that the server answers now.
    fn wait(&self, queue: &mut Queue) -> Result<(ReleaseSet, Vec<Handed>), Failure> {
        let (mut waiting, mut last) = (Vec::new(), Instant::now());
        while let Some(mut handed) = queue.blocking_recv() {
            // Nobody can judge it yet, and nobody shall wait for that.
            handed.answer.take().map(|answer| answer.send(proxy::Verdict::default()));
            let item = handed.exchange.item();
            let mut told = told_by(item, self.live.contract);
            let is_answered = matches!(item, Item::Exchange(exchange) if exchange.response.is_some());
            if told.is_none() && is_answered && last.elapsed() >= AGAIN {
                told = self.ask().ok().and_then(|item| told_by(&item, self.live.contract));
                last = Instant::now();
            }
            if waiting.len() < MOST_WAITING {
                waiting.push(handed);
            }
            if let Some(told) = told {
                return Ok((told?, waiting));
            }
        }
        Err(Failure::new(
            "nothing that went by tells the server's release (no answer of GET /server/version); give --server-version, as in 2.7.5",
        ))
    }
}
