//! One exchange: which operation it was for, and whether that exists.

use contract::{Method, Observation, Operation, ReleaseSet};
use report::Part;

use super::finding_factory::observed;
use super::route::Match;
use super::{Call, Checker, Output, Visit, http};
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
        let path = self.options.base_paths.below(&request.url);
        if path.is_none() && !http::is_without_path(request) {
            self.reached.count_elsewhere(&request.url);
            out.summary().unmatched += 1;
            return;
        }
        self.reached.below += u64::from(path.is_some());
        let routes = std::sync::Arc::clone(&self.routes);
        let found = path.map_or_else(Vec::new, |path| routes.find(&request.method, &path, self.open));
        if let Some(purpose) = http::purpose(exchange, request, &found) {
            return self.not_of_api(&visit, request, purpose, out);
        }
        if found.is_empty() {
            return self.undocumented(&visit, exchange, request, out);
        }
        for (at, found) in found {
            let call = Call { visit: &visit, at, operation: Some(found.operation) };
            self.operation(call, exchange, request, &found, out);
        }
    }

    /// The exchange is HTTP's own business, which no contract need document.
    fn not_of_api(&mut self, visit: &Visit<'_>, request: &Request, purpose: &str, out: &mut Output<'_, 'c>) {
        out.summary().unmatched += 1;
        if self.counts(Part::RequestPath, Fact::NotOfApi, out) {
            return;
        }
        let name = format!("{} {}", request.method, request.url.path());
        let notes = vec![purpose.to_owned()];
        let fact =
            Violation { subject: Some(name.clone()), notes, ..Violation::new(Fact::NotOfApi, self.open, "", name) };
        self.report(Call { visit, at: self.open, operation: None }, Part::RequestPath, None, fact, out);
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
        let notes = self.other_methods(request, left).into_iter().collect();
        let subject = Some(name.clone());
        let fact = Violation { subject, notes, ..Violation::new(Fact::OperationUndocumented, left, "", name) };
        self.report(Call { visit, at: left, operation: None }, Part::RequestPath, None, fact, out);
    }

    /// The methods that the path of a request does have at some of these releases, in a sentence.
    fn other_methods(&self, request: &Request, at: ReleaseSet) -> Option<String> {
        let path = self.options.base_paths.below(&request.url)?;
        let alive = |method: &Method| {
            let found = self.routes.all(&method.to_string(), &path);
            found.iter().any(|found| found.operation.method == *method && !(found.operation.life & at).is_empty())
        };
        let methods: Vec<String> = Method::ALL.into_iter().filter(alive).map(|method| method.to_string()).collect();
        (!methods.is_empty()).then(|| format!("the path takes {}, not {}", methods.join(", "), request.method))
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
        if http::is_head_of_get(request, found) && !self.counts(Part::RequestPath, Fact::HeadOfGet, out) {
            let fact = Violation::new(Fact::HeadOfGet, call.at, "", format!("HEAD {}", operation.path()));
            self.report(call, Part::RequestPath, None, fact, out);
        }
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
        // What is gone said so as long as it was there.
        let last = operation.life.last().filter(|last| *last < newest).unwrap_or(newest);
        let claims = operation.markers.at(last);
        let replacement = claims.and_then(|history| history.0.iter().find_map(|claim| claim.replacement.as_ref()));
        fact.notes.extend(replacement.map(|id| format!("upstream's document names {id} as the replacement")));
        self.report(call, Part::RequestPath, None, fact, out);
    }
}
