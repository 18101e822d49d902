//! Messages, in which code stands between backticks.

use askama::Template;

#[derive(Template)]
#[template(path = "prose.html")]
struct Drawn {
    spans: Vec<Span>,
}

/// A message as HTML: what stands between backticks is code.
pub fn prose(message: &str) -> String {
    // Writing to a text does not fail.
    Drawn { spans: spans(message) }.render().unwrap_or_default()
}

/// A stretch of a message.
struct Span {
    is_code: bool,
    text: String,
}

/// The stretches of a message. A backtick without its fellow is one like any other character.
fn spans(message: &str) -> Vec<Span> {
    let parts: Vec<&str> = message.split('`').collect();
    // An odd number of backticks: the last opens nothing.
    let closed = if parts.len().is_multiple_of(2) { parts.len() - 1 } else { parts.len() };
    let mut prose: Vec<Span> = Vec::new();
    for (at, part) in parts.into_iter().enumerate() {
        match prose.last_mut() {
            Some(last) if at >= closed => {
                let unclosed = format!("`{part}");
                if last.is_code {
                    prose.push(Span { is_code: false, text: unclosed });
                } else {
                    last.text.push_str(&unclosed);
                }
            }
            _ => prose.push(Span { is_code: at % 2 == 1, text: part.to_owned() }),
        }
    }
    prose.retain(|span| !span.text.is_empty());
    prose
}

#[cfg(test)]
mod tests {
    use super::spans;

    #[test]
    fn code_is_what_stands_between_backticks() {
        for (message, expected) in [
            ("plain", vec![(false, "plain")]),
            ("`a` is missing", vec![(true, "a"), (false, " is missing")]),
            ("a ` b", vec![(false, "a ` b")]),
            ("`a` and ` b", vec![(true, "a"), (false, " and ` b")]),
            ("", vec![]),
        ] {
            let told = spans(message);
            let told: Vec<(bool, &str)> = told.iter().map(|span| (span.is_code, span.text.as_str())).collect();
            assert_eq!(told, expected, "{message}");
        }
    }
}
