//! What a schema cannot say of a value: members that the contract does not know, knows from other releases, or will
//! drop; and integers that do not fit their format.

use contract::pointer::Pointer;
use contract::{Kind, Projection, Property};
use serde_json::{Value, json};

use super::spot::{Member, Spot};
use super::violation::{Violation, place_name};
use crate::fact::Fact;

/// Everything that the lives of the contract have against a value.
pub(crate) fn violations<'c>(view: Projection<'c>, spot: &Spot<'c>, value: &Value) -> Vec<Violation<'c>> {
    let mut walk = Walk { view, found: Vec::new() };
    walk.value(spot, value, &Pointer::ROOT);
    walk.found
}

/// Whether a property or parameter that does not exist at this release is still to come.
pub(crate) fn is_to_come(view: Projection<'_>, property: &Property) -> bool {
    property.life.first().is_some_and(|first| view.release < first)
}

/// Whether the contract calls a property or parameter deprecated: by its flag, or by the state that it claims.
pub(crate) fn is_deprecated(view: Projection<'_>, property: &Property) -> bool {
    property.is_deprecated_at(view.release)
}

struct Walk<'c> {
    view: Projection<'c>,
    found: Vec<Violation<'c>>,
}

impl<'c> Walk<'c> {
    /// The parser bounds the depth of a value, and with it this recursion.
    fn value(&mut self, spot: &Spot<'c>, value: &Value, at: &Pointer<'_>) {
        match value {
            Value::Object(members) => {
                for (key, value) in members {
                    self.member(spot, key, value, &at.key(key));
                }
            }
            Value::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    self.value(&spot.item(self.view, item), item, &at.index(index));
                }
            }
            // What is no integer at all is the schema's to tell.
            Value::Number(_) if Kind::Integer.admits(value) => self.integer(spot, value, at),
            _ => {}
        }
    }

    fn member(&mut self, spot: &Spot<'c>, key: &str, value: &Value, at: &Pointer<'_>) {
        let (fact, property) = match spot.member(self.view, key, value) {
            Member::Known(member) => {
                if let Some(property) = member.property.filter(|property| is_deprecated(self.view, property)) {
                    self.report(Fact::PropertyDeprecated, Some(property), spot, value, at);
                }
                return self.value(&member, value, at);
            }
            Member::Elsewhere(property) if is_to_come(self.view, property) => {
                (Fact::PropertyNotYetAdded, Some(property))
            }
            Member::Elsewhere(property) => (Fact::PropertyRemoved, Some(property)),
            Member::Unknown => (Fact::PropertyUndeclared, None),
            Member::Free => return,
        };
        self.report(fact, property, spot, value, at);
    }

    fn report(&mut self, fact: Fact, property: Option<&'c Property>, spot: &Spot<'c>, value: &Value, at: &Pointer<'_>) {
        let pointer = at.to_string();
        let name = place_name(&pointer);
        self.found.push(Violation {
            component: spot.component,
            property,
            right_at: property.map(|property| property.life),
            deprecated: property.map(|property| property.deprecated).filter(|_| fact == Fact::PropertyDeprecated),
            subject: Some(name.clone()),
            actual: Some(value.clone()),
            ..Violation::new(fact, pointer, name)
        });
    }

    /// JSON Schema's formats are for strings; int32 and int64 are OpenAPI's.
    fn integer(&mut self, spot: &Spot<'c>, value: &Value, at: &Pointer<'_>) {
        let formats = spot.nodes().filter(|node| node.kind == Some(Kind::Integer));
        let Some(format) = formats.filter_map(|node| node.keywords.text("format")).find(|format| !holds(format, value))
        else {
            return;
        };
        let pointer = at.to_string();
        let name = place_name(&pointer);
        self.found.push(Violation {
            component: spot.component,
            property: spot.property,
            expected: Some(json!(format)),
            actual: Some(value.clone()),
            ..Violation::new(Fact::Format, pointer, name)
        });
    }
}

/// Whether a number is within the range of an integer format; other formats hold for any number.
pub(crate) fn holds(format: &str, value: &Value) -> bool {
    let as_integer = || value.as_i64().or_else(|| whole(value));
    match format {
        "int32" => as_integer().is_some_and(|number| i32::try_from(number).is_ok()),
        "int64" => as_integer().is_some(),
        _ => true,
    }
}

/// A number with a zero fraction as an integer, where an `i64` holds it.
#[expect(clippy::cast_possible_truncation, reason = "the range is checked first; both ends are exact as f64")]
fn whole(value: &Value) -> Option<i64> {
    const END: f64 = 9_223_372_036_854_775_808.0;
    let number = value.as_f64().filter(|_| value.is_f64())?;
    (number.fract() == 0.0 && (-END..END).contains(&number)).then_some(number as i64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integer_formats_have_ranges() {
        for (format, number, fits) in [
            ("int64", json!(i64::MAX), true),
            ("int64", json!(9_223_372_036_854_775_808_u64), false),
            ("int64", json!(3.0), true),
            ("int64", json!(1e19), false),
            ("int32", json!(2_147_483_648_u64), false),
            ("int32", json!(-2_147_483_648_i64), true),
            ("double", json!(1e300), true),
        ] {
            assert_eq!(holds(format, &number), fits, "{format} {number}");
        }
    }
}
