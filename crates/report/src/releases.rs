//! Releases for which something holds: kept as versions, made into words when they are written out.

use std::fmt;

use serde::{Serialize, Serializer};

/// A run of neighbouring releases: its first version and its last; without a last, it goes on to the newest known one.
pub type Run = (&'static str, Option<&'static str>);

/// A set of releases, as its maker's table has them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Releases(Vec<Run>);

impl Releases {
    /// The runs of it, oldest first.
    pub fn runs(&self) -> &[Run] {
        &self.0
    }
}

impl From<Vec<Run>> for Releases {
    fn from(runs: Vec<Run>) -> Self {
        Self(runs)
    }
}

/// Prints inclusive ranges for people: `1.126.0 – 1.132.3, 2.0.0 –`.
impl fmt::Display for Releases {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() {
            return f.write_str("none");
        }
        for (position, (first, last)) in self.0.iter().enumerate() {
            let separator = if position == 0 { "" } else { ", " };
            match last {
                None => write!(f, "{separator}{first} –")?,
                Some(last) if first == last => write!(f, "{separator}{first}")?,
                Some(last) => write!(f, "{separator}{first} – {last}")?,
            }
        }
        Ok(())
    }
}

impl Serialize for Releases {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn releases_print_as_people_read_them() {
        let text = |runs: &[Run]| Releases::from(runs.to_vec()).to_string();
        assert_eq!(text(&[]), "none");
        assert_eq!(text(&[("1.126.0", Some("1.132.3")), ("2.0.0", None)]), "1.126.0 – 1.132.3, 2.0.0 –");
        assert_eq!(text(&[("2.7.5", Some("2.7.5"))]), "2.7.5");
    }
}
