//! The releases from left to right, which all pictures of a page have in common.

use askama::Template;

/// A release on an axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tick {
    /// Its version.
    pub version: String,
    /// The day of it, ISO 8601; empty where that is not known.
    pub date: String,
}

/// Releases, oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Axis {
    ticks: Vec<Tick>,
}

/// How far labels are apart, in hundredths of the width: less, and they run into each other on a telephone.
const APART: f64 = 16.0;

/// A label below the axis.
struct Label<'a> {
    at: String,
    text: &'a str,
}

#[derive(Template)]
#[template(path = "axis.svg")]
struct Drawn<'a> {
    labels: Vec<Label<'a>>,
}

impl Axis {
    /// An axis of these releases.
    pub fn new(ticks: Vec<Tick>) -> Self {
        Self { ticks }
    }

    /// The releases, oldest first.
    pub fn ticks(&self) -> &[Tick] {
        &self.ticks
    }

    /// The position of a version.
    pub fn position(&self, version: &str) -> Option<usize> {
        self.ticks.iter().position(|tick| tick.version == version)
    }

    /// Where a release begins, in hundredths of the width, as SVG writes lengths; the one after the last begins at 100.
    pub(crate) fn at(&self, position: usize) -> String {
        format!("{:.2}%", self.share(position))
    }

    /// How wide the releases from one to another are, both included.
    pub(crate) fn width(&self, first: usize, last: usize) -> String {
        format!("{:.2}%", self.share(last + 1) - self.share(first))
    }

    #[expect(clippy::cast_precision_loss, reason = "there are not 2^52 releases")]
    fn share(&self, position: usize) -> f64 {
        100.0 * position as f64 / self.ticks.len().max(1) as f64
    }

    /// The releases from one to another, both included, as people write them: open where that is the newest.
    pub fn span(&self, first: usize, last: usize) -> String {
        let version = |position: usize| self.ticks.get(position).map_or("?", |tick| tick.version.as_str());
        match (first, last) {
            (first, last) if last + 1 == self.ticks.len() => format!("{} –", version(first)),
            (first, last) if first == last => version(first).to_owned(),
            (first, last) => format!("{} – {}", version(first), version(last)),
        }
    }

    /// The axis as SVG: a label wherever a minor version begins, as far as there is room.
    pub fn svg(&self) -> String {
        let mut labels: Vec<Label<'_>> = Vec::new();
        let mut free = 0.0;
        for (position, tick) in self.ticks.iter().enumerate() {
            let begins = position == 0 || tick.version.ends_with(".0");
            if begins && self.share(position) >= free {
                labels.push(Label { at: self.at(position), text: &tick.version });
                free = self.share(position) + APART;
            }
        }
        // Writing to a text does not fail.
        Drawn { labels }.render().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::{Axis, Tick};

    fn axis(versions: &[&str]) -> Axis {
        Axis::new(versions.iter().map(|one| Tick { version: (*one).to_owned(), date: String::new() }).collect())
    }

    #[test]
    fn a_span_is_open_at_the_newest() {
        let axis = axis(&["1.0.0", "1.1.0", "2.0.0"]);
        for (first, last, expected) in [(0, 0, "1.0.0"), (0, 1, "1.0.0 – 1.1.0"), (1, 2, "1.1.0 –"), (2, 2, "2.0.0 –")]
        {
            assert_eq!(axis.span(first, last), expected);
        }
    }

    #[test]
    fn labels_do_not_run_into_each_other() {
        let versions: Vec<String> = (0..50).map(|minor| format!("1.{minor}.0")).collect();
        let axis = axis(&versions.iter().map(String::as_str).collect::<Vec<_>>());
        assert_eq!(axis.svg().matches("<text").count(), 7, "{}", axis.svg());
        assert_eq!((axis.at(25), axis.width(0, 24)), ("50.00%".to_owned(), "50.00%".to_owned()));
    }
}
