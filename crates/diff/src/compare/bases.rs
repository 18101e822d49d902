//! Components that both sides build upon.

use std::collections::BTreeSet;

use contract::Projection;

use super::At;
use crate::shape::{Members, Reader, Shape, Sub};

/// How many components a schema may build upon for their changes to be told of them alone.
const MOST_BASES: usize = 64;

impl<'c> At<'_, 'c> {
    /// What both schemas allow, and the components that both have as a part of them and whose changes are told of them
    /// alone. Where a member of such a component moved into the schema that builds upon it, or the other way round, what
    /// holds is only seen in both together.
    pub(super) fn merged(&mut self, old: &Sub<'c>, new: &Sub<'c>) -> (Shape<'c>, Shape<'c>, BTreeSet<&'c str>) {
        let (old_view, new_view) = (self.walk.old, self.walk.new);
        let mut shared = Reader::new(old_view).bases(old);
        let other = Reader::new(new_view).bases(new);
        shared.retain(|name| other.contains(name));
        if shared.len() > MOST_BASES {
            self.walk.merged.extend(&shared);
            shared.clear();
        }
        loop {
            let before = self.read(Reader::sharing(old_view, shared.clone()), old);
            let after = self.read(Reader::sharing(new_view, shared.clone()), new);
            let moved: Vec<&'c str> =
                shared.iter().copied().filter(|base| self.is_overruled(base, &before, &after)).collect();
            if moved.is_empty() {
                return (before, after, shared);
            }
            for base in moved {
                shared.remove(base);
                self.walk.merged.insert(base);
            }
        }
    }

    /// What a schema allows. What is read within trials counts.
    fn read(&mut self, mut reader: Reader<'c>, sub: &Sub<'c>) -> Shape<'c> {
        let shape = reader.shape(sub);
        self.walk.work = self.walk.work.saturating_add(reader.work());
        self.walk.trials.note_within(reader.work());
        shape
    }

    /// Whether something else has a say in a member of a base that changed.
    fn is_overruled(&mut self, base: &'c str, old: &Shape<'c>, new: &Shape<'c>) -> bool {
        let own = |shape: &Shape<'c>| -> BTreeSet<&'c str> {
            let own = shape.members.named.iter().filter(|(_, member)| !member.inherited);
            own.map(|(name, _)| *name).collect()
        };
        let own = &own(old) | &own(new);
        if own.is_empty() {
            return false;
        }
        let (before, after) = (members(self.walk.old, base), members(self.walk.new, base));
        own.into_iter().any(|name| match (before.named.get(name), after.named.get(name)) {
            (None, None) => false,
            (Some(one), Some(other)) => {
                one.required != other.required || !self.walk.same(&one.value, &other.value, self.representation)
            }
            _ => true,
        })
    }
}

fn members<'c>(view: Projection<'c>, base: &'c str) -> Members<'c> {
    let sub = Sub(view.component(base).into_iter().collect());
    Reader::new(view).shape(&sub).members
}
