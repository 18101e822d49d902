//! Schemas that are named by a word instead of a pointer.

use contract::Element;
use contract::pointer::escape;

/// The pointer of the schema of this name: `$anchor`, or an `$id` that is a fragment, as drafts up to 7 have it.
pub(super) fn pointer(root: Element<'_>, name: &str) -> Option<String> {
    let is_named = |schema: Element<'_>| {
        let text = |key: &str| schema.get(key).and_then(Element::as_str);
        let anchored = ["$anchor", "$dynamicAnchor"].into_iter().filter_map(text).any(|anchor| anchor == name);
        let fragment = ["$id", "id"].into_iter().filter_map(text).any(|id| id.strip_prefix('#') == Some(name));
        anchored || fragment
    };
    let mut open = vec![(root, String::new())];
    while let Some((value, pointer)) = open.pop() {
        if is_named(value) {
            return Some(pointer);
        }
        open.extend(value.members().map(|(key, member)| (member, format!("{pointer}/{}", escape(key)))));
        open.extend(value.items().enumerate().map(|(index, item)| (item, format!("{pointer}/{index}"))));
    }
    None
}
