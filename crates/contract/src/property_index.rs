//! Finds one of many properties by its name.

use crate::Property;

/// How many properties a node has at least to have an index; fewer are looked through faster.
const MANY: usize = 32;

/// The properties of a node in the order of their names, where there are many. Made with the numbers of the nodes; who
/// changes properties afterwards numbers the contract again.
#[derive(Clone, Debug, Default)]
pub struct PropertyIndex(Box<[u32]>);

impl PropertyIndex {
    /// The index of these properties.
    pub(crate) fn of(properties: &[Property]) -> Self {
        if properties.len() < MANY {
            return Self::default();
        }
        let mut places: Vec<u32> = (0..).take(properties.len()).collect();
        // Of two of one name the first counts, and the order is kept.
        places.sort_by(|one, other| name(properties, *one).cmp(name(properties, *other)));
        Self(places.into())
    }

    /// The first property of this name.
    pub(crate) fn find<'p>(&self, properties: &'p [Property], wanted: &str) -> Option<&'p Property> {
        if self.0.len() != properties.len() || self.0.is_empty() {
            return properties.iter().find(|property| property.name == wanted);
        }
        let at = self.0.partition_point(|place| name(properties, *place) < wanted);
        let found = properties.get(*self.0.get(at)? as usize)?;
        (found.name == wanted).then_some(found)
    }
}

fn name(properties: &[Property], place: u32) -> &str {
    properties.get(place as usize).map_or("", |property| &property.name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Node, Schema};

    #[test]
    fn the_first_of_a_name_is_found_however_many_there_are() {
        for count in [0, 3, 100] {
            let one = |at: usize| Property::optional(format!("p{}", at % 90), Schema::always(Node::default()));
            let properties: Vec<Property> = (0..count).map(one).collect();
            let index = PropertyIndex::of(&properties);
            for name in (0..100).map(|at| format!("p{at}")) {
                let found = index.find(&properties, &name).map(std::ptr::from_ref);
                assert_eq!(found, properties.iter().find(|one| one.name == name).map(std::ptr::from_ref), "{name}");
            }
        }
    }
}
