//! Runs of plain characters within the strings of a JSON text, sixteen bytes at a time.
//!
//! ```
//! use immich_contract_json_runs::run_end;
//!
//! assert_eq!(run_end(br#"plain, then "quoted""#, 0), 12);
//! ```

use wide::u8x16;

/// How many bytes are looked at together.
pub const WIDTH: usize = 16;

/// A bit for each of sixteen bytes that ends a run: quote, backslash or control character.
#[inline]
pub fn stops(bytes: [u8; WIDTH]) -> u32 {
    let bytes = u8x16::new(bytes);
    let places = |byte| bytes.simd_eq(u8x16::splat(byte));
    let control = bytes.min(u8x16::splat(0x1f)).simd_eq(bytes);
    (places(b'"') | places(b'\\') | control).to_bitmask()
}

/// The first place from here on that holds a quote, a backslash or a control character, or the end.
#[inline]
pub fn run_end(text: &[u8], mut at: usize) -> usize {
    while let Some(bytes) = text.get(at..).and_then(<[u8]>::first_chunk) {
        let stops = stops(*bytes);
        if stops != 0 {
            return at + stops.trailing_zeros() as usize;
        }
        at += WIDTH;
    }
    let rest = text.get(at..).unwrap_or_default();
    at + rest.iter().position(|byte| matches!(byte, 0..=0x1f | b'"' | b'\\')).unwrap_or(rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_ends_at_every_place() {
        for (place, byte) in (0..40).flat_map(|place| (0..=255_u8).map(move |byte| (place, byte))) {
            let mut bytes = [b'a'; 40];
            bytes[place] = byte;
            let end = if matches!(byte, 0..=0x1f | b'"' | b'\\') { place } else { 40 };
            assert_eq!(run_end(&bytes, 0), end, "{byte} at {place}");
            assert_eq!(run_end(&bytes, place), end, "{byte} at {place}");
        }
        assert_eq!(run_end(b"abc", 7), 7);
    }
}
