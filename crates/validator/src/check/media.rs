//! Media types: which entry of a `content` a body belongs to.
//!
//! A key of `content` is a media type or a range of them (RFC 9110, 12.5.1). OpenAPI 3.0.3, 4.7.14: "For requests that
//! match multiple keys, only the most specific key is applicable", whatever their order. Parameters (`charset`) are no
//! part of it: neither side has them any more.

use contract::Media;

/// How near a key of `content` is to a media type that falls under it, the nearest first.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Nearness {
    /// It is the media type itself.
    Exact,
    /// `application/*+json`
    Suffix,
    /// `application/*`
    Group,
    /// `*/*`
    Anything,
}

const NEAREST_FIRST: [Nearness; 4] = [Nearness::Exact, Nearness::Suffix, Nearness::Group, Nearness::Anything];

/// Whether a media type is JSON (RFC 6839, 3.1).
pub fn is_json(essence: &str) -> bool {
    essence == "application/json" || essence.ends_with("+json")
}

/// Whether JSON falls under a key of `content`.
pub(super) fn takes_json(key: &str) -> bool {
    is_json(key) || nearness(key, "application/json").is_some()
}

/// How near a key is to a media type; nothing where the type does not fall under it.
fn nearness(key: &str, essence: &str) -> Option<Nearness> {
    if key == essence {
        return Some(Nearness::Exact);
    }
    if key == "*/*" || key == "*" {
        return Some(Nearness::Anything);
    }
    let ((group, range), (named, kind)) = (key.split_once('/')?, essence.split_once('/')?);
    let suffix = range.strip_prefix('*').filter(|_| group == named)?;
    let near = if suffix.is_empty() { Nearness::Group } else { Nearness::Suffix };
    kind.ends_with(suffix).then_some(near)
}

/// The documented media types that a content type belongs to, the most specific first; without one, all.
pub(super) fn media_for<'c>(content: &'c [Media], essence: Option<&str>) -> impl Iterator<Item = &'c Media> {
    NEAREST_FIRST.into_iter().flat_map(move |wanted| {
        content.iter().filter(move |media| match essence {
            Some(essence) => nearness(&media.media_type, essence) == Some(wanted),
            None => wanted == Nearness::Exact,
        })
    })
}

#[cfg(test)]
mod tests {
    use contract::{Aside, ReleaseSet};

    use super::*;

    fn content(keys: &[&str]) -> Vec<Media> {
        let media = |key: &&str| Media {
            origin: Aside::default(),
            media_type: (*key).to_owned(),
            life: ReleaseSet::all(),
            schema: None,
            encodings: Vec::new(),
        };
        keys.iter().map(media).collect()
    }

    #[test]
    fn the_most_specific_key_wins_whatever_the_order() {
        let keys = ["*/*", "application/*", "application/*+json", "application/problem+json", "text/csv"];
        let backwards: Vec<&str> = keys.into_iter().rev().collect();
        for keys in [&keys[..], &backwards[..]] {
            let content = content(keys);
            for (essence, expected) in [
                (
                    "application/problem+json",
                    &["application/problem+json", "application/*+json", "application/*", "*/*"][..],
                ),
                ("application/hal+json", &["application/*+json", "application/*", "*/*"]),
                ("application/json", &["application/*", "*/*"]),
                ("text/csv", &["text/csv", "*/*"]),
                ("text/plain", &["*/*"]),
            ] {
                let found: Vec<&str> = media_for(&content, Some(essence)).map(|one| one.media_type.as_str()).collect();
                assert_eq!(found, expected, "{essence}");
            }
        }
    }

    #[test]
    fn json_is_json_by_suffix_and_under_ranges() {
        for essence in ["application/json", "application/vnd.api+json", "image/x+json"] {
            assert!(is_json(essence) && takes_json(essence), "{essence}");
        }
        for range in ["*/*", "application/*"] {
            assert!(!is_json(range) && takes_json(range), "{range}");
        }
        for other in ["text/*", "text/json-seq", "application/jsonl", "application/*+xml"] {
            assert!(!is_json(other) && !takes_json(other), "{other}");
        }
    }
}
