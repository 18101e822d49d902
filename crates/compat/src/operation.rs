//! Operations that are not there on the other release.

use contract::{Contract, Operation, ReleaseSet};
use report::Part;
use validator::check::location;

use crate::breakage::Breakage;
use crate::call::Call;
use crate::fact::Fact;
use crate::{Compat, Step};

impl Compat<'_> {
    pub(crate) fn operation_gone(&mut self, call: &Call<'_, '_>) {
        let (operation, step) = (call.from, call.step);
        let name = format!("{} {}", operation.method, operation.path_at(step.from));
        if self.ledger.again(Fact::Operation, &name, call) {
            return;
        }
        let mut notes: Vec<String> = life(self.contract, operation.life, step).into_iter().collect();
        notes.extend(replacement(operation, step));
        if let Some(request) = &call.exchange.request {
            let taker = self.exchanges.taker(request, step.to);
            notes.push(match taker {
                Some((taker, Some((parameter, _)))) => format!(
                    "{to} takes the request for `{} {}` ({}) instead, where it is not a valid `{parameter}`: the server answers 400, not 404",
                    taker.method, taker.path_at(step.to), taker.id_at(step.to), to = step.to
                ),
                Some((taker, None)) => format!("{} takes the request for {}", step.to, taker.id_at(step.to)),
                None => "the server answers 404".to_owned(),
            });
        }
        let breakage = Breakage {
            notes,
            releases: Some(self.contract.releases - operation.life),
            ..Breakage::new(Fact::Operation, name, Part::RequestPath, "")
        };
        let location = location(call.exchange, Part::RequestPath, "");
        self.ledger.add(breakage, location, call);
    }
}

/// What upstream names to use instead.
fn replacement(operation: &Operation, step: Step) -> Option<String> {
    let history = operation.markers.at(step.from)?;
    let id = history.0.iter().find_map(|claim| claim.replacement.as_ref())?;
    Some(format!("upstream's document names {id} as the replacement"))
}

/// When on the way something came or went.
pub(crate) fn life(contract: &Contract, life: ReleaseSet, step: Step) -> Option<String> {
    let way: Vec<_> = step.way().into_iter().filter(|release| contract.covers(*release)).collect();
    let at = way.windows(2).find_map(|pair| match pair {
        [before, after] if life.contains(*before) && !life.contains(*after) => Some((*before, *after)),
        _ => None,
    });
    at.map(
        |(before, after)| {
            if before < after { format!("it was removed in {after}") } else { format!("it was added in {before}") }
        },
    )
}
