//! Two sides, compared: what changed, of that what hits the client, and what it means.

use ::diff::{Bump, Judgement, Used};
use contract::Projection;

/// What a comparison found.
pub struct Comparison {
    /// What is to be told.
    pub judgements: Vec<Judgement>,
    /// How many changes hit the client, of how many; nothing where nobody asked about a client.
    pub hit: Option<(usize, usize)>,
}

impl Comparison {
    /// Compares, and keeps what hits the client.
    pub fn of(old: Projection<'_>, new: Projection<'_>, used: Option<&Used>) -> Self {
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
    pub fn needed(&self) -> Bump {
        Bump::needed(&self.judgements)
    }
}
