//! Which part of the version has to move, and which did.

use std::fmt;

use report::Severity;

use crate::judge::{Judgement, Verdict};

/// The part of a version that moves, by semantic versioning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bump {
    /// None.
    None,
    /// The third.
    Patch,
    /// The second.
    Minor,
    /// The first.
    Major,
}

impl Bump {
    /// What the changes ask for: a break the first, anything new or announced the second, the rest the third.
    pub fn needed(judgements: &[Judgement]) -> Self {
        let one = |judgement: &Judgement| match (&judgement.verdict, judgement.severity) {
            (Verdict::BreaksOldClients, Severity::Error) => Self::Major,
            (Verdict::Safe, Severity::Note) => Self::Patch,
            _ => Self::Minor,
        };
        judgements.iter().map(one).max().unwrap_or(Self::None)
    }

    /// What happened between two versions; nothing where one is not a version or the new one is not newer.
    pub fn made(old: &str, new: &str) -> Option<Self> {
        let parts = |text: &str| -> Option<Vec<u64>> {
            let core = text.trim_start_matches('v').split(['-', '+']).next()?;
            core.split('.').map(|part| part.parse().ok()).collect::<Option<Vec<u64>>>().filter(|all| all.len() == 3)
        };
        let (old, new) = (parts(old)?, parts(new)?);
        let moved = old.iter().zip(&new).position(|(old, new)| old != new);
        match moved {
            Some(at) if old.get(at) > new.get(at) => None,
            Some(0) => Some(Self::Major),
            Some(1) => Some(Self::Minor),
            Some(_) => Some(Self::Patch),
            None => Some(Self::None),
        }
    }
}

impl fmt::Display for Bump {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::None => "none",
            Self::Patch => "patch",
            Self::Minor => "minor",
            Self::Major => "major",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Bump;

    #[test]
    fn versions_tell_which_part_moved() {
        for (old, new, made) in [
            ("1.132.3", "1.133.0", Some(Bump::Minor)),
            ("v2.7.5", "3.0.0-rc.1", Some(Bump::Major)),
            ("2.5.3", "2.5.4", Some(Bump::Patch)),
            ("2.5.4", "2.5.4", Some(Bump::None)),
            ("2.5.4", "2.5.3", None),
            ("one", "2.5.3", None),
        ] {
            assert_eq!(Bump::made(old, new), made, "{old} {new}");
        }
    }
}
