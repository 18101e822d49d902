//! Each fact once, with how many exchanges meet it, and in which operations.

use std::collections::HashMap;
use std::sync::Arc;

use report::{Finding, FindingBuilder, Location, Rule};
use validator::exchange::ItemLocation;

use crate::Step;
use crate::fact::Fact;
use crate::rules;

/// The kinds of facts as they are told, those of one kind together. What hurts most stands last, where a reader looks.
const KINDS: [&str; 12] = [
    "status-added",
    "enum-widened",
    "maybe-null",
    "optional",
    "reformatted",
    "status-gone",
    "retyped",
    "gone",
    "lacks",
    "refused",
    "ignored",
    "operation",
];

/// How many operations are named.
const NAMED: usize = 6;

/// The facts, in the order in which they were first met.
#[derive(Default)]
pub(crate) struct Ledger {
    entries: Vec<Entry>,
    known: HashMap<(&'static str, String), usize>,
}

struct Entry {
    fact: Fact,
    location: Location,
    operations: Vec<Arc<str>>,
    /// How many exchanges meet it.
    count: u64,
    /// The last of them.
    last: (Arc<str>, usize),
}

impl Ledger {
    /// Counts a fact that is known already; false where it is not.
    pub(crate) fn again(&mut self, kind: &'static str, name: &str, operation: &str, place: &ItemLocation) -> bool {
        let key = (kind, name.to_owned());
        let Some(entry) = self.known.get(&key).and_then(|index| self.entries.get_mut(*index)) else { return false };
        let here = (place.source.clone(), place.entry);
        if entry.last != here {
            entry.last = here;
            entry.count += 1;
        }
        if !entry.operations.iter().any(|known| &**known == operation) {
            entry.operations.push(operation.into());
        }
        true
    }

    /// Adds a fact that is met for the first time.
    pub(crate) fn add(&mut self, fact: Fact, location: Location, operation: &str, place: &ItemLocation) {
        self.known.insert((fact.kind, fact.name.clone()), self.entries.len());
        let last = (place.source.clone(), place.entry);
        self.entries.push(Entry { fact, location, operations: vec![operation.into()], count: 1, last });
    }

    /// A finding for each fact that a rule judges.
    pub(crate) fn findings(mut self, step: Step) -> impl Iterator<Item = Finding> {
        self.entries.sort_by_key(|entry| KINDS.iter().position(|kind| *kind == entry.fact.kind));
        self.entries.into_iter().filter_map(move |entry| entry.judged(step))
    }
}

impl Entry {
    fn judged(self, step: Step) -> Option<Finding> {
        let rule = rules::judge(self.fact.kind, self.fact.direction())?;
        let filled = |template: &str| filled(template, &self.fact, step);
        let message = filled(rule.key("message").unwrap_or(rule.title()));
        let mut finding =
            Finding::builder(rule, self.location.clone(), message).subject(self.fact.name.clone()).count(self.count);
        finding = self.fact.schema.iter().cloned().fold(finding, FindingBuilder::schema);
        finding = self.operations.first().cloned().into_iter().fold(finding, FindingBuilder::operation);
        finding = self.notes(rule).into_iter().fold(finding, FindingBuilder::note);
        if let Some(releases) = self.fact.releases {
            finding = finding.releases(releases.to_string());
        }
        if let Some(shown) = &self.fact.shown {
            finding = shown.excerpt.iter().cloned().fold(finding, FindingBuilder::excerpt);
            // Of a value, a check knows only when its property lives.
            let lives = matches!(self.fact.kind, "gone" | "ignored" | "lacks");
            let releases = shown.releases.iter().filter(|_| lives);
            finding = releases.cloned().fold(finding, FindingBuilder::releases);
        }
        finding = rule.key("help").map(filled).into_iter().fold(finding, FindingBuilder::help);
        Some(finding.build())
    }

    fn notes(&self, rule: &Rule) -> Vec<String> {
        let mut notes = self.fact.notes.clone();
        // A rule on another release says it in its own words, too.
        if rule.key("told") == Some("check") {
            notes.extend(self.fact.shown.iter().map(|shown| shown.message.clone()));
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

fn filled(template: &str, fact: &Fact, step: Step) -> String {
    let words = [
        ("{name}", fact.name.as_str()),
        ("{before}", &fact.before),
        ("{after}", &fact.after),
        ("{from}", step.from.version()),
        ("{to}", step.to.version()),
    ];
    words.iter().fold(template.to_owned(), |text, (placeholder, word)| text.replace(placeholder, word))
}
