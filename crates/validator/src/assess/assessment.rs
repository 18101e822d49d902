//! What one exchange tells of many releases.

use contract::{Operation, ReleaseSet};
use report::Part;

use super::{Confidence, Evidence};

/// Something in an exchange that speaks against some releases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The part of the exchange that it stands in.
    pub part: Part,
    /// What was seen, and which releases it leaves. In a query, a path or headers its place is the parameter's name.
    pub evidence: Evidence,
}

impl Reason {
    /// Whether it stands in the request; else in the answer.
    pub fn is_of_request(&self) -> bool {
        matches!(self.part, Part::RequestPath | Part::RequestQuery | Part::RequestHeader | Part::RequestBody)
    }
}

/// What one exchange tells of the releases that were asked about.
#[derive(Clone, Debug)]
pub struct Assessment<'c> {
    /// The releases that were asked about.
    pub open: ReleaseSet,
    /// The operations that the request was for: one, or the several lives of one path.
    pub operations: Vec<&'c Operation>,
    /// The releases at which one of them exists.
    pub alive: ReleaseSet,
    /// What speaks against some of the releases.
    pub reasons: Vec<Reason>,
    /// Whether all of it was looked at; else some body in it told what an earlier one told.
    pub exhaustive: bool,
}

impl Assessment<'_> {
    /// The releases whose document has nothing against the request: the operation exists, nothing that it needs is
    /// missing, and no value is refused. They may ignore some of it, see [`Self::fully_supported`].
    pub fn accepted(&self) -> ReleaseSet {
        self.left(|reason| reason.is_of_request() && reason.evidence.confidence == Confidence::Documented)
    }

    /// The releases that accept the request and ignore no parameter and no property in it that others declare.
    pub fn fully_supported(&self) -> ReleaseSet {
        self.left(Reason::is_of_request)
    }

    /// The releases whose document does not contradict the answer: status, media type and body.
    pub fn answered(&self) -> ReleaseSet {
        self.left(|reason| !reason.is_of_request() && reason.evidence.confidence == Confidence::Documented)
    }

    fn left(&self, counts: impl Fn(&Reason) -> bool) -> ReleaseSet {
        let reasons = self.reasons.iter().filter(|reason| counts(reason));
        reasons.fold(self.alive, |left, reason| left & reason.evidence.releases)
    }
}
