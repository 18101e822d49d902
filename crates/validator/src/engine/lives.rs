//! What a schema cannot say of a value: members that the contract does not know, knows from other releases, or will
//! drop; and integers that do not fit their format.

use contract::marker::State;
use contract::{Kind, Property, ReleaseSet};
use serde_json::{Value, json};

use super::applicable::{ApplicableSchemas, MemberInfo};
use super::keyword::fits_range;
use super::path::Path;
use super::walk::Walk;
use crate::fact::Fact;

/// The releases at which a property or parameter is deprecated: by its flag, or by the state that it claims.
pub(crate) fn deprecated(property: &Property) -> ReleaseSet {
    let claims = property.markers.iter().filter(|(_, history)| history.state() == Some(&State::Deprecated));
    claims.fold(property.deprecated, |all, (releases, _)| all | releases)
}

/// The releases that are too early for something that lives at these, and the others.
pub(crate) fn early_and_late(at: ReleaseSet, life: ReleaseSet) -> (ReleaseSet, ReleaseSet) {
    let since = life.first().map_or(ReleaseSet::NONE, |first| ReleaseSet::between(first, None));
    // What never lives is gone.
    if life.is_empty() { (ReleaseSet::NONE, at) } else { (at - since, at & since) }
}

impl<'c> Walk<'_, 'c> {
    /// What lives have against a member.
    pub(super) fn member_lives(
        &mut self,
        object: &ApplicableSchemas<'c>,
        member: &MemberInfo<'c>,
        value: &Value,
        path: &Path<'_>,
    ) {
        for (at, property) in member.schemas.property.iter() {
            self.life_fact(Fact::PropertyDeprecated, at & deprecated(property), Some(property), object, value, path);
        }
        let mut told = member.alive;
        for (at, property) in member.named.iter() {
            let (early, late) = early_and_late(at - member.alive, property.life);
            self.life_fact(Fact::PropertyNotYetAdded, early, Some(property), object, value, path);
            self.life_fact(Fact::PropertyRemoved, late, Some(property), object, value, path);
            told = told | at;
        }
        let before = self.found_so_far();
        self.life_fact(Fact::PropertyUndeclared, member.undeclared - told, None, object, value, path);
        let known = Some(member.known).filter(|known| !known.is_empty());
        self.found_since(before).for_each(|violation| violation.right_at = known);
    }

    pub(super) fn life_fact(
        &mut self,
        fact: Fact,
        at: ReleaseSet,
        property: Option<&'c Property>,
        object: &ApplicableSchemas<'c>,
        value: &Value,
        path: &Path<'_>,
    ) {
        let at = at & self.open;
        if at.is_empty() {
            return;
        }
        for (at, component) in object.components(at) {
            let violation = self.fact(fact, at, path);
            violation.component = component;
            violation.property = property;
            violation.right_at = property.map(|property| property.life);
            violation.deprecated =
                property.map(|property| property.deprecated).filter(|_| fact == Fact::PropertyDeprecated);
            violation.subject = Some(violation.name.clone());
            violation.actual = Some(value.clone());
        }
    }

    /// JSON Schema's formats are for strings; int32 and int64 are OpenAPI's.
    pub(super) fn integer(&mut self, schemas: &ApplicableSchemas<'c>, value: &Value, path: &Path<'_>) {
        if !Kind::Integer.admits(value) {
            // What is not an integer at all is the schema's to tell.
            return;
        }
        let mut told = ReleaseSet::NONE;
        for applied in schemas.nodes.iter().filter(|applied| applied.node.kind == Some(Kind::Integer)) {
            let format = applied.node.keywords.text("format");
            let Some(format) = format.filter(|format| !fits_range(format, value)) else { continue };
            let at = self.refuse(applied.at - told);
            told = told | applied.at;
            for (at, property) in schemas.property.parts(at) {
                for (at, component) in schemas.components(at) {
                    let violation = self.fact(Fact::Format, at, path);
                    violation.component = component;
                    violation.property = property;
                    violation.expected = Some(json!(format));
                    violation.actual = Some(value.clone());
                }
            }
        }
    }
}
