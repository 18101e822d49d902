//! One exchange: which operation it was for, and whether that exists.

use std::cell::OnceCell;

use contract::{Observation, Operation};
use report::{Part, Report};

use super::judge::observed;
use super::route::{Match, below};
use super::violation::Violation;
use super::{Checker, Visit};
use crate::exchange::{Exchange, Request};
use crate::fact::Fact;

impl<'c> Checker<'c> {
    pub(super) fn exchange(&mut self, exchange: &Exchange, report: &mut Report) {
        let status = exchange.response.as_ref().map(|response| response.status);
        let visit = Visit {
            place: &exchange.place,
            request: OnceCell::new(),
            secrets: OnceCell::new(),
            exchange: Some(exchange),
            refused: status.is_some_and(|status| (400..500).contains(&status)),
        };
        let Some(request) = &exchange.request else {
            report.summary.unmatched += 1;
            return;
        };
        let Some(path) = below(&self.options.base_path, &request.url) else {
            report.summary.unmatched += 1;
            return;
        };
        match self.routes.find(&request.method, &path, self.view.release) {
            Some(found) => self.operation(&visit, exchange, request, &found, report),
            None => self.undocumented(&visit, exchange, request, report),
        }
    }

    /// Method and path are of no operation, at any release. Servers take some of these requests all the same.
    fn undocumented(&mut self, visit: &Visit<'_>, exchange: &Exchange, request: &Request, report: &mut Report) {
        let name = format!("{} {}", request.method, request.url.path());
        if let Some((found, observation)) = self.loosely(visit, request) {
            self.tell_alive(visit, found.operation, observation, name, report);
            return self.operation(visit, exchange, request, &found, report);
        }
        report.summary.unmatched += 1;
        let fact = Violation { subject: Some(name.clone()), ..Violation::new(Fact::OperationUndocumented, "", name) };
        self.report(visit, None, Part::RequestPath, None, &fact, report);
    }

    /// Tells of a request that no document of this release has and that its servers answer.
    fn tell_alive(
        &mut self,
        visit: &Visit<'_>,
        operation: &'c Operation,
        observation: &Observation,
        name: String,
        report: &mut Report,
    ) {
        let gone = !operation.life.contains(self.view.release);
        let fact = Violation {
            right_at: gone.then_some(operation.life),
            subject: Some(name.clone()),
            notes: vec![observed(observation, self.view.contract.covers)],
            ..Violation::new(Fact::OperationAlive, "", name)
        };
        self.report(visit, Some(operation), Part::RequestPath, None, &fact, report);
    }

    fn operation(
        &mut self,
        visit: &Visit<'_>,
        exchange: &Exchange,
        request: &Request,
        found: &Match<'c>,
        report: &mut Report,
    ) {
        let operation = found.operation;
        self.seen.insert(&operation.id);
        if !self.exists(visit, operation, report) {
            return;
        }
        self.request(visit, operation, request, &found.parameters, report);
        if let Some(response) = &exchange.response {
            self.security(visit, operation, request, response.status, report);
            self.response(visit, operation, &request.method, response, report);
        }
    }

    /// Tells what the life of the operation has against calling it. False: it does not exist, so nothing else is said.
    fn exists(&mut self, visit: &Visit<'_>, operation: &'c Operation, report: &mut Report) -> bool {
        let release = self.view.release;
        let exists = operation.life.contains(release);
        let fact = match operation.life.first() {
            _ if exists && operation.deprecated.contains(release) => Fact::OperationDeprecated,
            _ if exists => return true,
            Some(first) if release < first => Fact::OperationNotYetAdded,
            _ => Fact::OperationRemoved,
        };
        let name = format!("{} {}", operation.method, operation.path);
        if let Some(observation) = self.still_answered(visit, operation).filter(|_| !exists) {
            self.tell_alive(visit, operation, observation, name, report);
            return false;
        }
        let replacement = operation
            .markers
            .at(release)
            .and_then(|history| history.0.iter().find_map(|claim| claim.replacement.as_ref()));
        let violation = Violation {
            right_at: (!exists).then_some(operation.life),
            deprecated: exists.then_some(operation.deprecated),
            notes: replacement
                .map(|id| format!("upstream's document names {id} as the replacement"))
                .into_iter()
                .collect(),
            ..Violation::new(fact, "", name)
        };
        self.report(visit, Some(operation), Part::RequestPath, None, &violation, report);
        exists
    }
}
