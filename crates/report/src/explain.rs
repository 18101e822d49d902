//! Shows a rule on a terminal.

use std::io;

use anstyle::Style;

use crate::{Color, Rule};
use rules::markdown::{Line, lines};

/// Writes a rule for a terminal: title and severity, then the rule's text with bold headings and indented code.
pub fn explain(rule: &Rule, out: &mut dyn io::Write, color: Color) -> io::Result<()> {
    let bold = color.style(Style::new().bold());
    writeln!(out, "{bold}{}{bold:#}: {} ({})", rule.id(), rule.title(), rule.severity())?;
    writeln!(out)?;
    for line in lines(rule.body()) {
        match line {
            Line::Heading(_, words) => writeln!(out, "{bold}{words}{bold:#}")?,
            // The indentation of the code stands for the fences.
            Line::Open(_) | Line::Close => {}
            Line::Code("") | Line::Text("") => writeln!(out)?,
            Line::Code(code) => writeln!(out, "    {code}")?,
            Line::Text(text) => writeln!(out, "{text}")?,
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::explain;
    use crate::{Color, Rule};

    const TEXT: &str =
        "---\ntitle: a thing\nseverity: warning\nfacts: x\n---\n\n## What\n\nText.\n\n```json bad\n{\n\n}\n```\n";

    #[test]
    fn headings_are_bold_and_code_is_indented() {
        let rule = Rule::parse("a-thing", TEXT).unwrap();
        for (color, expected) in [
            (Color::Never, "a-thing: a thing (warning)\n\nWhat\n\nText.\n\n    {\n\n    }\n"),
            (
                Color::Always,
                "\u{1b}[1ma-thing\u{1b}[0m: a thing (warning)\n\n\u{1b}[1mWhat\u{1b}[0m\n\nText.\n\n    {\n\n    }\n",
            ),
        ] {
            let mut out = Vec::new();
            explain(&rule, &mut out, color).unwrap();
            assert_eq!(String::from_utf8(out).unwrap(), expected);
        }
    }
}
