//! The frame of a page.

use askama::Template;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

/// The styles that all pages have in common.
pub const STYLE: &str = include_str!("../templates/style.css");

/// A page that needs nothing beside itself.
#[derive(Clone, Copy, Debug)]
pub struct Page<'p> {
    /// What tabs and bookmarks call it.
    pub title: &'p str,
    /// Styles beside [`STYLE`].
    pub styles: &'p str,
    /// What stands within `body`, as HTML.
    pub main: &'p str,
}

#[derive(Template)]
#[template(path = "page.html")]
struct Framed<'p> {
    title: &'p str,
    style: String,
    hash: String,
    main: &'p str,
}

impl Page<'_> {
    /// The document. Its policy lets it load nothing and run nothing; of styles it lets in only those that stand in it.
    pub fn html(&self) -> String {
        let style = format!("{STYLE}{}", self.styles);
        let hash = STANDARD.encode(Sha256::digest(style.as_bytes()));
        // Writing to a text does not fail.
        Framed { title: self.title, style, hash, main: self.main }.render().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::Page;

    #[test]
    fn a_title_is_text() {
        let html = Page { title: "</title><script>", styles: "", main: "<main></main>" }.html();
        assert!(!html.contains("<script>"), "{html}");
        assert!(html.contains("default-src &#39;none&#39;") || html.contains("default-src 'none'"), "{html}");
    }
}
