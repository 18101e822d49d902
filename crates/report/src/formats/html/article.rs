//! One finding, with its like.

use askama::Template;
use pages::{Life, prose};

use super::super::places::{exchange, more_like_this, part, spread};
use super::super::remarks::{found, remarks};
use super::super::siblings::{Siblings, more_names};
use super::super::words::{line, message, number, source_and_number};
use super::excerpt::{self, DrawnExcerpt};
use crate::pictures::Pictures;
use crate::{Finding, Report, Severity};

/// Of a longer remark only the beginning is seen at first, in bytes.
const LONG: usize = 320;
/// How many places of one finding are named.
const PLACES: usize = 60;

/// A finding, drawn.
pub(super) struct Article {
    /// Under which heading it stands.
    pub(super) chapter: String,
    pub(super) severity: Severity,
    pub(super) rule: &'static str,
    pub(super) title: &'static str,
    pub(super) life: Option<DrawnLife>,
    /// How many findings it speaks for.
    pub(super) weight: u64,
    /// The finding as HTML.
    pub(super) html: String,
}

/// The life of what a finding is about.
pub(super) struct DrawnLife {
    name: String,
    strip: String,
    axis: String,
    words: Vec<String>,
}

#[derive(Template)]
#[template(path = "article.html")]
struct Drawn<'a> {
    finding: &'a Finding,
    severity: &'static str,
    headline: String,
    more: Option<String>,
    place: String,
    counterpart: Option<String>,
    part: String,
    excerpt: Option<DrawnExcerpt>,
    remarks: Vec<Remark>,
    help: Option<String>,
    life: Option<&'a DrawnLife>,
}

/// What else there is to say.
struct Remark {
    /// What is seen of a long one before it is unfolded.
    summary: Option<String>,
    said: String,
}

impl Remark {
    /// A list says how long it is before its colon.
    fn of(said: &str) -> Self {
        let summary = said.split_once(": ").filter(|_| said.len() > LONG).map(|(summary, _)| summary.to_owned());
        Self { summary, said: prose(said) }
    }
}

impl Article {
    /// Draws a finding.
    pub(super) fn of(siblings: &Siblings<'_>, report: &Report) -> Self {
        let finding = siblings.first.first;
        let pictures = report.pictures.as_ref();
        let life = pictures.and_then(|pictures| Some(drawn_life(finding.life.as_deref()?, finding, pictures)));
        let html = drawn(siblings, report, life.as_ref());
        let (severity, rule) = (finding.severity, finding.rule);
        Self {
            chapter: chapter(finding),
            severity,
            rule: rule.id(),
            title: rule.title(),
            life,
            weight: weight(siblings),
            html,
        }
    }

    /// What it adds to the page, in bytes.
    pub(super) fn size(&self) -> usize {
        self.html.len() + 1
    }

    /// What its heading adds at most, and the line of the contents that leads to it.
    pub(super) fn heading_size(&self) -> usize {
        // Escaped, a character can take ten bytes.
        20 * self.chapter.len() + 300
    }
}

/// How many findings are told as one.
pub(super) fn weight(siblings: &Siblings<'_>) -> u64 {
    let groups = std::iter::once(&siblings.first).chain(&siblings.others);
    groups.map(|group| group.more_count().saturating_add(1)).fold(0, u64::saturating_add)
}

/// By what a reader looks for a finding: the operation, else the type, else the tag.
fn chapter(finding: &Finding) -> String {
    let name = finding.operation.as_deref().or(finding.schema.as_deref()).or(finding.tag.as_deref());
    name.map_or_else(|| "Several operations, or none".to_owned(), line)
}

/// Where no release is in question, those are marked that the finding holds for.
fn drawn_life(life: &Life, finding: &Finding, pictures: &Pictures) -> DrawnLife {
    let holds = || finding.releases.as_ref().map(|releases| pictures.positions(releases)).unwrap_or_default();
    let marks = if pictures.marks.is_empty() { holds() } else { pictures.marks.clone() };
    DrawnLife {
        name: line(&life.name),
        strip: life.strip.svg(&pictures.axis, &marks),
        axis: pictures.axis.svg(),
        words: life.strip.words(&pictures.axis),
    }
}

fn drawn(siblings: &Siblings<'_>, report: &Report, life: Option<&DrawnLife>) -> String {
    let group = &siblings.first;
    let finding = group.first;
    let excerpt = excerpt::drawn(finding);
    let found = found(finding).filter(|_| excerpt.is_none());
    let more = more_names(siblings).into_iter().chain(more_like_this(group));
    let said = found.into_iter().chain(spread(finding, PLACES)).chain(remarks(finding, report)).chain(more);
    let drawn = Drawn {
        finding,
        severity: finding.severity.as_str(),
        headline: prose(&message(&finding.headline())),
        more: Some(group.more_count()).filter(|more| *more > 0).map(|more| number(more.saturating_add(1))),
        place: exchange(&finding.location),
        counterpart: finding.counterpart.as_ref().map(source_and_number),
        part: part(finding),
        excerpt,
        remarks: said.map(|remark| Remark::of(&remark)).collect(),
        help: finding.help.as_ref().map(|help| prose(&message(help))),
        life,
    };
    // Writing to a text does not fail.
    drawn.render().unwrap_or_default()
}
