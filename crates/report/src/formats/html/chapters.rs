//! Findings under their headings.

use std::collections::HashMap;

use super::super::words::number;
use super::article::Article;
use crate::Severity;

/// The findings of one operation, or of what else they have in common.
pub(super) struct Chapter {
    pub(super) name: String,
    pub(super) articles: Vec<Article>,
}

impl Chapter {
    /// How many findings of a severity it shows; nothing for none.
    pub(super) fn counted(&self, severity: Severity) -> Option<String> {
        let articles = self.articles.iter().filter(|article| article.severity == severity);
        let count = articles.map(|article| article.weight).fold(0, u64::saturating_add);
        (count > 0).then(|| number(count))
    }
}

/// Findings by chapter; chapters and what they hold stay in the order in which they come.
pub(super) fn in_chapters(articles: Vec<Article>) -> Vec<Chapter> {
    let mut chapters: Vec<Chapter> = Vec::new();
    let mut known: HashMap<String, usize> = HashMap::new();
    for article in articles {
        let at = *known.entry(article.chapter.clone()).or_insert(chapters.len());
        match chapters.get_mut(at) {
            Some(chapter) => chapter.articles.push(article),
            None => chapters.push(Chapter { name: article.chapter.clone(), articles: vec![article] }),
        }
    }
    chapters
}
