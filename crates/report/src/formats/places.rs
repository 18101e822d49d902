//! The places of a group beyond the first, in words.

use crate::{Group, Location, escape};

use super::words::{line, number};

/// How many places are named.
const NAMED: usize = 5;

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
