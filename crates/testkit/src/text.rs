//! Strings: right ones by format and pattern, and such as break them.

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::string::string_regex;
use proptest::test_runner::TestRunner;
use regex::Regex;

/// What is known of a format of strings.
struct Format {
    name: &'static str,
    /// A regular expression whose every match has the format.
    right: &'static str,
    /// A text that has it not.
    wrong: &'static str,
}

/// The formats that a validator of JSON Schema asserts. Version 4 UUIDs, since version 3 of the server takes no others.
const FORMATS: &[Format] = &[
    Format {
        name: "date-time",
        right: concat!(
            "(19|20)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]",
            r"(\.[0-9]{1,6})?(Z|[+-](0[0-9]|1[0-3]):[0-5][0-9])|2024-02-29T00:00:00Z"
        ),
        wrong: "2023-02-29T00:00:00Z",
    },
    Format {
        name: "date",
        right: "(19|20)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])|2024-02-29|[0-9]{4}-12-31",
        wrong: "2023-02-29",
    },
    Format {
        name: "uuid",
        right: "[0-9a-f]{8}-[0-9a-fA-F]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}",
        wrong: "8f0b1c2d3e4f4a5b8c6d7e8f9a0b1c2d",
    },
    Format {
        name: "email",
        right: r"[a-z][a-z0-9]{0,7}(\.[a-z]{1,4})?@[a-z][a-z0-9]{0,7}\.(org|example)",
        wrong: "nobody at home",
    },
    Format {
        name: "uri",
        right: r"https?://[a-z]{1,9}\.example(/[a-z0-9]{1,8}){0,2}(\?[a-z]=[0-9])?",
        wrong: "no uri",
    },
    Format { name: "ipv4", right: "(10|192)(\\.(0|[1-9][0-9])){3}", wrong: "256.1.1.1" },
    Format { name: "hostname", right: r"[a-z]{1,9}\.example", wrong: "no host" },
];

/// A text that is right neither by any usual pattern nor by most formats.
const ODD: &[&str] = &["", "!", "no match, whatever it is", "00000000-0000-1000-8000-000000000000"];

fn format(name: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.name == name)
}

/// What a string has to be.
#[derive(Clone, Debug, Default)]
pub(crate) struct Text<'c> {
    pub(crate) format: Option<&'c str>,
    pub(crate) patterns: Vec<&'c str>,
    /// In characters.
    pub(crate) shortest: usize,
    /// In characters.
    pub(crate) longest: Option<usize>,
}

impl Text<'_> {
    /// Right strings; nothing where a pattern is beyond what can be generated.
    pub(crate) fn strategy(&self) -> Option<BoxedStrategy<String>> {
        let patterns = self.patterns.iter().map(|pattern| Regex::new(&portable(pattern)).ok());
        let patterns: Vec<Regex> = patterns.collect::<Option<_>>()?;
        let source = match (self.format.and_then(format), self.patterns.first()) {
            // A pattern may ask for what its format hardly ever is: for uuids of another version.
            (Some(format), Some(pattern)) if !is_match(format.right, &patterns) => without_anchors(&portable(pattern)),
            (Some(format), _) => format.right.to_owned(),
            (None, Some(pattern)) => without_anchors(&portable(pattern)),
            (None, None) => {
                let longest = self.longest.unwrap_or(usize::MAX).min(self.shortest + 12);
                format!("[ -~äßéλж中🙂]{{{},{longest}}}", self.shortest)
            }
        };
        let (shortest, longest) = (self.shortest, self.longest.unwrap_or(usize::MAX));
        let fits = move |text: &String| {
            (shortest..=longest).contains(&text.chars().count()) && patterns.iter().all(|regex| regex.is_match(text))
        };
        Some(string_regex(&source).ok()?.prop_filter("pattern and length", fits).boxed())
    }

    /// Strings that break one thing of it, with the keyword that they break (and maybe others).
    pub(crate) fn broken(&self) -> Vec<(&'static str, String)> {
        let mut all = Vec::new();
        all.extend(self.format.and_then(format).map(|format| ("format", format.wrong.to_owned())));
        for regex in self.patterns.iter().filter_map(|pattern| Regex::new(&portable(pattern)).ok()) {
            all.extend(ODD.iter().filter(|text| !regex.is_match(text)).map(|text| ("pattern", (*text).to_owned())));
        }
        all.extend(self.shortest.checked_sub(1).map(|length| ("minLength", "a".repeat(length))));
        let longest = self.longest.filter(|longest| *longest < 10_000);
        all.extend(longest.map(|longest| ("maxLength", "é".repeat(longest + 1))));
        all
    }
}

/// Whether a text that is made by a regular expression matches all of these.
fn is_match(source: &str, patterns: &[Regex]) -> bool {
    let made = string_regex(source).ok().and_then(|texts| texts.new_tree(&mut TestRunner::deterministic()).ok());
    made.is_some_and(|text| patterns.iter().all(|regex| regex.is_match(&text.current())))
}

/// ECMA-262 means ASCII by its classes.
fn portable(pattern: &str) -> String {
    pattern.replace(r"\d", "[0-9]").replace(r"\w", "[0-9A-Za-z_]").replace(r"\/", "/")
}

fn without_anchors(pattern: &str) -> String {
    let pattern = pattern.strip_prefix('^').unwrap_or(pattern);
    pattern.strip_suffix('$').unwrap_or(pattern).to_owned()
}
