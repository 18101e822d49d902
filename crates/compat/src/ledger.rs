//! Each breakage once, with how many exchanges meet it, and in which operations.

use std::collections::HashMap;
use std::sync::Arc;

use report::{Finding, FindingBuilder, Location, Rule};
use secrets::Names;

use crate::Step;
use crate::agents::Agents;
use crate::breakage::Breakage;
use crate::call::Call;
use crate::fact::Fact;

/// How many operations are named.
const NAMED: usize = 6;

/// The breakages, in the order in which they were first met.
#[derive(Default)]
pub(crate) struct Ledger {
    entries: Vec<Entry>,
    known: HashMap<(Fact, String), usize>,
}

struct Entry {
    breakage: Breakage,
    location: Location,
    /// The releases that the first of them is compared at.
    step: Step,
    operations: Vec<Arc<str>>,
    /// How many exchanges meet it.
    count: u64,
    /// The last of them.
    last: (Arc<str>, usize),
    agents: Agents,
}

/// Which exchange it is.
fn place(call: &Call<'_, '_>) -> (Arc<str>, usize) {
    let place = &call.exchange.place;
    (Arc::clone(&place.source), place.entry)
}

impl Ledger {
    /// Counts a breakage that is known already; false where it is not.
    pub(crate) fn again(&mut self, fact: Fact, name: &str, call: &Call<'_, '_>) -> bool {
        let key = (fact, name.to_owned());
        let Some(entry) = self.known.get(&key).and_then(|index| self.entries.get_mut(*index)) else { return false };
        let here = place(call);
        if entry.last != here {
            entry.last = here;
            entry.count += 1;
            entry.agents.count(call.exchange);
        }
        if !entry.operations.iter().any(|known| &**known == call.id) {
            entry.operations.push(call.id.into());
        }
        true
    }

    /// Adds a breakage that is met for the first time.
    pub(crate) fn add(&mut self, breakage: Breakage, location: Location, call: &Call<'_, '_>) {
        self.known.insert((breakage.fact, breakage.name.clone()), self.entries.len());
        let mut agents = Agents::default();
        agents.count(call.exchange);
        let operations = vec![call.id.into()];
        self.entries.push(Entry {
            breakage,
            location,
            step: call.step,
            operations,
            count: 1,
            last: place(call),
            agents,
        });
    }

    /// A finding for each breakage, those of one kind together.
    pub(crate) fn findings(mut self, names: &Names) -> impl Iterator<Item = Finding> {
        self.entries.sort_by_key(|entry| entry.breakage.fact);
        self.entries.into_iter().map(move |entry| entry.judged(names))
    }
}

impl Entry {
    fn judged(self, names: &Names) -> Finding {
        let rule = self.breakage.fact.rule(self.breakage.part);
        let filled = |template: &str| filled(template, &self.breakage, self.step);
        let message = filled(rule.key("message").unwrap_or(rule.title()));
        let mut finding = Finding::builder(rule, self.location.clone(), message)
            .subject(self.breakage.name.clone())
            .count(self.count)
            .user_agents(self.agents.named(names));
        finding = self.breakage.schema.iter().cloned().fold(finding, FindingBuilder::schema);
        finding = self.operations.first().cloned().into_iter().fold(finding, FindingBuilder::operation);
        finding = self.notes(rule).into_iter().fold(finding, FindingBuilder::note);
        if let Some(releases) = self.breakage.releases {
            finding = finding.releases(releases.named_runs());
        }
        if let Some(shown) = &self.breakage.shown {
            finding = shown.excerpt.iter().cloned().fold(finding, FindingBuilder::excerpt);
            // Of a value, a check knows only when its property lives.
            let lives = matches!(self.breakage.fact, Fact::Gone | Fact::Ignored | Fact::Lacks);
            let releases = shown.releases.iter().filter(|_| lives);
            finding = releases.cloned().fold(finding, FindingBuilder::releases);
        }
        finding = rule.key("help").map(filled).into_iter().fold(finding, FindingBuilder::help);
        finding.build()
    }

    fn notes(&self, rule: &Rule) -> Vec<String> {
        let mut notes = self.breakage.notes.clone();
        notes.extend(self.agents.untold());
        // A rule on another release says it in its own words, too.
        if rule.key("told") == Some("check") {
            notes.extend(self.breakage.shown.iter().map(|shown| shown.message.clone()));
        }
        if let [_, others @ ..] = self.operations.as_slice()
            && !others.is_empty()
        {
            let named: Vec<&str> = others.iter().take(NAMED).map(|name| &**name).collect();
            let more = if others.len() > NAMED { ", …" } else { "" };
            let operations = if others.len() == 1 { "operation reaches" } else { "operations reach" };
            notes.push(format!("{} more {operations} it: {}{more}", others.len(), named.join(", ")));
        }
        notes
    }
}

fn filled(template: &str, breakage: &Breakage, step: Step) -> String {
    let words = [
        ("{name}", breakage.name.as_str()),
        ("{before}", &breakage.before),
        ("{after}", &breakage.after),
        ("{from}", step.from.version()),
        ("{to}", step.to.version()),
    ];
    words.iter().fold(template.to_owned(), |text, (placeholder, word)| text.replace(placeholder, word))
}
