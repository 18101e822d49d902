//! UUIDs in their form with hyphens.

use crate::bits::all_hex;

/// The length of a UUID.
const LENGTH: usize = 36;
/// The length with quotes.
pub(super) const QUOTED: usize = LENGTH + 2;

/// The UUID in quotes that begins here.
#[inline]
pub(super) fn quoted(rest: &[u8]) -> Option<&[u8; LENGTH]> {
    let quoted: &[u8; QUOTED] = rest.first_chunk()?;
    let [b'"', inner @ .., b'"'] = quoted else { return None };
    is_whole(inner).then_some(inner)
}

/// Whether a text is a UUID.
pub(super) fn is_uuid(text: &[u8]) -> bool {
    text.try_into().is_ok_and(is_whole)
}

/// Whether a UUID has this version digit and the variant of RFC 9562.
pub(super) fn is_of(uuid: &[u8], version: u8) -> bool {
    uuid.get(14) == Some(&version) && matches!(uuid.get(19), Some(b'8' | b'9' | b'a' | b'b' | b'A' | b'B'))
}

#[inline]
fn is_whole(uuid: &[u8; LENGTH]) -> bool {
    let hyphens = matches!((uuid[8], uuid[13], uuid[18], uuid[23]), (b'-', b'-', b'-', b'-'));
    let four =
        |at: usize| uuid.get(at..).and_then(<[u8]>::first_chunk::<4>).map_or(0, |four| u32::from_le_bytes(*four));
    let eight = |one, two| u64::from(four(one)) | u64::from(four(two)) << 32;
    hyphens && all_hex(eight(0, 4)) && all_hex(eight(9, 14)) && all_hex(eight(19, 24)) && all_hex(eight(28, 32))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hyphens_and_digits_stand_in_their_places() {
        let right = "123e4567-e89b-12d3-A456-42661417400f";
        assert!(is_uuid(right.as_bytes()));
        assert!(quoted(format!("\"{right}\"").as_bytes()).is_some());
        assert!(quoted(format!("\"{right}x").as_bytes()).is_none());
        for place in 0..right.len() {
            for byte in [b'-', b'g', b'0'] {
                let mut changed = right.as_bytes().to_vec();
                changed[place] = byte;
                let hyphen = matches!(place, 8 | 13 | 18 | 23);
                assert_eq!(is_uuid(&changed), hyphen == (byte == b'-') && byte != b'g', "{place}");
            }
        }
        assert!(!is_uuid(b"") && !is_uuid(&right.as_bytes()[1..]));
    }

    #[test]
    fn versions_are_told() {
        let uuid = b"123e4567-e89b-42d3-8456-42661417400f";
        assert!(is_of(uuid, b'4') && !is_of(uuid, b'7'));
        assert!(!is_of(b"123e4567-e89b-42d3-c456-42661417400f", b'4'));
    }
}
