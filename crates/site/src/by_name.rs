//! Things by their names, in the order in which they were met.

use std::collections::HashMap;

/// Things by name.
pub(crate) struct ByName<T> {
    in_order: Vec<(String, T)>,
    /// Where each stands.
    known: HashMap<String, usize>,
}

impl<T> Default for ByName<T> {
    fn default() -> Self {
        Self { in_order: Vec::new(), known: HashMap::new() }
    }
}

impl<T: Default> ByName<T> {
    /// Has `change` change the thing of this name, which is new where there was none.
    pub(crate) fn update(&mut self, name: &str, change: impl FnOnce(&mut T)) {
        let position = self.known.get(name).copied().unwrap_or_else(|| {
            self.known.insert(name.to_owned(), self.in_order.len());
            self.in_order.push((name.to_owned(), T::default()));
            self.in_order.len().saturating_sub(1)
        });
        if let Some((_, thing)) = self.in_order.get_mut(position) {
            change(thing);
        }
    }

    /// The things, those first that were met first.
    pub(crate) fn in_order(self) -> Vec<(String, T)> {
        self.in_order
    }
}

#[cfg(test)]
mod tests {
    use super::ByName;

    #[test]
    fn what_is_met_again_stays_where_it_was() {
        let mut counts: ByName<usize> = ByName::default();
        for name in ["b", "a", "b"] {
            counts.update(name, |count| *count += 1);
        }
        assert_eq!(counts.in_order(), [("b".to_owned(), 2), ("a".to_owned(), 1)]);
    }
}
