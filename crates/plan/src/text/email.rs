//! E-mail addresses of the plain kind.

/// The longest local part.
const LOCAL: usize = 64;
/// The longest address.
const WHOLE: usize = 254;

/// Whether a text is an address that nobody doubts: letters, digits, `.`, `_`, `+` and `-` before the `@`, and at least
/// two labels after it. Others may be right too.
pub(super) fn is_email(text: &[u8]) -> bool {
    let Some(at) = text.iter().position(|byte| *byte == b'@') else { return false };
    let (local, domain) = text.split_at(at);
    let domain = domain.get(1..).unwrap_or_default();
    let is_word = |word: &[u8]| {
        !word.is_empty() && word.iter().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'+' | b'-'))
    };
    text.len() <= WHOLE
        && local.len() <= LOCAL
        && local.split(|byte| *byte == b'.').all(is_word)
        && domain.contains(&b'.')
        && domain.split(|byte| *byte == b'.').all(is_label)
}

/// A label of a host name; two hyphens in a row can mean punycode, which is for others to judge.
fn is_label(label: &[u8]) -> bool {
    let [first, .., last] = label else { return label.first().is_some_and(u8::is_ascii_alphanumeric) };
    label.len() <= 63
        && first.is_ascii_alphanumeric()
        && last.is_ascii_alphanumeric()
        && label.iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'-')
        && !label.windows(2).any(|pair| pair == b"--")
}

#[cfg(test)]
mod tests {
    use super::is_email;

    #[test]
    fn plain_addresses_are_known() {
        for text in ["user1@example.org", "first.last+tag@mail.example.co.uk", "a_b-c@x-y.io"] {
            assert!(is_email(text.as_bytes()), "{text}");
        }
        for text in ["", "@example.org", "a@", "a@b", "a@b..c", ".a@b.c", "a@-b.c", "a b@c.d", "a@xn--a.c", "a@b@c.d"] {
            assert!(!is_email(text.as_bytes()), "{text}");
        }
    }
}
