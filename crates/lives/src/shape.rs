//! What a value may be, in a few words.

use std::fmt;

use contract::{Node, Release, Schema};

/// How many values of an enum are named.
const NAMED: usize = 6;

/// A part of what is said of a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words.
    Text(String),
    /// The name of a component, to which a page can lead.
    Component(String),
    /// A regular expression, which is long and seldom read.
    Pattern(String),
    /// The values of an enum, of many only the first, and how many there are.
    Values(String, usize),
}

impl Piece {
    fn text(words: impl Into<String>) -> Self {
        Self::Text(words.into())
    }
}

impl fmt::Display for Piece {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (Self::Text(words) | Self::Component(words) | Self::Pattern(words) | Self::Values(words, _)) = self;
        f.write_str(words)
    }
}

/// What a value may be at a release: `string (uuid)`, `list of AssetResponseDto`, `integer, minimum 1, or null`.
pub fn shape(schema: &Schema, release: Release) -> String {
    pieces(schema, release).iter().map(ToString::to_string).collect()
}

/// The same in pieces, for who makes links of the components' names.
pub fn pieces(schema: &Schema, release: Release) -> Vec<Piece> {
    schema.at(release).map_or_else(|| vec![Piece::text("nothing")], |node| of_node(node, release))
}

fn of_node(node: &Node, release: Release) -> Vec<Piece> {
    let mut said = kind(node, release);
    let values: Vec<String> = node.values_at(release).map(ToString::to_string).collect();
    if !values.is_empty() {
        let more = values.len().saturating_sub(NAMED);
        let named = values.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>().join(", ");
        let words = if more == 0 { format!("one of {named}") } else { format!("one of {named} and {more} more") };
        said.extend([Piece::text(", "), Piece::Values(words, values.len())]);
    }
    // What else is said of it stands in the format and the bounds; what it is when nobody says is no promise.
    let bounds = node.keywords.iter().filter(|(keyword, _)| !matches!(keyword.name(), "format" | "default"));
    said.extend(bounds.flat_map(|(keyword, value)| {
        let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        let value = if keyword.name() == "pattern" { Piece::Pattern(text) } else { Piece::Text(text) };
        [Piece::Text(format!(", {} ", keyword.name())), value]
    }));
    said.extend(node.nullable.then(|| Piece::text(", or null")));
    said
}

fn kind(node: &Node, release: Release) -> Vec<Piece> {
    if let Some(items) = &node.items {
        return std::iter::once(Piece::text("list of ")).chain(pieces(items, release)).collect();
    }
    if let Some(name) = &node.reference {
        return vec![Piece::Component(name.clone())];
    }
    match (node.kind, node.all_of.as_slice(), node.any_of.as_slice(), node.one_of.as_slice()) {
        (None, all @ [_, ..], [], []) => joined(all, " and ", release),
        (None, [], any @ [_, ..], []) | (None, [], [], any @ [_, ..]) => joined(any, " or ", release),
        (None, ..) => vec![Piece::text("anything")],
        (Some(kind), ..) => vec![Piece::Text(
            node.keywords.text("format").map_or_else(|| kind.to_string(), |format| format!("{kind} ({format})")),
        )],
    }
}

fn joined(parts: &[Schema], word: &str, release: Release) -> Vec<Piece> {
    let mut said = Vec::new();
    for (position, part) in parts.iter().enumerate() {
        said.extend((position > 0).then(|| Piece::text(word)));
        said.extend(pieces(part, release));
    }
    said
}

#[cfg(test)]
mod tests {
    use contract::{Release, read};
    use serde_json::json;

    use super::{Piece, pieces, shape};

    #[test]
    fn shapes_are_said_in_a_few_words() {
        for (schema, expected) in [
            (json!({"type": "string", "format": "uuid"}), "string (uuid)"),
            (json!({"type": ["integer", "null"], "minimum": 1}), "integer, minimum 1, or null"),
            (json!({"type": "array", "items": {"$ref": "#/$defs/Tag"}}), "list of Tag"),
            (json!({"anyOf": [{"$ref": "#/$defs/Tag"}, {"type": "boolean"}]}), "Tag or boolean"),
            (json!({"type": "string", "enum": ["a", "b"]}), "string, one of \"a\", \"b\""),
            (json!({"type": "string", "default": "x"}), "string"),
            (json!(true), "anything"),
        ] {
            let contract = read::annotated(&json!({"$defs": {"It": schema, "Tag": true}})).unwrap().contract;
            assert_eq!(shape(&contract.component("It").unwrap().schema, Release::latest()), expected);
        }
    }

    #[test]
    fn what_is_named_and_what_is_long_is_told_apart() {
        let schema = json!({"type": "array", "items": {"$ref": "#/$defs/Tag"}});
        let pattern = json!({"type": "string", "pattern": "^a$"});
        let contract = read::annotated(&json!({"$defs": {"It": schema, "Tag": pattern}})).unwrap().contract;
        let of = |name| pieces(&contract.component(name).unwrap().schema, Release::latest());
        assert!(of("It").contains(&Piece::Component("Tag".to_owned())));
        assert!(of("Tag").contains(&Piece::Pattern("^a$".to_owned())));
    }
}
