//! Upstream's markers against the lives that its documents show.
//!
//! A marker is a claim ("added in v2.3.0"), a life is observed (the documents have it from 2.5.0 on). [`audit`] takes a
//! contract of many releases and finds where the two disagree, and what came or went without a word.
//!
//! ```
//! use contract::read;
//! use serde_json::json;
//!
//! let contract = read::annotated(&json!({"$defs": {"Tag": {"type": "object", "properties": {
//!     "color": {
//!         "type": "string", "x-immich-life": "2.5.0..",
//!         "x-immich-markers": [{"life": "2.5.0..", "history": [{"state": "Added", "version": "v2.3.0"}]}],
//!     },
//! }}}}))?.contract;
//! let findings = immich_contract_audit::audit(&contract, "mine");
//! assert!(findings.iter().any(|finding| finding.message.contains("2.3.0")));
//! # Ok::<(), contract::read::ReadError>(())
//! ```

mod checks;
mod covered;
mod disagreement;
mod element;
mod fact;
pub mod rules;
mod version;

use std::sync::Arc;

use contract::Contract;
use report::Finding;

use crate::covered::Covered;

/// Every disagreement between what the contract's markers claim and when its elements live, one finding each, in the
/// order of the contract: operations with their parameters first, then the properties of its schemas.
///
/// `source` is the contract's name in the findings. A contract that covers one release can disagree only with the version
/// of a claim: nothing comes or goes in it.
pub fn audit(contract: &Contract, source: &str) -> Vec<Finding> {
    let covered = Covered::new(contract.releases);
    let source: Arc<str> = source.into();
    let elements = element::all(contract);
    let disagreements = elements.iter().flat_map(|element| {
        let found = checks::ALL.iter().flat_map(|check| check(&covered, element)).collect::<Vec<_>>();
        found.into_iter().map(move |disagreement| (element, disagreement))
    });
    disagreements.map(|(element, disagreement)| disagreement.judged(element, &source)).collect()
}

#[cfg(test)]
mod tests {
    use contract::read;
    use serde_json::{Value, json};

    use super::*;

    /// The rules that find something in a schema `T` with one property `p`.
    fn found(covers: &str, component: &str, mut property: Value) -> Vec<&'static str> {
        property["type"] = json!("string");
        let schema = json!({"type": "object", "x-immich-life": component, "properties": {"p": property}});
        let document = json!({"x-immich-covers": covers, "$defs": {"T": schema}});
        let contract = read::annotated(&document).unwrap().contract;
        let findings = audit(&contract, "made up");
        assert!(findings.iter().all(|finding| finding.subject.as_deref() == Some("T.p")));
        findings.iter().map(|finding| finding.rule.id()).collect()
    }

    fn lives(life: &str) -> Value {
        json!({"x-immich-life": life})
    }

    fn claims(life: &str, state: &str, version: &str) -> Value {
        let markers = json!([{"life": life, "history": [{"state": state, "version": version}]}]);
        json!({"x-immich-life": life, "x-immich-markers": markers})
    }

    #[test]
    fn what_comes_and_goes_with_its_schema_is_not_told_again() {
        let came_and_went = ["added-marker-missing", "removed-without-deprecation"];
        assert_eq!(found("..", "..", lives("1.126.0..2.0.0")), came_and_went);
        assert_eq!(found("..", "1.126.0..2.0.0", lives("1.126.0..2.0.0")), [""; 0]);
        assert_eq!(found("..", "1.120.0..2.0.0", lives("1.126.0..2.0.0")), ["added-marker-missing"]);
    }

    #[test]
    fn a_gap_is_a_going_and_a_coming() {
        let gap = lives("..1.110.0, 1.140.0..");
        assert_eq!(found("..", "..", gap.clone()), ["added-marker-missing", "removed-without-deprecation"]);
        assert_eq!(found("1.110.0..1.140.0", "..", gap), [""; 0]);
        let claim = |version| claims("..1.110.0, 1.140.0..", "Added", version);
        assert_eq!(found("..", "..", claim("v1.140.0")), ["removed-without-deprecation"]);
        assert_eq!(found("..", "..", claim("v1.130.0")), ["added-marker-false", "removed-without-deprecation"]);
    }

    #[test]
    fn claims_are_judged_only_by_releases_that_are_covered() {
        let claim = |version| claims("2.5.0..", "Added", version);
        assert_eq!(found("..", "..", claim("v2.3.0")), ["added-marker-false"]);
        assert_eq!(found("..2.2.0, 2.7.0..", "..", claim("v2.3.0")), [""; 0], "2.3.0 lies where nobody looked");
        assert_eq!(found("2.5.0..", "..", claim("v2.3.0")), [""; 0], "older than the oldest document");
        assert_eq!(found("2.5.0..2.5.1", "..", claim("v3.0.0")), ["added-marker-false"], "seen before it came");
    }

    #[test]
    fn a_claim_announces_a_removal_as_the_flag_does() {
        let claimed = claims("..2.0.0", "Deprecated", "v1");
        assert_eq!(found("..", "..", claimed), ["deprecated-marker-unflagged"]);
        let flagged = json!({"x-immich-life": "..2.0.0", "x-immich-deprecated": "1.116.0..1.118.0"});
        assert_eq!(found("..", "..", flagged), [""; 0]);
    }
}
