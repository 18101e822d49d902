//! What holds at which releases, as a strip of coloured stretches.

use askama::Template;

use crate::{Axis, Look};

/// Neighbouring releases at which the same holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The position of its first release on the axis.
    pub first: usize,
    /// The position of its last one.
    pub last: usize,
    /// How it looks.
    pub look: Look,
    /// What holds there.
    pub words: String,
}

/// Runs, oldest first, that do not overlap. Where there is none, nothing is drawn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Strip {
    /// The runs.
    pub runs: Vec<Run>,
}

/// A run as it is drawn.
struct Bar {
    y: u8,
    height: u8,
    at: String,
    width: String,
    class: &'static str,
    words: String,
}

/// Releases that are pointed at.
struct Mark {
    at: String,
    width: String,
}

#[derive(Template)]
#[template(path = "strip.svg")]
struct Drawn {
    /// What it shows; nothing where the page says it beside the picture.
    label: Option<String>,
    bars: Vec<Bar>,
    marks: Vec<Mark>,
}

impl Strip {
    /// Each run in words, with its releases: `1.126.0 – 2.7.5: required, a string`.
    pub fn words(&self, axis: &Axis) -> Vec<String> {
        self.runs.iter().map(|run| format!("{}: {}", axis.span(run.first, run.last), run.words)).collect()
    }

    /// The strip as SVG, with the releases `marks` pointed at, each given by first and last position.
    pub fn svg(&self, axis: &Axis, marks: &[(usize, usize)]) -> String {
        let words = self.words(axis);
        let label = if words.is_empty() { "never".to_owned() } else { words.join("; ") };
        self.drawn(axis, marks, Some(label))
    }

    /// The same where its words stand beside it: a screen reader shall not read them twice.
    pub fn svg_beside_words(&self, axis: &Axis) -> String {
        self.drawn(axis, &[], None)
    }

    fn drawn(&self, axis: &Axis, marks: &[(usize, usize)], label: Option<String>) -> String {
        let bar = |(run, words): (&Run, String)| {
            let (y, height) = run.look.band();
            let (at, width) = (axis.at(run.first), axis.width(run.first, run.last));
            Bar { y, height, at, width, class: run.look.class(), words }
        };
        let mark = |(first, last): &(usize, usize)| Mark { at: axis.at(*first), width: axis.width(*first, *last) };
        let bars = self.runs.iter().zip(self.words(axis)).map(bar).collect();
        // Writing to a text does not fail.
        Drawn { label, bars, marks: marks.iter().map(mark).collect() }.render().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::{Run, Strip};
    use crate::{Axis, Look, Tick};

    #[test]
    fn what_a_run_says_is_text_and_not_markup() {
        let axis = Axis::new(vec![Tick { version: "1.0.0".to_owned(), date: String::new() }]);
        let words = "</svg><script>alert(1)</script>\"".to_owned();
        let svg = Strip { runs: vec![Run { first: 0, last: 0, look: Look::Fits, words }] }.svg(&axis, &[(0, 0)]);
        assert!(!svg.contains("<script") && svg.matches("</svg>").count() == 1, "{svg}");
        assert!(svg.contains("width=\"100.00%\"") && svg.contains("class=\"mark\""), "{svg}");
    }

    #[test]
    fn nothing_is_said_to_be_nothing() {
        assert!(Strip::default().svg(&Axis::default(), &[]).contains("aria-label=\"never\""));
        assert!(!Strip::default().svg_beside_words(&Axis::default()).contains("aria-label"));
    }
}
