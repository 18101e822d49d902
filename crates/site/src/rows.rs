//! Rows: one thing each, with its life as a picture and in words.

use askama::Template;
use contract::{Release, ReleaseSet};
use lives::Piece;
use pages::{Look, Run, Strip};

use crate::catalog::Catalog;
use crate::claims::Claims;
use crate::search;

/// How many values of an enum are named in words.
const NAMED: usize = 4;

/// A text that may lead somewhere.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Link {
    pub(crate) text: String,
    /// From the root of the site; empty where it leads nowhere.
    pub(crate) href: String,
}

/// A piece of what holds.
struct Word {
    link: Link,
    is_pattern: bool,
}

/// What holds at neighbouring releases.
pub(crate) struct Era {
    /// Its releases, leading to what the first of them changed.
    span: Link,
    words: Vec<Word>,
}

/// One thing.
pub(crate) struct Row {
    pub(crate) name: String,
    pub(crate) anchor: String,
    /// Whether its name is one that documents have.
    is_code: bool,
    /// What kind of thing it is, where a page has several kinds.
    kind: String,
    /// Whether it belongs to the row before it.
    pub(crate) is_part: bool,
    gone: Option<&'static str>,
    picture: String,
    eras: Vec<Era>,
    claims: Claims,
    /// Its life in words where it is not that of everything; for the search.
    pub(crate) span: String,
}

/// Rows as HTML, for pages in a folder.
#[derive(Template)]
#[template(path = "rows.html")]
pub(crate) struct Rows {
    pub(crate) rows: Vec<Row>,
}

impl Link {
    pub(crate) fn new(text: impl Into<String>, href: Option<String>) -> Self {
        Self { text: text.into(), href: href.unwrap_or_default() }
    }
}

impl Row {
    /// The row of something that lives at these releases, with what is said of it at each.
    pub(crate) fn of(
        catalog: &Catalog<'_>,
        name: impl Into<String>,
        anchor: String,
        life: ReleaseSet,
        said: impl Fn(Release) -> (Look, Vec<Piece>),
    ) -> Self {
        let words = |release: Release| {
            let (look, pieces) = said(release);
            (look, pieces.iter().map(ToString::to_string).collect())
        };
        let strip = lives::strip(catalog.contract, life, words);
        let linked_words = |run: &Run| {
            let pieces = said(catalog.release_at(run.first)).1;
            pieces.into_iter().map(|piece| Word::of(catalog, piece)).collect()
        };
        Self::shown(catalog, (name.into(), anchor), life, &strip, linked_words)
    }

    fn shown(
        catalog: &Catalog<'_>,
        (name, anchor): (String, String),
        life: ReleaseSet,
        strip: &Strip,
        words: impl Fn(&Run) -> Vec<Word>,
    ) -> Self {
        let era = |run: &Run| Era { span: span(catalog, run), words: words(run) };
        Self {
            name,
            anchor,
            is_code: true,
            kind: String::new(),
            is_part: false,
            gone: catalog.gone(life),
            picture: catalog.picture(strip),
            eras: strip.runs.iter().map(era).collect(),
            claims: Claims::default(),
            span: catalog.span(life),
        }
    }

    /// The same with what upstream claims of it.
    pub(crate) fn claimed(self, claims: Claims) -> Self {
        Self { claims, ..self }
    }

    /// The same where its name is one of ours.
    pub(crate) fn called_so_here(self) -> Self {
        Self { is_code: false, ..self }
    }

    /// The same with what kind of thing it is.
    pub(crate) fn kind(self, kind: impl Into<String>) -> Self {
        Self { kind: kind.into(), ..self }
    }

    /// The same for a reader who knows that what it belongs to is gone since then.
    pub(crate) fn within(self, owner: Option<&'static str>) -> Self {
        Self { gone: self.gone.filter(|version| Some(*version) != owner), ..self }
    }

    /// The same as a part of the row before.
    pub(crate) fn part(self) -> Self {
        Self { is_part: true, ..self }
    }

    /// Whether the contract has it at any release.
    pub(crate) fn was_ever(&self) -> bool {
        !self.eras.is_empty()
    }

    /// The first release without it.
    pub(crate) fn gone(&self) -> Option<&'static str> {
        self.gone
    }

    /// How the search finds it.
    pub(crate) fn entry(&self) -> search::Part {
        let kind = if self.kind.is_empty() { "field" } else { &self.kind };
        search::Part {
            kind: kind.to_owned(),
            name: self.name.clone(),
            anchor: self.anchor.clone(),
            span: self.span.clone(),
        }
    }
}

/// The releases of a run, leading to what changed at its beginning.
fn span(catalog: &Catalog<'_>, run: &Run) -> Link {
    if catalog.releases().is_empty() {
        return Link::default();
    }
    // Nobody knows what the oldest release changed.
    let page = catalog.release_page(catalog.release_at(run.first).version()).filter(|_| run.first > 0);
    Link::new(catalog.axis.span(run.first, run.last), page)
}

impl Word {
    fn text(text: impl Into<String>) -> Self {
        Self { link: Link::new(text, None), is_pattern: false }
    }

    /// A piece of what is said, leading to the type that it names.
    fn of(catalog: &Catalog<'_>, piece: Piece) -> Self {
        match piece {
            // Each has a row of its own where there are so many.
            Piece::Values(_, count) if count > NAMED => Self::text(format!("one of {count} values")),
            Piece::Text(text) | Piece::Values(text, _) => Self::text(text),
            Piece::Pattern(text) => Self { is_pattern: true, ..Self::text(text) },
            Piece::Component(name) => {
                let page = catalog.type_page(&name);
                Self { link: Link::new(name, page), is_pattern: false }
            }
        }
    }
}

/// One word for all releases.
pub(crate) fn plainly(look: Look, words: impl Into<String>) -> (Look, Vec<Piece>) {
    (look, vec![Piece::Text(words.into())])
}
