//! What a value may be, in a few words.

use contract::{Node, Release, Schema};

/// How many values of an enum are named.
const NAMED: usize = 6;

/// What a value may be at a release: `string (uuid)`, `list of AssetResponseDto`, `integer, minimum 1, or null`.
pub fn shape(schema: &Schema, release: Release) -> String {
    schema.at(release).map_or_else(|| "nothing".to_owned(), |node| of_node(node, release))
}

fn of_node(node: &Node, release: Release) -> String {
    let mut said = vec![kind(node, release)];
    let values: Vec<String> = node.values_at(release).map(ToString::to_string).collect();
    if !values.is_empty() {
        let more = values.len().saturating_sub(NAMED);
        let named = values.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>().join(", ");
        said.push(if more == 0 { format!("one of {named}") } else { format!("one of {named} and {more} more") });
    }
    // What else is said of it stands in the format and the bounds; what it is when nobody says is no promise.
    let bounds = node.keywords.iter().filter(|(keyword, _)| !matches!(keyword.name(), "format" | "default"));
    said.extend(bounds.map(|(keyword, value)| match value.as_str() {
        Some(text) => format!("{} {text}", keyword.name()),
        None => format!("{} {value}", keyword.name()),
    }));
    if node.nullable {
        said.push("or null".to_owned());
    }
    said.join(", ")
}

fn kind(node: &Node, release: Release) -> String {
    if let Some(items) = &node.items {
        return format!("list of {}", shape(items, release));
    }
    let alternatives =
        |list: &[Schema], word: &str| list.iter().map(|one| shape(one, release)).collect::<Vec<_>>().join(word);
    if let Some(name) = &node.reference {
        return name.clone();
    }
    match (node.kind, node.all_of.as_slice(), node.any_of.as_slice(), node.one_of.as_slice()) {
        (None, all @ [_, ..], [], []) => alternatives(all, " and "),
        (None, [], any @ [_, ..], []) | (None, [], [], any @ [_, ..]) => alternatives(any, " or "),
        (None, ..) => "anything".to_owned(),
        (Some(kind), ..) => {
            let format = node.keywords.iter().find(|(keyword, _)| keyword.name() == "format");
            format
                .and_then(|(_, value)| value.as_str())
                .map_or_else(|| kind.to_string(), |format| format!("{kind} ({format})"))
        }
    }
}
