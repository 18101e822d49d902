//! Holds each model against the server, once for all releases at which that says the same.

use std::collections::HashSet;
use std::num::NonZeroUsize;
use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use contract::{Contract, Operation, Projection, Release, ReleaseSet, Schema, write};
use diff::{Area, Change, Judgement, Step, Verdict as Meaning, Witness, Witnesses};
use reference::error::ValidationErrorKind as Kind;
use reference::{ValidationError, Validator};
use report::Direction;

use crate::clause;
use crate::client::Client;
use crate::eras::{Said, eras, said_of};
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
        while let Some((index, client)) =
            Some(next.fetch_add(1, Ordering::Relaxed)).and_then(|index| Some((index, clients.get(index)?)))
        {
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
    let bundle = client.read()?;
    let is_closed = bundle.is_closed;
    let model = bundle.in_place_of(operation);
    let passing = let_through(client, operation)?;
    let eras = eras(server, operation);
    let present = eras.iter().fold(ReleaseSet::NONE, |all, era| all | *era);
    let old = Projection { contract: &model, release: Release::latest() };
    let mut sides = Sides {
        server,
        operation,
        old,
        witnesses: Witnesses::new(old, Projection { contract: server, release: Release::latest() }),
        direction: client.direction,
        is_closed,
        passing: passing.as_ref(),
        known: Vec::new(),
    };
    for era in eras {
        sides.hold_against(era);
    }
    let absent = server.releases - present;
    let found = sides.known.into_iter().map(|known| known.refusal);
    let gone = (!absent.is_empty()).then(|| Refusal::absent(absent));
    Ok(Verdict::new(server.releases, absent, gone.into_iter().chain(found).collect()))
}

/// What the decoder of a model lets through in all, where that is more than what it converts.
fn let_through(client: &Client, operation: &Operation) -> Result<Option<Validator>, JudgeError> {
    if client.direction == Direction::Request || !client.decoder.passes_anything() {
        return Ok(None);
    }
    let bundle = client.let_through()?;
    let root = Schema::always(contract::Node::to(&bundle.root));
    let contract = bundle.in_place_of(operation);
    let schema = write::json_schema_of(Projection { contract: &contract, release: Release::latest() }, &root);
    Ok(reference::compile(&schema).ok())
}

/// A model, and what was found of it against the releases so far.
struct Sides<'c> {
    server: &'c Contract,
    operation: &'c Operation,
    old: Projection<'c>,
    witnesses: Witnesses<'c>,
    direction: Direction,
    /// Whether the model refuses members that it does not know.
    is_closed: bool,
    passing: Option<&'c Validator>,
    known: Vec<Known<'c>>,
}

/// Something that is not taken at the releases so far.
struct Known<'c> {
    change: Change,
    refusal: Refusal,
    /// What is said of its witness where it is known to be one.
    said: HashSet<Vec<Said<'c>>>,
}

impl Sides<'_> {
    /// Finds all that is not taken at the releases of an era.
    fn hold_against(&mut self, era: ReleaseSet) {
        let Some(release) = era.first() else { return };
        let new = Projection { contract: self.server, release };
        self.witnesses.against(new);
        let (path, direction) = (self.operation.path(), self.direction);
        let is_own = |change: &Change| change.reach.iter().any(|reach| &*reach.operation.path == path);
        let changes = diff::changes(self.old, new).into_iter();
        for change in changes.filter(|change| is_own(change) && may_break(change, direction)) {
            if self.is_known(&change, era, release) {
                continue;
            }
            if let Some(refusal) = self.refusal(change.clone(), era) {
                let witness = refusal.witness.as_ref();
                let said = witness.map(|witness| said_of(self.server, self.operation, release, &witness.value));
                self.known.push(Known { change, refusal, said: said.into_iter().collect() });
            }
        }
    }

    /// Whether the same was found at another era, and its witness is one at this, too.
    fn is_known(&mut self, change: &Change, era: ReleaseSet, release: Release) -> bool {
        let Some(known) = self.known.iter_mut().find(|known| known.change == *change) else { return false };
        let holds = match &known.refusal.witness {
            Some(witness) => {
                let said = said_of(self.server, self.operation, release, &witness.value);
                known.said.contains(&said) || {
                    let is_one = self.witnesses.confirm(change, witness);
                    is_one && known.said.insert(said)
                }
            }
            None => known.refusal.fact != Fact::Undecided,
        };
        if holds {
            known.refusal.releases = known.refusal.releases | era;
        }
        holds
    }

    fn refusal(&mut self, change: Change, era: ReleaseSet) -> Option<Refusal> {
        let fact = Fact::of(change.fact)?;
        let steps = change.reach.first()?.steps.clone();
        let reader = if self.direction == Direction::Response { "the model" } else { "the server" };
        let may = clause::may(&change, self.direction);
        let taken = clause::taken(&change, self.direction, reader);
        let refusal = Refusal { fact, steps, may, taken, witness: None, undecided: None, releases: era };
        if matches!(change.fact, diff::Fact::Property(_) | diff::Fact::RequiredProperty(_)) {
            if clause::is_added(change.fact, self.direction) {
                return self.of_unknown_member(refusal, &change);
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
        let judgement = self.witnesses.judge(change)?;
        self.judged(refusal, judgement)
    }

    /// A member that the side that reads does not know.
    fn of_unknown_member(&mut self, refusal: Refusal, change: &Change) -> Option<Refusal> {
        let refused = Refusal { fact: Fact::Member, may: "may be there".to_owned(), ..refusal.clone() };
        let is_asked = self.is_closed || self.direction == Direction::Request;
        let witness = is_asked.then(|| self.witnesses.of_unknown_member(change, self.direction)).flatten();
        if let Some(witness) = witness {
            let witness = Some(self.witnesses.completed(change, witness));
            return Some(Refusal { witness, ..refused });
        }
        (self.direction == Direction::Request).then(|| Refusal {
            fact: Fact::Ignored,
            may: "may be sent".to_owned(),
            taken: "the server does not know it, and ignores it".to_owned(),
            ..refusal
        })
    }

    fn judged(&mut self, refusal: Refusal, judgement: Judgement) -> Option<Refusal> {
        match (judgement.verdict, judgement.witness) {
            (Meaning::BreaksOldClients, Some(witness)) => {
                let witness = self.witnesses.completed(&judgement.change, witness);
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

/// Whether a change can let something be written that is not taken: by its rule it breaks old clients, or nobody knows whom.
/// The model is the old side.
fn may_break(change: &Change, direction: Direction) -> bool {
    let breaks_another = |rule: &report::Rule| matches!(rule.key("breaks"), Some("new" | "nothing"));
    let is_member = matches!(change.fact, diff::Fact::Property(_) | diff::Fact::RequiredProperty(_));
    let is_of_values = matches!(change.fact.area(), Area::Values);
    is_of_values && (is_member || !change.rules(direction).iter().all(|rule| breaks_another(rule)))
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
