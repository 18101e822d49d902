//! What the matrix says in signs and words.

use std::sync::Arc;

use report::Part;
use validator::assess::{EvidenceKind, Obstacle, Support};

/// Every way in which an operation fares, with its sign and what that means.
pub const EVERY: [(Support, char, &str); 6] = [
    (Support::Fits, '✓', "accepted as sent, answered as received"),
    (Support::Surplus, '+', "answers hold fields that it does not declare"),
    (Support::Differs, '≠', "it would answer otherwise"),
    (Support::Ignored, '~', "it ignores something in the request"),
    (Support::Refused, '✗', "it refuses the request"),
    (Support::Absent, '·', "no such operation"),
];

/// The sign of one.
pub fn sign(support: Support) -> char {
    EVERY.into_iter().find(|(known, _, _)| *known == support).map_or(' ', |(_, sign, _)| sign)
}

/// What was seen and what that means, in words.
pub fn words(obstacle: &Obstacle) -> String {
    let place = if obstacle.place.is_empty() {
        "the body".to_owned()
    } else {
        format!("`{}`", report::escape(&obstacle.place))
    };
    let part = match obstacle.part {
        Part::RequestPath => "path ",
        Part::RequestQuery => "query ",
        Part::RequestHeader | Part::ResponseHeader => "header ",
        _ => "",
    };
    let side = if obstacle.support <= Support::Differs { "answer" } else { "request" };
    match (&obstacle.kind, obstacle.support) {
        (EvidenceKind::Exists, _) => "the operation does not exist".to_owned(),
        (EvidenceKind::Missing, Support::Refused) => format!("{side}: {part}{place} must be sent"),
        (EvidenceKind::Missing, _) => format!("{side}: {place} would be there"),
        (EvidenceKind::Present, Support::Ignored) => format!("{side}: {part}{place} is ignored"),
        (EvidenceKind::Present, Support::Surplus) => format!("{side}: {place} is not declared"),
        (EvidenceKind::Present, _) => format!("{side}: {place} is not allowed"),
        (EvidenceKind::Type(kind), _) => format!("{side}: {part}{place} is not of type {kind} there"),
        (EvidenceKind::Constant(value), _) => {
            format!("{side}: {part}{place} has no value \"{}\" there", report::escape(&report::shorten(value, 40)))
        }
        (EvidenceKind::Form, _) => format!("{side}: {part}{place} has another form there"),
        (EvidenceKind::Media(name), _) => format!("{side}: {} is not a media type there", report::escape(name)),
        (EvidenceKind::Status(status), _) => format!("{side}: status {status} is not documented there"),
    }
}

/// The exchange in which it was seen first.
pub fn example(obstacle: &Obstacle) -> (Arc<str>, Option<usize>) {
    (obstacle.location.source.clone(), obstacle.location.entry)
}
