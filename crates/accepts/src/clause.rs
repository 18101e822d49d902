//! What the one side may write, in words that follow the name of a place: "may be an integer".

use diff::{Action, Change, Fact, Presence};
use report::{Direction, shorten};
use serde_json::Value;

/// How many characters a value may take.
const LONGEST: usize = 80;

/// What the side that writes may do there.
pub(crate) fn may(change: &Change, direction: Direction) -> String {
    let (written, taken) = sides(change, direction);
    match change.fact {
        Fact::Type(_) => format!("may be {}", kinds(written)),
        Fact::Null(_) => "may be null".to_owned(),
        Fact::Enum(_) if written.is_array() => format!("may be {}", values(written)),
        // New values alone: the old side of the change is empty.
        Fact::Enum(_) if written.is_null() => format!("may be other than {}", values(taken)),
        Fact::Enum(_) => format!("may be any {}", text(written)),
        Fact::RequiredProperty(Presence::Removed) if direction == Direction::Response => "is not there".to_owned(),
        Fact::RequiredProperty(_) | Fact::Required(_) if direction == Direction::Response => {
            "may be missing".to_owned()
        }
        Fact::RequiredProperty(_) | Fact::Required(_) => "may be left out".to_owned(),
        Fact::AdditionalProperties(_) => "may have members of any name".to_owned(),
        Fact::Choice(_) | Fact::Overlap(_) if !written.is_null() => format!("may have the form {}", text(written)),
        Fact::Choice(_) | Fact::Overlap(_) | Fact::Not(_) => "may have another form".to_owned(),
        Fact::Property(_) => "may be there".to_owned(),
        fact if taken.is_null() => format!("may have the `{}` {}", keyword(fact), text(written)),
        fact => format!("need not have the `{}` {}", keyword(fact), text(taken)),
    }
}

/// What the side that reads takes instead, as the end of a sentence.
pub(crate) fn taken(change: &Change, direction: Direction, reader: &str) -> String {
    let (_, taken) = sides(change, direction);
    match change.fact {
        Fact::Type(_) => format!("{reader} takes {}", kinds(taken)),
        Fact::Null(_) => format!("{reader} does not take null"),
        Fact::Enum(_) if taken.is_array() => format!("{reader} knows {}", values(taken)),
        Fact::Enum(_) => format!("{reader} does not know that"),
        Fact::RequiredProperty(_) if is_added(change.fact, direction) => refusal_of_unknown(reader),
        Fact::Required(_) | Fact::RequiredProperty(_) => format!("{reader} wants it"),
        Fact::Property(_) | Fact::AdditionalProperties(_) => refusal_of_unknown(reader),
        Fact::Choice(_) | Fact::Overlap(_) | Fact::Not(_) => format!("{reader} does not take that"),
        _ => format!("{reader} refuses what has not"),
    }
}

fn refusal_of_unknown(reader: &str) -> String {
    format!("{reader} refuses members that it does not know")
}

/// What the writing side and the reading side say: the model is the old side, the server the new one.
fn sides(change: &Change, direction: Direction) -> (&Value, &Value) {
    match direction {
        Direction::Request => (&change.old, &change.new),
        Direction::Response => (&change.new, &change.old),
    }
}

/// The name of a fact's keyword: rules know it with what happened, `minimum.loosened`.
fn keyword(fact: Fact) -> String {
    let name = fact.to_string();
    name.split_once('.').map_or(name.clone(), |(keyword, _)| keyword.to_owned())
}

/// Types with their articles.
fn kinds(value: &Value) -> String {
    match value.as_str() {
        None => text(value),
        Some("any") => "anything".to_owned(),
        Some("null") => "null".to_owned(),
        Some(names) => names.split(" or ").map(article).collect::<Vec<_>>().join(" or "),
    }
}

fn article(name: &str) -> String {
    let an = name.starts_with(['a', 'e', 'i', 'o', 'u']);
    format!("{} {name}", if an { "an" } else { "a" })
}

fn values(value: &Value) -> String {
    let all: Vec<String> = value.as_array().into_iter().flatten().map(ToString::to_string).collect();
    shorten(&all.join(", "), LONGEST).into()
}

fn text(value: &Value) -> String {
    match value {
        Value::String(text) => shorten(text, LONGEST).into(),
        other => shorten(&other.to_string(), LONGEST).into(),
    }
}

/// Whether a change adds something to the side that writes.
pub(crate) fn is_added(fact: Fact, direction: Direction) -> bool {
    match direction {
        Direction::Response => fact.action() == Action::Added,
        Direction::Request => fact.action() == Action::Removed,
    }
}
