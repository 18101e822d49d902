//! Whether a request showed a credential where the contract wants one.

use contract::{Contract, Credential, Operation};
use report::Part;
use serde_json::json;

use super::{Call, Checker, Output};
use crate::engine::Violation;
use crate::exchange::Request;
use crate::fact::Fact;

impl<'c> Checker<'c> {
    /// Tells when a server accepted a request without the credential that the contract wants.
    pub(super) fn security(
        &mut self,
        call: Call<'_, 'c>,
        operation: &'c Operation,
        request: &Request,
        status: u16,
        out: &mut Output<'_, 'c>,
    ) {
        if status >= 400 {
            return;
        }
        for (era, alternatives) in operation.security.iter() {
            let at = call.at & era;
            if at.is_empty() {
                continue;
            }
            let (fact, actual) = match Shown::of(self.contract, alternatives, request) {
                Shown::Wanted | Shown::Untold => continue,
                Shown::Nothing => (Fact::AuthenticationMissing, None),
                Shown::Others(others) => (Fact::AuthenticationOther, Some(json!(others.join(" and ")))),
            };
            let name = format!("{} {}", operation.method, operation.path_at(at.last().unwrap_or(self.newest)));
            let expected = Some(json!(kinds(alternatives)));
            let violation = Violation { expected, actual, ..Violation::new(fact, at, "", name) };
            self.report(call, Part::RequestHeader, None, violation, out);
        }
    }
}

/// Whether a query key is a credential, documented or observed.
pub(crate) fn is_credential(contract: &Contract, key: &str) -> bool {
    let mut schemes = contract.security_schemes.values();
    schemes.any(|scheme| matches!(&scheme.credential, Credential::Query(name) if name == key))
}

/// What a request shows of credentials, to an operation that wants one of some kinds.
pub(super) enum Shown {
    /// One that is wanted, or that was observed to be taken.
    Wanted,
    /// None that the capture has, and it has only some header fields.
    Untold,
    /// None at all.
    Nothing,
    /// Only others, of these kinds.
    Others(Vec<String>),
}

impl Shown {
    pub(super) fn of(contract: &Contract, alternatives: &[Vec<String>], request: &Request) -> Self {
        let schemes = &contract.security_schemes;
        let shown = |name: &String| schemes.get(name).is_none_or(|scheme| shows(request, &scheme.credential));
        let mut observed = schemes.values().filter(|scheme| scheme.observed);
        if alternatives.iter().any(|needed| needed.iter().all(shown))
            || observed.any(|scheme| shows(request, &scheme.credential))
        {
            return Self::Wanted;
        }
        if !request.headers.is_complete() {
            return Self::Untold;
        }
        let visible = schemes.iter().filter(|(_, scheme)| scheme.credential != Credential::Elsewhere);
        let known = visible.filter(|(_, scheme)| shows(request, &scheme.credential)).map(|(name, _)| name.clone());
        let mut others: Vec<String> = known.collect();
        if others.is_empty() {
            // The scheme of Authorization is no secret; without one the value may be.
            let values = request.headers.get_all("authorization");
            others.extend(
                values.map(|value| value.split_once(' ').map_or("Authorization", |(scheme, _)| scheme).to_owned()),
            );
        }
        if others.is_empty() { Self::Nothing } else { Self::Others(others) }
    }
}

/// The kinds of credentials that an operation wants one of, in words.
pub(super) fn kinds(alternatives: &[Vec<String>]) -> Vec<String> {
    alternatives.iter().map(|needed| needed.join(" and ")).collect()
}

/// Whether a request shows a credential of this kind.
pub(super) fn shows(request: &Request, credential: &Credential) -> bool {
    match credential {
        Credential::Http(scheme) => request
            .headers
            .get_all("authorization")
            .any(|value| value.split_whitespace().next().is_some_and(|shown| shown.eq_ignore_ascii_case(scheme))),
        Credential::Header(name) => request.headers.get(name).is_some(),
        Credential::Query(name) => request.url.query_pairs().any(|(key, _)| key == name.as_str()),
        Credential::Cookie(name) => {
            let cookies = request.headers.get_all("cookie").flat_map(|value| value.split(';'));
            cookies.filter_map(|pair| pair.trim().split_once('=')).any(|(key, _)| key == name)
        }
        // What a capture cannot show is not missed.
        Credential::Elsewhere => true,
    }
}
