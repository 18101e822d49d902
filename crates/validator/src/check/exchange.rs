//! One exchange: which operation it was for, and whether that exists.

use contract::{Observation, Operation};
use report::Part;

use super::finding_factory::observed;
use super::route::{Match, below};
use super::{Call, Checker, Output, Visit};
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
            let call = Call { visit: &visit, at, operation: Some(found.operation) };
            self.operation(call, exchange, request, &found, out);
        }
    }

    /// Method and path are of no operation, at any release. Servers take some of these requests all the same.
    fn undocumented(&mut self, visit: &Visit<'_>, exchange: &Exchange, request: &Request, out: &mut Output<'_, 'c>) {
        let name = format!("{} {}", request.method, request.url.path());
        let mut left = self.open;
        for (at, found, observation) in self.loosely(visit, request) {
            left = left - at;
            let call = Call { visit, at, operation: Some(found.operation) };
            self.tell_alive(call, found.operation, observation, &name, out);
            self.operation(call, exchange, request, &found, out);
        }
        out.summary().unmatched += u64::from(left.contains(self.newest));
        let fact =
            Violation { subject: Some(name.clone()), ..Violation::new(Fact::OperationUndocumented, left, "", name) };
        self.report(Call { visit, at: left, operation: None }, Part::RequestPath, None, fact, out);
    }

    /// Tells of a request that no document of these releases has and that their servers answer.
    fn tell_alive(
        &mut self,
        call: Call<'_, 'c>,
        operation: &'c Operation,
        observation: &Observation,
        name: &str,
        out: &mut Output<'_, 'c>,
    ) {
        let documented = call.at & operation.life;
        for (at, right_at) in [(documented, None), (call.at - documented, Some(operation.life))] {
            let fact = Violation {
                right_at,
                subject: Some(name.to_owned()),
                notes: vec![observed(observation, self.contract.releases)],
                ..Violation::new(Fact::OperationAlive, at, "", name)
            };
            self.report(call, Part::RequestPath, None, fact, out);
        }
    }

    fn operation(
        &mut self,
        call: Call<'_, 'c>,
        exchange: &Exchange,
        request: &Request,
        found: &Match<'c>,
        out: &mut Output<'_, 'c>,
    ) {
        let operation = found.operation;
        self.seen.insert(operation.id());
        self.absent(call.at(call.at - operation.life), operation, out);
        let call = call.at(call.at & operation.life);
        if call.at.is_empty() {
            return;
        }
        self.deprecated_operation(call.at(call.at & operation.deprecated), operation, out);
        self.request(call, operation, request, &found.parameters, out);
        if let Some(response) = &exchange.response {
            self.security(call, operation, request, response.status, out);
            self.response(call, operation, &request.method, response, out);
        }
    }

    /// The operation does not exist at these releases, so nothing else is said.
    fn absent(&mut self, call: Call<'_, 'c>, operation: &'c Operation, out: &mut Output<'_, 'c>) {
        let Some(newest) = call.at.last() else { return };
        let name = format!("{} {}", operation.method, operation.path_at(newest));
        let mut left = call.at;
        for (known, observation) in self.still_answered(call.visit, call.at, operation) {
            left = left - known;
            self.tell_alive(call.at(known), operation, observation, &name, out);
        }
        let (early, late) = early_and_late(left, operation.life);
        for (fact, at) in [(Fact::OperationNotYetAdded, early), (Fact::OperationRemoved, late)] {
            let fact = Violation { right_at: Some(operation.life), ..Violation::new(fact, at, "", name.clone()) };
            self.report_operation(call, operation, fact, out);
        }
    }

    fn deprecated_operation(&mut self, call: Call<'_, 'c>, operation: &'c Operation, out: &mut Output<'_, 'c>) {
        let Some(newest) = call.at.last() else { return };
        let name = format!("{} {}", operation.method, operation.path_at(newest));
        let deprecated = Some(operation.deprecated);
        let fact = Violation { deprecated, ..Violation::new(Fact::OperationDeprecated, call.at, "", name) };
        self.report_operation(call, operation, fact, out);
    }

    fn report_operation(
        &mut self,
        call: Call<'_, 'c>,
        operation: &'c Operation,
        mut fact: Violation<'c>,
        out: &mut Output<'_, 'c>,
    ) {
        let Some(newest) = fact.at.last() else { return };
        let claims = operation.markers.at(newest);
        let replacement = claims.and_then(|history| history.0.iter().find_map(|claim| claim.replacement.as_ref()));
        fact.notes.extend(replacement.map(|id| format!("upstream's document names {id} as the replacement")));
        self.report(call, Part::RequestPath, None, fact, out);
    }
}
