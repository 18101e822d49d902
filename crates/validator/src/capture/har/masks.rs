//! Which of 64 bytes are quotes, backslashes, brackets: eight bytes at a time, without a branch.

/// As many bytes as are looked at together.
pub(super) const WIDTH: usize = 64;

const LOW: u64 = 0x7f7f_7f7f_7f7f_7f7f;
const EACH: u64 = 0x0101_0101_0101_0101;

/// Up to 64 bytes, the rest of them 0.
pub(super) struct Words([u64; WIDTH / 8]);

impl Words {
    /// Takes the first bytes of a text.
    pub(super) fn of(bytes: &[u8]) -> Self {
        let mut words = [0; WIDTH / 8];
        for (word, bytes) in words.iter_mut().zip(bytes.chunks(8)) {
            let mut eight = [0; 8];
            match <[u8; 8]>::try_from(bytes) {
                Ok(whole) => eight = whole,
                Err(_) => eight.iter_mut().zip(bytes).for_each(|(into, byte)| *into = *byte),
            }
            *word = u64::from_le_bytes(eight);
        }
        Self(words)
    }

    /// A bit for each place that holds a byte.
    pub(super) fn places(&self, byte: u8) -> u64 {
        self.places_of(0, byte)
    }

    /// A bit for each place that holds a byte once these bits are set in it.
    pub(super) fn places_of(&self, set: u8, byte: u8) -> u64 {
        let (set, wanted) = (EACH * u64::from(set), EACH * u64::from(byte));
        let mut places = 0;
        for word in self.0.iter().rev() {
            // Zero where the byte is the one; the carry into the highest bit tells every other.
            let other = (word | set) ^ wanted;
            let found = !(((other & LOW) + LOW) | other | LOW);
            // Gathers the highest bits of eight bytes in one byte.
            places = places << 8 | (found >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56;
        }
        places
    }
}

/// A bit for each place that has an odd number of set bits at it and before it.
pub(super) fn odd(mut bits: u64) -> u64 {
    for distance in [1, 2, 4, 8, 16, 32] {
        bits ^= bits << distance;
    }
    bits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_place_has_its_bit() {
        let bytes: Vec<u8> = (0..=255).collect();
        for (number, bytes) in bytes.chunks(WIDTH).enumerate() {
            let words = Words::of(bytes);
            for byte in 0..=255_u8 {
                let here = usize::from(byte) / WIDTH == number;
                assert_eq!(words.places(byte), if here { 1 << (byte % 64) } else { 0 }, "{byte}");
            }
        }
        assert_eq!(Words::of(b"\"a\"\"").places(b'"'), 0b1101);
        assert_eq!(Words::of(b"{[x]}[{").places_of(b' ', b'{'), 0b110_0011);
    }

    #[test]
    fn odd_places_lie_between_pairs() {
        assert_eq!(odd(0b0010_0100), 0b0001_1100);
        assert_eq!(odd(0), 0);
        assert_eq!(odd(1), u64::MAX);
    }
}
