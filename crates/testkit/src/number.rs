//! Numbers within bounds, and such as are just outside.

use proptest::prelude::*;
use serde_json::{Number, Value, json};

/// The largest integer up to which every integer is an `f64`.
const EXACT: i128 = 1 << 53;

/// The bounds of a number, those of its format included.
#[derive(Clone, Debug, Default)]
pub(crate) struct Bounds<'c> {
    pub(crate) format: Option<&'c str>,
    pub(crate) minimum: Option<&'c Value>,
    pub(crate) maximum: Option<&'c Value>,
    pub(crate) above: Option<&'c Value>,
    pub(crate) below: Option<&'c Value>,
    pub(crate) step: Option<&'c Value>,
}

impl Bounds<'_> {
    /// The integers within: first and last.
    fn integers(&self) -> (i128, i128) {
        let (mut first, mut last) = match self.format {
            Some("int32") => (i128::from(i32::MIN), i128::from(i32::MAX)),
            Some("int64") => (i128::from(i64::MIN), i128::from(i64::MAX)),
            _ => (i128::from(i64::MIN), i128::from(u64::MAX)),
        };
        first = first.max(self.minimum.map_or(first, ceiling));
        last = last.min(self.maximum.map_or(last, floor));
        first = first.max(self.above.map_or(first, |bound| floor(bound) + 1));
        last = last.min(self.below.map_or(last, |bound| ceiling(bound) - 1));
        (first, last)
    }

    /// Integers within the bounds; one in some carries a fraction of zero.
    pub(crate) fn integer_strategy(&self) -> Option<BoxedStrategy<Value>> {
        let (first, last) = self.integers();
        let step = self.step.map_or(1, |step| ceiling(step).max(1));
        let (small, large) = (first.max(-1000), last.min(1000));
        let usual = if small <= large { (small, large) } else { (first, last) };
        let range = |(first, last): (i128, i128)| (first.div_euclid(step)..=last.div_euclid(step)).boxed();
        if first > last {
            return None;
        }
        let any = prop_oneof![4 => range(usual), 2 => range((first, last)), 1 => Just(last.div_euclid(step))];
        let fits = move |number: &i128| (first..=last).contains(number);
        let numbers = any.prop_map(move |count| count * step).prop_filter("bounds", fits);
        Some((numbers, 0..12).prop_map(|(number, dice)| integer(number, dice == 0)).boxed())
    }

    /// Numbers within the bounds, whole and broken.
    pub(crate) fn number_strategy(&self) -> Option<BoxedStrategy<Value>> {
        let whole = self.integer_strategy();
        if self.step.is_some() {
            return whole;
        }
        let (low, high) = (self.minimum.or(self.above), self.maximum.or(self.below));
        let (low, high) = (low.and_then(Value::as_f64), high.and_then(Value::as_f64));
        let low = low.unwrap_or_else(|| high.map_or(-1e6, |high| high.min(0.0) - 1e6));
        let high = high.unwrap_or(low.abs() + 1e6);
        let (above, below) = (self.above.and_then(Value::as_f64), self.below.and_then(Value::as_f64));
        let fits =
            move |number: &f64| above.is_none_or(|bound| *number > bound) && below.is_none_or(|bound| *number < bound);
        let broken = (low..=high).prop_filter("exclusive bounds", fits).prop_map(|number| json!(number)).boxed();
        Some(whole.map_or(broken.clone(), |whole| prop_oneof![whole, broken].boxed()))
    }

    /// Numbers that break one bound, with its keyword.
    pub(crate) fn broken(&self) -> Vec<(&'static str, Value)> {
        let mut all = Vec::new();
        all.extend(self.minimum.map(|bound| ("minimum", integer(ceiling(bound) - 1, false))));
        all.extend(self.maximum.map(|bound| ("maximum", integer(floor(bound) + 1, false))));
        all.extend(self.above.map(|bound| ("exclusiveMinimum", bound.clone())));
        all.extend(self.below.map(|bound| ("exclusiveMaximum", bound.clone())));
        match self.format {
            Some("int32") => all.push(("format", json!(1_u64 << 31))),
            Some("int64") => all.push(("format", json!(1_u64 << 63))),
            _ => {}
        }
        all
    }
}

fn ceiling(bound: &Value) -> i128 {
    exact(bound).unwrap_or_else(|| whole(bound.as_f64().unwrap_or_default().ceil()))
}

fn floor(bound: &Value) -> i128 {
    exact(bound).unwrap_or_else(|| whole(bound.as_f64().unwrap_or_default().floor()))
}

fn exact(bound: &Value) -> Option<i128> {
    bound.as_i64().map(i128::from).or_else(|| bound.as_u64().map(i128::from))
}

#[expect(clippy::cast_possible_truncation, reason = "bounds of schemas are far from the ends of an i128")]
fn whole(bound: f64) -> i128 {
    bound as i128
}

/// An integer as JSON, `3.0` instead of `3` where that is the same number and wanted.
fn integer(number: i128, with_fraction: bool) -> Value {
    if with_fraction && number.abs() < EXACT {
        #[expect(clippy::cast_precision_loss, reason = "it is below 2^53")]
        return json!(number as f64);
    }
    Number::from_i128(number).map_or(Value::Null, Value::Number)
}
