//! Something that is right at the one release and is not at the other.

use contract::ReleaseSet;
use report::{Direction, Finding, Part};

/// A fact, not yet judged.
#[derive(Clone, Debug)]
pub(crate) struct Fact {
    /// By the name under which rules know it.
    pub(crate) kind: &'static str,
    /// What it is about, for people: `AssetResponseDto.duration`. Two facts of one kind about one thing are the same.
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

impl Fact {
    pub(crate) fn new(kind: &'static str, name: impl Into<String>, part: Part, pointer: impl Into<String>) -> Self {
        Self {
            kind,
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

    /// Who wrote what the fact is about.
    pub(crate) fn direction(&self) -> Direction {
        match self.part {
            Part::RequestPath | Part::RequestQuery | Part::RequestHeader | Part::RequestBody => Direction::Request,
            Part::ResponseStatus | Part::ResponseHeader | Part::ResponseBody | Part::Document => Direction::Response,
        }
    }
}
