//! Members that only servers write (`readOnly`), or only clients (`writeOnly`).

use contract::{Contract, Node, Property, ReleaseSet, Schema};
use report::Direction;
use serde_json::Value;

use super::applicable::{ApplicableSchemas, MemberInfo};
use super::path::Path;
use super::walk::Walk;
use crate::fact::Fact;

/// References that lead to nothing but references end here.
const DEEPEST: usize = 16;

impl<'c> Walk<'_, 'c> {
    /// The releases at which a member must be there. Who does not write it need not send it.
    pub(super) fn required(&mut self, property: &Property) -> ReleaseSet {
        let required = property.required & property.life;
        match self.foreign_flag() {
            Some(foreign) if !required.is_empty() => required - self.flagged(&property.schema, foreign),
            _ => required,
        }
    }

    /// That a member is sent by the side that should not write it.
    pub(super) fn member_direction(
        &mut self,
        object: &ApplicableSchemas<'c>,
        member: &MemberInfo<'c>,
        value: &Value,
        path: &Path<'_>,
    ) {
        let Some(foreign) = self.foreign_flag() else { return };
        for (at, property) in member.schemas.property.iter() {
            let at = at & self.flagged(&property.schema, foreign);
            self.life_fact(foreign.1, at, Some(property), object, value, path);
        }
    }

    /// The flag of members that the writer of the value should not write, and that it did.
    fn foreign_flag(&self) -> Option<(&'static str, Fact)> {
        Some(match self.instance.direction? {
            Direction::Request => ("readOnly", Fact::PropertyReadOnly),
            Direction::Response => ("writeOnly", Fact::PropertyWriteOnly),
        })
    }

    /// The releases at which a schema has a flag, which is asked of each member of each value.
    fn flagged(&mut self, schema: &Schema, (flag, fact): (&str, Fact)) -> ReleaseSet {
        let Self { contract, keywords, .. } = self;
        *keywords.flagged.entry((schema.id(), fact)).or_insert_with(|| flagged(contract, schema, flag, 0))
    }
}

/// The releases at which a schema has a flag, be it in a component that it refers to.
fn flagged(contract: &Contract, schema: &Schema, flag: &str, depth: usize) -> ReleaseSet {
    if depth > DEEPEST {
        return ReleaseSet::NONE;
    }
    let of_node = |node: &Node| {
        if node.keywords.get(flag).and_then(Value::as_bool) == Some(true) {
            return ReleaseSet::all();
        }
        let component = node.reference.as_deref().and_then(|name| contract.component(name));
        let parts = component.map(|component| &component.schema).into_iter().chain(&node.all_of);
        parts.fold(ReleaseSet::NONE, |all, part| all | flagged(contract, part, flag, depth + 1))
    };
    schema.iter().fold(ReleaseSet::NONE, |all, (at, node)| all | (at & of_node(node)))
}
