//! Reads markers in each notation that upstream has used, and lives as the annotated contract writes them.

use super::{Element, ReadError, items};
use crate::marker::{Claim, History, State};
use crate::pointer::Pointer;
use crate::{Eras, ReleaseSet};

/// The claims that one element of an OpenAPI document makes: `x-immich-history`, else `x-immich-lifecycle`, else prose.
pub(super) fn history(element: Element<'_>) -> Option<History> {
    let claims = match (element.get("x-immich-history"), element.get("x-immich-lifecycle")) {
        (Some(history), _) => items(Some(history)).filter_map(|(_, entry)| claim(entry)).collect(),
        (None, Some(lifecycle)) => {
            from_pairs(lifecycle, &[("addedAt", State::Added), ("deprecatedAt", State::Deprecated)])
        }
        (None, None) => from_prose(element.get("description").and_then(Element::as_str).unwrap_or_default()),
    };
    (!claims.is_empty()).then_some(History(claims))
}

fn from_pairs(lifecycle: Element<'_>, keys: &[(&str, State)]) -> Vec<Claim> {
    let version = |key: &str| lifecycle.get(key).and_then(Element::as_str);
    let claims = keys.iter().filter_map(|(key, state)| version(key).map(|version| plain(state.clone(), version)));
    claims.collect()
}

/// Up to 2.2 documents said it in a sentence that a decorator had put there.
fn from_prose(description: &str) -> Vec<Claim> {
    let sentences =
        [("This property was added in ", State::Added), ("This property was deprecated in ", State::Deprecated)];
    let claims = sentences.into_iter().filter_map(|(start, state)| {
        let (_, rest) = description.split_once(start)?;
        let version = rest.split_whitespace().next()?.trim_end_matches('.');
        Some(plain(state, version))
    });
    claims.collect()
}

fn plain(state: State, version: &str) -> Claim {
    Claim { state, version: version.to_owned(), replacement: None }
}

/// One entry of a history: `{state, version}`, with `replacementId` (upstream) or `replacement` (annotated).
fn claim(entry: Element<'_>) -> Option<Claim> {
    let text = |key: &str| entry.get(key).and_then(Element::as_str);
    let replacement = text("replacementId").or_else(|| text("replacement")).map(str::to_owned);
    Some(Claim { state: State::named(text("state")?), version: text("version")?.to_owned(), replacement })
}

/// The claims of an element by era: `x-immich-markers` of an annotated contract, else what a document says for all.
pub(super) fn eras(element: Element<'_>, at: &Pointer<'_>) -> Result<Eras<History>, ReadError> {
    let Some(markers) = element.get("x-immich-markers") else {
        return Ok(history(element).map(Eras::always).unwrap_or_default());
    };
    let one = |(_, marker): (usize, Element<'_>)| {
        let claims = items(marker.get("history")).filter_map(|(_, entry)| claim(entry)).collect();
        Ok((life(marker, "life", at)?.unwrap_or(ReleaseSet::all()), History(claims)))
    };
    items(Some(markers)).map(one).collect()
}

/// The release set that stands under a key, if the key is there.
pub(super) fn life(element: Element<'_>, key: &str, at: &Pointer<'_>) -> Result<Option<ReleaseSet>, ReadError> {
    let Some(ranges) = element.get(key) else { return Ok(None) };
    let ranges = ranges.as_str().ok_or_else(|| ReadError::new(at, format!("`{key}` must be a string of ranges")))?;
    self::ranges(ranges, key, at).map(Some)
}

/// Reads a release set, the value of this key.
pub(super) fn ranges(text: &str, key: &str, at: &Pointer<'_>) -> Result<ReleaseSet, ReadError> {
    text.parse().map_err(|error| ReadError::new(at, format!("`{key}`: {error}")))
}

/// Where an element is flagged deprecated: `x-immich-deprecated`, else everywhere if it has `deprecated: true`.
pub(super) fn deprecated(element: Element<'_>, at: &Pointer<'_>) -> Result<ReleaseSet, ReadError> {
    let flag = element.get("deprecated").and_then(Element::as_bool).unwrap_or(false);
    let always = if flag { ReleaseSet::all() } else { ReleaseSet::NONE };
    Ok(life(element, "x-immich-deprecated", at)?.unwrap_or(always))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Document;
    use serde_json::{Value, json};

    fn told(element: &Value) -> Option<History> {
        history(Document::parse(element.to_string().into_bytes()).unwrap().root())
    }

    #[test]
    fn every_notation_says_the_same() {
        let deprecated = |version: &str| Some(History(vec![plain(State::Deprecated, version)]));
        let prose = json!({"description": "This property was deprecated in v1.116.0. This endpoint requires more."});
        assert_eq!(told(&prose), deprecated("v1.116.0"));
        let lifecycle = json!({"x-immich-lifecycle": {"deprecatedAt": "v1.116.0"}, "description": "x"});
        assert_eq!(told(&lifecycle), deprecated("v1.116.0"));
        let entries = json!({"x-immich-history": [{"version": "v1.116.0", "state": "Deprecated"}]});
        assert_eq!(told(&entries), deprecated("v1.116.0"));
        assert_eq!(told(&json!({"description": "Nothing of age"})), None);
    }

    #[test]
    fn prose_without_the_v_is_kept_as_it_stands() {
        let odd = told(&json!({"description": "This property was added in 111.0.0"})).unwrap();
        assert_eq!(odd.0.first().unwrap().version, "111.0.0");
    }
}
