//! From facts to findings: the rule that judges a fact gives severity and words, the contract gives the life.

use std::borrow::Cow;

use contract::{Behaviour, Contract, Observation, Property, Release, ReleaseSet};
use foldhash::HashMap;
use report::{Finding, FindingBuilder, Location, Part, Releases, Rule, Severity};
use secrets::{Names, mask_text, mask_value};
use serde_json::Value;

use super::excerpt::{around, brief, line};
use super::observed::{Ground, Mitigation};
use crate::engine::Violation;
use crate::fact::Fact;

/// What the facts of one part of one exchange have in common.
pub(crate) struct FindingContext<'s> {
    /// The part, with source, entry and line; its pointer is the facts' business.
    pub(crate) location: Location,
    /// The operation that was called.
    pub(crate) operation: Option<&'s str>,
    /// The value that the facts point into.
    pub(crate) value: Option<&'s Value>,
    /// Whether the payload around the place is shown.
    pub(crate) excerpt: Excerpt,
    /// The rule that judges the fact.
    pub(crate) rule: &'static Rule,
    /// How bad it is here.
    pub(crate) severity: Severity,
    /// The component that a bare body was said to be.
    pub(crate) schema: Option<&'s str>,
    /// What the fact rests on.
    pub(crate) known: Option<Mitigation<'s>>,
}

/// Whether a finding shows the payload around its place.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Excerpt {
    Made,
    Omitted,
}

/// How many findings of one rule get an excerpt: more than anybody reads of a run, or of an item where only the first of a
/// kind have one.
const MOST_EXCERPTS: usize = 1000;

impl Excerpt {
    /// Whether one more finding of a rule still gets one. Making one costs as much as the object around it is long, so a body
    /// in which everything is wrong would cost its square.
    pub(super) fn next(made: &mut HashMap<&'static str, usize>, rule: &'static str) -> Self {
        let made = made.entry(rule).or_default();
        *made += 1;
        if *made > MOST_EXCERPTS { Self::Omitted } else { Self::Made }
    }
}

/// Makes findings that hold at some releases.
#[derive(Clone, Copy)]
pub(crate) struct FindingFactory<'c> {
    contract: &'c Contract,
    /// The releases at which it holds.
    at: ReleaseSet,
    /// The newest of them, which findings speak of.
    release: Release,
    /// Whether other releases are asked about as well.
    is_one_of_many: bool,
    /// Whether the contract knows more than one release, so that lives mean something.
    has_lives: bool,
}

impl<'c> FindingFactory<'c> {
    /// For a fact that holds at some of the releases that are asked about.
    pub(crate) fn new(contract: &'c Contract, at: ReleaseSet, open: ReleaseSet) -> Self {
        let has_lives = contract.has_releases;
        let release = at.last().unwrap_or(Release::latest());
        Self { contract, at, release, is_one_of_many: open.len() > 1, has_lives }
    }

    /// The finding of a fact.
    pub(crate) fn finding(self, context: &FindingContext<'_>, violation: &Violation<'_>, names: &Names) -> Finding {
        let rule = context.rule;
        let words = Words { factory: self, context, violation, names, actual: actual(violation, names) };
        let pointer = mask_text(names, &violation.pointer).into_owned();
        let location = Location { pointer, ..context.location.clone() };
        let subject = violation.subject.as_ref().map(|subject| mask_text(names, subject));
        let message = words.filled(rule.key("message").unwrap_or(rule.title()));
        let mut finding = self.outline(context, violation, location, subject.as_deref(), message);
        if context.excerpt == Excerpt::Made {
            finding = finding.excerpt(words.excerpt());
        }
        if let Some(actual) = &words.actual {
            finding = finding.actual(actual.clone());
        }
        let notes = words.notes().into_iter().chain(violation.notes.iter().cloned());
        finding = notes.fold(finding, FindingBuilder::note);
        rule.key("help").into_iter().fold(finding, |finding, help| finding.help(words.filled(help))).build()
    }

    /// Only where a fact is and of what kind: for one more of a kind of which another one tells the words. The caller sees
    /// to it that neither pointer nor subject are words of the traffic.
    pub(crate) fn another(self, context: &FindingContext<'_>, violation: &Violation<'_>) -> Finding {
        let location = Location { pointer: violation.pointer.clone(), ..context.location.clone() };
        self.outline(context, violation, location, violation.subject.as_deref(), String::new()).build()
    }

    fn outline(
        self,
        context: &FindingContext<'_>,
        violation: &Violation<'_>,
        location: Location,
        subject: Option<&str>,
        message: String,
    ) -> FindingBuilder {
        let mut finding = Finding::builder(context.rule, location, message).severity(context.severity);
        if let Some(operation) = context.operation {
            finding = finding.operation(operation);
        }
        if let Some(schema) = violation.component.or(context.schema) {
            finding = finding.schema(schema);
        }
        if let Some(subject) = subject {
            finding = finding.subject(subject);
        }
        if let Some(expected) = &violation.expected {
            finding = finding.expected(expected.clone());
        }
        match self.releases(violation) {
            Some(releases) => finding.releases(releases),
            None => finding,
        }
    }

    /// The releases at which the fact is against the contract, as far as lives tell.
    fn releases(self, violation: &Violation<'_>) -> Option<Releases> {
        if self.is_one_of_many {
            return Some(self.at.named_runs().into());
        }
        let covered = self.contract.releases;
        let wrong = match (violation.right_at, violation.property) {
            _ if !self.has_lives => return None,
            _ if violation.deprecated.is_some() => violation.deprecated? & covered,
            (Some(right), _) => covered - right,
            (None, Some(property)) if violation.fact == Fact::Required => property.required & covered,
            (None, Some(property)) => property.life & covered,
            (None, None) => covered,
        };
        Some(wrong.named_runs().into())
    }
}

/// How many bytes more than its template most words are.
const ROOM: usize = 64;

/// The words for one finding.
struct Words<'w> {
    factory: FindingFactory<'w>,
    context: &'w FindingContext<'w>,
    violation: &'w Violation<'w>,
    names: &'w Names,
    /// What stands at the place, as it may be shown.
    actual: Option<Value>,
}

/// What stands at the place of a fact, as it may be shown.
fn actual(violation: &Violation<'_>, names: &Names) -> Option<Value> {
    let above = violation.pointer.split('/');
    violation.actual.as_ref().map(|actual| mask_value(names, above, actual))
}

impl Words<'_> {
    /// A template of a rule file with its placeholders filled.
    fn filled(&self, template: &str) -> String {
        let mut text = String::with_capacity(template.len() + ROOM);
        let mut left = template;
        while let Some((before, after)) = left.split_once('{') {
            text.push_str(before);
            let known = after.split_once('}').and_then(|(name, after)| Some((self.value(name)?, after)));
            // `{}` is JSON.
            text.push_str(known.as_ref().map_or("{", |(value, _)| value));
            left = known.map_or(after, |(_, after)| after);
        }
        text.push_str(left);
        text
    }

    /// What stands for a placeholder of this name.
    fn value(&self, placeholder: &str) -> Option<Cow<'_, str>> {
        let violation = self.violation;
        let said = if is_of_type(violation) { either } else { listed };
        let release = self.factory.release.version();
        // Of releases only a contract speaks that has some.
        let has_lives = self.factory.has_lives;
        Some(match placeholder {
            "name" => mask_text(self.names, &violation.name),
            "expected" => violation.expected.as_ref().map(said).unwrap_or_default().into(),
            "actual" => self.actual.as_ref().map(brief).unwrap_or_default().into(),
            "release" => release.into(),
            "schema" => violation.component.or(self.context.schema).unwrap_or("the schema").into(),
            "operation" => self.context.operation.unwrap_or("the operation").into(),
            "since" => self.changed_in().version().into(),
            "at" if has_lives => [" at ", release].concat().into(),
            "ever" if has_lives => " at any release".into(),
            "at" | "ever" => "".into(),
            _ => return None,
        })
    }

    /// The release from which on the fact holds: the first of the releases in a row, up to the one that is spoken of, at
    /// which the thing is as it is there.
    fn changed_in(&self) -> Release {
        let (release, covered) = (self.factory.release, self.factory.contract.releases);
        let changed = match (self.violation.deprecated, self.violation.right_at) {
            (Some(deprecated), _) => deprecated & covered,
            (None, Some(right)) => covered - right,
            (None, None) => ReleaseSet::NONE,
        };
        begin_of_run(changed, release).unwrap_or(release)
    }

    fn excerpt(&self) -> report::Excerpt {
        let label = self.context.rule.key("label").map(|label| self.filled(label)).unwrap_or_default();
        match (self.context.location.part, self.context.value) {
            (Part::RequestBody | Part::ResponseBody | Part::Document, Some(value)) => {
                around(value, &self.violation.pointer, label, self.names)
            }
            (part, _) => self.request_line(part, label),
        }
    }

    /// For what has no body: the request in one line, the place in it underlined.
    fn request_line(&self, part: Part, label: String) -> report::Excerpt {
        let text = self.context.location.request.as_deref().unwrap_or_default();
        let name = self.violation.pointer.split('/').nth(1).unwrap_or_default();
        let actual = self.actual.as_ref().map(spoken);
        let meant = match part {
            Part::RequestQuery => text.split(['?', '&', ' ']).find(|pair| pair.split('=').next() == Some(name)),
            Part::RequestPath => actual.as_deref().filter(|_| !name.is_empty()),
            Part::ResponseStatus | Part::ResponseHeader | Part::ResponseBody => text.rsplit(' ').next(),
            _ => None,
        };
        let path = text.split(' ').nth(1).and_then(|url| url.split('?').next());
        line(text, meant.or(path).unwrap_or_default(), label)
    }

    /// What is known of the thing besides the fact, a sentence each.
    fn notes(&self) -> Vec<String> {
        let known = self.context.known.map(|known| known.words(self.factory.contract.releases));
        let lived = if self.factory.has_lives { self.lived() } else { Vec::new() };
        lived.into_iter().chain(known).collect()
    }

    /// What the contract knows of the life of the thing, a sentence each.
    fn lived(&self) -> Vec<String> {
        let release = self.factory.release;
        let covered = self.factory.contract.releases;
        let violation = self.violation;
        let told = match (violation.deprecated, violation.right_at, violation.property) {
            (Some(deprecated), _, _) => since(deprecated & covered, release),
            (None, Some(right), _) if is_of_type(violation) => {
                let actual = violation.actual.as_ref().map_or("", type_of);
                Some(format!("may be of type {actual} at {}", right & covered))
            }
            (None, Some(right), _) => life_of(right, covered),
            (None, None, Some(property)) if violation.fact == Fact::Required => life_of(property.life, covered),
            (None, None, _) => None,
        };
        let mut notes: Vec<String> =
            told.into_iter().map(|told| format!("{} {told}; this server is {release}", violation.name)).collect();
        notes.extend(self.violation.property.and_then(|property| self.claim(property)));
        notes
    }

    /// What upstream itself says of the age of a property.
    fn claim(&self, property: &Property) -> Option<String> {
        let history = property.markers.at(self.factory.release)?;
        let claims =
            history.0.iter().map(|claim| format!("{} {}", claim.state.to_string().to_lowercase(), claim.version));
        Some(format!("upstream's document says: {}", claims.collect::<Vec<_>>().join(", ")))
    }
}

impl Mitigation<'_> {
    fn words(&self, covered: ReleaseSet) -> String {
        match self.ground {
            Ground::Observed(observation) => observed(observation, covered),
            Ground::Http(words) => words.to_owned(),
        }
    }
}

/// How the note of a finding begins that rests on an observation.
pub const OBSERVED: &str = "undocumented, but known of servers";

/// What an observation rests on, in a sentence.
pub(crate) fn observed(observation: &Observation, covered: ReleaseSet) -> String {
    let Observation { life, behaviour, evidence } = observation;
    let known = *life & covered;
    match behaviour {
        Behaviour::ErrorBody => format!("which shapes servers send is known from traffic: {evidence}"),
        _ if known == covered => format!("{OBSERVED}: {evidence}"),
        _ => format!("{OBSERVED} of {known}: {evidence}"),
    }
}

/// A life in words: `added in 1.126.0`, `removed in 3.0.0-rc.1`, both, or its ranges; nothing for one without end.
fn life_of(life: ReleaseSet, covered: ReleaseSet) -> Option<String> {
    let life = life & covered;
    let (first, last) = (life.first()?, life.last()?);
    let after = (covered & ReleaseSet::between(last, None)).iter().nth(1);
    let since = covered.first().is_some_and(|start| first > start);
    match (life.runs().len(), since, after) {
        (1, false, None) => None,
        (1, true, None) => Some(format!("was added in {first}")),
        (1, false, Some(after)) => Some(format!("was removed in {after}")),
        (1, true, Some(after)) => Some(format!("was added in {first} and removed in {after}")),
        _ => Some(format!("exists at {life}")),
    }
}

/// Since when something that is deprecated at a release has been so, in words.
fn since(deprecated: ReleaseSet, release: Release) -> Option<String> {
    begin_of_run(deprecated, release).map(|first| format!("has been deprecated since {first}"))
}

/// The first of the releases in a row that a release stands in.
fn begin_of_run(releases: ReleaseSet, release: Release) -> Option<Release> {
    let runs = releases.runs();
    runs.iter().find(|(first, last)| (*first..=*last).contains(&release)).map(|(first, _)| *first)
}

/// Whether a fact is that a value has the wrong type.
fn is_of_type(violation: &Violation<'_>) -> bool {
    matches!(violation.fact, Fact::Type | Fact::Null)
}

/// The name of the type of a value.
fn type_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}

/// Types in a sentence, null last: `integer or null`.
fn either(value: &Value) -> String {
    let Value::Array(types) = value else { return spoken(value) };
    let (null, others): (Vec<&Value>, Vec<&Value>) = types.iter().partition(|name| *name == "null");
    others.into_iter().chain(null).map(spoken).collect::<Vec<_>>().join(" or ")
}

/// Expectations in a sentence: several values with commas.
fn listed(value: &Value) -> String {
    match value {
        Value::Array(items) => items.iter().map(spoken).collect::<Vec<_>>().join(", "),
        other => spoken(other),
    }
}

/// A name or pattern without quotes, any other value as JSON.
fn spoken(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// The exchange in one line, masked: `GET /api/assets/random?count=3 → 200`.
pub(crate) fn request_line(exchange: &crate::exchange::Exchange, names: &Names) -> Option<String> {
    let request = exchange.request.as_ref()?;
    let pairs = request.url.query_pairs().map(|(name, value)| {
        let shown = mask_value(names, std::iter::once(&*name), &Value::from(value.as_ref()));
        format!("{}={}", mask_text(names, &name), shown.as_str().unwrap_or_default())
    });
    let pairs: Vec<String> = pairs.collect();
    let query = if pairs.is_empty() { String::new() } else { format!("?{}", pairs.join("&")) };
    let status = exchange.response.as_ref().map(|response| format!(" → {}", response.status)).unwrap_or_default();
    let path = mask_text(names, request.url.path());
    Some(format!("{} {path}{query}{status}", request.method))
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::ReleaseSet;

    #[test]
    fn lives_are_told_by_their_ends() {
        let covered: ReleaseSet = "1.106.0..".parse().unwrap();
        for (life, told) in [
            ("..", None),
            ("1.126.0..", Some("was added in 1.126.0")),
            ("..3.0.0-rc.1", Some("was removed in 3.0.0-rc.1")),
            ("1.107.0..3.0.0-rc.1", Some("was added in 1.107.0 and removed in 3.0.0-rc.1")),
            ("..1.107.0, 1.140.0..", Some("exists at 1.106.0 – 1.106.4, 1.140.0 –")),
        ] {
            assert_eq!(life_of(life.parse().unwrap(), covered).as_deref(), told, "{life}");
        }
    }
}
