//! Why the two checkers may differ: each reason is a stated difference of reading, with who is right and why.

use report::Rule;

use super::compare::{Difference, Side};

/// A stated difference of reading.
#[derive(Debug)]
pub(crate) struct Reason {
    /// Whose words it is about.
    pub(crate) side: Side,
    /// Who is right, and why.
    pub(crate) says: &'static str,
    /// Which differences fall under it.
    fits: fn(&Difference) -> bool,
}

/// The path that Immich mounts its API under, as its documents say in `servers`.
const BASE_PATH: &str = "/api";

/// Rules of the toolkit that a checker of schemas does not have.
const OWN: &[&str] = &[
    "authentication-missing",
    "authentication-of-other-kind",
    "error-body-unknown",
    "key-duplicated",
    "operation-deprecated",
    "parameter-deprecated",
    "request-content-type-missing",
    "request-property-deprecated",
    "response-property-deprecated",
];

/// Kinds that are no keyword of JSON Schema, and the facts that they mean.
const KINDS: &[(&str, &[&str])] = &[
    ("missing-body", &["request-body-missing", "response-body-missing"]),
    ("missing-query", &["parameter-missing"]),
    // What HTTP has beside the API is told as a note.
    ("no-operation", &["operation-undocumented", "head-of-get", "not-of-api"]),
    ("not-json", &["body-not-json"]),
    ("type", &["type", "null"]),
    ("undeclared-content", &["response-body-undeclared", "request-body-undeclared"]),
    ("undeclared-property", &["property-undeclared"]),
    ("undeclared-query", &["parameter-undeclared"]),
    ("undeclared-status", &["request-refused", "status-undeclared"]),
];

/// The reasons; the first that fits counts.
const REASONS: &[Reason] = &[
    Reason {
        side: Side::Theirs,
        says: "pages outside the base path: neither is wrong; they are the web app's, not the API's, so we count them \
               as unmatched and report nothing",
        fits: |one| one.kind == "no-operation" && !is_below_base(&one.path),
    },
    Reason {
        side: Side::Theirs,
        says: "`1e2` for a number: we are right; it is a number as JSON writes it (RFC 8259, section 6), and the servers \
               take it; the other checker wants digits",
        fits: |one| {
            one.part == "request.query"
                && one.kind == "type"
                && one.texts.len() == 1
                && one.texts.iter().all(|text| has_exponent(text))
        },
    },
    Reason {
        side: Side::Theirs,
        says: "members of branches of `anyOf` that were not meant: we are right; a crop lacks neither `angle` nor `axis`, \
               and the server too speaks of the crop's `x` only; the other checker flattens the errors of all branches",
        fits: |one| {
            one.kind == "required" && one.operation.as_deref() == Some("editAsset") && is_edit_parameter(&one.pointer)
        },
    },
    Reason {
        side: Side::Ours,
        says: "the toolkit's own rules: deprecation, authentication, duplicate keys, error bodies; the other checker has \
               none of them",
        fits: |one| is_own(&one.kind),
    },
    Reason {
        side: Side::Ours,
        says: "a scalar query key given twice: we are right; only arrays repeat their key (OpenAPI 3.0, `style: form`), \
               and the servers refuse it; the other checker reads one of the values",
        fits: |one| one.part == "request.query" && one.kind == "type-mismatch" && one.texts.len() > 1,
    },
    Reason {
        side: Side::Ours,
        says: "requests of operations that take a multipart form: we are right; the document gives the form a schema as \
               it does JSON; the other checker looks at neither fields nor content type there",
        fits: |one| one.part == "request.body" && one.takes_form,
    },
    Reason {
        side: Side::Ours,
        says: "credentials in the query of operations that do not declare them: we are right by the document; the other \
               checker passes over these keys everywhere",
        fits: |one| one.kind == "parameter-undeclared" && ["/apiKey", "/key", "/slug"].contains(&one.pointer.as_str()),
    },
    Reason {
        side: Side::Ours,
        says: "a path that ends in a slash: we are right by the document (OpenAPI appends paths as they are) although the \
               servers answer; the other checker drops the slash",
        fits: |one| one.kind == "operation-undocumented" && is_below_base(&one.path) && one.path.ends_with('/'),
    },
];

/// Whether a rule is the toolkit's own, so that no other checker can have its findings.
pub(crate) fn is_own(rule: &str) -> bool {
    OWN.contains(&rule)
}

/// Whether the other checker's kind and our rule are about the same kind of fact.
pub(crate) fn mean_the_same(kind: &str, rule: &Rule) -> bool {
    let facts = KINDS.iter().find(|(known, _)| *known == kind).map(|(_, facts)| *facts);
    facts.unwrap_or(&[kind]).iter().any(|fact| rule.facts().contains(fact))
}

/// The reason that a difference falls under.
pub(crate) fn of(difference: &Difference) -> Option<&'static Reason> {
    REASONS.iter().find(|reason| reason.side == difference.side && (reason.fits)(difference))
}

fn is_below_base(path: &str) -> bool {
    path.strip_prefix(BASE_PATH).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Whether a pointer is `/edits/N/parameters/NAME`.
fn is_edit_parameter(pointer: &str) -> bool {
    matches!(pointer.split('/').collect::<Vec<_>>().as_slice(), ["", "edits", _, "parameters", _])
}

/// Whether a text is a number of JSON with an exponent.
fn has_exponent(text: &str) -> bool {
    text.contains(['e', 'E']) && serde_json::from_str::<serde_json::Number>(text).is_ok()
}
