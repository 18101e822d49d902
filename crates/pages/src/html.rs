//! How text becomes HTML, in all templates: `askama.toml` of each crate that has some names it.

use std::fmt::{self, Write};

use askama::filters::{Escaper, Html as Markup};

/// Escapes what is markup, and writes out what controls a device, or shows text in another order or not at all:
/// `\u{202e}`.
#[derive(Clone, Copy, Debug, Default)]
pub struct Html;

impl Escaper for Html {
    fn write_escaped_str<W: Write>(&self, mut target: W, text: &str) -> fmt::Result {
        let mut rest = text;
        while let Some((at, hidden)) = rest.char_indices().find(|(_, c)| is_written_out(*c)) {
            let (plain, from) = rest.split_at_checked(at).unwrap_or((rest, ""));
            Markup.write_escaped_str(&mut target, plain)?;
            write!(target, "{}", hidden.escape_unicode())?;
            rest = from.strip_prefix(hidden).unwrap_or_default();
        }
        Markup.write_escaped_str(target, rest)
    }
}

fn is_written_out(c: char) -> bool {
    deceives(c) || (c.is_control() && c != '\n')
}

/// Whether text is shown in another order, or not at all, because of a character.
pub fn deceives(c: char) -> bool {
    matches!(c,
        '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use askama::filters::Escaper as _;

    use super::Html;

    #[test]
    fn text_is_neither_markup_nor_turned_round() {
        for (text, expected) in [
            ("plain é 漢", "plain é 漢"),
            ("<b a=\"'&'\">", "&#60;b a=&#34;&#39;&#38;&#39;&#34;&#62;"),
            ("\u{202e}<\u{feff}", "\\u{202e}&#60;\\u{feff}"),
            ("a\n\u{1b}[31m", "a\n\\u{1b}[31m"),
            ("", ""),
        ] {
            let mut escaped = String::new();
            Html.write_escaped_str(&mut escaped, text).unwrap();
            assert_eq!(escaped, expected);
        }
    }
}
