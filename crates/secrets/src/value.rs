//! JSON values as they may be shown.

use serde_json::{Map, Value};

use crate::names::{Told, is_describing};
use crate::scan::mask_text;
use crate::{MASK, Names};

/// The members that name what stands in a member beside them, and those members.
const NAMING: [&str; 5] = ["name", "key", "header", "field", "id"];
const NAMED: [&str; 4] = ["value", "val", "content", "text"];

/// A value as it may be shown where it stands, which is below these names, the outermost first: itself masked if one of
/// them is a secret's, and what is secret in it.
pub fn mask_value<'n>(names: &Names, above: impl Iterator<Item = &'n str>, value: &Value) -> Value {
    let is_secret = above.fold(false, |is_secret, name| is_secret_below(names, is_secret, name));
    if is_secret { masked(names, value) } else { shown(names, value) }
}

/// Whether what stands under a name is secret, by it and by whether what that stands in is.
fn is_secret_below(names: &Names, is_secret: bool, name: &str) -> bool {
    match names.told(name) {
        Told::Secret => true,
        Told::About => false,
        Told::Nothing => is_secret && !is_describing(name),
    }
}

fn shown(names: &Names, value: &Value) -> Value {
    match value {
        Value::String(text) => Value::from(mask_text(names, text).into_owned()),
        Value::Array(items) => items.iter().map(|item| shown(names, item)).collect(),
        Value::Object(members) => {
            let is_named_secret = names_secret(names, members);
            let member = |(name, value): (&String, &Value)| {
                let is_secret = is_named_secret && is_named(name) || is_secret_member(names, name, members);
                (name.clone(), if is_secret { masked(names, value) } else { shown(names, value) })
            };
            members.iter().map(member).collect::<Map<_, _>>().into()
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => value.clone(),
    }
}

/// A value that is secret whole: only its structure, and what is told of the secret, is shown.
fn masked(names: &Names, value: &Value) -> Value {
    match value {
        Value::Null | Value::Bool(_) => value.clone(),
        Value::Number(_) | Value::String(_) => Value::from(MASK),
        Value::Array(items) => items.iter().map(|item| masked(names, item)).collect(),
        Value::Object(members) => {
            let member = |(name, value): (&String, &Value)| {
                let is_secret = is_secret_below(names, true, name);
                (name.clone(), if is_secret { masked(names, value) } else { shown(names, value) })
            };
            members.iter().map(member).collect::<Map<_, _>>().into()
        }
    }
}

/// Whether a member that names another, as `name` does `value`, names a secret.
fn names_secret(names: &Names, members: &Map<String, Value>) -> bool {
    NAMING.iter().filter_map(|naming| members.get(*naming)?.as_str()).any(|name| names.is_secret(name))
}

/// Whether a member of this name is secret among these: `key` beside `value` is a name.
fn is_secret_member(names: &Names, name: &str, members: &Map<String, Value>) -> bool {
    names.is_secret(name) && !(is_naming(name) && members.keys().any(|other| is_named(other)))
}

/// Whether a member of this name may say what stands beside it.
pub(crate) fn is_naming(name: &str) -> bool {
    NAMING.iter().any(|naming| name.eq_ignore_ascii_case(naming))
}

/// Whether a member of this name may be what another one names.
pub(crate) fn is_named(name: &str) -> bool {
    NAMED.iter().any(|named| name.eq_ignore_ascii_case(named))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn values_are_masked_under_their_names() {
        let names = Names::default();
        for (value, shown) in [
            (json!({"name": "a", "password": "hunter2"}), json!({"name": "a", "password": "***"})),
            (json!({"pinCode": 123_456, "token": null}), json!({"pinCode": "***", "token": null})),
            (json!({"token": {"current": ["abc"]}}), json!({"token": {"current": ["***"]}})),
            (json!([{"name": "x-api-key", "value": "abc"}]), json!([{"name": "x-api-key", "value": "***"}])),
            (json!({"value": "abc", "key": "password"}), json!({"value": "***", "key": "password"})),
            (json!({"key": "mobile-app", "value": {"a": 1}}), json!({"key": "mobile-app", "value": {"a": 1}})),
            (
                json!({"apiKey": {"id": "a", "name": "b", "permissions": ["c"], "value": "d"}}),
                json!({"apiKey": {"id": "***", "name": "b", "permissions": ["c"], "value": "***"}}),
            ),
            (json!({"key": "abc"}), json!({"key": "***"})),
            (json!({"url": "https://me:abc@host"}), json!({"url": "https://***@host"})),
        ] {
            assert_eq!(mask_value(&names, std::iter::empty(), &value), shown, "{value}");
        }
        assert_eq!(mask_value(&names, ["token", "0"].into_iter(), &json!("abc")), json!("***"));
    }
}
