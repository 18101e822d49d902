//! What the contract knows of why a server refuses a request.

use contract::{Contract, Operation, Release};

use super::security::{Shown, kinds};
use crate::exchange::Exchange;

/// What a status of refusal has to do with what the operation wants, a sentence each.
pub(super) fn reasons(
    contract: &Contract,
    operation: &Operation,
    exchange: &Exchange,
    status: u16,
    release: Release,
) -> Vec<String> {
    let wanted = operation.security.at(release).filter(|alternatives| !alternatives.is_empty());
    let (Some(request), Some(wanted)) = (&exchange.request, wanted) else { return Vec::new() };
    match status {
        401 => {
            let shown = match Shown::of(contract, wanted, request) {
                Shown::Nothing => "no credential".to_owned(),
                Shown::Others(others) => others.join(" and "),
                Shown::Wanted | Shown::Untold => return Vec::new(),
            };
            vec![format!("the request shows {shown}; the contract wants {}", kinds(wanted).join(" or "))]
        }
        403 => {
            let permission = operation.permission.at(release);
            let permission =
                permission.map(|name| format!("the operation wants the permission `{name}` of an API key"));
            let admin = operation.admin_only.contains(release);
            permission.into_iter().chain(admin.then(|| "only administrators may call it".to_owned())).collect()
        }
        _ => Vec::new(),
    }
}
