//! Numbers.

use super::byte;

/// The most digits that surely fit an `i64`.
const MOST_DIGITS: usize = 18;
/// The most digits in front of an exponent, and behind the point, of a number that surely is finite.
const MOST_LENGTH: usize = 40;
/// The most digits of its exponent.
const MOST_EXPONENT: usize = 2;

/// An integer, and where it ends.
pub(super) struct Integer {
    pub(super) value: i64,
    pub(super) end: usize,
}

/// Any number: where it ends, and between which integers it lies, both included.
pub(super) struct Decimal {
    pub(super) end: usize,
    pub(super) range: Option<(i64, i64, usize)>,
}

/// Reads an integer that is written as one. `-0`, `3.0` and what is beyond 18 digits are left to others.
#[inline]
pub(super) fn integer(text: &[u8], at: usize) -> Option<Integer> {
    let negative = byte(text, at) == b'-';
    let first = at + usize::from(negative);
    let mut end = first;
    let mut value = 0_i64;
    while byte(text, end).is_ascii_digit() && end - first < MOST_DIGITS {
        value = value * 10 + i64::from(byte(text, end) - b'0');
        end += 1;
    }
    let zero = byte(text, first) == b'0' && (end - first > 1 || negative);
    let more = matches!(byte(text, end), b'0'..=b'9' | b'.' | b'e' | b'E');
    if end == first || zero || more {
        return None;
    }
    Some(Integer { value: if negative { -value } else { value }, end })
}

/// Reads any number that surely is finite.
#[inline]
pub(super) fn decimal(text: &[u8], at: usize) -> Option<Decimal> {
    if let Some(Integer { value, end }) = integer(text, at) {
        return Some(Decimal { end, range: Some((value, value, end)) });
    }
    fraction(text, at)
}

/// Reads a number with a fraction or an exponent.
fn fraction(text: &[u8], at: usize) -> Option<Decimal> {
    let negative = byte(text, at) == b'-';
    let first = at + usize::from(negative);
    let point = digits_end(text, first)?;
    if byte(text, first) == b'0' && point - first > 1 {
        return None;
    }
    let end = if byte(text, point) == b'.' { digits_end(text, point + 1)? } else { point };
    if end - first > MOST_LENGTH {
        return None;
    }
    if matches!(byte(text, end), b'e' | b'E') {
        let sign = usize::from(matches!(byte(text, end + 1), b'+' | b'-'));
        let last = digits_end(text, end + 1 + sign)?;
        return (last - (end + 1 + sign) <= MOST_EXPONENT).then_some(Decimal { end: last, range: None });
    }
    let whole = (point - first <= MOST_DIGITS).then(|| {
        let digits = text.get(first..point).unwrap_or_default();
        digits.iter().fold(0_i64, |value, digit| value * 10 + i64::from(digit - b'0'))
    });
    // Rounding never leaves the integers around a number.
    let around = |whole: i64| if negative { (-whole - 1, -whole, end) } else { (whole, whole + 1, end) };
    Some(Decimal { end, range: whole.map(around) })
}

/// The end of one digit or more.
#[inline]
fn digits_end(text: &[u8], at: usize) -> Option<usize> {
    let mut end = at;
    while byte(text, end).is_ascii_digit() {
        end += 1;
    }
    (end > at).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integers_are_read_as_written() {
        for (text, value) in [("0", Some(0)), ("-7,", Some(-7)), ("999999999999999999", Some(999_999_999_999_999_999))]
        {
            assert_eq!(integer(text.as_bytes(), 0).map(|one| one.value), value, "{text}");
        }
        for text in ["-0", "01", "-", "", "3.0", "1e2", "1000000000000000000", "+1", "x"] {
            assert!(integer(text.as_bytes(), 0).is_none(), "{text}");
        }
    }

    #[test]
    fn numbers_are_those_of_json() {
        let texts = ["0", "-0.5", "12.250", "1e9", "1E-09", "2.5e+99", "123456789012345678901234567890", "-0", "0e0"];
        for text in texts {
            assert_eq!(decimal(text.as_bytes(), 0).map(|one| one.end), Some(text.len()), "{text}");
        }
        for text in ["01", "00.5", "-", ".5", "1.", "1.e3", "1e", "1e+", "1e999", "--1", "NaN"] {
            let whole = decimal(text.as_bytes(), 0).is_some_and(|one| one.end == text.len());
            assert!(!whole, "{text}");
        }
        for (text, range) in [("2.5", (2, 3)), ("-0.5", (-1, 0)), ("-2.0", (-3, -2)), ("7", (7, 7))] {
            let found = decimal(text.as_bytes(), 0).and_then(|one| one.range);
            assert_eq!(found.map(|(least, most, _)| (least, most)), Some(range), "{text}");
        }
    }
}
