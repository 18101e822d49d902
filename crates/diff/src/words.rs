//! Changes in words.

use std::sync::Arc;

use report::{Direction, Rule, shorten};
use serde_json::Value;

use crate::change::Change;
use crate::judge::{Judgement, Verdict};

/// How many operations are named.
const NAMED: usize = 4;
/// How many characters a value may take in a message.
const LONGEST: usize = 120;

/// What a judgement says: what its rule has to say of the change, and whether that is undecided.
pub(crate) fn headline(judgement: &Judgement) -> String {
    let message = message(judgement.rule, &judgement.change);
    match judgement.verdict {
        Verdict::Undecided(_) if !judgement.change.is_unreferenced() => format!("undecided: {message}"),
        _ => message,
    }
}

fn message(rule: &Rule, change: &Change) -> String {
    let template = rule.key("message").unwrap_or_else(|| rule.title());
    template
        .replace("{place}", &change.location.to_string())
        .replace("{aspect}", change.fact.name())
        .replace("{action}", change.fact.action().as_str())
        .replace("{old}", &said(&change.old))
        .replace("{new}", &said(&change.new))
}

fn said(value: &Value) -> String {
    let text = match value {
        Value::Null => "nothing".to_owned(),
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
