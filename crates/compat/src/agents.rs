//! Which programs sent requests, as they call themselves.

use std::collections::HashMap;
use std::sync::Arc;

use report::UserAgent;
use secrets::{Names, mask_text};
use validator::exchange::Exchange;

/// How many different ones are kept: anybody can write anything there.
const MOST: usize = 1000;

/// User agents, each with how many exchanges are its.
#[derive(Default)]
pub(crate) struct Agents {
    exchanges: HashMap<Arc<str>, u64>,
    /// How many exchanges are of further ones.
    beyond: u64,
}

impl Agents {
    /// Counts an exchange, unless nobody knows whose it is.
    pub(crate) fn count(&mut self, exchange: &Exchange) {
        let Some(name) = exchange.request.as_ref().and_then(|request| request.user_agent()) else { return };
        let is_full = self.exchanges.len() == MOST;
        match self.exchanges.get_mut(name) {
            Some(count) => *count += 1,
            None if is_full => self.beyond += 1,
            None => drop(self.exchanges.insert(name.into(), 1)),
        }
    }

    /// All that are kept, those of the most exchanges first, without what their form tells to be secret.
    pub(crate) fn named(&self, names: &Names) -> Vec<UserAgent> {
        let agent = |(name, count): (&Arc<str>, &u64)| UserAgent::new(mask_text(names, name), *count);
        let mut agents: Vec<UserAgent> = self.exchanges.iter().map(agent).collect();
        agents.sort_by(|one, other| other.exchanges.cmp(&one.exchanges).then_with(|| one.name.cmp(&other.name)));
        agents
    }

    /// What there is to say of those that are not kept.
    pub(crate) fn untold(&self) -> Option<String> {
        (self.beyond > 0).then(|| {
            format!("there are more than {MOST} user agents; those of {} exchanges are not named", self.beyond)
        })
    }
}

#[cfg(test)]
mod tests {
    use validator::capture::{Captures, Options};
    use validator::exchange::Item;

    use super::*;

    fn counted(names: impl Iterator<Item = String>) -> Agents {
        let line = |name| serde_json::json!({"request": {"method": "GET", "url": "/", "headers": [{"name": "User-Agent", "value": name}]}});
        let lines: Vec<String> = names.map(|name| line(name).to_string()).collect();
        let mut agents = Agents::default();
        let captures = Captures::from_bytes("a", lines.join("\n").into_bytes(), Options::default());
        let read = captures.for_each(|item| {
            let Item::Exchange(exchange) = item else { panic!("a body") };
            agents.count(&exchange);
            std::ops::ControlFlow::Continue(())
        });
        read.unwrap();
        agents
    }

    #[test]
    fn the_most_frequent_stand_first_and_no_secret_shows() {
        let programs = ["b/1", "a/1", "c/1", "a/1", " ", "x/1 (Bearer eyJhbGciOi.c2VjcmV0.c2VjcmV0)"];
        let agents = counted(programs.into_iter().map(str::to_owned));
        let named = agents.named(&Names::default());
        let told: Vec<(&str, u64)> = named.iter().map(|agent| (&*agent.name, agent.exchanges)).collect();
        assert_eq!(told[..3], [("a/1", 2), ("b/1", 1), ("c/1", 1)]);
        assert!(told.len() == 4 && !told[3].0.contains("c2VjcmV0"), "{told:?}");
        assert_eq!(agents.untold(), None);
    }

    #[test]
    fn there_is_an_end_to_them() {
        let agents = counted((0..1003).map(|number| number.to_string()));
        assert_eq!(agents.named(&Names::default()).len(), 1000);
        let told = agents.untold().unwrap();
        assert!(told.contains("those of 3 exchanges"), "{told}");
    }
}
