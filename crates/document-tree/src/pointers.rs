//! The JSON Pointers of values of a document, found on one way through it.

use super::Element;
use crate::pointer::Pointer;

/// The JSON Pointers that lead to these values of one document, in their order.
pub fn pointers(elements: &[Element<'_>]) -> Vec<String> {
    let mut found = vec![String::new(); elements.len()];
    let Some(root) = elements.first().map(|first| first.root_of()) else { return found };
    let wanted = |(slot, element): (usize, &Element<'_>)| Wanted { index: element.index(), slot };
    let mut wanted: Vec<Wanted> = elements.iter().enumerate().map(wanted).collect();
    wanted.sort_unstable_by_key(|one| one.index);
    below(root, &Pointer::ROOT, &wanted, &mut found);
    found
}

/// A value that is looked for, and which of all it is.
struct Wanted {
    index: usize,
    slot: usize,
}

/// Spells out where those stand that are looked for in a value. They are in the order of the document, and lie in each other
/// no deeper than its values may.
fn below(holder: Element<'_>, at: &Pointer<'_>, wanted: &[Wanted], found: &mut [String]) {
    let (here, mut left) = wanted.split_at(wanted.partition_point(|one| one.index <= holder.index()));
    for one in here {
        if let Some(pointer) = found.get_mut(one.slot) {
            *pointer = at.to_string();
        }
    }
    let members = holder.members().map(|(name, child)| (at.key(name), child));
    let items = holder.items().enumerate().map(|(index, child)| (at.index(index), child));
    for (at, child) in members.chain(items) {
        if left.is_empty() {
            return;
        }
        let (within, after) = left.split_at(left.partition_point(|one| one.index < child.end()));
        if !within.is_empty() {
            below(child, &at, within, found);
        }
        left = after;
    }
}
