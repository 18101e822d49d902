//! Names findings across runs, so that a baseline and a code host know them again.

use std::fmt;

use serde::{Serialize, Serializer};
use sha2::{Digest, Sha256};

use crate::group::without_indices;
use crate::{Finding, Place};

/// How many bytes of the hash are kept: enough that no two findings of a lifetime meet.
const BYTES: usize = 16;

/// What stays the same about a finding when the program is worded anew, the capture is recorded again, or the array has
/// other items: rule, operation, schema, subject, part (which tells the direction) and pointer without array indices. What
/// holds at several places keeps its name when some come or go: of it only rule, subject and part count, and each place has
/// a fingerprint of its own, that of a finding of it alone.
///
/// Prints as 32 lower-case hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint([u8; BYTES]);

impl Finding {
    /// The name of this finding across runs.
    pub fn fingerprint(&self) -> Fingerprint {
        /// What of a finding at many places is that of its first only.
        fn of_one_place<'t>(finding: &Finding, text: &'t str) -> &'t str {
            if finding.places.is_empty() { text } else { "" }
        }
        let pointer = without_indices(&self.location.pointer);
        let mut hash = Sha256::new();
        for part in [
            self.rule.id(),
            of_one_place(self, self.operation.as_deref().unwrap_or_default()),
            of_one_place(self, self.schema.as_deref().unwrap_or_default()),
            self.subject.as_deref().unwrap_or_default(),
            self.location.part.as_str(),
            of_one_place(self, &pointer),
        ] {
            hash.update(part.as_bytes());
            // No UTF-8 text has this byte, so that no two lists of parts run together.
            hash.update([0xff]);
        }
        let mut kept = [0; BYTES];
        kept.iter_mut().zip(hash.finalize()).for_each(|(kept, byte)| *kept = byte);
        Fingerprint(kept)
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:0width$x}", u128::from_be_bytes(self.0), width = 2 * BYTES)
    }
}

impl Serialize for Fingerprint {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// A finding as formats for programs have it: with its fingerprint.
#[derive(Serialize)]
pub(crate) struct Fingerprinted<'a> {
    #[serde(flatten)]
    finding: &'a Finding,
    fingerprint: Fingerprint,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    places: Vec<FingerprintedPlace<'a>>,
}

/// A place with the fingerprint of a finding of it alone.
#[derive(Serialize)]
struct FingerprintedPlace<'a> {
    #[serde(flatten)]
    place: &'a Place,
    fingerprint: Fingerprint,
}

impl<'a> Fingerprinted<'a> {
    pub(crate) fn of(finding: &'a Finding) -> Self {
        let place = |place| FingerprintedPlace { place, fingerprint: finding.at(place).fingerprint() };
        let places = finding.places.iter().map(place).collect();
        Self { finding, fingerprint: finding.fingerprint(), places }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::{Finding, FindingBuilder, Location, Part, Severity, test_rule};

    fn finding(pointer: &str, message: &str) -> FindingBuilder {
        let rule = test_rule(Severity::Error);
        Finding::builder(rule, Location::new("a.har", Part::ResponseBody, pointer), message).operation("getRandom")
    }

    #[test]
    fn wording_values_sources_and_items_do_not_count() {
        let one = finding("/3/type", "worded so").build().fingerprint();
        let mut other = finding("/17/type", "worded otherwise")
            .severity(Severity::Note)
            .note("n")
            .help("h")
            .actual(1)
            .expected(json!([2]))
            .releases(vec![("1.0", None)])
            .count(9)
            .build();
        other.location.source = "elsewhere.har".into();
        other.location.entry = Some(7);
        other.location.request = Some("GET /x".into());
        assert_eq!(other.location.clone().at(3, 4).column, Some(4));
        assert_eq!(other.fingerprint(), one);
    }

    #[test]
    fn what_makes_a_difference() {
        let mut request = finding("/3/type", "m").build();
        request.location.part = Part::RequestBody;
        let all = [
            finding("/3/type", "m").build(),
            finding("/3/name", "m").build(),
            finding("/3/type", "m").operation("search").build(),
            finding("/3/type", "m").schema("S").build(),
            finding("/3/type", "m").subject("S").build(),
            request,
        ];
        let distinct: std::collections::BTreeSet<_> = all.iter().map(Finding::fingerprint).collect();
        assert_eq!(distinct.len(), all.len());
    }

    /// The digest is that of `printf 'r\xffgetRandom\xff\xff\xffresponse.body\xff/*/type\xff' | sha256sum`: baselines of
    /// users hold such names, so the way they are made does not change.
    #[test]
    fn the_way_it_is_made_does_not_change() {
        let fingerprint = finding("/3/type", "m").build().fingerprint();
        assert_eq!(fingerprint.to_string(), "60a305e392eb3a70f19c594b15a336a2");
    }
}
