//! Patterns that are not regular expressions, taken out of a schema.

use serde_json::{Map, Value, json};

use super::unfolding::DATA;

/// A schema without the patterns that cannot be used, so that they cost nothing but themselves.
pub fn without_unusable_patterns(schema: &Value) -> Value {
    match schema {
        Value::Object(members) => Value::Object(members.iter().filter_map(member).collect::<Map<_, _>>()),
        Value::Array(items) => items.iter().map(without_unusable_patterns).collect(),
        other => other.clone(),
    }
}

fn member((name, value): (&String, &Value)) -> Option<(String, Value)> {
    let kept = match (name.as_str(), value) {
        ("pattern", Value::String(pattern)) if !is_usable(pattern) => return None,
        ("patternProperties", Value::Object(schemas)) => {
            let usable = schemas.iter().filter(|(pattern, _)| is_usable(pattern));
            usable.map(|(pattern, schema)| (pattern.clone(), without_unusable_patterns(schema))).collect()
        }
        (name, data) if DATA.contains(&name) => data.clone(),
        (_, value) => without_unusable_patterns(value),
    };
    Some((name.clone(), kept))
}

fn is_usable(pattern: &str) -> bool {
    super::compile(&json!({ "pattern": pattern })).is_ok()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::without_unusable_patterns;

    #[test]
    fn only_what_is_not_a_pattern_goes() {
        let schema = json!({"properties": {"a": {"type": "string", "pattern": "^(", "minLength": 1},
            "pattern": {"pattern": "^(?=a)"}}, "patternProperties": {"[": true, "^x": {"pattern": "a{2,1}"}},
            "const": {"pattern": "("}});
        let kept = json!({"properties": {"a": {"type": "string", "minLength": 1}, "pattern": {"pattern": "^(?=a)"}},
            "patternProperties": {"^x": {}}, "const": {"pattern": "("}});
        assert_eq!(without_unusable_patterns(&schema), kept);
    }
}
