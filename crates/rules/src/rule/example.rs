//! The examples in a rule's text, which tests run.

use crate::markdown::{Line, lines};

/// Whether an example must trigger its rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It triggers exactly this rule.
    Bad,
    /// It triggers nothing.
    Good,
}

/// A fenced code block with the info string `json bad …` or `json good …`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// Whether it must trigger the rule.
    pub verdict: Verdict,
    /// The `key=value` words of the info string, in order; a word without `=` has an empty value.
    pub options: Vec<(&'static str, &'static str)>,
    /// The code, without the fences, each line with its line break.
    pub text: String,
}

impl Example {
    /// The value of an option.
    pub fn option(&self, name: &str) -> Option<&'static str> {
        self.options.iter().find(|(key, _)| *key == name).map(|(_, value)| *value)
    }
}

pub(super) fn examples(body: &'static str) -> Vec<Example> {
    let mut found: Vec<Example> = Vec::new();
    let mut inside = false;
    for line in lines(body) {
        match line {
            Line::Open(info) => {
                let example = parse_info(info);
                inside = example.is_some();
                found.extend(example);
            }
            Line::Code(code) if inside => {
                if let Some(example) = found.last_mut() {
                    example.text.push_str(code);
                    example.text.push('\n');
                }
            }
            _ => {}
        }
    }
    found
}

fn parse_info(info: &'static str) -> Option<Example> {
    let mut words = info.split_whitespace();
    if words.next() != Some("json") {
        return None;
    }
    let verdict = match words.next() {
        Some("bad") => Verdict::Bad,
        Some("good") => Verdict::Good,
        _ => return None,
    };
    Some(Example {
        verdict,
        options: words.map(|word| word.split_once('=').unwrap_or((word, ""))).collect(),
        text: String::new(),
    })
}
