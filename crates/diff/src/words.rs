//! Changes in words.

use std::collections::{BTreeSet, HashSet};
use std::sync::Arc;

use report::{Direction, shorten};
use serde_json::Value;

use crate::action::Action;
use crate::change::Change;
use crate::fact::{Area, Fact};
use crate::judge::{Judgement, Verdict};

/// How many operations are named.
const NAMED: usize = 4;
/// How many characters a value may take in a message.
const LONGEST: usize = 120;

/// What a judgement says: what its rule has to say of the change, and whether that is undecided.
pub(crate) fn headline(judgement: &Judgement) -> String {
    let change = &judgement.change;
    let message = filled(
        judgement.rule.key("message").unwrap_or(judgement.rule.title()),
        &[change],
        &change.location.to_string(),
    );
    judged(judgement, message)
}

/// The same of a change at many places, which have this name in common.
pub(crate) fn headline_of_all(judgement: &Judgement, changes: &[&Change], name: &str) -> String {
    let rule = judgement.rule;
    let template = rule.key("many").or_else(|| rule.key("message")).unwrap_or(rule.title());
    judged(judgement, filled(template, changes, name))
}

fn judged(judgement: &Judgement, message: String) -> String {
    match judgement.verdict {
        Verdict::Undecided(_) if !judgement.change.is_unreferenced() => format!("undecided: {message}"),
        _ => message,
    }
}

/// What a finding of many places is about, which have this name in common.
pub(crate) fn subject_of_all(judgement: &Judgement, name: &str) -> String {
    let fact = judgement.change.fact;
    let whose = match fact.area() {
        Area::Values | Area::Annotation => format!(" in {}s", judgement.direction.as_str()),
        Area::Request | Area::Response | Area::Operation => String::new(),
    };
    format!("{name}{whose}: {}", fact.name())
}

fn filled(template: &str, changes: &[&Change], place: &str) -> String {
    let [change, ..] = changes else { return template.to_owned() };
    template
        .replace("{place}", place)
        .replace("{aspect}", change.fact.name())
        .replace("{action}", change.fact.action().as_str())
        .replace("{before}", &before(change, changes))
        .replace("{old}", &said(&change.old))
        .replace("{new}", &said(&change.new))
}

/// What was right before a change that is the same in all of these.
fn before(change: &Change, changes: &[&Change]) -> String {
    if change.old != Value::Null {
        return format!("it was {}", said(&change.old));
    }
    let any = || {
        let kinds =
            changes.iter().map(|change| change.value_kinds.as_ref().map_or("value".into(), |kinds| kinds.old.one()));
        kinds.collect::<BTreeSet<String>>().into_iter().collect::<Vec<_>>().join(" or ")
    };
    match change.fact {
        Fact::Pattern(_) | Fact::Format(_) | Fact::MultipleOf(_) => format!("before, any {} was allowed", any()),
        Fact::Minimum(_) => "before, there was no lower limit".to_owned(),
        Fact::Maximum(_) => "before, there was no upper limit".to_owned(),
        Fact::MinLength(_) => "before, even an empty text was allowed".to_owned(),
        Fact::MinItems(_) => "before, even an empty array was allowed".to_owned(),
        Fact::MinProperties(_) => "before, even an empty object was allowed".to_owned(),
        Fact::MaxLength(_) | Fact::MaxItems(_) | Fact::MaxProperties(_) => "before, there was no limit".to_owned(),
        _ => "before, there was none".to_owned(),
    }
}

/// What the values at a place are called: those that both sides have in common, or that were there before.
pub(crate) fn several(change: &Change) -> Option<String> {
    let kinds = change.value_kinds.as_ref()?;
    let lost = matches!(change.fact.action(), Action::Removed | Action::Loosened);
    let kind = if lost || matches!(change.fact, Fact::Type(_)) { &kinds.old } else { &kinds.new };
    Some(kind.several())
}

/// The operations that a change reaches, each once.
pub(crate) fn operations(change: &Change) -> Vec<Arc<str>> {
    let mut known = HashSet::new();
    let ids = change.reach.iter().map(|reach| &reach.operation.id);
    ids.filter(|id| known.insert(Arc::clone(id))).cloned().collect()
}

fn said(value: &Value) -> String {
    let text = match value {
        Value::Null => "none".to_owned(),
        Value::String(text) => text.clone(),
        Value::Array(values) => values.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
        other => other.to_string(),
    };
    shorten(&text, LONGEST).into()
}

/// The operation that a change reaches, if it is but one.
pub(crate) fn only_operation(change: &Change) -> Option<Arc<str>> {
    let (first, rest) = change.reach.split_first()?;
    rest.iter().all(|one| one.operation == first.operation).then(|| Arc::clone(&first.operation.id))
}

/// The operations that a change reaches, a line for each direction; nothing where the place says it.
pub(crate) fn reach(change: &Change) -> Vec<String> {
    if change.is_unreferenced() {
        return Vec::new();
    }
    if only_operation(change).is_some() && matches!(change.location.owner, crate::Owner::Exchange { .. }) {
        return Vec::new();
    }
    let line = |direction: Direction| {
        let reached = change.reach.iter().filter(|reach| reach.direction == direction);
        let names: Vec<&str> = reached.map(|reach| &*reach.operation.id).collect();
        let shown = names.iter().take(NAMED).copied().collect::<Vec<_>>().join(", ");
        let more = names.len().saturating_sub(NAMED);
        let count = if names.len() == 1 { "1 operation".to_owned() } else { format!("{} operations", names.len()) };
        let tail = if more > 0 { format!(" and {more} more") } else { String::new() };
        format!("in {}s of {count}: {shown}{tail}", direction.as_str())
    };
    change.directions().map(line).collect()
}
