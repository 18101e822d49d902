//! Patterns, as ECMA-262 writes them with its flag `u`.

/// Values of `General_Category` in `\p{…}`, each with those of its characters that are ASCII.
const CATEGORIES: [(&str, &str); 6] =
    [("L", "A-Za-z"), ("Lu", "A-Z"), ("Ll", "a-z"), ("M", ""), ("N", "0-9"), ("Nd", "0-9")];

/// A pattern that means the same of texts of ASCII and names no categories of Unicode. To compile one that does can take
/// thousands of times as long: of letters alone there are some 140,000.
///
/// Nothing for a pattern that names none, or others than letters, marks and numbers.
pub fn of_ascii(pattern: &str) -> Option<String> {
    let mut plain = String::with_capacity(pattern.len());
    let (mut rest, mut in_class) = (pattern, false);
    while let Some(at) = rest.find(['\\', '[', ']']) {
        let (before, from) = rest.split_at(at);
        plain.push_str(before);
        rest = if let Some(after) = from.strip_prefix(r"\p{") {
            let (name, after) = after.split_once('}')?;
            let (_, of_ascii) = CATEGORIES.into_iter().find(|(category, _)| *category == name)?;
            let written = if in_class { [of_ascii, "", ""] } else { ["[", of_ascii, "]"] };
            plain.extend(written);
            after
        } else {
            in_class = from.starts_with('[') || (in_class && !from.starts_with(']'));
            let characters = 1 + usize::from(from.starts_with('\\'));
            let end = from.char_indices().nth(characters).map_or(from.len(), |(end, _)| end);
            let (token, after) = from.split_at(end);
            plain.push_str(token);
            after
        };
    }
    plain.push_str(rest);
    // A class that only had what is not ASCII is written in another way.
    let has_empty_class = plain.contains("[]") || plain.contains("[^]");
    (plain != pattern && !has_empty_class).then_some(plain)
}

#[cfg(test)]
mod tests {
    use super::of_ascii;

    #[test]
    fn categories_become_classes() {
        for (pattern, expected) in [
            (r"^[\p{L}\p{M}\p{N}.-]+$", Some("^[A-Za-z0-9.-]+$")),
            (r"^\p{Lu}\p{Nd}{2}$", Some("^[A-Z][0-9]{2}$")),
            (r"^[^\p{Ll}\]]$", Some(r"^[^a-z\]]$")),
            (r"^\[\p{L}$", Some(r"^\[[A-Za-z]$")),
            (r"^\\p{2}$", None),
            (r"\p{M}", None),
            (r"[\p{M}]", None),
            (r"[^\p{M}]", None),
            (r"\p{Script=Greek}", None),
            (r"\p{L", None),
            (r"\P{L}", None),
            ("^[a-z]+\\", None),
            ("^[a-z]+$", None),
        ] {
            assert_eq!(of_ascii(pattern).as_deref(), expected, "{pattern}");
        }
    }
}
