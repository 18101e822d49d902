//! Bounds and steps of integers that no 64 bits hold, by their digits.

use std::cmp::Ordering;

use serde_json::{Number, Value};

use crate::fact::Fact;

/// Whether an integer of at least 2^63, or at most -2^63, which is written with these digits, is as a keyword wants it;
/// nothing for keywords that do not speak of numbers, and where that is hard to tell.
pub(super) fn holds(keyword: Fact, limit: &Value, digits: &str) -> Option<bool> {
    let limit = limit.as_number()?;
    let ordering = || compared(digits, limit);
    match keyword {
        Fact::Minimum => ordering().map(Ordering::is_ge),
        Fact::ExclusiveMinimum => ordering().map(Ordering::is_gt),
        Fact::Maximum => ordering().map(Ordering::is_le),
        Fact::ExclusiveMaximum => ordering().map(Ordering::is_lt),
        Fact::MultipleOf => is_multiple(digits, limit),
        _ => None,
    }
}

/// How a large integer stands to a bound.
fn compared(digits: &str, limit: &Number) -> Option<Ordering> {
    // An `f64` of this size is an integer, and Rust writes all of its digits.
    let limit = if limit.is_f64() { format!("{:.0}", limit.as_f64()?) } else { limit.to_string() };
    let parts = |text: &'_ str| text.strip_prefix('-').map_or((false, text.len()), |rest| (true, rest.len()));
    let ((negative, length), (other_negative, other_length)) = (parts(digits), parts(&limit));
    let by_size = length.cmp(&other_length).then_with(|| digits.cmp(&limit));
    Some(match (negative, other_negative) {
        (true, false) => Ordering::Less,
        (false, true) => Ordering::Greater,
        (false, false) => by_size,
        (true, true) => by_size.reverse(),
    })
}

/// Whether a large integer is a multiple of a step.
fn is_multiple(digits: &str, step: &Number) -> Option<bool> {
    let text = step.to_string();
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let fraction = fraction.trim_end_matches('0');
    // A step such as 1e-8 is left to others.
    let step: u128 = format!("{whole}{fraction}").parse::<u64>().ok().filter(|step| *step > 0)?.into();
    let zeros = std::iter::repeat_n(b'0', fraction.len());
    let left = digits
        .bytes()
        .filter(u8::is_ascii_digit)
        .chain(zeros)
        .fold(0, |left, digit| (left * 10 + u128::from(digit - b'0')) % step);
    Some(left == 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn steps_and_bounds_are_exact() {
        use Fact::{ExclusiveMaximum, ExclusiveMinimum, Maximum, Minimum, MultipleOf};
        for (keyword, limit, digits, expected) in [
            (MultipleOf, json!(2), "18446744073709551616", Some(true)),
            (MultipleOf, json!(2), "18446744073709551617", Some(false)),
            (MultipleOf, json!(0.5), "18446744073709551617", Some(true)),
            (MultipleOf, json!(1.5), "-27670116110564327424", Some(true)),
            (MultipleOf, json!(1.5), "27670116110564327425", Some(false)),
            (MultipleOf, json!(7), "99999999999999999999999999999999999999", Some(false)),
            (Minimum, json!(0), "18446744073709551617", Some(true)),
            (Minimum, json!(-5), "-18446744073709551617", Some(false)),
            (Maximum, json!(18_446_744_073_709_551_616_f64), "18446744073709551616", Some(true)),
            (Maximum, json!(18_446_744_073_709_551_616_f64), "18446744073709551617", Some(false)),
            (ExclusiveMaximum, json!(18_446_744_073_709_551_616_f64), "18446744073709551616", Some(false)),
            (ExclusiveMinimum, json!(-18_446_744_073_709_551_616_f64), "-18446744073709551617", Some(false)),
            (Maximum, json!(1e300), "18446744073709551617", Some(true)),
            (MultipleOf, json!(1e-8), "18446744073709551617", None),
            (Fact::MinLength, json!(1), "18446744073709551617", None),
        ] {
            assert_eq!(holds(keyword, &limit, digits), expected, "{} {limit} {digits}", keyword.name());
        }
    }
}
