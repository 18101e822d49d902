//! Something that is right at the one release and is not at the other.

use contract::ReleaseSet;
use report::{Finding, Part};

use crate::fact::Fact;

/// One fact about a thing, not yet judged.
#[derive(Clone, Debug)]
pub(crate) struct Breakage {
    pub(crate) fact: Fact,
    /// What it is about, for people: `AssetResponseDto.duration`. The same fact about the same thing is one breakage.
    pub(crate) name: String,
    /// The component that it is about.
    pub(crate) schema: Option<String>,
    pub(crate) part: Part,
    pub(crate) pointer: String,
    /// What it is at the one release and at the other, where rules tell that.
    pub(crate) before: String,
    pub(crate) after: String,
    pub(crate) notes: Vec<String>,
    /// The releases at which it is so.
    pub(crate) releases: Option<ReleaseSet>,
    /// What a check at the other release finds there.
    pub(crate) shown: Option<Finding>,
}

impl Breakage {
    pub(crate) fn new(fact: Fact, name: impl Into<String>, part: Part, pointer: impl Into<String>) -> Self {
        Self {
            fact,
            name: name.into(),
            schema: None,
            part,
            pointer: pointer.into(),
            before: String::new(),
            after: String::new(),
            notes: Vec::new(),
            releases: None,
            shown: None,
        }
    }
}
