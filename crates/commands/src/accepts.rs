//! `accepts`: at which releases a client's models take whatever the server may answer.

use ::accepts::{Counterpart, Decoder};
use contract::{Contract, ReleaseSet};
use report::{Conclusion, Direction, Report};

use crate::failure::{Failure, did_you_mean};
use crate::{releases, tool};

pub use ::accepts::{Client, Source, Verdict};

/// A model, and the releases that it must work with.
pub struct Asked {
    /// The model.
    pub client: Client,
    /// The releases.
    pub required: ReleaseSet,
}

/// A model that stands for a type or for what an operation answers or, if the client sends it, takes. Fails where nobody
/// knows the decoder.
pub fn client(
    source: Source,
    counterpart: &str,
    decoder: Option<&str>,
    direction: Direction,
) -> Result<Client, Failure> {
    let decoder = decoder.unwrap_or(Decoder::DEFAULT);
    let decoder = Decoder::named(decoder)
        .map_err(|error| Failure::new(format!("{error}{}", did_you_mean(decoder, Decoder::names()))))?;
    Ok(Client { source, decoder, counterpart: Counterpart(counterpart.to_owned()), direction })
}

/// The verdict on each model.
pub fn judge(contract: &Contract, clients: &[Client]) -> Result<Vec<Verdict>, Failure> {
    ::accepts::judge(contract, clients).map_err(|error| Failure::new(error.to_string()))
}

/// The report on models.
pub fn report(
    (contract, name): (&Contract, &str),
    (clients, verdicts): (&[Client], &[Verdict]),
    required: &[ReleaseSet],
) -> Report {
    let mut report = Report::new(tool(), name, contract.releases.to_string());
    report.releases_from_clients = releases::from_clients(contract.releases, contract);
    report.contract_releases = Some(contract.releases.named_runs().into());
    for ((client, verdict), required) in clients.iter().zip(verdicts).zip(required) {
        report.conclusions.push(conclusion(client, verdict));
        report.extend(::accepts::findings(client, verdict, *required));
    }
    report
}

/// What is said first of a model.
pub fn conclusion(client: &Client, verdict: &Verdict) -> Conclusion {
    let text = ::accepts::answer(client, verdict);
    Conclusion { subject: client.title(), text, works: verdict.works.named_runs().into() }
}
