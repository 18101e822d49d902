//! The little of Markdown that rule files need told apart: headings, fenced code, and the rest.

/// One line of a Markdown text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line<'a> {
    /// A heading: its level, 1 to 6, and its words.
    Heading(usize, &'a str),
    /// The fence that opens a code block, with its info string.
    Open(&'a str),
    /// A line inside a code block.
    Code(&'a str),
    /// The fence that closes a code block.
    Close,
    /// Any other line.
    Text(&'a str),
}

/// Tells the lines of `text` apart.
pub fn lines(text: &str) -> impl Iterator<Item = Line<'_>> {
    let mut fence = 0;
    text.lines().map(move |line| {
        let ticks = leading(line, '`');
        if fence > 0 {
            if ticks >= fence && line.trim_matches(['`', ' ']).is_empty() {
                fence = 0;
                return Line::Close;
            }
            return Line::Code(line);
        }
        if ticks >= 3 {
            fence = ticks;
            return Line::Open(line.trim_start_matches('`').trim());
        }
        let hashes = leading(line, '#');
        match line.trim_start_matches('#').strip_prefix(' ') {
            Some(words) if (1..=6).contains(&hashes) => Line::Heading(hashes, words.trim()),
            _ => Line::Text(line),
        }
    })
}

fn leading(line: &str, wanted: char) -> usize {
    line.chars().take_while(|c| *c == wanted).count()
}

#[cfg(test)]
mod tests {
    use super::{Line, lines};

    #[test]
    fn fences_hide_headings_and_shorter_fences() {
        let text = "# A\n#no\n````json bad x=1\n# code\n```\n````\n## B ";
        let expected = [
            Line::Heading(1, "A"),
            Line::Text("#no"),
            Line::Open("json bad x=1"),
            Line::Code("# code"),
            Line::Code("```"),
            Line::Close,
            Line::Heading(2, "B"),
        ];
        assert_eq!(lines(text).collect::<Vec<_>>(), expected);
    }
}
