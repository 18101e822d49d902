//! Members that only servers write (`readOnly`), or only clients (`writeOnly`).

use contract::{Node, Property, ReleaseSet, Schema};
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
    pub(super) fn required(&self, property: &Property) -> ReleaseSet {
        let required = property.required & property.life;
        match self.foreign_flag() {
            Some((flag, _)) if !required.is_empty() => required - self.flagged(&property.schema, flag, 0),
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
        let Some((flag, fact)) = self.foreign_flag() else { return };
        for (at, property) in member.schemas.property.iter() {
            let at = at & self.flagged(&property.schema, flag, 0);
            self.life_fact(fact, at, Some(property), object, value, path);
        }
    }

    /// The flag of members that the writer of the value should not write, and that it did.
    fn foreign_flag(&self) -> Option<(&'static str, Fact)> {
        Some(match self.instance.direction? {
            Direction::Request => ("readOnly", Fact::PropertyReadOnly),
            Direction::Response => ("writeOnly", Fact::PropertyWriteOnly),
        })
    }

    /// The releases at which a schema has a flag, be it in a component that it refers to.
    fn flagged(&self, schema: &Schema, flag: &str, depth: usize) -> ReleaseSet {
        if depth > DEEPEST {
            return ReleaseSet::NONE;
        }
        let of_node = |node: &Node| {
            if node.keywords.get(flag).and_then(Value::as_bool) == Some(true) {
                return ReleaseSet::all();
            }
            let component = node.reference.as_deref().and_then(|name| self.contract.component(name));
            let parts = component.map(|component| &component.schema).into_iter().chain(&node.all_of);
            parts.fold(ReleaseSet::NONE, |all, part| all | self.flagged(part, flag, depth + 1))
        };
        schema.iter().fold(ReleaseSet::NONE, |all, (at, node)| all | (at & of_node(node)))
    }
}
