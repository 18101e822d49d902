//! A text that is percent-encoded within another.

use std::ops::Range;

/// What a text says decoded, with the places at which it stands.
pub(crate) struct Decoded {
    pub(crate) text: String,
    /// Where each byte of the text stands in the original; one more for its end.
    origins: Vec<usize>,
}

/// Decodes percent-encoding (RFC 3986) where there is any, as far as it is ASCII: that is what secrets are told by.
pub(crate) fn decoded(text: &str) -> Option<Decoded> {
    text.find('%')?;
    let (bytes, mut origins) = (text.as_bytes(), Vec::with_capacity(text.len() + 1));
    let mut plain = Vec::with_capacity(text.len());
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let encoded = if *byte == b'%' { ascii(bytes.get(at + 1), bytes.get(at + 2)) } else { None };
        plain.push(encoded.unwrap_or(*byte));
        origins.push(at);
        at += if encoded.is_some() { 3 } else { 1 };
    }
    origins.push(bytes.len());
    (plain.len() < bytes.len()).then_some(())?;
    String::from_utf8(plain).ok().map(|text| Decoded { text, origins })
}

impl Decoded {
    /// Where a range of the decoded text stands in the original.
    pub(crate) fn origin(&self, range: &Range<usize>) -> Range<usize> {
        let origin = |at: usize| self.origins.get(at).copied().unwrap_or_default();
        origin(range.start)..origin(range.end)
    }
}

/// The character that two digits stand for, if it is ASCII.
fn ascii(high: Option<&u8>, low: Option<&u8>) -> Option<u8> {
    hex(high).zip(hex(low)).map(|(high, low)| high << 4 | low).filter(u8::is_ascii)
}

fn hex(digit: Option<&u8>) -> Option<u8> {
    u8::try_from(char::from(*digit?).to_digit(16)?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_lead_back() {
        let text = "a=%7B1%7D%zz";
        let decoded = decoded(text).unwrap();
        assert_eq!(decoded.text, "a={1}%zz");
        assert_eq!(&text[decoded.origin(&(3..4))], "1");
        assert_eq!(&text[decoded.origin(&(2..5))], "%7B1%7D");
        assert_eq!(&text[decoded.origin(&(5..8))], "%zz");
        assert!(super::decoded("plain").is_none() && super::decoded("100%").is_none());
        assert_eq!(super::decoded("%A0%3d").unwrap().text, "%A0=");
    }
}
