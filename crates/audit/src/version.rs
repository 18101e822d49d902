//! The versions in claims, and whether they agree with what the documents show.

use contract::Release;
use semver::Version;

/// A version as a claim has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Claimed {
    /// One release: `v1.116.0`.
    Exact(Version),
    /// Some release of a major version: `v1`.
    Major(u64),
}

impl Claimed {
    /// Reads the text of a claim; nothing for one that cannot name a release.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let bare = text.strip_prefix('v').unwrap_or(text);
        if !bare.is_empty() && bare.bytes().all(|byte| byte.is_ascii_digit()) {
            return bare.parse().ok().filter(|major| is_near(*major)).map(Self::Major);
        }
        let version = Version::parse(bare).ok()?;
        // The table lacks some patches and all releases before its first, and nobody knows the releases to come.
        let known =
            Release::all().map(version_of).any(|known| (known.major, known.minor) == (version.major, version.minor));
        let outside = version < version_of(Release::FIRST) || version > version_of(Release::latest());
        (is_near(version.major) && (known || outside)).then_some(Self::Exact(version))
    }

    /// Whether something can be of this version that `seen` shows and `before`, the document before it, does not.
    ///
    /// It is not said in which of the releases between those two it came. Without `before`, it can be of any age.
    pub(crate) fn fits(&self, before: Option<Release>, seen: Release) -> bool {
        let shown = version_of(seen);
        // A known release also stands for those after it that the table does not have.
        let next = Release::all().find(|release| *release > seen);
        let newest = next.is_none();
        match self {
            Self::Exact(version) => {
                let is_new = before.is_none_or(|before| *version > version_of(before));
                // A release candidate already has what comes with its release.
                let is_unknown = next.is_none_or(|next| *version < version_of(next));
                let is_out = *version <= shown || *version == released(&shown) || is_unknown;
                is_new && is_out
            }
            Self::Major(major) => {
                let older = before.is_none() && *major < shown.major;
                let newer = newest && *major > shown.major;
                let since = |release: &Release| before.is_none_or(|before| *release > before) && *release <= seen;
                older || newer || Release::all().filter(since).any(|release| version_of(release).major == *major)
            }
        }
    }
}

/// Whether there is, or soon can be, such a major version.
fn is_near(major: u64) -> bool {
    major <= version_of(Release::latest()).major + 1
}

/// The version of a known release. A test of the table sees to it that each can be read.
fn version_of(release: Release) -> Version {
    Version::parse(release.version()).unwrap_or_else(|_| Version::new(0, 0, 0))
}

/// The version that a release candidate becomes; that of any other release is its own.
fn released(version: &Version) -> Version {
    Version::new(version.major, version.minor, version.patch)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_can_name_a_release() {
        for (text, expected) in [
            ("v1.116.0", Some(Claimed::Exact(Version::new(1, 116, 0)))),
            ("2.3.0", Some(Claimed::Exact(Version::new(2, 3, 0)))),
            ("v1", Some(Claimed::Major(1))),
            ("v3.0.0", Some(Claimed::Exact(Version::new(3, 0, 0)))),
            ("v1.42.0", Some(Claimed::Exact(Version::new(1, 42, 0)))),
            ("111.0.0", None),
            ("v111", None),
            ("v1.116", None),
            ("v1.999.0", None),
            ("soon", None),
            ("", None),
            ("v", None),
        ] {
            assert_eq!(Claimed::read(text), expected, "{text}");
        }
    }

    #[test]
    fn a_claim_fits_what_is_seen() {
        for (claim, before, seen, expected) in [
            ("v2.5.0", Some("2.4.1"), "2.5.0", true),
            ("v2.3.0", Some("2.4.1"), "2.5.0", false),
            ("v3.0.0", Some("2.6.3"), "2.7.0", false),
            // 3.0.9 is not in the table, nor is what comes after its newest: a document of such a release counts for the
            // known one before it, and may say so.
            ("v3.0.9", Some("3.0.2"), "3.0.3", true),
            ("v3.1.0", Some("3.0.2"), "3.0.3", false),
            // Nobody has documents of the releases between.
            ("v1.126.0", Some("1.120.0"), "1.132.3", true),
            ("v1.120.0", Some("1.120.0"), "1.132.3", false),
            // What was always there is of any age, but not younger than it looks.
            ("v1.90.0", None, "1.100.0", true),
            ("v1.101.0", None, "1.100.0", false),
            ("v3.0.0", Some("2.7.5"), "3.0.0-rc.1", true),
            ("v1", Some("1.125.7"), "1.126.0", true),
            ("v1", None, "2.5.0", true),
            ("v1", Some("2.4.1"), "2.5.0", false),
            ("v2", Some("1.144.1"), "2.0.0", true),
            ("v2", Some("1.125.7"), "1.126.0", false),
            ("v2", None, "1.126.0", false),
            // A document newer than the table counts as the newest release in it.
            ("v3.9.0", Some("2.7.5"), Release::latest().version(), true),
            ("v3.9.0", Some("2.7.4"), "2.7.5", false),
            ("v4", Some("2.7.5"), Release::latest().version(), true),
            ("v4", Some("2.7.4"), "2.7.5", false),
        ] {
            let found = Claimed::read(claim).unwrap().fits(before.map(Release::known), Release::known(seen));
            assert_eq!(found, expected, "{claim}: {before:?} to {seen}");
        }
    }
}
