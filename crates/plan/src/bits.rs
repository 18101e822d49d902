//! Several bytes at once.

const LOW: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = 0x8080_8080_8080_8080;

/// The word of up to eight bytes, filled up with zeros.
pub(crate) fn word_of(bytes: &[u8]) -> u64 {
    bytes.iter().rev().fold(0, |word, byte| word << 8 | u64::from(*byte))
}

/// Whether all eight bytes are hexadecimal digits.
#[inline]
pub(crate) fn all_hex(word: u64) -> bool {
    let lower = word | (LOW * 0x20);
    // Adding to bytes below 0x80 carries into no neighbour.
    let digit = at_least(word, b'0') & !at_least(word, b'9' + 1);
    let letter = at_least(lower, b'a') & !at_least(lower, b'f' + 1);
    word & HIGH == 0 && (digit | letter) & HIGH == HIGH
}

/// Whether all bytes under the mask (`0xff` each) are decimal digits.
#[inline]
pub(crate) fn all_digits(word: u64, mask: u64) -> bool {
    let digit = at_least(word, b'0') & !at_least(word, b'9' + 1);
    word & HIGH & mask == 0 && !digit & HIGH & mask == 0
}

/// The high bit of each byte that is not less than a limit, for bytes below 0x80.
#[inline]
fn at_least(word: u64, limit: u8) -> u64 {
    (word & !HIGH).wrapping_add(LOW * u64::from(0x80 - limit))
}

/// A mixture of all bytes; names of different mixtures are different.
#[inline]
pub(crate) fn mixed(bytes: &[u8]) -> u64 {
    const ODD: u64 = 0x9e37_79b9_7f4a_7c15;
    let (words, rest) = bytes.as_chunks::<8>();
    let turn = |hash: u64, word: u64| (hash.rotate_left(23) ^ word).wrapping_mul(ODD);
    let hash = words.iter().fold(bytes.len() as u64, |hash, word| turn(hash, u64::from_le_bytes(*word)));
    let hash = turn(hash, word_of(rest));
    hash ^ (hash >> 32)
}

/// A mixture and one number more.
#[inline]
pub(crate) fn mixed_with(hash: u64, more: u64) -> u64 {
    let mixed = (hash.rotate_left(23) ^ more).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    mixed ^ (mixed >> 32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_is_told_at_every_place() {
        for place in 0..8 {
            for byte in 0..=255_u8 {
                let mut bytes = *b"09afAF5b";
                bytes[place] = byte;
                let word = u64::from_le_bytes(bytes);
                assert_eq!(all_hex(word), byte.is_ascii_hexdigit(), "{bytes:?}");
                bytes = *b"01234567";
                bytes[place] = byte;
                let word = u64::from_le_bytes(bytes);
                assert_eq!(all_digits(word, u64::MAX), byte.is_ascii_digit(), "{bytes:?}");
                assert!(all_digits(word, !(0xff << (8 * place))), "{bytes:?}");
            }
        }
    }

    #[test]
    fn words_are_little_endian() {
        assert_eq!(word_of(b"ab"), 0x6261);
    }
}
