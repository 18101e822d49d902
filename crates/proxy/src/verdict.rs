//! What becomes of an answer that was held back.

/// What becomes of an answer that was held back until it was judged.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verdict {
    /// A header field that is added to it.
    pub header: Option<(&'static str, String)>,
    /// A problem document (RFC 9457) that is answered in its place, with status 502.
    pub instead: Option<String>,
}
