//! What is known of servers though no document says so: which observation a fact rests on, and how bad that leaves it.

use contract::{Behaviour, Breach, Looseness, Observation, Operation, ReleaseSet};
use report::{Part, Severity};

use super::route::Match;
use super::security::shows;
use super::{Call, Checker, Visit, http};
use crate::engine::Violation;
use crate::exchange::Request;
use crate::fact::Fact;

/// What makes a fact milder than its rule says.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Mitigation<'c> {
    pub(crate) ground: Ground<'c>,
    /// How bad the fact is at worst, now that it is known.
    pub(crate) at_most: Severity,
}

/// What a fact rests on that no document says.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Ground<'c> {
    /// Servers were seen to do so.
    Observed(&'c Observation),
    /// HTTP lets every server do so.
    Http(&'static str),
}

impl<'c> Checker<'c> {
    /// What a fact rests on, each with the releases at which it is the first that is known; without one where none is.
    /// What a server refused, it does not take.
    pub(super) fn known(
        &self,
        call: Call<'_, 'c>,
        part: Part,
        component: Option<&str>,
        fact: &Violation<'_>,
    ) -> Vec<(ReleaseSet, Option<Mitigation<'c>>)> {
        let Call { visit, operation, .. } = call;
        if visit.is_refused_request(part) {
            return vec![(fact.at, None)];
        }
        if let Some(words) = visit.exchange.filter(|_| fact.fact == Fact::StatusUndeclared).and_then(http::explained) {
            return vec![(fact.at, Some(Mitigation { ground: Ground::Http(words), at_most: Severity::Note }))];
        }
        let status = visit.exchange.and_then(|exchange| exchange.response.as_ref()).map(|response| response.status);
        let place = At { operation, status, part, component };
        let covering = self.contract.observations.iter().filter_map(|observation| {
            let at_most = covers(&observation.behaviour, &place, fact)?;
            self.is_of_such_a_request(visit, &observation.behaviour).then_some(())?;
            Some((observation.life, Mitigation { ground: Ground::Observed(observation), at_most }))
        });
        let (mut left, mut parts) = (fact.at, Vec::new());
        for (life, known) in covering {
            parts.extend((!(left & life).is_empty()).then_some((left & life, Some(known))));
            left = left - life;
        }
        parts.extend((!left.is_empty()).then_some((left, None)));
        parts
    }

    /// Of each behaviour that hangs on a credential, whether the request shows it.
    pub(super) fn shown(&self, visit: &Visit<'_>) -> Vec<bool> {
        let behaviours = self.contract.observations.iter().map(|observation| &observation.behaviour);
        let hanging = behaviours.filter(|one| matches!(one, Behaviour::Value { shown, .. } if !shown.is_empty()));
        hanging.map(|behaviour| self.is_of_such_a_request(visit, behaviour)).collect()
    }

    /// Whether the request shows a credential that the behaviour hangs on.
    fn is_of_such_a_request(&self, visit: &Visit<'_>, behaviour: &Behaviour) -> bool {
        let Behaviour::Value { shown, .. } = behaviour else { return true };
        let schemes = shown.iter().filter_map(|name| self.contract.security_schemes.get(name));
        let mut credentials = schemes.map(|scheme| &scheme.credential);
        let request = visit.exchange.and_then(|exchange| exchange.request.as_ref());
        shown.is_empty() || request.is_some_and(|request| credentials.any(|one| shows(request, one)))
    }

    /// The observations by which servers answer an operation outside of its life, if this one did.
    pub(super) fn still_answered(
        &self,
        visit: &Visit<'_>,
        at: ReleaseSet,
        operation: &Operation,
    ) -> Vec<(ReleaseSet, &'c Observation)> {
        let answered = visit.exchange.and_then(|exchange| exchange.response.as_ref()).map(|response| response.status);
        if answered == Some(404) {
            return Vec::new();
        }
        let alive = self.contract.observations.iter().filter(|observation| match &observation.behaviour {
            Behaviour::Alive { path } => {
                path.strip_suffix('*').map_or(operation.path() == path, |start| operation.path().starts_with(start))
            }
            _ => false,
        });
        let (mut left, mut parts) = (at, Vec::new());
        for observation in alive {
            parts.push((left & observation.life, observation));
            left = left - observation.life;
        }
        parts
    }

    /// The operations that servers were seen to take a request for although method or path are not quite their own.
    pub(super) fn loosely(
        &self,
        visit: &Visit<'_>,
        request: &Request,
    ) -> Vec<(ReleaseSet, Match<'c>, &'c Observation)> {
        let Some(path) = self.options.base_paths.below(&request.url).filter(|_| !visit.refused) else {
            return Vec::new();
        };
        let (mut left, mut all) = (self.open, Vec::new());
        for observation in &self.contract.observations {
            let Behaviour::Routing { looseness } = observation.behaviour else { continue };
            let at = left & observation.life;
            let find = |method: &str, path: &[_]| self.routes.find(method, path, at);
            let found = match (looseness, path.as_slice()) {
                _ if at.is_empty() => continue,
                (Looseness::TrailingSlash, [path @ .., last]) if last.is_empty() => find(&request.method, path),
                // Values in the path lose their capitals, too; those that Immich has are identifiers without any.
                (Looseness::LetterCase, path) => {
                    let lower: Vec<_> = path.iter().map(|segment| segment.to_ascii_lowercase().into()).collect();
                    find(&request.method, &lower)
                }
                _ => continue,
            };
            for (at, found) in found {
                left = left - at;
                all.push((at, found, observation));
            }
        }
        all
    }
}

/// Where a fact is.
struct At<'a> {
    operation: Option<&'a Operation>,
    /// The status of the response, where there is one.
    status: Option<u16>,
    part: Part,
    component: Option<&'a str>,
}

/// How bad a fact is at worst if this behaviour is known and the fact is an instance of it.
fn covers(behaviour: &Behaviour, at: &At<'_>, fact: &Violation<'_>) -> Option<Severity> {
    let of_these = |ids: &[String]| {
        ids.is_empty() || at.operation.is_some_and(|operation| ids.iter().any(|id| operation.has_id(id)))
    };
    let is_value = matches!(at.part, Part::RequestBody | Part::ResponseBody | Part::Document);
    let fits = match behaviour {
        Behaviour::Status { operations, status: known } => {
            fact.fact == Fact::StatusUndeclared && at.status == Some(*known) && of_these(operations)
        }
        Behaviour::Content { operations, types } => {
            let actual = fact.actual.as_ref().and_then(serde_json::Value::as_str).unwrap_or_default();
            let of_type =
                |range: &String| range.strip_suffix('*').map_or(range == actual, |start| actual.starts_with(start));
            at.part == Part::ResponseHeader
                && fact.fact == Fact::ContentType
                && of_these(operations)
                && types.iter().any(of_type)
        }
        Behaviour::Body { operations, status: known } => {
            fact.fact == Fact::ResponseBodyUndeclared && at.status == Some(*known) && of_these(operations)
        }
        Behaviour::Value { operations, components, properties, breaks, shown: _ } => {
            is_value
                && is_breach(*breaks, fact.fact)
                && of_these(operations)
                && is_at(components, properties, at.component, fact)
        }
        // The shape is known; a body that does not have it is as bad as before.
        Behaviour::ErrorBody => return (fact.fact == Fact::ErrorBodyUnknown).then_some(Severity::Error),
        Behaviour::Alive { .. } | Behaviour::Routing { .. } | Behaviour::Credentials { .. } => false,
    };
    // A client can pass over what is not declared. What a schema forbids, its decoder stumbles over.
    let at_most = match behaviour {
        Behaviour::Value { breaks, .. } if *breaks != Breach::Declaration => Severity::Warning,
        _ => Severity::Note,
    };
    fits.then_some(at_most)
}

fn is_breach(breach: Breach, fact: Fact) -> bool {
    match breach {
        Breach::Type => matches!(fact, Fact::Type | Fact::Null),
        Breach::Format => fact == Fact::Format,
        Breach::Pattern => fact == Fact::Pattern,
        Breach::Required => fact == Fact::Required,
        Breach::Declaration => fact == Fact::PropertyUndeclared,
    }
}

/// Whether a fact is about one of these members of one of these components.
fn is_at(components: &[String], properties: &[String], component: Option<&str>, fact: &Violation<'_>) -> bool {
    let is_component = match component {
        None => components.is_empty(),
        Some(component) => components.iter().any(|one| one == component),
    };
    let name = fact.pointer.rsplit('/').next().unwrap_or_default();
    is_component && (properties.is_empty() || properties.iter().any(|one| one == name))
}
