//! What a plain scalar of YAML stands for: the core schema of YAML 1.2 (section 10.3).

use serde_json::{Number, Value};

/// The value of a scalar without quotes.
pub(super) fn plain(text: &str) -> Value {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => Value::Null,
        "true" | "True" | "TRUE" => Value::Bool(true),
        "false" | "False" | "FALSE" => Value::Bool(false),
        _ => number(text).map_or_else(|| Value::from(text), Value::Number),
    }
}

/// JSON has neither infinities nor "not a number", so these stay texts.
fn number(text: &str) -> Option<Number> {
    let based = |prefix: &str, radix| {
        let digits = text.strip_prefix(prefix)?;
        u64::from_str_radix(digits, radix).ok().filter(|_| !digits.starts_with('+'))
    };
    if let Some(whole) = based("0x", 16).or_else(|| based("0o", 8)) {
        return Some(whole.into());
    }
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let is_number = digits.starts_with(|first: char| first.is_ascii_digit() || first == '.')
        && digits.contains(|one: char| one.is_ascii_digit())
        && digits.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'e' | b'E' | b'+' | b'-'));
    if !is_number {
        return None;
    }
    let text = text.strip_prefix('+').unwrap_or(text);
    let whole = text.parse::<u64>().map(Number::from).or_else(|_| text.parse::<i64>().map(Number::from));
    whole.ok().or_else(|| text.parse().ok().and_then(Number::from_f64))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::plain;

    /// From the tables of YAML 1.2.2, sections 10.2 and 10.3.
    #[test]
    fn scalars_are_resolved_by_the_core_schema() {
        for (text, value) in [
            ("null", Value::Null),
            ("", Value::Null),
            ("true", json!(true)),
            ("FALSE", json!(false)),
            ("no", json!("no")),
            ("0", json!(0)),
            ("-19", json!(-19)),
            ("+12", json!(12)),
            ("0o7", json!(7)),
            ("0x3A", json!(58)),
            ("0.", json!(0.0)),
            (".5", json!(0.5)),
            ("+12e03", json!(12_000.0)),
            ("-2E+05", json!(-200_000.0)),
            (".inf", json!(".inf")),
            ("1.132.3", json!("1.132.3")),
            ("2026-11-26", json!("2026-11-26")),
            ("12:30", json!("12:30")),
            ("9007199254740993", json!(9_007_199_254_740_993_u64)),
            ("-", json!("-")),
            (".", json!(".")),
        ] {
            assert_eq!(plain(text), value, "{text}");
        }
    }
}
