//! The plan never accepts what the complete way has something against.

use validator::agreement::{self, Agreement};
use validator::check::Verdict;

use crate::BUILTIN;

/// An input is a line such as `AssetResponseDto 2.7.5`, then a document. It says something where the plan is sure.
pub fn plan(input: &[u8]) -> bool {
    let Some((body, release, document)) = agreement::case(input) else { return false };
    let Ok(mut both) = Agreement::new(&BUILTIN, release, body) else { return false };
    let (verdict, _) = both.hold(document).unwrap_or_else(|why| panic!("{why}"));
    verdict != Verdict::Unsure
}
