//! Dates and date-times of RFC 3339, in capitals and without leap seconds.

#![expect(clippy::many_single_char_names, reason = "one letter for each digit reads as the format does")]

use crate::bits::all_digits;

/// The length of a date.
const DATE: usize = 10;
/// The length of a date-time with milliseconds in UTC, in quotes: what servers write.
const USUAL: usize = 26;

/// The length of the date in quotes that begins here.
#[inline]
pub(super) fn quoted_date(rest: &[u8]) -> Option<usize> {
    let quoted: &[u8; DATE + 2] = rest.first_chunk()?;
    let [b'"', inner @ .., b'"'] = quoted else { return None };
    is_date(inner).then_some(DATE + 2)
}

/// The length of the date-time in quotes that begins here.
#[inline]
pub(super) fn quoted_time(rest: &[u8]) -> Option<usize> {
    if let Some([b'"', inner @ .., b'Z', b'"']) = rest.first_chunk::<USUAL>()
        && is_usual(inner)
    {
        return Some(USUAL);
    }
    let inner = rest.strip_prefix(b"\"")?;
    let end = inner.iter().take(64).position(|byte| *byte == b'"')?;
    is_time(inner.get(..end)?).then_some(end + 2)
}

/// Whether a text is a date: `2024-02-29`.
#[inline]
pub(super) fn is_date(text: &[u8]) -> bool {
    let &[a, b, c, d, b'-', m, n, b'-', e, f] = text else { return false };
    let digits = u64::from_le_bytes([a, b, c, d, m, n, e, f]);
    all_digits(digits, u64::MAX) && is_day(two(a, b) * 100 + two(c, d), two(m, n), two(e, f))
}

/// Whether a text is a date-time: `2024-02-29T12:30:00.125+01:00`.
pub(super) fn is_time(text: &[u8]) -> bool {
    let Some((date, time)) = text.split_first_chunk::<DATE>() else { return false };
    let Some(([b'T', h, i, b':', m, n, b':', s, t], rest)) = time.split_first_chunk::<9>() else { return false };
    let clock = u64::from_le_bytes([*h, *i, *m, *n, *s, *t, b'0', b'0']);
    is_date(date) && all_digits(clock, u64::MAX) && is_clock(two(*h, *i), two(*m, *n), two(*s, *t)) && is_zone(rest)
}

/// A fraction, if there is one, and an offset.
fn is_zone(rest: &[u8]) -> bool {
    let offset = match rest {
        [b'.', fraction @ ..] => {
            let digits = fraction.iter().take_while(|byte| byte.is_ascii_digit()).count();
            if digits == 0 {
                return false;
            }
            fraction.get(digits..).unwrap_or_default()
        }
        _ => rest,
    };
    match offset {
        b"Z" => true,
        &[b'+' | b'-', h, i, b':', m, n] => {
            [h, i, m, n].iter().all(u8::is_ascii_digit) && two(h, i) <= 23 && two(m, n) <= 59
        }
        _ => false,
    }
}

/// Whether these are a date and a time with milliseconds.
#[inline]
fn is_usual(inner: &[u8; USUAL - 3]) -> bool {
    let &[a, b, c, d, b'-', m, n, b'-', e, f, b'T', rest @ ..] = inner else { return false };
    let [h, i, b':', j, k, b':', s, t, b'.', milli @ ..] = rest else { return false };
    let [x, y, z] = milli;
    let day = u64::from_le_bytes([a, b, c, d, m, n, e, f]);
    let clock = u64::from_le_bytes([h, i, j, k, s, t, x, y]);
    all_digits(day, u64::MAX)
        && all_digits(clock, u64::MAX)
        && z.is_ascii_digit()
        && is_clock(two(h, i), two(j, k), two(s, t))
        && is_day(two(a, b) * 100 + two(c, d), two(m, n), two(e, f))
}

#[inline]
fn two(tens: u8, ones: u8) -> u32 {
    u32::from(tens & 15) * 10 + u32::from(ones & 15)
}

/// A leap second is right at some moments only; that is for others to tell.
#[inline]
fn is_clock(hour: u32, minute: u32, second: u32) -> bool {
    hour <= 23 && minute <= 59 && second <= 59
}

#[inline]
fn is_day(year: u32, month: u32, day: u32) -> bool {
    let last = match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 31,
    };
    (1..=12).contains(&month) && (1..=last).contains(&day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_days_of_the_calendar() {
        for text in ["2024-02-29", "2000-02-29", "0000-02-29", "1999-12-31", "2023-04-30"] {
            assert!(is_date(text.as_bytes()), "{text}");
        }
        let wrong =
            ["2023-02-29", "1900-02-29", "2023-13-01", "2023-00-10", "2023-01-00", "2023-04-31", "2023-1-01", "x"];
        for text in wrong {
            assert!(!is_date(text.as_bytes()), "{text}");
        }
    }

    #[test]
    fn date_times_have_a_clock_and_an_offset() {
        for text in [
            "2024-02-29T23:59:59.999Z",
            "2024-02-29T00:00:00Z",
            "2024-02-29T00:00:00.123456789+05:30",
            "2024-02-29T00:00:00-23:59",
        ] {
            assert!(is_time(text.as_bytes()), "{text}");
            assert_eq!(quoted_time(format!("\"{text}\",").as_bytes()), Some(text.len() + 2), "{text}");
        }
        for text in [
            "2024-02-29T24:00:00.000Z",
            "2024-02-29T23:60:00.000Z",
            "2024-02-29T23:59:60.000Z",
            "2023-02-29T23:59:59.999Z",
            "2024-02-29t23:59:59.999Z",
            "2024-02-29 23:59:59.999Z",
            "2024-02-29T23:59:59.99xZ",
            "2024-02-29T23:59:59.Z",
            "2024-02-29T23:59:59",
            "2024-02-29T23:59:59+24:00",
            "2024-02-29T23:59Z",
            "",
        ] {
            assert!(!is_time(text.as_bytes()), "{text}");
            assert_eq!(quoted_time(format!("\"{text}\",").as_bytes()), None, "{text}");
        }
    }
}
