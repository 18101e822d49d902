//! Releases as people name them: `2.7.5`, `2.7`, `1.120..2.7`, `latest`, `all`.

use contract::{Contract, Release, ReleaseSet, UnknownRelease};

use crate::failure::Failure;

/// The end of a range that a version stands at: `2.7` begins with the first 2.7.x and ends with the newest.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    First,
    Last,
}

/// Greater than every number in a version.
const BEYOND: u64 = 1 << 32;

/// The releases of a list of ranges and versions, separated by commas. Both ends of a range belong to it.
pub fn set(text: &str, contract: &Contract) -> Result<ReleaseSet, Failure> {
    let mut set = ReleaseSet::NONE;
    for part in text.split(',').map(str::trim).filter(|part| !part.is_empty()) {
        set = set | range(part, contract)?;
    }
    if set.is_empty() {
        return Err(Failure::new(format!(
            "{text:?} names no release that the contract covers ({})",
            contract.releases
        )));
    }
    Ok(set)
}

fn range(text: &str, contract: &Contract) -> Result<ReleaseSet, Failure> {
    if text == "all" {
        return Ok(contract.releases);
    }
    let (first, last) = match text.split_once("..") {
        None if is_exact(text) || text == "latest" => return Ok(ReleaseSet::only(super::named(text, contract)?)),
        None => (text, text),
        // Who knows other tools may write the `=`.
        Some((first, last)) => (first.trim(), last.trim().trim_start_matches('=')),
    };
    let begin = if first.is_empty() { contract.releases.first() } else { Some(end(first, End::First, contract)?) };
    let stop = if last.is_empty() { contract.releases.last() } else { Some(end(last, End::Last, contract)?) };
    let (Some(begin), Some(stop)) = (begin, stop) else { return Ok(ReleaseSet::NONE) };
    if stop < begin {
        return Err(Failure::new(format!("{text:?} ends at {stop} before it begins at {begin}")));
    }
    Ok(contract.releases.iter().filter(|release| (begin..=stop).contains(release)).collect())
}

/// Whether a version has all its numbers.
fn is_exact(text: &str) -> bool {
    text.split(['-', '+']).next().unwrap_or_default().split('.').count() >= 3
}

/// The newest release of a line such as `2.7`.
pub(super) fn end_of_line(text: &str, contract: &Contract) -> Result<Release, Failure> {
    if is_exact(text) { Err(super::not_a_release(text)) } else { end(text, End::Last, contract) }
}

/// The release that a version, or the beginning of one, stands for at an end of a range.
fn end(text: &str, end: End, contract: &Contract) -> Result<Release, Failure> {
    if text == "latest" || is_exact(text) {
        return super::named(text, contract);
    }
    let bare = text.strip_prefix('v').unwrap_or(text);
    let line = format!("{bare}.");
    let mut of_line = contract.releases.iter().filter(|release| release.version().starts_with(&line));
    let known = if end == End::First { of_line.next() } else { of_line.next_back() };
    if let Some(release) = known {
        return Ok(release);
    }
    let missing = 3_usize.saturating_sub(bare.split('.').count());
    let number = if end == End::First { 0 } else { BEYOND };
    let whole = format!("{bare}{}", format!(".{number}").repeat(missing));
    let before = Release::resolve(&whole).map_err(|error| match error {
        UnknownRelease::Malformed(_) => super::not_a_release(text),
        error @ UnknownRelease::TooOld(_) => Failure::new(error.to_string()),
    })?;
    let before = before.release;
    let release = match end {
        End::Last => Some(before),
        End::First => contract.releases.iter().find(|release| *release > before),
    };
    let release = release.or(contract.releases.last()).filter(|release| contract.covers(*release));
    let release = release.ok_or_else(|| super::not_covered(text, contract))?;
    log::info!("no release {bare} is known; {release} counts for it");
    Ok(release)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contract(releases: &str) -> Contract {
        Contract { releases: releases.parse().unwrap(), ..Contract::default() }
    }

    #[test]
    fn ranges_have_both_ends() {
        let contract = contract("1.106.0..");
        let latest = format!("{} –", Release::latest());
        for (text, printed) in [
            ("2.7.5", "2.7.5"),
            ("v2.7.5", "2.7.5"),
            ("2.7", "2.7.0 – 2.7.5"),
            ("1.120..2.7", "1.120.0 – 2.7.5"),
            ("1.120.1..2.7.0", "1.120.1 – 2.7.0"),
            ("1.120..=2.7", "1.120.0 – 2.7.5"),
            ("3..", "3.0.0-rc.1 –"),
            ("..1.107", "1.106.0 – 1.107.2"),
            ("..", "1.106.0 –"),
            ("all", "1.106.0 –"),
            ("latest", &latest),
            ("2.7.0, 3.0", "2.7.0, 3.0.0-rc.1 – 3.0.3"),
            ("2.7.5..99", "2.7.5 –"),
        ] {
            assert_eq!(set(text, &contract).unwrap().to_string(), printed, "{text}");
        }
    }

    #[test]
    fn what_is_no_range_is_told() {
        let contract = contract("1.106.0..");
        for (text, word) in [
            ("2.7..1.120", "before it begins"),
            ("banana", "not a release"),
            ("1.106.0..banana", "not a release"),
            ("", "names no release"),
            ("1.100.0..1.107", "does not cover"),
        ] {
            let why = set(text, &contract).unwrap_err().to_string();
            assert!(why.contains(word), "{text}: {why}");
        }
    }
}
