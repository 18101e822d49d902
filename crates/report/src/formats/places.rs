//! Places in words: that of a finding, those of a group beyond the first, and who was there.

use crate::folding::NAMED;
use crate::group::Group;
use crate::{Finding, Location, Place, UserAgent, escape};

use super::words::{counted, line, number, source_and_number};

/// How many places of one finding, and how many operations, a format names that cannot name all.
pub(super) const SOME: usize = 6;

/// Which exchange or document: `app.har: exchange 14, GET /api/assets/random → 200`.
pub(super) fn exchange(location: &Location) -> String {
    let exchange = match (location.line, location.entry) {
        (None, Some(entry)) => format!("{}: exchange {entry}", escape(&location.source)),
        _ => source_and_number(location),
    };
    match &location.request {
        Some(request) => format!("{exchange}, {}", line(request)),
        None => exchange,
    }
}

/// Where in the exchange: `response.body /2/type, in AssetResponseDto of getRandom`.
pub(super) fn part(finding: &Finding) -> String {
    let part = finding.location.part.as_str();
    let pointer = line(&finding.location.pointer);
    let space = if pointer.is_empty() { "" } else { " " };
    let owner = match (&finding.schema, &finding.operation) {
        (Some(schema), Some(operation)) => format!(", in {} of {}", line(schema), line(operation)),
        (Some(name), None) | (None, Some(name)) => format!(", in {}", line(name)),
        (None, None) => String::new(),
    };
    format!("{part}{space}{pointer}{owner}")
}

/// All places of a finding that holds at several, and the operations that those reach, a line each; of each as many as
/// `named` says, and the number of the others.
pub(super) fn spread(finding: &Finding, named: usize) -> Vec<String> {
    if finding.places.is_empty() {
        return Vec::new();
    }
    let places = finding.places.iter().map(|place| line(name(place))).collect();
    let operations: Vec<String> = finding.operations.iter().map(|operation| line(operation)).collect();
    let mut lines = vec![listed("at", "place", places, named)];
    if !operations.is_empty() {
        lines.push(listed("in", "operation", operations, named));
    }
    lines
}

/// `by 5 user agents: frame/1.0 (12), curl/8 (3), app/2 (1) and 2 more`; nothing where nobody knows who.
pub(super) fn agents(finding: &Finding) -> Option<String> {
    let counted = |agent: &UserAgent| format!("{} ({})", line(&agent.name), number(agent.exchanges));
    let names: Vec<String> = finding.user_agents.iter().map(counted).collect();
    (!names.is_empty()).then(|| listed("by", "user agent", names, NAMED))
}

/// What a reader calls a place.
fn name(place: &Place) -> &str {
    place.subject.as_deref().unwrap_or(&place.location.pointer)
}

/// `at 176 places: /a, /b and 174 more`
fn listed(preposition: &str, noun: &str, mut names: Vec<String>, most: usize) -> String {
    let count = counted(names.len() as u64, noun);
    let more = names.len().saturating_sub(most);
    names.truncate(most);
    let tail = if more > 0 { format!(" and {} more", number(more as u64)) } else { String::new() };
    format!("{preposition} {count}: {}{tail}", names.join(", "))
}

/// `41 more like this: exchanges 15, 16, 19, …`; nothing for a finding that stands alone.
pub(super) fn more_like_this(group: &Group<'_>) -> Option<String> {
    let more = group.more_count();
    if more == 0 {
        return None;
    }
    let own = &group.first.location;
    let elsewhere: Vec<&Location> = unlike(own, group.more.iter().map(|finding| &finding.location));
    let places = if elsewhere.is_empty() { same_exchange(group) } else { format!(": {}", named(own, &elsewhere)) };
    Some(format!("{} more like this{places}", number(more)))
}

/// ` in the same exchange: /3/type, /7/type, …`; empty where the pointers say nothing new.
fn same_exchange(group: &Group<'_>) -> String {
    let own = &group.first.location;
    let pointers = group.more.iter().map(|finding| finding.location.pointer.as_str());
    let mut pointers: Vec<&str> = pointers.filter(|pointer| *pointer != own.pointer).collect();
    pointers.dedup();
    if pointers.is_empty() {
        return String::new();
    }
    let scope = if own.entry.is_some() || own.line.is_some() { "exchange" } else { "document" };
    let mut words: Vec<String> = pointers.iter().take(NAMED).map(|pointer| line(pointer)).collect();
    if pointers.len() > NAMED {
        words.push("…".to_owned());
    }
    format!(" in the same {scope}: {}", words.join(", "))
}

/// The locations in other exchanges than `own`, each exchange once. They come in order of capture, so that the places of
/// one exchange stand together.
fn unlike<'a>(own: &Location, locations: impl Iterator<Item = &'a Location>) -> Vec<&'a Location> {
    let key = |location: &Location| (location.source.clone(), location.entry, location.line);
    let mut others: Vec<&Location> = locations.filter(|location| key(location) != key(own)).collect();
    others.dedup_by_key(|location| key(location));
    others
}

/// `exchanges 15, 16; other.har exchange 3, …`
fn named(own: &Location, places: &[&Location]) -> String {
    let shown = places.get(..NAMED).unwrap_or(places);
    let mut runs = Vec::new();
    for run in shown.chunk_by(|a, b| a.source == b.source) {
        let Some(first) = run.first() else { continue };
        let mut words = Vec::new();
        if first.source != own.source {
            words.push(escape(&first.source).into_owned());
        }
        let numbers: Vec<String> = run.iter().filter_map(|place| place_number(place)).collect();
        if !numbers.is_empty() {
            let noun = if first.line.is_some() { "line" } else { "exchange" };
            let plural = if numbers.len() == 1 { "" } else { "s" };
            words.push(format!("{noun}{plural} {}", numbers.join(", ")));
        }
        runs.push(words.join(" "));
    }
    let mut text = runs.join("; ");
    if places.len() > shown.len() {
        text.push_str(", …");
    }
    text
}

fn place_number(place: &Location) -> Option<String> {
    place.line.map(|line| line.to_string()).or_else(|| place.entry.map(|entry| entry.to_string()))
}

#[cfg(test)]
mod tests {
    use super::more_like_this;
    use crate::group::Group;
    use crate::{Finding, Location, Part, Severity, test_rule};

    /// A source, an exchange and a pointer.
    type Place = (&'static str, Option<usize>, &'static str);

    fn said(places: &[Place]) -> Option<String> {
        let rule = test_rule(Severity::Error);
        let findings: Vec<Finding> = places
            .iter()
            .map(|(source, entry, pointer)| {
                let mut location = Location::new(*source, Part::ResponseBody, *pointer);
                location.entry = *entry;
                Finding::builder(rule, location, "m").build()
            })
            .collect();
        let (first, more) = findings.split_first().unwrap();
        more_like_this(&Group { first, more: more.iter().collect() })
    }

    #[test]
    fn places_are_named_by_exchange_else_by_pointer() {
        let a = "a.har";
        let cases: &[(&[Place], Option<&str>)] = &[
            (&[(a, Some(1), "/0")], None),
            (&[(a, Some(1), "/0"), (a, Some(4), "/0")], Some("1 more like this: exchange 4")),
            (
                &[(a, Some(1), "/0"), (a, Some(1), "/3"), (a, Some(4), "/0"), (a, Some(4), "/1"), (a, Some(5), "/0")],
                Some("4 more like this: exchanges 4, 5"),
            ),
            (
                &[(a, Some(1), "/0"), (a, Some(1), "/3"), (a, Some(1), "/4")],
                Some("2 more like this in the same exchange: /3, /4"),
            ),
            (&[(a, None, "/0"), (a, None, "/3")], Some("1 more like this in the same document: /3")),
            (&[(a, Some(1), "/0"), (a, Some(1), "/0")], Some("1 more like this")),
            (
                &[(a, Some(1), "/0"), (a, Some(2), "/0"), ("b.har", Some(3), "/0"), ("c.json", None, "/0")],
                Some("3 more like this: exchange 2; b.har exchange 3; c.json"),
            ),
        ];
        for (places, expected) in cases {
            assert_eq!(said(places).as_deref(), *expected, "{places:?}");
        }
        let many: Vec<Place> = (0..8).map(|entry| (a, Some(entry), "/0")).collect();
        assert_eq!(said(&many).as_deref(), Some("7 more like this: exchanges 1, 2, 3, …"));
        let many = ["/0", "/1", "/2", "/3", "/4", "/5", "/6"].map(|pointer| (a, Some(0), pointer));
        assert_eq!(said(&many).as_deref(), Some("6 more like this in the same exchange: /1, /2, /3, …"));
    }
}
