//! What is not taken, on its way to a report; and the answer in one line.

use contract::{Release, ReleaseSet};
use report::{Direction, Finding, FindingBuilder, Location, Part, Severity};

use crate::client::Client;
use crate::locate;
use crate::verdict::{Refusal, Verdict};

/// How many reasons a line names.
const NAMED: usize = 4;

/// The findings of a verdict, those that are asked for first by place. What is so at none of the releases that are
/// required is a note.
pub fn findings(client: &Client, verdict: &Verdict, required: ReleaseSet) -> Vec<Finding> {
    verdict.refusals.iter().map(|refusal| finding(client, refusal, required)).collect()
}

fn finding(client: &Client, refusal: &Refusal, required: ReleaseSet) -> Finding {
    let rule = refusal.fact.rule(Part::Document);
    let place = place(client, refusal);
    let template = rule.key("message").unwrap_or(rule.title());
    let message = template
        .replace("{place}", &place)
        .replace("{may}", &refusal.may)
        .replace("{taken}", &refusal.taken)
        .replace("{decoder}", client.decoder.title());
    let is_required = !(refusal.releases & required).is_empty();
    let mut finding = Finding::builder(rule, location(client, refusal), message)
        .schema(client.counterpart.0.as_str())
        .subject(format!("{} {}", place, refusal.may))
        .releases(refusal.releases.named_runs());
    if !is_required {
        finding = finding.severity(Severity::Note).note("none of the releases that are required is among them");
    }
    if let Some(why) = &refusal.undecided {
        finding = finding.note(format!("cannot decide: {why}"));
    }
    finding = witnessed(finding, client, refusal);
    rule.key("help").into_iter().fold(finding, FindingBuilder::help).build()
}

/// The same with the value that shows it.
fn witnessed(finding: FindingBuilder, client: &Client, refusal: &Refusal) -> FindingBuilder {
    let (Some(witness), Some(release)) = (&refusal.witness, refusal.releases.first()) else { return finding };
    let whose = if client.direction == Direction::Response { "an answer" } else { "a request" };
    let at = if witness.pointer.is_empty() { String::new() } else { format!(", at {}", witness.pointer) };
    finding
        .note(format!("witness: {whose} of {} at {release}{at}", client.counterpart.0))
        .actual(witness.value.clone())
        .excerpt(witness.excerpt(refusal.taken.clone()))
}

fn location(client: &Client, refusal: &Refusal) -> Location {
    let pointer = locate::pointer(&client.source, &refusal.steps);
    let position = client.source.position(&pointer);
    Location::new(client.source.file(), Part::Document, pointer).at(position.line, position.column)
}

fn place(client: &Client, refusal: &Refusal) -> String {
    let whole = if client.direction == Direction::Response { "the answer" } else { "the request" };
    crate::place::path(&refusal.steps, whole)
}

/// The answer in one line: `works with 1.113.0 – 2.7.5; breaks at 3.0.0-rc.1 –: `duration` may be an integer`.
pub fn answer(client: &Client, verdict: &Verdict) -> String {
    let works = if verdict.works.is_empty() {
        "works with no release".to_owned()
    } else {
        format!("works with {}", verdict.works)
    };
    let broken = verdict.breaks.runs().into_iter().map(|run| broken(client, verdict, run));
    let undecided = verdict.releases - verdict.works - verdict.breaks;
    let undecided = (!undecided.is_empty()).then(|| format!("undecided at {undecided}"));
    std::iter::once(works).chain(broken).chain(undecided).collect::<Vec<_>>().join("; ")
}

/// What breaks a model at releases that follow each other: up to where it works again what breaks it at the last of them,
/// else what does at the first, and what comes to it later.
fn broken(client: &Client, verdict: &Verdict, (first, last): (Release, Release)) -> String {
    let run: ReleaseSet = verdict.releases.iter().filter(|release| (first..=last).contains(release)).collect();
    let works_later = verdict.works.last().is_some_and(|works| last < works);
    let shown = if works_later { ReleaseSet::only(last) } else { run };
    let since = |refusal: &Refusal| (refusal.releases & shown).first();
    let breaking = verdict.refusals.iter().filter(|refusal| refusal.breaks());
    let mut reasons: Vec<(Release, &Refusal)> = breaking.filter_map(|one| Some((since(one)?, one))).collect();
    reasons.sort_by_key(|(since, _)| *since);
    let more = reasons.len().saturating_sub(NAMED);
    let mut before = shown.first();
    let mut told = Vec::new();
    for (since, refusal) in reasons.into_iter().take(NAMED) {
        let from = if before == Some(since) { String::new() } else { format!("from {since} ") };
        before = Some(since);
        told.push(format!("{from}{} {}", place(client, refusal), refusal.may));
    }
    let tail = if more > 0 { format!(" and {more} more") } else { String::new() };
    format!("breaks at {run}: {}{tail}", told.join(", "))
}
