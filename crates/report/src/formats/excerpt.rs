//! Makes an excerpt safe to draw.

use std::ops::Range;

use annotate_snippets::{Annotation, AnnotationKind, Snippet};

use crate::text::escape_lines;
use crate::{Excerpt, shorten};

/// The longest underlined value, in characters.
const UNDERLINED: usize = 60;
/// The longest stretch of a line beside it, in characters; the renderer cuts lines to the terminal's width, and takes
/// long for lines of megabytes.
const BESIDE: usize = 400;

/// An excerpt whose text is escaped and whose span fits it.
pub(super) struct Fitted<'a> {
    text: String,
    first_line: usize,
    span: Range<usize>,
    /// As the finding has it: not escaped.
    pub(super) label: &'a str,
}

impl<'a> Fitted<'a> {
    /// Nothing where there are no lines to draw. The drawing library panics on a span outside its text or within a
    /// character, so the span is cut to fit; it also moves by what was escaped before it.
    pub(super) fn new(excerpt: &'a Excerpt) -> Option<Self> {
        let whole = excerpt.text.trim_end();
        if whole.is_empty() {
            return None;
        }
        let start = boundary(whole, excerpt.span.start);
        let end = boundary(whole, excerpt.span.end).max(start);
        let (rest, after) = whole.split_at(end);
        let (before, inside) = rest.split_at(start);
        let mut text = fit_lines(before, BESIDE);
        let start = text.len();
        text.push_str(&fit_lines(inside, UNDERLINED));
        let end = text.len();
        text.push_str(&fit_lines(after, BESIDE));
        // Line numbers near the end of their range would overflow when they are counted on.
        let first_line = excerpt.first_line.min(usize::MAX / 2);
        Some(Self { text, first_line, span: start..end, label: &excerpt.label })
    }

    /// What stands before what is underlined, that, and what stands after it.
    pub(super) fn parts(&self) -> (&str, &str, &str) {
        let (rest, after) = self.text.split_at_checked(self.span.end).unwrap_or((&self.text, ""));
        let (before, inside) = rest.split_at_checked(self.span.start).unwrap_or((rest, ""));
        (before, inside, after)
    }

    /// The number of the first line.
    pub(super) fn first_line(&self) -> usize {
        self.first_line
    }

    /// How many columns its line numbers take.
    pub(super) fn gutter(&self) -> usize {
        let last = self.first_line + self.text.matches('\n').count();
        last.to_string().len()
    }

    /// The lines with their underline.
    pub(super) fn snippet(&self, label: Option<String>) -> Snippet<'_, Annotation<'_>> {
        Snippet::source(self.text.as_str())
            .line_start(self.first_line)
            .fold(false)
            .annotation(AnnotationKind::Primary.span(self.span.clone()).label(label))
    }
}

/// Cuts each line to `max` characters and escapes it.
fn fit_lines(text: &str, max: usize) -> String {
    let lines: Vec<_> = text.split('\n').map(|line| shorten(line, max)).collect();
    escape_lines(&lines.join("\n")).into_owned()
}

/// The last character boundary at or before `at`.
fn boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use annotate_snippets::{Group, Level, Renderer};

    use super::Fitted;
    use crate::Excerpt;

    fn excerpt(text: &str, span: std::ops::Range<usize>) -> Excerpt {
        Excerpt { text: text.into(), first_line: 9, span, label: "here".into() }
    }

    #[test]
    fn the_span_moves_with_what_is_escaped() {
        let text = "\u{1b}é\n\"x\u{7}\" y\n\n";
        let start = text.find("\"x").unwrap();
        let excerpt = excerpt(text, start..start + 4);
        let fitted = Fitted::new(&excerpt).unwrap();
        assert_eq!(fitted.text, "\\u{1b}é\n\"x\\u{7}\" y");
        assert_eq!(&fitted.text[fitted.span.clone()], "\"x\\u{7}\"");
        assert_eq!(fitted.gutter(), 2, "lines 9 and 10");
    }

    #[test]
    fn long_lines_are_cut() {
        let text = format!("{0}\"{1}\"{0}\nshort", " ".repeat(5_000_000), "x".repeat(1000));
        let excerpt = excerpt(&text, 5_000_000..5_001_002);
        let fitted = Fitted::new(&excerpt).unwrap();
        assert_eq!(fitted.text.chars().count(), 400 + 60 + 400 + "\nshort".len());
        let underlined = &fitted.text[fitted.span.clone()];
        assert!(underlined.starts_with("\"xx") && underlined.ends_with("xx\"") && underlined.contains('…'));
    }

    #[test]
    fn no_span_and_no_text_makes_the_renderer_panic() {
        let long = "x".repeat(300);
        for text in ["a", "aé\n\u{1b}漢字\n\n  b\r\n", "\n\nx", &long] {
            for start in 0..text.len() + 3 {
                for end in [0, start, start + 1, start + 5, text.len(), usize::MAX] {
                    let excerpt = excerpt(text, start..end);
                    let fitted = Fitted::new(&excerpt).unwrap();
                    let group = Group::with_level(Level::ERROR).element(fitted.snippet(Some("l".into())));
                    for width in [40, 100] {
                        let drawn = Renderer::plain().term_width(width).render(std::slice::from_ref(&group));
                        assert!(drawn.contains('|'), "{drawn}");
                    }
                }
            }
        }
    }

    #[test]
    fn an_excerpt_without_lines_is_not_drawn() {
        assert!(Fitted::new(&excerpt("", 0..3)).is_none());
        assert!(Fitted::new(&excerpt(" \n\n", 0..1)).is_none());
    }
}
