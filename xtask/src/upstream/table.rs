//! The table of releases, as source text: puts new releases in their places, and says where they are known from.

use std::fs;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use clap::ValueEnum;
use semver::Version;

use crate::{Failure, atomic};

const FILE: &str = "crates/contract/src/release_table.rs";

/// Writes a line for each release that the table does not have, or has from another source; whether there was any.
pub(crate) fn add(root: &Path, versions: &[Version], date: &str, source: Source) -> Result<bool, Failure> {
    let path = root.join(FILE);
    let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut longer = text.clone();
    for version in versions {
        longer = with(&longer, version, date, source)?;
    }
    if longer != text {
        atomic::write(&path, &longer)?;
    }
    Ok(longer != text)
}

/// Where what is known of a release comes from, as the table says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Source {
    /// Upstream's document
    Document,
    /// Generated clients, of which a document was put together
    Clients,
}

/// The table with a release, before the first that is newer. One that it has keeps its date.
fn with(table: &str, version: &Version, date: &str, source: Source) -> Result<String, Failure> {
    let mut lines: Vec<String> = table.lines().map(str::to_owned).collect();
    let rows: Vec<(usize, Version)> =
        lines.iter().enumerate().filter_map(|(at, line)| Some((at, row(line)?))).collect();
    if let Some(line) = rows.iter().find(|(_, known)| known == version).and_then(|(at, _)| lines.get_mut(*at)) {
        let known = line.rsplit_once(", ").map_or(line.as_str(), |(known, _)| known);
        *line = format!("{known}, {source:?}),");
        return Ok(lines.join("\n") + "\n");
    }
    let newer = rows.iter().find(|(_, known)| known > version).map(|(at, _)| *at);
    let at = newer.or_else(|| rows.last().map(|(at, _)| at + 1));
    let at = at.ok_or_else(|| format!("{FILE} has no row like `(\"3.0.2\", \"2026-07-01\", Document),`"))?;
    lines.insert(at, format!("    (\"{version}\", \"{date}\", {source:?}),"));
    Ok(lines.join("\n") + "\n")
}

fn row(line: &str) -> Option<Version> {
    let (version, _) = line.trim().strip_prefix("(\"")?.split_once('"')?;
    Version::parse(version).ok()
}

/// A day as the table has it: `2026-07-01`.
pub(crate) fn day(text: &str) -> Result<String, String> {
    let parts: Vec<Option<u32>> = text.split('-').map(|part| part.parse().ok()).collect();
    match parts.as_slice() {
        [Some(2000..=2999), Some(1..=12), Some(1..=31)] if text.len() == 10 => Ok(text.to_owned()),
        _ => Err("write the day as 2026-07-01".to_owned()),
    }
}

/// Today, in UTC.
pub(crate) fn today() -> String {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    civil(seconds / 86_400)
}

/// The date that many days after 1970-01-01, by the Gregorian calendar, whose years begin in March for this purpose.
fn civil(days: u64) -> String {
    let days = days + 719_468;
    let (era, of_era) = (days / 146_097, days % 146_097);
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let (month, next) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
    format!("{:04}-{month:02}-{day:02}", era * 400 + year_of_era + next)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = "//! The table.\n\npub(crate) const TABLE: &[(&str, &str, ReleaseSource)] = &[\n    \
                         (\"2.7.5\", \"2026-04-13\", Document),\n    (\"3.0.0-rc.1\", \"\", Document),\n    \
                         (\"3.0.2\", \"\", Clients),\n];\n";

    #[test]
    fn a_release_comes_where_its_age_is() {
        for (version, before) in [
            ("3.0.3", "];"),
            ("3.0.0", "    (\"3.0.2\""),
            ("2.8.0", "    (\"3.0.0-rc.1\""),
            ("1.0.0", "    (\"2.7.5\""),
        ] {
            let version = Version::parse(version).unwrap();
            let table = with(TABLE, &version, "2026-11-24", Source::Document).unwrap();
            let line = format!("    (\"{version}\", \"2026-11-24\", Document),\n");
            assert!(table.contains(&format!("{line}{before}")), "{table}");
            assert_eq!(table.replace(&line, ""), TABLE);
            assert_eq!(with(&table, &version, "2020-01-01", Source::Document).unwrap(), table, "a second time");
        }
        assert!(with("nothing", &Version::new(1, 2, 3), "2026-11-24", Source::Document).is_err());
        let known = with(TABLE, &Version::new(3, 0, 2), "2026-11-24", Source::Document).unwrap();
        assert_eq!(known, TABLE.replace("Clients", "Document"), "its document turned up");
    }

    #[test]
    fn days() {
        for (days, expected) in [
            (0, "1970-01-01"),
            (11_016, "2000-02-29"),
            (11_017, "2000-03-01"),
            (20_453, "2025-12-31"),
            (20_454, "2026-01-01"),
        ] {
            assert_eq!(civil(days), expected);
        }
        assert_eq!(day("2026-07-01").unwrap(), "2026-07-01");
        for wrong in ["None", "2026-13-01", "2026-7-1", "01.07.2026"] {
            assert!(day(wrong).is_err(), "{wrong}");
        }
    }
}
