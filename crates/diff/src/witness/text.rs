//! Makes texts: of a format, of a pattern, of a length.

use contract::pattern;
use regex::Regex;
use regex_syntax::hir::{Class, Hir, HirKind};

use crate::shape::Text;

/// A text of each format that validators check.
const FORMATS: &[(&str, &str)] = &[
    ("date", "2024-01-31"),
    ("date-time", "2024-01-31T12:30:00.000Z"),
    ("duration", "P1D"),
    ("email", "user@example.com"),
    ("hostname", "example.com"),
    ("idn-email", "user@example.com"),
    ("idn-hostname", "example.com"),
    ("ipv4", "192.0.2.1"),
    ("ipv6", "2001:db8::1"),
    ("iri", "https://example.com/"),
    ("iri-reference", "https://example.com/"),
    ("json-pointer", "/a"),
    ("regex", "a"),
    ("relative-json-pointer", "0"),
    ("time", "12:30:00Z"),
    ("uri", "https://example.com/"),
    ("uri-reference", "https://example.com/"),
    ("uri-template", "https://example.com/{id}"),
    ("uuid", "3fa85f64-5717-4562-b3fc-2c963f66afa6"),
];

/// Texts at the edges of formats and patterns: right by the one, wrong by the other.
const EDGES: &[&str] = &[
    "",
    "text",
    "TEXT",
    "a b",
    "ä",
    "0",
    "-1",
    "1.5",
    "true",
    "00000000-0000-0000-0000-000000000001",
    "3FA85F64-5717-1562-B3FC-2C963F66AFA6",
    "3fa85f64-5717-7562-b3fc-2c963f66afa6",
    "2016-12-31T23:59:60Z",
    "2024-01-31t12:30:00z",
    "2024-01-31T12:30:00+01:00",
    "\"user name\"@example.com",
    "user@[192.0.2.1]",
    "user@localhost",
    "ü@example.com",
    "mailto:user@example.com",
    "00:00:00",
    "#fff",
    "#FFF",
    "../a",
    "*",
];

/// How long a generated text may be.
const LONGEST: u64 = 4096;

/// A text that fits, as far as one can be made.
pub(super) fn sample(text: &Text) -> Option<String> {
    if let Some(pattern) = text.patterns.first() {
        // Categories of Unicode take a second to compile; nearly all samples are of ASCII, and tell as much.
        let of_ascii = pattern::of_ascii(pattern);
        let matching = Regex::new(of_ascii.as_deref().unwrap_or(pattern)).ok()?;
        let known = FORMATS.iter().filter(|(format, _)| text.formats.contains(*format)).map(|(_, sample)| *sample);
        let samples = known.chain(EDGES.iter().copied()).filter(|sample| of_ascii.is_none() || sample.is_ascii());
        let mut fits = samples.filter(|sample| matching.is_match(sample));
        let of_format = fits.next().filter(|_| !text.formats.is_empty()).map(str::to_owned);
        return of_format.or_else(|| generated(pattern));
    }
    if let Some(format) = text.formats.first() {
        return FORMATS.iter().find(|(known, _)| known == format).map(|(_, sample)| (*sample).to_owned());
    }
    let least = text.min.unwrap_or(0).min(LONGEST);
    let usual = if text.max.is_some_and(|max| max < 4) { "" } else { "text" };
    Some(lengthened(usual, least))
}

/// Texts to try at a place: samples of both sides, those around their limits, and the edges of formats.
pub(super) fn probes(accepted: &Text, refused: &Text) -> Vec<String> {
    let mut all: Vec<String> = sample(accepted).into_iter().collect();
    let limits =
        [accepted.min, accepted.max, refused.min.map(|min| min.saturating_sub(1)), refused.max.map(|max| max + 1)];
    all.extend(limits.into_iter().flatten().filter(|limit| *limit <= LONGEST).map(|limit| lengthened("", limit)));
    all.extend(accepted.patterns.iter().filter_map(|pattern| generated(pattern)));
    all.extend(FORMATS.iter().map(|(_, sample)| (*sample).to_owned()));
    all.extend(EDGES.iter().map(|edge| (*edge).to_owned()));
    all
}

fn lengthened(text: &str, least: u64) -> String {
    let missing = usize::try_from(least).unwrap_or(0).saturating_sub(text.chars().count());
    text.chars().chain(std::iter::repeat_n('a', missing)).collect()
}

/// A short text that a pattern matches.
fn generated(pattern: &str) -> Option<String> {
    let regex = regex_syntax::parse(pattern).ok()?;
    let mut text = String::new();
    write(&regex, &mut text).then_some(text)
}

fn write(regex: &Hir, out: &mut String) -> bool {
    match regex.kind() {
        HirKind::Empty | HirKind::Look(_) => true,
        HirKind::Literal(literal) => std::str::from_utf8(&literal.0).map(|text| out.push_str(text)).is_ok(),
        HirKind::Class(class) => character(class).map(|one| out.push(one)).is_some(),
        HirKind::Repetition(repetition) => (0..repetition.min).all(|_| out.len() < 4096 && write(&repetition.sub, out)),
        HirKind::Capture(capture) => write(&capture.sub, out),
        HirKind::Concat(parts) => parts.iter().all(|part| write(part, out)),
        HirKind::Alternation(parts) => parts.first().is_some_and(|part| write(part, out)),
    }
}

/// A plain character of a class, where it has one.
fn character(class: &Class) -> Option<char> {
    let Class::Unicode(class) = class else { return None };
    let has = |one: char| class.ranges().iter().any(|range| range.start() <= one && one <= range.end());
    let plain = ['a', '0', 'A', '4', '8', '1'].into_iter().find(|one| has(*one));
    plain.or_else(|| class.ranges().first().map(regex_syntax::hir::ClassUnicodeRange::start))
}
