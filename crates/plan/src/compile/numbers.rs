//! Numbers: their bounds as integers, both included.

use contract::Kind;
use serde_json::Value;

use super::alternatives::{Alternative, small};
use super::{Compiler, place_of};
use crate::arena::{Bounds, Op};

/// Beyond this, not every integer is an `f64`, and the reference compares as `f64`.
const EXACT: i64 = 1 << 53;

/// Keywords that narrow the values of an enum further: nobody writes that.
const BOUNDS: [&str; 4] = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"];

impl<'c> Compiler<'c> {
    /// The integers of an enum, as they are written.
    pub(super) fn numbers(&mut self, alternative: &Alternative<'c>) -> Op {
        let lists: Vec<Vec<&Value>> =
            alternative.nodes.iter().map(|node| node.values_at(self.view.release).collect::<Vec<_>>()).collect();
        let mut lists = lists.into_iter().filter(|list| !list.is_empty());
        let (Some(list), None) = (lists.next(), lists.next()) else { return Op::Unsure };
        if alternative.keyword("const").next().is_some()
            || BOUNDS.iter().any(|bound| alternative.keyword(bound).next().is_some())
        {
            return Op::Unsure;
        }
        let written = |number: i32| number.to_string().into_bytes().into_boxed_slice();
        self.arena.enums.push(list.into_iter().filter_map(small).map(written).collect());
        Op::Enum(place_of(&self.arena.enums))
    }

    pub(super) fn number(&mut self, alternative: &Alternative<'c>) -> Op {
        let is_integer = alternative.kind() == Some(Kind::Integer);
        let formats = alternative.nodes.iter().filter(|node| node.kind == Some(Kind::Integer));
        let int32 = formats.filter_map(|node| node.keywords.text("format")).any(|format| format == "int32");
        let mut bounds = Bounds { least: i64::MIN, most: i64::MAX };
        if int32 {
            bounds = Bounds { least: i64::from(i32::MIN), most: i64::from(i32::MAX) };
        }
        let narrow = [("minimum", 1, 0), ("exclusiveMinimum", 1, 1), ("maximum", -1, 0), ("exclusiveMaximum", -1, -1)];
        for (keyword, side, shift) in narrow {
            for limit in alternative.keyword(keyword) {
                let Some(inner) = within(limit, side, shift) else {
                    self.gaps.push(format!("{keyword} {limit}"));
                    return Op::Unsure;
                };
                if side > 0 {
                    bounds.least = bounds.least.max(inner);
                } else {
                    bounds.most = bounds.most.min(inner);
                }
            }
        }
        let free = bounds == Bounds { least: i64::MIN, most: i64::MAX };
        if free {
            return if is_integer { Op::Integer } else { Op::Number };
        }
        self.arena.numbers.push(bounds);
        let place = place_of(&self.arena.numbers);
        if is_integer { Op::BoundedInteger(place) } else { Op::BoundedNumber(place) }
    }
}

/// The outermost integer within a bound that is not too large. Numbers between a broken bound and that integer are left to
/// others.
fn within(limit: &Value, side: i64, shift: i64) -> Option<i64> {
    let limit = limit.as_f64().filter(|limit| limit.abs() <= 9_007_199_254_740_992.0)?;
    let inner = if side > 0 { limit.ceil() } else { limit.floor() };
    #[expect(clippy::cast_possible_truncation, reason = "it is whole and at most 2^53")]
    let whole = inner as i64;
    Some(if limit.fract() == 0.0 { whole + shift } else { whole }).filter(|whole| (-EXACT..=EXACT).contains(whole))
}

#[cfg(test)]
mod tests {
    use super::within;
    use serde_json::json;

    #[test]
    fn bounds_become_integers_within() {
        for (limit, side, shift, inner) in [
            (json!(1), 1, 0, Some(1)),
            (json!(0), 1, 1, Some(1)),
            (json!(0.1), 1, 0, Some(1)),
            (json!(-0.5), 1, 1, Some(0)),
            (json!(2.5), -1, 0, Some(2)),
            (json!(3.0), -1, -1, Some(2)),
            (json!(1e300), -1, 0, None),
        ] {
            assert_eq!(within(&limit, side, shift), inner, "{limit}");
        }
    }
}
