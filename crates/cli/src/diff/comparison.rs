//! Two sides, compared: what changed, of that what hits the client, and what it means.

use ::diff::{Bump, Judgement, Options, Rows, Source, Used};
use contract::Projection;

use crate::args::Diff;

/// What a comparison found.
pub(crate) struct Comparison {
    /// What is to be told.
    pub(crate) judgements: Vec<Judgement>,
    /// How many changes hit the client, of how many; nothing where nobody asked about a client.
    pub(crate) hit: Option<(usize, usize)>,
}

impl Comparison {
    /// Compares, and keeps what hits the client.
    pub(crate) fn of(old: Projection<'_>, new: Projection<'_>, used: Option<&Used>) -> Self {
        let all = ::diff::changes(old, new);
        let count = all.len();
        let Some(used) = used else {
            return Self { judgements: ::diff::judge(old, new, all), hit: None };
        };
        let judgements = ::diff::judge(old, new, used.hits(all));
        let hit = Some((judgements.len(), count));
        Self { judgements, hit }
    }

    /// The bump that the changes ask for.
    pub(super) fn needed(&self) -> Bump {
        Bump::needed(&self.judgements)
    }
}

/// How to report a comparison of two sides.
pub(super) fn options(args: &Diff, old: Source, new: Source) -> Options {
    Options { old, new, rows: rows(args), releases: None }
}

/// How many findings the user wants for a change.
fn rows(args: &Diff) -> Rows {
    match (args.by_operation, args.all) {
        (true, _) => Rows::Operation,
        (false, true) => Rows::Fact,
        (false, false) => Rows::Kind,
    }
}
