//! Secrets in running text, told by their form: a scheme with its token, a JWT, a private key, who stands in an address, and
//! `name=value`, `name: value` and `<name>value</name>` under a telling name.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use crate::names::{Names, Told};
use crate::nesting::decoded;
use crate::{MASK, TELLING_LENGTH};

/// What is in every text that holds a secret.
static SIGNS: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    let signs =
        ["=", ":", "@", "<", "eyj", "bearer", "basic", "digest", "negotiate", "-----begin", "%3d", "%3a", "%40"];
    AhoCorasick::builder().ascii_case_insensitive(true).build(signs).ok()
});

/// Whether any byte is one of those of which one is in every such text: a sign, what stands between words, or what a JWT
/// begins with (`eyJ`). Sixteen are looked at together: most texts have none.
fn has_sign(text: &[u8]) -> bool {
    let is_sign = |byte: &u8| {
        matches!(byte, b'=' | b':' | b'@' | b'<' | b'%' | b'+' | b',' | b' ' | b'\t' | b'\n' | b'\r' | b'J')
    };
    let (blocks, rest) = text.as_chunks::<16>();
    let any = |bytes: &[u8]| bytes.iter().fold(false, |found, byte| found | is_sign(byte));
    blocks.iter().any(|block| any(block)) || any(rest)
}

/// The schemes of `Authorization` that stand before a token.
const SCHEMES: [&str; 5] = ["bearer", "basic", "digest", "negotiate", "token"];

/// What is in every text that holds a token: its scheme, or what a JWT begins with.
static TOKEN_SIGNS: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    AhoCorasick::builder().ascii_case_insensitive(true).build(SCHEMES.into_iter().chain(["eyj"])).ok()
});

/// A name longer than this is none.
const LONGEST_NAME: usize = 128;

/// The headers of a part are looked through as far as this, in bytes.
const LONGEST_HEADERS: usize = 1024;

/// A text without the secrets that its form tells.
pub fn mask_text<'t>(names: &Names, text: &'t str) -> Cow<'t, str> {
    let mut secrets = secrets(names, text);
    if secrets.is_empty() {
        return Cow::Borrowed(text);
    }
    secrets.sort_by_key(|secret| secret.start);
    let mut clean = String::with_capacity(text.len());
    let mut end = 0;
    for secret in secrets {
        if secret.end > end {
            // One mask stands for all that is side by side.
            if secret.start > end || end == 0 {
                clean.push_str(text.get(end..secret.start).unwrap_or_default());
                clean.push_str(MASK);
            }
            end = secret.end;
        }
    }
    clean.push_str(text.get(end..).unwrap_or_default());
    Cow::Owned(clean)
}

/// How often a text is percent-encoded within another at most: as often as addresses within addresses are.
const DEEPEST: usize = 3;

/// Where secrets are in a text, in any order; they may overlap. What is percent-encoded is looked into.
pub(crate) fn secrets(names: &Names, text: &str) -> Vec<Range<usize>> {
    secrets_within(names, text, DEEPEST)
}

fn secrets_within(names: &Names, text: &str, deeper: usize) -> Vec<Range<usize>> {
    // Most strings are single words, ids, paths, dates and hashes; behind what a hash is filled up with is no value.
    let filled = text.trim_end_matches('=');
    let has_signs = || SIGNS.as_ref().is_none_or(|signs| signs.is_match(filled));
    if !has_sign(filled.as_bytes()) || is_date_time(text) || !has_signs() {
        return Vec::new();
    }
    let mut found = plain(names, text);
    if let Some(decoded) = decoded(text).filter(|_| deeper > 0) {
        let inner = secrets_within(names, &decoded.text, deeper - 1);
        found.extend(inner.into_iter().map(|range| decoded.origin(&range)));
    }
    found.retain(|range| text.get(range.clone()).is_some_and(|secret| !secret.is_empty() && secret != MASK));
    found
}

/// Whether a text is no more than a date with its time: 2026-01-31, 2026-01-31T23:59:59.000+01:00.
fn is_date_time(text: &str) -> bool {
    text.len() <= 32
        && text.starts_with(|first: char| first.is_ascii_digit())
        && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'-' | b':' | b'.' | b'+' | b'T' | b'Z' | b' '))
}

fn plain(names: &Names, text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    // Where the last value is, and the last `@`: nothing is looked at twice.
    let (mut covered, mut user_from) = (0..0, 0);
    for (at, sign) in text.bytes().enumerate() {
        let secret = match sign {
            b'=' | b':' if !covered.contains(&at) => named(names, text, at),
            b'>' if !covered.contains(&at) => element(names, text, at),
            b'@' if at >= user_from => {
                let end = user_end(text, at);
                let user = user(text, user_from, end);
                user_from = end + 1;
                user
            }
            _ => None,
        };
        if let Some(secret) = secret {
            // Before the content of a part are the rest of its headers, which may hold secrets of their own.
            if secret.end > covered.end {
                covered = secret.clone();
            }
            found.push(secret);
        }
    }
    found.extend(tokens(text));
    found.extend(private_keys(text));
    found
}

/// The value behind the `=` or `:` at `at`, if it stands under a telling name.
fn named(names: &Names, text: &str, at: usize) -> Option<Range<usize>> {
    let name = name_before(text.get(..at)?);
    match names.told(name) {
        Told::Secret => value(text, at + 1, name),
        _ if name.eq_ignore_ascii_case("name") => part(names, text, at + 1),
        _ => None,
    }
}

/// The name that a text ends with: quotes, and spaces between it and what follows, are not of it.
fn name_before(text: &str) -> &str {
    let text = text.trim_end_matches([' ', '"', '\'', '\\', '`']);
    let is_of_name = |letter: char| {
        letter.is_alphanumeric() || matches!(letter, '_' | '-' | '.' | '$' | '[' | ']' | '%' | '\u{200b}')
    };
    let start = text.char_indices().rev().take(LONGEST_NAME).take_while(|(_, letter)| is_of_name(*letter)).last();
    start.map_or("", |(start, _)| text.get(start..).unwrap_or_default())
}

/// The value that begins at `from`, quoted or up to where it can only end.
fn value(text: &str, from: usize, name: &str) -> Option<Range<usize>> {
    let rest = text.get(from..)?;
    let start = from + rest.len() - rest.trim_start_matches([' ', '\\']).len();
    let rest = text.get(start..)?;
    let quote = rest.chars().next().filter(|first| ['"', '\'', '`'].contains(first));
    let (start, end) = match quote {
        Some(quote) => (start + 1, quoted_end(rest.get(1..)?, quote)),
        None if holds_pairs(name) => (start, rest.find(['\r', '\n', '"', '\'']).unwrap_or(rest.len())),
        None => (start, rest.find(is_end).unwrap_or(rest.len())),
    };
    (end > 0).then(|| start..(start + end).min(text.len()))
}

/// Where a quoted value ends: at its quote, or at the backslash before it where the quotes are escaped.
fn quoted_end(text: &str, quote: char) -> usize {
    let end = text.find(quote).unwrap_or(text.len());
    text.get(..end).map_or(end, |value| value.trim_end_matches('\\').len())
}

/// Whether a header of this name holds several things, with spaces between.
fn holds_pairs(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    name.ends_with("cookie") || name.ends_with("authorization")
}

fn is_end(letter: char) -> bool {
    letter.is_whitespace() || "&;,\"'<>(){}[]`".contains(letter)
}

/// The content of the part of a form whose name begins at `from`, if that name tells (RFC 7578).
fn part(names: &Names, text: &str, from: usize) -> Option<Range<usize>> {
    let headers = text.get(..boundary(text, from + LONGEST_HEADERS))?;
    let name = value(headers, from, "")?;
    if name.len() > LONGEST_NAME || !names.is_secret(text.get(name.clone())?) {
        return None;
    }
    let rest = headers.get(name.end..)?;
    let blank = rest.find("\r\n\r\n").map(|at| at + 4).or_else(|| rest.find("\n\n").map(|at| at + 2))?;
    let start = name.end + blank;
    let content = text.get(start..)?;
    Some(start..start + content.find("\n--").unwrap_or(content.len()))
}

/// The last place up to `at` at which a character begins, or the end of the text.
fn boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default()
}

/// The content of the XML element whose tag ends at `at`.
fn element(names: &Names, text: &str, at: usize) -> Option<Range<usize>> {
    let before = text.get(..at)?;
    let length = before.bytes().rev().take(LONGEST_NAME).position(|byte| byte == b'<')?;
    let name = before.get(at - length..)?.split_whitespace().next()?;
    if name.starts_with('/') || !names.is_secret(name) {
        return None;
    }
    let content = text.get(at + 1..)?;
    Some(at + 1..at + 1 + content.find('<').unwrap_or(content.len()))
}

/// Where who stands in an address ends, of which the first `@` is at `at`: at the last `@` of it.
fn user_end(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    let address = rest.get(..rest.find(is_edge).unwrap_or(rest.len())).unwrap_or_default();
    at + address.rfind('@').unwrap_or_default()
}

fn is_edge(letter: char) -> bool {
    letter.is_whitespace() || "/?#\"'<>(=".contains(letter)
}

/// Who stands in an address, between `from` and the `@` at `end`: `scheme://user@`, `//user:password@`, and of
/// `user:password@` the password.
fn user(text: &str, from: usize, end: usize) -> Option<Range<usize>> {
    let before = text.get(from..end)?;
    let user = before.rsplit(is_edge).next()?;
    let start = end - user.len();
    let is_authority = text.get(..start)?.ends_with("//");
    let secret = if is_authority { start } else { start + user.find(':')? + 1 };
    Some(secret..end)
}

/// Tokens that stand behind a scheme, and JWTs.
fn tokens(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    if !TOKEN_SIGNS.as_ref().is_none_or(|signs| signs.is_match(text)) {
        return found;
    }
    let (mut scheme, mut start) = (None, 0);
    // What is not of a token is one byte.
    let is_of_token = |byte: &u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(byte) || !byte.is_ascii();
    for word in text.split(|letter: char| letter.is_ascii() && !is_of_token(&(letter as u8))) {
        if is_jwt(word) || scheme.is_some_and(|scheme| is_token(scheme, word)) {
            found.push(start..start + word.len());
        }
        if !word.is_empty() {
            scheme = SCHEMES.into_iter().find(|scheme| word.eq_ignore_ascii_case(scheme));
        }
        start += word.len() + 1;
        // What else is between a scheme and a word parts them.
        scheme = scheme.filter(|_| text.as_bytes().get(start - 1).is_some_and(|between| b" \t,:=+".contains(between)));
    }
    found
}

/// Whether a word that stands behind this scheme is a token: some schemes are words of everyday, too.
fn is_token(scheme: &str, word: &str) -> bool {
    match scheme {
        "basic" => word.len() >= TELLING_LENGTH && word.bytes().any(|byte| !byte.is_ascii_lowercase()),
        "token" => word.len() >= 2 * TELLING_LENGTH && word.bytes().any(|byte| byte.is_ascii_digit()),
        _ => word.len() >= TELLING_LENGTH,
    }
}

/// Whether a word is a JSON Web Token, or an encoded JSON object in the beginning of one (RFC 7519).
fn is_jwt(word: &str) -> bool {
    word.rsplit('/').next().unwrap_or(word).strip_prefix("eyJ").is_some_and(|rest| rest.len() > 8 && rest.contains('.'))
}

/// What is in private keys, up to where they end or the text does (RFC 7468).
fn private_keys(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((_, begun)) = rest.split_once("-----BEGIN ") {
        rest = begun;
        let Some((label, body)) = begun.split_once("-----") else { break };
        if label.contains("PRIVATE KEY") {
            let start = text.len() - body.len();
            let length = body.find("-----END").unwrap_or(body.len());
            found.push(start..start + length);
            rest = body.get(length..).unwrap_or_default();
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_are_told_by_their_form() {
        for (text, shown) in [
            ("Authorization: Bearer abc-defg.x", "Authorization: ***"),
            ("say Bearer abcdefgh to it", "say Bearer *** to it"),
            ("Bearer,abcdefgh", "Bearer,***"),
            ("Basic dXNlcjpwYXNz", "Basic ***"),
            ("basic information", "basic information"),
            ("x eyJhbGciOiJIUzI1NiJ9.eyJzdWIi.sig y", "x *** y"),
            ("https://user:pa55@host/x", "https://***@host/x"),
            ("postgres://immich:pa55@db/immich", "postgres://***@db/immich"),
            ("//user:pa55@host", "//***@host"),
            ("http:///user:pa55@host/x", "http:///***@host/x"),
            ("mail me@example.com", "mail me@example.com"),
            ("/share/x?key=abc&size=1", "/share/x?key=***&size=1"),
            ("/user:pa55@host/x", "/user:***@host/x"),
            ("//u:p@ss@host, a@b", "//***@host, a@b"),
            ("/x;jsessionid=abc/y", "/x;jsessionid=***"),
            ("a=b?key=abc", "a=b?key=***"),
            ("password=hunter2 is wrong", "password=*** is wrong"),
            ("{\"password\": \"hunter2\"", "{\"password\": \"***\""),
            ("{'password':'hunter2'}", "{'password':'***'}"),
            (r#"{\"password\":\"hunter2\"}"#, r#"{\"password\":\"***\"}"#),
            ("{\"password\":\"hunter2", "{\"password\":\"***"),
            ("<password>hunter2</password>", "<password>***</password>"),
            ("filter=%7B%22password%22%3A%22hunter2%22%7D", "filter=%7B%22password%22%3A%22***%22%7D"),
            ("url=https://h/cb?x=1%26key=abc", "url=https://h/cb?x=1%26key=***"),
            ("Cookie: a=b; c=d", "Cookie: ***"),
            ("name=\"password\"\r\n\r\nhunter2\r\n--x--", "name=\"password\"\r\n\r\n***\n--x--"),
            ("name=\"password\"\n\nhunter2\n--x", "name=\"password\"\n\n***\n--x"),
            ("title=\"password\"\r\n\r\nrain", "title=\"password\"\r\n\r\nrain"),
            ("a: token abcd1234", "a: token abcd1234"),
            ("a: token abcdefghijk1", "a: token ***"),
            ("name=\"password\"; pin: abc\r\n\r\nhunter2\n--x", "name=\"password\"; pin: ***\r\n\r\n***\n--x"),
            ("-----BEGIN RSA PRIVATE KEY-----\nabc\n-----END", "-----BEGIN RSA PRIVATE KEY-----***-----END"),
            ("2024-01-01T00:00:00.000Z is no date", "2024-01-01T00:00:00.000Z is no date"),
            ("statusCode: 404, country=de", "statusCode: 404, country=de"),
        ] {
            assert_eq!(mask_text(&Names::default(), text), shown, "{text}");
        }
    }

    #[test]
    fn what_is_masked_stays_as_it_is() {
        let text = "/x?key=***&b=https://***@h";
        assert_eq!(mask_text(&Names::default(), text), text);
    }
}
