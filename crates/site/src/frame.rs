//! The frame that all pages have in common.

use crate::catalog::Catalog;

/// What the frame of a page says.
pub(crate) struct Frame<'p> {
    /// What tabs and bookmarks call the page.
    pub(crate) title: String,
    /// The way from the page to the root of the site: nothing, or `../`.
    pub(crate) root: &'static str,
    /// What the site is about.
    pub(crate) site: &'p str,
    /// The program that built it.
    pub(crate) made_by: &'p str,
    /// Whether releases are told apart.
    pub(crate) has_releases: bool,
    /// The oldest of them.
    pub(crate) oldest: &'static str,
}

impl<'p> Frame<'p> {
    /// That of a page in the root of the site.
    pub(crate) fn at_root(catalog: &'p Catalog<'_>, title: &str) -> Self {
        Self::of(catalog, title, "")
    }

    /// That of a page in a folder.
    pub(crate) fn in_folder(catalog: &'p Catalog<'_>, title: &str) -> Self {
        Self::of(catalog, title, "../")
    }

    fn of(catalog: &'p Catalog<'_>, title: &str, root: &'static str) -> Self {
        let site = catalog.title();
        Self {
            title: format!("{title} · {site}"),
            root,
            site,
            made_by: &catalog.made_by,
            has_releases: !catalog.releases().is_empty(),
            oldest: catalog.releases().first().map_or("", |release| release.version()),
        }
    }
}

/// The text of a page.
pub(crate) fn rendered(page: &impl askama::Template) -> String {
    // Writing to a text does not fail.
    page.render().unwrap_or_default()
}
