//! Which of 64 bytes are quotes, backslashes, brackets: all at once, without a branch.

use wide::u8x64;

/// As many bytes as are looked at together.
pub(super) const WIDTH: usize = 64;

/// Up to 64 bytes, the rest of them 0.
pub(super) struct Words(u8x64);

impl Words {
    /// Takes the first bytes of a text.
    pub(super) fn of(bytes: &[u8]) -> Self {
        let whole = bytes.first_chunk::<WIDTH>().copied().unwrap_or_else(|| {
            let mut some = [0; WIDTH];
            some.iter_mut().zip(bytes).for_each(|(into, byte)| *into = *byte);
            some
        });
        Self(u8x64::new(whole))
    }

    /// A bit for each place that holds a byte.
    pub(super) fn places(&self, byte: u8) -> u64 {
        self.0.simd_eq(u8x64::splat(byte)).to_bitmask()
    }

    /// A bit for each place that holds a byte once these bits are set in it.
    pub(super) fn places_of(&self, set: u8, byte: u8) -> u64 {
        (self.0 | u8x64::splat(set)).simd_eq(u8x64::splat(byte)).to_bitmask()
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
