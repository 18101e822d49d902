//! The words of `words.toml`, as they are looked up.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

/// The tables, each in the order of its words.
mod tables {
    include!(concat!(env!("OUT_DIR"), "/words.rs"));
}

/// What is in names that are written without a break.
static JOINED: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| AhoCorasick::new(tables::JOINED).ok());

/// Whether a word, or a name written without a break, is that of a secret.
pub(crate) fn is_telling(word: &str) -> bool {
    is_in(tables::TELLING, word)
        || word.strip_suffix('s').is_some_and(|word| is_in(tables::TELLING, word))
        || JOINED.as_ref().is_none_or(|joined| joined.is_match(word))
}

/// Whether a value is no more than a telling word.
pub(crate) fn is_word(value: &str) -> bool {
    is_in(tables::TELLING, &value.to_ascii_lowercase())
}

/// Whether two words side by side are the name of a secret though neither of them is.
pub(crate) fn are_telling(before: &str, word: &str) -> bool {
    is_pair(tables::TOGETHER, before, word)
}

/// Whether a telling word behind this one tells nothing.
pub(crate) fn are_plain(before: &str, word: &str) -> bool {
    is_pair(tables::PLAIN, before, word)
}

/// Whether a name that ends with this word says something of a secret.
pub(crate) fn is_describing(word: &str) -> bool {
    is_in(tables::DESCRIBING, word) || word.strip_suffix('s').is_some_and(|word| is_in(tables::DESCRIBING, word))
}

/// Whether a name with this word among others asks something about a secret.
pub(crate) fn is_asking(word: &str) -> bool {
    is_in(tables::ASKING, word)
}

/// Whether a part of a header is never a secret: an attribute of a cookie, a parameter that everybody may know.
pub(crate) fn is_beside(name: &str) -> bool {
    is_in(tables::BESIDE, &name.trim().to_ascii_lowercase())
}

fn is_in(table: &[&str], word: &str) -> bool {
    table.binary_search(&word).is_ok()
}

fn is_pair(table: &[(&str, &str)], before: &str, word: &str) -> bool {
    let is_known = |word| table.binary_search(&(before, word)).is_ok();
    is_known(word) || word.strip_suffix('s').is_some_and(is_known)
}
