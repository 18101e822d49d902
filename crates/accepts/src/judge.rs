//! Holds each model against the server, once for all releases at which that says the same.

use std::num::NonZeroUsize;
use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use contract::{Contract, Operation, Projection, Release, ReleaseSet, Schema, write};
use diff::{Area, Change, Judgement, Step, Verdict as Meaning, Witness, Witnesses};
use reference::error::ValidationErrorKind as Kind;
use reference::{ValidationError, Validator};
use report::Direction;

use crate::client::Client;
use crate::clause;
use crate::eras::eras;
use crate::error::SchemaError;
use crate::fact::Fact;
use crate::subject::{UnknownCounterpart, as_written, operation};
use crate::verdict::{Refusal, Verdict};

/// Why models could not be judged.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum JudgeError {
    /// A schema cannot be read.
    #[error(transparent)]
    Schema(#[from] SchemaError),
    /// A name is not known.
    #[error("{file}: {error}")]
    Counterpart {
        /// The file of the model.
        file: String,
        /// What is wrong with the name.
        error: UnknownCounterpart,
    },
}

/// What there is to say of each model, in their order.
pub fn judge(contract: &Contract, clients: &[Client]) -> Result<Vec<Verdict>, JudgeError> {
    let servers = [Direction::Response, Direction::Request].map(|direction| server(contract, clients, direction));
    let [answering, asked] = servers;
    let (answering, asked) = (answering?, asked?);
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        while let Some((index, client)) = Some(next.fetch_add(1, Ordering::Relaxed)).and_then(|index| Some((index, clients.get(index)?))) {
            let server = if client.direction == Direction::Response { &answering } else { &asked };
            done.push((index, verdict(server, index, client)));
        }
        done
    };
    let cores = thread::available_parallelism().map_or(1, NonZeroUsize::get).min(clients.len());
    let mut all: Vec<(usize, Result<Verdict, JudgeError>)> = thread::scope(|scope| {
        let others: Vec<_> = (1..cores).map(|_| scope.spawn(work)).collect();
        let mut all = work();
        all.extend(others.into_iter().flat_map(|other| other.join().unwrap_or_else(|panic| resume_unwind(panic))));
        all
    });
    all.sort_by_key(|(index, _)| *index);
    all.into_iter().map(|(_, verdict)| verdict).collect()
}

/// The server as a contract with an operation for each client of a direction.
fn server(contract: &Contract, clients: &[Client], direction: Direction) -> Result<Contract, JudgeError> {
    let own = clients.iter().enumerate().filter(|(_, client)| client.direction == direction);
    let operations: Vec<Operation> = own
        .map(|(index, client)| {
            let file = client.source.file().to_owned();
            operation(contract, client, index).map_err(|error| JudgeError::Counterpart { file, error })
        })
        .collect::<Result<_, _>>()?;
    if operations.is_empty() {
        return Ok(Contract::default());
    }
    let (components, releases) = (contract.components.clone(), contract.releases);
    let server = Contract { operations, components, releases, ..Contract::default() };
    Ok(if direction == Direction::Response { as_written(server) } else { server }.numbered())
}

fn verdict(server: &Contract, index: usize, client: &Client) -> Result<Verdict, JudgeError> {
    let path = format!("/{index}");
    let Some(operation) = server.operations.iter().find(|operation| operation.path() == path) else {
        return Ok(Verdict::new(server.releases, server.releases, Vec::new()));
    };
    let model = client.read()?.in_place_of(operation);
    let passing = let_through(client, operation)?;
    let eras = eras(server, operation);
    let present = eras.iter().fold(ReleaseSet::NONE, |all, era| all | *era);
    let mut found = Vec::new();
    for era in eras {
        let Some(release) = era.first() else { continue };
        let sides = Sides { model: &model, server, release, path: &path, direction: client.direction, passing: passing.as_ref() };
        found.extend(sides.refusals(era));
    }
    let absent = server.releases - present;
    if !absent.is_empty() {
        found.push(Refusal::absent(absent));
    }
    Ok(Verdict::new(server.releases, absent, found))
}

/// What the decoder of a model lets through in all, where that is more than what it converts.
fn let_through(client: &Client, operation: &Operation) -> Result<Option<Validator>, JudgeError> {
    if client.direction == Direction::Request || !client.decoder.passes_anything() {
        return Ok(None);
    }
    let bundle = client.let_through()?;
    let root = Schema::always(contract::Node::to(&bundle.root));
    let contract = bundle.in_place_of(operation);
    let schema = write::json_schema_of(Projection { contract: &contract, release: Release::LATEST }, &root);
    Ok(reference::compile(&schema).ok())
}

/// A model and the server at a release.
struct Sides<'c> {
    model: &'c Contract,
    server: &'c Contract,
    release: Release,
    path: &'c str,
    direction: Direction,
    passing: Option<&'c Validator>,
}

impl Sides<'_> {
    /// All that is not taken, at the releases of an era.
    fn refusals(&self, era: ReleaseSet) -> Vec<Refusal> {
        let old = Projection { contract: self.model, release: self.release };
        let new = Projection { contract: self.server, release: self.release };
        let mut witnesses = Witnesses::new(old, new);
        let changes = diff::changes(old, new).into_iter();
        let own = changes.filter(|change| change.reach.iter().any(|reach| &*reach.operation.path == self.path));
        own.filter_map(|change| self.refusal(change, &mut witnesses, era)).collect()
    }

    fn refusal(&self, change: Change, witnesses: &mut Witnesses<'_>, era: ReleaseSet) -> Option<Refusal> {
        if !matches!(change.fact.area(), Area::Values) {
            return None;
        }
        let fact = Fact::of(change.fact)?;
        let steps = change.reach.first()?.steps.clone();
        let reader = if self.direction == Direction::Response { "the model" } else { "the server" };
        let may = clause::may(&change, self.direction);
        let taken = clause::taken(&change, self.direction, reader);
        let refusal = Refusal { fact, steps, may, taken, witness: None, undecided: None, releases: era };
        if matches!(change.fact, diff::Fact::Property(_) | diff::Fact::RequiredProperty(_)) {
            if clause::is_added(change.fact, self.direction) {
                return self.of_unknown_member(refusal, &change, witnesses);
            }
            if matches!(change.fact, diff::Fact::Property(_)) {
                return (self.direction == Direction::Response).then(|| Refusal {
                    fact: Fact::NeverSent,
                    may: "is never there".to_owned(),
                    taken: "the model has it".to_owned(),
                    ..refusal
                });
            }
        }
        let judgement = witnesses.judge(change)?;
        self.judged(refusal, judgement, witnesses)
    }

    /// A member that the side that reads does not know.
    fn of_unknown_member(&self, refusal: Refusal, change: &Change, witnesses: &mut Witnesses<'_>) -> Option<Refusal> {
        let refused = Refusal { fact: Fact::Member, may: "may be there".to_owned(), ..refusal.clone() };
        let witness = witnesses.of_unknown_member(change, self.direction);
        if let Some(witness) = witness {
            let witness = Some(witnesses.completed(change, witness));
            return Some(Refusal { witness, ..refused });
        }
        (self.direction == Direction::Request).then(|| Refusal {
            fact: Fact::Ignored,
            may: "may be sent".to_owned(),
            taken: "the server does not know it, and ignores it".to_owned(),
            ..refusal
        })
    }

    fn judged(&self, refusal: Refusal, judgement: Judgement, witnesses: &mut Witnesses<'_>) -> Option<Refusal> {
        match (judgement.verdict, judgement.witness) {
            (Meaning::BreaksOldClients, Some(witness)) => {
                let witness = witnesses.completed(&judgement.change, witness);
                let fact = if self.is_let_through(&refusal, &witness) { Fact::Misread } else { refusal.fact };
                Some(Refusal { fact, witness: Some(witness), ..refusal })
            }
            (Meaning::Undecided(why), _) => {
                Some(Refusal { fact: Fact::Undecided, undecided: Some(why.into_owned()), ..refusal })
            }
            _ => None,
        }
    }

    /// Whether the decoder says nothing of what the witness has at its place.
    fn is_let_through(&self, refusal: &Refusal, witness: &Witness) -> bool {
        let Some(passing) = self.passing else { return false };
        let missing = match (refusal.fact, refusal.steps.last()) {
            (Fact::Missing, Some(Step::Property(name))) => Some(&**name),
            _ => None,
        };
        let refuses = |error: ValidationError<'_>| is_at(&error, &witness.pointer, missing);
        !passing.iter_errors(&witness.value).any(refuses)
    }
}

/// Whether an error, or one in the branches of its choice, is about a place: a value, or what an object there lacks.
fn is_at(error: &ValidationError<'_>, pointer: &str, missing: Option<&str>) -> bool {
    let at = error.instance_path().as_str();
    match (error.kind(), missing) {
        (Kind::AnyOf { context } | Kind::OneOfNotValid { context } | Kind::OneOfMultipleValid { context }, _)
            if at != pointer =>
        {
            context.iter().flatten().any(|error| is_at(error, pointer, missing))
        }
        (Kind::Required { property }, Some(name)) => at == pointer && property.as_str() == Some(name),
        (_, Some(_)) => false,
        (_, None) => at == pointer || at.strip_prefix(pointer).is_some_and(|rest| rest.starts_with('/')),
    }
}

impl Refusal {
    /// That a release has nothing of the kind.
    fn absent(releases: ReleaseSet) -> Self {
        Self {
            fact: Fact::Absent,
            steps: Vec::new(),
            may: "is not there".to_owned(),
            taken: "the release has nothing of the kind".to_owned(),
            witness: None,
            undecided: None,
            releases,
        }
    }
}
