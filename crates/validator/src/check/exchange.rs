//! One exchange: which operation it was for, and whether that exists.

use contract::{Observation, Operation, ReleaseSet};
use report::Part;

use super::judge::observed;
use super::route::{Match, below};
use super::{Checker, Output, Visit};
use crate::engine::{Violation, early_and_late};
use crate::exchange::{Exchange, Request};
use crate::fact::Fact;

impl<'c> Checker<'c> {
    pub(super) fn exchange(&mut self, exchange: &Exchange, out: &mut Output<'_, 'c>) {
        let visit = Visit::of(exchange);
        let Some(request) = &exchange.request else {
            out.summary().unmatched += 1;
            return;
        };
        let Some(path) = below(&self.options.base_path, &request.url) else {
            out.summary().unmatched += 1;
            return;
        };
        let routes = std::sync::Arc::clone(&self.routes);
        let found = routes.find(&request.method, &path, self.open);
        if found.is_empty() {
            return self.undocumented(&visit, exchange, request, out);
        }
        for (at, found) in found {
            self.operation(&visit, at, exchange, request, &found, out);
        }
    }

    /// Method and path are of no operation, at any release. Servers take some of these requests all the same.
    fn undocumented(&mut self, visit: &Visit<'_>, exchange: &Exchange, request: &Request, out: &mut Output<'_, 'c>) {
        let name = format!("{} {}", request.method, request.url.path());
        let mut left = self.open;
        for (at, found, observation) in self.loosely(visit, request) {
            left = left - at;
            self.tell_alive(visit, at, found.operation, observation, &name, out);
            self.operation(visit, at, exchange, request, &found, out);
        }
        out.summary().unmatched += u64::from(left.contains(self.newest));
        let fact =
            Violation { subject: Some(name.clone()), ..Violation::new(Fact::OperationUndocumented, left, "", name) };
        self.report(visit, None, Part::RequestPath, None, fact, out);
    }

    /// Tells of a request that no document of these releases has and that their servers answer.
    fn tell_alive(
        &mut self,
        visit: &Visit<'_>,
        at: ReleaseSet,
        operation: &'c Operation,
        observation: &Observation,
        name: &str,
        out: &mut Output<'_, 'c>,
    ) {
        let documented = at & operation.life;
        for (at, right_at) in [(documented, None), (at - documented, Some(operation.life))] {
            let fact = Violation {
                right_at,
                subject: Some(name.to_owned()),
                notes: vec![observed(observation, self.contract.covers)],
                ..Violation::new(Fact::OperationAlive, at, "", name)
            };
            self.report(visit, Some(operation), Part::RequestPath, None, fact, out);
        }
    }

    fn operation(
        &mut self,
        visit: &Visit<'_>,
        at: ReleaseSet,
        exchange: &Exchange,
        request: &Request,
        found: &Match<'c>,
        out: &mut Output<'_, 'c>,
    ) {
        let operation = found.operation;
        self.seen.insert(operation.id());
        self.absent(visit, at - operation.life, operation, out);
        let at = at & operation.life;
        if at.is_empty() {
            return;
        }
        self.deprecated_operation(visit, at & operation.deprecated, operation, out);
        self.request(visit, at, operation, request, &found.parameters, out);
        if let Some(response) = &exchange.response {
            self.security(visit, at, operation, request, response.status, out);
            self.response(visit, at, operation, &request.method, response, out);
        }
    }

    /// The operation does not exist at these releases, so nothing else is said.
    fn absent(&mut self, visit: &Visit<'_>, at: ReleaseSet, operation: &'c Operation, out: &mut Output<'_, 'c>) {
        let Some(newest) = at.last() else { return };
        let name = format!("{} {}", operation.method, operation.path_at(newest));
        let mut left = at;
        for (known, observation) in self.still_answered(visit, at, operation) {
            left = left - known;
            self.tell_alive(visit, known, operation, observation, &name, out);
        }
        let (early, late) = early_and_late(left, operation.life);
        for (fact, at) in [(Fact::OperationNotYetAdded, early), (Fact::OperationRemoved, late)] {
            let fact = Violation { right_at: Some(operation.life), ..Violation::new(fact, at, "", name.clone()) };
            self.report_operation(visit, operation, fact, out);
        }
    }

    fn deprecated_operation(
        &mut self,
        visit: &Visit<'_>,
        at: ReleaseSet,
        operation: &'c Operation,
        out: &mut Output<'_, 'c>,
    ) {
        let Some(newest) = at.last() else { return };
        let name = format!("{} {}", operation.method, operation.path_at(newest));
        let deprecated = Some(operation.deprecated);
        let fact = Violation { deprecated, ..Violation::new(Fact::OperationDeprecated, at, "", name) };
        self.report_operation(visit, operation, fact, out);
    }

    fn report_operation(
        &mut self,
        visit: &Visit<'_>,
        operation: &'c Operation,
        mut fact: Violation<'c>,
        out: &mut Output<'_, 'c>,
    ) {
        let Some(newest) = fact.at.last() else { return };
        let claims = operation.markers.at(newest);
        let replacement = claims.and_then(|history| history.0.iter().find_map(|claim| claim.replacement.as_ref()));
        fact.notes.extend(replacement.map(|id| format!("upstream's document names {id} as the replacement")));
        self.report(visit, Some(operation), Part::RequestPath, None, fact, out);
    }
}
