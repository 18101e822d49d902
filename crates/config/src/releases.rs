//! Releases as a user writes them.

use contract::{Release, ReleaseSet};
use semver::Version;

/// Reads `2.7.5`, `A..B` (without B), `A..`, `..B`, several separated by commas. Unlike in a contract, a bound need not be a
/// known release: `..3.0.0` has all before it.
pub(crate) fn parse(text: &str) -> Result<ReleaseSet, String> {
    let ranges = text.split(',').map(str::trim).filter(|range| !range.is_empty());
    let set = ranges.map(range).try_fold(ReleaseSet::NONE, |set, range| Ok::<_, String>(set | range?))?;
    if set.is_empty() { Err(format!("no known release is in {text:?}")) } else { Ok(set) }
}

fn range(text: &str) -> Result<ReleaseSet, String> {
    let bound = |text: &str| match text.trim() {
        "" => Ok(None),
        version => Version::parse(version).map(Some).map_err(|_| {
            format!(
                "{version:?} is not a release; write 2.7.5, A..B (without B), A.., ..B, several separated by commas"
            )
        }),
    };
    let Some((since, until)) = text.split_once("..") else {
        let only = bound(text)?;
        return Ok(having(|version| only.as_ref() == Some(version)));
    };
    let (since, until) = (bound(since)?, bound(until)?);
    Ok(having(|version| {
        since.as_ref().is_none_or(|since| version >= since) && until.as_ref().is_none_or(|until| version < until)
    }))
}

/// The known releases whose version is wanted.
fn having(wanted: impl Fn(&Version) -> bool) -> ReleaseSet {
    let is_wanted = |release: &Release| Version::parse(release.version()).is_ok_and(|version| wanted(&version));
    Release::all().filter(is_wanted).collect()
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn bounds_need_not_be_known() {
        for (text, expected) in [
            ("2.7.5", "2.7.5..3.0.0-rc.1"),
            ("..1.106.1", "..1.106.1"),
            ("2.7.5..3.0.0-aaa", "2.7.5..3.0.0-rc.1"),
            ("..", ".."),
            ("..1.106.1, 2.7.5.., ", "..1.106.1, 2.7.5.."),
        ] {
            assert_eq!(parse(text).map(contract::ReleaseSet::to_ranges).as_deref(), Ok(expected), "{text}");
        }
        for wrong in ["3.0", "2.7.5..x", "", "9.0.0..", "2.7.5..2.7.5"] {
            assert!(parse(wrong).is_err(), "{wrong}");
        }
    }
}
