//! The ways in which a secret is written where it comes again.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD, URL_SAFE_NO_PAD};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::TELLING_LENGTH;

/// What addresses leave as it is (RFC 3986).
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// A secret as it is, percent-encoded, in base64, and as strings of JSON, HTML and Rust escape it; each once.
pub(crate) fn forms(secret: &str) -> Vec<String> {
    let plain = secret.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte));
    let mut forms = if plain { vec![secret.to_owned()] } else { escaped(secret) };
    forms.extend(in_base64(secret.as_bytes()));
    forms.retain(|form| form.len() >= TELLING_LENGTH);
    forms.sort_unstable();
    forms.dedup();
    forms
}

fn escaped(secret: &str) -> Vec<String> {
    let percent = utf8_percent_encode(secret, RESERVED).to_string();
    let mut forms = vec![
        secret.to_owned(),
        lower_hex(&percent),
        percent,
        form_urlencoded::byte_serialize(secret.as_bytes()).collect(),
        html(secret),
        secret.escape_debug().to_string(),
        secret.replace('/', "\\/"),
    ];
    forms.extend(serde_json::to_string(secret).ok().map(|quoted| quoted.trim_matches('"').to_owned()));
    forms
}

/// Percent-encoding with its digits in lower case.
fn lower_hex(percent: &str) -> String {
    let mut left = 0;
    let lower = |letter: char| {
        left = if letter == '%' { 3 } else { usize::saturating_sub(left, 1) };
        if left > 0 { letter.to_ascii_lowercase() } else { letter }
    };
    percent.chars().map(lower).collect()
}

fn html(secret: &str) -> String {
    let secret = secret.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    secret.replace('"', "&quot;").replace('\'', "&#39;")
}

/// In base64, alone and within a longer text: there its letters depend on how many bytes stand before it, and those at its
/// ends on its neighbours.
fn in_base64(secret: &[u8]) -> Vec<String> {
    let mut forms = vec![STANDARD.encode(secret)];
    // So many bytes before it, and so many letters that hold bits of those.
    for (before, first) in [(0, 0), (1, 2), (2, 3)] {
        let mut padded = vec![0; before];
        padded.extend_from_slice(secret);
        let last = padded.len() * 8 / 6;
        for encoded in [STANDARD_NO_PAD.encode(&padded), URL_SAFE_NO_PAD.encode(&padded)] {
            forms.extend(encoded.get(first..last).map(str::to_owned));
        }
    }
    forms
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_are_known_however_they_are_written() {
        let secret = "p&Ss w/rd\"é";
        let forms = forms(secret);
        for form in [
            "p%26Ss%20w%2Frd%22%C3%A9",
            "p%26Ss%20w%2frd%22%c3%a9",
            "p%26Ss+w%2Frd%22%C3%A9",
            "p&amp;Ss w/rd&quot;é",
            "p&Ss w/rd\\\"é",
            "p&Ss w\\/rd\"é",
        ] {
            assert!(forms.iter().any(|known| known == form), "{form} in {forms:?}");
        }
        for around in ["", "a", "ab", "user:"] {
            let text = STANDARD.encode(format!("{around}{secret}{around}"));
            assert!(forms.iter().any(|form| text.contains(form.as_str())), "{around}");
        }
    }
}
